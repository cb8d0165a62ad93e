// 从新 and 从高不重复: who meets whom, between rows and between clauses, with the built-in detail 其他政策支持.
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Holds the contests of a subject.</summary>
/// <param name="works">The clauses, earlier policies first (by 施行日期, then 文号), then in the order of the file.</param>
/// <param name="support">Support under policies that are not written here.</param>
/// <param name="received">What was received in earlier years.</param>
internal sealed class Combination(IReadOnlyList<ClauseWork> works, OutsideSupport support, Receipts received)
{
    /// <summary>The contests of a subject under some clauses of a program.</summary>
    public static Combination Of(IReadOnlyList<ClauseWork> works, SubjectFacts facts, IrProgram program, int year)
    {
        var support = new OutsideSupport(facts, year);
        return new(works, support, new(facts, program, year, support));
    }

    /// <summary>Between rows of the same 明细 with the same 事项 and key, before the sum.</summary>
    public void BetweenRows()
    {
        var rows = works.Where(TakesPart).Where(static work => work.Clause.Each is not null)
            .SelectMany(static work => work.Units.Select(unit => (Work: work, Unit: unit)))
            .GroupBy(static row => (row.Work.Clause.Matter, row.Work.Clause.Each, row.Unit.RowKey));
        foreach (var group in rows)
        {
            var matter = group.Key.Matter ?? "";
            var members = group.Select(static row => (row.Unit, Side: Contender.Of(row.Work, row.Unit.Amount, row.Unit.IsDue))).ToList();
            members.ForEach(member => received.AddToRow(member.Side, group.Key.RowKey));
            var outside = support.For(matter, group.Key.RowKey, forRows: true);
            Contest.Decide([.. outside, .. members.Select(static member => member.Side)], static (_, _) => true, matter, group.Key.RowKey);
            foreach (var (unit, side) in members)
            {
                unit.Lost = side is { DisplacedBy.Rule: Contest.Higher, Received.IsEmpty: true } ? side.Own : null;
                (unit.Amount, unit.IsDue, unit.DisplacedBy, unit.Group, unit.Waits, unit.Received) = (side.Amount, side.IsDue, side.DisplacedBy, side.Group, side.Waits, side.Outcome);
            }
        }
    }

    /// <summary>Between clauses with the same 事项, after the caps.</summary>
    public void BetweenClauses()
    {
        foreach (var group in works.Where(TakesPart).GroupBy(static work => work.Clause.Matter ?? ""))
        {
            var members = group.Select(static work => (Work: work, Side: Contender.Of(work, work.Amount, work.Takes))).ToList();
            members.ForEach(member => received.AddToClause(member.Side));
            var outside = support.For(group.Key, null, forRows: false);
            Contest.Decide([.. outside, .. members.Select(static member => member.Side)], MeetAsClauses, group.Key, null);
            foreach (var (work, side) in members)
            {
                (work.Amount, work.DisplacedBy, work.Group, work.Received) = (side.Amount, side.DisplacedBy, side.Group, side.Outcome);
                work.MayLose = !side.Waits.IsNone || !side.Received.IsEmpty;
                work.IsDue = side.Newer.IsNone ? work.IsDue : side.IsDue;
            }
        }
        NoteShortfalls();
    }

    /// <summary>Rows are compared before caps and before what clauses without rows received: where these cut the winners below the losers, somebody has to look.</summary>
    private void NoteShortfalls()
    {
        foreach (var winner in works.Where(static work => work.Clause.Each is not null && (work.Received is not null || (work.DisplacedBy is null && work.Caps.Any(static cap => cap.Bites)))))
        {
            foreach (var loser in works.Where(other => !ReferenceEquals(other, winner) && ReferenceEquals(other.Clause.Each, winner.Clause.Each)))
            {
                var lost = loser.Units.Where(unit => unit.DisplacedBy is { } by && by.PolicyNumber == winner.Policy.Number && by.ClauseNumber == winner.Clause.Number)
                    .Aggregate(Rational.Zero, static (sum, unit) => sum + (unit.Lost?.Bounds.Low ?? 0));
                if (winner.Amount.Bounds.High is { } kept && lost > kept && lost > (winner.Shortfall?.Lost ?? 0))
                    winner.Shortfall = new(((IContestant)loser).Label, lost, kept);
            }
        }
    }

    private static bool TakesPart(ClauseWork work) => work.Clause is { Matter: not null, IsAdditional: false };

    // Rows of the same 明细 have met one by one.
    private static bool MeetAsClauses(Contender left, Contender right) =>
        left.Work?.Clause.Each is not { } detail || !ReferenceEquals(detail, right.Work?.Clause.Each);
}
