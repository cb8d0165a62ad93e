// Rows packed for a spool.
using System.Text;

namespace Dsl.Data.Outputs;

/// <summary>Packs rows of texts. For one thread.</summary>
/// <remarks>A cell is 0 where it is empty, 1 where it is the last one of its column that was not, else its length in UTF-8 plus 2, and
/// the bytes.</remarks>
/// <param name="columns">How many cells a row has.</param>
internal sealed class SpoolWriter(int columns)
{
    /// <summary>The code of a cell; a text of n bytes is <see cref="FirstLength"/> + n.</summary>
    public const int Empty = 0, Same = 1, FirstLength = 2;

    private const int StartLength = 1 << 12, LongestNumber = 5;

    // The last cell of each column that was not empty, and its bytes.
    private readonly (string Text, int Length)[] _last = new (string, int)[columns];
    private byte[] _bytes = new byte[StartLength];
    private int _used;

    /// <summary>How many rows were packed.</summary>
    public long RowCount { get; private set; }

    /// <summary>What was packed since <see cref="Sent"/> was called.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

    /// <summary>How many bytes of UTF-8 the cells have.</summary>
    public long TextBytes { get; private set; }

    /// <summary>Forgets what was packed; rows that follow are put behind it.</summary>
    public void Sent() => _used = 0;

    /// <summary>Adds a row.</summary>
    public void Add(string[] row)
    {
        for (var i = 0; i < row.Length; i++)
            Add(row[i], ref _last[i]);
        RowCount++;
    }

    private void Add(string text, ref (string Text, int Length) last)
    {
        if (text.Length == 0)
        {
            Number(Empty);
            return;
        }
        if (text == last.Text)
        {
            Number(Same);
        }
        else
        {
            last = (text, Encoding.UTF8.GetByteCount(text));
            Number(FirstLength + last.Length);
            Encoding.UTF8.GetBytes(text, Reserve(last.Length));
            _used += last.Length;
        }
        TextBytes += last.Length;
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
}
