// Rows as lines of cells with commas between, in UTF-8.
using System.Text;
using Dsl.Values.Quantities;

namespace Dsl.Data.Outputs;

/// <summary>Writes lines; how a text becomes a cell is for others to say. For one thread.</summary>
public abstract class LineWriter : CellWriter
{
    private const int StartLength = 1 << 12;

    private byte[] _bytes = new byte[StartLength];
    private int _length;
    private bool _hasCell;

    // Where the last amount stands: the next is often the same.
    private Int128 _lastFen;
    private int _lastStart;
    private int _lastLength;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        (_length, _lastLength, RowCount) = (0, 0, 0);
    }

    /// <inheritdoc/>
    public override void Add(Int128 fen)
    {
        Separate();
        var room = Room(QuantityFormat.LongestLedger);
        if (_lastLength > 0 && fen == _lastFen)
            _bytes.AsSpan(_lastStart, _lastLength).CopyTo(room);
        else
            (_lastFen, _lastStart, _lastLength) = (fen, _length, QuantityFormat.Ledger(fen, room));
        _length += _lastLength;
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        Put((byte)'\n');
        _hasCell = false;
        RowCount++;
    }

    /// <summary>Begins a cell.</summary>
    protected void Separate()
    {
        if (_hasCell)
            Put((byte)',');
        _hasCell = true;
    }

    /// <summary>Writes bytes of a cell, once <see cref="Separate"/> was called.</summary>
    protected void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Writes a text of a cell, once <see cref="Separate"/> was called.</summary>
    protected void Put(ReadOnlySpan<char> text) =>
        _length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private void Put(byte letter)
    {
        Room(1)[0] = letter;
        _length++;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
            Array.Resize(ref _bytes, checked((int)Math.Max(_bytes.Length * 2L, (long)_length + length)));
        return _bytes.AsSpan(_length);
    }
}
