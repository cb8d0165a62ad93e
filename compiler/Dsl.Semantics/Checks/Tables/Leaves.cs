// What an expression reads, through 令: facts, parameters, dates, aggregates.
using Dsl.Semantics.Binding.Bound;

namespace Dsl.Semantics.Checks.Tables;

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
            if (node is BoundLocal { Local.Value: { } value })
                open.Push(value);
            else if (IsInput(node))
                Add(found, node);
            else
                foreach (var child in node.ChildNodes())
                    open.Push(child);
        }
        return found;
    }

    /// <summary>Whether two nodes are the same input, or the same expression.</summary>
    public static bool Same(BoundExpression node, BoundExpression other) =>
        ReferenceEquals(node, other) || (node, other) switch
        {
            (BoundFact a, BoundFact b) => a.Field == b.Field,
            (BoundLocal a, BoundLocal b) => ReferenceEquals(a.Local, b.Local),
            (BoundParameter a, BoundParameter b) => a.Parameter == b.Parameter,
            (BoundSpecial a, BoundSpecial b) => a.Name == b.Name,
            _ => false,
        };

    private static bool IsInput(BoundExpression node) => node is BoundFact or BoundParameter or BoundSpecial or BoundAggregate or BoundLocal or BoundError;

    private static void Add(List<BoundExpression> found, BoundExpression node)
    {
        if (!found.Exists(known => Same(known, node)))
            found.Add(node);
    }
}
