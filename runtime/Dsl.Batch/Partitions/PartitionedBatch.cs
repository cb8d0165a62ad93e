// Runs in partitions as commands ask for them.
using System.Collections.Immutable;
using Dsl.Batch.Running;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;

namespace Dsl.Batch.Partitions;

/// <summary>Runs in partitions: no coordinator, only files that the first writer gives their names.</summary>
public static class PartitionedBatch
{
    /// <summary>Where the policies of a run were read from; the finding says why that is not known.</summary>
    /// <param name="folder">The folder of the run.</param>
    public static (ImmutableArray<string> Paths, DataFinding? Finding) PolicyPaths(string folder)
    {
        var (definition, finding) = new RunFolder(folder).Definition();
        return ([.. definition?.PolicyPaths ?? []], finding);
    }

    /// <summary>Computes a share of the partitions of a snapshot, those excepted that are done.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="paths">Where they were read from.</param>
    /// <param name="folder">The folder of the run; whoever comes first makes it.</param>
    /// <param name="share">Which partitions.</param>
    /// <param name="options">How; its output is of no matter.</param>
    /// <param name="progress">Hears how far it is, on the calling thread.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PartitionOutcome Run(
        LoadedPolicies policies, ImmutableArray<string> paths, string folder, PartitionShare share, BatchOptions options,
        IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        options = options with { Source = options.Source.For(policies) };
        var (registry, findings) = PartitionedRegistry.Open(options.Source);
        return registry is null
            ? new(findings, 0, 0, 0)
            : PartitionRunner.Run(
                new(policies.Compilation.Program, paths, policies.Files, registry, folder, options), share, progress, cancellation);
    }

    /// <summary>Joins the partitions of a run, all of which are done, into the files that one batch would have written.</summary>
    /// <param name="policies">The policies of the run.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="options">Where to write what; dates and registry are those of the run.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Merge(LoadedPolicies policies, string folder, BatchOptions options, CancellationToken cancellation) =>
        RunMerger.Run(folder, policies.Compilation.Program, policies.Files, options, cancellation);
}
