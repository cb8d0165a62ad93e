// Sets the values of whole columns where DuckDB wants them.
using System.Collections.Immutable;
using Dsl.Data.Outputs;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>Fills chunks that DuckDB lends from blocks of rows; what a block does not have in a row is NULL.</summary>
/// <param name="columns">The columns of the table.</param>
/// <param name="next">The next block; null at the end. The one before is not used any more.</param>
internal sealed unsafe class DuckDbBlockWriter(ImmutableArray<DuckDbColumn> columns, Func<ColumnBlock?> next)
{
    // duckdb_string_t of DuckDB's C interface: 16 bytes; short texts stand in them, longer ones elsewhere.
    private const int PlaceLength = 16, MostInPlace = 12, BitsPerWord = 64;

    // Where its memory is short DuckDB ends the program from within a chunk: very long texts come in chunks of fewer rows.
    private const int RowsAtOnce = 64, MostTextBytes = 1 << 20;

    private readonly Places[] _places = [.. columns.Select(static _ => new Places())];
    private ColumnBlock? _block;
    private int _row;
    private int _chunk;
    private long _textBytes;

    /// <summary>Fills a chunk; returns the number of rows, 0 at the end.</summary>
    public int Fill(DuckDBDataChunk chunk)
    {
        (_chunk, _textBytes) = (_chunk + 1, 0);
        var vectors = stackalloc nint[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            vectors[i] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vectors[i]);
            new Span<ulong>(NativeMethods.Vectors.DuckDBVectorGetValidity(vectors[i]), DuckDbRowWriter.RowsPerChunk / BitsPerWord).Clear();
        }
        var filled = 0;
        while (filled < DuckDbRowWriter.RowsPerChunk && _textBytes < MostTextBytes && Block() is { } block)
        {
            var count = (int)Math.Min(Math.Min(RowsAtOnce, DuckDbRowWriter.RowsPerChunk - filled), block.RowCount - _row);
            for (var i = 0; i < columns.Length; i++)
                Copy(block.Columns[i], i, new(vectors[i], filled, count));
            (filled, _row) = (filled + count, _row + count);
        }
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)filled);
        return filled;
    }

    // The block with rows that are still to be given.
    private ColumnBlock? Block()
    {
        while (_block is null || _row == _block.RowCount)
        {
            if (next() is not { } block)
                return _block = null;
            (_block, _row) = (block, 0);
            foreach (var places in _places)
                places.Begin();
        }
        return _block;
    }

    private void Copy(BlockColumn cells, int column, Target target)
    {
        switch (cells)
        {
            case BlockTexts texts: Copy(texts, _places[column], target); break;
            case BlockNumbers numbers: Copy(numbers, columns[column], target); break;
            default: throw new InvalidOperationException($"{columns[column].Name}: cells of an unknown kind");
        }
    }

    private void Copy(BlockTexts texts, Places places, Target target)
    {
        if (texts.IsEmpty)
            return;
        var codes = texts.Codes.Slice(_row, target.Count);
        places.Reserve(texts.TextCount);
        var to = (UInt128*)target.Data + target.First;
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i];
            if (code == BlockTexts.None)
                continue;
            if (places.Chunks[code] != _chunk)
                Place(texts[code], ref places.Values[code], ref places.Chunks[code], target, i);
            to[i] = places.Values[code];
            target.MarkPresent(i);
        }
    }

    // A text beyond the 16 bytes belongs to the vector, and may be pointed at from several rows of it.
    private void Place(ReadOnlySpan<byte> text, ref UInt128 place, ref int chunk, Target target, int row)
    {
        chunk = _chunk;
        if (text.Length <= MostInPlace)
        {
            // The length in four bytes, then the text, then zeros.
            var whole = stackalloc byte[PlaceLength];
            new Span<byte>(whole, PlaceLength).Clear();
            *(uint*)whole = (uint)text.Length;
            text.CopyTo(new(whole + sizeof(uint), MostInPlace));
            place = *(UInt128*)whole;
            return;
        }
        _textBytes += text.Length;
        fixed (byte* start = text)
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(target.Vector, (ulong)(target.First + row), start, text.Length);
        place = ((UInt128*)target.Data)[target.First + row];
    }

    private void Copy(BlockNumbers numbers, DuckDbColumn column, Target target)
    {
        // A mistake of the caller, never cut off silently.
        if (numbers.IsLong && column.Storage != DuckDBType.HugeInt)
            throw new OverflowException($"{column.Name}: a number is too large for {column.SqlType}");
        var values = numbers.Values.Slice(_row, target.Count);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (BlockNumbers.IsNone(value))
                continue;
            switch (column.Storage)
            {
                case DuckDBType.BigInt: ((long*)target.Data)[target.First + i] = value; break;
                case DuckDBType.Boolean: target.Data[target.First + i] = checked((byte)value); break;
                case DuckDBType.HugeInt: ((Int128*)target.Data)[target.First + i] = numbers.LargeAt(_row + i, value); break;
                default: throw new InvalidOperationException($"{column.Name}: {column.SqlType} takes no integer");
            }
            target.MarkPresent(i);
        }
    }

    /// <summary>Where some values of a column go.</summary>
    private readonly struct Target(nint vector, int first, int count)
    {
        private readonly ulong* _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);

        public nint Vector { get; } = vector;

        public byte* Data { get; } = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);

        public int First { get; } = first;

        public int Count { get; } = count;

        public void MarkPresent(int row) => _validity[(First + row) / BitsPerWord] |= 1UL << ((First + row) % BitsPerWord);
    }

    /// <summary>The texts of a column of a block as DuckDB holds them, each good for one chunk.</summary>
    private sealed class Places
    {
        public UInt128[] Values { get; private set; } = [];

        public int[] Chunks { get; private set; } = [];

        public void Begin() => Array.Clear(Chunks);

        public void Reserve(int texts)
        {
            if (Values.Length >= texts)
                return;
            Values = new UInt128[Math.Max(texts, 2 * Values.Length)];
            Chunks = new int[Values.Length];
        }
    }
}
