// What a run evaluates: the subjects of a snapshot with the ledger and the decisions of the service.
using System.Collections.Immutable;
using Dsl.Batch.Snapshots;
using Dsl.Host.Ledger;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;

namespace Dsl.Host.Runs;

/// <summary>Makes what runs read. Called on the threads of jobs, which may wait.</summary>
internal sealed class RunRegistry(JobStore jobs, RecordAdoption adoption, RecordFiles records, JobFolders folders, TimeProvider clock)
{
    private const int DigitsOfHash = 16;

    /// <summary>The folder of the snapshot that a run reads, the same each time that it is begun; or why there is none.</summary>
    public (Job Job, string? Snapshot, ImmutableArray<DataFinding> Findings) Of(Job job, PolicySet set, CancellationToken cancellation)
    {
        var snapshot = folders.Registry(job.Registry);
        // A registry that was imported before there was a ledger.
        if (!Wait(adoption.WasDone(cancellation)))
            Adopt(set.Policies, snapshot, job.Year, cancellation);
        job = job with { Records = Wait(jobs.FixRecords(job, cancellation)) };
        var tables = Wait(records.Folder(job.Records, cancellation));
        // What was made of these once is found again without reading the keys of all subjects.
        var known = Path.Combine(tables, $"{job.Registry}.{set.Hash[..DigitsOfHash]}.snapshot");
        if (File.Exists(known) && folders.Registry(File.ReadAllText(known)) is var made && RegistrySnapshot.Open(made).Snapshot is not null)
        {
            // It is in use: what is not goes after some time.
            Directory.SetLastWriteTimeUtc(made, clock.GetUtcNow().UtcDateTime);
            return (job, made, []);
        }
        var derived = RecordedSnapshot.Derive(set.Policies, snapshot, tables, folders.Registries, cancellation);
        if (derived.Snapshot is { } whole)
            File.WriteAllText(known, whole.Id);
        return (job, derived.Snapshot is null ? null : derived.Folder, derived.Findings);
    }

    /// <summary>Takes over the records of a snapshot where that was not done yet; what is to be minded of it.</summary>
    /// <exception cref="HostException">A payment cannot be kept.</exception>
    public DataProblem? Adopt(LoadedPolicies policies, string snapshot, int year, CancellationToken cancellation)
    {
        var (found, unusable) = SourceRecords.Read(policies, snapshot, year, cancellation);
        if (found is null)
        {
            throw new HostException(unusable is { } finding
                ? LedgerDiagnostics.PaymentUnreadable.With(
                    finding.Place.File, finding.Place.Row ?? 0, finding.Problem.Message.TrimEnd('。'))
                : JobDiagnostics.NoSuchRegistry.With(snapshot));
        }
        return Wait(adoption.Take(found, cancellation));
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
