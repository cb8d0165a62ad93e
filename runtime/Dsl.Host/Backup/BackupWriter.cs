// `policy backup`: the control store as of one moment, and the files that it speaks of, in one file. The service may run meanwhile.
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Dsl.Batch.Results;
using Dsl.Data.Outputs;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Text;

namespace Dsl.Host.Backup;

/// <summary>What a backup came to.</summary>
/// <param name="Rows">Rows of the store.</param>
/// <param name="Files">Files of the data folder.</param>
/// <param name="Bytes">Bytes of these files.</param>
/// <param name="AuditCount">Records of the audit.</param>
/// <param name="AuditHead">The hash of the last of them.</param>
public sealed record BackupReport(long Rows, int Files, long Bytes, long AuditCount, string AuditHead)
{
    /// <summary>What the store names and the data folder does not have.</summary>
    public DataFinding? Finding { get; init; }

    internal static BackupReport Of(BackupDocument document) => new(document.Tables.Sum(static table => table.Rows),
        document.Files.Length, document.Files.Sum(static file => file.Bytes), document.AuditCount, document.AuditHead);
}

/// <summary>Writes backups.</summary>
public static class BackupWriter
{
    internal const string DescriptionName = "backup.json";

    /// <summary>
    /// The folders whose files a backup has: they never change once they have their name. The partitions of a run under way are not among
    /// them: after a restore the run begins anew.
    /// </summary>
    internal static readonly ImmutableArray<string> Folders = ["policy-sets", "registries", "results", "records"];

    private const int MostNamed = 5;

    /// <summary>Writes a backup.</summary>
    /// <param name="store">The store.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="output">
    /// The file, which is not there yet; only its owner may read it, since it holds what keys are checked with.
    /// </param>
    /// <param name="clock">When it is made.</param>
    /// <param name="cancellation">Stops it; nothing stays.</param>
    /// <exception cref="HostException">It cannot be written, or the store does not answer.</exception>
    public static async Task<BackupReport> Write(IControlStore store, string dataFolder, string output, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (Path.Exists(output))
            throw new HostException(BackupDiagnostics.FileExists.With(PathText.Shown(output)));
        var final = Path.GetFullPath(output);
        Remainders.Clean(final);
        var temporary = Remainders.NameFor(final);
        try
        {
            var report = await WriteTo(temporary, store, dataFolder, clock, cancellation).ConfigureAwait(false);
            File.Move(temporary, output, overwrite: false);
            return report;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HostException(
                BackupDiagnostics.CannotWrite.With(PathText.Shown(output), FileFailure.Words(error).TrimEnd('。')), error);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            Remainders.Release(temporary);
        }
    }

    /// <summary>The hash of what passed to its end.</summary>
    internal static string TextOf(SHA256 hash) => hash.Hash is { } bytes ? Convert.ToHexStringLower(bytes) : "";

    /// <summary>The name of a table's rows in a backup.</summary>
    internal static string EntryOfTable(string table) => $"store/{table}.jsonl";

    /// <summary>The name of a file in a backup.</summary>
    internal static string EntryOfFile(string path) => $"files/{path}";

    private static async Task<BackupReport> WriteTo(string path, IControlStore store, string dataFolder, TimeProvider clock,
        CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        BackupReport report;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var home = DataFolder.IdAt(dataFolder)
                ?? throw new HostException(BackupDiagnostics.NoDataFolder.With(PathText.Shown(dataFolder)));
            // What is too old goes before or after, not meanwhile.
            using var held = FolderLock.Take([Path.GetFullPath(dataFolder)]);
            // The store first: the files that it names are whole by then, and stay.
            var (document, named) = await store.ReadWhole(session => Dump(session, zip, home, clock), cancellation).ConfigureAwait(false);
            document = document with { Files = [.. FilesOf(dataFolder).Select(found => Copy(zip, dataFolder, found, cancellation))] };
            using (var entry = zip.CreateEntry(DescriptionName, CompressionLevel.NoCompression).Open())
                JsonStyle.Write(entry, document, BackupShapes.Of.BackupDocument);
            report = BackupReport.Of(document) with { Finding = Missing(named, dataFolder) };
        }
        file.Flush(flushToDisk: true);
        return report;
    }

    private static async Task<(BackupDocument Document, ImmutableArray<string> Named)> Dump(
        StoreSession session, ZipArchive zip, string home, TimeProvider clock)
    {
        var done = (await session.Query<string>("SELECT name FROM migration ORDER BY name").ConfigureAwait(false)).ToImmutableArray();
        var tables = ImmutableArray.CreateBuilder<BackupTable>();
        foreach (var table in StoreRows.TablesOf(Migrations.All.Where(migration => done.Contains(migration.Name))))
        {
            using var hash = SHA256.Create();
            var entry = await zip.CreateEntry(EntryOfTable(table)).OpenAsync().ConfigureAwait(false);
            long rows;
            await using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write))
                rows = await StoreRows.Write(session, table, hashed).ConfigureAwait(false);
            tables.Add(new(table, rows, TextOf(hash)));
        }
        var head = await session.First<Head>("SELECT seq, hash FROM audit_head WHERE id = 1").ConfigureAwait(false) ?? new();
        var named = await Named(session, home).ConfigureAwait(false);
        return (new()
        {
            Format = BackupDocument.CurrentFormat, Program = ProgramIdentity.Version, At = clock.GetUtcNow(), Home = home,
            AuditCount = head.Seq, AuditHead = head.Hash, Migrations = done, Tables = tables.ToImmutable(), Files = [],
        }, named);
    }

    /// <summary>The folders that the store names.</summary>
    private static async Task<ImmutableArray<string>> Named(StoreSession session, string home)
    {
        var of = new { Home = home };
        return
        [
            .. (await session.Query<string>("SELECT hash FROM policy_set").ConfigureAwait(false))
                .Select(static name => $"policy-sets/{name}"),
            .. (await session.Query<string>("SELECT id FROM registry WHERE home = @Home", of).ConfigureAwait(false))
                .Select(static name => $"registries/{name}"),
            .. (await session.Query<string>("SELECT result FROM job WHERE home = @Home AND result <> ''", of).ConfigureAwait(false))
                .Select(static name => $"results/{name}"),
        ];
    }

    private static DataFinding? Missing(ImmutableArray<string> named, string dataFolder)
    {
        var missing = named.Where(name => !Directory.Exists(Path.Combine(dataFolder, name))).ToList();
        return missing.Count == 0 ? null
            : BackupDiagnostics.FilesMissing
                .With(string.Join('、', missing.Take(MostNamed)) + (missing.Count > MostNamed ? $" 等 {missing.Count} 个" : ""))
                .At(new(PathText.Shown(dataFolder)));
    }

    /// <summary>The files, as paths below the data folder. What is being made has a name that says so.</summary>
    private static IEnumerable<string> FilesOf(string dataFolder) =>
        Folders.Select(folder => new DirectoryInfo(Path.Combine(dataFolder, folder))).Where(static folder => folder.Exists)
            .SelectMany(static folder => folder.EnumerateDirectories())
            .Where(static made => made.Name[0] != '.' && !made.Name.EndsWith(".tmp", StringComparison.Ordinal))
            .SelectMany(static made => made.EnumerateFiles("*", SearchOption.AllDirectories))
            .Select(found => Path.GetRelativePath(dataFolder, found.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static BackupFile Copy(ZipArchive zip, string dataFolder, string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var hash = SHA256.Create();
        using var file = File.OpenRead(Path.Combine(dataFolder, path));
        using var source = new CryptoStream(file, hash, CryptoStreamMode.Read);
        // Most of the bytes are Parquet, which is compressed.
        var level = path.EndsWith(".parquet", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
        using (var entry = zip.CreateEntry(EntryOfFile(path), level).Open())
            source.CopyTo(entry);
        return new(path, file.Position, TextOf(hash));
    }

    private sealed class Head
    {
        public long Seq { get; init; }

        public string Hash { get; init; } = "";
    }
}
