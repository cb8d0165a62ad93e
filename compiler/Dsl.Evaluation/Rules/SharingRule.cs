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
    private static readonly Rational FenPerYuan = 100;

    /// <summary>Lower and upper bound separately; the levels of each add up to it.</summary>
    /// <param name="amount">In yuan, whole fen.</param>
    /// <param name="shares">The levels; empty where the clause names none.</param>
    public static ImmutableArray<LevelAmount> Split(Bounds amount, ImmutableArray<IrShare> shares)
    {
        if (shares.IsEmpty)
            return [];
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
        var lows = EachRow([.. rows.Select(static row => row.Low)], shares);
        var highs = EachRow([.. rows.Select(static row => row.High)], shares);
        return [.. lows.Zip(highs, (low, high) => Levels(shares, low, high))];
    }

    private static ImmutableArray<LevelAmount> Levels(ImmutableArray<IrShare> shares, Rational[]? low, Rational[]? high) =>
        [.. shares.Select((share, i) => new LevelAmount(share.Level, new(low?[i], high?[i])))];

    private static Rational[] Weights(ImmutableArray<IrShare> shares) => [.. shares.Select(static share => share.Parts)];

    // An end that is open has no parts; rows beside one are split for themselves.
    private static List<Rational[]?> EachRow(List<Rational?> rows, ImmutableArray<IrShare> shares)
    {
        var weights = Weights(shares);
        if (rows.Contains(null))
            return [.. rows.Select(row => ApportionEnd(row, weights))];
        var sums = new Rational[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
            sums[i + 1] = sums[i] + (rows[i] ?? 0);
        var (parts, after) = (new Rational[]?[rows.Count], Apportion(sums[^1], weights));
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var before = Within(Apportion(sums[i], weights), after);
            parts[i] = [.. after.Zip(before, static (all, earlier) => all - earlier)];
            after = before;
        }
        return [.. parts];
    }

    // The same sum, each part at most its limit.
    private static Rational[] Within(Rational[] parts, Rational[] limits)
    {
        var over = Rational.Zero;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] <= limits[i])
                continue;
            over += parts[i] - limits[i];
            parts[i] = limits[i];
        }
        for (var i = 0; i < parts.Length && over.Sign > 0; i++)
        {
            var room = Rational.Min(over, limits[i] - parts[i]);
            (parts[i], over) = (parts[i] + room, over - room);
        }
        return parts;
    }

    private static Rational[]? ApportionEnd(Rational? amount, Rational[] weights) => amount is { } known ? Apportion(known, weights) : null;

    // An amount below zero (money given back) is split like its opposite.
    private static Rational[] Apportion(Rational amount, Rational[] weights)
    {
        if (amount.Sign < 0)
            return [.. Apportion(-amount, weights).Select(static part => -part)];
        var all = weights.Aggregate(Rational.Zero, static (sum, weight) => sum + weight);
        if (all.IsZero || amount.IsZero)
            return new Rational[weights.Length];
        var (fen, rests) = (new BigInteger[weights.Length], new Rational[weights.Length]);
        var left = amount * FenPerYuan;
        for (var i = 0; i < weights.Length; i++)
        {
            var part = amount * FenPerYuan * weights[i] / all;
            fen[i] = part.Floor();
            rests[i] = part - fen[i];
            left -= fen[i];
        }
        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => rests[i]).Take((int)left.Floor()))
            fen[i]++;
        return [.. fen.Select(static part => part / FenPerYuan)];
    }
}
