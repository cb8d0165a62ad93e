// Expressions as text: (min (* 投资额 3/10) 1000000), exact and unambiguous, without layout.
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Ir.Printing;

/// <summary>Prints expressions as nested lists: the operator first, then its operands. Constants are exact, in base units.</summary>
public static class IrExpressionPrinter
{
    private static readonly HeadVisitor Heads = new();

    /// <summary>An expression of any depth on one line.</summary>
    public static string Print(IrExpression root)
    {
        var text = new StringBuilder();
        var left = new Stack<object>([root]);
        while (left.TryPop(out var next))
        {
            if (next is not IrExpression node)
            {
                text.Append(next);
                continue;
            }
            // A reference to a 令 is printed as its name; its value is printed at the declaration.
            var parts = node is IrLocalValue or IrClauseValue ? [] : IrWalk.Parts(node);
            var head = Heads.Visit(node, false);
            text.Append(parts.Count == 0 ? head : $"({head}");
            if (parts.Count == 0)
                continue;
            left.Push(")");
            foreach (var part in parts.Reverse())
            {
                left.Push(part);
                left.Push(" ");
            }
        }
        return text.ToString();
    }

    /// <summary>A value, exact.</summary>
    public static string Value(Value value) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => number.ToString(),
        NumberValue number => $"{number.Bounds.Low}..{number.Bounds.High}",
        TruthValue truth => truth.Truth.Word(),
        TextValue { Text: { } text } => $"\"{text}\"",
        _ => "?",
    };

    private sealed class HeadVisitor : IrExpressionVisitor<bool, string>
    {
        protected override string Constant(IrConstant node, bool context) =>
            node is { Type: DateType, Value: NumberValue { Bounds.Low: { } day } }
                ? CivilDate.Format(CivilDate.FromNumber(day))
                : Value(node.Value);

        protected override string Fact(IrFact node, bool context) =>
            node.Field.Detail is { } detail ? $"{detail}.{node.Field.Name}" : node.Field.Name;

        protected override string ParameterValue(IrParameterValue node, bool context) => $"${node.Parameter.Name}";

        protected override string Context(IrContext node, bool context) => $"@{node.Kind}";

        protected override string LocalValue(IrLocalValue node, bool context) => $"%{node.Local.Name}";

        protected override string Arithmetic(IrArithmetic node, bool context) => Wording.Sign(node.Operator);

        protected override string Negate(IrNegate node, bool context) => "negate";

        protected override string DateShift(IrDateShift node, bool context) => node.InMonths ? "plus-months" : "plus-days";

        protected override string Compare(IrCompare node, bool context) => Wording.Sign(node.Operator);

        protected override string SameText(IrSameText node, bool context) => "same-text";

        protected override string SameTruth(IrSameTruth node, bool context) => "same-truth";

        protected override string Member(IrMember node, bool context) =>
            $"in [{string.Join(" ", node.Values)}{(node.IsOpen ? " 等" : "")}]";

        protected override string And(IrAnd node, bool context) => "and";

        protected override string Or(IrOr node, bool context) => "or";

        protected override string Not(IrNot node, bool context) => "not";

        protected override string Choose(IrChoose node, bool context) => "if";

        // Tests and values in turn; 其余情形 has no test. A table that may have gaps is marked.
        protected override string Table(IrTable node, bool context) => node.IsComplete ? "table" : "table-with-gaps";

        protected override string Aggregate(IrAggregate node, bool context) =>
            $"{node.Kind} {node.Detail?.Name ?? node.Registry?.Name}"
            + $"{(node is { Filter: not null, Selector: null } ? " where" : node.Filter is not null ? " value-where" : "")}";

        protected override string Call(IrCall node, bool context) => node.Function.Name;

        protected override string History(IrHistory node, bool context) => $"paid-before {node.Kind} {node.ClauseNumber}";

        protected override string ClauseValue(IrClauseValue node, bool context) => $"#{node.Number}.{node.Kind}";
    }
}
