// The children of a node, and all nodes below it, for searches in expressions.

namespace Dsl.Ir.Nodes;

public static class IrWalk
{
    private static readonly ChildrenVisitor Children = new();

    /// <summary>The direct parts of a node, in the order written; for a 令 its value, for another clause all of its expressions.</summary>
    public static IReadOnlyList<IrExpression> Parts(IrExpression node) => Children.Visit(node, false);

    /// <summary>The node and everything below it, each shared part once; any depth.</summary>
    public static IEnumerable<IrExpression> All(IrExpression root)
    {
        var seen = new HashSet<IrExpression>(ReferenceEqualityComparer.Instance) { root };
        var left = new Stack<IrExpression>([root]);
        while (left.TryPop(out var node))
        {
            yield return node;
            foreach (var part in Parts(node).Reverse())
            {
                if (seen.Add(part))
                    left.Push(part);
            }
        }
    }

    private sealed class ChildrenVisitor : IrExpressionVisitor<bool, IReadOnlyList<IrExpression>>
    {
        protected override IReadOnlyList<IrExpression> Constant(IrConstant node, bool context) => [];

        protected override IReadOnlyList<IrExpression> Fact(IrFact node, bool context) => [];

        protected override IReadOnlyList<IrExpression> ParameterValue(IrParameterValue node, bool context) => [];

        protected override IReadOnlyList<IrExpression> Context(IrContext node, bool context) => [];

        protected override IReadOnlyList<IrExpression> LocalValue(IrLocalValue node, bool context) => [node.Local.Value];

        protected override IReadOnlyList<IrExpression> Arithmetic(IrArithmetic node, bool context) => [node.Left, node.Right];

        protected override IReadOnlyList<IrExpression> Negate(IrNegate node, bool context) => [node.Operand];

        protected override IReadOnlyList<IrExpression> DateShift(IrDateShift node, bool context) => [node.Date, node.Amount];

        protected override IReadOnlyList<IrExpression> Compare(IrCompare node, bool context) => [node.Left, node.Right];

        protected override IReadOnlyList<IrExpression> SameText(IrSameText node, bool context) => [node.Left, node.Right];

        protected override IReadOnlyList<IrExpression> SameTruth(IrSameTruth node, bool context) => [node.Left, node.Right];

        protected override IReadOnlyList<IrExpression> Member(IrMember node, bool context) => [node.Operand];

        protected override IReadOnlyList<IrExpression> And(IrAnd node, bool context) => node.Operands;

        protected override IReadOnlyList<IrExpression> Or(IrOr node, bool context) => node.Operands;

        protected override IReadOnlyList<IrExpression> Not(IrNot node, bool context) => [node.Operand];

        protected override IReadOnlyList<IrExpression> Choose(IrChoose node, bool context) =>
            [node.Condition, node.WhenTrue, node.WhenFalse];

        protected override IReadOnlyList<IrExpression> Table(IrTable node, bool context)
        {
            var parts = new List<IrExpression>(2 * node.Rows.Length);
            foreach (var row in node.Rows)
            {
                if (row.Test is { } test)
                    parts.Add(test);
                parts.Add(row.Value);
            }
            return parts;
        }

        protected override IReadOnlyList<IrExpression> Aggregate(IrAggregate node, bool context) =>
            [.. new[] { node.Selector, node.Filter }.OfType<IrExpression>()];

        protected override IReadOnlyList<IrExpression> Call(IrCall node, bool context) => node.Arguments;

        protected override IReadOnlyList<IrExpression> History(IrHistory node, bool context) => [];

        protected override IReadOnlyList<IrExpression> ClauseValue(IrClauseValue node, bool context) =>
            [.. node.Clause?.Expressions ?? []];
    }
}
