// Before a merge: computes the partitions that could not know the claims of all others (名额, 总额) when it was their turn.
using System.Collections.Immutable;
using Dsl.Batch.Claims;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Partitions;

/// <summary>Finishes runs.</summary>
internal static class RunFinisher
{
    /// <summary>
    /// Computes what is left where all claims are there; what is wrong, or nothing. Where claims are missing, too, the merger says which
    /// partitions are not done.
    /// </summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="definition">What the run computes.</param>
    /// <param name="program">The policies, and the files that they were read from.</param>
    /// <param name="options">How: dates and form are those of the run.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<DataFinding> Finish(string folder, RunDefinition definition,
        (IrProgram Program, ImmutableArray<InputFile> Files) program, BatchOptions options, CancellationToken cancellation)
    {
        var files = new RunFolder(folder);
        var partitions = Enumerable.Range(1, definition.Partitions).ToList();
        if (!ClaimBook.IsNeeded(program.Program) || partitions.TrueForAll(files.IsDone)
            || !partitions.TrueForAll(partition => File.Exists(files.Claims(partition))))
            return [];
        var source = new RegistrySource(definition.Snapshot) { OtherDocuments = [.. definition.OtherDocuments] };
        var (registry, findings) = PartitionedRegistry.Open(source);
        if (registry is null)
            return findings;
        options = options with
        {
            Source = source,
            Engine = definition.Program.Engine,
            KeepsApprovals = definition.KeepsApprovals,
            ApprovalsPath = null,
            SummaryPath = null,
        };
        var outcome = PartitionRunner.Run(
            new(program.Program, [.. definition.PolicyPaths], program.Files, registry, folder, options), PartitionShare.All, null,
            cancellation);
        return [.. outcome.Findings.Where(static finding => finding.Severity == Severity.Error)];
    }
}
