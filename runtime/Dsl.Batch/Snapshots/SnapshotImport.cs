// `policy registry import`: a registry into a snapshot, which appears whole or not at all.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Data.DuckDb;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>What an import is asked to do.</summary>
/// <param name="Source">The registry.</param>
/// <param name="Folder">The folder in which snapshots stand.</param>
/// <param name="Context">年度 for the list of rows that cannot be read.</param>
public sealed record SnapshotOptions(RegistrySource Source, string Folder, EvaluationContext Context)
{
    /// <summary>How many subjects a part has, about.</summary>
    public long SubjectsPerPart { get; init; } = 50_000;

    /// <summary>How many threads read.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many parts there are; null for as many as <see cref="SubjectsPerPart"/> asks for.</summary>
    internal int? Parts { get; init; }
}

/// <summary>What an import came to.</summary>
/// <param name="Findings">Findings about files; with an error among them there is no snapshot.</param>
public sealed record SnapshotOutcome(ImmutableArray<DataFinding> Findings)
{
    /// <summary>The snapshot; null where there is none.</summary>
    public RegistrySnapshot? Snapshot { get; init; }

    /// <summary>Its folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Whether the same snapshot was there already; it was left alone.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Rows that could not be read with the policies given.</summary>
    public long RejectedRows { get; init; }
}

/// <summary>What an import works with.</summary>
/// <param name="Program">The policies.</param>
/// <param name="Documents">Documents that they name beside those of the registry, of which records may be.</param>
/// <param name="Options">What to do.</param>
/// <param name="Registry">The registry.</param>
internal sealed record ImportJob(IrProgram Program, ImmutableArray<string> Documents, SnapshotOptions Options, Registry Registry)
{
    /// <summary>A source of the registry with the documents of the policies.</summary>
    public RegistrySource SourceOf(RegistrySource source) =>
        source with { OtherDocuments = [.. source.OtherDocuments.Union(Documents)] };
}

/// <summary>Makes snapshots.</summary>
public static class SnapshotImport
{
    /// <summary>Makes a snapshot of a registry. Where the import is stopped, nothing stays that looks like one.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SnapshotOutcome Run(LoadedPolicies policies, SnapshotOptions options, CancellationToken cancellation) =>
        Run(policies.Compilation.Program, policies.Documents([]), options, cancellation);

    /// <summary>The same for a program from elsewhere.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="documents">Documents that they name beside those of the registry, of which records may be.</param>
    /// <param name="options">What to do.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static SnapshotOutcome Run(IrProgram program, ImmutableArray<string> documents, SnapshotOptions options,
        CancellationToken cancellation)
    {
        var (registry, findings) = Registry.Open(program,
            options.Source with { OtherDocuments = [.. options.Source.OtherDocuments.Union(documents)] });
        if (registry is null)
            return new(findings);
        var shown = PathText.Shown(options.Folder);
        if (StoredFileWriter.Problem() is { } noLibrary)
            return new([.. findings, noLibrary.At(new(shown))]);
        var outcome = SnapshotPlace.Make(options.Folder, work => Make(new(program, documents, options, registry), work, cancellation));
        return outcome with { Findings = [.. findings, .. outcome.Findings] };
    }

    private static SnapshotOutcome Make(ImportJob job, string work, CancellationToken cancellation)
    {
        var (options, registry) = (job.Options, job.Registry);
        var (parts, unreadable) = SubjectParts.Of(registry,
            rows => options.Parts ?? (int)Math.Max(1, (rows + options.SubjectsPerPart - 1) / options.SubjectsPerPart), cancellation);
        if (parts is null)
            return new(unreadable is null ? [] : [unreadable]);
        var (document, fatal) = new SnapshotWriter(registry, options.Source, job.Program.Schema, parts, work).Write(cancellation);
        if (document is null)
            return new(fatal is null ? [] : [fatal]);
        var (snapshot, damaged) = SnapshotPlace.Describe(work, document);
        if (snapshot is null)
            return new(damaged);
        var (rejected, failed) = RejectedList.Write(job, snapshot, Path.Combine(work, RegistrySnapshot.RejectedName), cancellation);
        if (failed is not null)
            return new([failed]);
        cancellation.ThrowIfCancellationRequested();
        return SnapshotPlace.Name(work, options.Folder, document) with { RejectedRows = rejected };
    }
}
