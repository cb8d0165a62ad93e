// Contests between rows of one 明细 with the same 事项 and key, before the sum.

namespace Dsl.Evaluation.Interpreting;

/// <summary>Holds the contests between the rows of a 事项.</summary>
/// <param name="matter">事项.</param>
/// <param name="support">Support under policies that are not written here.</param>
/// <param name="received">What was received in earlier years.</param>
internal sealed class RowCompetitions(string matter, OutsideSupport support, Receipts received)
{
    /// <summary>Decides them; rows that were displaced before take no part.</summary>
    /// <param name="works">The clauses that take part.</param>
    /// <param name="waits">What all contenders wait for; null where the contests are to be decided.</param>
    public void Hold(IEnumerable<ClauseEvaluation> works, IReadOnlyList<ICompetitor>? waits = null)
    {
        foreach (var (rowKey, members) in Rows(works))
        {
            Competition.Decide([.. support.For(matter, rowKey, forRows: true), .. members.Select(static member => member.Side)],
                static (left, right) => !Competition.MeetAsWhole(left.Work, right.Work), matter, rowKey, waits);
            foreach (var (unit, side) in members)
            {
                unit.Standing = new(side.Amount, side.IsDue)
                {
                    DisplacedBy = side.DisplacedBy,
                    Lost = side is { DisplacedBy.Rule: Competition.Higher, Received.IsEmpty: true } ? side.Own : null,
                    Received = side.Outcome,
                    Group = side.Group,
                    Rivals = side.Waits,
                };
            }
        }
    }

    /// <summary>从新 between rows, which displaces rows whichever clause is paid.</summary>
    public void Supersede(IEnumerable<ClauseEvaluation> works)
    {
        foreach (var (_, members) in Rows(works))
        {
            Competition.Supersede(members.ConvertAll(static member => member.Side), static (_, _) => true);
            foreach (var (unit, side) in members.Where(static member => member.Side.DisplacedBy is not null))
                unit.Standing = unit.Standing with { Amount = side.Amount, DisplacedBy = side.DisplacedBy };
        }
    }

    private List<(string? RowKey, List<(UnitEvaluation Unit, CompetingAward Side)> Members)> Rows(IEnumerable<ClauseEvaluation> works) =>
    [
        .. works.Where(static work => work.Clause.PerRow is not null)
            .SelectMany(static work => work.Units.Where(static unit => unit.DisplacedBy is null).Select(unit => (Work: work, Unit: unit)))
            .GroupBy(static row => (row.Work.Clause.PerRow, row.Unit.RowKey))
            .Select(group => (group.Key.RowKey, group.Select(row => (row.Unit, Side(row.Work, row.Unit))).ToList())),
    ];

    private CompetingAward Side(ClauseEvaluation work, UnitEvaluation unit) =>
        CompetingAward.Of(work, unit.Amount, unit.IsDue, new(received.OfRow(work, unit.RowKey), []));
}
