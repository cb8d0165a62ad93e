// 每次 累计 最多 N次: of the rows that are due, the highest count, so that the order of rows does not matter.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>The most that some rows can come to.</summary>
public static class OccasionRule
{
    /// <summary>How many rows are left.</summary>
    /// <param name="most">N.</param>
    /// <param name="paidRows">Rows that were paid in earlier years.</param>
    public static int RowsLeft(int most, int paidRows) => Math.Max(most - paidRows, 0);

    /// <summary>
    /// The sum of so many of some amounts, the highest of them. It rises with each of them, so that its ends are the sums of the ends.
    /// </summary>
    public static NumberValue HighestOf(IReadOnlyList<NumberValue> amounts, int count)
    {
        if (amounts.Count <= count)
            return amounts.Aggregate(NumberValue.Zero, static (sum, amount) => sum + amount);
        var low = Sum(amounts.Select(static amount => amount.Bounds.Low ?? Rational.Zero), count);
        Rational? high = count > 0 && amounts.Any(static amount => amount.Bounds.High is null) ? null
            : Sum(amounts.Select(static amount => amount.Bounds.High ?? Rational.Zero), count);
        var unknowns = low == high ? Unknowns.None
            : amounts.Aggregate(Unknowns.None, static (all, amount) => all | amount.Unknowns);
        return new(new Bounds(low, high), unknowns);
    }

    private static Rational Sum(IEnumerable<Rational> ends, int count) =>
        ends.OrderDescending().Take(count).Aggregate(Rational.Zero, static (sum, end) => sum + end);
}
