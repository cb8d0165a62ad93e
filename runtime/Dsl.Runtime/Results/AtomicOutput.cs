// Output files that appear whole or not at all: written under a temporary name, renamed when everything succeeded.
namespace Dsl.Runtime.Results;

/// <summary>A set of files that become visible together. Disposed without <see cref="Commit"/>, nothing is left.</summary>
public sealed class AtomicOutput : IDisposable
{
    private readonly List<(string Temporary, string Final, OutputFile? Stream)> _files = [];
    private readonly List<string> _stale = [];
    private readonly List<string> _createdFolders = [];
    private bool _committed;

    /// <summary>Opens a file under a temporary name beside its final one; folders are made as needed.</summary>
    public Stream Create(string path)
    {
        var (temporary, final) = Names(path);
        var stream = new OutputFile(temporary);
        _files.Add((temporary, final, stream));
        return stream;
    }

    /// <summary>The temporary name of a file that somebody else writes, who is done with it before <see cref="Commit"/>.</summary>
    public string Reserve(string path)
    {
        var (temporary, final) = Names(path);
        File.Delete(temporary);
        _files.Add((temporary, final, null));
        return temporary;
    }

    /// <summary>Notes a file of an earlier run that must not stay beside the new ones (rejected rows, when there are none now).</summary>
    public void Replace(string path) => _stale.Add(Path.GetFullPath(path));

    /// <summary>Closes all files and gives them their names.</summary>
    public void Commit()
    {
        foreach (var (temporary, _, written) in _files)
        {
            if (written is null)
            {
                using var others = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite);
                others.Flush(flushToDisk: true);
                continue;
            }
            written.FlushToDisk();
            written.Dispose();
        }
        foreach (var path in _stale.Where(path => _files.TrueForAll(file => file.Final != path)))
            File.Delete(path);
        foreach (var (temporary, final, _) in _files)
            File.Move(temporary, final, overwrite: true);
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_committed)
            return;
        foreach (var (temporary, _, stream) in _files)
            Discard(temporary, stream);
        foreach (var folder in Enumerable.Reverse(_createdFolders))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    private static void Discard(string temporary, OutputFile? stream)
    {
        try
        {
            stream?.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last bytes of the buffer; the file goes anyway.
        }
        File.Delete(temporary);
    }

    private (string Temporary, string Final) Names(string path)
    {
        var final = Path.GetFullPath(path);
        CreateFolder(Path.GetDirectoryName(final) ?? ".");
        return ($"{final}.{Environment.ProcessId:x}-{_files.Count}.tmp", final);
    }

    private void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(folder) is { } parent)
            CreateFolder(parent);
        Directory.CreateDirectory(folder);
        _createdFolders.Add(folder);
    }
}
