// Work on several threads, results in the order of the input: the output does not depend on the number of threads.
using System.Collections.Concurrent;

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
        if (threads <= 1)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return work(item);
            }
            yield break;
        }
        // No worker may still read the registry when the caller disposes it: the crew waits for its threads.
        using var crew = new Crew(threads);
        var running = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (running.Count == threads)
                yield return running.Dequeue().GetAwaiter().GetResult();
            running.Enqueue(crew.Do(() => work(item)));
        }
        while (running.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return next.GetAwaiter().GetResult();
        }
    }

    /// <summary>Threads of their own: long work in the pool would keep whatever else runs there waiting.</summary>
    private sealed class Crew : IDisposable
    {
        private readonly BlockingCollection<Task> _work = [];
        private readonly Thread[] _threads;

        public Crew(int count)
        {
            _threads =
                [.. Enumerable.Range(1, count).Select(number => new Thread(Work) { IsBackground = true, Name = $"worker {number}" })];
            foreach (var thread in _threads)
                thread.Start();
        }

        public Task<T> Do<T>(Func<T> work)
        {
            var task = new Task<T>(work);
            _work.Add(task);
            return task;
        }

        public void Dispose()
        {
            _work.CompleteAdding();
            // What nobody began is not wanted any more.
            while (_work.TryTake(out _))
                continue;
            foreach (var thread in _threads)
                thread.Join();
            _work.Dispose();
        }

        private void Work()
        {
            foreach (var task in _work.GetConsumingEnumerable())
                task.RunSynchronously(TaskScheduler.Default);
        }
    }
}
