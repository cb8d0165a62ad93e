// What Unix says of a file: kind, rights, owner, size, times. Every question about the status of a file is asked here.
using Microsoft.Win32.SafeHandles;

namespace Dsl.Loading.Files;

/// <summary>The status of a file. Two are equal while neither bytes nor rights, owner or names changed.</summary>
public sealed record UnixStatus
{
    private const int TypeMask = 0xF000, TypeFolder = 0x4000, TypeFile = 0x8000, TypePipe = 0x1000, TypeSocket = 0xC000, TypeLink = 0xA000;
    private const int AnyWrite = 0b010_010_010;
    private const int NanosecondsPerSecond = 1_000_000_000;

    private readonly int _mode;

    private UnixStatus(in NativeFiles.Status status)
    {
        (_mode, Owner, Group, Size) = (status.Mode, status.Owner, status.Group, status.Size);
        (Device, Number) = (status.Device, status.Number);
        Modified = (Int128)status.ModifiedSeconds * NanosecondsPerSecond + status.ModifiedNanoseconds;
        Changed = (Int128)status.ChangedSeconds * NanosecondsPerSecond + status.ChangedNanoseconds;
    }

    /// <summary>The number of the user.</summary>
    public uint Owner { get; }

    /// <summary>The number of the group.</summary>
    public uint Group { get; }

    /// <summary>How many bytes it has.</summary>
    public long Size { get; }

    /// <summary>When its bytes were last changed, in nanoseconds since 1970.</summary>
    public Int128 Modified { get; }

    /// <summary>When anything of it, a right or a name too, was last changed, in nanoseconds since 1970.</summary>
    public Int128 Changed { get; }

    private long Device { get; }

    private long Number { get; }

    /// <summary>Which file it is, whatever it is called.</summary>
    public string Identity => $"{Device:x}:{Number:x}";

    /// <summary>What it is; a link that was not followed counts as <see cref="FileKind.Device"/>.</summary>
    public FileKind Kind => (_mode & TypeMask) switch
    {
        TypeFolder => FileKind.Folder,
        TypeFile => FileKind.File,
        TypePipe => FileKind.Pipe,
        TypeSocket => FileKind.Socket,
        _ => FileKind.Device,
    };

    /// <summary>Whether it is a link; only <see cref="OfLink"/> finds one.</summary>
    public bool IsLink => (_mode & TypeMask) == TypeLink;

    /// <summary>The permissions, with the sticky bit.</summary>
    public UnixFileMode Permissions => (UnixFileMode)(_mode & 0xFFF);

    /// <summary>Whether no user has the right to write it; the administrator may write it all the same.</summary>
    public bool IsReadOnly => (_mode & AnyWrite) == 0;

    /// <summary>The user that this process runs as; null on Windows.</summary>
    public static uint? User => OperatingSystem.IsWindows() ? null : NativeFiles.EffectiveUser();

    /// <summary>What a path leads to, links followed; null where there is nothing, and on Windows.</summary>
    public static UnixStatus? Of(string path) =>
        !OperatingSystem.IsWindows() && NativeFiles.Stat(path, out var status) == 0 ? new(status) : null;

    /// <summary>What stands under a path, a link as the link; null where there is nothing, and on Windows.</summary>
    public static UnixStatus? OfLink(string path) =>
        !OperatingSystem.IsWindows() && NativeFiles.LStat(path, out var status) == 0 ? new(status) : null;

    /// <summary>An open file, even where its name has become that of another one; null on Windows.</summary>
    public static UnixStatus? Of(SafeFileHandle file) =>
        !OperatingSystem.IsWindows() && NativeFiles.FStat(file, out var status) == 0 ? new(status) : null;

    public bool IsSameFile(UnixStatus other) => (Device, Number) == (other.Device, other.Number);
}
