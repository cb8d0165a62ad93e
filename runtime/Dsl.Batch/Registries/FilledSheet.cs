// A sheet for officers that has been filled in is not overwritten.
using Dsl.Data;
using Dsl.Data.Excel;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Looks at what stands where a sheet would be written.</summary>
internal static class FilledSheet
{
    /// <summary>Whether a file is there that has amounts, or that is no table (so that its content is unknown).</summary>
    public static bool HoldsAmounts(string path)
    {
        if (!FileStatus.Of(path).IsThere)
            return false;
        // A workbook with several sheets was not made here, or was edited.
        if (TableSources.FormatOf(path)?.Resolve(path, BuiltInTables.Approvals, [BuiltInTables.Approvals])
            is { Source: null, Findings: [{ Problem.Rule: var asked }, ..] }
            && asked == ExcelDiagnostics.ManySheets)
            return true;
        var (source, finding) = TableSources.Open(path);
        if (source is null)
            return finding is not { Problem.Rule: var rule } || rule != FileDiagnostics.NoHeader;
        var (table, _) = MappedTable.Bind(source, [new(RecordFields.Amount) { Type = DslType.Money }], ColumnMapping.None);
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            if (table.IndexOf(0) is null || !string.IsNullOrWhiteSpace(row.Cell(0)))
                return true;
        }
        return rows.Fatal is not null;
    }
}
