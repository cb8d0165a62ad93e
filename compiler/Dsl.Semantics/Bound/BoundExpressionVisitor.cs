// The one type switch over bound expressions, and the walk over their children that checks share.
using System.Collections.Immutable;
using System.Diagnostics;

namespace Dsl.Semantics.Bound;

/// <summary>Computes a result per node.</summary>
/// <typeparam name="TResult">What is handed up.</typeparam>
public abstract class BoundExpressionVisitor<TResult>
{
    /// <summary>Dispatches on the node's type.</summary>
    public virtual TResult Visit(BoundExpression node) => node switch
    {
        BoundError n => Error(n),
        BoundConstant n => Constant(n),
        BoundFact n => Fact(n),
        BoundParameter n => Parameter(n),
        BoundIntrinsic n => Intrinsic(n),
        BoundLocal n => Local(n),
        BoundArithmetic n => Arithmetic(n),
        BoundNegate n => Negate(n),
        BoundDateShift n => DateShift(n),
        BoundComparison n => Comparison(n),
        BoundSameText n => SameText(n),
        BoundSameTruth n => SameTruth(n),
        BoundMembership n => Membership(n),
        BoundLogical n => Logical(n),
        BoundNot n => Not(n),
        BoundConditional n => Conditional(n),
        BoundTable n => Table(n),
        BoundAggregate n => Aggregate(n),
        BoundCall n => Call(n),
        BoundHistory n => History(n),
        BoundMilestones n => Milestones(n),
        BoundClauseAmount n => ClauseAmount(n),
        _ => throw new UnreachableException(node.GetType().Name),
    };

    /// <summary>See <see cref="BoundError"/>.</summary>
    protected abstract TResult Error(BoundError node);

    /// <summary>See <see cref="BoundConstant"/>.</summary>
    protected abstract TResult Constant(BoundConstant node);

    /// <summary>See <see cref="BoundFact"/>.</summary>
    protected abstract TResult Fact(BoundFact node);

    /// <summary>See <see cref="BoundParameter"/>.</summary>
    protected abstract TResult Parameter(BoundParameter node);

    /// <summary>See <see cref="BoundIntrinsic"/>.</summary>
    protected abstract TResult Intrinsic(BoundIntrinsic node);

    /// <summary>See <see cref="BoundLocal"/>.</summary>
    protected abstract TResult Local(BoundLocal node);

    /// <summary>See <see cref="BoundArithmetic"/>.</summary>
    protected abstract TResult Arithmetic(BoundArithmetic node);

    /// <summary>See <see cref="BoundNegate"/>.</summary>
    protected abstract TResult Negate(BoundNegate node);

    /// <summary>See <see cref="BoundDateShift"/>.</summary>
    protected abstract TResult DateShift(BoundDateShift node);

    /// <summary>See <see cref="BoundComparison"/>.</summary>
    protected abstract TResult Comparison(BoundComparison node);

    /// <summary>See <see cref="BoundSameText"/>.</summary>
    protected abstract TResult SameText(BoundSameText node);

    /// <summary>See <see cref="BoundSameTruth"/>.</summary>
    protected abstract TResult SameTruth(BoundSameTruth node);

    /// <summary>See <see cref="BoundMembership"/>.</summary>
    protected abstract TResult Membership(BoundMembership node);

    /// <summary>See <see cref="BoundLogical"/>.</summary>
    protected abstract TResult Logical(BoundLogical node);

    /// <summary>See <see cref="BoundNot"/>.</summary>
    protected abstract TResult Not(BoundNot node);

    /// <summary>See <see cref="BoundConditional"/>.</summary>
    protected abstract TResult Conditional(BoundConditional node);

    /// <summary>See <see cref="BoundTable"/>.</summary>
    protected abstract TResult Table(BoundTable node);

    /// <summary>See <see cref="BoundAggregate"/>.</summary>
    protected abstract TResult Aggregate(BoundAggregate node);

    /// <summary>See <see cref="BoundCall"/>.</summary>
    protected abstract TResult Call(BoundCall node);

    /// <summary>See <see cref="BoundHistory"/>.</summary>
    protected abstract TResult History(BoundHistory node);

    /// <summary>See <see cref="BoundMilestones"/>.</summary>
    protected abstract TResult Milestones(BoundMilestones node);

    /// <summary>See <see cref="BoundClauseAmount"/>.</summary>
    protected abstract TResult ClauseAmount(BoundClauseAmount node);
}

/// <summary>Walks over bound expressions.</summary>
public static class BoundExpressionWalk
{
    /// <summary>The expressions directly below a node, in the order of the text.</summary>
    public static IEnumerable<BoundExpression> ChildNodes(this BoundExpression node) => node switch
    {
        BoundArithmetic n => [n.Left, n.Right],
        BoundNegate n => [n.Operand],
        BoundDateShift n => [n.Date, n.Amount],
        BoundComparison n => [n.Left, n.Right],
        BoundSameText n => [n.Left, n.Right],
        BoundSameTruth n => [n.Left, n.Right],
        BoundMembership n => [n.Operand],
        BoundLogical n => n.Operands,
        BoundNot n => [n.Operand],
        BoundConditional n => [n.Condition, n.WhenTrue, n.WhenFalse],
        BoundTable n => n.Columns.Concat(n.Rows.SelectMany(static row => row.Cells.OfType<BoundExpression>().Append(row.Result))),
        BoundAggregate n => new[] { n.Selector, n.Filter }.OfType<BoundExpression>(),
        BoundCall n => n.Arguments,
        BoundMilestones n => n.Levels.SelectMany(static level => new[] { level.Least, level.Amount }).Prepend(n.ThisYear),
        _ => [],
    };

    /// <summary>A node and every node below it, parents first; does not follow 令.</summary>
    public static IEnumerable<BoundExpression> DescendantsAndSelf(this BoundExpression node)
    {
        var open = new Stack<BoundExpression>([node]);
        while (open.TryPop(out var next))
        {
            yield return next;
            PushChildren(open, next);
        }
    }

    /// <summary>
    /// Pushes what stands below a node, last first. Kinds that files hold by the million go without a list of their children.
    /// </summary>
    private static void PushChildren(Stack<BoundExpression> open, BoundExpression node)
    {
        switch (node)
        {
            case BoundConstant or BoundFact or BoundLocal:
                break;
            case BoundComparison { Left: var left, Right: var right }:
                open.Push(right);
                open.Push(left);
                break;
            case BoundArithmetic { Left: var left, Right: var right }:
                open.Push(right);
                open.Push(left);
                break;
            case BoundLogical { Operands: var operands }:
                PushAll(open, operands);
                break;
            case BoundCall { Arguments: var arguments }:
                PushAll(open, arguments);
                break;
            default:
                foreach (var child in node.ChildNodes().Reverse())
                    open.Push(child);
                break;
        }
    }

    private static void PushAll(Stack<BoundExpression> open, ImmutableArray<BoundExpression> children)
    {
        for (var i = children.Length - 1; i >= 0; i--)
            open.Push(children[i]);
    }
}
