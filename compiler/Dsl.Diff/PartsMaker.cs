// Expressions, conditions and the common parts of numbered blocks as lines to compare.
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Diff;

/// <summary>Makes lines.</summary>
/// <param name="keys">The keys of both versions.</param>
/// <param name="names">The numbers of the new version.</param>
internal sealed class PartsMaker(ExpressionKeys keys, Renumbering names)
{
    /// <summary>Numbers as the new version knows them.</summary>
    public Renumbering Names => names;

    /// <summary>A line with an expression; one that is not there has an empty key.</summary>
    public Part Of(string label, IrExpression? expression, string before = "") => expression is null
        ? new(label, "", "")
        : new(label, $"{before}#{keys.Of(expression)}", before + ExpressionStatements.TextOf(expression))
        {
            NamedKey = $"{before}#{keys.Of(expression, LocalReading.Name)}",
            Expression = expression,
        };

    /// <summary>Conditions that must all hold: 甲 且 乙 is two of them, 排除 甲 或 乙 too.</summary>
    public IEnumerable<Part> Conditions(string label, IEnumerable<IrCondition> conditions) =>
        from condition in conditions
        from part in Split(condition.Expression, isNegated: false)
        select Condition(label, condition, part.Node, part.IsNegated, isWhole: ReferenceEquals(part.Node, condition.Expression));

    private Part Condition(string label, IrCondition condition, IrExpression node, bool isNegated, bool isWhole)
    {
        int Key(LocalReading locals) => isNegated ? keys.NotOf(node, locals) : keys.Of(node, locals);
        var text =
            isWhole ? condition.Text : (isNegated ? condition.IsExclusion ? "排除 " : "非 " : "") + ExpressionStatements.TextOf(node);
        return new(label, $"#{Key(LocalReading.Value)}", text)
        {
            NamedKey = $"#{Key(LocalReading.Name)}", Expression = node, IsOneOfMany = true
        };
    }

    private static IEnumerable<(IrExpression Node, bool IsNegated)> Split(IrExpression root, bool isNegated)
    {
        var left = new Stack<(IrExpression Node, bool IsNegated)>([(root, isNegated)]);
        while (left.TryPop(out var next))
        {
            var parts = (next.Node, next.IsNegated) switch
            {
                (IrNot not, _) => [(not.Operand, !next.IsNegated)],
                (IrAnd and, false) => and.Operands.Select(operand => (operand, false)).ToList(),
                (IrOr or, true) => or.Operands.Select(operand => (operand, true)).ToList(),
                _ => [],
            };
            if (parts.Count == 0)
                yield return next;
            foreach (var part in Enumerable.Reverse(parts))
                left.Push(part);
        }
    }

    /// <summary>A figure and how it must stand: 超过 1.28万家.</summary>
    public Part Goal(string label, ComparisonOperator comparison, IrExpression value) => Of(label, value, $"{Wording.Word(comparison)} ");

    /// <summary>What a figure is computed from, or its type where it comes from outside.</summary>
    public Part Indicator(IrExpression? indicator, DslType type) =>
        indicator is null ? Part.Words("指标", $"外部 : {type.DisplayName}") : Of("指标", indicator);

    /// <summary>What stands at the top of every numbered block.</summary>
    public static IEnumerable<Part> LegalBasis(IrLegalBasis basis) =>
    [
        Part.Wording("标题", basis.Title),
        Part.Wording("条", basis.Place),
        Part.Wording("依据", string.Concat(basis.Quotes.Select(static quote => $"「{quote}」"))),
        Part.Wording("说明", basis.Note),
        Part.Names("牵头", basis.Lead),
        Part.Names("责任", basis.Responsible),
    ];

    /// <summary>恒有 and 算例 of a clause or target.</summary>
    public IEnumerable<Part> Proofs(IrPolicy policy, string number, bool isTarget)
    {
        foreach (var invariant in policy.Invariants.Where(invariant => !isTarget && invariant.Number == number))
            yield return Of("恒有", invariant.Condition) with { IsOneOfMany = true };
        foreach (var example in policy.Examples.Where(example => example.IsTarget == isTarget && example.Number == number))
            yield return new("算例", ExampleKeys.Of(policy, example, names), example.Title) { IsCounted = true };
    }
}
