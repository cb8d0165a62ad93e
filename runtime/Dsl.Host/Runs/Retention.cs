// Removes what nothing refers to any more, once a day, between jobs: results and registries that are too old, partitions of runs that are
// done, tables and snapshots that can be made again.
using Dsl.Data.Outputs;
using Dsl.Host.Ledger;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Files;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Runs;

/// <summary>Keeps a data folder from growing for ever. Whoever calls it works on no job meanwhile.</summary>
internal sealed partial class Retention(RetentionStore store, RecordFiles records, JobFolders folders, DataFolder folder,
    HostSettings settings, TimeProvider clock, ILogger<Retention> log)
{
    private DateOnly? _done;

    /// <summary>Does it where it was not done today.</summary>
    public async Task OncePerDay(CancellationToken cancellation)
    {
        var today = ChinaDay.Of(clock.GetUtcNow());
        if (today == _done)
            return;
        _done = today;
        try
        {
            // A backup under way finds everything that the store named when it began.
            using var held = FolderLock.Take([folder.Path]);
            var firstDay = await store.FirstDay(settings.RetentionDays, cancellation).ConfigureAwait(false);
            if (firstDay is { } day)
                await store.Forget(day, cancellation).ConfigureAwait(false);
            // First the store, then the files: who is killed between leaves files to which nothing refers.
            Remove(await store.Kept(firstDay, cancellation).ConfigureAwait(false), firstDay);
        }
        catch (Exception error) when (error is HostException or IOException or UnauthorizedAccessException)
        {
            LogNotDone(log, error.Message);
        }
    }

    private void Remove(KeptFolders kept, DateOnly? firstDay)
    {
        foreach (var result in Below(folders.Results).Where(path => !kept.Results.Contains(Path.GetFileName(path))))
            TryRemove(result);
        foreach (var run in Below(folders.Runs).Where(path => !kept.Runs.Contains(Path.GetFileName(path))))
            TryRemove(run);
        if (firstDay is not { } day)
            return;
        var begin = ChinaDay.Begin(day).UtcDateTime;
        foreach (var snapshot in Below(folders.Registries).Where(path => !kept.Registries.Contains(Path.GetFileName(path))
            && Directory.GetLastWriteTimeUtc(path) < begin))
            TryRemove(snapshot);
        records.Remove(begin, TryRemove);
    }

    private static List<string> Below(string path) =>
        Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Where(static path => Remainders.FinalOf(path) is null)] : [];

    /// <summary>Takes a folder away under another name first: nobody finds half of it.</summary>
    private void TryRemove(string path)
    {
        var going = Remainders.NameFor(path);
        try
        {
            Directory.Move(path, going);
            Directory.Delete(going, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody still reads it: it goes tomorrow, or at the next start.
            LogNotDone(log, error.Message);
        }
        Remainders.Release(going);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not everything that is too old was removed: {Problem}")]
    private static partial void LogNotDone(ILogger log, string problem);
}
