// 频次: what history leaves open for the application year.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Whether 频次 still allows an award in the application year.</summary>
internal static class FrequencyRule
{
    /// <summary>Years before the application year with a net payment; they are what 一次性 and 最多 N年 count.</summary>
    public static IEnumerable<int> PaidYears(ImmutableSortedDictionary<int, Rational> netByYear) =>
        netByYear.Where(year => year.Value.Sign > 0).Select(year => year.Key);

    /// <summary>是 while an award is possible; 未知 only where the first year of 连续 N年 is unknown.</summary>
    public static TruthValue Allows(
        IrFrequency frequency, ImmutableSortedDictionary<int, Rational> netByYear, int year, Frame frame, ExpressionEvaluator evaluator) => frequency.Kind switch
        {
            FrequencyKind.Once => TruthValue.Of(!PaidYears(netByYear).Any()),
            FrequencyKind.Yearly => TruthValue.Of(frequency.Years is not { } limit || PaidYears(netByYear).Count() < limit),
            FrequencyKind.Consecutive when frequency.Anchor is { } anchor => Follows(evaluator.EvaluateNumber(anchor, frame), anchor.Type is YearType, frequency, year),
            _ => TruthValue.Yes,
        };

    // first ≤ Y < first + N, with the first year that of X or the one after it
    private static TruthValue Follows(NumberValue anchor, bool isYear, IrFrequency frequency, int year)
    {
        var ofAnchor = isYear ? anchor : new NumberValue(anchor.Bounds.Monotone(static day => CivilDate.FromNumber(day).Year), anchor.Unknowns);
        var elapsed = new NumberValue(Bounds.Exactly(year - frequency.YearsToFirst) - ofAnchor.Bounds, ofAnchor.Unknowns);
        var hasBegun = ValueRules.Compare(ComparisonOperator.GreaterOrEqual, elapsed, NumberValue.Of(0));
        return frequency.Years is { } limit
            ? ValueRules.All([hasBegun, ValueRules.Compare(ComparisonOperator.Less, elapsed, NumberValue.Of(limit))])
            : hasBegun;
    }
}
