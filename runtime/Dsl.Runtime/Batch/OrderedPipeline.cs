// Work on several threads, results in the order of the input: what comes out does not depend on the number of threads.
namespace Dsl.Runtime.Batch;

internal static class OrderedPipeline
{
    /// <summary>Works on up to <paramref name="threads"/> items at once, and hands the results on in order, on this thread.</summary>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, int threads, Func<TItem, TResult> work, Action<TResult> consume, CancellationToken cancellation)
    {
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (threads <= 1)
                {
                    consume(work(item));
                    continue;
                }
                if (running.Count == threads)
                    consume(running.Dequeue().GetAwaiter().GetResult());
                running.Enqueue(Task.Run(() => work(item), cancellation));
            }
            while (running.TryDequeue(out var next))
            {
                cancellation.ThrowIfCancellationRequested();
                consume(next.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // Nobody may still read the registry when the caller puts it away.
            foreach (var left in running)
                ((IAsyncResult)left).AsyncWaitHandle.WaitOne();
        }
    }
}
