// Writes rows into a table of DuckDB, and the table into a Parquet file or a .duckdb file.
using System.Collections.Immutable;
using System.Text;

namespace Dsl.Runtime.Data.DuckDb;

/// <summary>Fills a temporary table row by row; a row is what was set since the last <see cref="EndRow"/>, the rest is NULL.</summary>
/// <remarks>The same rows give the same bytes of Parquet, whatever the number of threads: row groups are cut by count, in order.</remarks>
internal sealed unsafe class DuckDbTableWriter : IDisposable
{
    private const string TableName = "rows_to_write";
    private const int RowsPerChunk = 2048;
    private const int BitsPerWord = 64;
    private const byte WidestDecimal = 38, WidthOfInt64 = 18;

    private static readonly Int128 FirstBeyondInt64Decimal = PowerOfTen(WidthOfInt64);

    private readonly DuckDbConnection _connection;
    private readonly ImmutableArray<DuckDbColumn> _columns;
    private readonly DuckDbAppenderHandle _appender;
    private readonly DuckDbChunkHandle _chunk;
    private readonly Target[] _targets;
    private readonly bool[] _isWide;
    private readonly Int128[] _limits;
    private int _row;

    /// <summary>Makes the table; one writer per connection.</summary>
    /// <exception cref="DuckDbException">The table cannot be made.</exception>
    public DuckDbTableWriter(DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns)
    {
        (_connection, _columns) = (connection, columns);
        (_targets, _isWide) = (new Target[columns.Length], new bool[columns.Length]);
        _limits = [.. columns.Select(static column => column.Type == DuckDbType.Decimal ? PowerOfTen(column.Width) : Int128.MaxValue)];
        connection.Execute($"CREATE TEMPORARY TABLE {TableName} ({string.Join(", ", columns.Select(static column => $"{DuckDbSql.Name(column.Name)} {column.SqlType}"))})");
        _chunk = CreateChunk(columns);
        if (DuckDbNative.CreateAppender(connection.Handle, null, TableName, out _appender) != DuckDbState.Success)
        {
            var error = Failure();
            Dispose();
            throw error;
        }
        BeginChunk();
    }

    /// <summary>Rows that were ended.</summary>
    public long RowCount { get; private set; }

    /// <summary>Sets an integer, BOOLEAN (0 or 1), DATE or TIMESTAMP (as stored), or an unscaled DECIMAL.</summary>
    /// <exception cref="OverflowException">It does not fit the column: a mistake of the caller, never cut off silently.</exception>
    public void Set(int column, Int128 value)
    {
        if (Int128.Abs(value) >= _limits[column])
            throw new OverflowException($"{_columns[column].Name}: {value} is too large for {_columns[column].SqlType}");
        var data = _targets[column].Data;
        switch (_columns[column].Storage)
        {
            case DuckDbType.Boolean or DuckDbType.UTinyInt: data[_row] = checked((byte)value); break;
            case DuckDbType.SmallInt: ((short*)data)[_row] = checked((short)value); break;
            case DuckDbType.Integer: ((int*)data)[_row] = checked((int)value); break;
            case DuckDbType.BigInt: ((long*)data)[_row] = checked((long)value); break;
            case DuckDbType.HugeInt:
                ((ulong*)data)[_row * 2] = (ulong)value;
                ((ulong*)data)[_row * 2 + 1] = (ulong)(value >> BitsPerWord);
                break;
            default: throw new InvalidOperationException($"{_columns[column].Name}: {_columns[column].SqlType} takes no integer");
        }
        _isWide[column] |= value >= FirstBeyondInt64Decimal || value <= -FirstBeyondInt64Decimal;
        MarkPresent(column);
    }

    /// <summary>Sets a text of a VARCHAR column.</summary>
    public void Set(int column, ReadOnlySpan<char> text)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        SetUtf8(column, utf8);
    }

    /// <summary>Sets a text of a VARCHAR column.</summary>
    public void SetUtf8(int column, ReadOnlySpan<byte> text)
    {
        if (_columns[column].Type != DuckDbType.Varchar)
            throw new InvalidOperationException($"{_columns[column].Name}: {_columns[column].SqlType} takes no text");
        fixed (byte* start = text)
        {
            byte none = 0;
            DuckDbNative.AssignString(_targets[column].Vector, (ulong)_row, start is null ? &none : start, (ulong)text.Length);
        }
        MarkPresent(column);
    }

    /// <summary>Ends the row.</summary>
    /// <exception cref="DuckDbException">Memory or disk is full.</exception>
    public void EndRow()
    {
        RowCount++;
        if (++_row == RowsPerChunk)
            FlushChunk();
    }

    /// <summary>Writes all rows into a Parquet file, which is replaced.</summary>
    /// <exception cref="DuckDbException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToParquet(string path, CancellationToken cancellation)
    {
        Close();
        _connection.Execute($"COPY ({Selection()}) TO {DuckDbSql.Text(Path.GetFullPath(path))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, USE_TMP_FILE false)", cancellation);
    }

    /// <summary>Writes all rows into a table of a .duckdb file; other tables of the file stay.</summary>
    /// <exception cref="DuckDbException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToDatabase(string path, string table, CancellationToken cancellation)
    {
        Close();
        _connection.Execute($"ATTACH {DuckDbSql.Text(Path.GetFullPath(path))} AS target_file (TYPE duckdb)", cancellation);
        try
        {
            _connection.Execute($"CREATE OR REPLACE TABLE target_file.main.{DuckDbSql.Name(table)} AS {Selection()}", cancellation);
        }
        finally
        {
            _connection.Execute("DETACH target_file", CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _appender?.Dispose();
        _chunk?.Dispose();
    }

    /// <summary>A DECIMAL of 38 digits is written with 18 where every value fits: what most programs read as a 64-bit integer.</summary>
    private string Selection() =>
        $"SELECT {string.Join(", ", _columns.Select((column, i) => column.Type == DuckDbType.Decimal && column.Width == WidestDecimal && !_isWide[i] && column.Scale <= WidthOfInt64
            ? $"CAST({DuckDbSql.Name(column.Name)} AS DECIMAL({WidthOfInt64},{column.Scale})) AS {DuckDbSql.Name(column.Name)}"
            : DuckDbSql.Name(column.Name)))} FROM {TableName}";

    private void Close()
    {
        if (_appender.IsClosed)
            return;
        FlushChunk();
        if (DuckDbNative.CloseAppender(_appender) != DuckDbState.Success)
            throw Failure();
        _appender.Dispose();
    }

    private void MarkPresent(int column) => _targets[column].Validity[_row / BitsPerWord] |= 1UL << (_row % BitsPerWord);

    private void FlushChunk()
    {
        if (_row > 0)
        {
            DuckDbNative.SetChunkSize(_chunk, (ulong)_row);
            if (DuckDbNative.AppendChunk(_appender, _chunk) != DuckDbState.Success)
                throw Failure();
            DuckDbNative.ResetChunk(_chunk);
        }
        BeginChunk();
    }

    /// <summary>Finds the vectors, which a reset may move, and makes every value NULL.</summary>
    private void BeginChunk()
    {
        _row = 0;
        for (var i = 0; i < _columns.Length; i++)
        {
            var vector = DuckDbNative.ChunkVector(_chunk, (ulong)i);
            DuckDbNative.EnsureValidityWritable(vector);
            _targets[i] = new(vector, DuckDbNative.VectorData(vector), DuckDbNative.VectorValidity(vector));
            new Span<ulong>(_targets[i].Validity, RowsPerChunk / BitsPerWord).Clear();
        }
    }

    private DuckDbException Failure() => new(DuckDbErrorKind.Io, DuckDbNative.Text(DuckDbNative.AppenderError(_appender)));

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static DuckDbChunkHandle CreateChunk(ImmutableArray<DuckDbColumn> columns)
    {
        var types = columns.Select(static column => column.Type == DuckDbType.Decimal
            ? DuckDbNative.CreateDecimalType(column.Width, column.Scale)
            : DuckDbNative.CreateLogicalType(column.Type)).ToArray();
        try
        {
            fixed (nint* start = types.Select(static type => type.DangerousGetHandle()).ToArray())
                return DuckDbNative.CreateChunk(start, (ulong)types.Length);
        }
        finally
        {
            foreach (var type in types)
                type.Dispose();
        }
    }

    /// <summary>Where the values of a column go.</summary>
    private readonly struct Target(nint vector, byte* data, ulong* validity)
    {
        public nint Vector { get; } = vector;

        public byte* Data { get; } = data;

        public ulong* Validity { get; } = validity;
    }
}
