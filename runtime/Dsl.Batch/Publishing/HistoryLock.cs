// One publication into a history at a time, whichever processes they are of.
using Dsl.Loading.Files;

namespace Dsl.Batch.Publishing;

/// <summary>
/// A file beside the history that is held open. The system lets go of it when a process ends, however it ends:
/// the file that a killed one leaves blocks no other.
/// </summary>
internal sealed class HistoryLock : IDisposable
{
    private const int Pause = 50;

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly string _path;
    private readonly FileStream _file;

    private HistoryLock(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>The name of the lock of a history.</summary>
    public static string PathFor(string history) => history + ".lock";

    /// <summary>Waits for the lock; null where others hold it for too long.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HistoryLock? Take(string history, TimeSpan patience, CancellationToken cancellation)
    {
        var path = PathFor(history);
        for (var waited = 0; ; waited += Pause)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(path) is { } held)
                return held;
            if (waited >= patience.TotalMilliseconds)
                return null;
            cancellation.WaitHandle.WaitOne(Pause);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Taken away while it is held. Who waits for the file that had the name sees that it is no longer there;
        // where that cannot be seen, it stays.
        if (IsThere(_file, _path) == true)
            File.Delete(_path);
        _file.Dispose();
    }

    private static HistoryLock? TryTake(string path)
    {
        try
        {
            var file = Open(path);
            if (IsThere(file, path) != false)
                return new(path, file);
            file.Dispose();
            return null;
        }
        catch (IOException error) when (Held.Contains(error.HResult))
        {
            return null;
        }
    }

    /// <summary>Held alone; the file of another user need only be readable for that.</summary>
    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException) when (File.Exists(path))
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
        }
    }

    /// <summary>Whether the open file still has the name; null where the system does not say.</summary>
    private static bool? IsThere(FileStream file, string path) =>
        UnixStatus.Of(file.SafeFileHandle) is { } open ? UnixStatus.Of(path) is { } named && named.IsSameFile(open) : null;
}
