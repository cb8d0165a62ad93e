// One row of a clause with 每个, or the subject as a whole where there is none: each step of its evaluation,
// kept for what follows and for the explanation.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>What a clause comes to for one row, or for the subject.</summary>
internal sealed class UnitEvaluation(Frame frame, string? rowKey)
{
    /// <summary>Where facts are read.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>The row's key; null for the subject as a whole.</summary>
    public string? RowKey { get; } = rowKey;

    /// <summary>Whether the policy is in force for it.</summary>
    public required TruthValue InForce { get; init; }

    /// <summary>One per condition of the clause.</summary>
    public required ImmutableArray<TruthValue> Conditions { get; init; }

    /// <summary>Whether history leaves room.</summary>
    public required TruthValue Frequency { get; init; }

    /// <summary>Net payments of earlier years, which <see cref="Frequency"/> looked at.</summary>
    public required ImmutableSortedDictionary<int, Rational> History { get; init; }

    /// <summary>In force, every condition and the frequency together.</summary>
    public required TruthValue Qualifies { get; init; }

    /// <summary>The award as if it qualified.</summary>
    public required AwardOutcome Award { get; init; }

    /// <summary>The award under conditions and gates; displaced or kept open by rivals later.</summary>
    public required NumberValue Amount { get; set; }

    /// <summary>Whether the conditions hold and no gate holds it back.</summary>
    public required TruthValue IsDue { get; set; }

    /// <summary>Which clause displaced the row.</summary>
    public Displacement? DisplacedBy { get; set; }

    /// <summary>
    /// What it would have come to where another row displaced it; null where nothing did, or earlier years took something off.
    /// </summary>
    public NumberValue? Lost { get; set; }

    /// <summary>What earlier years took off; null where nothing did.</summary>
    public ReceivedOutcome? Received { get; set; }

    /// <summary>The rows that it competes with while that is open.</summary>
    public CompetingGroup? Group { get; set; }

    /// <summary>What a row waits for while it is open whether another displaces it; none where it stands alone.</summary>
    public Unknowns Waits { get; set; } = Unknowns.None;

    /// <summary>Whether it may still get something.</summary>
    public bool IsPossible => DisplacedBy is null && IsDue.Truth != Truth.No;

    /// <summary>The status of the row.</summary>
    public ClauseStatus Status => StatusRule.Of(
        InForce.Truth, Qualifies.Truth, DisplacedBy is not null, IsDue.Truth, Amount.IsCertain,
            (IsDue.Unknowns | Amount.Unknowns).MissesData);

    /// <summary>What still matters.</summary>
    public Unknowns Unknowns => StatusRule.IsOpen(Status) ? IsDue.Unknowns | Amount.Unknowns : Unknowns.None;
}
