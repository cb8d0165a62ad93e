// What the conditions of a clause leave of the cases of its tables: where a condition fails nothing is paid, whatever a table says.
using System.Collections.Immutable;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Conditions;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>The conditions that a case must meet, each by itself.</summary>
/// <param name="Conditions">Truths, with what each must be.</param>
internal sealed record TableDomain(ImmutableArray<(BoundExpression Truth, bool MustHold)> Conditions)
{
    /// <summary>条件 and 排除 of a clause and of its 范围, taken apart at 且 (and, for 排除, at 或).</summary>
    public static TableDomain Of(BoundClause clause) =>
        new([.. (clause.Scope?.Conditions ?? []).Concat(clause.Conditions).SelectMany(static condition => ClauseDomain.Parts(condition.Expression, !condition.IsExclusion))]);

    /// <summary>The conditions that read nothing but a column, so that they cut it without looking at the others.</summary>
    public TableDomain On(BoundExpression column) => new([.. Conditions.Where(condition => ReadsOnly(condition.Truth, column))]);

    /// <summary>Whether a value of the column meets every condition that can be told from it.</summary>
    public bool Admits(BoundExpression column, Value sample) =>
        Conditions.All(condition => new CellTruth(column, sample).Of(condition.Truth) is not { } holds || holds == condition.MustHold);

    private static bool ReadsOnly(BoundExpression truth, BoundExpression column) =>
        truth.DescendantsAndSelf().All(node => node is not (BoundFact or BoundLocal or BoundParameter or BoundSpecial or BoundAggregate) || CellTruth.IsColumn(node, column));
}
