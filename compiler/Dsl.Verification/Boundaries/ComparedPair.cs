// Two numbers of a clause that meet somewhere: the sides of a comparison, the parts of min and max.
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Verification.Boundaries;

/// <summary>What the two numbers are.</summary>
public enum ComparedKind
{
    /// <summary>The sides of a comparison.</summary>
    Comparison,

    /// <summary>Parts of min.</summary>
    Least,

    /// <summary>Parts of max.</summary>
    Greatest,
}

/// <summary>A pair. Where one side is constant, it is the right one.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
/// <param name="Origin">Where the comparison, or the min or max, is written.</param>
/// <param name="Kind">What they are.</param>
public sealed record ComparedPair(IrExpression Left, IrExpression Right, SourceLocation Origin, ComparedKind Kind)
{
    /// <summary>The pairs of some expressions, also of the 令 that they use, each once.</summary>
    public static IEnumerable<ComparedPair> In(IEnumerable<IrExpression> roots)
    {
        foreach (var node in roots.SelectMany(IrWalk.All).Distinct())
        {
            if (node is IrCompare compare)
                yield return Of(compare.Left, compare.Right, compare.Origin, ComparedKind.Comparison);
            if (node is not IrCall { Function.Meaning: ExtremeMeaning } call)
                continue;
            for (var one = 0; one < call.Arguments.Length; one++)
            {
                for (var other = one + 1; other < call.Arguments.Length; other++)
                    yield return Of(call.Arguments[one], call.Arguments[other], call.Origin,
                        call.Function.IsLeast ? ComparedKind.Least : ComparedKind.Greatest);
            }
        }
    }

    /// <summary>Whether no fact decides it.</summary>
    public static bool IsConstant(IrExpression node) =>
        IrWalk.All(node).All(static part => part is not (IrFact or IrAggregate or IrLocalValue));

    /// <summary>The number of a value; null where it is none, or not certain.</summary>
    public static Rational? Number(Value value) => value is NumberValue { IsCertain: true, Bounds.Low: { } number } ? number : null;

    /// <summary>Every frame of an evaluation in which both sides are certain, with their numbers.</summary>
    public IEnumerable<(Frame Frame, Rational Left, Rational Right)> KnownIn(EvaluationTrace trace)
    {
        foreach (var (frame, node, value) in trace.Values)
        {
            if (ReferenceEquals(node, Left) && Number(value) is { } one && trace.TryGetValue(Right, frame, out var other)
                && Number(other) is { } limit)
                yield return (frame, one, limit);
        }
    }

    private static ComparedPair Of(IrExpression left, IrExpression right, SourceLocation origin, ComparedKind kind) =>
        IsConstant(left) && !IsConstant(right) ? new(right, left, origin, kind) : new(left, right, origin, kind);
}
