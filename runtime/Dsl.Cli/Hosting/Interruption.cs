// Ctrl+C and termination: asks the command to stop, and stops the process where the command does not listen.
using System.Runtime.InteropServices;

namespace Dsl.Cli.Hosting;

/// <summary>Turns signals into cancellation.</summary>
internal sealed class Interruption : IDisposable
{
    private TimeSpan _patience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Allows a command that listens so much time to end after the first signal.</summary>
    public void Allow(TimeSpan patience) => _patience = patience;

    /// <summary>Begins to listen.</summary>
    public static Interruption Listen()
    {
        var interruption = new Interruption();
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, interruption.Handle));
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, interruption.Handle));
        return interruption;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _registrations.ForEach(static registration => registration.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);
        _source.Cancel();
        // Output is written under temporary names, so that leaving a command that does not listen leaves nothing half-written.
        _ = Task.Delay(_patience, CancellationToken.None)
            .ContinueWith(static _ => Environment.Exit(ExitCode.Interrupted), TaskScheduler.Default);
    }
}
