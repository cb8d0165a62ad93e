// Which lines of a file are UTF-8 and which are GBK: asked where the file as a whole is not plainly UTF-8, so that nothing is guessed.
using System.Text;

namespace Dsl.Loading.Files;

/// <summary>A byte of a file.</summary>
/// <param name="Line">Its line, 1-based.</param>
/// <param name="Byte">Its number in the line, 1-based.</param>
internal readonly record struct BytePlace(long Line, long Byte)
{
    /// <inheritdoc/>
    public override string ToString() => $"第 {Line} 行第 {Byte} 个字节";
}

/// <summary>Looks at a file line by line; it is fed in pieces.</summary>
/// <remarks>
/// Both encodings accept some bytes of the other. A line counts as surely UTF-8 where it has characters of three bytes and, taken as GBK,
/// would be no usual Chinese; as surely GBK where it is usual Chinese as GBK and letters of far scripts as UTF-8.
/// </remarks>
internal sealed class LineEncodings
{
    // Of a longer line the parts between ASCII characters are looked at one by one: memory stays bounded.
    private const int LongestPart = 1 << 20;

    private readonly List<byte> _part = [];
    private long _line = 1;
    private long _passed;
    private bool _isFirst = true;

    /// <summary>The first byte that is not UTF-8; null where all are.</summary>
    public BytePlace? NotUtf8 { get; private set; }

    /// <summary>The first byte that is not GB18030; null where all are.</summary>
    public BytePlace? NotGb18030 { get; private set; }

    /// <summary>The first line that is surely UTF-8 and not GBK; null for none.</summary>
    public long? Utf8Line { get; private set; }

    /// <summary>Where the first characters stand that pass as UTF-8 and surely are GBK; null for none.</summary>
    public BytePlace? HiddenGbk { get; private set; }

    /// <summary>Whether the file breaks off within a character of UTF-8 that is the first byte found wrong.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Looks at a whole file from its start.</summary>
    public static LineEncodings Of(Stream stream)
    {
        var (encodings, buffer) = (new LineEncodings(), new byte[1 << 16]);
        stream.Position = 0;
        for (int count; (count = stream.Read(buffer)) > 0;)
            encodings.Feed(buffer.AsSpan(0, count));
        encodings.Finish();
        return encodings;
    }

    /// <summary>Looks at all bytes of a file.</summary>
    public static LineEncodings Of(ReadOnlySpan<byte> bytes)
    {
        var encodings = new LineEncodings();
        encodings.Feed(bytes);
        encodings.Finish();
        return encodings;
    }

    private void Feed(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Add(bytes[..end]);
            EndPart();
            (_line, _passed) = (_line + 1, 0);
            bytes = bytes[(end + 1)..];
        }
        Add(bytes);
    }

    private void Finish()
    {
        var wasUtf8 = NotUtf8 is null;
        ReadOnlySpan<byte> bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_part);
        var last = bytes.LastIndexOfAnyExceptInRange((byte)0x80, (byte)0xBF);
        var isOpen = last >= 0 && bytes.Length - last < 4
            && Rune.DecodeFromUtf8(bytes[last..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData;
        var place = new BytePlace(_line, _passed + last + 1);
        EndPart();
        IsCutOff = isOpen && wasUtf8 && NotUtf8 == place;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        _part.AddRange(bytes);
        if (_part.Count < LongestPart || _part.FindLastIndex(static value => value < 0x30) is not (>= 0 and var last))
            return;
        var rest = _part.GetRange(last + 1, _part.Count - last - 1);
        _part.RemoveRange(last + 1, rest.Count);
        EndPart();
        _part.AddRange(rest);
    }

    private void EndPart()
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_part);
        var mark = _isFirst && bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        if (bytes[mark..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0)
            Look(bytes[mark..], mark);
        _passed += bytes.Length;
        _isFirst = false;
        _part.Clear();
    }

    private void Look(ReadOnlySpan<byte> bytes, int skipped)
    {
        BytePlace Place(int at) => new(_line, _passed + skipped + at + 1);
        var (utf8, gbk) = (Utf8Look.At(bytes), GbkLook.At(bytes));
        if (utf8.Wrong is { } notUtf8)
            NotUtf8 ??= Place(notUtf8);
        if (gbk.Wrong is { } notGbk)
            NotGb18030 ??= Place(notGbk);
        if (utf8.Wrong is null && utf8.WideCount > 0
            && (gbk.Wrong is not null || gbk.HasRare || utf8.WideCount >= 4 || (utf8.IsCommon && !gbk.IsCommon)))
            Utf8Line ??= _line;
        if (utf8 is { Wrong: null, WideCount: 0, FarScript: { } far } && gbk is { Wrong: null, HasRare: false })
            HiddenGbk ??= Place(far);
    }
}

/// <summary>A line taken as UTF-8.</summary>
/// <param name="Wrong">Where it is not; null where it is.</param>
/// <param name="WideCount">How many characters of three or four bytes it has.</param>
/// <param name="IsCommon">Whether those are usual Chinese.</param>
/// <param name="FarScript">Where a letter stands that no register of ours has (African and Near Eastern scripts, marks);
/// null for none.</param>
internal readonly record struct Utf8Look(int? Wrong, int WideCount, bool IsCommon, int? FarScript)
{
    /// <summary>Looks at a line.</summary>
    public static Utf8Look At(ReadOnlySpan<byte> bytes)
    {
        var (wide, isCommon) = (0, true);
        int? far = null;
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return new(at, wide, isCommon, far);
            if (length >= 3)
            {
                wide++;
                isCommon = isCommon && GbkLook.IsCommonCharacter(rune);
            }
            else if (rune.Value is (>= 0x180 and <= 0x36F) or (>= 0x530 and <= 0x7FF))
            {
                far ??= at;
            }
            at += length;
        }
        return new(null, wide, isCommon, far);
    }
}

/// <summary>A line taken as GB18030.</summary>
/// <param name="Wrong">Where it is not; null where it is.</param>
/// <param name="HasRare">Whether it has characters outside GB 2312.</param>
/// <param name="IsCommon">Whether all its characters are of the first level of GB 2312, or punctuation.</param>
internal readonly record struct GbkLook(int? Wrong, bool HasRare, bool IsCommon)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? Encoding.UTF8;

    /// <summary>Looks at a line.</summary>
    public static GbkLook At(ReadOnlySpan<byte> bytes)
    {
        var (hasRare, isCommon) = (false, true);
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }
            var length = Length(bytes[at..]);
            if (length == 0)
                return new(at, hasRare, isCommon);
            hasRare |= length == 4 || !IsGb2312(bytes[at], bytes[at + 1]);
            isCommon &= length == 2 && IsFirstLevel(bytes[at], bytes[at + 1]);
            at += length;
        }
        return new(null, hasRare, isCommon);
    }

    /// <summary>Whether a character is of the first level of GB 2312, or punctuation of it.</summary>
    public static bool IsCommonCharacter(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[8];
        var count = Gb18030.GetBytes(rune.ToString(), bytes);
        return count == 2 && IsFirstLevel(bytes[0], bytes[1]);
    }

    private static int Length(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE), ..] => 2,
        [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => 4,
        _ => 0,
    };

    private static bool IsGb2312(byte lead, byte trail) => trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7);

    private static bool IsFirstLevel(byte lead, byte trail) => trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7);
}
