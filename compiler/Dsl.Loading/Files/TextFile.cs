// Text files as UTF-8, with or without a byte order mark; anything else is a finding that says what to do.
using System.Security.Cryptography;
using Dsl.Loading.Findings;

namespace Dsl.Loading.Files;

/// <summary>A file that was read, for the manifest.</summary>
/// <param name="Path">As shown in messages, with forward slashes.</param>
/// <param name="Sha256">Hash of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(string Path, string Sha256);

/// <summary>The text of a file, or why it cannot be read.</summary>
/// <param name="File">Path and hash; null where it could not be read at all.</param>
/// <param name="Text">Its text without a byte order mark; null where <paramref name="Finding"/> is set.</param>
/// <param name="Finding">What is wrong; null where all is well.</param>
internal sealed record TextFileReading(InputFile? File, string? Text, DataFinding? Finding);

internal static class TextFile
{
    private const long MaxBytes = 64L << 20;

    public static TextFileReading Read(string path)
    {
        var shown = PathText.Shown(path);
        var place = new DataPlace(shown);
        TextFileReading Fail(DataProblem problem) => new(null, null, problem.At(place));
        try
        {
            if (InputStream.Problem(path, takesDescriptors: true) is { } problem)
                return Fail(problem);
            return InputStream.ReadAll(path, MaxBytes) is { } bytes
                ? Decode(shown, bytes)
                : Fail(FileRules.TooLarge.With(shown, Math.Max(FileStatus.Of(path).Size, MaxBytes + 1) >> 20, MaxBytes >> 20));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileRules.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }

    private static TextFileReading Decode(string shown, byte[] bytes)
    {
        var file = new InputFile(shown, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var encoding = TextEncoding.OfUtf8(bytes);
        if (encoding.Reason is { } reason)
            return new(file, null, FileRules.NotUtf8.With(shown, $"（{reason}）").At(new(shown, encoding.Line)));
        return new(file, TextEncoding.Utf8.GetString(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0)), null);
    }
}

internal static class PathText
{
    /// <summary>A path as shown in messages: forward slashes, no leading ./ .</summary>
    public static string Shown(string path)
    {
        var text = path.Replace('\\', '/');
        while (text.StartsWith("./", StringComparison.Ordinal) && text.Length > 2)
            text = text[2..];
        return text;
    }

    /// <summary>A path joined to a folder, with . and .. resolved; both as shown in messages.</summary>
    public static string Join(string folder, string path)
    {
        if (path.StartsWith('/') || Path.IsPathRooted(path))
            return Shown(path);
        var parts = new List<string>();
        foreach (var part in $"{Shown(folder)}/{Shown(path)}".Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ".." and not "")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }
        if (parts.Count > 1 && parts[0].Length == 0 && !folder.StartsWith('/'))
            parts.RemoveAt(0);
        return string.Join('/', parts);
    }

    /// <summary>The folder of a path, empty for none.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
}
