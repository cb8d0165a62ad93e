// What an expression reads, through 令: facts, parameters, dates, aggregates.
using Dsl.Semantics.Bound;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>The inputs of expressions.</summary>
internal static class Leaves
{
    /// <summary>The inputs that an expression reads and that are not settled, each once; follows 令.</summary>
    /// <param name="root">The expression.</param>
    /// <param name="isSettled">Whether a node has a value, so that nothing below it is asked for.</param>
    public static List<BoundExpression> Of(BoundExpression root, Func<BoundExpression, bool> isSettled)
    {
        var found = new List<BoundExpression>();
        var open = new Stack<BoundExpression>([root]);
        while (open.TryPop(out var node))
        {
            if (node is BoundConstant || isSettled(node))
                continue;
            if (node is BoundLocal { Let.Value: var value })
                open.Push(value);
            else if (IsInput(node))
                Add(found, node);
            else
                foreach (var child in node.ChildNodes())
                    open.Push(child);
        }
        return found;
    }

    /// <summary>Whether two nodes are the same input, or computed alike: 令 占比 = 甲 / 乙 is the 甲 / 乙 of a condition.</summary>
    public static bool Same(BoundExpression node, BoundExpression other) =>
        ReferenceEquals(node, other) || (node, other) switch
        {
            (BoundFact a, BoundFact b) => a.Field == b.Field,
            (BoundLocal a, BoundLocal b) when a.Let == b.Let => true,
            (BoundLocal { Let.Value: var value }, not BoundConstant) => Same(value, other),
            (not BoundConstant, BoundLocal { Let.Value: var value }) => Same(node, value),
            (BoundParameter a, BoundParameter b) => a.Parameter == b.Parameter,
            (BoundIntrinsic a, BoundIntrinsic b) => a.Name == b.Name,
            (BoundHistory a, BoundHistory b) => a.Kind == b.Kind && a.ClauseNumber == b.ClauseNumber,
            (BoundConstant a, BoundConstant b) => a.Type.Equals(b.Type) && a.Value.Equals(b.Value),
            (BoundArithmetic a, BoundArithmetic b) => a.Operator == b.Operator && Same(a.Left, b.Left) && Same(a.Right, b.Right),
            (BoundCall a, BoundCall b) => a.Function.Equals(b.Function) && a.Arguments.Length == b.Arguments.Length
                && a.Arguments.Zip(b.Arguments).All(static pair => Same(pair.First, pair.Second)),
            (BoundAggregate a, BoundAggregate b) => a.Kind == b.Kind && SameRows(a, b) && SameOptional(a.Selector, b.Selector),
            (BoundComparison a, BoundComparison b) => a.Operator == b.Operator && Same(a.Left, b.Left) && Same(a.Right, b.Right),
            (BoundSameText a, BoundSameText b) => Same(a.Left, b.Left) && Same(a.Right, b.Right),
            (BoundSameTruth a, BoundSameTruth b) => Same(a.Left, b.Left) && Same(a.Right, b.Right),
            _ => false,
        };

    /// <summary>Whether two aggregates go over the same rows.</summary>
    public static bool SameRows(BoundAggregate one, BoundAggregate other) =>
        one.Rows == other.Rows && SameOptional(one.Filter, other.Filter);

    private static bool SameOptional(BoundExpression? one, BoundExpression? other) =>
        one is null ? other is null : other is not null && Same(one, other);

    private static bool IsInput(BoundExpression node) =>
        node is BoundFact or BoundParameter or BoundIntrinsic or BoundAggregate or BoundLocal or BoundHistory or BoundError;

    private static void Add(List<BoundExpression> found, BoundExpression node)
    {
        if (!found.Exists(known => Same(known, node)))
            found.Add(node);
    }
}
