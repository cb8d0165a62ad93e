// 从新 and 从高不重复: who meets whom, between rows and between clauses, with the built-in detail 其他政策支持.
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Holds the contests of a subject.</summary>
/// <param name="works">The clauses, earlier policies first (by 施行日期, then 文号), then in the order of the file.</param>
/// <param name="support">Support under policies that are not written here.</param>
/// <param name="received">What was received in earlier years.</param>
internal sealed class Combination(IReadOnlyList<ClauseEvaluation> works, OutsideSupport support, Receipts received)
{
    /// <summary>The contests of a subject under some clauses of a program.</summary>
    public static Combination Of(IReadOnlyList<ClauseEvaluation> works, SubjectFacts facts, IrProgram program, int year)
    {
        var support = new OutsideSupport(facts, year);
        return new(works, support, new(facts, program, year, support));
    }

    /// <summary>
    /// Between rows of the same 明细 with the same key, before the sum; between clauses, after the caps. Where that order would leave money
    /// unpaid, both at once.
    /// </summary>
    /// <param name="addUp">Sum and caps of a clause.</param>
    public void Decide(Action<ClauseEvaluation> addUp)
    {
        foreach (var work in works.Where(static work => !TakesPart(work)))
            addUp(work);
        foreach (var group in works.Where(TakesPart).GroupBy(static work => work.Clause.Contest ?? ""))
        {
            var (members, rows) = (group.ToList(), new RowCompetitions(group.Key, support, received));
            var joint = new JointCompetition(members, rows, () => support.For(group.Key, null, forRows: false), received, addUp);
            var (isJoint, isKnown) = (joint.IsNeeded, joint.IsShortfallKnown(out var shortfall));
            if (!isJoint || !joint.Decide())
            {
                var waits = isJoint ? joint.Waits : null;
                rows.Hold(members, waits);
                members.ForEach(addUp);
                BetweenClauses(group.Key, members, waits);
            }
            if (!isKnown || shortfall is not null)
                NoteShortfalls(members, shortfall);
        }
    }

    private void BetweenClauses(string matter, List<ClauseEvaluation> clauses, IReadOnlyList<ICompetitor>? waits)
    {
        var members = clauses.ConvertAll(
            work => (Work: work, Side: CompetingAward.Of(work, work.Amount, work.Total.Takes, received.OfClause(work))));
        var outside = support.For(matter, null, forRows: false);
        Competition.Decide(
            [.. outside, .. members.Select(static member => member.Side)], JointCompetition.MeetAsClauses, matter, null, waits);
        foreach (var (work, side) in members)
        {
            work.Standing = new(side.Amount, side.Newer.IsNone ? work.IsDue : side.IsDue)
            {
                DisplacedBy = side.DisplacedBy,
                Group = side.Group,
                Received = side.Outcome,
                MayLose = !side.Waits.IsNone || !side.Received.IsEmpty,
            };
        }
    }

    /// <summary>Rows are compared before caps: where these leave less than another choice would have, a remark says so.</summary>
    /// <param name="works">The clauses of the 事项.</param>
    /// <param name="shortfall">The sum under another choice; null where it is not known.</param>
    private static void NoteShortfalls(List<ClauseEvaluation> works, RowShortfall? shortfall)
    {
        foreach (var winner in works.Where(static work => work.Clause.PerRow is not null
            && (work.Received is not null || (work.DisplacedBy is null && work.Caps.Any(static cap => cap.Bites)))))
        {
            foreach (var loser in works
                .Where(other => !ReferenceEquals(other, winner) && ReferenceEquals(other.Clause.PerRow, winner.Clause.PerRow)))
            {
                var lost = loser.Units.Where(unit =>
                    unit.DisplacedBy is { } by && by.PolicyNumber == winner.Policy.Number && by.ClauseNumber == winner.Clause.Number)
                    .Aggregate(Rational.Zero, static (sum, unit) => sum + (unit.Standing.Lost?.Bounds.Low ?? 0));
                if (winner.Amount.Bounds.High is { } kept && lost > kept && lost > (winner.Shortfall?.Lost ?? 0))
                    winner.Shortfall = new(((ICompetitor)loser).Label, lost, kept);
            }
        }
        if (shortfall is not null && works.TrueForAll(static work => work.Shortfall is null)
            && works.Find(static work => work.Clause.PerRow is not null && work.Caps.Any(static cap => cap.Bites)) is { } capped)
            capped.Shortfall = shortfall;
    }

    private static bool TakesPart(ClauseEvaluation work) => work.Clause is { Contest: not null, IsStackable: false };
}
