// Sets the values of rows where DuckDB wants them.
using System.Collections.Immutable;
using System.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>Fills a chunk that DuckDB lends, row by row; what is not set in a row is NULL.</summary>
internal sealed unsafe class DuckDbRowWriter
{
    /// <summary>How many rows a chunk takes.</summary>
    public const int RowsPerChunk = 2048;

    private const int BitsPerWord = 64;

    // duckdb_string_t of DuckDB's C interface.
    private const int PlaceLength = 16, MostInPlace = 12;

    private readonly ImmutableArray<DuckDbColumn> _columns;
    private readonly Target[] _targets;
    private readonly Int128[] _limits;
    private int _row;

    /// <summary>For tables of some columns.</summary>
    public DuckDbRowWriter(ImmutableArray<DuckDbColumn> columns)
    {
        (_columns, _targets) = (columns, new Target[columns.Length]);
        _limits = [.. columns.Select(static column => column.Type == DuckDBType.Decimal ? PowerOfTen(column.Width) : Int128.MaxValue)];
    }

    /// <summary>Sets an integer, BOOLEAN (0 or 1), DATE or TIMESTAMP (as stored), or an unscaled DECIMAL.</summary>
    /// <exception cref="OverflowException">It does not fit the column: a mistake of the caller, never cut off silently.</exception>
    public void Set(int column, Int128 value)
    {
        if (Int128.Abs(value) >= _limits[column])
            throw new OverflowException($"{_columns[column].Name}: {value} is too large for {_columns[column].SqlType}");
        var data = _targets[column].Data;
        switch (_columns[column].Storage)
        {
            case DuckDBType.Boolean or DuckDBType.UnsignedTinyInt: data[_row] = checked((byte)value); break;
            case DuckDBType.SmallInt: ((short*)data)[_row] = checked((short)value); break;
            case DuckDBType.Integer: ((int*)data)[_row] = checked((int)value); break;
            case DuckDBType.BigInt: ((long*)data)[_row] = checked((long)value); break;
            case DuckDBType.HugeInt:
                ((ulong*)data)[_row * 2] = (ulong)value;
                ((ulong*)data)[_row * 2 + 1] = (ulong)(value >> BitsPerWord);
                break;
            default: throw new InvalidOperationException($"{_columns[column].Name}: {_columns[column].SqlType} takes no integer");
        }
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
        if (_columns[column].Type != DuckDBType.Varchar)
            throw new InvalidOperationException($"{_columns[column].Name}: {_columns[column].SqlType} takes no text");
        var place = _targets[column].Data + (long)_row * PlaceLength;
        if (text.Length <= MostInPlace)
        {
            // Short texts stand in the vector itself: the length in four bytes, then the text, then zeros.
            var whole = new Span<byte>(place, PlaceLength);
            whole.Clear();
            *(uint*)place = (uint)text.Length;
            text.CopyTo(whole[sizeof(uint)..]);
        }
        else
        {
            fixed (byte* start = text)
                NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(_targets[column].Vector, (ulong)_row, start, text.Length);
        }
        MarkPresent(column);
    }

    /// <summary>Fills a chunk; returns the number of rows, 0 at the end.</summary>
    /// <param name="next">Sets the cells of the next row; false at the end.</param>
    internal int Fill(DuckDBDataChunk chunk, Func<DuckDbRowWriter, bool> next)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            _targets[i] = new(vector, (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector),
                NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
            new Span<ulong>(_targets[i].Validity, RowsPerChunk / BitsPerWord).Clear();
        }
        for (_row = 0; _row < RowsPerChunk && next(this); _row++)
        {
        }
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)_row);
        return _row;
    }

    private void MarkPresent(int column) => _targets[column].Validity[_row / BitsPerWord] |= 1UL << (_row % BitsPerWord);

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    /// <summary>Where the values of a column go.</summary>
    private readonly struct Target(nint vector, byte* data, ulong* validity)
    {
        public nint Vector { get; } = vector;

        public byte* Data { get; } = data;

        public ulong* Validity { get; } = validity;
    }
}
