// What conditions that compare two facts say of a number computed from both: 甲 不低于 乙 leaves 甲 - 乙 no negative value.
using Dsl.Library.Functions;
using Dsl.Library.Values;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Conditions;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Bounds of differences, quotients and counts of rows that conditions of a clause imply.</summary>
/// <param name="domain">The conditions.</param>
/// <param name="ranges">The ranges of expressions.</param>
internal sealed class ImpliedBounds(TableDomain domain, ExpressionRange ranges)
{
    /// <summary>What a number must meet: an operator with a constant.</summary>
    public IEnumerable<(ComparisonOperator Operator, Rational Constant)> Of(BoundExpression node) => node switch
    {
        BoundLocal { Local.Value: { } value } => Of(value),
        BoundAggregate { Kind: AggregateKind.Count } count => domain.Conditions.Where(condition => condition is { MustHold: true, Truth: BoundAggregate { Kind: AggregateKind.Exists } exists } && Leaves.SameRows(exists, count))
            .Select(static _ => (ComparisonOperator.GreaterOrEqual, Rational.One)),
        BoundArithmetic { Operator: ArithmeticOperator.Subtract } n when ConstantFolder.Number(n.Right) is { } less => Of(n.Left).Select(bound => (bound.Operator, bound.Constant - less)),
        BoundArithmetic { Operator: ArithmeticOperator.Add } n when ConstantFolder.Number(n.Right) is { } more => Of(n.Left).Select(bound => (bound.Operator, bound.Constant + more)),
        BoundArithmetic { Operator: ArithmeticOperator.Subtract } n => Compared(n.Left, n.Right).Concat(RestOfRows(n)).Select(static op => (op, Rational.Zero)),
        BoundArithmetic { Operator: ArithmeticOperator.Divide } n when IsNeverNegative(n.Right) =>
            Compared(n.Left, n.Right).Select(static op => (op, Rational.One)).Concat(Of(n.Left).Where(static bound => bound.Constant.IsZero)),
        BoundArithmetic { Operator: ArithmeticOperator.Multiply } n when ConstantFolder.Number(n.Right) is { Sign: > 0 } times => Of(n.Left).Select(bound => (bound.Operator, bound.Constant * times)),
        _ => [],
    };

    // A divisor of 0 gives no value, so that what is never negative is positive here.
    private bool IsNeverNegative(BoundExpression node) => ranges.Of(node).Bounds.Low is { Sign: >= 0 };

    /// <summary>How the conditions compare two numbers.</summary>
    private IEnumerable<ComparisonOperator> Compared(BoundExpression left, BoundExpression right)
    {
        foreach (var (truth, mustHold) in domain.Conditions)
        {
            if (truth is not BoundComparison comparison)
                continue;
            var op = mustHold ? comparison.Operator : Restriction.Opposite(comparison.Operator);
            if (Leaves.Same(comparison.Left, left) && Leaves.Same(comparison.Right, right))
                yield return op;
            else if (Leaves.Same(comparison.Left, right) && Leaves.Same(comparison.Right, left))
                yield return Restriction.Mirrored(op);
        }
    }

    /// <summary>All rows less some of them is never negative.</summary>
    private static IEnumerable<ComparisonOperator> RestOfRows(BoundArithmetic node) =>
        Value(node.Left) is BoundAggregate { Kind: AggregateKind.Count, Filter: null } all && Value(node.Right) is BoundAggregate { Kind: AggregateKind.Count } some
            && all.Detail == some.Detail && all.Registry == some.Registry ? [ComparisonOperator.GreaterOrEqual] : [];

    private static BoundExpression Value(BoundExpression node) => node is BoundLocal { Local.Value: { } value } ? Value(value) : node;
}
