// What Linux knows of a file and the runtime does not tell: its kind, owner and links. Elsewhere nothing is known.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dsl.Loading.Files;

/// <summary>A file as it stands in a folder.</summary>
internal sealed record FileLook
{
    /// <summary>Kind and permissions.</summary>
    public required int Mode { get; init; }

    /// <summary>Names that it has.</summary>
    public required uint Links { get; init; }

    /// <summary>The user.</summary>
    public required uint Owner { get; init; }

    public required uint Group { get; init; }

    /// <summary>The disk, with <see cref="Number"/>: which file it is.</summary>
    public required ulong Device { get; init; }

    /// <summary>Its number on the disk.</summary>
    public required ulong Number { get; init; }

    /// <summary>Its length.</summary>
    public required ulong Size { get; init; }

    /// <summary>When it was last written, in seconds and nanoseconds.</summary>
    public required (long Seconds, uint Nanoseconds) Written { get; init; }

    private const int Kind = 0xF000, Regular = 0x8000, Folder = 0x4000, Permissions = 0xFFF, AnyWrite = 0b010_010_010;

    /// <summary>Whether it is a file, not a device or a pipe.</summary>
    public bool IsRegular => (Mode & Kind) == Regular;

    public bool IsFolder => (Mode & Kind) == Folder;

    /// <summary>Whether nobody may write it, whatever the administrator may do anyway.</summary>
    public bool IsReadOnly => (Mode & AnyWrite) == 0;

    public UnixFileMode FileMode => (UnixFileMode)(Mode & Permissions);

    /// <summary>Whether both are one file.</summary>
    public bool IsSameFile(FileLook other) => (Device, Number) == (other.Device, other.Number);
}

/// <summary>Asks the system.</summary>
internal static partial class UnixFile
{
    private const string Library = "libc";
    private const int CurrentFolder = -100, OfHandle = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int Length = 256;

    /// <summary>A file, links followed; null where there is none, and where the system cannot be asked.</summary>
    public static FileLook? Of(string path) => Look(answer => StatPath(CurrentFolder, path, 0, BasicFields, answer));

    /// <summary>An open file, whatever its name is by now.</summary>
    public static FileLook? Of(SafeFileHandle handle) => Look(answer => StatHandle(handle, "", OfHandle, BasicFields, answer));

    /// <summary>The user that this process runs as; null where the system cannot be asked.</summary>
    public static uint? User => OperatingSystem.IsLinux() ? NativeFiles.EffectiveUser() : null;

    /// <summary>Gives a file to a user and a group; false where that is not allowed.</summary>
    public static bool TryGive(string path, uint owner, uint group) => NativeFiles.ChangeOwner(path, owner, group) == 0;

    private static FileLook? Look(Func<byte[], int> ask)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var answer = new byte[Length];
            return ask(answer) == 0 ? Read(answer) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // An older library of the system.
            return null;
        }
    }

    /// <summary>struct statx, which is the same on every processor.</summary>
    private static FileLook Read(ReadOnlySpan<byte> answer)
    {
        static T At<T>(ReadOnlySpan<byte> bytes, int offset)
            where T : struct => MemoryMarshal.Read<T>(bytes[offset..]);
        return new()
        {
            Mode = At<ushort>(answer, 28),
            Links = At<uint>(answer, 16),
            Owner = At<uint>(answer, 20),
            Group = At<uint>(answer, 24),
            Device = ((ulong)At<uint>(answer, 136) << 32) | At<uint>(answer, 140),
            Number = At<ulong>(answer, 32),
            Size = At<ulong>(answer, 40),
            Written = (At<long>(answer, 112), At<uint>(answer, 120)),
        };
    }

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatPath(int folder, string path, int flags, uint fields, [Out] byte[] answer);

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatHandle(SafeFileHandle file, string path, int flags, uint fields, [Out] byte[] answer);
}
