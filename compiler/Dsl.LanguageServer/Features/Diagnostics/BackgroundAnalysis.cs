// The thread that computes findings: of the newest state only. A change of the state first ends what is computed of the state before,
// so that nothing older follows.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Features.Diagnostics;

/// <summary>
/// Computes and publishes findings beside the requests: those of the texts at once, those of the 算例 when the user pauses.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, which ends with the server.")]
internal sealed class BackgroundAnalysis(Workspace workspace, DiagnosticPublisher publisher, Action<string> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Held while a snapshot is settled, while findings are written, and while the state is changed.
    private readonly Lock _working = new();
    private readonly AutoResetEvent _changed = new(initialState: false);
    private CancellationTokenSource _current = new();
    private volatile bool _isEnded;
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "findings" };
        _thread.Start();
    }

    /// <summary>Ends the thread and waits for it.</summary>
    /// <param name="completes">Whether what is not published yet is to be, first.</param>
    public void Stop(bool completes)
    {
        _isEnded = true;
        if (!completes)
            Volatile.Read(ref _current).Cancel();
        _changed.Set();
        _thread?.Join();
    }

    /// <summary>
    /// Changes the state of the workspace: findings of the state before are given up, and begun anew with the changed one.
    /// </summary>
    public void Change(Action change)
    {
        Volatile.Read(ref _current).Cancel();
        lock (_working)
        {
            try
            {
                change();
            }
            finally
            {
                Volatile.Write(ref _current, new());
                _changed.Set();
            }
        }
    }

    /// <summary>
    /// A snapshot of the same texts in which no later change of the workspace changes anything: itself, where it is settled or the
    /// newest one; else, or where a change comes while it is settled, a copy that is compiled anew.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Snapshot Settle(Snapshot snapshot, CancellationToken cancellation)
    {
        if (snapshot.IsSettled)
            return snapshot;
        lock (_working)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Volatile.Read(ref _current).Token);
            if (workspace.IsNewest(snapshot))
            {
                try
                {
                    snapshot.Settle(either.Token);
                    return snapshot;
                }
                catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
                {
                    // A change came: it does not wait.
                }
            }
        }
        var copy = snapshot.CompiledAnew();
        copy.Settle(cancellation);
        return copy;
    }

    private void Run()
    {
        while (true)
        {
            _changed.WaitOne();
            do
            {
                if (!Try(() => Exclusively(publisher.PublishText)))
                    return;
            }
            while (!_isEnded && _changed.WaitOne(Pause));
            if (!Try(PublishExamples) || _isEnded)
                return;
        }
    }

    /// <summary>Examples are computed beside changes, which do not wait for them.</summary>
    private void PublishExamples()
    {
        var (open, current) = (ImmutableArray<Snapshot>.Empty, CancellationToken.None);
        Exclusively(cancellation => (open, current) = (publisher.SettleUnchecked(cancellation), cancellation));
        foreach (var snapshot in open)
            publisher.PublishExamples(snapshot, Exclusively, current);
        current.ThrowIfCancellationRequested();
        publisher.ExamplesPublished();
    }

    private void Exclusively(Action<CancellationToken> work)
    {
        lock (_working)
            work(Volatile.Read(ref _current).Token);
    }

    /// <summary>Findings that cannot be computed are a mistake of ours, and no reason to leave the user without an editor.</summary>
    /// <returns>False where the client has gone.</returns>
    private bool Try(Action publish)
    {
        try
        {
            publish();
        }
        catch (OperationCanceledException)
        {
            // A change came, and says so by itself.
        }
        catch (Exception error) when (IsOfTheWire(error))
        {
            return false;
        }
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            return TryLog($"findings: {error}");
        }
        return true;
    }

    private bool TryLog(string text)
    {
        try
        {
            log(text);
            return true;
        }
        catch (Exception error) when (IsOfTheWire(error))
        {
            return false;
        }
    }

    private static bool IsOfTheWire(Exception error) => error is IOException or ObjectDisposedException or UnauthorizedAccessException;
}
