// A registry that is kept in parts, each a registry of its own: a snapshot.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Batch.Snapshots;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Running;

/// <summary>A registry in parts.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Id">Its name among others.</param>
/// <param name="Sha256">The hash of everything in it.</param>
/// <param name="Parts">The parts, in order.</param>
internal sealed record PartitionedRegistry(string Path, string Id, string Sha256, ImmutableArray<RegistrySource> Parts)
{
    /// <summary>Whether a registry is one of parts.</summary>
    public static bool IsAt(RegistrySource source) => source.Stored is null && RegistrySnapshot.IsAt(source.Path);

    /// <summary>Opens a snapshot; without one the findings say why.</summary>
    /// <param name="source">Where it is; documents of which records may be are added to those of the snapshot.</param>
    public static (PartitionedRegistry? Registry, ImmutableArray<DataFinding> Findings) Open(RegistrySource source)
    {
        var shown = PathText.Shown(source.Path);
        if (!IsAt(source))
            return (null, [RunDiagnostics.NoSnapshot.With(shown).At(new(shown))]);
        if (!source.Tables.IsEmpty || source.Mapping.File.Length > 0)
            return (null, [RunDiagnostics.FixedTables.With(shown).At(new(shown))]);
        var (snapshot, findings) = RegistrySnapshot.Open(source.Path);
        return snapshot is null
            ? (null, findings)
            : (new(source.Path, snapshot.Id, snapshot.Sha256, [.. snapshot.Partitions.Select(part => Part(snapshot, part.Number, source))]),
                findings);
    }

    private static RegistrySource Part(RegistrySnapshot snapshot, int number, RegistrySource source)
    {
        var part = snapshot.Source(number);
        return part with { OtherDocuments = [.. part.OtherDocuments.Union(source.OtherDocuments)] };
    }
}
