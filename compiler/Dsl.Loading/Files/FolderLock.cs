// Locks of folders, so that one run at a time, on one machine, renames files in them. The system releases those of a killed run.
using Dsl.Loading.Findings;

namespace Dsl.Loading.Files;

/// <summary>Holds folders until it is disposed. Nothing is left in them.</summary>
public sealed class FolderLock : IDisposable
{
    private const int OnlyRead = 0x0010, Exclusive = 2, WithoutWaiting = 4;
    private const int Attempts = 1_000, Pause = 20;

    private readonly List<nint> _held = [];

    private FolderLock()
    {
    }

    /// <summary>Waits for the folders. Where the system has no such locks, nothing is held.</summary>
    /// <exception cref="IOException">Another process holds one of them for long.</exception>
    public static FolderLock Take(IEnumerable<string> folders)
    {
        var taken = new FolderLock();
        if (OperatingSystem.IsWindows())
            return taken;
        // All runs take them in one order, so that no two wait for each other.
        foreach (var folder in folders.DistinctBy(static folder => FileStatus.Of(folder).Identity)
            .OrderBy(static folder => FileStatus.Of(folder).Identity, StringComparer.Ordinal))
        {
            if (NativeFiles.Open(folder, OnlyRead, 0) is not (>= 0 and var handle))
                continue;
            taken._held.Add(handle);
            if (!TryLock(handle))
            {
                taken.Dispose();
                throw new OutputException(folder, new FileWordsException(FilePhrases.FolderHeld.With()));
            }
        }
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.ForEach(static handle => _ = NativeFiles.Close(handle));
        _held.Clear();
    }

    private static bool TryLock(nint handle)
    {
        const int wouldBlockLinux = 11, wouldBlockMac = 35;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (NativeFiles.Lock(handle, Exclusive | WithoutWaiting) == 0)
                return true;
            // Network disks may know no locks of folders: then there is none to wait for.
            if (System.Runtime.InteropServices.Marshal.GetLastPInvokeError() is not (wouldBlockLinux or wouldBlockMac))
                return true;
            Thread.Sleep(Pause);
        }
        return false;
    }
}
