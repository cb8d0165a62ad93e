// The thread of a job: long work stays out of the pool.
namespace Dsl.Host.Runs;

/// <summary>Runs long work.</summary>
internal static class JobThread
{
    /// <summary>Runs work on a thread of its own.</summary>
    /// <remarks>
    /// It has the priority of all others. A thread with a lower one would keep requests waiting where the machine is busy: whichever thread
    /// fills the memory of young objects collects it while all others stand still, and would then wait for its turn among the other
    /// programs.
    /// </remarks>
    /// <param name="work">The work.</param>
    public static Task<T> Run<T>(Func<T> work)
    {
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
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
            IsBackground = true, Name = "job",
        };
        thread.Start();
        return end.Task;
    }
}
