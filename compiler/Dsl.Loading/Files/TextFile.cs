// Text files as UTF-8, with or without a byte order mark; anything else is a finding that says what to do.
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Files;

/// <summary>A file that was read, for the manifest.</summary>
/// <param name="Path">As shown in messages, with forward slashes.</param>
/// <param name="Sha256">Hash of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(
    [property: JsonPropertyName("文件")] string Path, [property: JsonPropertyName("SHA-256")] string Sha256);

/// <summary>The text of a file, or why it cannot be read.</summary>
/// <param name="File">Path and hash; null where it could not be read at all.</param>
/// <param name="Text">Its text without a byte order mark; null where <paramref name="Finding"/> is set.</param>
/// <param name="Finding">What is wrong; null where all is well.</param>
public sealed record TextFileReading(InputFile? File, string? Text, DataFinding? Finding);

/// <summary>Reads whole files, of at most 64 MB. Mistakes of the file are findings, never exceptions.</summary>
public static class TextFile
{
    private const long MaxBytes = 64L << 20;

    public static TextFileReading Read(string path)
    {
        var (bytes, finding) = ReadBytes(path);
        return bytes is null ? new(null, null, finding) : Decode(PathText.Shown(path), bytes);
    }

    /// <summary>The bytes of a file, or why there are none.</summary>
    public static (byte[]? Bytes, DataFinding? Finding) ReadBytes(string path)
    {
        var shown = PathText.Shown(path);
        (byte[]?, DataFinding?) Fail(DataProblem problem) => (null, problem.At(new DataPlace(shown)));
        try
        {
            if (InputStream.Problem(path, takesDescriptors: true) is { } problem)
                return Fail(problem);
            return InputStream.ReadAll(path, MaxBytes) is { } bytes
                ? (bytes, null)
                : Fail(FileDiagnostics.TooLarge.With(shown, Math.Max(FileStatus.Of(path).Size, MaxBytes + 1) >> 20, MaxBytes >> 20));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }

    private static TextFileReading Decode(string shown, byte[] bytes)
    {
        var file = new InputFile(shown, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var encoding = TextEncoding.OfUtf8(bytes);
        if (encoding.Reason is { } reason)
            return new(file, null, FileDiagnostics.NotUtf8.With(shown, reason).At(new(shown, encoding.Line)));
        return new(file, TextEncoding.Utf8.GetString(TextEncoding.WithoutMark(bytes)), null);
    }
}
