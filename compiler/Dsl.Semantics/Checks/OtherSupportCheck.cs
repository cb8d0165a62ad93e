// A 事项 in a row of 其他政策支持 that is nearly that of a clause: misspelt, it would compete with nothing, unnoticed.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>事项 of 其他政策支持 in 算例.</summary>
public sealed class OtherSupportCheck : ICheck
{
    private const string Table = "其他政策支持", BenefitItem = "事项";

    private static readonly DiagnosticRule NearlyKnown = new("DSL3020", Severity.Warning,
        "没有一项条款的事项是「{0}」，这一行不会参加竞合。{1}", "事项要与条款的事项一字不差；有意写不相干的事项的，用另一个词。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NearlyKnown];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            foreach (var literal in policy.Tree.Root.Blocks.OfType<ExampleBlock>().SelectMany(BenefitItemsOf))
                Check(context, policy, literal, context.BenefitItems, context.ListMembers);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, SyntaxToken literal, IReadOnlySet<string> matters,
        IReadOnlySet<string> members)
    {
        if (matters.Contains(literal.Value) || members.Contains(literal.Value) || Spelling.Best(literal.Value, matters) is not { } best)
            return;
        var (open, close) = (literal.Text[0], literal.Text[^1]);
        context.Report(NearlyKnown.At(policy.Source, literal.Span, literal.Value, Spelling.Hint(best))
            .WithRename(literal.Span, literal.Value, best, $"{open}{best}{close}"));
    }

    private static IEnumerable<SyntaxToken> BenefitItemsOf(ExampleBlock block) =>
        block.LinesOf<GivenLine>().Where(static line => line.Table?.Value == Table)
            .SelectMany(static line => line.Assignments.Items)
            .Where(static assignment => assignment.Name.Value == BenefitItem)
            .Select(static assignment => assignment.Value).OfType<LiteralExpression>().Select(static value => value.Token)
            .Where(static token => token is { Kind: SyntaxKind.TextLiteral, Text.Length: > 2 });
}
