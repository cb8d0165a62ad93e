// 目标: a figure against what it is to be, before or after the deadline.
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>How figures of targets stand.</summary>
internal static class TargetRule
{
    /// <summary>A figure against its goal.</summary>
    public static TargetFigure Figure(string text, NumberValue indicator, ComparisonOperator comparison, NumberValue goal, bool isOpen)
    {
        var met = ValueLogic.Compare(comparison, indicator, goal);
        var status = met.Truth switch
        {
            Truth.Yes => TargetStatus.Reached,
            Truth.Unknown => TargetStatus.Undetermined,
            _ => isOpen ? TargetStatus.InProgress : TargetStatus.Missed,
        };
        return new(text, status, indicator.Bounds, goal.Bounds, Shortfall(met.Truth, indicator.Bounds, comparison, goal.Bounds),
            met.Unknowns)
        {
            Comparison = comparison
        };
    }

    private static Bounds Shortfall(Truth met, Bounds indicator, ComparisonOperator comparison, Bounds goal)
    {
        if (met == Truth.Yes || comparison == ComparisonOperator.NotEqual)
            return Bounds.Exactly(0);
        var (below, above) = (AtLeastZero(goal - indicator), AtLeastZero(indicator - goal));
        return comparison switch
        {
            ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => below,
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual => above,
            _ => Bounds.Max(below, above),
        };
    }

    private static Bounds AtLeastZero(Bounds bounds) => Bounds.Max(bounds, Bounds.Exactly(0));

    /// <summary>The last day of a deadline: the day itself, or the year's last.</summary>
    public static DateOnly LastDay(Rational deadline, DslType type) =>
        type is YearType
            ? new(Math.Clamp((int)Rational.Max(1, Rational.Min(9999, deadline)).Floor(), 1, 9999), 12, 31)
            : CivilDate.FromNumber(deadline);

    /// <summary>Whether a deadline lies before a day; on its last day it does not.</summary>
    public static Truth IsPast(NumberValue deadline, DslType type, DateOnly asOf)
    {
        var lastDay = deadline.Bounds.Monotone(end => CivilDate.ToNumber(LastDay(end, type)));
        return Bounds.Less(lastDay, Bounds.Exactly(CivilDate.ToNumber(asOf)));
    }
}
