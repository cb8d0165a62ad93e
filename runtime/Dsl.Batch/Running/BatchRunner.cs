// A batch: all subjects of a registry through an engine into files that appear whole or not at all.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Policies;

namespace Dsl.Batch.Running;

public static class BatchRunner
{
    /// <summary>
    /// Evaluates all subjects and writes DST, DST.rejected.csv (where a row was rejected), DST.manifest.json and the summary. Bad rows
    /// are rejected and counted; a bad file stops before anything is written. On cancellation nothing is left.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Run(LoadedPolicies policies, BatchOptions options, IProgress<BatchProgress>? progress,
        CancellationToken cancellation) =>
        Run(policies.Compilation.Program, policies.Files, options with { Source = options.Source.For(policies) }, progress, cancellation);

    /// <summary>The same for a program from elsewhere.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="policyFiles">The files that they were read from, for the manifest.</param>
    /// <param name="options">What to do.</param>
    /// <param name="progress">Hears how far the run is, on the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Run(
        IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, IProgress<BatchProgress>? progress,
        CancellationToken cancellation)
    {
        if (options.Parts.IsEmpty && PartitionedRegistry.IsAt(options.Source))
        {
            var (snapshot, unreadable) = PartitionedRegistry.Open(options.Source);
            if (snapshot is null)
                return new(unreadable, null);
            options = options with { Parts = snapshot.Parts };
        }
        var (pass, findings) = BatchPass.Open(program, options, options.Parts.IsEmpty ? [options.Source] : options.Parts);
        if (pass is null)
            return new(findings, null);
        if (BatchOutputs.Problem(program, policyFiles, options, pass.SourceNames,
            PartitionedRegistry.IsAt(options.Source) ? [options.Source.Path] : []) is { } outputProblem)
            return new([.. findings, outputProblem], null);
        return BatchFiles.Write(program, policyFiles, options, findings,
            targets => pass.Run(targets, guard: null, progress, cancellation), cancellation);
    }
}
