// Files that are read: ordinary ones only, and those that are read to their end are what they were when they were looked at.
using System.Security.Cryptography;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Files;

public static class InputStream
{
    /// <summary>What the descriptors of the process are called: /dev/stdin, and what a shell makes of &lt;(…).</summary>
    private static readonly string[] Descriptors = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"];

    /// <summary>
    /// Why a path cannot be read as a file; null where it can. A pipe without a writer would never be opened, a device never end: they are
    /// known by their kind, before anything is opened.
    /// </summary>
    /// <param name="takesDescriptors">Whether a pipe that the process was given (&lt;(…)) will do: what is read once may come from
    /// one.</param>
    public static DataProblem? Problem(string path, bool takesDescriptors = false)
    {
        var status = FileStatus.Of(path);
        if (status.Kind is FileKind.File
            || (takesDescriptors && status.Kind is FileKind.Pipe
                && Array.Exists(Descriptors, start => Path.GetFullPath(path).StartsWith(start, StringComparison.Ordinal))))
            return null;
        return status.Words is { } words
            ? FileDiagnostics.CannotRead.With(PathText.Shown(path), words)
            : FileDiagnostics.NotFound.With(PathText.Shown(path));
    }

    /// <summary>All bytes of a file; null where it has more than a limit, whatever its size was said to be.</summary>
    /// <exception cref="IOException">It is no ordinary file, or the system refuses.</exception>
    public static byte[]? ReadAll(string path, long most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > most)
                return null;
        }
        return bytes.ToArray();
    }

    /// <summary>Opens a file that others may have open too.</summary>
    /// <exception cref="IOException">It is no ordinary file, or the system refuses.</exception>
    public static FileStream Open(string path)
    {
        if (FileStatus.Of(path).Words is { } words)
            throw new FileWordsException(words);
        return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
    }
}

/// <summary>A failure of a file that has a message of our own.</summary>
/// <param name="words">A sentence, with its full stop.</param>
public sealed class FileWordsException(string words) : IOException(words);

/// <summary>
/// The bytes of a file from its start to its end, once more after it was looked at: where they end, they must be the same bytes,
/// else reading fails. A caller that has reached the end has therefore read the bytes of the hash.
/// </summary>
public sealed class CheckedStream : Stream
{
    private readonly string _path;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _expected;
    private readonly long _length;
    private readonly byte[] _head = new byte[3];
    private readonly bool _skipsMark;
    private FileStream? _file;
    private int _pending;
    private int _given;
    private long _read;
    private bool _isChecked;

    /// <summary>A file that is opened when it is first read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The SHA-256 of its bytes, in lower-case hexadecimal.</param>
    /// <param name="length">How many bytes it had.</param>
    /// <param name="skipsMark">Whether a byte order mark at the start is passed over.</param>
    public CheckedStream(string path, string expected, long length, bool skipsMark) =>
        (_path, _expected, _length, _skipsMark) = (path, expected, length, skipsMark);

    private static NotSupportedException OnlyRead => new("an input is only read, from front to back");

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw OnlyRead;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var file = _file ??= OpenAgain();
        if (_given < _pending)
        {
            var count = Math.Min(buffer.Length, _pending - _given);
            _head.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }
        var read = file.Read(buffer);
        if (read == 0)
            Check();
        else
            Take(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw OnlyRead;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw OnlyRead;

    /// <inheritdoc/>
    public override void SetLength(long value) => throw OnlyRead;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file?.Dispose();
            _hash.Dispose();
        }
        base.Dispose(disposing);
    }

    private FileStream OpenAgain()
    {
        FileStream file;
        try
        {
            file = InputStream.Open(_path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new FileWordsException(FileFailure.Words(error));
        }
        if (file.Length != _length)
        {
            file.Dispose();
            throw new FileWordsException(FilePhrases.Changed.With());
        }
        if (_skipsMark)
        {
            _pending = file.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
            Take(_head.AsSpan(0, _pending));
            _given = _head.AsSpan(0, _pending) is [0xEF, 0xBB, 0xBF] ? _pending : 0;
        }
        return file;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _read += bytes.Length;
        // What grows while it is read is not read on and on.
        if (_read > _length)
            throw new FileWordsException(FilePhrases.Changed.With());
    }

    private void Check()
    {
        if (!_isChecked && (_read != _length || Convert.ToHexStringLower(_hash.GetCurrentHash()) != _expected))
            throw new FileWordsException(FilePhrases.Changed.With());
        _isChecked = true;
    }
}
