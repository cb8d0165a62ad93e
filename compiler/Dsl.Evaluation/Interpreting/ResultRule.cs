// From the evaluation of a clause to its result, after caps and competition.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Makes results.</summary>
internal static class ResultRule
{
    /// <summary>Status, amount, levels and rows of a clause; the rest is taken over.</summary>
    /// <param name="work">The clause.</param>
    /// <param name="rest">What competition and caps do not change: records, failed conditions, remarks.</param>
    public static ClauseResult Of(ClauseEvaluation work, ClauseResult rest)
    {
        var status = work.Status;
        return rest with
        {
            Status = status,
            Amount = work.Amount.Bounds,
            Unknowns = StatusRule.IsOpen(status) ? work.IsDue.Unknowns | work.Award.Unknowns | work.Amount.Unknowns : Unknowns.None,
            Levels = work.Clause.Kind == ClauseKind.Award ? SharingRule.Split(work.Amount.Bounds, work.Clause.Shares) : [],
            Rows = [.. work.Units.Where(static unit => unit.RowKey is not null).Select(Row)],
            DisplacedBy = status == ClauseStatus.Displaced ? work.Displacement : null,
            CountsInTotals = work.Clause.CountsInTotals,
            Group = work.Group,
            Quantity = QuantityOf(work, status),
            Entitled = work.Payout?.Award.Bounds,
            Parts = work.Payout is { } payout ? [.. payout.Parts.Select(static part => new PartResult(part.Part, part.Amount.Bounds))] : [],
            IsCutTogether = work.JointCuts.Any(static cut => cut.Bites),
            ReceivedNotes = ReceivedRemarks.Of(work),
        };
    }

    private static Bounds? QuantityOf(ClauseEvaluation work, ClauseStatus status) =>
        work.Clause.PerRow is not null || work.Units is not [{ Quantity: { } quantity }] ? null
        : status == ClauseStatus.Displaced || work.Award.Bounds.High is { Sign: <= 0 } ? Bounds.Exactly(0) : quantity;

    private static RowResult Row(UnitEvaluation unit) =>
        new(unit.RowKey ?? "", unit.Status, unit.Amount.Bounds, unit.Unknowns, unit.DisplacedBy)
        {
            Group = unit.Group, Quantity = unit.Quantity,
        };
}
