// A part of a stored table as the table that its source was: same header, rows, numbers, kinds and problems.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Data.DuckDb;

/// <summary>Reads a part of a stored table.</summary>
/// <param name="table">The table.</param>
/// <param name="path">The file of the part; null where the part has no rows.</param>
/// <param name="rows">How many rows the part has.</param>
public sealed class StoredTableSource(StoredTable table, string? path, long rows) : ITableSource
{
    /// <inheritdoc/>
    public string Shown => table.Shown;

    /// <inheritdoc/>
    public ImmutableArray<string> Header => table.Header;

    /// <inheritdoc/>
    public long? HeaderRow => table.HeaderRow;

    /// <inheritdoc/>
    public ImmutableArray<int> WordColumns => table.WordColumns;

    /// <inheritdoc/>
    public bool IsEmpty => table.IsEmpty;

    /// <inheritdoc/>
    public bool HasOtherRows => table.Rows > 0;

    /// <inheritdoc/>
    public ImmutableArray<DataFinding> Remarks => [.. table.Remarks.Select(static remark => remark.Restored())];

    /// <inheritdoc/>
    public long Length => rows;

    /// <summary>The source, not the file of the part.</summary>
    public InputFile Input => new(table.Shown, table.Sha256);

    /// <inheritdoc/>
    public DataFinding? Unreadable(int column) => table.Problems[column]?.Restored();

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns)
    {
        if (columns.Select(Unreadable).OfType<DataFinding>().FirstOrDefault() is { } unreadable)
            return new StoredTableReader(null, unreadable, table, columns);
        if (path is null)
            return new StoredTableReader(null, null, table, columns);
        var (file, finding) = DuckDbTableSource.Inspect(path);
        if (file is null)
            return new StoredTableReader(null, finding, table, columns);
        var kept = table.KeptColumns;
        var cells = columns.Select(column => StoredColumns.Cells + kept.IndexOf(column));
        return new StoredTableReader(file.Open([.. Enumerable.Range(0, StoredColumns.Cells), .. cells]), null, table, columns);
    }
}

/// <summary>Reads the rows of a part.</summary>
/// <param name="file">The rows of its file; null where there are none.</param>
/// <param name="fatal">Why they cannot be read; null where they can.</param>
/// <param name="table">The table.</param>
/// <param name="columns">The columns that are wanted.</param>
internal sealed class StoredTableReader(ITableReader? file, DataFinding? fatal, StoredTable table, ImmutableArray<int> columns)
    : ITableReader
{
    private readonly ImmutableArray<int> _kept = table.KeptColumns;
    private readonly TableBatch _rows = new();

    /// <inheritdoc/>
    public DataFinding? Fatal => fatal ?? file?.Fatal;

    /// <inheritdoc/>
    public long Position { get; private set; }

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        if (file is null || !file.Read(_rows))
            return false;
        var ours = _rows.Columns;
        var cells = new CellColumn[columns.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Cells(ours[StoredColumns.Cells + i], columns[i], ours[StoredColumns.Kinds]);
        chunk.Start(cells);
        for (var row = 0; row < _rows.Count; row++)
        {
            var problem = ours[StoredColumns.Problem].Text(row);
            chunk.Add(Integer(ours[StoredColumns.Number], row),
                problem.IsEmpty ? null : JsonSerializer.Deserialize(problem, StoredRowShapes.Of.KeptProblem)?.Restored());
            if ((RowContext)Integer(ours[StoredColumns.Context], row) is var context and not RowContext.None)
                chunk.SetContext(row, context);
            if (ours[StoredColumns.CellProblems].Text(row) is { IsEmpty: false } problems)
                Reject(cells, row, problems);
        }
        Position += _rows.Count;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Release();
        file?.Dispose();
    }

    private CellColumn Cells(CellColumn texts, int column, CellColumn kinds)
    {
        if (table.Forms[column] is not StoredTable.Texts and var form)
        {
            var typed = new KeptCells(StoredTable.KindOf(form));
            for (var row = 0; row < _rows.Count; row++)
                typed.Add(texts.Text(row));
            return typed;
        }
        var (cells, at) = (new TextCells(), _kept.IndexOf(column));
        for (var row = 0; row < _rows.Count; row++)
        {
            var letters = kinds.Text(row);
            cells.Add(texts.Text(row),
                letters.IsEmpty ? CellKind.Text : (CellKind)StoredColumns.Letters.IndexOf(letters[at], StringComparison.Ordinal));
        }
        return cells;
    }

    private void Reject(CellColumn[] cells, int row, ReadOnlySpan<char> problems)
    {
        foreach (var (column, problem) in JsonSerializer.Deserialize(problems, StoredRowShapes.Of.StoredCellProblemArray) ?? [])
        {
            if (columns.IndexOf(column) is >= 0 and var at)
                cells[at].Reject(row, problem.Restored());
        }
    }

    private static long Integer(CellColumn cells, int row) => cells is NumberCells numbers ? numbers[row]
        : long.Parse(cells.Text(row), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
