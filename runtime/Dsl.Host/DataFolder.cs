// The folder in which the service keeps what it must not lose: for its user alone, used by one service at a time.
using Dsl.Host.Problems;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Host;

/// <summary>Holds a data folder until it is put away.</summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "service.lock";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes the folder where it is not there, and takes it.</summary>
    /// <exception cref="HostException">It cannot be used, or another service uses it.</exception>
    public static DataFolder Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Make(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostDiagnostics.DataFolderUnusable.With(PathText.Shown(path), FileFailure.Words(error).TrimEnd('。')),
                error);
        }
        try
        {
            // The system lets go of it when the process ends, however it ends.
            return new(full,
                new FileStream(System.IO.Path.Combine(full, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new HostException(HostDiagnostics.DataFolderTaken.With(PathText.Shown(path)), error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new HostException(HostDiagnostics.DataFolderUnusable.With(PathText.Shown(path), FileFailure.Words(error).TrimEnd('。')),
                error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (!Directory.Exists(path))
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
