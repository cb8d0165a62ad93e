// The rows of a part of a stored table in a Parquet file: cells as texts, and beside them what the source said of each row.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dsl.Data.Outputs;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

[JsonSerializable(typeof(KeptProblem))]
[JsonSerializable(typeof(StoredCellProblem[]))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class StoredRowShapes : JsonSerializerContext
{
    public static StoredRowShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>The columns of the file: five of ours, then <c>c0</c>, <c>c1</c> … for the columns of the header that are kept.</summary>
internal static class StoredColumns
{
    /// <summary>Places of our columns.</summary>
    public const int Number = 0, Context = 1, Kinds = 2, Problem = 3, CellProblems = 4, Cells = 5;

    /// <summary>The letter of a kind of cell.</summary>
    public const string Letters = "TND";

    /// <summary>All columns of the file of a table.</summary>
    public static ImmutableArray<DuckDbColumn> Of(StoredTable table) =>
    [
        new("number", DuckDBType.BigInt), new("context", DuckDBType.BigInt), new("kinds", DuckDBType.Varchar),
        new("problem", DuckDBType.Varchar), new("cell_problems", DuckDBType.Varchar),
        .. table.KeptColumns.Select(static column => new DuckDbColumn(NameOf(column), DuckDBType.Varchar)),
    ];

    private static string NameOf(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");
}

/// <summary>Takes rows of a part one by one, outside memory, and writes them into a file in the end.</summary>
public sealed class StoredRows : IDisposable
{
    private readonly StoredTable _table;
    private readonly ImmutableArray<int> _columns;
    private readonly RowSpool _spool;
    private readonly string[] _row;

    /// <summary>Begins a part.</summary>
    /// <param name="table">The table.</param>
    /// <param name="temporary">A name for the file in which rows wait.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public StoredRows(StoredTable table, string temporary)
    {
        (_table, _columns) = (table, table.KeptColumns);
        _row = new string[StoredColumns.Cells + _columns.Length];
        _spool = new(temporary, _row.Length);
    }

    /// <summary>How many rows it has.</summary>
    public long RowCount => _spool.RowCount;

    /// <summary>Adds a row as its source gives it.</summary>
    /// <param name="chunk">Rows with the columns of <see cref="StoredTable.KeptColumns"/>.</param>
    /// <param name="row">Which of them.</param>
    /// <param name="context">What to add to what the chunk says of its context.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(TableBatch chunk, int row, RowContext context)
    {
        _row[StoredColumns.Number] = chunk.Number(row).ToString(CultureInfo.InvariantCulture);
        _row[StoredColumns.Context] = ((int)(chunk.Context(row) | context)).ToString(CultureInfo.InvariantCulture);
        _row[StoredColumns.Problem] =
            chunk.Problem(row) is { } problem ? Text(KeptProblem.Of(problem), StoredRowShapes.Of.KeptProblem) : "";
        var (kinds, hasKinds, problems) = (new char[_columns.Length], false, default(List<StoredCellProblem>));
        for (var i = 0; i < _columns.Length; i++)
        {
            var cells = chunk.Columns[i];
            _row[StoredColumns.Cells + i] = cells.Text(row).ToString();
            // Of typed columns the form of the column says it.
            var kind = cells is TextCells ? cells.KindOf(row) : CellKind.Text;
            kinds[i] = StoredColumns.Letters[(int)kind];
            hasKinds |= kind != CellKind.Text;
            if (cells.Problem(row) is { } unusable)
                (problems ??= []).Add(new(_columns[i], KeptProblem.Of(unusable)));
        }
        _row[StoredColumns.Kinds] = hasKinds ? new(kinds) : "";
        _row[StoredColumns.CellProblems] =
            problems is null ? "" : Text([.. problems], StoredRowShapes.Of.StoredCellProblemArray);
        _spool.Write(_row);
    }

    /// <summary>Writes the file, and brings it to the disk.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="writer">What writes; one file after the other.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Write(string path, StoredFileWriter writer, CancellationToken cancellation)
    {
        using var rows = _spool.Read();
        writer.Write(path, StoredColumns.Of(_table), target => Next(rows, target),
            _spool.RowCount == 0 ? 0 : _spool.TextBytes / _spool.RowCount, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    private bool Next(RowSpool.Reader rows, DuckDbRowWriter target)
    {
        if (!rows.TryRead())
            return false;
        target.Set(StoredColumns.Number, Integer(rows[StoredColumns.Number]));
        target.Set(StoredColumns.Context, Integer(rows[StoredColumns.Context]));
        for (var i = StoredColumns.Kinds; i < _row.Length; i++)
        {
            if (!rows[i].IsEmpty)
                target.SetUtf8(i, rows[i]);
        }
        return true;
    }

    private static long Integer(ReadOnlySpan<byte> digits) =>
        long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Text<T>(T shape, JsonTypeInfo<T> type) => JsonSerializer.Serialize(shape, type);
}

/// <summary>Writes the files of a snapshot, one after the other. Holds no rows.</summary>
public sealed class StoredFileWriter : IDisposable
{
    private const int LeastMegabytes = 64, MegabytesPerColumn = 1;

    private readonly DuckDbConnection _connection;

    /// <summary>Begins.</summary>
    /// <param name="columns">How many columns the widest table has.</param>
    /// <param name="spill">A name for what outgrows the memory.</param>
    public StoredFileWriter(int columns, string spill) => _connection = DuckDbConnection.Open(new()
    {
        Threads = 1, MemoryMegabytes = LeastMegabytes + MegabytesPerColumn * (StoredColumns.Cells + columns), SpillFolder = spill,
    });

    /// <summary>Why no files can be written here; null where they can.</summary>
    public static DataProblem? Problem() => DuckDbConnection.LibraryProblem();

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    internal void Write(string path, ImmutableArray<DuckDbColumn> columns, Func<DuckDbRowWriter, bool> next, long textBytes,
        CancellationToken cancellation)
    {
        DuckDbTableWriter.OfRows(_connection, columns, next, textBytes).CopyToParquet(path, cancellation);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
