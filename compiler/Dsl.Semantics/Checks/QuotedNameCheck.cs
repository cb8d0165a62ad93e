// 所属项目 = "项目号": a text in quotes that is the name of a fact; it is compared as it stands and is hardly ever equal.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>Names of facts that are written as texts.</summary>
public sealed class QuotedNameCheck : ICheck
{
    private static readonly DiagnosticRule IsName = new("DSL3036", Severity.Warning,
        "引号里的「{0}」是文字本身，不是字段 {1}.{0} 的值。",
        "要比较字段的值，去掉引号；这里用不了那个字段的，换一种写法；确实要与这几个字比较的，写明理由（// 忽略 DSL3036 …）。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [IsName];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses)
        {
            foreach (var node in BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()))
                Check(context, policy, clause, node);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundClause clause, BoundExpression node)
    {
        var (other, text, place) = node switch
        {
            BoundSameText { Left: var left, Right: BoundConstant { Value: TextValue { Text: { } word } } constant } =>
                (left, word, constant.Span),
            BoundSameText { Left: BoundConstant { Value: TextValue { Text: { } word } } constant, Right: var right } =>
                (right, word, constant.Span),
            _ => (node, "", default(TextSpan)),
        };
        // A value of a list may be called like a fact; a free text is hardly the name of one.
        if (text.Length > 0 && other.Type is TextType && TableWith(clause, text) is { } table)
            context.Report(IsName.At(policy.Source, place, text, table.Name));
    }

    private static TableSymbol? TableWith(BoundClause clause, string name) =>
        new TableSymbol?[] { clause.PerRow, clause.Subject }.Concat(clause.Subject.Details).OfType<TableSymbol>()
            .FirstOrDefault(table => table.FindField(name) is not null);
}
