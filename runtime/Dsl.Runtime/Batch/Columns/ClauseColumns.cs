// What a clause comes to for one subject, after its rows are added up and capped: the columns' counterpart of the interpreter's ClauseWork.
using Dsl.Ir.Results;
using Dsl.Library.Kernels;
using Dsl.Library.Values;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>One unit (the subject, or a row under 每个) under gates.</summary>
/// <param name="Outcome">What the kernel says.</param>
/// <param name="IsDue">Whether the conditions hold and no gate holds it back.</param>
/// <param name="Amount">The award under both, in fen.</param>
internal readonly record struct UnitState(UnitOutcome Outcome, Tri IsDue, Interval Amount)
{
    /// <summary>A unit behind a gate.</summary>
    public static UnitState Of(UnitOutcome outcome, Tri gate)
    {
        var isDue = outcome.Qualifies & gate;
        return new(outcome, isDue, Interval.Under(isDue, outcome.Award));
    }

    /// <summary>The status by itself.</summary>
    public ClauseStatus Status(UnitStatus rule) => rule.Of(Outcome.InForce.Truth, Outcome.Qualifies.Truth, IsDue, Amount);
}

/// <summary>A clause for one subject.</summary>
internal struct ClauseState
{
    /// <summary>Whether the policy is in force for it.</summary>
    public Truth InForce { get; set; }

    /// <summary>Whether it may qualify.</summary>
    public Truth Qualifies { get; set; }

    /// <summary>Whether it is certainly due.</summary>
    public Tri IsDue { get; set; }

    /// <summary>The amount after the caps, in fen.</summary>
    public Interval Amount { get; set; }

    /// <summary>Conditions that are certainly false for every unit.</summary>
    public ulong Failed { get; set; }
}

/// <summary>The status rule of the interpreter on kernel values.</summary>
/// <param name="dataWaits">The bits of a clause that stand for missing data rather than for decisions.</param>
internal sealed class UnitStatus(ulong dataWaits)
{
    /// <summary>The first status that holds.</summary>
    public ClauseStatus Of(Truth inForce, Truth qualifies, Tri isDue, Interval amount) =>
        inForce == Truth.No ? ClauseStatus.NotInForce
        : qualifies == Truth.No ? ClauseStatus.NotEligible
        : isDue.Truth == Truth.Yes && amount.IsPoint ? ClauseStatus.Eligible
        : ((isDue.Waits | amount.Waits) & dataWaits) != 0 ? ClauseStatus.MissingFacts
        : ClauseStatus.AwaitingDecision;
}
