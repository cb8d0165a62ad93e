// What kinds of jobs share: the work of each, and how it ends.
using System.Collections.Immutable;
using Dsl.Batch.Running;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Runs;

/// <summary>The end of a job.</summary>
/// <param name="Job">The job as it is to be kept.</param>
/// <param name="Made">The snapshot that it made; null for none.</param>
internal sealed record JobEnd(Job Job, RegistryEntry? Made = null)
{
    /// <summary>A job that failed for what the first error says.</summary>
    public static JobEnd Failed(Job job, ImmutableArray<DataFinding> findings)
    {
        var error = findings.First(static finding => finding.Severity == Severity.Error);
        return Failed(job, error.Problem);
    }

    /// <summary>A job that failed.</summary>
    public static JobEnd Failed(Job job, DataProblem problem) =>
        new(job with { State = JobState.Failed, Problem = new(problem.Rule.Code, problem.Message, problem.Remedy) });
}

/// <summary>Does jobs of one kind, on the calling thread.</summary>
internal interface IJobWork
{
    /// <summary>The kind.</summary>
    JobKind Kind { get; }

    /// <summary>Does a job, from where it stopped the last time.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was computed stays.</exception>
    /// <exception cref="HostException">It cannot be done.</exception>
    JobEnd Do(Job job, IProgress<BatchProgress> progress, CancellationToken cancellation);
}

/// <summary>Where jobs keep their files below the data folder.</summary>
internal sealed class JobFolders(DataFolder folder)
{
    /// <summary>The folder of snapshots.</summary>
    public string Registries => Path.Combine(folder.Path, "registries");

    /// <summary>The folder of runs.</summary>
    public string Runs => Path.Combine(folder.Path, "runs");

    /// <summary>The folder of results.</summary>
    public string Results => Path.Combine(folder.Path, "results");

    /// <summary>A snapshot.</summary>
    public string Registry(string id) => Path.Combine(Registries, id);

    /// <summary>The partitions of a run.</summary>
    public string Run(string job) => Path.Combine(Runs, job);

    /// <summary>The result of a run, by the name that the job keeps.</summary>
    public string Result(string name) => Path.Combine(Results, name);
}
