// Names and owners of files on Unix, which the runtime cannot change. On Windows nothing is done.
namespace Dsl.Loading.Files;

/// <summary>Second names (hard links) and owners.</summary>
public static class FileNames
{
    /// <summary>How many names a file has; null where the system does not say.</summary>
    public static uint? Count(string path) => NativeFiles.Names(path);

    /// <summary>Gives a file a second name; false where the disk has no second names, and on Windows.</summary>
    public static bool TryAdd(string existing, string name) => !OperatingSystem.IsWindows() && NativeFiles.Link(existing, name) == 0;

    /// <summary>Gives a file to a user and a group; false where that is not allowed. Only the administrator can give a file away.</summary>
    public static bool TryGive(string path, uint owner, uint group) =>
        !OperatingSystem.IsWindows() && NativeFiles.ChangeOwner(path, owner, group) == 0;
}
