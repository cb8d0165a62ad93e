// Some rows of a result, column by column, where DuckDB put them: nothing is copied.
using System.Collections.Immutable;
using System.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>Up to 2,048 rows. Vectors and spans of it must not be used after it is disposed; memory of it then throws.</summary>
internal sealed class DuckDbChunk : IDisposable
{
    private readonly DuckDBDataChunk _chunk;

    internal DuckDbChunk(DuckDBDataChunk chunk, ImmutableArray<DuckDbColumn> columns)
    {
        (_chunk, Columns) = (chunk, columns);
        RowCount = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
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
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
            return new(this, Columns[column], (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector),
                NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
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

    /// <summary>
    /// Bit r is row r (from the lowest bit of the first word), set where there is a value; empty where every row has one.
    /// </summary>
    public ReadOnlySpan<ulong> Validity => _validity is null ? [] : new(_validity, (RowCount + BitsPerWord - 1) / BitsPerWord);

    /// <summary><see cref="Validity"/>, readable until the chunk is disposed.</summary>
    public ReadOnlyMemory<ulong> ValidityMemory =>
        _validity is null ? default : new DuckDbMemory<ulong>(_chunk, _validity, Validity.Length).Memory;

    /// <summary>Whether a row has no value; what stands in <see cref="Values{T}"/> there means nothing.</summary>
    public bool IsNull(int row) => _validity is not null && (_validity[row / BitsPerWord] >> (row % BitsPerWord) & 1) == 0;

    /// <summary>
    /// The values side by side, as they are stored (<see cref="DuckDbColumn.Storage"/>): DECIMAL unscaled,
    /// DATE in days and TIMESTAMP in units since 1970.
    /// </summary>
    /// <typeparam name="T">A type of the stored size: sbyte … Int128, bool as byte, float, double.</typeparam>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (sizeof(T) != Column.ValueSize || Column.Storage is DuckDBType.Varchar or DuckDBType.Blob)
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
        if (Column.Storage is not (DuckDBType.Varchar or DuckDBType.Blob))
            throw new InvalidOperationException($"{Column.Name}: {Column.SqlType} is no text");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount);
        var text = (DuckDBString*)_data + row;
        return new(text->Data, text->Length);
    }

    /// <summary>A text.</summary>
    public string Text(int row) => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>
    /// The stored integer of any integer, DECIMAL (unscaled), BOOLEAN (0 or 1), DATE, TIMESTAMP or ENUM (number of the member).
    /// </summary>
    public Int128 Integer(int row) => Column.Storage switch
    {
        DuckDBType.Boolean or DuckDBType.UnsignedTinyInt => Values<byte>()[row],
        DuckDBType.TinyInt => Values<sbyte>()[row],
        DuckDBType.SmallInt => Values<short>()[row],
        DuckDBType.UnsignedSmallInt => Values<ushort>()[row],
        DuckDBType.Integer => Values<int>()[row],
        DuckDBType.UnsignedInteger => Values<uint>()[row],
        DuckDBType.BigInt => Values<long>()[row],
        DuckDBType.UnsignedBigInt => Values<ulong>()[row],
        DuckDBType.HugeInt => Values<DuckDBHugeInt>()[row].ToInt128(),
        _ => throw new InvalidOperationException($"{Column.Name}: {Column.SqlType} is no integer"),
    };
}
