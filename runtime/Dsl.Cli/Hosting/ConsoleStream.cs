// Standard output and error when they cannot be written: closed, full, or in use by something else.
using System.Globalization;

namespace Dsl.Cli.Hosting;

/// <summary>Standard output cannot be written.</summary>
/// <param name="inner">What the system says.</param>
internal sealed class ConsoleException(Exception inner) : IOException(inner.Message, inner);

/// <summary>Standard output and standard error.</summary>
/// <param name="inner">The stream; null where it is closed.</param>
/// <param name="isTold">Whether a failure is reported; otherwise what cannot be written is lost without a message.</param>
internal sealed class ConsoleStream(Stream? inner, bool isTold) : Stream
{
    private const int OutputNumber = 1, ErrorNumber = 2;

    private static NotSupportedException OnlyWritten => new("a stream of the console is only written, from front to back");

    /// <summary>Standard output: what cannot be written there ends the command.</summary>
    public static ConsoleStream Output() => new(IsOpen(OutputNumber) ? Console.OpenStandardOutput() : null, isTold: true);

    /// <summary>Standard error: what cannot be written there is lost.</summary>
    public static ConsoleStream Error() => new(IsOpen(ErrorNumber) ? Console.OpenStandardError() : null, isTold: false);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw OnlyWritten;

    /// <inheritdoc/>
    public override long Position
    {
        get => throw OnlyWritten;
        set => throw OnlyWritten;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            if (inner is null)
                throw new IOException("标准输出已经关闭");
            inner.Write(buffer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (isTold)
                throw new ConsoleException(error);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // The streams of the console keep nothing back.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw OnlyWritten;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw OnlyWritten;

    /// <inheritdoc/>
    public override void SetLength(long value) => throw OnlyWritten;

    /// <summary>
    /// Whether a descriptor was passed by the parent process. Where it was closed (&gt;&amp;-), the runtime gets its number for a
    /// file or pipe of its own, which must not be written into; such a one is closed when another program is started,
    /// one that came from outside is not.
    /// </summary>
    private static bool IsOpen(int number)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            const int closedOnStart = 0x80000;
            var flags = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{number}"))
                .FirstOrDefault(static line => line.StartsWith("flags:", StringComparison.Ordinal));
            return flags is null || (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & closedOnStart) == 0;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return !Directory.Exists("/proc/self/fdinfo");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            return true;
        }
    }
}
