// 频次: what history leaves open for the application year.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Rules;

/// <summary>Whether 频次 still allows an award in the application year.</summary>
public static class FrequencyRule
{
    /// <summary>Whether so many rows of earlier years leave one to be paid.</summary>
    public static bool AllowsRow(IrFrequency frequency, int paidRows) => frequency.Times is not { } most || paidRows < most;

    /// <summary>是 while an award is possible; 未知 only where the first year of 连续 N年 is unknown.</summary>
    /// <param name="frequency">频次.</param>
    /// <param name="paidYears">How many earlier years count as paid: <see cref="HistoryRule.IsPaidYear"/>.</param>
    /// <param name="year">The application year.</param>
    /// <param name="unit">Supplies X.</param>
    public static TTruth Allows<TUnit, TNumber, TTruth>(IrFrequency frequency, int paidYears, int year, TUnit unit)
        where TUnit : IAnchored<TNumber> where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> =>
        frequency.Kind switch
        {
            FrequencyKind.Once => TTruth.Of(frequency.IsStepUp || paidYears == 0),
            FrequencyKind.Yearly => TTruth.Of(frequency.Years is not { } limit || paidYears < limit),
            FrequencyKind.Consecutive when frequency.Months is { } months => Meets<TNumber, TTruth>(unit.Anchor, frequency, months, year),
            FrequencyKind.Consecutive when frequency.Anchor is { } anchor =>
                Follows<TNumber, TTruth>(anchor.Type is YearType ? unit.Anchor : unit.Anchor.YearOfDay(), frequency, year),
            _ => TTruth.Of(true),
        };

    // The months of Y, as numbers of months since the year 0, and those from first to first + N - 1 have one in common: X is no earlier
    // than the first day of one month and no later than the last day of another.
    private static TTruth Meets<TNumber, TTruth>(TNumber x, IrFrequency frequency, int months, int year)
        where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
    {
        var january = 12L * year - frequency.MonthsToFirst;
        return x >= TNumber.Of(FirstDay(january - months + 1)) & x < TNumber.Of(FirstDay(january + 12));
    }

    private static long FirstDay(long month) => month < 12 ? 0
        : month >= 12 * 10_000L ? CivilDate.LastDay + 1 : new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1).DayNumber;

    // first ≤ Y < first + N, with the first year that of X or the one after it
    private static TTruth Follows<TNumber, TTruth>(TNumber ofAnchor, IrFrequency frequency, int year)
        where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
    {
        var elapsed = TNumber.Of(year - frequency.YearsToFirst) - ofAnchor;
        var hasBegun = elapsed >= TNumber.Of(0);
        return frequency.Years is { } limit ? hasBegun & elapsed < TNumber.Of(limit) : hasBegun;
    }
}
