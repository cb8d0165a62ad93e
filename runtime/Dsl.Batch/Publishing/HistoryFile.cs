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
    /// <exception cref="IOException">The system cannot tell.</exception>
    public static (HistoryFile? File, DataFinding? Finding) Locate(string given)
    {
        var shown = PathText.Shown(given);
        (HistoryFile?, DataFinding?) Refuse(DataProblem problem) => (null, problem.At(new(shown)));
        if (Directory.Exists(given))
            return Refuse(PublishDiagnostics.HistoryNotPlain.With(shown, "是一个文件夹", "请写一个 .csv 文件。"));
        if (PostgresAddress.IsAddress(given) || !given.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            || System.IO.Path.GetFileName(given).Length == Extension.Length)
            return Refuse(PublishDiagnostics.HistoryFormat.With(PostgresAddress.IsAddress(given) ? "数据库" : shown));
        var (path, dangling) = Follow(given);
        if (dangling is not null)
            return Refuse(
                PublishDiagnostics.HistoryNotPlain.With(shown, $"是一个链接，而它指向的“{dangling}”不存在", "请改正链接，或直接写那个文件。"));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            return Refuse(
                PublishDiagnostics.NoSuchHistory.With(shown, "，也没有这个文件夹", "请改正 --history；要放在新的文件夹里，请先建好文件夹。"));
        return Kept(path) is var (why, remedy) ? Refuse(PublishDiagnostics.HistoryNotPlain.With(shown, why, remedy)) : (new(given, path), null);
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
    /// <param name="appended">The bytes that come behind what is there.</param>
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
            return PublishDiagnostics.HistoryNotPlain.With(Shown, "属于别的用户或组，替换以后不能保持", "请由它的所有者公布。");
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
    private static (string Why, string Remedy)? Kept(string path)
    {
        if (UnixStatus.Of(path) is not { } look)
            return File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) ? ReadOnly : null;
        if (look.Kind != FileKind.File)
            return (look.Kind == FileKind.Folder ? "是一个文件夹" : "是设备或管道，不是文件", "请写一个 .csv 文件。");
        if (look.IsReadOnly)
            return ReadOnly;
        if (FileNames.Count(path) is > 1 and var names)
            return ($"有 {names} 个名称（硬链接），追加以后只有一个是新的", "请只留一个名称，别处改用符号链接。");
        return UnixStatus.User is { } user && user != 0 && user != look.Owner
            ? ("属于别的用户，替换以后不能保持", "请由它的所有者公布。")
            : null;
    }

    private static (string Why, string Remedy) ReadOnly => ("是只读的", "确实要追加的，请先改成可写（chmod u+w）；管理员也一样。");
}
