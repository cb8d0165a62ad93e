// Rows of facts that are no data: totals and remarks, known by the same words as in tables.
using System.Collections.Immutable;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;

namespace Dsl.Facts.Json;

/// <summary>Looks at the rows of a JSON array as at those of a table.</summary>
internal static class FactLabels
{
    /// <summary>What stands in the place of a subject's key where facts leave it out: no word for anything.</summary>
    private const string AnyOwner = "0";

    /// <summary>Per row of a detail, why it is no data or may be none; null for data.</summary>
    public static ImmutableArray<DataProblem?> Of(IReadOnlyList<JsonItem> rows, IrSubject subject, IrDetail detail, string file) =>
        Of(rows, WantedColumn.OfDetail(subject.Key.Name, [BuiltInTables.KeyAlias], detail, static _ => true), AnyOwner, file);

    /// <summary>Why the facts of a subject are none; null for a subject.</summary>
    public static DataProblem? Of(JsonItem row, IrSubject subject, string file) =>
        Of([row], WantedColumn.OfSubject(subject, static _ => true), "", file)[0];

    private static ImmutableArray<DataProblem?> Of(IReadOnlyList<JsonItem> rows, ImmutableArray<WantedColumn> columns, string owner,
        string file)
    {
        var scanned = columns.Select(static (column, index) => new ScannedColumn(index, index, column.Name, column, null))
            .OrderBy(static column => column.IsKey ? 0 : 1);
        using var reader = new DataRowReader(new ItemReader(rows, columns, owner), [.. scanned], TableForm.Rows, file);
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

    private sealed class ItemReader(IReadOnlyList<JsonItem> rows, ImmutableArray<WantedColumn> columns, string owner) : ITableReader
    {
        private int _next;

        public DataFinding? Fatal => null;

        public long Position => _next;

        public bool Read(TableBatch chunk)
        {
            TextCells[] cells = [.. columns.Select(static _ => new TextCells())];
            chunk.Start(cells);
            for (; chunk.Count < TableBatch.Capacity && _next < rows.Count; _next++)
            {
                for (var i = 0; i < cells.Length; i++)
                    cells[i].Add(rows[_next].Find(columns[i].Name)?.Cell ?? (i == 0 ? owner : ""));
                chunk.Add(_next + 1);
            }
            return chunk.Count > 0;
        }

        public void Dispose()
        {
        }
    }
}
