// `policy registry import`: a registry into a snapshot, which appears whole or not at all.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Data.DuckDb;
using Dsl.Data.Outputs;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
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
    // Names of what stands in the folder of snapshots while one is made.
    private const string Work = "snapshot";

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
        if (OutputPath.Resolve(Path.Combine(options.Folder, Work)) is { Problem: { } unusable })
            return new([.. findings, FileDiagnostics.CannotWrite.With(shown, unusable).At(new(shown))]);
        var work = "";
        try
        {
            Directory.CreateDirectory(options.Folder);
            Remainders.Clean(Path.GetFullPath(Path.Combine(options.Folder, Work)));
            work = Remainders.NameFor(Path.GetFullPath(Path.Combine(options.Folder, Work)));
            Directory.CreateDirectory(work);
            var outcome = Make(new(program, documents, options, registry), work, cancellation);
            return outcome with { Findings = [.. findings, .. outcome.Findings] };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            using var failed = new AtomicOutput();
            return new([.. findings, failed.Failure(error, options.Folder)]);
        }
        finally
        {
            Discard(work);
        }
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
        WriteText(Path.Combine(work, RegistrySnapshot.DescriptionName), document.Text);
        var (snapshot, damaged) = RegistrySnapshot.Open(work);
        if (snapshot is null)
            return new(damaged);
        var (rejected, failed) = RejectedList.Write(job, snapshot, Path.Combine(work, RegistrySnapshot.RejectedName), cancellation);
        if (failed is not null)
            return new([failed]);
        cancellation.ThrowIfCancellationRequested();
        var folder = Path.Combine(options.Folder, document.Id);
        var isKnown = !Place(work, folder);
        (snapshot, damaged) = RegistrySnapshot.Open(folder);
        return new(damaged) { Snapshot = snapshot, Folder = folder, IsKnown = isKnown, RejectedRows = rejected };
    }

    /// <summary>Gives the folder its name; false where the same snapshot has it already.</summary>
    private static bool Place(string work, string folder)
    {
        // Imports into one folder do this one after the other.
        using var held = FolderLock.Take([Path.GetFullPath(Path.GetDirectoryName(folder) ?? ".")]);
        if (Directory.Exists(folder) && IsWhole(folder))
            return false;
        if (Directory.Exists(folder))
        {
            // What is no snapshot any more makes room for one.
            var old = Remainders.NameFor(Path.GetFullPath(folder));
            Directory.Move(folder, old);
            Discard(old);
        }
        Directory.Move(work, folder);
        return true;
    }

    private static bool IsWhole(string folder) => RegistrySnapshot.Open(folder).Snapshot is { } there && there.Problem() is null;

    private static void WriteText(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static void Discard(string work)
    {
        if (work.Length == 0)
            return;
        try
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next import takes it away.
        }
        Remainders.Release(work);
    }
}
