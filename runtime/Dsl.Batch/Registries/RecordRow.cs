// A row of 核定 or 兑现记录 that stands for itself: whose, of what, how much. What it means is asked elsewhere.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>Reads rows of a table bound to <see cref="RecordTable.Columns"/>.</summary>
internal static class RecordRow
{
    /// <summary>Where a column stands among the wanted ones.</summary>
    public static int At(string column) => Array.IndexOf(RecordTable.Columns, column);

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
