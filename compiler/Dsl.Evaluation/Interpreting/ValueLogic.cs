// The rules that expressions and results share: hull and comparison; each keeps only the unknowns that still matter.
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Rules on values with bounds and unknowns.</summary>
public static class ValueLogic
{
    /// <summary>One of two values under a condition that is not known: their hull, or 未知 unless both agree.</summary>
    public static Value Either(Unknowns condition, Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => new NumberValue(a.Bounds.Hull(b.Bounds), condition | a.Unknowns | b.Unknowns),
        (TruthValue a, TruthValue b) => new TruthValue(a.Truth == b.Truth ? a.Truth : Truth.Unknown, condition | a.Unknowns | b.Unknowns),
        (TextValue a, TextValue b) => new TextValue(a.Text == b.Text ? a.Text : null, condition | a.Unknowns | b.Unknowns),
        _ => throw new InvalidOperationException("The branches of a choice have different types."),
    };

    /// <summary>A comparison: 是 or 否 when it is so for every pair within the bounds.</summary>
    public static TruthValue Compare(ComparisonOperator op, NumberValue left, NumberValue right) => op switch
    {
        ComparisonOperator.Equal => NumberValue.Same(left, right),
        ComparisonOperator.NotEqual => !NumberValue.Same(left, right),
        ComparisonOperator.Less => left < right,
        ComparisonOperator.LessOrEqual => left <= right,
        ComparisonOperator.Greater => left > right,
        _ => left >= right,
    };
}
