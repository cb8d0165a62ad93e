// 核定 as officers decided: entries that are only ever appended; the last one of a thing holds.
using Dsl.Batch.Registries;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Store;

namespace Dsl.Host.Ledger;

/// <summary>A decision.</summary>
/// <param name="Record">What was decided; no amount where it is taken back.</param>
/// <param name="Check">校验 of the row that it was decided by; empty where it came from elsewhere.</param>
/// <param name="Run">The run in which it waited; empty where it came from elsewhere.</param>
internal sealed record Decision(KeptRecord Record, string Check, string Run)
{
    /// <summary>Who decided.</summary>
    public string By { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public string At { get; init; } = "";
}

/// <summary>Keeps the decisions of a data folder.</summary>
internal sealed class DecisionStore(IControlStore store, DataFolder folder, TimeProvider clock)
{
    private const string Columns = "subject, policy, clause, row_key AS RowKey, year, amount, sheet_check AS SheetCheck, run,"
        + " decided_by AS DecidedBy, decided_at AS DecidedAt";

    private static readonly string[] EntryColumns =
        ["home", "seq", "place", "subject", "policy", "clause", "row_key", "year", "amount", "sheet_check", "run", "decided_by",
            "decided_at"];

    // Of each thing the last entry, unless it takes the decision back.
    private const string Current = " FROM decision d WHERE home = @Home AND seq <= @Version AND amount <> '' AND NOT EXISTS"
        + " (SELECT 1 FROM decision l WHERE l.home = d.home AND l.place = d.place AND l.seq > d.seq AND l.seq <= @Version)";

    /// <summary>Enters decisions, all or none; the audit records each in the same step.</summary>
    /// <returns>The version after.</returns>
    public Task<long> Enter(IReadOnlyList<Decision> decisions, string actor, string request, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            var head = await LedgerHead.Hold(session, folder.Id).ConfigureAwait(false);
            await Append(session, head.Decisions, decisions, actor).ConfigureAwait(false);
            var now = head.Versions with { Decisions = head.Decisions + decisions.Count };
            await LedgerHead.Move(session, folder.Id, now).ConfigureAwait(false);
            await AuditLog.Append(session, [.. decisions.Select(decision => new AuditEntry(actor,
                decision.Record.Amount.Length == 0 ? "撤回核定" : "核定")
            {
                Subject = decision.Record.Key, Request = request,
                Detail = $"{decision.Record.PolicyNumber} {decision.Record.ClauseNumber} {decision.Record.RowKey} {decision.Record.Year}",
            })], clock).ConfigureAwait(false);
            return now.Decisions;
        }, cancellation);

    /// <summary>Appends entries inside a transaction that holds the head.</summary>
    public Task Append(StoreSession session, long version, IReadOnlyList<Decision> decisions, string actor)
    {
        var at = StoreTime.Text(clock.GetUtcNow());
        return session.Insert("decision", EntryColumns, decisions.Select((decision, index) => (object[])[
            folder.Id, version + 1 + index, decision.Record.Place, decision.Record.Key, decision.Record.PolicyNumber,
            decision.Record.ClauseNumber, decision.Record.RowKey, (long)decision.Record.Year, decision.Record.Amount, decision.Check,
            decision.Run, actor, at]));
    }

    /// <summary>Gives what held at a version to <paramref name="take"/>, in the order in which it was decided.</summary>
    public Task<long> Each(long version, Action<Decision> take, CancellationToken cancellation) => store.Read(async session =>
    {
        var count = 0L;
        await foreach (var row in session.Stream<Row>($"SELECT {Columns}{Current} ORDER BY seq",
            new { Home = folder.Id, Version = version }).ConfigureAwait(false))
        {
            take(row.Decision);
            count++;
        }
        return count;
    }, cancellation);

    /// <summary>What holds of a thing now; null where nothing does.</summary>
    public async Task<Decision?> Find(string place, CancellationToken cancellation) =>
        await store.Read(session => session.First<Row>(
            $"SELECT {Columns} FROM decision WHERE home = @Home AND place = @Place ORDER BY seq DESC LIMIT 1",
            new { Home = folder.Id, Place = place }), cancellation).ConfigureAwait(false) is { Amount.Length: > 0 } row
            ? row.Decision : null;

    /// <summary>Whether somebody decided, or took back, something of a year up to a version.</summary>
    public static async Task<bool> HasDecided(StoreSession session, string home, RecordVersions read, (int Year, string Actor) what) =>
        await session.First<long>("SELECT COUNT(*) FROM decision WHERE home = @Home AND seq <= @Decisions AND year = @Year"
            + " AND decided_by = @Actor", new { Home = home, read.Decisions, what.Year, what.Actor }).ConfigureAwait(false) > 0;

    private sealed class Row
    {
        public string Subject { get; init; } = "";

        public string Policy { get; init; } = "";

        public string Clause { get; init; } = "";

        public string RowKey { get; init; } = "";

        public long Year { get; init; }

        public string Amount { get; init; } = "";

        public string SheetCheck { get; init; } = "";

        public string Run { get; init; } = "";

        public string DecidedBy { get; init; } = "";

        public string DecidedAt { get; init; } = "";

        public Decision Decision => new(new(Subject, Policy, Clause, RowKey, (int)Year, Amount), SheetCheck, Run)
        {
            By = DecidedBy, At = DecidedAt,
        };
    }
}
