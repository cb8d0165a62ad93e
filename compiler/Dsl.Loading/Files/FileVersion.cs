// A file that is read here and there rather than from start to end (workbooks, databases): whether it still is the one that was looked at.
using System.Security.Cryptography;
using Dsl.Loading.Findings;

namespace Dsl.Loading.Files;

/// <summary>A file as it was when this was made: before anything of it was read.</summary>
public sealed class FileVersion
{
    private readonly string _path;
    private readonly FileStatus _first;
    private readonly Lazy<string> _hash;

    public FileVersion(string path)
    {
        (_path, _first) = (path, FileStatus.Of(path));
        _hash = new(HashNow);
    }

    /// <summary>How many bytes it had.</summary>
    public long Size => _first.Size;

    /// <summary>Its SHA-256 in lower-case hexadecimal; the bytes are those that were read.</summary>
    /// <exception cref="IOException">It cannot be read, or it changed since.</exception>
    public string Sha256
    {
        get
        {
            var isKnown = _hash.IsValueCreated;
            var hash = _hash.Value;
            return isKnown || IsSame ? hash : throw new InputException(_path, new FileWordsException(FilePhrases.Changed.With()));
        }
    }

    /// <summary>
    /// Whether it was left alone: same file, size and times. Where only its name or its rights changed, its bytes are compared.
    /// </summary>
    public bool IsSame
    {
        get
        {
            var now = FileStatus.Of(_path);
            return now == _first || (now with { Changed = _first.Changed } == _first && _hash.IsValueCreated && HashNow() == _hash.Value);
        }
    }

    private string HashNow()
    {
        using var stream = InputStream.Open(_path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <summary>A failure of a file that was read, with its name.</summary>
public sealed class InputException(string path, Exception inner) : IOException(inner.Message, inner)
{
    /// <summary>The file.</summary>
    public string Path => path;
}
