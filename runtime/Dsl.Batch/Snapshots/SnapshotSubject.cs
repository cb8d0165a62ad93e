// One subject of a snapshot, for whoever looks at it alone: only its part is read.
using Dsl.Batch.Registries;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>Looks up subjects of snapshots.</summary>
public static class SnapshotSubject
{
    /// <summary>
    /// The facts of a subject; without them a finding where the snapshot cannot be read, none where it has no such subject.
    /// </summary>
    /// <param name="program">The policies; facts that none of them reads are left out.</param>
    /// <param name="folder">The snapshot.</param>
    /// <param name="subject">The kind of the subject, and its key in any of its writings.</param>
    /// <param name="year">年度, by which records are read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (SubjectFacts? Facts, DataFinding? Finding) Find(
        IrProgram program, string folder, (string Kind, string Key) subject, int year, CancellationToken cancellation)
    {
        var (snapshot, damage) = RegistrySnapshot.Open(folder);
        if (snapshot is null)
            return (null, damage[0]);
        var part = KeyHash.PartOf(subject.Key, snapshot.Partitions.Length) + 1;
        var (registry, findings) = Registry.Open(program, snapshot.Source(part), withNames: true);
        if (registry is null)
            return (null, findings[^1]);
        var texts = new StringDictionary([]);
        if (registry.LoadDetails(texts, year, new Unreported(), 1, cancellation) is { } unreadable)
            return (null, unreadable);
        foreach (var table in registry.Tables.Where(table => table.Subject.Name == subject.Kind))
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(texts);
            foreach (var raw in table.Read(reader, registry.Keys))
            {
                cancellation.ThrowIfCancellationRequested();
                var found = table.Complete(raw, readers, texts).Facts.Facts
                    .FirstOrDefault(facts => Identity.Same(facts.Key, subject.Key));
                if (found is not null)
                    return (found, null);
            }
            if (reader.Fatal is { } fatal)
                return (null, fatal);
        }
        return (null, null);
    }

    /// <summary>Rows that cannot be read were reported by the import.</summary>
    private sealed class Unreported : IRejectedRows
    {
        public void Add(IReadOnlyList<DataFinding> row)
        {
            // That is said already.
        }
    }
}
