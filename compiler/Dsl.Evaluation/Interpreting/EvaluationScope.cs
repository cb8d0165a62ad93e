// Which clauses take part in an evaluation, and what 算例 take for granted.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;

namespace Dsl.Evaluation.Interpreting;

/// <summary>What an evaluation covers.</summary>
/// <param name="Clauses">The clauses that are evaluated and compete; null for all.</param>
/// <param name="UnknownScopeCountsAsMet">Whether a condition of the 范围 that is 未知 counts as met (算例).</param>
public sealed record EvaluationScope(ImmutableHashSet<IrClause>? Clauses, bool UnknownScopeCountsAsMet)
{
    /// <summary>Everything, nothing taken for granted.</summary>
    public static EvaluationScope Everything { get; } = new(null, UnknownScopeCountsAsMet: false);

    /// <summary>Whether a clause takes part.</summary>
    public bool Covers(IrClause clause) => Clauses is null || Clauses.Contains(clause);
}
