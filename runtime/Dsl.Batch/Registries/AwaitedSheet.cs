// The sheet of what waits for 核定 as a run wrote it, read back row by row.
using Dsl.Data.Csv;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Registries;

/// <summary>A sheet that was written as CSV.</summary>
public sealed class AwaitedSheet
{
    private readonly MappedTable _table;

    private AwaitedSheet(MappedTable table) => _table = table;

    /// <summary>Opens a sheet; the finding says why it is none.</summary>
    public static (AwaitedSheet? Sheet, DataFinding? Finding) Open(string path)
    {
        var (file, finding) = CsvSource.Inspect(path);
        if (file is null)
            return (null, finding);
        var (table, findings) =
            MappedTable.Bind(file, [.. ApprovalSheet.Columns.Select(static name => new WantedColumn(name))], ColumnMapping.None);
        return findings.FirstOrDefault(static finding => finding.Severity == Severity.Error) is { } unusable
            ? (null, unusable) : (new(table), null);
    }

    /// <summary>The rows, in the order of the sheet.</summary>
    public IEnumerable<ApprovalSheetRow> Rows
    {
        get
        {
            using var rows = _table.Open();
            while (rows.TryRead(out var row))
            {
                yield return new()
                {
                    Key = row.Cell(0),
                    PolicyNumber = row.Cell(1),
                    ClauseNumber = row.Cell(2),
                    RowKey = row.Cell(3),
                    Year = int.TryParse(row.Cell(4), out var year) ? year : 0,
                    Name = row.Cell(6),
                    ClauseTitle = row.Cell(7),
                    Highest = row.Cell(8),
                    Awaited = row.Cell(9),
                    Remark = row.Cell(10),
                    Check = row.Cell(11),
                };
            }
        }
    }
}
