// 频次 每年 累计 最多 36个月 计 X: what earlier years leave of the allowance, and how much of it a year takes.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Quantities that are counted over the years.</summary>
public static class AllowanceRule
{
    /// <summary>What is left; never below 0.</summary>
    /// <param name="most">N.</param>
    /// <param name="paid">What was counted in earlier years: <see cref="HistoryRule.TakenOff"/>.</param>
    public static Rational QuantityLeft(Rational most, Rational paid) => most > paid ? most - paid : Rational.Zero;

    /// <summary>How much a unit takes of what is left: as much as is counted, and nothing where nothing is due.</summary>
    /// <param name="counted">X.</param>
    /// <param name="left">What is left.</param>
    /// <param name="isDue">Whether the unit is due.</param>
    public static Bounds Taken(Bounds counted, Rational left, Truth isDue)
    {
        if (isDue == Truth.No)
            return Bounds.Exactly(0);
        Rational Within(Rational? end, Rational missing) => end is not { } known ? missing
            : known.Sign < 0 ? Rational.Zero : known < left ? Hundredths(known) : left;
        // Records hold two decimals.
        static Rational Hundredths(Rational number) => new((number * 100).Whole(RoundingMode.HalfAwayFromZero), 100);
        return new(isDue == Truth.Yes ? Within(counted.Low, Rational.Zero) : Rational.Zero, Within(counted.High, left));
    }
}
