// A folder that lives as long as a test.
namespace Dsl.Cli.Tests.Harness;

/// <summary>A new folder below the system's temporary folder; removed afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Its path, forward slashes.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("policy-test-").FullName.Replace('\\', '/');

    /// <summary>A path in it.</summary>
    public string this[string path] => Root + "/" + path;

    /// <summary>Writes a text file.</summary>
    public string Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file.</summary>
    public string Write(string path, byte[] content)
    {
        var full = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Root);
        File.WriteAllBytes(full, content);
        return full;
    }

    /// <summary>Copies the content of a folder in, below a folder of that name where one is given.</summary>
    public void CopyFrom(string folder, string below = "")
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Write(Path.Combine(below, Path.GetRelativePath(folder, file)).Replace('\\', '/'), File.ReadAllBytes(file));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
