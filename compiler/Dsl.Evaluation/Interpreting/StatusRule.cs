// The status of a row or clause: the first that holds.
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Statuses.</summary>
internal static class StatusRule
{
    /// <summary>The first status that holds.</summary>
    /// <param name="inForce">Whether the policy is in force.</param>
    /// <param name="qualifies">Whether the conditions hold.</param>
    /// <param name="displacedBy">Which clause certainly displaced it.</param>
    /// <param name="isDue">Whether the conditions hold and no gate holds it back.</param>
    /// <param name="amount">The amount.</param>
    public static ClauseStatus Of(TruthValue inForce, TruthValue qualifies, Displacement? displacedBy, TruthValue isDue, NumberValue amount) =>
        inForce.Truth == Truth.No ? ClauseStatus.NotInForce
        : qualifies.Truth == Truth.No ? ClauseStatus.NotEligible
        : displacedBy is not null ? ClauseStatus.Displaced
        : isDue.Truth == Truth.Yes && amount.IsCertain ? ClauseStatus.Eligible
        : (isDue.Unknowns | amount.Unknowns).MissesData ? ClauseStatus.MissingFacts
        : ClauseStatus.AwaitingDecision;

    /// <summary>What still matters under a status.</summary>
    public static Unknowns Open(ClauseStatus status, TruthValue isDue, NumberValue amount) =>
        status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision ? isDue.Unknowns | amount.Unknowns : Unknowns.None;

    /// <summary>The status of a clause: as above, where a clause with rows is what its rows allow.</summary>
    public static ClauseStatus Of(ClauseWork work)
    {
        var displacedBy = work.DisplacedBy ?? DisplacedRows(work);
        return Of(InForce(work), Qualifies(work), displacedBy, work.IsDue, work.Amount);
    }

    /// <summary>让位 of rows makes the clause 让位 where no other row can get anything.</summary>
    public static Displacement? DisplacedRows(ClauseWork work) =>
        work.Units.Any(static unit => unit.IsPossible) ? null : work.Units.Select(static unit => unit.DisplacedBy).FirstOrDefault(static by => by is not null);

    private static TruthValue InForce(ClauseWork work)
    {
        if (work.AnyRow is { } anyRow)
            return anyRow.InForce;
        return work.Units.All(static unit => unit.InForce.Truth == Truth.No) ? TruthValue.No : TruthValue.Yes;
    }

    private static TruthValue Qualifies(ClauseWork work) =>
        work.TableIsMissing && work.AnyRow is { } anyRow ? TruthValue.Of(anyRow.Qualifies.Truth != Truth.No)
        : TruthValue.Of(work.Units.Any(static unit => unit.Qualifies.Truth != Truth.No));
}
