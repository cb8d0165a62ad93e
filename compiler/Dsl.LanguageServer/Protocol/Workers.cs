// The threads that compute the answers to long requests, so that the loop goes on with later messages.
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol;

/// <summary>A few threads that take work in its order. They end with the process, or when what was added is done.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, which ends with the server.")]
internal sealed class Workers
{
    // One slow request must not hold up the others; more threads would only share the same processors.
    private const int Count = 3;

    private readonly BlockingCollection<Action> _work = [];
    private readonly List<Thread> _threads = [];
    private volatile bool _isAbandoned;

    public void Start()
    {
        for (var number = 1; number <= Count; number++)
        {
            var thread = new Thread(Run) { IsBackground = true, Name = $"worker {number}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    public void Add(Action work) => _work.Add(work);

    /// <summary>Waits until all that was added is done.</summary>
    public void Complete()
    {
        _work.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
    }

    /// <summary>Begins nothing more, and waits for nothing.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _work.CompleteAdding();
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            if (_isAbandoned)
                return;
            try
            {
                work();
            }
            catch (Exception error) when (MessageChannel.IsClosed(error))
            {
                // The client has gone; the loop finds out by itself.
                return;
            }
        }
    }
}
