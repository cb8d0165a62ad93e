// Calls into the system for what the runtime does not offer: status, second names, locks, owners.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dsl.Loading.Files;

/// <summary>The entry points. The struct is that of the runtime's own native part.</summary>
internal static partial class NativeFiles
{
    private const string Runtime = "libSystem.Native";
    private const int CurrentFolder = -100;
    private const uint LinkCount = 0x4;
    private const int AnswerLength = 256, LinksInAnswer = 16;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Status
    {
        public int Flags;
        public int Mode;
        public uint Owner;
        public uint Group;
        public long Size;
        public long ReadSeconds;
        public long ReadNanoseconds;
        public long ModifiedSeconds;
        public long ModifiedNanoseconds;
        public long ChangedSeconds;
        public long ChangedNanoseconds;
        public long BornSeconds;
        public long BornNanoseconds;
        public long Device;
        public long DeviceOfDevice;
        public long Number;
        public uint UserFlags;
    }

    /// <summary>
    /// How many names a file has: the one part of a status that the runtime's native part leaves out. Null where the system does not say.
    /// </summary>
    public static uint? Names(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            // struct statx has one layout on every processor.
            var answer = new byte[AnswerLength];
            return StatX(CurrentFolder, path, 0, LinkCount, answer) == 0 ? MemoryMarshal.Read<uint>(answer.AsSpan(LinksInAnswer)) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // An older library of the system.
            return null;
        }
    }

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Stat(string path, out Status status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LStat(string path, out Status status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_FStat")]
    public static partial int FStat(SafeFileHandle file, out Status status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Link", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Link(string existing, string name);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Open(string path, int flags, int mode);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_FLock", SetLastError = true)]
    public static partial int Lock(nint file, int operation);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Close")]
    public static partial int Close(nint file);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint owner, uint group);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_GetEUid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint fields, [Out] byte[] answer);
}
