// A disk of a few bytes for one program, on systems that let a test mount one.
namespace Dsl.Cli.Tests.Harness;

internal static class SmallDisk
{
    /// <summary>Whether a disk can be mounted: that needs root, and containers may forbid it even then.</summary>
    /// <param name="folder">A folder that is there.</param>
    public static bool IsPossible(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        using var attempt = PolicyProcess.StartTool("unshare", [], "-m", "mount", "-t", "tmpfs", "none", folder);
        return PolicyProcess.End(attempt).Code == 0;
    }
}
