// The rules that expressions and clauses share: hull, minimum, comparison; each keeps only the unknowns that still matter.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Rules on values with bounds and unknowns.</summary>
public static class ValueRules
{
    private static readonly NumberValue ZeroNumber = NumberValue.Of(0);

    /// <summary>0.</summary>
    public static NumberValue Zero => ZeroNumber;

    /// <summary>The sum.</summary>
    public static NumberValue Add(NumberValue left, NumberValue right) => new(left.Bounds + right.Bounds, left.Unknowns | right.Unknowns);

    /// <summary>The lesser; a side that can only be the greater does not matter.</summary>
    public static NumberValue Min(NumberValue left, NumberValue right)
    {
        var bounds = Bounds.Min(left.Bounds, right.Bounds);
        return NeverBelow(right.Bounds, left.Bounds) ? new(bounds, left.Unknowns)
            : NeverBelow(left.Bounds, right.Bounds) ? new(bounds, right.Unknowns)
            : new(bounds, left.Unknowns | right.Unknowns);
    }

    /// <summary>The number, but never below 0.</summary>
    public static NumberValue AtLeastZero(NumberValue value) => new(Bounds.Max(value.Bounds, Bounds.Exactly(0)), value.Unknowns);

    /// <summary>The number where the truth holds, else 0: under 未知 [0, 最高] (the number is at least 0).</summary>
    public static NumberValue Under(TruthValue condition, NumberValue value) => condition.Truth switch
    {
        Truth.Yes => value,
        Truth.No => Zero,
        _ => new(new Bounds(0, value.Bounds.High), condition.Unknowns | value.Unknowns),
    };

    /// <summary>One of two values under a condition that is not known: their hull, or 未知 unless both agree.</summary>
    public static Value Either(Unknowns condition, Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => new NumberValue(a.Bounds.Hull(b.Bounds), condition | a.Unknowns | b.Unknowns),
        (TruthValue a, TruthValue b) => new TruthValue(a.Truth == b.Truth ? a.Truth : Truth.Unknown, condition | a.Unknowns | b.Unknowns),
        (TextValue a, TextValue b) => new TextValue(a.Text == b.Text ? a.Text : null, condition | a.Unknowns | b.Unknowns),
        _ => throw new InvalidOperationException("The branches of a choice have different types."),
    };

    /// <summary>A comparison: 是 or 否 when it is so for every pair within the bounds.</summary>
    public static TruthValue Compare(ComparisonOperator op, NumberValue left, NumberValue right)
    {
        var (a, b) = (left.Bounds, right.Bounds);
        var truth = op switch
        {
            ComparisonOperator.Equal => Bounds.Same(a, b),
            ComparisonOperator.NotEqual => Bounds.Same(a, b).Not(),
            ComparisonOperator.Less => Bounds.Less(a, b),
            ComparisonOperator.LessOrEqual => Bounds.Less(b, a).Not(),
            ComparisonOperator.Greater => Bounds.Less(b, a),
            _ => Bounds.Less(a, b).Not(),
        };
        return new(truth, left.Unknowns | right.Unknowns);
    }

    /// <summary>且 of several: the unknowns of those that are 未知, nothing once one is 否.</summary>
    public static TruthValue All(IEnumerable<TruthValue> values)
    {
        var (truth, unknowns) = (Truth.Yes, Unknowns.None);
        foreach (var value in values)
            (truth, unknowns) = (truth.And(value.Truth), unknowns | value.Unknowns);
        return new(truth, unknowns);
    }

    private static bool NeverBelow(Bounds value, Bounds other) => value.Low is { } low && other.High is { } high && low >= high;
}
