// Numbers for many millions of texts, at the cost of their bytes plus about twenty.
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dsl.Values.Text;

/// <summary>
/// Numbers for texts. The first numbers belong to the texts that a program names, in its order, so that generated code holds them as
/// constants; further texts of the registry are added as they come. Safe on several threads; only adding waits.
/// </summary>
/// <remarks>
/// Everything that a number refers to is written before the hash table slot that publishes the number, and never moves or changes
/// afterwards:
/// who finds a number without the lock finds its text. Arrays that grow are replaced by longer ones with the same beginning.
/// </remarks>
public sealed class StringDictionary
{
    /// <summary>So many texts stay strings: those of the program, and what registries repeat in every row.</summary>
    private const int MostStrings = 4096;

    private const int PlaceShift = 14;

    // Texts begin at multiples of 4 bytes, so that 32 bits reach over 16 GB.
    private const int Granule = 4;
    private const int SegmentShift = 20;

    /// <summary>A length that one byte does not hold beside the kind.</summary>
    private const int LongLength = 127;

    private readonly Lock _lock = new();
    private string[] _strings = new string[64];

    // Of texts that are no strings: where they begin, in granules, by number less MostStrings; and the bytes. A text is within one segment.
    private uint[][] _places = [];
    private byte[][] _segments = [];
    private long _end;

    // Open addressing: the hash in the upper half, the number + 1 in the lower one; 0 is free.
    private ulong[] _slots = new ulong[128];
    private int _count;

    /// <summary>A pool that begins with the texts of a program.</summary>
    public StringDictionary(IEnumerable<string> programTexts)
    {
        foreach (var text in programTexts)
            CodeOf(text);
    }

    /// <summary>How many texts there are by now: numbers are less.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The number of a text; the same for equal texts.</summary>
    public int CodeOf(string text) => CodeOf(text.AsSpan());

    /// <summary>The number of a text; the same for equal texts.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        var hash = (uint)string.GetHashCode(text);
        return Find(text, hash) is >= 0 and var code ? code : Add(text, hash);
    }

    /// <summary>
    /// The number of what a text names: the same for all its writings (<see cref="Identity"/>); -1 for a text without a visible character.
    /// </summary>
    public int CodeOfIdentity(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && Identity.IsCanonical(text))
            return CodeOf(text);
        return Identity.Of(text) is { Length: > 0 } canonical ? CodeOf(canonical) : -1;
    }

    /// <summary>The text of a number that was given out.</summary>
    public string TextOf(int code)
    {
        if (code < MostStrings)
            return Volatile.Read(ref _strings)[code];
        var bytes = BytesOf(code, out var isWide);
        if (!isWide)
            return Encoding.ASCII.GetString(bytes);
        return string.Create(bytes.Length / sizeof(char), bytes, static (target, source) => source.CopyTo(MemoryMarshal.AsBytes(target)));
    }

    private int Find(ReadOnlySpan<char> text, uint hash)
    {
        var slots = Volatile.Read(ref _slots);
        for (var i = hash & (uint)(slots.Length - 1); ; i = (i + 1) & (uint)(slots.Length - 1))
        {
            var slot = Volatile.Read(ref slots[i]);
            if (slot == 0)
                return -1;
            if ((uint)(slot >> 32) == hash && (int)(uint)slot - 1 is var code && IsText(code, text))
                return code;
        }
    }

    private bool IsText(int code, ReadOnlySpan<char> text)
    {
        if (code < MostStrings)
            return text.SequenceEqual(Volatile.Read(ref _strings)[code]);
        var bytes = BytesOf(code, out var isWide);
        return isWide ? bytes.SequenceEqual(MemoryMarshal.AsBytes(text)) : Ascii.Equals(bytes, text);
    }

    /// <summary>The bytes of a text that is no string: ASCII, or UTF-16 as it stands in memory.</summary>
    private ReadOnlySpan<byte> BytesOf(int code, out bool isWide)
    {
        var place =
            (long)Volatile.Read(ref _places)[(code - MostStrings) >> PlaceShift][(code - MostStrings) & ((1 << PlaceShift) - 1)] * Granule;
        var bytes = Volatile.Read(ref _segments)[place >> SegmentShift].AsSpan((int)(place & ((1 << SegmentShift) - 1)));
        // The first byte: which kind in the lowest bit, and the length, or that it stands in the next four bytes.
        isWide = (bytes[0] & 1) != 0;
        var length = bytes[0] >> 1;
        return length < LongLength
            ? bytes.Slice(1, length)
            : bytes.Slice(1 + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]));
    }

    private int Add(ReadOnlySpan<char> text, uint hash)
    {
        lock (_lock)
        {
            if (Find(text, hash) is >= 0 and var known)
                return known;
            var code = _count;
            if (code < MostStrings)
                AddString(code, text.ToString());
            else
                AddBytes(code, text);
            if ((long)(code + 1) * 4 > (long)_slots.Length * 3)
                Volatile.Write(ref _slots, Larger(_slots));
            // A number must not become visible before it is counted.
            Volatile.Write(ref _count, code + 1);
            Volatile.Write(ref _slots[FreeSlot(_slots, hash)], (ulong)hash << 32 | (uint)(code + 1));
            return code;
        }
    }

    private void AddString(int code, string text)
    {
        var strings = _strings;
        if (code == strings.Length)
            Array.Resize(ref strings, code * 2);
        strings[code] = text;
        Volatile.Write(ref _strings, strings);
    }

    private void AddBytes(int code, ReadOnlySpan<char> text)
    {
        var isWide = !Ascii.IsValid(text);
        var length = isWide ? checked(text.Length * sizeof(char)) : text.Length;
        var target = Reserve(length < LongLength ? 1 + length : checked(1 + sizeof(int) + length), out var place);
        target[0] = (byte)(Math.Min(length, LongLength) << 1 | (isWide ? 1 : 0));
        if (length >= LongLength)
            BinaryPrimitives.WriteInt32LittleEndian(target[1..], length);
        target = target[^length..];
        if (isWide)
            MemoryMarshal.AsBytes(text).CopyTo(target);
        else
            Encoding.ASCII.GetBytes(text, target);
        var (index, within) = ((code - MostStrings) >> PlaceShift, (code - MostStrings) & ((1 << PlaceShift) - 1));
        if (within == 0)
            Volatile.Write(ref _places, [.. _places, new uint[1 << PlaceShift]]);
        _places[index][within] = place;
    }

    /// <summary>Space for a number of bytes after the used ones; a text longer than a segment gets one of its own length.</summary>
    private Span<byte> Reserve(int length, out uint place)
    {
        if (_end + length > (long)_segments.Length << SegmentShift)
        {
            _end = (long)_segments.Length << SegmentShift;
            Volatile.Write(ref _segments, [.. _segments, new byte[Math.Max(length, 1 << SegmentShift)]]);
        }
        var bytes = _segments[_end >> SegmentShift].AsSpan((int)(_end & ((1 << SegmentShift) - 1)), length);
        place = checked((uint)(_end / Granule));
        // What is longer than a segment fills it: the next text begins a new one.
        _end = Math.Min((_end + length + Granule - 1) / Granule * Granule, (long)_segments.Length << SegmentShift);
        return bytes;
    }

    private static ulong[] Larger(ulong[] slots)
    {
        var larger = new ulong[checked(slots.Length * 2)];
        foreach (var slot in slots)
        {
            if (slot != 0)
                larger[FreeSlot(larger, (uint)(slot >> 32))] = slot;
        }
        return larger;
    }

    private static uint FreeSlot(ulong[] slots, uint hash)
    {
        var i = hash & (uint)(slots.Length - 1);
        while (slots[i] != 0)
            i = (i + 1) & (uint)(slots.Length - 1);
        return i;
    }
}
