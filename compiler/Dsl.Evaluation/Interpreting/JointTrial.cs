// The sum of a selection of clauses, with rows and caps; the selection that is chosen is paid.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Tries selections out. Nothing of the clauses is open.</summary>
/// <param name="works">All clauses that may be paid.</param>
/// <param name="rows">Contests between rows.</param>
/// <param name="received">What was received in earlier years.</param>
/// <param name="addUp">Sum and caps of a clause.</param>
internal sealed class JointTrial(List<ClauseEvaluation> works, RowCompetitions rows, Receipts received, Action<ClauseEvaluation> addUp)
{
    private readonly List<(UnitEvaluation Unit, UnitStanding Standing)> _before =
        [.. works.SelectMany(static work => work.Units).Select(static unit => (unit, unit.Standing))];

    /// <summary>What was tried so far, counted in rows.</summary>
    public long Effort { get; private set; }

    /// <summary>Rows that are left out, so that others may win in their place.</summary>
    public HashSet<UnitEvaluation> Without { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sum of a selection with money of earlier years taken off; null where a cap is not certain.</summary>
    public Rational? Total(IReadOnlyList<CompetingAward> option) => Run(option) is { } paid ? paid.Low([]) : null;

    /// <summary>Everything as it was before rows met.</summary>
    public void Reset()
    {
        foreach (var (unit, standing) in _before)
            unit.Standing = standing;
    }

    /// <summary>Pays a selection; all others are displaced.</summary>
    /// <param name="option">The selection.</param>
    /// <param name="sides">All contenders, each with its rivals.</param>
    public void Pay(IReadOnlyList<CompetingAward> option, IReadOnlyList<CompetingAward> sides)
    {
        if (Run(option) is not { } paid)
            return;
        paid.Pay();
        foreach (var side in paid.Members)
        {
            if (side.Work is ClauseEvaluation work)
            {
                work.Standing = work.Standing with
                {
                    Amount = side.Amount, DisplacedBy = side.DisplacedBy, Received = side.Outcome, MayLose = !side.Received.IsEmpty,
                };
            }
        }
        foreach (var loser in sides.Where(side => !option.Contains(side)))
            GiveWay(loser, option);
    }

    private PaidTogether? Run(IReadOnlyList<CompetingAward> option)
    {
        Reset();
        Effort += _before.Count;
        var chosen = option.Select(static side => side.Work).OfType<ClauseEvaluation>().ToList();
        foreach (var unit in Without)
            unit.Standing = unit.Standing with { IsDue = TruthValue.No, Amount = NumberValue.Zero };
        rows.Hold(chosen);
        chosen.ForEach(addUp);
        if (chosen.Exists(static work => !work.Amount.IsCertain))
            return null;
        var live = chosen.FindAll(static work => work.Total.Takes.Truth != Truth.No);
        List<ReceivedBefore> before = [.. live.Select(received.OfClause)];
        var reduced = Reduced(before, chosen);
        List<CompetingAward> sides =
        [
            .. option.Where(static side => side.Work is not ClauseEvaluation && side.IsLive),
            .. live.Zip(before, (work, given) => CompetingAward.Of(work, work.Amount, work.Total.Takes, Reduced(given, reduced))),
        ];
        return new(sides, sides);
    }

    private static ReceivedBefore Reduced(ReceivedBefore before, Dictionary<Receipt, Receipt> reduced) =>
        reduced.Count == 0 ? before : before with
        {
            Received = [.. before.Received.Select(receipt => reduced.GetValueOrDefault(receipt, receipt))
                .Where(static receipt => receipt.Amount.High is not { Sign: <= 0 })],
        };

    /// <summary>
    /// What is left of each receipt that came off rows: that does not come off the clauses beside them once more.
    /// </summary>
    private static Dictionary<Receipt, Receipt> Reduced(List<ReceivedBefore> before, List<ClauseEvaluation> chosen)
    {
        var reduced = new Dictionary<Receipt, Receipt>(ReferenceEqualityComparer.Instance);
        var whole = before.SelectMany(static one => one.Received).Distinct(ReferenceEqualityComparer.Instance).OfType<Receipt>().ToList();
        foreach (var outcome in whole.Count == 0 ? [] : chosen.GroupBy(static work => work.Clause.PerRow)
            .Where(static group => group.Key is not null).SelectMany(static group => TakenOffRows([.. group])))
        {
            var left = (outcome.Before.Bounds.Low ?? 0) - (outcome.After.Bounds.Low ?? 0);
            // What comes off rows only comes first: as much as possible is taken off in all.
            foreach (var receipt in outcome.From.OrderBy(receipt => whole.Exists(receipt.IsOfSame) ? 1 : 0))
            {
                var part = Rational.Min(left, receipt.Amount.Low ?? 0);
                left -= part;
                if (part.Sign > 0 && whole.Find(receipt.IsOfSame) is { } same)
                    reduced[same] = reduced.GetValueOrDefault(same, same).Less(part);
            }
        }
        return reduced;
    }

    /// <summary>
    /// What came off the rows of a 明细, of those that are paid together: of a row of which nothing is left to anybody, off the highest.
    /// </summary>
    private static IEnumerable<ReceivedOutcome> TakenOffRows(List<ClauseEvaluation> works)
    {
        foreach (var row in works.SelectMany(static work =>
            work.Units.Where(static unit => unit.IsDue.Truth != Truth.No).Select(unit => (Work: work, Unit: unit)))
            .GroupBy(static row => row.Unit.RowKey))
        {
            var paid = new List<ClauseEvaluation>();
            foreach (var (work, unit) in row.OrderBy(static row => row.Unit.DisplacedBy is null ? 0 : 1)
                .ThenByDescending(static row => row.Unit.Received?.Before.Bounds.Low ?? 0))
            {
                if ((unit.DisplacedBy is not null && unit.Received is null) || paid.Exists(other => Competition.AreRivals(other, work)))
                    continue;
                paid.Add(work);
                if (unit.Received is { } outcome)
                    yield return outcome;
            }
        }
    }

    /// <summary>It gets nothing: its rows are displaced by rows that are paid, else it is displaced as a clause.</summary>
    private void GiveWay(CompetingAward loser, IReadOnlyList<CompetingAward> option)
    {
        if (loser.Work is not ClauseEvaluation work)
            return;
        addUp(work);
        if (loser.DisplacedBy is null)
        {
            var rival = loser.Rivals.Where(option.Contains)
                .OrderByDescending(static other => (other.Work as ClauseEvaluation)?.Amount.Bounds.Low ?? other.Own.Bounds.Low ?? 0)
                .FirstOrDefault();
            if (rival is null && !loser.Received.IsEmpty)
            {
                loser.DisplaceByReceived();
                work.Standing = work.Standing with { Received = new(loser.Received, work.Amount, NumberValue.Zero) };
            }
            else if ((rival ?? loser.Rivals.FirstOrDefault()) is { } winner)
            {
                loser.Displace(winner);
            }
        }
        foreach (var unit in work.Units.Where(static unit => unit.IsPossible))
        {
            var row = option.FirstOrDefault(side =>
                side.Work is ClauseEvaluation other && ReferenceEquals(other.Clause.PerRow, work.Clause.PerRow)
                && work.Clause.PerRow is not null
                && Competition.AreRivals(other, work) && other.Units.Any(paid => paid.RowKey == unit.RowKey && paid.IsPossible));
            if (row is not null)
                unit.Standing = unit.Standing with
                {
                    Amount = NumberValue.Zero,
                    DisplacedBy = new(row.PolicyNumber, row.ClauseNumber, Competition.Higher),
                    Lost = loser.Received.IsEmpty ? unit.Amount : null,
                };
        }
        work.Standing = work.Standing with { Amount = NumberValue.Zero, DisplacedBy = loser.DisplacedBy, MayLose = false };
    }
}
