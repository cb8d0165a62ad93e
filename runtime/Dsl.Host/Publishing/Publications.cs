// Publishing runs: what a result makes due beyond the ledger, by the rules of `policy publish`; one proposes, another confirms.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Host.Ledger;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Publishing;

/// <summary>A proposal.</summary>
/// <param name="Row">As it is kept; null where there is nothing to publish, so that nothing was kept.</param>
/// <param name="Summary">What it comes to, as JSON.</param>
internal sealed record Proposal(PublicationRow? Row, string Summary);

/// <summary>Publishes runs.</summary>
internal sealed class Publications(PublicationStore store, JobStore jobs, AwardLedger ledger, RecordFiles records, JobFolders folders)
{
    /// <summary>Proposes what a run makes due. A run that is published already answers its publication.</summary>
    /// <exception cref="HostException">The run cannot be published.</exception>
    public async Task<Proposal> Propose(string run, PublicationChoice choice, Actor by, CancellationToken cancellation)
    {
        var job = await RunOf(run, cancellation).ConfigureAwait(false);
        if (await store.OfRun(run, cancellation).ConfigureAwait(false) is { IsConfirmed: true } confirmed)
            return new(confirmed, confirmed.Summary);
        var plan = await Plan(job, choice, cancellation).ConfigureAwait(false);
        if (plan.Entries.Count == 0)
            return new(null, plan.Summary);
        var row = await store.Propose(job, plan, choice, by, cancellation).ConfigureAwait(false);
        return new(row, row.Summary);
    }

    /// <summary>Confirms what was proposed. Confirmed again it is the same publication.</summary>
    /// <exception cref="HostException">It cannot be confirmed, or not by this person.</exception>
    public async Task<PublicationRow> Confirm(string id, Actor by, CancellationToken cancellation)
    {
        var proposed = await store.Find(id, cancellation).ConfigureAwait(false);
        if (proposed.IsConfirmed)
            return proposed;
        var job = await RunOf(proposed.Run, cancellation).ConfigureAwait(false);
        // What was proposed may be old: the entries are made again by the same rules, and must be the same.
        var plan = await Plan(job, proposed.Choice, cancellation).ConfigureAwait(false);
        return await store.Confirm(id, plan, by, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends where a run is not done as it must be.</summary>
    /// <exception cref="HostException">It is not.</exception>
    public static void RequireDone(Job run, PublicationChoice choice)
    {
        if (!run.IsDone)
            throw new HostException(LedgerDiagnostics.NotPublishable.With(run.Id, JobWords.Of(run.State)));
        if (run.Result.Length == 0)
            throw new HostException(JobDiagnostics.Expired.With(run.Id));
        if (run.FailedSubjects > 0 && !choice.WithoutFailed)
            throw new HostException(LedgerDiagnostics.HasFailures.With(run.Id, run.FailedSubjects));
        if (!run.Records.IsFixed)
            throw new HostException(LedgerDiagnostics.NotOfLedger.With(run.Id));
    }

    private async Task<Job> RunOf(string id, CancellationToken cancellation) =>
        await jobs.Find(id, cancellation).ConfigureAwait(false) is { Kind: JobKind.Run } job
            ? job
            : throw new HostException(JobDiagnostics.NoSuchJob.With(id));

    private async Task<PublicationPlan> Plan(Job run, PublicationChoice choice, CancellationToken cancellation)
    {
        RequireDone(run, choice);
        if (await ledger.Now(cancellation).ConfigureAwait(false) != run.Records)
            throw new HostException(LedgerDiagnostics.Moved.With(run.Id));
        var tables = await records.Folder(run.Records, cancellation).ConfigureAwait(false);
        var options = new PublishOptions(
            Path.Combine(folders.Result(run.Result), RunWork.ResultName), Path.Combine(tables, RecordFiles.Payments))
        {
            WithdrawMissing = choice.TakesBackMissing,
        };
        var outcome = await Task.Run(() => Publisher.Plan(options, cancellation), cancellation).ConfigureAwait(false);
        if (outcome.Report is not { } report)
        {
            var reason = outcome.Findings.First(static finding => finding.Severity == Severity.Error).Problem;
            throw new HostException(LedgerDiagnostics.Refused.With(run.Id, reason.Message));
        }
        KeptRecord[] entries = [.. report.Appended.Select(static payment => new KeptRecord(payment.Key, payment.PolicyNumber,
            payment.ClauseNumber, payment.RowKey, payment.Year, KeptRecords.Amount(payment.Amount))
            {
                Quantity = payment.Quantity?.ToString() ?? "", Part = payment.Part,
            })];
        var text = string.Concat(entries.Select(static entry => KeptRecords.Line(entry.Cells)));
        return new(entries, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            JsonSerializer.Serialize(PublicationSummary.Of(report, outcome.Findings),
                PublicationSummaryShapes.Of.PublicationSummary));
    }
}
