// Texts of a column of results: each text once, and for every row which.
using System.Runtime.CompilerServices;
using System.Text;

namespace Dsl.Data.Outputs;

/// <summary>A column of texts; an empty text is no value.</summary>
internal sealed class BlockTexts : BlockColumn
{
    /// <summary>The code of no value.</summary>
    public const int None = -1;

    // A power of two: texts that were met lately, by their identity.
    private const int Slots = 64, LeastBytes = 1024;

    private readonly CellText?[] _recent = new CellText?[Slots];
    private readonly int[] _recentCodes = new int[Slots];
    private int[] _codes = [];
    private int[] _ends = [];
    private byte[] _bytes = [];
    private string _last = "";

    /// <summary>How many texts there are; some may be alike.</summary>
    public int TextCount { get; private set; }

    /// <summary>Whether no row has a text.</summary>
    public bool IsEmpty => TextCount == 0;

    /// <summary>For every row the code of its text, or <see cref="None"/>.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Count);

    /// <summary>The text of a code, in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int code] => _bytes.AsSpan(Start(code)..Start(code + 1));

    /// <summary>The text of a row.</summary>
    public string TextOf(int row) => IsEmpty || _codes[row] == None ? "" : Encoding.UTF8.GetString(this[_codes[row]]);

    /// <summary>How many bytes the texts of the first rows have.</summary>
    public long BytesOf(int rows)
    {
        var bytes = 0L;
        if (IsEmpty)
            return bytes;
        foreach (var code in _codes.AsSpan(0, rows))
            bytes += code == None ? 0 : this[code].Length;
        return bytes;
    }

    /// <inheritdoc/>
    public override void Add(CellText text)
    {
        var utf8 = text.Utf8;
        if (utf8.Length == 0)
        {
            Put(None);
            return;
        }
        var slot = RuntimeHelpers.GetHashCode(text) & (Slots - 1);
        if (_recent[slot] != text)
        {
            utf8.CopyTo(Room(utf8.Length));
            (_recent[slot], _recentCodes[slot]) = (text, New(utf8.Length));
        }
        Put(_recentCodes[slot]);
    }

    /// <inheritdoc/>
    public override void Add(string text)
    {
        if (text.Length == 0)
        {
            Put(None);
            return;
        }
        if (TextCount > 0 && _last == text)
        {
            Put(TextCount - 1);
            return;
        }
        New(Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length))));
        _last = text;
        Put(TextCount - 1);
    }

    /// <inheritdoc/>
    public override void Add(Int128 fen) => throw new InvalidOperationException("a column of texts takes no amount");

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        TextCount = 0;
        _last = "";
        Array.Clear(_recent);
    }

    private int Start(int code) => code == 0 ? 0 : _ends[code - 1];

    private Span<byte> Room(int length)
    {
        var used = Start(TextCount);
        if (_bytes.Length - used < length)
            Array.Resize(ref _bytes, checked((int)Math.Max(Math.Max(LeastBytes, _bytes.Length * 2L), (long)used + length)));
        return _bytes.AsSpan(used);
    }

    private int New(int length)
    {
        if (TextCount == _ends.Length)
            Array.Resize(ref _ends, Math.Max(Slots, 2 * TextCount));
        // Columns without any text need no codes.
        if (TextCount == 0)
        {
            if (_codes.Length < Count)
                _codes = new int[Count];
            _codes.AsSpan(0, Count).Fill(None);
        }
        _ends[TextCount] = Start(TextCount) + length;
        _last = "";
        return TextCount++;
    }

    private void Put(int code)
    {
        if (TextCount > 0)
        {
            _codes = WithRoom(_codes);
            _codes[Count] = code;
        }
        Count++;
    }
}
