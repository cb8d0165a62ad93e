// The thread that computes findings: of the newest state only; whoever changes the state ends what runs first,
// so that nothing older follows.
using System.Diagnostics.CodeAnalysis;

namespace Dsl.LanguageServer.Features.Diagnostics;

/// <summary>
/// Computes and publishes findings beside the requests: those of the texts at once, those of the 算例 when the user pauses.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, which ends with the server.")]
internal sealed class BackgroundAnalysis(DiagnosticPublisher publisher, Action<string> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Held while findings are computed and written; who holds it may change the state.
    private readonly Lock _working = new();
    private readonly AutoResetEvent _changed = new(initialState: false);
    private CancellationTokenSource _current = new();
    private volatile bool _isEnded;
    private Thread? _thread;

    /// <summary>Starts the thread.</summary>
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
    /// Changes the state of the workspace: what is computed of the state before is given up, and begun anew with the changed one.
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

    private void Run()
    {
        while (true)
        {
            _changed.WaitOne();
            do
            {
                if (!TryPublish(publisher.PublishText))
                    return;
            }
            while (!_isEnded && _changed.WaitOne(Pause));
            if (!TryPublish(publisher.PublishExamples) || _isEnded)
                return;
        }
    }

    /// <summary>Findings that cannot be computed are a mistake of ours, and no reason to leave the user without an editor.</summary>
    /// <returns>False where nobody hears what the server says any longer.</returns>
    private bool TryPublish(Action<CancellationToken> publish)
    {
        lock (_working)
        {
            try
            {
                publish(Volatile.Read(ref _current).Token);
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
