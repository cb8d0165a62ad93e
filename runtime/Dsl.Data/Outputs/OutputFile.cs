// A file that is written: a refusal of the system becomes an OutputException with the final name.
using Dsl.Loading.Files;

namespace Dsl.Data.Outputs;

/// <summary>A new file under a temporary name.</summary>
/// <param name="temporary">The name that it has while it is written.</param>
/// <param name="final">The name that it is to have.</param>
internal sealed class OutputFile(string temporary, string final) : Stream
{
    private readonly FileStream _file = OutputException.Guard(final, () => new FileStream(temporary, Options(final)));

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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new OutputException(final, error is ArgumentOutOfRangeException ? new IOException(error.Message, error) : error);
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

    /// <summary>What only its owner could read stays so while the new one is written.</summary>
    private static FileStreamOptions Options(string final)
    {
        var options =
            new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows() && File.Exists(final))
            options.UnixCreateMode = File.GetUnixFileMode(final) | UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private void Guard(Action work) => OutputException.Guard(final, () =>
    {
        work();
        return true;
    });
}
