// A file that is written: a file too large for its disk is an ordinary failure, not a mistake of the program.
namespace Dsl.Runtime.Results;

/// <summary>
/// A new file. Where a file may not grow further (4 GB on FAT32, a quota), the runtime throws <see cref="ArgumentOutOfRangeException"/>;
/// here it is the <see cref="IOException"/> that everybody expects.
/// </summary>
internal sealed class OutputFile(string path) : Stream
{
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => _file.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => _file.CanWrite;

    /// <inheritdoc/>
    public override long Length => _file.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => Guard(_file.Flush);

    /// <summary>Waits until the disk has it all.</summary>
    public void FlushToDisk() => Guard(() => _file.Flush(flushToDisk: true));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => _file.SetLength(value);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Guard(_file.Dispose);
        base.Dispose(disposing);
    }

    private static void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    private static IOException TooLarge(ArgumentOutOfRangeException error) => new(error.Message, error);
}
