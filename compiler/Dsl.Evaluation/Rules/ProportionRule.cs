// 按比例: who stands under one cap bears its cut in proportion, to the fen.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>
/// Shares of a cap. Each gets the whole fen of its part, the fen that are left go to the largest fractions, equal ones to the first, as
/// <see cref="SharingRule"/> splits; so nobody gets more than without the cap.
/// </summary>
public static class ProportionRule
{
    private static readonly BigInteger FenPerYuan = 100;

    /// <summary>What is left of each amount under a cap.</summary>
    /// <param name="amounts">In yuan, whole fen, never below 0; those that come first win ties.</param>
    /// <param name="limit">The cap, whole fen, never below 0.</param>
    /// <param name="most">The most that they can come to together where that is less than the sum of the most of each; else null.</param>
    public static ImmutableArray<NumberValue> Share(IReadOnlyList<NumberValue> amounts, NumberValue limit, Rational? most)
    {
        if (amounts.All(static amount => amount.Bounds.IsPoint) && limit.Bounds is { IsPoint: true, Low: { } known })
            return OfKnown([.. amounts.Select(static amount => amount.Bounds.Low ?? 0)], known);
        var unknowns = amounts.Aggregate(limit.Unknowns, static (all, amount) => all | amount.Unknowns);
        var bounds = amounts.Select(static amount => amount.Bounds).ToList();
        var sum = bounds.Aggregate(Bounds.Exactly(0), static (all, one) => all + one);
        return
        [
            .. bounds.Select(own => Within(own, sum, most, limit.Bounds))
                .Select(left => new NumberValue(left, left.IsPoint ? Unknowns.None : unknowns)),
        ];
    }

    private static ImmutableArray<NumberValue> OfKnown(ImmutableArray<Rational> amounts, Rational limit)
    {
        if (amounts.Aggregate(Rational.Zero, static (sum, amount) => sum + amount) <= limit)
            return [.. amounts.Select(NumberValue.Of)];
        var (weights, parts) = (amounts.Select(Fen).ToArray(), new BigInteger[amounts.Length]);
        SharingRule.Apportion(Fen(limit), weights, parts);
        return [.. parts.Select(static part => NumberValue.Of(new Rational(part, FenPerYuan)))];
    }

    /// <summary>
    /// A part rises with its own amount and with the cap, and falls as the others rise; rounding moves it to a fen beside it at most.
    /// </summary>
    private static Bounds Within(Bounds own, Bounds sum, Rational? most, Bounds limit)
    {
        var (least, cap) = (own.Low ?? Rational.Zero, limit.Low ?? Rational.Zero);
        Rational? all = sum.High is { } high && own.High is { } mine ? high - mine + least : null;
        if (most is { } together && (all is null || together < all))
            all = Rational.Max(together, least);
        var low = all is not { } everything ? Rational.Zero
            : everything <= cap ? least
            : new Rational((cap * least / everything * FenPerYuan).Floor(), FenPerYuan);
        var others = (sum.Low ?? 0) - least;
        var upper = (own.High, limit.High) switch
        {
            (var alone, null) => alone,
            (null, { } top) => top,
            ({ } alone, { } top) => alone + others <= top ? alone
                : new Rational(-(-(top * alone / (alone + others)) * FenPerYuan).Floor(), FenPerYuan),
        };
        return new(low, upper);
    }

    private static BigInteger Fen(Rational amount) => (amount * FenPerYuan).Floor();
}
