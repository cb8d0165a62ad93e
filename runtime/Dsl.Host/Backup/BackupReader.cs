// `policy restore`: a backup into a data folder and a control store that hold nothing yet; all of it, or nothing.
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dsl.Data.Outputs;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Host.Backup;

/// <summary>Reads backups.</summary>
public sealed class BackupReader : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly BackupDocument _document;
    private readonly string _shown;

    private BackupReader(ZipArchive zip, BackupDocument document, string shown) => (_zip, _document, _shown) = (zip, document, shown);

    /// <summary>Opens a backup.</summary>
    /// <exception cref="HostException">The file is no backup that this program reads.</exception>
    public static BackupReader Open(string path)
    {
        var shown = PathText.Shown(path);
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            using var entry = zip.GetEntry(BackupWriter.DescriptionName)?.Open() ?? throw new InvalidDataException();
            var document = JsonSerializer.Deserialize(entry, BackupShapes.Of.BackupDocument) ?? throw new JsonException();
            if (document.Format != BackupDocument.CurrentFormat)
                throw new HostException(BackupDiagnostics.OtherFormat.With(shown, document.Format, BackupDocument.CurrentFormat));
            return new(zip, document, shown);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            zip?.Dispose();
            throw new HostException(BackupDiagnostics.NotABackup.With(shown), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            zip?.Dispose();
            throw new HostException(BackupDiagnostics.Damaged.With(shown, FileFailure.Words(error).TrimEnd('。')), error);
        }
        catch (HostException)
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads all of it, and compares the hashes; changes nothing.</summary>
    /// <exception cref="HostException">It is damaged.</exception>
    public BackupReport Check(CancellationToken cancellation)
    {
        foreach (var table in _document.Tables)
            Pass(BackupWriter.EntryOfTable(table.Name), null, table.Sha256, cancellation);
        foreach (var file in _document.Files)
            Pass(EntryOf(file), null, file.Sha256, cancellation);
        return BackupReport.Of(_document);
    }

    /// <summary>Restores it.</summary>
    /// <param name="setting">The store, as the setting names it.</param>
    /// <param name="dataFolder">The data folder, which is not there yet, or empty.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops it; nothing stays.</param>
    /// <exception cref="HostException">It is damaged, or something stands where it is to go.</exception>
    public async Task<BackupReport> Restore(string setting, string dataFolder, TimeProvider clock, CancellationToken cancellation)
    {
        var (shown, full) = (PathText.Shown(dataFolder), Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder)));
        if (Path.Exists(full) && (!Directory.Exists(full) || Directory.EnumerateFileSystemEntries(full).Any()))
            throw new HostException(BackupDiagnostics.FolderNotEmpty.With(shown));
        Remainders.Clean(full);
        var temporary = Remainders.NameFor(full);
        try
        {
            DataFolder.Make(temporary, _document.Home);
            foreach (var file in _document.Files)
                Extract(file, temporary, cancellation);
            await using (var store = await OpenStore(setting, temporary, clock, cancellation).ConfigureAwait(false))
                await Fill(store, cancellation).ConfigureAwait(false);
            if (Directory.Exists(full))
                Directory.Delete(full);
            Directory.Move(temporary, full);
            return BackupReport.Of(_document);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HostException(BackupDiagnostics.FolderUnwritable.With(shown, FileFailure.Words(error).TrimEnd('。')), error);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
            Remainders.Release(temporary);
        }
    }

    public void Dispose() => _zip.Dispose();

    private void Extract(BackupFile file, string folder, CancellationToken cancellation)
    {
        // Before anything is made under the name.
        var entry = EntryOf(file);
        var target = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
        using var written = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        Pass(entry, written, file.Sha256, cancellation);
        written.Flush(flushToDisk: true);
    }

    /// <summary>The name of a file in the backup; what it names must stay below the folder that it is put into.</summary>
    private string EntryOf(BackupFile file) =>
        BackupWriter.Folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            && file.Path.Split('/').All(static part => part is not ("" or "." or "..")) && !file.Path.AsSpan().ContainsAny("\\:\0")
        ? BackupWriter.EntryOfFile(file.Path)
        : throw new HostException(BackupDiagnostics.PathOutside.With(_shown, file.Path));

    /// <summary>Reads a part, and writes it where a target is given.</summary>
    /// <exception cref="HostException">It is not there, or is not what was written.</exception>
    private void Pass(string name, Stream? target, string sha256, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var hash = SHA256.Create();
            using var part = Part(name);
            Hashed(part, hash).CopyTo(target ?? Stream.Null);
            if (BackupWriter.TextOf(hash) == sha256)
                return;
        }
        catch (InvalidDataException error)
        {
            throw new HostException(BackupDiagnostics.PartChanged.With(_shown, name), error);
        }
        throw new HostException(BackupDiagnostics.PartChanged.With(_shown, name));
    }

    private Stream Part(string name) =>
        _zip.GetEntry(name)?.Open() ?? throw new HostException(BackupDiagnostics.PartMissing.With(_shown, name));

    /// <summary>
    /// A part, hashed as it is read. It owns nothing and is not disposed: before its end that would flush the part, and one that is not
    /// compressed refuses, which would hide why it was not read to its end.
    /// </summary>
    private static CryptoStream Hashed(Stream part, SHA256 hash) => new(part, hash, CryptoStreamMode.Read, leaveOpen: true);

    /// <summary>The store with the tables that the backup has; a newer program adds its own at its start.</summary>
    private async Task<IControlStore> OpenStore(string setting, string folder, TimeProvider clock, CancellationToken cancellation)
    {
        if (_document.Migrations.Except(Migrations.All.Select(static migration => migration.Name)).FirstOrDefault() is { } unknown)
            throw new HostException(HostDiagnostics.StoreTooNew.With(unknown));
        var scripts = Migrations.All.Where(migration => _document.Migrations.Contains(migration.Name)).ToList();
        return await ControlStores.Open(setting, folder, scripts, clock, cancellation).ConfigureAwait(false);
    }

    private async Task Fill(IControlStore store, CancellationToken cancellation)
    {
        await store.Write(async session =>
        {
            // A restore that was stopped when all but the folder was there is gone on with.
            if (await session.First<string>("SELECT hash FROM audit_head WHERE id = 1").ConfigureAwait(false) is { Length: > 0 } head
                && head == _document.AuditHead)
                return 0;
            if (await session.First<long>("SELECT COUNT(*) FROM audit").ConfigureAwait(false) > 0
                || await session.First<long>("SELECT COUNT(*) FROM policy_set").ConfigureAwait(false) > 0)
                throw new HostException(BackupDiagnostics.StoreNotEmpty.With(store.Shown));
            // Scripts put some rows into their tables.
            foreach (var table in _document.Tables.Reverse())
                await session.Execute($"DELETE FROM {Known(table.Name)}").ConfigureAwait(false);
            foreach (var table in _document.Tables)
                await FillTable(session, table).ConfigureAwait(false);
            return 0;
        }, cancellation).ConfigureAwait(false);
        var audit = await AuditReader.Verify(store, null, cancellation).ConfigureAwait(false);
        if (audit.Problem is { } problem)
            throw new HostException(BackupDiagnostics.AuditDiffers.With(problem.Message.TrimEnd('。')));
        if (audit.Count != _document.AuditCount || audit.Head != _document.AuditHead)
            throw new HostException(BackupDiagnostics.AuditDiffers.With($"{audit.Count} 条，备份时 {_document.AuditCount} 条"));
    }

    private async Task FillTable(StoreSession session, BackupTable table)
    {
        try
        {
            using var hash = SHA256.Create();
            await using var part = Part(BackupWriter.EntryOfTable(table.Name));
            var rows = await StoreRows.Read(session, table.Name, Hashed(part, hash)).ConfigureAwait(false);
            if (rows == table.Rows && BackupWriter.TextOf(hash) == table.Sha256)
                return;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            throw new HostException(BackupDiagnostics.PartChanged.With(_shown, table.Name), error);
        }
        throw new HostException(BackupDiagnostics.PartChanged.With(_shown, table.Name));
    }

    /// <summary>The name of a table, which goes into statements: one that the scripts make.</summary>
    private string Known(string table) => StoreRows.TablesOf(Migrations.All).Contains(table)
        ? table : throw new HostException(BackupDiagnostics.PathOutside.With(_shown, table));
}
