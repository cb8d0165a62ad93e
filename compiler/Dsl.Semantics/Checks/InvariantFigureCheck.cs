// A figure of a 恒有 is one that its clause writes: a looser one would hold for ever and notice nothing.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks;

/// <summary>The figures of 恒有 against the figures of their clauses.</summary>
public sealed class InvariantFigureCheck : ICheck
{
    private static readonly DiagnosticRule NotInClause = new("DSL3031", Severity.Warning,
        "恒有中的「{0}」不是条款 {1} 里写的数。", "恒有应当用条款里的数；放宽了的恒有永远成立，查不出错误。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NotInClause];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            var clauses = policy.Tree.Root.Blocks.OfType<NumberedBlock>().Where(static block => block.Keyword?.Value == "条款")
                .DistinctBy(static block => block.Number.Value)
                .ToDictionary(static block => block.Number.Value, StringComparer.Ordinal);
            var written = new Dictionary<NumberedBlock, List<OfficialFigure>>();
            foreach (var invariant in policy.Tree.Root.Blocks.OfType<InvariantBlock>())
            {
                if (clauses.GetValueOrDefault(invariant.Number.Value) is not { } clause)
                    continue;
                if (!written.TryGetValue(clause, out var figures))
                    written.Add(clause, figures = FiguresOf(clause));
                Check(context, policy, invariant, clause, figures);
            }
        }
    }

    private static List<OfficialFigure> FiguresOf(NumberedBlock clause)
    {
        // Under 每个 the award of a 恒有 is a row's: the caps of the subject say nothing of it.
        var hasRows = clause.LinesOf("每个").Any();
        return [.. clause.Lines.Where(line => line is not QuoteLine && !(hasRows && line.Keyword is { Value: "单位上限" or "累计上限" }))
            .SelectMany(static line => line.Tokens).Select(ClauseFigure.Read).OfType<OfficialFigure>()];
    }

    private static void Check(CheckContext context, BoundPolicy policy, InvariantBlock invariant, NumberedBlock clause,
        List<OfficialFigure> written)
    {
        foreach (var token in invariant.Condition.Tokens)
        {
            if (ClauseFigure.Read(token) is { } figure && !FigureMatching.IsTrivial(figure)
                && !written.Exists(other => FigureMatching.Same(figure, other)))
                context.Report(NotInClause.At(policy.Source, token.Span, token.Text, clause.Number.Value));
        }
    }
}
