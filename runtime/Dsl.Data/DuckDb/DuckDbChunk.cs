// Some rows of a result, column by column, where DuckDB put them: nothing is copied.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Dsl.Data.DuckDb;

/// <summary>Up to 2,048 rows. Vectors and spans of it must not be used after it is disposed; memory of it then throws.</summary>
internal sealed class DuckDbChunk : IDisposable
{
    private readonly DuckDbChunkHandle _chunk;

    internal DuckDbChunk(DuckDbChunkHandle chunk, ImmutableArray<DuckDbColumn> columns)
    {
        (_chunk, Columns) = (chunk, columns);
        RowCount = (int)DuckDbNative.ChunkSize(chunk);
    }

    /// <summary>The columns.</summary>
    public ImmutableArray<DuckDbColumn> Columns { get; }

    /// <summary>How many rows, at least 1.</summary>
    public int RowCount { get; }

    /// <summary>The values of a column.</summary>
    public unsafe DuckDbVector this[int column]
    {
        get
        {
            ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
            var vector = DuckDbNative.ChunkVector(_chunk, (ulong)column);
            return new(this, Columns[column], DuckDbNative.VectorData(vector), DuckDbNative.VectorValidity(vector));
        }
    }

    /// <summary>Whether its memory was given back.</summary>
    internal bool IsDisposed => _chunk.IsClosed;

    /// <inheritdoc/>
    public void Dispose() => _chunk.Dispose();
}

/// <summary>The values of a column in a chunk.</summary>
internal readonly unsafe ref struct DuckDbVector
{
    private const int BitsPerWord = 64;

    private readonly DuckDbChunk _chunk;
    private readonly byte* _data;
    private readonly ulong* _validity;

    internal DuckDbVector(DuckDbChunk chunk, DuckDbColumn column, byte* data, ulong* validity)
    {
        (_chunk, Column, RowCount) = (chunk, column, chunk.RowCount);
        // Pointers are no elements of tuples.
        _data = data;
        _validity = validity;
    }

    /// <summary>The column.</summary>
    public DuckDbColumn Column { get; }

    /// <summary>How many rows.</summary>
    public int RowCount { get; }

    /// <summary>Bit r is row r (from the lowest bit of the first word), set where there is a value; empty where every row has one.</summary>
    public ReadOnlySpan<ulong> Validity => _validity is null ? [] : new(_validity, (RowCount + BitsPerWord - 1) / BitsPerWord);

    /// <summary><see cref="Validity"/>, readable until the chunk is disposed.</summary>
    public ReadOnlyMemory<ulong> ValidityMemory => _validity is null ? default : new DuckDbMemory<ulong>(_chunk, _validity, Validity.Length).Memory;

    /// <summary>Whether a row has no value; what stands in <see cref="Values{T}"/> there means nothing.</summary>
    public bool IsNull(int row) => _validity is not null && (_validity[row / BitsPerWord] >> (row % BitsPerWord) & 1) == 0;

    /// <summary>The values side by side, as they are stored (<see cref="DuckDbColumn.Storage"/>): DECIMAL unscaled, DATE in days and TIMESTAMP in units since 1970.</summary>
    /// <typeparam name="T">A type of the stored size: sbyte … Int128, bool as byte, float, double.</typeparam>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (sizeof(T) != Column.ValueSize || Column.Storage is DuckDbType.Varchar or DuckDbType.Blob)
            throw new InvalidOperationException($"{Column.Name}: values of {Column.SqlType} are no {typeof(T).Name}");
        return new(_data, RowCount);
    }

    /// <summary><see cref="Values{T}"/>, readable until the chunk is disposed.</summary>
    /// <typeparam name="T">As there.</typeparam>
    public ReadOnlyMemory<T> Memory<T>()
        where T : unmanaged =>
        new DuckDbMemory<T>(_chunk, (T*)_data, Values<T>().Length).Memory;

    /// <summary>The bytes of a text, UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        if (Column.Storage is not (DuckDbType.Varchar or DuckDbType.Blob))
            throw new InvalidOperationException($"{Column.Name}: {Column.SqlType} is no text");
        // duckdb_string_t: the length, then 12 bytes of text; longer texts have 4 bytes and the address of the whole.
        const int size = 16, longestInline = 12;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount);
        var entry = _data + row * size;
        var length = *(int*)entry;
        return new(length <= longestInline ? entry + sizeof(int) : *(byte**)(entry + sizeof(long)), length);
    }

    /// <summary>A text.</summary>
    public string Text(int row) => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>The stored integer of any integer, DECIMAL (unscaled), BOOLEAN (0 or 1), DATE, TIMESTAMP or ENUM (number of the member).</summary>
    public Int128 Integer(int row) => Column.Storage switch
    {
        DuckDbType.Boolean or DuckDbType.UTinyInt => Values<byte>()[row],
        DuckDbType.TinyInt => Values<sbyte>()[row],
        DuckDbType.SmallInt => Values<short>()[row],
        DuckDbType.USmallInt => Values<ushort>()[row],
        DuckDbType.Integer => Values<int>()[row],
        DuckDbType.UInteger => Values<uint>()[row],
        DuckDbType.BigInt => Values<long>()[row],
        DuckDbType.UBigInt => Values<ulong>()[row],
        // DuckDB aligns 128 bits to 8 bytes, .NET expects 16: read half by half.
        DuckDbType.HugeInt => new(MemoryMarshal.Cast<Int128, ulong>(Values<Int128>())[row * 2 + 1], MemoryMarshal.Cast<Int128, ulong>(Values<Int128>())[row * 2]),
        _ => throw new InvalidOperationException($"{Column.Name}: {Column.SqlType} is no integer"),
    };
}
