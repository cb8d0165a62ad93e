// Official texts as files: .txt in UTF-8 or GB18030, .docx.
using System.Text;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Documents;

public static class OfficialTextFile
{
    /// <summary>The folder beside cleaned texts that holds them as they were before.</summary>
    public const string RawFolder = "raw";

    /// <param name="path">A .docx, or a text file of any name.</param>
    /// <returns>The text; or why it cannot be read.</returns>
    public static (string? Text, DataFinding? Finding) Read(string path)
    {
        var (bytes, finding) = TextFile.ReadBytes(path);
        if (bytes is null)
            return (null, finding);
        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..])
            return Decode(bytes) is { } text ? (text, null) : (null, NotReadable(path, Reason(bytes)));
        var (document, damage) = DocxText.Read(bytes);
        return document is null ? (null, NotReadable(path, damage)) : (document, null);
    }

    private static DataFinding NotReadable(string path, string reason)
    {
        var shown = PathText.Shown(path);
        return DraftDiagnostics.NotReadable.With(shown, reason).At(new DataPlace(shown));
    }

    private static string? Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] && bytes.Length % 2 == 0)
            return Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2));
        if (bytes.AsSpan().Contains((byte)0) || bytes.AsSpan().StartsWith("%PDF"u8))
            return null;
        return Try(TextEncoding.Utf8, TextEncoding.WithoutMark(bytes)) ?? Try(TextEncoding.Gb18030, bytes);
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Reason(byte[] bytes) => bytes switch
    {
        _ when CompoundFile.IsOne(bytes) => Container(bytes),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => DocumentPhrases.Pdf.With(),
        _ => DocumentPhrases.NoText.With(),
    };

    /// <summary>A new document under a password looks like an old one.</summary>
    private static string Container(byte[] bytes)
    {
        try
        {
            return (new CompoundFile(bytes).HasPassword ? DocumentPhrases.WithPassword : DocumentPhrases.OldWord).With();
        }
        catch (InvalidDataException)
        {
            return DocumentPhrases.OldWord.With();
        }
    }
}
