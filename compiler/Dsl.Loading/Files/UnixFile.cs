// What Linux knows of a file and the runtime does not tell: its kind, owner and links. Elsewhere nothing is known.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dsl.Loading.Files;

/// <summary>A file as it stands in a folder.</summary>
/// <param name="Mode">Kind and permissions.</param>
/// <param name="Links">Names that it has.</param>
/// <param name="Owner">The user.</param>
/// <param name="Group">The group.</param>
/// <param name="Device">The disk, with <paramref name="Number"/>: which file it is.</param>
/// <param name="Number">Its number on the disk.</param>
/// <param name="Size">Its length.</param>
/// <param name="Written">When it was last written, in seconds and nanoseconds.</param>
internal sealed record FileLook(int Mode, uint Links, uint Owner, uint Group, ulong Device, ulong Number, ulong Size, (long Seconds, uint Nanoseconds) Written)
{
    private const int Kind = 0xF000, Regular = 0x8000, Folder = 0x4000, Permissions = 0xFFF, AnyWrite = 0b010_010_010;

    /// <summary>Whether it is a file, not a device or a pipe.</summary>
    public bool IsRegular => (Mode & Kind) == Regular;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => (Mode & Kind) == Folder;

    /// <summary>Whether nobody may write it, whatever the administrator may do anyway.</summary>
    public bool IsReadOnly => (Mode & AnyWrite) == 0;

    /// <summary>Its permissions.</summary>
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
        return new(
            At<ushort>(answer, 28), At<uint>(answer, 16), At<uint>(answer, 20), At<uint>(answer, 24), ((ulong)At<uint>(answer, 136) << 32) | At<uint>(answer, 140),
            At<ulong>(answer, 32), At<ulong>(answer, 40), (At<long>(answer, 112), At<uint>(answer, 120)));
    }

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatPath(int folder, string path, int flags, uint fields, [Out] byte[] answer);

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatHandle(SafeFileHandle file, string path, int flags, uint fields, [Out] byte[] answer);
}
