// How a text file is encoded, and where it is not: the one judgement for all files that are read as text.
using System.Text;

namespace Dsl.Loading.Files;

/// <summary>What a file is encoded in.</summary>
/// <param name="Encoding">The encoding; null where <paramref name="Reason"/> is set.</param>
/// <param name="Reason">Why it is no text that can be read, with line and byte; null where all is well.</param>
/// <param name="Line">The line that the reason is about; null for the file as a whole.</param>
public readonly record struct TextEncoding(Encoding? Encoding, string? Reason, long? Line)
{
    /// <summary>UTF-8 that throws on anything else.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB18030 (GBK) that throws on anything else.</summary>
    public static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Utf8;

    /// <summary>The encoding of a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="first">What the first pass over it found.</param>
    /// <param name="takesGb18030">Whether it may be GB18030.</param>
    public static TextEncoding Of(Stream stream, TextBytes first, bool takesGb18030)
    {
        if (first.Kind is { } kind)
            return new(null, kind, null);
        return first is { IsUtf8: true, MayHideGbk: false }
            ? new(Utf8, null, null)
            : Judge(LineEncodings.Of(stream), first.HasMark, takesGb18030);
    }

    /// <summary>The encoding of the bytes of a file that must be UTF-8.</summary>
    public static TextEncoding OfUtf8(ReadOnlySpan<byte> bytes)
    {
        var first = new TextBytes();
        first.Feed(bytes);
        first.Finish();
        return first.Kind is { } kind ? new(null, kind, null)
            : first is { IsUtf8: true, MayHideGbk: false } ? new(Utf8, null, null)
            : Judge(LineEncodings.Of(bytes), first.HasMark, takesGb18030: false);
    }

    /// <summary>The bytes after a byte order mark of UTF-8; all where there is none.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private static TextEncoding Judge(LineEncodings lines, bool hasMark, bool takesGb18030)
    {
        static TextEncoding Wrong(string reason, BytePlace place) => new(null, reason, place.Line);
        if (lines.NotUtf8 is not { } wrong)
        {
            if (lines.HiddenGbk is not { } hidden)
                return new(Utf8, null, null);
            return takesGb18030 && !hasMark && lines is { Utf8Line: null, NotGb18030: null } ? new(Gb18030, null, null)
                : Wrong(EncodingPhrases.HiddenGbk.With(hidden), hidden);
        }
        if (lines.IsCutOff && (hasMark || lines.Utf8Line is not null || !takesGb18030))
            return Wrong(EncodingPhrases.CutOff.With(wrong), wrong);
        if (hasMark)
            return Wrong(EncodingPhrases.MarkedOtherwise.With(wrong), wrong);
        if (lines.Utf8Line is { } utf8)
            return Wrong(EncodingPhrases.Mixed.With(utf8, wrong), wrong);
        if (!takesGb18030)
            return Wrong((lines.NotGb18030 is null ? EncodingPhrases.PerhapsGbk : EncodingPhrases.PerhapsPartlyGbk).With(wrong), wrong);
        return lines.NotGb18030 is { } neither
            ? Wrong(EncodingPhrases.Neither.With(wrong, neither), neither)
            : new(Gb18030, null, null);
    }
}

/// <summary>The first look at the bytes of a file, fed in pieces: nearly all files are plain UTF-8 and need no other.</summary>
public sealed class TextBytes
{
    private readonly TextValidity _utf8 = new(TextEncoding.Utf8);
    private long _length;
    private long _zeros;
    private long _evenZeros;
    private bool _isUtf16;

    /// <summary>Whether it begins with the mark of UTF-8.</summary>
    public bool HasMark { get; private set; }

    /// <summary>Whether it is UTF-8, once finished.</summary>
    public bool IsUtf8 { get; private set; }

    /// <summary>Whether it has letters that may be GBK text in disguise.</summary>
    public bool MayHideGbk { get; private set; }

    /// <summary>What it is instead of a text of bytes; null where it may be one.</summary>
    public string? Kind => _isUtf16 ? EncodingPhrases.Utf16.With()
        : _zeros == 0 ? null
        : _length % 2 == 0 && _zeros > 1 && (_evenZeros * 20 < _zeros || _evenZeros * 20 > _zeros * 19)
            ? EncodingPhrases.Utf16WithoutMark.With()
        : EncodingPhrases.Binary.With();

    /// <summary>Looks at the next piece.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        if (_length == 0)
        {
            HasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
            _isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        }
        _utf8.Feed(bytes);
        // U+0180 to U+036F and U+0530 to U+07FF: LineEncodings knows why.
        MayHideGbk =
            MayHideGbk || bytes.IndexOfAnyInRange((byte)0xC6, (byte)0xCD) >= 0 || bytes.IndexOfAnyInRange((byte)0xD4, (byte)0xDF) >= 0;
        if (bytes.Contains((byte)0))
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] != 0)
                    continue;
                _zeros++;
                _evenZeros += ((_length + i) & 1) == 0 ? 1 : 0;
            }
        }
        _length += bytes.Length;
    }

    /// <summary>Ends; no piece may follow.</summary>
    public void Finish() => IsUtf8 = _utf8.Finish();
}
