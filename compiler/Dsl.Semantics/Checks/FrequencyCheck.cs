// A clause that quotes the document and pays money says how often: without 频次 earlier payments are not looked at.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Clauses without 频次.</summary>
public sealed class FrequencyCheck : ICheck
{
    private static readonly DiagnosticRule Missing = new("DSL3016", Severity.Warning,
        "条款 {0} 没有写频次：历年兑现不影响它，同一件事可以重复领取。",
        "按原文补上一行 频次：一次性、每年 [最多 N年]，或（有 每个 的）每次；原文没有写明的，取舍写在注释里。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Missing];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses.Where(static entry => entry.Clause.Award is not null))
        {
            var block = clause.LegalBasis.Syntax;
            if (block.Lines.OfType<QuoteLine>().Any() && !block.LinesOf("频次").Any())
                context.Report(Missing.At(policy.Source, block.Number.Span, clause.LegalBasis.Number));
        }
    }
}
