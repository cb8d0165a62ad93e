// 已得(条款 n), 已得年数, 已得数量 and what is left of an allowance: figures from 兑现记录 of earlier years.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Reads figures from the records of a subject.</summary>
internal static class HistoryValues
{
    /// <summary>
    /// The figure at a place: of the row where the place has one of the clause's 每个, else of the subject as a whole. Without records
    /// it is as if nothing had been paid.
    /// </summary>
    public static NumberValue Of(IrHistory node, Frame frame, int year)
    {
        if (frame is not { Policy: { } policy, Subject: { } facts } || policy.FindClause(node.ClauseNumber) is not { } clause)
            return NumberValue.Zero;
        var records = new ClauseRecords(facts, policy, clause, year);
        var most = clause.Frequency.Allowance?.Most ?? Rational.Zero;
        NumberValue Figure(Rational paid) =>
            NumberValue.Of(node.Kind == HistoryKind.Left ? AllowanceRule.QuantityLeft(most, paid) : paid);
        if (clause.PerRow is not { } detail || frame.FindRow(detail.Name) is not { } row)
            return Figure(records.Before(node.Kind, clause.PerRow is not null));
        return row.Row is { } known ? Figure(records.Before(node.Kind, known.Key)) : OfAnyRow(records, detail, node.Kind, Figure);
    }

    // Which row it is, is not known: nothing was paid for it, or at most what was paid for all rows.
    private static NumberValue OfAnyRow(ClauseRecords records, IrDetail detail, HistoryKind kind, Func<Rational, NumberValue> figure)
    {
        var (none, all) = (figure(Rational.Zero).Bounds, figure(records.MostOfAnyRow(kind)).Bounds);
        return none == all ? NumberValue.Of(none.Low ?? Rational.Zero)
            : new(none.Hull(all), Unknowns.Of(UnknownKind.Table, detail.Name));
    }
}
