// One row of a clause with 每个, or the subject as a whole where there is none: each step of its evaluation,
// kept for what follows and for the explanation.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>How a unit stands after the competitions held so far.</summary>
/// <param name="Amount">The award as far as it is due; less where another row displaces it.</param>
/// <param name="IsDue">Whether it is due; 未知 while another row may displace it.</param>
internal sealed record UnitStanding(NumberValue Amount, TruthValue IsDue)
{
    /// <summary>Which clause displaced the row.</summary>
    public Displacement? DisplacedBy { get; init; }

    /// <summary>
    /// What it would have got where another row displaced it; null where nothing did, or earlier years took something off.
    /// </summary>
    public NumberValue? Lost { get; init; }

    /// <summary>What earlier years took off; null where nothing did.</summary>
    public ReceivedOutcome? Received { get; init; }

    /// <summary>The amount before the cut of 单位上限 was shared between the rows; null where it was not.</summary>
    public NumberValue? SharedFrom { get; init; }

    /// <summary>The rows that it competes with while that is open.</summary>
    public CompetingGroup? Group { get; init; }

    /// <summary>What a row waits for while it is open whether another displaces it; none where it stands alone.</summary>
    public Unknowns Rivals { get; init; } = Unknowns.None;
}

/// <summary>累计 最多 … 计 X.</summary>
/// <param name="Stated">X.</param>
/// <param name="Left">What earlier years leave of the allowance.</param>
internal sealed record CountedOutcome(NumberValue Stated, Rational Left);

/// <summary>The evaluation of a clause for one row, or for the subject.</summary>
internal sealed class UnitEvaluation(Frame frame, string? rowKey, UnitOutcome<TruthValue, NumberValue> outcome)
{
    /// <summary>Where facts are read.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>The row's key; null for the subject as a whole.</summary>
    public string? RowKey { get; } = rowKey;

    /// <summary>Before competition.</summary>
    public UnitOutcome<TruthValue, NumberValue> Outcome { get; } = outcome;

    /// <summary>One per condition of the clause.</summary>
    public ImmutableArray<TruthValue> Conditions { get; init; } = [];

    /// <summary>The conditions that certainly do not hold: <see cref="FailedSet{TBits}"/>.</summary>
    public BigInteger Failed { get; init; }

    /// <summary>Net payments of earlier years, which 频次 looked at.</summary>
    public ImmutableSortedDictionary<int, Rational> History { get; init; } = ImmutableSortedDictionary<int, Rational>.Empty;

    /// <summary>What 频次 counts; null where it counts nothing, or the unit does not qualify.</summary>
    public CountedOutcome? Counted { get; init; }

    /// <summary>How much of the allowance the unit takes as it stands; null where nothing is counted.</summary>
    public Bounds? Quantity => Counted is not { } counted ? null
        : AllowanceRule.Taken(counted.Stated.Bounds, counted.Left,
            DisplacedBy is not null || Amount.Bounds.High is { Sign: <= 0 } ? Truth.No : IsDue.Truth);

    /// <summary>The award as if it qualified.</summary>
    public AwardOutcome Award { get; init; } = AwardOutcome.None;

    /// <summary>累计上限 每行 as it was applied; null where there is none.</summary>
    public CapOutcome? RowCap { get; init; }

    /// <summary>After the competitions held so far.</summary>
    public UnitStanding Standing { get; set; } = new(outcome.Amount, outcome.IsDue);

    /// <summary>Whether the policy is in force for it.</summary>
    public TruthValue InForce => Outcome.InForce;

    /// <summary>Whether history leaves room.</summary>
    public TruthValue Frequency => Outcome.Frequency;

    /// <summary>In force, every condition and the frequency together.</summary>
    public TruthValue Qualifies => Outcome.Qualifies;

    /// <summary>The amount as it stands.</summary>
    public NumberValue Amount => Standing.Amount;

    /// <summary>Whether it is due as it stands.</summary>
    public TruthValue IsDue => Standing.IsDue;

    /// <summary>Which clause displaced the row.</summary>
    public Displacement? DisplacedBy => Standing.DisplacedBy;

    /// <summary>What earlier years took off; null where nothing did.</summary>
    public ReceivedOutcome? Received => Standing.Received;

    /// <summary>The rows that it competes with while that is open.</summary>
    public CompetingGroup? Group => Standing.Group;

    /// <summary>Whether it may still get something.</summary>
    public bool IsPossible => DisplacedBy is null && IsDue.Truth != Truth.No;

    /// <summary>The status of the row.</summary>
    public ClauseStatus Status => StatusRule.Of(
        InForce.Truth, Qualifies.Truth, DisplacedBy is not null, IsDue.Truth, Amount.IsCertain,
            (IsDue.Unknowns | Amount.Unknowns).MissesData);

    /// <summary>What still matters.</summary>
    public Unknowns Unknowns => StatusRule.IsOpen(Status) ? IsDue.Unknowns | Amount.Unknowns : Unknowns.None;
}
