// Each case of a decision table falls into exactly one row, or it is said which does not, or that this is not proved.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Gaps and overlaps of decision tables, with a case printed as facts.</summary>
public sealed class TableCheck : ICheck
{
    private static readonly DiagnosticRule Gap = new("DSL3006", Severity.Error,
        "决策表没有覆盖这种情形：{0}。", "补上这一行；确实不给的，结果写 0元。");

    private static readonly DiagnosticRule Overlap = new("DSL3007", Severity.Error,
        "决策表的第 {0} 行和第 {1} 行都适用于这种情形：{2}。",
        "改动其中一行的边界，使每种情形只落在一行；恰好等于界限时归哪一行，要与原文一致。");

    private static readonly DiagnosticRule TooLarge = new("DSL3008", Severity.Warning,
        "决策表的情形太多，没有查完有无遗漏和重叠。", "把表拆成几个较小的表。");

    private static readonly DiagnosticRule NotJudged = new("DSL3009", Severity.Warning,
        "决策表的「{0}」一列有格子不能逐一查清，没有证明这张表无遗漏、无重叠。",
        "格子里写确定的数和界限，最多与一项别的事实或参数比较；再多的，用 若……则……否则 另写。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Gap, Overlap, TooLarge, NotJudged];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        // Tables stand in 令 and 奖补 only.
        foreach (var (policy, clause) in context.Clauses)
        {
            foreach (var table in BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundTable>()
                .DistinctBy(static table => table.Span))
                Check(context, policy, table, TableProof.Of(policy, clause, table));
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundTable table, TableProof proof)
    {
        if (proof.Unclear is { } unclear)
            context.Report(NotJudged.At(policy.Source, unclear.Span, TableProof.NameOf(unclear)));
        if (proof.Gap is { } gap)
            context.Report(Gap.At(policy.Source, table.Rows[0].Syntax.Span.Cover(table.Rows[^1].Syntax.Span), gap.Text));
        foreach (var ((first, second), facts) in proof.Overlaps)
        {
            context.Report(Overlap.At(policy.Source, table.Rows[second].Syntax.Span, first + 1, second + 1, facts.Text) with
            {
                Related = [(policy.Source, table.Rows[first].Syntax.Span, $"第 {first + 1} 行")],
            });
        }
        if (proof.GaveUp)
            context.Report(TooLarge.At(policy.Source, table.Span));
    }
}
