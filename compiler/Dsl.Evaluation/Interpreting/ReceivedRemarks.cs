// What money of earlier years did to an award, in one sentence that names the records.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Writes the sentences.</summary>
internal static class ReceivedRemarks
{
    /// <summary>One per row from which something was taken off, one for the clause, and one for each 合计上限.</summary>
    public static ImmutableArray<ApprovalNote> Of(ClauseEvaluation work)
    {
        if (work is { Received: null, Shortfall: null } && !work.JointCuts.Any(static cut => cut.Bites)
            && work.Units.All(static unit => unit.Received is null))
            return [];
        var notes = work.Units.Where(static unit => unit.Received is not null).Select(Note).ToList();
        if (work.Received is { } received)
            notes.Add(new(work.Clause.PerRow is null || work.DisplacedBy is not null ? null : PaymentRecord.CutRow, () => Text(received)));
        if (work.Shortfall is { } shortfall)
            notes.Add(new(work.DisplacedBy is not null ? null : PaymentRecord.CutRow, () => Text(shortfall)));
        notes.AddRange(work.JointCuts.Where(static cut => cut.Bites)
            .Select(cut => new ApprovalNote(work.Clause.PerRow is null ? null : PaymentRecord.CutRow, () => cut.Text)));
        return [.. notes];
    }

    /// <summary>The sentence.</summary>
    public static string Text(ReceivedOutcome received)
    {
        var from = received.From.SelectMany(static receipt => receipt.ByYear.Where(static year => year.Value != Bounds.Exactly(0))
            .Select(year => (Year: year.Key, Text: $"{year.Key}年度 {Name(receipt)} {Wording.Money(year.Value)}")));
        return $"同一事项以前年度已得（{string.Join("、", from.OrderBy(static entry => entry.Year).Select(static entry => entry.Text))}）："
            + $"由 {Wording.Money(received.Before.Bounds)} 减为 {Wording.Money(received.After.Bounds)}。";
    }

    /// <summary>What displaced rows would have received.</summary>
    public static string Text(RowShortfall shortfall) => shortfall.Loser is null
        ? $"逐行比较在上限之前：有的行改给让位的条款，这一事项合计是 {Wording.Money(Bounds.Exactly(shortfall.Lost))}，高于现在的 "
            + $"{Wording.Money(Bounds.Exactly(shortfall.Kept))}；不再改给，请核对。"
        : $"逐行比较时让位的 {shortfall.Loser} 算得 {Wording.Money(Bounds.Exactly(shortfall.Lost))}，高于本条款过了上限、"
            + $"扣除以前年度已得以后的 {Wording.Money(Bounds.Exactly(shortfall.Kept))}；比较在上限之前，不再改给，请核对。";

    private static ApprovalNote Note(UnitEvaluation unit)
    {
        var received = unit.Received;
        return new(unit.RowKey, () => received is null ? "" : Text(received));
    }

    private static string Name(Receipt receipt) =>
        receipt.ClauseNumber.Length == 0 ? receipt.PolicyNumber : $"{receipt.PolicyNumber} 条款 {receipt.ClauseNumber}";
}
