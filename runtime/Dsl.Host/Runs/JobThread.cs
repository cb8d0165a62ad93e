// The thread of a job: long work stays out of the pool, and requests go before it.
using System.Runtime.InteropServices;

namespace Dsl.Host.Runs;

/// <summary>Runs long work.</summary>
internal static partial class JobThread
{
    // A request gets about nine tenths of a core that it shares with a job, and a job all of a core that nobody else wants.
    private const int Niceness = 10;

    private const int OfThread = 0, Itself = 0;

    /// <summary>Runs work on a thread of its own.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isBelowRequests">Whether the thread, and those that it starts, have a lower priority than requests.</param>
    public static Task<T> Run<T>(Func<T> work, bool isBelowRequests)
    {
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            // Linux knows a priority by thread, which .NET does not set; one that may not be set is no reason to do nothing.
            if (isBelowRequests && OperatingSystem.IsLinux())
                _ = SetPriority(OfThread, Itself, Niceness);
            try
            {
                end.SetResult(work());
            }
#pragma warning disable CA1031 // Whoever waits hears of it, whatever it is.
            catch (Exception error)
            {
                end.SetException(error);
            }
#pragma warning restore CA1031
        })
        {
            IsBackground = true, Name = "job", Priority = isBelowRequests ? ThreadPriority.BelowNormal : ThreadPriority.Normal,
        };
        thread.Start();
        return end.Task;
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_SetPriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int SetPriority(int which, int who, int niceness);
}
