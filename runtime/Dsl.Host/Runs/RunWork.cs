// A job that evaluates a snapshot, partition by partition, and joins the partitions into one result.
using Dsl.Batch.Engines;
using Dsl.Batch.Partitions;
using Dsl.Batch.Running;
using Dsl.Host.Policies;
using Dsl.Loading.Findings;

namespace Dsl.Host.Runs;

/// <summary>Runs. What a run has computed is kept by the partition, so that it goes on from there.</summary>
internal sealed class RunWork(PolicySets sets, RunRegistry registry, JobFolders folders) : IJobWork
{
    /// <summary>The files of a result.</summary>
    public const string ResultName = "结果.csv", RejectedName = ResultName + ".rejected.csv",
        ManifestName = ResultName + ".manifest.json", SummaryName = "汇总.json", SheetName = "待核定.csv";

    public JobKind Kind => JobKind.Run;

    public JobEnd Do(Job job, IProgress<BatchProgress> progress, CancellationToken cancellation)
    {
        var set = sets.WithHash(job.SetHash, cancellation);
        (job, var snapshot, var unusable) = registry.Of(job, set, cancellation);
        if (snapshot is null)
            return JobEnd.Failed(job, unusable);
        var options = new BatchOptions(new(snapshot), "", set.Policies.Context(job.AsOf, job.Year, job.AsOf))
        {
            Threads = JobWorker.Threads, Engine = EvaluationEngines.Names[0], KeepsApprovals = true,
        };
        var computed = PartitionedBatch.Run(
            set.Policies, sets.KeptPaths(set.Hash), folders.Run(job.Id), PartitionShare.All, options, progress, cancellation);
        if (HasError(computed.Findings))
            return JobEnd.Failed(job, computed.Findings);
        // Each beginning has a folder of its own; the one that ends the job names it.
        var name = $"{job.Id}.{job.Epoch}";
        Directory.CreateDirectory(folders.Result(name));
        var merged = PartitionedBatch.Merge(set.Policies, folders.Run(job.Id), options with
        {
            Output = Path.Combine(folders.Result(name), ResultName), SummaryPath = Path.Combine(folders.Result(name), SummaryName),
            ApprovalsPath = Path.Combine(folders.Result(name), SheetName),
        }, cancellation);
        return merged.Result is not { } result
            ? JobEnd.Failed(job, merged.Findings)
            : new(job with
            {
                State = result.FailedSubjects == 0 ? JobState.Done : JobState.DoneWithFailures,
                FailedSubjects = result.FailedSubjects,
                Result = name,
                Progress = new(1, result.Summary.SubjectCount, result.RejectedRows),
            });
    }

    private static bool HasError(IEnumerable<DataFinding> findings) =>
        findings.Any(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error);
}
