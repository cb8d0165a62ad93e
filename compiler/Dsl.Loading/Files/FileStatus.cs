// What a path leads to: a file, a folder, a device, a pipe, nothing; and which file it is, whatever it is called.
using Dsl.Loading.Findings;
namespace Dsl.Loading.Files;

/// <summary>What stands at the end of a path.</summary>
public enum FileKind
{
    Missing,

    /// <summary>A link to what is not there, or to itself.</summary>
    BrokenLink,

    File,

    Folder,

    /// <summary>A device, such as /dev/null or a disk.</summary>
    Device,

    /// <summary>A pipe, named or between programs.</summary>
    Pipe,

    Socket,
}

/// <summary>What a path leads to, links followed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Identity">Which one it is: two names of one file (links of either kind) have the same; empty for nothing.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Modified">When its bytes were last changed, in units of the system.</param>
/// <param name="Changed">When anything of it was last changed.</param>
public readonly record struct FileStatus(FileKind Kind, string Identity, long Size, Int128 Modified, Int128 Changed)
{
    /// <summary>Whether there is anything under the name, be it a broken link.</summary>
    public bool IsThere => Kind != FileKind.Missing;

    /// <summary>The words for what is no ordinary file; null for a file and for nothing.</summary>
    public string? Words => Kind switch
    {
        FileKind.BrokenLink => FilePhrases.BrokenLink.With(),
        FileKind.Folder => FilePhrases.Folder.With(),
        FileKind.Device => FilePhrases.Device.With(),
        FileKind.Pipe => FilePhrases.Pipe.With(),
        FileKind.Socket => FilePhrases.Socket.With(),
        _ => null,
    };

    public static FileStatus Nothing { get; } = new(FileKind.Missing, "", 0, 0, 0);

    /// <summary>Asks for a path.</summary>
    public static FileStatus Of(string path)
    {
        if (path.Length == 0)
            return Nothing;
        var full = Path.GetFullPath(path);
        return OperatingSystem.IsWindows() ? OfWindows(full) : OfUnix(full);
    }

    private static FileStatus OfUnix(string full) => UnixStatus.Of(full) is { } status
        ? new(status.Kind, status.Identity, status.Size, status.Modified, status.Changed)
        : new(UnixStatus.OfLink(full) is null ? FileKind.Missing : FileKind.BrokenLink, "", 0, 0, 0);

    private static FileStatus OfWindows(string full)
    {
        FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        if (!info.Exists)
            return info.LinkTarget is null ? Nothing : new(FileKind.BrokenLink, "", 0, 0, 0);
        var target = info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
        var ticks = target.LastWriteTimeUtc.Ticks;
        return new(target is DirectoryInfo ? FileKind.Folder : FileKind.File, target.FullName.ToUpperInvariant(),
            (target as FileInfo)?.Length ?? 0, ticks, ticks);
    }
}
