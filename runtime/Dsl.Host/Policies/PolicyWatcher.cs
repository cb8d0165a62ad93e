// Notices that policies changed: reports of the system are a hint, looking again decides.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Policies;

/// <summary>Reloads folders of policies when they changed and lie still.</summary>
internal sealed partial class PolicyWatcher(PolicySets sets, HostSettings settings, TimeProvider clock, ILogger<PolicyWatcher> log)
    : BackgroundService
{
    private readonly SemaphoreSlim _hint = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = settings.Policies.Select(static _ => "").ToArray();
        using var watchers = new Watchers(settings.Policies, Hint);
        while (!stoppingToken.IsCancellationRequested)
        {
            for (var i = 0; i < seen.Length; i++)
                seen[i] = await Look(settings.Policies[i], seen[i], stoppingToken).ConfigureAwait(false);
            await _hint.WaitAsync(settings.PollInterval, stoppingToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        _hint.Dispose();
        base.Dispose();
    }

    /// <summary>Reloads a folder where it is not as it was seen; what it looks like now.</summary>
    private async Task<string> Look(PolicyFolder folder, string seen, CancellationToken cancellation)
    {
        var now = PrintOf(folder);
        if (now == seen)
            return seen;
        // Editors and copies write several files: wait until nothing moves.
        for (var before = ""; now != before; now = PrintOf(folder))
        {
            before = now;
            await Task.Delay(settings.Debounce, clock, cancellation).ConfigureAwait(false);
        }
        try
        {
            await sets.Reload(folder, cancellation).ConfigureAwait(false);
            // What moved while it was read may have been read half.
            return PrintOf(folder) == now ? now : "";
        }
        catch (HostException error)
        {
            LogNotKept(log, error.Problem.Message);
            return "";
        }
#pragma warning disable CA1031 // A watcher that dies would serve old policies for ever without a word.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, error, PolicySets.NameOf(folder));
            return "";
        }
#pragma warning restore CA1031
    }

    /// <summary>What can be seen of a folder without reading it: names, sizes, times, and which file it is.</summary>
    internal static string PrintOf(PolicyFolder folder)
    {
        var print = new StringBuilder();
        foreach (var path in folder.Paths)
        {
            foreach (var file in Directory.Exists(path) ? FilesBelow(path) : [path])
                print.Append(CultureInfo.InvariantCulture, $"{file}\0{FileStatus.Of(file)}\n");
        }
        return print.ToString();
    }

    private static IEnumerable<string> FilesBelow(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .Order(StringComparer.Ordinal)];
        }
        catch (IOException)
        {
            // It went away while it was listed: seen as empty, and looked at again.
            return [];
        }
    }

    private void Hint()
    {
        try
        {
            if (_hint.CurrentCount == 0)
                _hint.Release();
        }
        catch (Exception error) when (error is SemaphoreFullException or ObjectDisposedException)
        {
            // Another report came first, or the service is stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    private static partial void LogNotKept(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at {Folder} failed")]
    private static partial void LogFailed(ILogger log, Exception error, string folder);

    /// <summary>What the system reports of the folders; where it cannot, looking from time to time is enough.</summary>
    private sealed class Watchers : IDisposable
    {
        private readonly List<FileSystemWatcher> _watchers = [];

        public Watchers(ImmutableArray<PolicyFolder> folders, Action hint)
        {
            foreach (var path in folders.SelectMany(static folder => folder.Paths).Where(Directory.Exists))
            {
                try
                {
                    var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true };
                    watcher.Changed += (_, _) => hint();
                    watcher.Created += (_, _) => hint();
                    watcher.Deleted += (_, _) => hint();
                    watcher.Renamed += (_, _) => hint();
                    watcher.EnableRaisingEvents = true;
                    _watchers.Add(watcher);
                }
                catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
                {
                    // Too many watches, or a disk that reports nothing.
                }
            }
        }

        public void Dispose() => _watchers.ForEach(static watcher => watcher.Dispose());
    }
}
