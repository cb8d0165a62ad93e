// 累计 最多 36个月 counts what was paid for; unless the formula uses what is left, the last year pays beyond it.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Checks;

/// <summary>Formulas that do not ask what is left of the allowance.</summary>
public sealed class AllowanceCheck : ICheck
{
    private static readonly DiagnosticRule NotAsked = new("DSL3041", Severity.Warning,
        "条款 {0} 累计最多给 {1}，奖补没有用到「{2}」：最后一年可能超过余下的。",
        "在算式里取小的一个，如 min({3}, {2})；本年的数已经扣过的，写明理由（// 忽略 DSL3041 …）。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NotAsked];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses)
        {
            if (clause is not { Frequency: { Allowance: { } allowance, Syntax: { } line }, Award.Amount: { } amount })
                continue;
            if (Leaves.Of(amount, static _ => false).Exists(static leaf => leaf is BoundHistory { Kind: HistoryKind.Left }))
                continue;
            context.Report(NotAsked.At(policy.Source, line.Span, clause.Number, policy.Source[line.Limit?.Span ?? line.Span],
                BoundHistory.NameOfLeft(allowance.Counted.Type), policy.Source[allowance.Counted.Span]));
        }
    }
}
