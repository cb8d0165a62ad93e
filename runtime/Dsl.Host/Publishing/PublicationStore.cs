// Publications in the store. To confirm one is one transaction: the entries stand in the ledger with everything that belongs to them, or
// nothing happened.
using Dsl.Batch.Registries;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Ledger;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Publishing;

/// <summary>Who acts, and in which request.</summary>
internal sealed record Actor(string Name, string Request);

/// <summary>Keeps the publications of a data folder.</summary>
internal sealed class PublicationStore(IControlStore store, DataFolder folder, AwardLedger ledger, TimeProvider clock)
{
    private const int MostListed = 500;

    /// <summary>The publications, the latest first.</summary>
    public Task<IReadOnlyList<PublicationRow>> All(CancellationToken cancellation) => store.Read(session =>
        session.Query<PublicationRow>($"SELECT {PublicationRow.Columns} FROM publication WHERE home = @Home"
            + $" ORDER BY proposed_at DESC, id LIMIT {MostListed}", new { Home = folder.Id }), cancellation);

    /// <summary>A publication.</summary>
    /// <exception cref="HostException">There is none with the number.</exception>
    public async Task<PublicationRow> Find(string id, CancellationToken cancellation) =>
        await store.Read(session => session.First<PublicationRow>(
            $"SELECT {PublicationRow.Columns} FROM publication WHERE home = @Home AND id = @Id", new { Home = folder.Id, Id = id }),
            cancellation).ConfigureAwait(false) ?? throw new HostException(LedgerDiagnostics.NoSuchPublication.With(id));

    /// <summary>The publication of a run; null where nobody proposed one.</summary>
    public Task<PublicationRow?> OfRun(string run, CancellationToken cancellation) =>
        store.Read(session => OfRun(session, run), cancellation);

    /// <summary>Keeps a proposal; one of the same run that is not confirmed makes room.</summary>
    /// <exception cref="HostException">What the run has read has changed.</exception>
    public Task<PublicationRow> Propose(
        Job run, PublicationPlan plan, PublicationChoice choice, Actor by, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            await HoldUnmoved(session, run).ConfigureAwait(false);
            if (await OfRun(session, run.Id).ConfigureAwait(false) is { IsConfirmed: true } confirmed)
                return confirmed;
            await session.Execute("DELETE FROM publication WHERE home = @Home AND run = @Run", new { Home = folder.Id, Run = run.Id })
                .ConfigureAwait(false);
            var id = JobStore.NewId();
            await session.Execute("INSERT INTO publication (home, id, kind, run, year, takes_back_missing, without_failed, entries, digest,"
                + " summary, proposed_by, proposed_at, confirmed_by, confirmed_at, ledger_version) VALUES (@Home, @Id, @Kind, @Run, @Year,"
                + " @TakesBack, @Without, @Entries, @Digest, @Summary, @By, @At, '', '', 0)",
                new
                {
                    Home = folder.Id, Id = id, Kind = PublicationRow.OfRun, Run = run.Id, Year = (long)run.Year,
                    TakesBack = choice.TakesBackMissing ? 1L : 0, Without = choice.WithoutFailed ? 1L : 0,
                    Entries = (long)plan.Entries.Count, plan.Digest, plan.Summary, By = by.Name, At = StoreTime.Text(clock.GetUtcNow()),
                }).ConfigureAwait(false);
            await Record(session, by, "提出公布", $"{id} {run.Id} {plan.Digest}").ConfigureAwait(false);
            return await PublicationRow.Find(session, folder.Id, id).ConfigureAwait(false)
                ?? throw new HostException(LedgerDiagnostics.NoSuchPublication.With(id));
        }, cancellation);

    /// <summary>Appends what was proposed to the ledger; what is confirmed already stays as it is.</summary>
    /// <exception cref="HostException">It may not be confirmed by this person, or what it follows from has changed.</exception>
    public Task<PublicationRow> Confirm(string id, PublicationPlan plan, Actor by, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            // First the head, as all who append: of two who confirm at once one waits here, and then finds it confirmed.
            var head = await LedgerHead.Hold(session, folder.Id).ConfigureAwait(false);
            var proposed = await PublicationRow.Find(session, folder.Id, id).ConfigureAwait(false)
                ?? throw new HostException(LedgerDiagnostics.NoSuchPublication.With(id));
            if (proposed.IsConfirmed)
                return proposed;
            var run = await JobStore.Hold(session, folder.Id, proposed.Run).ConfigureAwait(false)
                ?? throw new HostException(JobDiagnostics.NoSuchJob.With(proposed.Run));
            Publications.RequireDone(run, proposed.Choice);
            if (head.Versions != run.Records)
                throw new HostException(LedgerDiagnostics.Moved.With(run.Id));
            if (proposed.Digest != plan.Digest)
                throw new HostException(LedgerDiagnostics.OtherResult.With(run.Id));
            await RequireFourEyes(session, proposed, run, by).ConfigureAwait(false);
            await ledger.Append(session, head.Ledger + 1, plan.Entries).ConfigureAwait(false);
            await session.Execute("UPDATE publication SET confirmed_by = @By, confirmed_at = @At, ledger_version = @Version"
                + " WHERE home = @Home AND id = @Id AND ledger_version = 0",
                new { Home = folder.Id, Id = id, By = by.Name, At = StoreTime.Text(clock.GetUtcNow()), Version = head.Ledger + 1 })
                .ConfigureAwait(false);
            await LedgerHead.Move(session, folder.Id, head.Versions with { Ledger = head.Ledger + 1 }).ConfigureAwait(false);
            await Record(session, by, "公布", $"{id} {run.Id} {plan.Digest}").ConfigureAwait(false);
            return await PublicationRow.Find(session, folder.Id, id).ConfigureAwait(false) ?? proposed;
        }, cancellation);

    private async Task RequireFourEyes(StoreSession session, PublicationRow proposed, Job run, Actor by)
    {
        if (!await SetApprovals.IsApproved(session, run.SetHash).ConfigureAwait(false))
            throw new HostException(LedgerDiagnostics.SetNotApproved.With(run.SetHash));
        if (proposed.ProposedBy == by.Name)
            throw new HostException(LedgerDiagnostics.SamePerson.With());
        if (await DecisionStore.HasDecided(session, folder.Id, run.Records, (run.Year, by.Name)).ConfigureAwait(false))
            throw new HostException(LedgerDiagnostics.DecidedHimself.With());
    }

    private async Task HoldUnmoved(StoreSession session, Job run)
    {
        var head = await LedgerHead.Hold(session, folder.Id).ConfigureAwait(false);
        if (head.Versions != run.Records)
            throw new HostException(LedgerDiagnostics.Moved.With(run.Id));
    }

    private Task<PublicationRow?> OfRun(StoreSession session, string run) => session.First<PublicationRow>(
        $"SELECT {PublicationRow.Columns} FROM publication WHERE home = @Home AND run = @Run", new { Home = folder.Id, Run = run });

    private Task Record(StoreSession session, Actor by, string act, string detail) =>
        AuditLog.Append(session, [new(by.Name, act) { Detail = detail, Request = by.Request }], clock);
}

/// <summary>What a publication would append.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Digest">SHA-256 over them.</param>
/// <param name="Summary">What they come to, as JSON.</param>
internal sealed record PublicationPlan(IReadOnlyList<KeptRecord> Entries, string Digest, string Summary);
