// Where compiled kernels are kept: the user's cache folder, or where POLICY_CACHE says; nowhere with POLICY_CACHE=off.
using System.Security.Cryptography;
using Dsl.Columns.Compiling;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Engines;

/// <summary>
/// The folder of compiled kernels. What is in it is run, so it must be this user's alone, along its whole path;
/// and each entry is sealed with a secret of the folder that only this user can read.
/// Where either is not so nothing is loaded and nothing kept: the cache saves time, it decides nothing.
/// </summary>
public static class KernelFolder
{
    /// <summary>Names the folder, or “off”.</summary>
    public const string Variable = "POLICY_CACHE";

    private const string SecretName = "secret";
    private const int SecretLength = 32;

    /// <summary>What the user should know of the cache: why nothing is kept; null where all is well, or nothing was to be kept.</summary>
    public static DataFinding? Problem() => Folder() is { } folder && Prepare(folder).Problem is { } problem
        ? CacheDiagnostics.NotUsed.With(folder, problem, Variable).At(new(folder)) : null;

    /// <summary>The cache, or null where there is no place for one.</summary>
    internal static KernelCache? Open() => Folder() is { } folder ? Open(folder) : null;

    /// <summary>The cache in a folder, which is made where it is not there; null where it cannot be used.</summary>
    internal static KernelCache? Open(string folder) => Prepare(folder) is ({ } secret, null) ? new(folder, secret) : null;

    private static string? Folder()
    {
        var chosen = Environment.GetEnvironmentVariable(Variable);
        if (chosen is "off")
            return null;
        if (!string.IsNullOrWhiteSpace(chosen))
            return chosen;
        // A relative HOME or XDG_DATA_HOME comes out relative, and is refused like any other.
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length == 0 ? null : Path.Combine(user, "policy-language", "kernels");
    }

    /// <summary>The secret of the folder, or why the folder cannot be trusted; neither where it can simply not be written.</summary>
    private static (byte[]? Secret, string? Problem) Prepare(string folder)
    {
        try
        {
            if (Path.IsPathRooted(folder) && !Directory.Exists(folder))
                CreateFolder(folder);
            return Ownership.ProblemOfOwnFolder(folder) is { } problem ? (null, problem) : (Secret(Path.Combine(folder, SecretName)), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No home, a read-only or full disk: kernels are compiled each time.
            return (null, null);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The secret that entries are sealed with; made by the process that comes first.</summary>
    private static byte[]? Secret(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var tries = 0; tries < 20; tries++)
        {
            if (Read(path) is { } known)
                return known;
            try
            {
                using var file = new FileStream(path, options);
                file.Write(RandomNumberGenerator.GetBytes(SecretLength));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process is just writing it, or it is damaged, or others can read it.
                Thread.Sleep(10);
                if (tries >= 10)
                    File.Delete(path);
            }
        }
        return Read(path);
    }

    // One that others can read is no secret; a length of 0 is also that of a pipe, which is not opened.
    private static byte[]? Read(string path)
    {
        var file = new FileInfo(path);
        var isOwn = file.Exists && file.LinkTarget is null && file.Length == SecretLength
            && (OperatingSystem.IsWindows() || (file.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == 0);
        return isOwn ? File.ReadAllBytes(path) : null;
    }
}
