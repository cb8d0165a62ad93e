// What is too old to be kept, in the store: which results and registries nothing refers to any more, and what files are still referred to.
using System.Collections.Frozen;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Dsl.Values.Exact;

namespace Dsl.Host.Runs;

/// <summary>The folders of a data folder that are referred to, by name.</summary>
/// <param name="Registries">Snapshots.</param>
/// <param name="Results">Results.</param>
/// <param name="Runs">Runs whose partitions may be gone on with.</param>
internal sealed record KeptFolders(FrozenSet<string> Registries, FrozenSet<string> Results, FrozenSet<string> Runs);

/// <summary>Forgets what is old.</summary>
internal sealed class RetentionStore(IControlStore store, DataFolder folder, TimeProvider clock)
{
    // A run that somebody proposed for publication stays, and with it what it was computed from.
    private const string Old = " WHERE home = @Home AND result <> '' AND state IN (@Done, @Partly) AND finished_at < @Cutoff"
        + " AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.home = job.home AND p.run = job.id)";

    private const string Unused = " WHERE home = @Home AND imported_at < @Cutoff AND id <> @Latest AND NOT EXISTS"
        + " (SELECT 1 FROM job j WHERE j.home = registry.home AND j.registry = registry.id AND j.kind <> @Import"
        + " AND (j.result <> '' OR j.state IN (@Waiting, @Running) OR (j.state IN (@Failed, @Cancelled) AND j.finished_at >= @Cutoff)))";

    /// <summary>
    /// The first day of what stays; null while it is not known. It goes by the day before today on which this was asked: a clock that is
    /// wrong for a day removes nothing.
    /// </summary>
    public Task<DateOnly?> FirstDay(int days, CancellationToken cancellation) => store.Write<DateOnly?>(async session =>
    {
        var today = CivilDate.Format(ChinaDay.Of(clock.GetUtcNow()));
        var seen = await session.First<Seen>("SELECT day, day_before AS DayBefore FROM retention WHERE home = @Home",
            new { Home = folder.Id }).ConfigureAwait(false);
        // Set back: what was seen of the future does not count.
        var before = seen is null || string.CompareOrdinal(today, seen.Day) < 0 ? "" : today == seen.Day ? seen.DayBefore : seen.Day;
        await session.Execute("INSERT INTO retention (home, day, day_before) VALUES (@Home, @Today, @Before)"
            + " ON CONFLICT (home) DO UPDATE SET day = excluded.day, day_before = excluded.day_before",
            new { Home = folder.Id, Today = today, Before = before }).ConfigureAwait(false);
        return CivilDate.TryParse(before, DateForms.Text, out var day) ? day.AddDays(-days) : null;
    }, cancellation);

    /// <summary>Forgets results and registries of before a day that nothing refers to; the audit names each.</summary>
    public Task<int> Forget(DateOnly firstDay, CancellationToken cancellation) => store.Write(async session =>
    {
        var latest = await session.First<string>(
            "SELECT id FROM registry WHERE home = @Home ORDER BY seq DESC, imported_at DESC, id LIMIT 1", new { Home = folder.Id })
            .ConfigureAwait(false);
        var values = new
        {
            Home = folder.Id, Cutoff = StoreTime.Text(ChinaDay.Begin(firstDay)), Latest = latest ?? "",
            Import = JobWords.Of(JobKind.Import),
            Done = JobWords.Of(JobState.Done), Partly = JobWords.Of(JobState.DoneWithFailures),
            Waiting = JobWords.Of(JobState.Waiting), Running = JobWords.Of(JobState.Running),
            Failed = JobWords.Of(JobState.Failed), Cancelled = JobWords.Of(JobState.Cancelled),
        };
        var runs = await session.Query<string>("SELECT id FROM job" + Old, values).ConfigureAwait(false);
        await session.Execute("UPDATE job SET result = ''" + Old, values).ConfigureAwait(false);
        var registries = await session.Query<string>("SELECT id FROM registry" + Unused, values).ConfigureAwait(false);
        await session.Execute("DELETE FROM registry" + Unused, values).ConfigureAwait(false);
        AuditEntry[] acts = [.. runs.Select(static id => Removed("任务的结果", id)),
            .. registries.Select(static id => Removed("登记数据", id))];
        if (acts.Length > 0)
            await AuditLog.Append(session, acts, clock).ConfigureAwait(false);
        return acts.Length;

        static AuditEntry Removed(string kind, string id) => new(AuditEntry.System, "到期删除") { Detail = $"{kind} {id}" };
    }, cancellation);

    /// <summary>What is referred to now.</summary>
    /// <param name="firstDay">The first day of which partitions stay that nobody goes on with; null where all do.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<KeptFolders> Kept(DateOnly? firstDay, CancellationToken cancellation) => store.Read(async session =>
    {
        var values = new
        {
            Home = folder.Id, Cutoff = firstDay is { } day ? StoreTime.Text(ChinaDay.Begin(day)) : "",
            Done = JobWords.Of(JobState.Done), Partly = JobWords.Of(JobState.DoneWithFailures),
            Waiting = JobWords.Of(JobState.Waiting), Running = JobWords.Of(JobState.Running),
        };
        return new KeptFolders(
            await Names("SELECT id FROM registry WHERE home = @Home").ConfigureAwait(false),
            await Names("SELECT result FROM job WHERE home = @Home AND result <> ''").ConfigureAwait(false),
            await Names("SELECT id FROM job WHERE home = @Home AND (state IN (@Waiting, @Running)"
                + " OR (state NOT IN (@Done, @Partly) AND finished_at >= @Cutoff))").ConfigureAwait(false));

        async Task<FrozenSet<string>> Names(string sql) =>
            (await session.Query<string>(sql, values).ConfigureAwait(false)).ToFrozenSet(StringComparer.Ordinal);
    }, cancellation);

    private sealed class Seen
    {
        public string Day { get; init; } = "";

        public string DayBefore { get; init; } = "";
    }
}
