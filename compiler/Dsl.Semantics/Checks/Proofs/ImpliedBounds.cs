// What conditions that compare two facts say of a number computed from both: 甲 不低于 乙 leaves 甲 - 乙 no negative value.
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Bounds of differences, quotients and counts of rows that conditions of a clause imply.</summary>
/// <param name="domain">The conditions.</param>
/// <param name="ranges">The ranges of expressions.</param>
internal sealed class ImpliedBounds(TableDomain domain, ExpressionRange ranges)
{
    /// <summary>So deep formulas are compared; no formula of an official text goes deeper.</summary>
    private const int MostSteps = 6;

    /// <summary>What a number must meet: an operator with a constant.</summary>
    public IEnumerable<(ComparisonOperator Operator, Rational Constant)> Of(BoundExpression node) => node switch
    {
        BoundLocal { Let.Value: var value } => Of(value),
        BoundAggregate { Kind: AggregateKind.Count } count => domain.Conditions.Where(condition =>
            condition is { MustHold: true, Truth: BoundAggregate { Kind: AggregateKind.Exists } exists } && Leaves.SameRows(exists, count))
            .Select(static _ => (ComparisonOperator.GreaterOrEqual, Rational.One)),
        BoundArithmetic { Operator: ArithmeticOperator.Subtract } n when ConstantFolder.Number(n.Right) is { } less =>
            Of(n.Left).Select(bound => (bound.Operator, bound.Constant - less)),
        BoundArithmetic { Operator: ArithmeticOperator.Add } n when ConstantFolder.Number(n.Right) is { } more =>
            Of(n.Left).Select(bound => (bound.Operator, bound.Constant + more)),
        BoundArithmetic { Operator: ArithmeticOperator.Subtract } n => Compared(n.Left, n.Right).Select(static op => (op, Rational.Zero)),
        BoundArithmetic { Operator: ArithmeticOperator.Divide } n when IsNeverNegative(n.Right) =>
            Compared(n.Left, n.Right).Select(static op => (op, Rational.One))
                .Concat(Of(n.Left).Where(static bound => bound.Constant.IsZero)).Concat(Growth(n)),
        BoundArithmetic { Operator: ArithmeticOperator.Multiply } n when ConstantFolder.Number(n.Right) is { Sign: > 0 } times =>
            Of(n.Left).Select(bound => (bound.Operator, bound.Constant * times)),
        _ => [],
    };

    // A divisor of 0 gives no value, so that what is never negative is positive here.
    private bool IsNeverNegative(BoundExpression node) => ranges.Of(node).Bounds.Low is { Sign: >= 0 };

    /// <summary>How the conditions, or what they are computed from, compare two numbers.</summary>
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
        if (IsAtMost(right, left, MostSteps))
            yield return ComparisonOperator.GreaterOrEqual;
        if (IsAtMost(left, right, MostSteps))
            yield return ComparisonOperator.LessOrEqual;
    }

    /// <summary>
    /// Whether a number is never greater than another, as it is computed: min(甲, 乙) than 甲, some rows than all rows,
    /// a share than the whole.
    /// </summary>
    private bool IsAtMost(BoundExpression small, BoundExpression great, int steps)
    {
        (small, great) = (Value(small), Value(great));
        if (Leaves.Same(small, great))
            return true;
        return steps > 0
            && (SmallerParts(small).Any(part => IsAtMost(part, great, steps - 1))
                || GreaterParts(great).Any(part => IsAtMost(small, part, steps - 1)) || IsPartOfRows(small, great));
    }

    /// <summary>Numbers that are never less than this one.</summary>
    private IEnumerable<BoundExpression> SmallerParts(BoundExpression node) => node switch
    {
        BoundCall { Function.IsLeast: true } n => n.Arguments,
        BoundCall { Function.Meaning: RoundingMeaning { Mode: RoundingMode.Down } } n
            when n.Arguments.Length == 1 || IsPositive(n.Arguments[1]) =>
            [n.Arguments[0]],
        BoundArithmetic { Operator: ArithmeticOperator.Subtract } n when IsNeverNegative(n.Right) => [n.Left],
        BoundArithmetic { Operator: ArithmeticOperator.Multiply } n => [.. Share(n.Left, n.Right), .. Share(n.Right, n.Left)],
        BoundArithmetic { Operator: ArithmeticOperator.Divide } n
            when ConstantFolder.Number(n.Right) is { } by && by >= 1 && IsNeverNegative(n.Left) =>
            [n.Left],
        _ => [],
    };

    /// <summary>Numbers that are never greater than this one.</summary>
    private IEnumerable<BoundExpression> GreaterParts(BoundExpression node) => node switch
    {
        BoundCall { Function.IsGreatest: true } n => n.Arguments,
        BoundCall { Function.Meaning: RoundingMeaning { Mode: RoundingMode.Up } } n
            when n.Arguments.Length == 1 || IsPositive(n.Arguments[1]) =>
            [n.Arguments[0]],
        BoundArithmetic { Operator: ArithmeticOperator.Add } n => [.. IsNeverNegative(n.Right) ? [n.Left] : (BoundExpression[])[],
            .. IsNeverNegative(n.Left) ? [n.Right] : (BoundExpression[])[]],
        _ => [],
    };

    private IEnumerable<BoundExpression> Share(BoundExpression whole, BoundExpression rate) =>
        IsNeverNegative(whole) && ranges.Of(rate).Bounds is { Low.Sign: >= 0, High: { } most } && most <= 1 ? [whole] : [];

    private bool IsPositive(BoundExpression node) => ranges.Of(node).Bounds.Low is { Sign: > 0 };

    /// <summary>Some rows are not more than all of them, and what they have of what is never negative is not either.</summary>
    private bool IsPartOfRows(BoundExpression small, BoundExpression great)
    {
        if (small is not BoundAggregate { Kind: AggregateKind.Count or AggregateKind.Sum } some
            || great is not BoundAggregate { Filter: null } all
            || some.Kind != all.Kind || some.Detail != all.Detail || some.Registry != all.Registry)
            return false;
        return some.Kind == AggregateKind.Count
            || some.Selector is { } selector && all.Selector is { } other && Leaves.Same(selector, other) && IsNeverNegative(all);
    }

    /// <summary>(甲 - 乙) / 乙 is not below -1 where 甲 is never negative.</summary>
    private IEnumerable<(ComparisonOperator Operator, Rational Constant)> Growth(BoundArithmetic node) =>
        Value(node.Left) is BoundArithmetic { Operator: ArithmeticOperator.Subtract } rise && Leaves.Same(rise.Right, node.Right)
        && IsNeverNegative(rise.Left)
            ? [(ComparisonOperator.GreaterOrEqual, -Rational.One)] : [];

    private static BoundExpression Value(BoundExpression node) => node is BoundLocal { Let.Value: var value } ? Value(value) : node;
}
