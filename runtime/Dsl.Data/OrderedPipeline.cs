// Work on several threads, results in the order of the input: the output does not depend on the number of threads.

namespace Dsl.Data;

/// <summary>Runs work on several threads and keeps the order of the input.</summary>
public static class OrderedPipeline
{
    /// <summary>Works on up to <paramref name="threads"/> items at once, and hands the results on in order, on this thread.</summary>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, int threads, Func<TItem, TResult> work, Action<TResult> consume, CancellationToken cancellation)
    {
        foreach (var result in Select(items, threads, work, cancellation))
            consume(result);
    }

    /// <summary>The same as a sequence: while the caller uses a result, work on the next ones continues.</summary>
    public static IEnumerable<TResult> Select<TItem, TResult>(IEnumerable<TItem> items, int threads, Func<TItem, TResult> work,
        CancellationToken cancellation)
    {
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (threads <= 1)
                {
                    yield return work(item);
                    continue;
                }
                if (running.Count == threads)
                    yield return running.Dequeue().GetAwaiter().GetResult();
                running.Enqueue(Task.Run(() => work(item), cancellation));
            }
            while (running.TryDequeue(out var next))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return next.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // No worker may still read the registry when the caller disposes it.
            foreach (var left in running)
                ((IAsyncResult)left).AsyncWaitHandle.WaitOne();
        }
    }
}
