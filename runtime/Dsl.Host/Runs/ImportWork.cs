// A job that makes a snapshot of the registry that settings name.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Snapshots;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Host.Runs;

/// <summary>Imports.</summary>
internal sealed class ImportWork(
    PolicySets sets, HostSettings settings, RunRegistry registry, JobFolders folders, TimeProvider clock) : IJobWork
{
    /// <summary>The folder of policies may bring a registry of examples.</summary>
    private const string SampleName = "sample";

    public JobKind Kind => JobKind.Import;

    /// <summary>The registry: as settings say, else the examples beside the policies; null for none.</summary>
    public static string? SourceOf(HostSettings settings) => settings.Registry
        ?? SampleFolders(settings).FirstOrDefault();

    /// <summary>The folders of examples beside the policies.</summary>
    public static IEnumerable<string> SampleFolders(HostSettings settings) => settings.Policies
        .SelectMany(static folder => folder.Paths).Select(static path => Path.Combine(path, SampleName)).Where(Directory.Exists);

    public JobEnd Do(Job job, IProgress<BatchProgress> progress, CancellationToken cancellation)
    {
        if (SourceOf(settings) is not { } source)
            return JobEnd.Failed(job, JobDiagnostics.NoSource.With());
        var policies = sets.WithHash(job.SetHash, cancellation).Policies;
        var outcome = SnapshotImport.Run(policies,
            new(new RegistrySource(source), folders.Registries, policies.Context(job.AsOf, job.Year, job.AsOf))
            {
                Threads = JobWorker.Threads,
            }, cancellation);
        if (outcome.Snapshot is not { } snapshot)
            return JobEnd.Failed(job, outcome.Findings);
        var made = new RegistryEntry(snapshot.Id, snapshot.Sha256, PathText.Shown(source), clock.GetUtcNow())
        {
            Subjects = snapshot.Partitions.Sum(static part => part.Subjects),
            Partitions = snapshot.Partitions.Length,
            RejectedRows = outcome.RejectedRows,
        };
        var minded = registry.Adopt(policies, outcome.Folder, job.Year, cancellation);
        return new(job with
        {
            State = JobState.Done, Registry = snapshot.Id, Progress = new(1, made.Subjects, made.RejectedRows),
            Problem = minded is null ? null : new(minded.Rule.Code, minded.Message, minded.Remedy),
        }, made);
    }
}
