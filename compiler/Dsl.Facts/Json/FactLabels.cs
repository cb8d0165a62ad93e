// Rows of facts that are no data: totals and remarks, known by the same words as in tables.
using System.Collections.Immutable;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;

namespace Dsl.Facts.Json;

/// <summary>Looks at the rows of a JSON array as at those of a table.</summary>
internal static class FactLabels
{
    /// <summary>Per row, why it is no data or may be none; null for data. None at all where every row is data for certain.</summary>
    public static ImmutableArray<DataProblem?> Of(IReadOnlyList<JsonItem> rows, JsonTable table, string file)
    {
        if (!rows.Any(table.IsOdd))
            return [];
        using var reader = new DataRowReader(new ItemReader(rows, table), table.Scanned, TableForm.Rows, file);
        var (problems, chunk) = (ImmutableArray.CreateBuilder<DataProblem?>(rows.Count), new TableBatch());
        while (reader.Read(chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
                problems.Add(chunk.Problem(row));
        }
        // A unit where a figure should be stops a table; here the figure itself is a finding.
        while (problems.Count < rows.Count)
            problems.Add(null);
        return problems.ToImmutable();
    }

    private sealed class ItemReader(IReadOnlyList<JsonItem> rows, JsonTable table) : ITableReader
    {
        private int _next;

        public DataFinding? Fatal => null;

        public long Position => _next;

        public bool Read(TableBatch chunk)
        {
            TextCells[] cells = [.. table.Columns.Select(static _ => new TextCells())];
            chunk.Start(cells);
            for (; chunk.Count < TableBatch.Capacity && _next < rows.Count; _next++)
            {
                for (var i = 0; i < cells.Length; i++)
                    cells[i].Add(rows[_next].Find(table.Columns[i].Name)?.Cell ?? (i == 0 ? table.Owner : ""));
                chunk.Add(_next + 1);
            }
            return chunk.Count > 0;
        }

        public void Dispose()
        {
        }
    }
}
