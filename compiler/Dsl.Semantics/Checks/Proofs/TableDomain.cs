// What the conditions of a clause leave of the cases of its tables: where a condition fails nothing is paid, whatever a table says.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>The conditions that a case must meet, each by itself.</summary>
/// <param name="Conditions">Truths, with what each must be.</param>
/// <param name="Facts">What they leave of each fact.</param>
internal sealed record TableDomain(ImmutableArray<(BoundExpression Truth, bool MustHold)> Conditions, ClauseDomain Facts)
{
    /// <summary>条件 and 排除 of a clause and of its 范围, taken apart at 且 (and, for 排除, at 或), and the period of its 频次.</summary>
    public static TableDomain Of(BoundPolicy policy, BoundClause clause) =>
        new(
            [
                .. ClauseDomain.Conditions(clause).Select(static condition => (condition.Truth, condition.MustHold)),
                .. (clause.Frequency.Window?.Conditions ?? []).Select(static condition => (condition, true)),
            ],
            ClauseDomain.Of(policy, clause));

    /// <summary>Nothing is known of any fact.</summary>
    public static TableDomain Any(SourceText source) => new([], ClauseDomain.Any(source));

    /// <summary>The cases in which a truth holds (or does not) as well.</summary>
    public TableDomain With(BoundExpression truth, bool mustHold) =>
        new([.. Conditions, .. ClauseDomain.Parts(truth, mustHold)], Facts.With(truth, mustHold));
}
