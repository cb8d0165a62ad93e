// A registry that is kept in parts, each a registry of its own: a snapshot.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
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
    /// <summary>Opens a snapshot; without one the findings say why.</summary>
    public static (PartitionedRegistry? Registry, ImmutableArray<DataFinding> Findings) Open(RegistrySource source) =>
        (null, [RunDiagnostics.NoSnapshot.With(PathText.Shown(source.Path)).At(new(PathText.Shown(source.Path)))]);
}
