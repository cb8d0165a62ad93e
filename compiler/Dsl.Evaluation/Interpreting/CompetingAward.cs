// A clause, a row of one, or support under a policy that is not written here, as it stands in a contest over one 事项.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A clause as it stands in contests.</summary>
internal interface ICompetitor
{
    IrPolicy Policy { get; }

    IrClause Clause { get; }

    /// <summary>How messages name it.</summary>
    string Label => $"{Policy.Number} 条款 {Clause.Number}";
}

/// <summary>One side of a contest.</summary>
internal sealed class CompetingAward
{
    private CompetingAward(string policyNumber, string clauseNumber, NumberValue own, TruthValue isDue, ReceivedBefore before)
    {
        (PolicyNumber, ClauseNumber, Own, IsDue, Amount) = (policyNumber, clauseNumber, own, isDue, own);
        (Received, TakenBefore) = (before.Received, before.TakenBefore);
    }

    /// <summary>文号.</summary>
    public string PolicyNumber { get; }

    /// <summary>The clause; empty for support under other policies.</summary>
    public string ClauseNumber { get; }

    /// <summary>The clause with its policy; null for support under other policies.</summary>
    public ICompetitor? Work { get; private init; }

    /// <summary>What it would get alone.</summary>
    public NumberValue Own { get; private set; }

    /// <summary>Whether it is certainly due.</summary>
    public TruthValue IsDue { get; private set; }

    /// <summary>What it gets.</summary>
    public NumberValue Amount { get; private set; }

    /// <summary>Which contender displaced it, by which rule.</summary>
    public Displacement? DisplacedBy { get; private set; }

    /// <summary>The group in which it stays open.</summary>
    public CompetingGroup? Group { get; private set; }

    /// <summary>Newer clauses that displace it if they turn out to be due; none where there are none.</summary>
    public Unknowns Newer { get; private set; } = Unknowns.None;

    /// <summary>What it waits for while it is open who wins; none where it stands alone.</summary>
    public Unknowns Waits { get; private set; } = Unknowns.None;

    /// <summary>What was received in earlier years and comes off its award.</summary>
    public ImmutableArray<Receipt> Received { get; }

    /// <summary>What earlier years took off the sum of its rows; all but caps was for money received before.</summary>
    public ImmutableArray<Receipt> TakenBefore { get; }

    /// <summary>What came off its award; null where nothing did.</summary>
    public ReceivedOutcome? Outcome { get; private set; }

    /// <summary>Contenders that still stand against it under 从高不重复.</summary>
    public List<CompetingAward> Rivals { get; } = [];

    /// <summary>Whether it is still in the contest.</summary>
    public bool IsLive => DisplacedBy is null && IsDue.Truth != Truth.No;

    /// <summary>Whether its own amount is settled.</summary>
    public bool IsSettled => IsDue.Truth == Truth.Yes && Own.IsCertain;

    /// <summary>Whether the amount counts in totals.</summary>
    public bool Counts => Work is { Clause.CountsInTotals: true };

    /// <summary>A clause, or a row of it.</summary>
    /// <param name="work">The clause.</param>
    /// <param name="own">What it would get alone.</param>
    /// <param name="isDue">Whether it is certainly due.</param>
    /// <param name="before">What was received for it in earlier years.</param>
    public static CompetingAward Of(ICompetitor work, NumberValue own, TruthValue isDue, ReceivedBefore before) =>
        new(work.Policy.Number, work.Clause.Number, own, isDue, before) { Work = work };

    /// <summary>Support under a policy that is not written here.</summary>
    public static CompetingAward Outside(string policyNumber, NumberValue amount, TruthValue isDue) =>
        new(policyNumber, "", amount, isDue, ReceivedBefore.Nothing);

    /// <summary>Certainly displaced by a rival.</summary>
    public void Displace(CompetingAward winner) => Displace(winner, Competition.RuleBetween(this, winner));

    /// <summary>Certainly displaced: it gets nothing.</summary>
    public void Displace(CompetingAward winner, string rule)
    {
        DisplacedBy = new(winner.PolicyNumber, winner.ClauseNumber, rule);
        Amount = NumberValue.Zero;
    }

    /// <summary>Displaced if one of the newer clauses turns out to be due (从新).</summary>
    public void MayBeSuperseded(Unknowns newer)
    {
        Newer = newer;
        IsDue = new(Truth.Unknown, IsDue.Unknowns | newer);
        Own = Amount = new(new Bounds(0, Own.Bounds.High), Own.Unknowns | newer);
    }

    /// <summary>It gets what remains after receipts of earlier years; nothing left is 让位.</summary>
    /// <param name="left">What is left of its own amount.</param>
    /// <param name="unknowns">What else that depends on.</param>
    public void Keep(Bounds left, Unknowns unknowns)
    {
        if (Received.IsEmpty)
            return;
        Amount = new(left, Own.Unknowns | unknowns);
        Outcome = left == Own.Bounds ? null : new(Received, Own, Amount);
        if (left.High is { Sign: 0 } && IsReceived)
            DisplaceByReceived();
    }

    /// <summary>Nothing is left of it: it is displaced by what was received in earlier years.</summary>
    public void DisplaceByReceived()
    {
        var last = Received.Last(static receipt => receipt.Amount.High is not { Sign: <= 0 });
        var rule = Work?.Clause.Frequency.IsStepUp == true ? Competition.StepUp : Competition.Higher;
        DisplacedBy = new(last.PolicyNumber, last.ClauseNumber, $"{rule}，{last.Years}年度已得");
        Amount = NumberValue.Zero;
        Outcome = new(Received, Own, Amount);
    }

    /// <summary>Whether something that was received comes off both, but once.</summary>
    public bool SharesWith(CompetingAward other) =>
        Received.Any(receipt => other.Received.Contains(receipt, ReferenceEqualityComparer.Instance));

    /// <summary>Whether something was certainly received.</summary>
    public bool IsReceived => Received.Any(static receipt => receipt.Amount.Low is { Sign: > 0 });

    /// <summary>
    /// Open: it keeps [0, the most that it may get], and waits for the rivals that are not settled (where it and all its rivals are
    /// settled, for those of its rivals' rivals that are not).
    /// </summary>
    /// <param name="group">Who competes.</param>
    /// <param name="members">The same as contenders.</param>
    /// <param name="highest">The most that it may get; null is without an upper end.</param>
    /// <param name="others">What else it waits for.</param>
    public void StayOpen(CompetingGroup? group, IReadOnlyList<CompetingAward> members, Rational? highest, IReadOnlyList<ICompetitor> others)
    {
        Group = group;
        var waits = WaitFor(Rivals) | WaitFor(others.Where(other => !ReferenceEquals(other.Clause, Work?.Clause)));
        if (waits.IsNone && IsSettled)
            waits = WaitFor(members) | WaitFor(others);
        waits |=
            members.SelectMany(static member => member.Received).Aggregate(Unknowns.None, static (sum, receipt) => sum | receipt.Unknowns);
        // Where everything is settled there were too many selections to compare: an official has to decide.
        if (waits.IsNone && IsSettled)
            waits = Rivals.Aggregate(Unknowns.None, static (sum, rival) => sum | rival.AsUnknown());
        Waits = Own.Unknowns | IsDue.Unknowns | waits;
        Amount = new(new Bounds(0, highest), Waits);
        Outcome = highest == Own.Bounds.High ? null : new(Received, Own, Amount);
    }

    private static Unknowns WaitFor(IEnumerable<ICompetitor> others) =>
        others.Aggregate(Unknowns.None, static (sum, other) => sum | Unknowns.Of(UnknownKind.Rival, other.Label));

    private static Unknowns WaitFor(IEnumerable<CompetingAward> others) =>
        others.Where(static other => !other.IsSettled).Aggregate(Unknowns.None, static (sum, other) => sum | other.AsUnknown());

    /// <summary>What others wait for while this contender is not settled.</summary>
    public Unknowns AsUnknown() =>
        Work is { } work ? Unknowns.Of(UnknownKind.Rival, work.Label) : Own.Unknowns | IsDue.Unknowns;
}
