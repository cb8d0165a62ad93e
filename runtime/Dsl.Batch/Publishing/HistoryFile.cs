// 兑现记录 on disk: which file is meant, and how it is replaced so that target, permissions and owner stay.
using System.Security.Cryptography;
using Dsl.Data.Postgres;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Publishing;

/// <summary>A CSV file, there or to be made.</summary>
internal sealed class HistoryFile
{
    private const string Extension = ".csv";

    private HistoryFile(string given, string path) => (Given, Path) = (given, path);

    /// <summary>The path as it was given.</summary>
    public string Given { get; }

    /// <summary>The path of the file itself, links followed.</summary>
    public string Path { get; }

    private string Temporary => Path + ".publish.tmp";

    /// <summary>Whether there is a file.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>How the path is shown in messages.</summary>
    public string Shown => PathText.Shown(Given);

    /// <summary>The file that a path means, or why nothing is appended to it.</summary>
    /// <exception cref="IOException">The system refuses to look.</exception>
    public static (HistoryFile? File, DataFinding? Finding) Locate(string given)
    {
        var shown = PathText.Shown(given);
        (HistoryFile?, DataFinding?) Refuse(DataProblem problem) => (null, problem.At(new(shown)));
        if (Directory.Exists(given))
            return Refuse(PublishDiagnostics.HistoryNotPlain.With(shown));
        if (PostgresAddress.IsAddress(given) || !given.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            || System.IO.Path.GetFileName(given).Length == Extension.Length)
            return Refuse(PublishDiagnostics.HistoryFormat.With(PostgresAddress.IsAddress(given) ? "数据库" : shown));
        var (path, dangling) = Follow(given);
        if (dangling is not null)
            return Refuse(PublishDiagnostics.HistoryLinkBroken.With(shown, dangling));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            return Refuse(PublishDiagnostics.NoSuchFolder.With(shown));
        return Kept(path, shown) is { } problem ? Refuse(problem) : (new(given, path), null);
    }

    /// <summary>Takes away what a killed publication left. Only for who holds the lock.</summary>
    public void CleanUp() => File.Delete(Temporary);

    /// <summary>
    /// Writes the file anew and puts it in the place of the old one, whole or not at all; permissions and owner stay.
    /// Only for who holds the lock: the temporary name is always the same, so that what a killed process left goes with the next
    /// publication.
    /// </summary>
    /// <param name="readHash">SHA-256 of the file as it was read; null where there was none.</param>
    /// <param name="newText">The bytes of a new file.</param>
    /// <param name="appended">The bytes to append.</param>
    /// <returns>Null, or why nothing was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public DataProblem? Append(string? readHash, byte[] newText, IEnumerable<byte[]> appended)
    {
        var (temporary, before) = (Temporary, UnixStatus.Of(Path));
        File.Delete(temporary);
        try
        {
            if (Write(temporary, before, readHash, newText, appended) is { } problem)
                return problem;
            // Somebody saved the file in the meantime, without asking for the lock.
            if (readHash is null ? Exists : UnixStatus.Of(Path) != before)
                return PublishDiagnostics.HistoryTouched.With(Shown);
            File.Move(temporary, Path, overwrite: true);
            return null;
        }
        catch (ArgumentOutOfRangeException error)
        {
            // A file that may not grow further (4 GB on FAT32, a quota) is an ordinary failure.
            throw new IOException(error.Message, error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private DataProblem? Write(string temporary, UnixStatus? before, string? readHash, byte[] newText, IEnumerable<byte[]> appended)
    {
        var options =
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        // What others must not read they must not read while it is written.
        if (readHash is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var target = new FileStream(temporary, options);
        if (readHash is null)
            target.Write(newText);
        else if (Copy(target) != readHash)
            return PublishDiagnostics.HistoryTouched.With(Shown);
        foreach (var bytes in appended)
            target.Write(bytes);
        target.Flush(flushToDisk: true);
        if (readHash is null || OperatingSystem.IsWindows())
            return null;
        if (before is not null && UnixStatus.Of(temporary) is { } made && (made.Owner, made.Group) != (before.Owner, before.Group)
            && !FileNames.TryGive(temporary, before.Owner, before.Group))
            return PublishDiagnostics.HistoryOwnerLost.With(Shown);
        File.SetUnixFileMode(temporary, File.GetUnixFileMode(Path));
        return null;
    }

    /// <summary>Copies the bytes as they stand, and gives a last line without an end one; their hash.</summary>
    private string Copy(FileStream target)
    {
        using var source = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, last) = (new byte[1 << 16], (byte)'\n');
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            target.Write(buffer, 0, count);
            last = buffer[count - 1];
        }
        if (last != '\n')
            target.WriteByte((byte)'\n');
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static (string Path, string? Dangling) Follow(string given)
    {
        var info = new FileInfo(given);
        if (info.LinkTarget is not { } next)
            return (info.FullName, null);
        FileSystemInfo? target;
        try
        {
            target = info.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            // Links that lead in a circle.
            target = null;
        }
        return target is { Exists: true } ? (target.FullName, null) : (info.FullName, PathText.Shown(next));
    }

    /// <summary>What a file has that would not stay; null where all stays.</summary>
    private static DataProblem? Kept(string path, string shown)
    {
        if (UnixStatus.Of(path) is not { } look)
            return File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
                ? PublishDiagnostics.HistoryReadOnly.With(shown)
                : null;
        if (look.Kind != FileKind.File)
            return (look.Kind == FileKind.Folder ? PublishDiagnostics.HistoryNotPlain : PublishDiagnostics.HistoryIsDevice).With(shown);
        if (look.IsReadOnly)
            return PublishDiagnostics.HistoryReadOnly.With(shown);
        if (FileNames.Count(path) is > 1 and var names)
            return PublishDiagnostics.HistoryHasNames.With(shown, names);
        return UnixStatus.User is { } user && user != 0 && user != look.Owner
            ? PublishDiagnostics.HistoryOfOther.With(shown)
            : null;
    }
}
