// 分担: who pays which part of an amount.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>
/// Splits amounts between levels by the largest remainder: each level gets the whole fen of its part, the fen that are left go to the
/// largest fractions, equal ones to the first-named. No level pays more than a fen beside its part, a level without a share pays nothing.
/// </summary>
public static class SharingRule
{
    private static readonly BigInteger FenPerYuan = 100;

    /// <summary>Lower and upper bound separately; the levels of each add up to it.</summary>
    /// <param name="amount">In yuan, whole fen.</param>
    /// <param name="shares">The levels; empty where the clause names none.</param>
    public static ImmutableArray<LevelAmount> Split(Bounds amount, ImmutableArray<IrShare> shares)
    {
        if (shares.IsEmpty)
            return [];
        // One level pays all.
        if (shares.Length == 1 && !shares[0].Parts.IsZero)
            return [new(shares[0].Level, amount)];
        var weights = Weights(shares);
        var low = ApportionEnd(amount.Low, weights);
        var high = amount.IsPoint ? low : ApportionEnd(amount.High, weights);
        return Levels(shares, low, high);
    }

    /// <summary>
    /// The levels of each row of a clause: they add up to the row one way and to <see cref="Split(Bounds, ImmutableArray{IrShare})"/> of
    /// the sum the other way. A row takes the difference of two running splits, from the last row back;
    /// a level may lose a fen when the sum grows, and then another one yields it, so that no part is negative.
    /// </summary>
    /// <param name="rows">Their amounts in yuan, whole fen.</param>
    /// <param name="shares">The levels; empty where the clause names none.</param>
    public static ImmutableArray<ImmutableArray<LevelAmount>> SplitRows(IReadOnlyList<Bounds> rows, ImmutableArray<IrShare> shares)
    {
        if (shares.IsEmpty)
            return [.. rows.Select(static _ => ImmutableArray<LevelAmount>.Empty)];
        if (shares.Length == 1 && !shares[0].Parts.IsZero)
            return [.. rows.Select(row => ImmutableArray.Create(new LevelAmount(shares[0].Level, row)))];
        var lows = EachRow([.. rows.Select(static row => row.Low)], shares);
        var highs = EachRow([.. rows.Select(static row => row.High)], shares);
        return [.. lows.Zip(highs, (low, high) => Levels(shares, low, high))];
    }

    private static ImmutableArray<LevelAmount> Levels(ImmutableArray<IrShare> shares, Rational[]? low, Rational[]? high) =>
        [.. shares.Select((share, i) => new LevelAmount(share.Level, new(low?[i], high?[i])))];

    // An end that is open has no parts; rows beside one are split for themselves.
    private static List<Rational[]?> EachRow(List<Rational?> rows, ImmutableArray<IrShare> shares)
    {
        var weights = Weights(shares);
        if (rows.Contains(null))
            return [.. rows.Select(row => ApportionEnd(row, weights))];
        var (fen, parts) = (rows.Select(Fen).ToArray(), new BigInteger[rows.Count * weights.Length]);
        ApportionRows(fen, weights, parts);
        return [.. rows.Select((_, i) => Yuan(parts.AsSpan(i * weights.Length, weights.Length)))];
    }

    /// <summary>Splits rows: those of each level add up to what <see cref="Apportion"/> makes of their sum.</summary>
    /// <typeparam name="T">What holds any part of the sum times any weight.</typeparam>
    /// <param name="fen">The rows.</param>
    /// <param name="weights">The ratio of the parts.</param>
    /// <param name="parts">Filled, row by row.</param>
    public static void ApportionRows<T>(ReadOnlySpan<T> fen, ReadOnlySpan<T> weights, Span<T> parts) where T : IBinaryInteger<T>
    {
        var sum = T.Zero;
        foreach (var row in fen)
            sum += row;
        var (after, before) = (new T[weights.Length], new T[weights.Length]);
        Apportion(sum, weights, after);
        for (var i = fen.Length - 1; i >= 0; i--)
        {
            sum -= fen[i];
            Apportion(sum, weights, before);
            Within<T>(before, after);
            for (var level = 0; level < weights.Length; level++)
                parts[i * weights.Length + level] = after[level] - before[level];
            (after, before) = (before, after);
        }
    }

    // The same sum, each part at most its limit.
    private static void Within<T>(Span<T> parts, ReadOnlySpan<T> limits) where T : IBinaryInteger<T>
    {
        var over = T.Zero;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] <= limits[i])
                continue;
            over += parts[i] - limits[i];
            parts[i] = limits[i];
        }
        for (var i = 0; i < parts.Length && over > T.Zero; i++)
        {
            var room = T.Min(over, limits[i] - parts[i]);
            (parts[i], over) = (parts[i] + room, over - room);
        }
    }

    private static Rational[]? ApportionEnd(Rational? amount, BigInteger[] weights) =>
        amount is { } known ? Apportion(known, weights) : null;

    private static Rational[] Apportion(Rational amount, BigInteger[] weights)
    {
        var parts = new BigInteger[weights.Length];
        Apportion(Fen(amount), weights, parts);
        return Yuan(parts);
    }

    private static BigInteger Fen(Rational? amount) => ((amount ?? 0) * FenPerYuan).Floor();

    private static Rational[] Yuan(ReadOnlySpan<BigInteger> fen)
    {
        var yuan = new Rational[fen.Length];
        for (var i = 0; i < fen.Length; i++)
            yuan[i] = new(fen[i], FenPerYuan);
        return yuan;
    }

    /// <summary>The parts of the levels as whole numbers in the same ratio.</summary>
    public static BigInteger[] Weights(ImmutableArray<IrShare> shares)
    {
        var denominator = BigInteger.One;
        foreach (var share in shares)
            denominator *= share.Parts.Denominator / BigInteger.GreatestCommonDivisor(denominator, share.Parts.Denominator);
        return [.. shares.Select(share => (share.Parts * denominator).Floor())];
    }

    /// <summary>Splits one amount.</summary>
    /// <typeparam name="T">What holds any part of the amount times any weight.</typeparam>
    /// <param name="fen">The amount. One below zero (money given back) is split like its opposite.</param>
    /// <param name="weights">The ratio of the parts.</param>
    /// <param name="parts">Filled; adds up to the amount, or is 0 throughout where there is no weight.</param>
    public static void Apportion<T>(T fen, ReadOnlySpan<T> weights, Span<T> parts) where T : IBinaryInteger<T>
    {
        var all = T.Zero;
        foreach (var weight in weights)
            all += weight;
        parts.Clear();
        if (T.IsZero(all) || T.IsZero(fen))
            return;
        var (whole, isBack) = (T.Abs(fen), T.IsNegative(fen));
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = whole * weights[i] / all;
            left -= parts[i];
        }
        for (; !T.IsZero(left); left--)
            parts[LargestRest(whole, weights, all, parts)]++;
        for (var i = 0; i < parts.Length && isBack; i++)
            parts[i] = -parts[i];
    }

    // A part that got one of the fen that are left has more than its share, and a rest below zero.
    private static int LargestRest<T>(T whole, ReadOnlySpan<T> weights, T all, ReadOnlySpan<T> parts) where T : IBinaryInteger<T>
    {
        var (largest, index) = (-all, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var rest = whole * weights[i] - parts[i] * all;
            if (rest > largest)
                (largest, index) = (rest, i);
        }
        return index;
    }
}
