// A snapshot with other 核定 and 兑现记录: its subjects and details are those of the base, its records are cut anew.
using Dsl.Batch.Registries;
using Dsl.Data.DuckDb;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>Makes snapshots out of others. The same base with the same records is the same snapshot.</summary>
public static class RecordedSnapshot
{
    /// <summary>Puts tables of records in the place of those of a snapshot.</summary>
    /// <param name="policies">The policies, which say what the keys of subjects are.</param>
    /// <param name="snapshot">The folder of the base, which is left as it is.</param>
    /// <param name="records">A folder with 核定.csv and 兑现记录.csv.</param>
    /// <param name="folder">The folder in which snapshots stand.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SnapshotOutcome Derive(
        LoadedPolicies policies, string snapshot, string records, string folder, CancellationToken cancellation)
    {
        var (whole, findings) = RegistrySnapshot.Open(snapshot);
        if (whole is null)
            return new(findings);
        if (StoredFileWriter.Problem() is { } noLibrary)
            return new([noLibrary.At(new(PathText.Shown(folder)))]);
        var program = policies.Compilation.Program;
        var tables = ((string[])[BuiltInTables.Approvals, BuiltInTables.Payments])
            .ToDictionary(static name => name, name => Path.Combine(records, name + ".csv"), StringComparer.Ordinal);
        return SnapshotPlace.Make(folder, work => Make(whole, program, tables, (work, folder), cancellation));
    }

    private static SnapshotOutcome Make(RegistrySnapshot whole, IrProgram program, IReadOnlyDictionary<string, string> tables,
        (string Work, string Home) folders, CancellationToken cancellation)
    {
        var parts = new List<Registry>();
        foreach (var part in whole.Partitions)
        {
            var stored = new RecordsOverlay(new(whole.Folder, whole.Document, part.Number), tables);
            var (registry, problems) = Registry.Open(program, whole.Source(part.Number) with { Stored = stored });
            if (registry is null)
                return new(problems);
            parts.Add(registry);
        }
        var (spread, unreadable) = SubjectParts.Of(parts[0].RecordTables.Select(static table => table.Table),
            [.. parts.SelectMany(static part => part.Tables)], whole.Partitions.Length, cancellation);
        if (spread is null)
            return new(unreadable is null ? [] : [unreadable]);
        var (document, fatal) = new SnapshotWriter(parts[0], whole.Source(1), program.Schema, spread, folders.Work)
            .WriteRecords(whole.Document, cancellation);
        if (document is null)
            return new(fatal is null ? [] : [fatal]);
        // What stays the same is not written twice: a second name on the disk, else a copy.
        var kept = whole.Document.Partitions.SelectMany(static part => part.Files).Concat(whole.Document.Shared)
            .Where(static file => !RecordsOverlay.IsOfRecords(file.Table));
        foreach (var file in kept)
        {
            cancellation.ThrowIfCancellationRequested();
            var below = Path.Combine(file.Path.Split('/'));
            var (from, to) = (Path.Combine(whole.Folder, below), Path.Combine(folders.Work, below));
            Directory.CreateDirectory(Path.GetDirectoryName(to) ?? folders.Work);
            if (!FileNames.TryAdd(from, to))
                File.Copy(from, to);
        }
        var (described, damaged) = SnapshotPlace.Describe(folders.Work, document);
        return described is null ? new(damaged) : SnapshotPlace.Name(folders.Work, folders.Home, document);
    }
}
