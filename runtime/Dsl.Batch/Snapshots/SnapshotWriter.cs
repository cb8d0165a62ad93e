// Writes the tables of a registry part by part. No table stands in memory: rows wait on the disk until their part is written.
using System.Globalization;
using System.Security.Cryptography;
using Dsl.Batch.Registries;
using Dsl.Data.DuckDb;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Snapshots;

/// <param name="registry">The registry.</param>
/// <param name="source">Where it was found.</param>
/// <param name="schema">The schema.</param>
/// <param name="parts">Which part the rows of each key belong to.</param>
/// <param name="folder">The folder that is filled.</param>
internal sealed class SnapshotWriter(Registry registry, RegistrySource source, IrSchema schema, SubjectParts parts, string folder)
{
    // So many parts are written at once: a table is read once more for each such number of them.
    private const int PartsAtOnce = 128;

    private const string SharedFolder = "shared";

    private readonly List<StoredFile>[] _files = [.. Enumerable.Range(0, parts.Count).Select(static _ => new List<StoredFile>())];
    private readonly List<StoredFile> _shared = [];
    private readonly long[] _subjects = new long[parts.Count];
    private readonly List<StoredTable> _tables = [];

    /// <summary>Writes all files; what they are, or why a table cannot be read.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public (SnapshotDocument? Document, DataFinding? Finding) Write(CancellationToken cancellation) =>
        WriteTables(static _ => true, cancellation) is { } fatal ? (null, fatal) : (Document(), null);

    /// <summary>Writes the tables of records, which take the place of those of a snapshot whose other files stand in the folder.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public (SnapshotDocument? Document, DataFinding? Finding) WriteRecords(SnapshotDocument others, CancellationToken cancellation)
    {
        if (WriteTables(RecordsOverlay.IsOfRecords, cancellation) is { } fatal)
            return (null, fatal);
        static bool IsOther(string table) => !RecordsOverlay.IsOfRecords(table);
        return ((others with
        {
            Tables = [.. others.Tables.Where(static table => IsOther(table.Name)).Concat(_tables)
                .OrderBy(static table => table.Name, StringComparer.Ordinal)],
            Shared = [.. others.Shared.Where(static file => IsOther(file.Table))],
            Partitions = [.. others.Partitions.Zip(_files, static (old, made) =>
            {
                var files = old.Files.Where(static file => IsOther(file.Table)).Concat(made)
                    .OrderBy(static file => file.Table, StringComparer.Ordinal).ToList();
                return new StoredPartition(old.Subjects, files.Sum(static file => file.Rows), [.. files]);
            })],
        }).Named(), null);
    }

    private DataFinding? WriteTables(Func<string, bool> isWanted, CancellationToken cancellation)
    {
        var bound = registry.Tables.Select(static table => table.Table).Concat(registry.OwnedTables).ToList();
        var mains = registry.Tables.Select(static table => table.Table.Source).ToHashSet();
        var widest = registry.Sources.Select(static table => table.Header.Length).DefaultIfEmpty(0).Max();
        // Beside the folder, under a name that the next import cleans.
        using var writer = new StoredFileWriter(widest, folder + ".spill");
        foreach (var (name, path, table) in registry.TableNames.Zip(registry.SourceNames, registry.Sources)
            .Where(table => isWanted(table.First)))
        {
            var cut = bound.Find(other => other.Source == table);
            var job = new TableJob(StoredTable.Of(name, path, table, cut?.IndexOf(0)), table, cut, mains.Contains(table));
            if (Write(job, writer, cancellation) is { } fatal)
                return fatal;
            _tables.Add(job.Table with { Sha256 = table.Input.Sha256 });
        }
        return null;
    }

    private SnapshotDocument Document()
    {
        var findings = new List<DataFinding>();
        source.Locate(schema, findings);
        return new SnapshotDocument
        {
            Format = SnapshotDocument.CurrentFormat,
            Id = "",
            Sha256 = "",
            DataFolder = source.DataFolder,
            Mapping = StoredMapping.Of(source.Mapping),
            OtherDocuments = source.OtherDocuments,
            Findings = [.. findings.Select(KeptFinding.Of)],
            Tables = [.. _tables],
            Shared = [.. _shared],
            Partitions = [.. _files.Zip(_subjects, static (files, subjects) =>
                new StoredPartition(subjects, files.Sum(static file => file.Rows), [.. files]))],
        }.Named();
    }

    private DataFinding? Write(TableJob job, StoredFileWriter writer, CancellationToken cancellation)
    {
        var count = job.Key is null ? 1 : parts.Count;
        for (var first = 0; first < count; first += PartsAtOnce)
        {
            var rows = new StoredRows?[Math.Min(PartsAtOnce, count - first)];
            try
            {
                if (Read(job, first, rows, cancellation) is { } fatal)
                    return fatal;
                for (var i = 0; i < rows.Length; i++)
                {
                    if (rows[i] is not { } part)
                        continue;
                    // The form of the columns is known once there are rows.
                    var file = WriteFile(job, job.Key is null ? null : first + i, part, writer, cancellation);
                    (job.Key is null ? _shared : _files[first + i]).Add(file);
                }
            }
            finally
            {
                foreach (var part in rows)
                    part?.Dispose();
            }
        }
        return null;
    }

    private DataFinding? Read(TableJob job, int first, StoredRows?[] rows, CancellationToken cancellation)
    {
        var (columns, chunk, single, count) = (job.Table.KeptColumns, new TableBatch(), new int[1], 0L);
        using var reader = job.Bound?.OpenToCut(columns) ?? job.Source.Open(columns);
        var key = job.Key is { } column ? columns.IndexOf(column) : -1;
        while (reader.Read(chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            if (count == 0)
                job.Table = job.Table.WithForms(chunk.Columns);
            count += chunk.Count;
            for (var row = 0; row < chunk.Count; row++)
            {
                var context = RowContext.None;
                foreach (var part in key < 0 ? single : PartsOf(job, SubjectParts.KeyOf(chunk.Columns[key], row), single))
                {
                    if (part >= first && part < first + rows.Length)
                    {
                        (rows[part - first] ??= new(job.Table, Path.Combine(folder, Name(part) + ".rows.tmp"))).Add(chunk, row, context);
                        if (job.IsMain && parts.IsFirst(SubjectParts.KeyOf(chunk.Columns[key], row)))
                            _subjects[part]++;
                    }
                    context = RowContext.Echo;
                }
            }
        }
        chunk.Release();
        job.Table = job.Table with { Rows = count };
        return reader.Fatal;
    }

    private IReadOnlyList<int> PartsOf(TableJob job, ReadOnlySpan<char> key, int[] single)
    {
        if (!job.IsMain)
            return parts.PartsOf(key, single);
        single[0] = KeyHash.PartOf(key, parts.Count);
        return single;
    }

    private StoredFile WriteFile(TableJob job, int? part, StoredRows rows, StoredFileWriter writer, CancellationToken cancellation)
    {
        var below = part is { } number ? Name(number) : SharedFolder;
        Directory.CreateDirectory(Path.Combine(folder, below));
        var name = $"{below}/{job.Table.Name}.parquet";
        var path = Path.Combine(folder, below, job.Table.Name + ".parquet");
        rows.Write(path, writer, cancellation);
        using var written = File.OpenRead(path);
        return new(job.Table.Name, name, rows.RowCount, Convert.ToHexStringLower(SHA256.HashData(written)));
    }

    private static string Name(int part) => (part + 1).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A table on its way.</summary>
    private sealed class TableJob(StoredTable table, ITableSource source, MappedTable? bound, bool isMain)
    {
        public StoredTable Table { get; set; } = table;

        public ITableSource Source => source;

        public MappedTable? Bound => bound;

        public bool IsMain => isMain;

        /// <summary>Where the key of the subject stands; null where the table is not cut.</summary>
        public int? Key => Table.KeyColumn;
    }
}
