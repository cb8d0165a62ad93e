// Rows packed for a spool: made on several threads, each by itself, and put into the spool in order.
using System.Text;
using Dsl.Values.Quantities;

namespace Dsl.Data.Outputs;

/// <summary>Packs rows. For one thread.</summary>
/// <remarks>A cell is 0 where it is empty, 1 where it is the last one of its column that was not, else its length in UTF-8 plus 2, and
/// the bytes.</remarks>
/// <param name="columns">How many cells a row has.</param>
/// <param name="mostDigits">Per column, from how many digits on an amount is noted; null where none is.</param>
internal sealed class SpoolWriter(int columns, int[]? mostDigits = null) : CellWriter
{
    /// <summary>The code of a cell; a text of n bytes is <see cref="FirstLength"/> + n.</summary>
    public const int Empty = 0, Same = 1, FirstLength = 2;

    private const int StartLength = 1 << 12, LongestNumber = 5;

    private readonly Last[] _last = new Last[columns];
    private byte[] _bytes = new byte[StartLength];
    private int _used;
    private int _column;
    private string _key = "";

    // The first cell of the row.
    private string _first = "";

    /// <summary>What was packed.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

    /// <summary>How many bytes of UTF-8 the cells have.</summary>
    public long TextBytes { get; private set; }

    /// <summary>Per column, how many bytes its longest cell has, a minus sign not counted.</summary>
    public int[] Letters { get; } = new int[columns];

    /// <summary>The first amount with more digits than asked for, by its row among those that were packed.</summary>
    public LongAmount? TooLong { get; private set; }

    /// <summary>Forgets what was packed; rows that follow must be put behind those that were.</summary>
    public void Continue()
    {
        _used = 0;
        (RowCount, TextBytes, TooLong) = (0, 0, null);
        Array.Clear(Letters);
    }

    /// <summary>Begins anew: rows that follow may stand anywhere.</summary>
    public void Clear()
    {
        Continue();
        Array.Clear(_last);
    }

    /// <inheritdoc/>
    public override void Begin(string key) => _key = key;

    /// <inheritdoc/>
    public override void AddKey() => Add(_key);

    /// <inheritdoc/>
    public override void Add(CellText text)
    {
        if (_column == 0)
            _first = text.Text;
        var utf8 = text.Utf8;
        if (utf8.Length == 0)
            PutEmpty();
        else if (!IsSame(text))
            Put(utf8, text);
    }

    /// <inheritdoc/>
    public override void Add(string text)
    {
        if (_column == 0)
            _first = text;
        if (text.Length == 0)
            PutEmpty();
        else if (!IsSame(text))
            Put(text);
    }

    /// <inheritdoc/>
    public override void Add(Int128 fen)
    {
        ref var last = ref _last[_column];
        if (last.Text is null && last.Length > 0 && last.Fen == fen)
        {
            PutSame();
            return;
        }
        Span<byte> digits = stackalloc byte[QuantityFormat.LongestLedger];
        Put(digits[..QuantityFormat.Ledger(fen, digits)], null);
        _last[_column - 1].Fen = fen;
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        _column = 0;
        RowCount++;
    }

    private bool IsSame(object text)
    {
        var last = _last[_column].Text;
        if (!ReferenceEquals(last, text) && !(last is string known && text is string asked && known == asked))
            return false;
        PutSame();
        return true;
    }

    private void PutEmpty()
    {
        Number(Empty);
        _column++;
    }

    private void PutSame()
    {
        Number(Same);
        TextBytes += _last[_column++].Length;
    }

    private void Put(ReadOnlySpan<byte> utf8, object? text)
    {
        Number(FirstLength + utf8.Length);
        utf8.CopyTo(Reserve(utf8.Length));
        Took(utf8.Length, text);
    }

    private void Put(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(FirstLength + length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        Took(length, text);
    }

    private void Took(int length, object? text)
    {
        var letters = length - (_bytes[_used] == '-' ? 1 : 0);
        Letters[_column] = Math.Max(Letters[_column], letters);
        // One of them is the point.
        if (mostDigits is not null && letters - 1 > mostDigits[_column])
            TooLong ??= new(_first, RowCount + 1, _column, letters - 1);
        _used += length;
        TextBytes += length;
        (_last[_column].Text, _last[_column].Length) = (text, length);
        _column++;
    }

    private void Number(int number)
    {
        Reserve(LongestNumber);
        for (; number >= 0x80; number >>= 7)
            _bytes[_used++] = (byte)(number | 0x80);
        _bytes[_used++] = (byte)number;
    }

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _used < length)
            Array.Resize(ref _bytes, checked((int)Math.Max(_bytes.Length * 2L, (long)_used + length)));
        return _bytes.AsSpan(_used, length);
    }

    /// <summary>The last cell of a column that was not empty.</summary>
    private struct Last
    {
        /// <summary>What it was made of; null for an amount, and where there is none yet.</summary>
        public object? Text;

        public int Length;

        public Int128 Fen;
    }
}
