// The thread of a job: requests go before it.
using System.Runtime.InteropServices;

namespace Dsl.Host.Runs;

/// <summary>Runs long work beside requests.</summary>
internal static partial class JobThread
{
    // A request gets about nine tenths of a core that it shares with a job, and a job all of a core that nobody else wants.
    private const int Niceness = 10;

    private const int OfThread = 0, Itself = 0;

    /// <summary>Runs work on a thread of its own, below the priority of requests. So are the threads that it starts.</summary>
    public static Task<T> Run<T>(Func<T> work)
    {
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            // Linux knows a priority by thread, which .NET does not set; one that may not be set is no reason to do nothing.
            if (OperatingSystem.IsLinux())
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
            IsBackground = true, Name = "job", Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return end.Task;
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_SetPriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int SetPriority(int which, int who, int niceness);
}
