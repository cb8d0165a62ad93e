// Calls into the system for what the runtime does not offer: status, second names, locks, owners.
using System.Runtime.InteropServices;

namespace Dsl.Loading.Files;

/// <summary>What the runtime knows of files and does not say. The struct is that of the runtime's own native part.</summary>
internal static partial class NativeFiles
{
    public const int TypeMask = 0xF000, TypeFolder = 0x4000, TypeFile = 0x8000, TypePipe = 0x1000, TypeSocket = 0xC000;

    private const string Runtime = "libSystem.Native";

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

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Stat(string path, out Status status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LStat(string path, out Status status);

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
}
