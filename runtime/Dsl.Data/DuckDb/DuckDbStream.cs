// Blocks of rows on their way through DuckDB, which writes on a thread of its own while more of them are made.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Dsl.Data.Outputs;

namespace Dsl.Data.DuckDb;

/// <summary>Writes once. Blocks come from one thread, in order.</summary>
internal sealed class DuckDbStream : IDisposable
{
    // Blocks that wait stand in memory.
    private const int MostWaiting = 2;

    private readonly BlockingCollection<ColumnBlock> _waiting = new(MostWaiting);
    private readonly CancellationTokenSource _stopped = new();

    // Nobody takes blocks any more.
    private readonly CancellationTokenSource _ended = new();
    private readonly Action<ColumnBlock> _done;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private ColumnBlock? _current;

    /// <summary>Begins to write.</summary>
    /// <param name="write">Writes what it asks for until there is nothing more, on another thread.</param>
    /// <param name="done">Takes blocks that were written, on that thread.</param>
    public DuckDbStream(Action<Func<ColumnBlock?>, CancellationToken> write, Action<ColumnBlock> done)
    {
        _done = done;
        _thread = new(() => Write(write)) { IsBackground = true, Name = "writer" };
        _thread.Start();
    }

    /// <summary>Hands a block on; waits while others wait.</summary>
    /// <exception cref="IOException">What came before cannot be written.</exception>
    public void Add(ColumnBlock block)
    {
        try
        {
            _waiting.Add(block, _ended.Token);
        }
        catch (OperationCanceledException)
        {
            _thread.Join();
            _failure?.Throw();
            throw;
        }
    }

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Finish(CancellationToken cancellation)
    {
        using var registration = cancellation.Register(_stopped.Cancel);
        _waiting.CompleteAdding();
        _thread.Join();
        cancellation.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    /// <summary>Stops writing where that is not finished.</summary>
    public void Dispose()
    {
        _stopped.Cancel();
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
        _stopped.Dispose();
        _ended.Dispose();
    }

    private void Write(Action<Func<ColumnBlock?>, CancellationToken> write)
    {
        try
        {
            write(Next, _stopped.Token);
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            _ended.Cancel();
        }
    }

    private ColumnBlock? Next()
    {
        if (_current is { } written)
            _done(written);
        return _current = _waiting.TryTake(out var block, Timeout.Infinite, _stopped.Token) ? block : null;
    }
}
