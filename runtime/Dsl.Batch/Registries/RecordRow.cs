// A row of 核定 or 兑现记录 that stands for itself: whose, of what, how much. What it means is asked elsewhere.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>
/// Reads rows of a table bound to <see cref="RecordTable.Columns"/>, for 兑现记录 to <see cref="RecordRow.PaymentColumns"/>.
/// </summary>
internal static class RecordRow
{
    /// <summary>The columns of 兑现记录, with the one that only some clauses need.</summary>
    public static readonly string[] PaymentColumns = [.. RecordTable.Columns, RecordFields.Quantity, RecordFields.Part];

    /// <summary>Whether a column may be left out.</summary>
    public static bool IsOptional(string column, bool isPayment) =>
        column is RecordFields.Policy or RecordFields.Row or RecordFields.Quantity or RecordFields.Part
            || (column == RecordFields.Year && !isPayment);

    /// <summary>Where a column stands among the wanted ones.</summary>
    public static int At(string column) => Array.IndexOf(PaymentColumns, column);

    /// <summary>数量 and 期次 of a row, or why they cannot be used; nothing where the clause has none.</summary>
    public static (Rational? Quantity, PaymentPart? Part, DataFinding? Finding) More(
        TableRow row, RecordRules rules, IrClause? clause, string? rowKey)
    {
        if (!rules.IsPayment || clause is null
            || (clause is { Frequency.Allowance: null, Payout: null } && row.Trimmed(At(RecordFields.Part)).IsEmpty))
            return default;
        var problems = new List<(DataProblem Problem, string Column)>();
        var part = rules.PartOf(clause, rowKey, row.Cell(At(RecordFields.Part)), problems);
        var quantity = part is null ? rules.QuantityOf(clause, rowKey, row.Cell(At(RecordFields.Quantity)), problems) : null;
        return problems is [var (problem, column), ..] ? (null, null, problem.At(row.Place(At(column)))) : (quantity, part, null);
    }

    /// <summary>The record; null where something is wrong with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isPayment">兑现记录 rather than 核定.</param>
    /// <param name="needsPolicy">Whether it must say of which policy it is.</param>
    /// <param name="problems">Takes what is wrong, with the column.</param>
    public static AmountRecord? Read(TableRow row, bool isPayment, bool needsPolicy, List<(DataProblem Problem, string Column)> problems)
    {
        var record = AmountRecord.Read(column => row.Cell(At(column)), isPayment, problems);
        var key = row.Cell(0).Trim();
        if (ValueReader.TextProblem(key) is { } lost)
            problems.Add((lost, BuiltInTables.KeyAlias));
        if (Identity.Of(key).Length == 0)
            problems.Add((RowDiagnostics.NoKey.With(BuiltInTables.KeyAlias), BuiltInTables.KeyAlias));
        if (record is { PolicyNumber: null } && needsPolicy)
            problems.Add((RowDiagnostics.NoPolicyNumber.With(), RecordFields.Policy));
        return problems.Count == 0 ? record : null;
    }
}
