// The folder in which the service keeps what it must not lose: for its user alone, used by one service at a time.
using Dsl.Host.Problems;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Host;

/// <summary>Holds a data folder until it is put away.</summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "service.lock", IdName = "id";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held, string id) => (Path, _lock, Id) = (path, held, id);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Its number in the control store, which may serve several folders.</summary>
    public string Id { get; }

    /// <summary>Makes the folder where it is not there, and takes it.</summary>
    /// <exception cref="HostException">It cannot be used, or another service uses it.</exception>
    public static DataFolder Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var held = Open(path, full);
        try
        {
            return new(full, held, IdOf(full));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw Unusable(path, error);
        }
    }

    /// <summary>The number of a folder that a service made; null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static string? IdAt(string path) =>
        System.IO.Path.Combine(path, IdName) is var file && File.Exists(file) && File.ReadAllText(file) is { Length: > 0 } id ? id : null;

    /// <summary>Makes a folder with a number.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Make(string path, string id)
    {
        Make(path);
        Write(System.IO.Path.Combine(path, IdName), id);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static FileStream Open(string path, string full)
    {
        try
        {
            Make(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, error);
        }
        try
        {
            // The system lets go of it when the process ends, however it ends.
            return new(System.IO.Path.Combine(full, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new HostException(HostDiagnostics.DataFolderTaken.With(PathText.Shown(path)), error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw Unusable(path, error);
        }
    }

    private static HostException Unusable(string path, Exception error) =>
        new(HostDiagnostics.DataFolderUnusable.With(PathText.Shown(path), FileFailure.Words(error).TrimEnd('。')), error);

    private static string IdOf(string path)
    {
        if (IdAt(path) is { } known)
            return known;
        var id = Guid.NewGuid().ToString("N");
        Write(System.IO.Path.Combine(path, IdName), id);
        return id;
    }

    private static void Write(string file, string id)
    {
        using var written = new FileStream(file, FileMode.Create, FileAccess.Write);
        written.Write(System.Text.Encoding.ASCII.GetBytes(id));
        written.Flush(flushToDisk: true);
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (!Directory.Exists(path))
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
