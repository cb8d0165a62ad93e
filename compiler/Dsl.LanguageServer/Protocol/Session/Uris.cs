// file: URIs of the protocol and paths of the program.
using Dsl.LanguageServer.Protocol.Transport;
namespace Dsl.LanguageServer.Protocol.Session;

internal static class Uris
{
    /// <summary>
    /// The path of a URI: absolute, with forward slashes. Of a file that has never been saved (untitled:) the URI itself.
    /// </summary>
    /// <exception cref="RequestFailedException">No system has such a file: an empty URI, a null character.</exception>
    public static string PathOf(string uri)
    {
        if (uri.Length == 0 || uri.Contains('\0', StringComparison.Ordinal) || uri.Contains("%00", StringComparison.Ordinal))
            throw new RequestFailedException(ErrorCode.InvalidParams, "the URI names no file");
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
            return uri;
        // Windows: /c%3A/x and /C:/x are the same file.
        var path = Uri.UnescapeDataString(parsed.AbsolutePath);
        return path is ['/', var drive, ':', ..] ? $"{char.ToUpperInvariant(drive)}{path[2..]}"
            : parsed.Host.Length > 0 ? $"//{parsed.Host}{path}"
            : path;
    }

    public static string Of(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("untitled:", StringComparison.Ordinal))
            return path;
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? "file://" + escaped : "file:///" + escaped;
    }
}
