// 单位上限 caps the sum of the rows of 每个; a clause without rows has nothing to sum, so that 每个 was forgotten or another cap was meant.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>单位上限 without 每个.</summary>
public sealed class SubjectCapCheck : ICheck
{
    private static readonly DiagnosticRule WithoutRows = new("DSL3019", Severity.Warning,
        "条款 {0} 没有 每个，单位上限没有几笔可以合计。",
        "逐项计算的，补上一行 每个；只有一笔的，上限写进 min(…) 或 核定 最高；几年合计的，写 累计上限。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [WithoutRows];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses.Where(static entry => entry.Clause is { SubjectCap: not null, Award: not null }))
        {
            var block = clause.LegalBasis.Syntax;
            // 每个 with an unknown table was reported already.
            if (!block.LinesOf("每个").Any() && block.LinesOf("单位上限").FirstOrDefault()?.Keyword is { } keyword)
                context.Report(WithoutRows.At(policy.Source, keyword.Span, clause.LegalBasis.Number));
        }
    }
}
