// Rows and clauses of one 事项 that can only be decided together: who wins a row depends on who is paid as a clause.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Row by row, and then as clauses, is the right order where the clauses of a 明细 stand alike. Where they do not (some of them look back
/// and others do not, or a clause stands against some of them only), rows that win may lose as a clause and leave no row in their place:
/// so everything that can be paid together is worked out, with its rows, and the selection with the greatest sum is paid.
/// </summary>
/// <param name="works">The clauses of the 事项 that take part, in the order that breaks ties.</param>
/// <param name="rows">Contests between rows.</param>
/// <param name="support">Support of the year that names no row, as contenders.</param>
/// <param name="received">What was received in earlier years.</param>
/// <param name="addUp">Sum and caps of a clause.</param>
internal sealed class JointCompetition(IReadOnlyList<ClauseEvaluation> works, RowCompetitions rows,
    Func<IReadOnlyList<CompetingAward>> support, Receipts received, Action<ClauseEvaluation> addUp)
{
    /// <summary>More selections than this are not worked out.</summary>
    private const int Most = 512;

    private readonly List<ClauseEvaluation> _live = [.. works.Where(IsLive)];

    /// <summary>
    /// Whether clauses of one 明细 stand differently, or money of earlier years would come off rows and off a clause beside them.
    /// </summary>
    public bool IsNeeded
    {
        get
        {
            if (_live.TrueForAll(static work => work.Clause.PerRow is null))
                return false;
            var sides = _live.ToDictionary(static work => work, Side,
                (IEqualityComparer<ClauseEvaluation>)ReferenceEqualityComparer.Instance);
            return _live.Where(static work => work.Clause.PerRow is not null).GroupBy(static work => work.Clause.PerRow)
                .Any(group => StandDifferently([.. group], sides))
                || _live.Exists(row => row.Clause.PerRow is not null && _live.Exists(other => MayPayTwice(row, other, sides[other])));
        }
    }

    /// <summary>What is waited for while it cannot be decided: the clauses of which not everything is known, else all.</summary>
    public IReadOnlyList<ICompetitor> Waits =>
        _live.Exists(static work => !IsCertain(work)) ? _live.FindAll(static work => !IsCertain(work)) : _live;

    /// <summary>
    /// Whether the sum would have been greater with another choice of rows, where caps leave less, and that sum;
    /// false where something is not certain.
    /// </summary>
    public bool IsShortfallKnown(out RowShortfall? shortfall)
    {
        shortfall = null;
        var rivals = _live.FindAll(work => work.Clause.PerRow is not null
            && _live.Exists(other => !ReferenceEquals(other, work) && ReferenceEquals(other.Clause.PerRow, work.Clause.PerRow)));
        if (rivals.Count == 0 || Sides() is not { } sides)
            return false;
        if (rivals.TrueForAll(static work => work.Clause is { SubjectCap: null, CumulativeCap: null, Frequency.Times: null }))
            return true;
        return Prepared(sides) is var (options, trial) && JointRemarks.IsKnown(options, trial, out shortfall);
    }

    /// <summary>
    /// Decides rows and clauses; false (and nothing is changed) where something is not certain, or there are too many selections.
    /// </summary>
    public bool Decide()
    {
        if (Sides() is not { } sides || Prepared(sides) is not var (options, trial) || Best(options, sides, trial) is not { } best)
            return false;
        trial.Pay(best, sides);
        return true;
    }

    /// <summary>All contenders, each with its rivals; null where something is not certain.</summary>
    private List<CompetingAward>? Sides()
    {
        List<CompetingAward> sides = [.. support(), .. _live.Select(Side)];
        if (!_live.TrueForAll(IsCertain)
            || !sides.TrueForAll(static side =>
                (side.Work is not null || side.IsSettled) && side.Received.All(static receipt => receipt.Amount.IsPoint)))
            return null;
        Competition.Oppose(sides, MeetAsClauses);
        return sides;
    }

    private (List<List<CompetingAward>> Options, JointTrial Trial)? Prepared(List<CompetingAward> sides)
    {
        if (Options(sides.FindAll(static side => side.IsLive)) is not { } options)
            return null;
        rows.Supersede(_live);
        return (options, new(_live, rows, received, addUp));
    }

    /// <summary>Rows of the same 明细 have met one by one.</summary>
    public static bool MeetAsClauses(CompetingAward left, CompetingAward right) =>
        left.Work?.Clause.PerRow is not { } detail || !ReferenceEquals(detail, right.Work?.Clause.PerRow)
        || Competition.MeetAsWhole(left.Work, right.Work);

    private static List<CompetingAward>? Best(List<List<CompetingAward>> options, List<CompetingAward> sides, JointTrial trial)
    {
        var (best, most) = ((List<CompetingAward>?)null, Rational.Zero);
        foreach (var option in options)
        {
            if (trial.Total(option) is not { } total)
            {
                trial.Reset();
                return null;
            }
            // With equal amounts the earlier one wins.
            if (best is not null && (total < most || (total == most && !IsEarlier(option, best, sides))))
                continue;
            (best, most) = (option, total);
        }
        trial.Reset();
        return best;
    }

    private static bool IsEarlier(List<CompetingAward> option, List<CompetingAward> other, List<CompetingAward> sides) =>
        sides.Find(side => option.Contains(side) != other.Contains(side)) is { } first && option.Contains(first);

    /// <summary>
    /// What can be paid together. Rows from which money of earlier years comes off may also leave the field to rows of the same 明细 from
    /// which it does not.
    /// </summary>
    private static List<List<CompetingAward>>? Options(List<CompetingAward> sides)
    {
        if (Selections.Of(sides) is not { } selections)
            return null;
        var options = new List<List<CompetingAward>>();
        foreach (var selection in selections)
        {
            var mayYield = selection.FindAll(side => !side.Received.IsEmpty
                && selection.Exists(other => other != side && !MeetAsClauses(side, other) && !side.Received.SequenceEqual(other.Received)));
            if (mayYield.Count > 9 || options.Count + (1 << mayYield.Count) > Most)
                return null;
            for (var mask = 0; mask < 1 << mayYield.Count; mask++)
                options.Add(selection.FindAll(side => mayYield.IndexOf(side) is var at && (at < 0 || (mask >> at & 1) == 0)));
        }
        return options;
    }

    private CompetingAward Side(ClauseEvaluation work) =>
        CompetingAward.Of(work, NumberValue.Zero, TruthValue.Yes, received.OfClause(work));

    private bool StandDifferently(List<ClauseEvaluation> group, Dictionary<ClauseEvaluation, CompetingAward> sides)
    {
        var first = group[0];
        return group.Exists(other => !ReferenceEquals(first, other) && (!sides[first].Received.SequenceEqual(sides[other].Received)
            || (Competition.MeetsOutsiders(first) != Competition.MeetsOutsiders(other) && support().Count > 0)
            || _live.Exists(rival =>
                !ReferenceEquals(rival.Clause.PerRow, first.Clause.PerRow)
                && Competition.CanMeet(first, rival) != Competition.CanMeet(other, rival))));
    }

    /// <summary>
    /// What was received for rows comes off rows of the same 明细, and as a sum off other clauses: off both where both are paid.
    /// </summary>
    private bool MayPayTwice(ClauseEvaluation row, ClauseEvaluation other, CompetingAward side) =>
        !side.Received.IsEmpty && !ReferenceEquals(row.Clause.PerRow, other.Clause.PerRow) && !Competition.AreRivals(row, other)
        && row.Units.Any(unit => received.OfRow(row, unit.RowKey).Any(receipt => side.Received.Any(receipt.IsOfSame)));

    private static bool IsLive(ClauseEvaluation work) =>
        work.TableIsMissing ? work.AnyRow is { IsDue.Truth: not Truth.No } : work.Units.Any(static unit => unit.IsDue.Truth != Truth.No);

    private static bool IsCertain(ClauseEvaluation work) =>
        !work.TableIsMissing
        && work.Units.All(static unit => unit.IsDue.Truth == Truth.No || (unit.IsDue.Truth == Truth.Yes && unit.Amount.IsCertain));
}
