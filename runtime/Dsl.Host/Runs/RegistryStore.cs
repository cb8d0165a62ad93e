// The snapshots that can be evaluated, in the control store; their files lie in the data folder.
using System.Globalization;
using Dsl.Host.Store;

namespace Dsl.Host.Runs;

/// <summary>Keeps the list of snapshots of a data folder.</summary>
internal sealed class RegistryStore(IControlStore store, DataFolder folder)
{
    private const string Columns =
        "id, sha256, source, subjects, partitions, rejected_rows AS RejectedRows, imported_at AS ImportedAt";

    /// <summary>The snapshots, the latest first.</summary>
    public async Task<IReadOnlyList<RegistryEntry>> All(CancellationToken cancellation) =>
        [.. (await store.Read(session => session.Query<Row>(
            $"SELECT {Columns} FROM registry WHERE home = @Home ORDER BY seq DESC, imported_at DESC, id", new { Home = folder.Id }),
            cancellation).ConfigureAwait(false)).Select(static row => row.Entry)];

    /// <summary>Adds a snapshot; one that is there already becomes the latest.</summary>
    public static Task Add(StoreSession session, DataFolder folder, RegistryEntry entry) => session.Execute(
        "INSERT INTO registry (home, id, sha256, source, subjects, partitions, rejected_rows, imported_at, seq)"
        + " VALUES (@Home, @Id, @Sha256, @Source, @Subjects, @Partitions, @RejectedRows, @At,"
        + " (SELECT COALESCE(MAX(seq), 0) + 1 FROM registry WHERE home = @Home))"
        + " ON CONFLICT (home, id) DO UPDATE SET imported_at = excluded.imported_at, seq = excluded.seq",
        new
        {
            Home = folder.Id, entry.Id, entry.Sha256, entry.Source, entry.Subjects, Partitions = (long)entry.Partitions,
            entry.RejectedRows, At = entry.ImportedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        });

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string Source { get; init; } = "";

        public long Subjects { get; init; }

        public long Partitions { get; init; }

        public long RejectedRows { get; init; }

        public string ImportedAt { get; init; } = "";

        public RegistryEntry Entry => new(Id, Sha256, Source,
            DateTimeOffset.Parse(ImportedAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))
        { Subjects = Subjects, Partitions = (int)Partitions, RejectedRows = RejectedRows };
    }
}
