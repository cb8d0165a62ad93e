// Output files that appear together or not at all: written under temporary names, renamed when everything succeeded.
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Outputs;

/// <summary>A set of files that become visible together. Disposed without <see cref="Commit"/>, nothing is left.</summary>
public sealed class AtomicOutput : IDisposable
{
    private readonly List<OutputEntry> _files = [];
    private readonly List<string> _stale = [];
    private readonly List<string> _createdFolders = [];
    private readonly List<string> _leftovers = [];
    private bool _isPrepared;
    private bool _committed;

    /// <summary>
    /// Opens a file under a temporary name beside its final one; folders are made as needed. Links are followed;
    /// what is no ordinary file is not replaced.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Stream Create(string path) => Create(path, expected: null);

    /// <summary>The same for a file that must not be there, neither now nor in the end.</summary>
    public Stream CreateNew(string path) => Create(path, FileStatus.Nothing);

    /// <summary>The same for a file that in the end must still be what it is said to be.</summary>
    internal Stream Create(string path, FileStatus? expected)
    {
        var (temporary, final) = Names(path);
        var stream = new OutputFile(temporary, final);
        _files.Add(new(temporary, final, stream, expected));
        return stream;
    }

    /// <summary>The temporary name of a file that the caller writes itself, and closes before <see cref="Commit"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keepsContent">Whether the new file holds what the old one holds: then the old one must be the same in the end.</param>
    public string Reserve(string path, bool keepsContent = false)
    {
        var (temporary, final) = Names(path);
        OutputException.Guard(final, () =>
        {
            File.Delete(temporary);
            return true;
        });
        _files.Add(new(temporary, final, null, keepsContent ? FileStatus.Of(final) : null));
        return temporary;
    }

    /// <summary>Notes a file of an earlier run that must not stay beside the new ones (rejected rows, when there are none now).</summary>
    public void Replace(string path) => _stale.Add(Path.GetFullPath(path));

    /// <summary>Brings all files to the disk. What can fail for want of room fails here.</summary>
    public void Prepare()
    {
        if (_isPrepared)
            return;
        foreach (var (temporary, final, written, _) in _files)
        {
            if (written is not null)
            {
                written.FlushToDisk();
                written.Dispose();
                continue;
            }
            OutputException.Guard(final, () =>
            {
                using var others = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite);
                others.Flush(flushToDisk: true);
                return true;
            });
        }
        _isPrepared = true;
    }

    /// <summary>Gives all files their names; where one cannot get its own, none does.</summary>
    public void Commit()
    {
        Prepare();
        // Two runs that write the same files do so one after the other.
        using var folders = FolderLock.Take(_files.Select(static file => Path.GetDirectoryName(file.Final)).OfType<string>());
        if (_files.Find(static file => file.Expected is { } expected && FileStatus.Of(file.Final) != expected) is { } changed)
            throw new OutputException(changed.Final,
                new FileWordsException(OutputPhrases.ChangedDuringRun.With()));
        var stale = _stale.Where(path => _files.TrueForAll(file => file.Final != path) && File.Exists(path)).ToList();
        var renaming = new FileRenaming(keepsOld: _files.Count + _stale.Count > 1);
        var journal = _files.Count > 0 && _files.Count + stale.Count > 1
            ? OutputException.Guard(_files[0].Final, () => CommitJournal.Write([.. _files.Select(static file => file.Temporary)], stale))
            : null;
        try
        {
            foreach (var path in stale)
                renaming.Remove(path);
            foreach (var (temporary, final, _, _) in _files)
                renaming.Put(temporary, final);
        }
        catch
        {
            if (journal is not null)
                Try(journal, File.Delete);
            renaming.Undo(_leftovers);
            throw;
        }
        _committed = true;
        // Done: should it stay, there is nothing left that it could do.
        if (journal is not null)
            Try(journal, File.Delete);
        renaming.Forget();
        _files.ForEach(static file => Remainders.Release(file.Temporary));
    }

    /// <summary>
    /// The message about a failure: the file that failed, in the words of users. To be asked once this is disposed, when it is known
    /// whether anything is left.
    /// </summary>
    /// <param name="error">The failure.</param>
    /// <param name="otherwise">The file to blame where the failure names none.</param>
    public DataFinding Failure(Exception error, string otherwise)
    {
        var words = FileFailure.Words(error);
        if (error is InputException { Path: var input })
            return FileDiagnostics.CannotRead.With(PathText.Shown(input), words).At(new(PathText.Shown(input)));
        var shown = PathText.Shown(Relative((error as OutputException)?.Path ?? otherwise, otherwise));
        return (_leftovers.Count == 0
            ? FileDiagnostics.CannotWrite.With(shown, words)
            : FileDiagnostics.Leftovers.With(shown, words, string.Join('、', _leftovers.Select(PathText.Shown)))).At(new(shown));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_committed)
            return;
        foreach (var file in _files)
            Discard(file);
        foreach (var folder in Enumerable.Reverse(_createdFolders))
            Try(folder, static folder =>
            {
                if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                    Directory.Delete(folder);
            });
    }

    private void Discard(OutputEntry file)
    {
        try
        {
            file.Stream?.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last bytes of the buffer; the file goes anyway.
        }
        Try(file.Temporary, File.Delete);
        Remainders.Release(file.Temporary);
    }

    private void Try(string path, Action<string> remove)
    {
        try
        {
            remove(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _leftovers.Add(path);
        }
    }

    /// <summary>A file that was found by its absolute path as the user wrote it, where that is the same.</summary>
    private static string Relative(string path, string given) =>
        Path.GetFullPath(given) == path ? given
        : !Path.IsPathRooted(given) && Path.GetRelativePath(".", path) is var relative
            && !relative.StartsWith("..", StringComparison.Ordinal)
            ? relative
        : path;

    private (string Temporary, string Final) Names(string path)
    {
        var (final, problem) = OutputPath.Resolve(path);
        if (problem is not null)
            throw new OutputException(path, new FileWordsException(problem));
        return OutputException.Guard(final, () =>
        {
            CreateFolder(Path.GetDirectoryName(final) ?? ".");
            Remainders.Clean(final);
            return (Remainders.NameFor(final), final);
        });
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

    /// <summary>A file of the set.</summary>
    /// <param name="Temporary">Its name while it is written.</param>
    /// <param name="Final">Its name in the end.</param>
    /// <param name="Stream">What writes it; null where the caller writes it.</param>
    /// <param name="Expected">What must stand under the final name until then; null where that does not matter.</param>
    private sealed record OutputEntry(string Temporary, string Final, OutputFile? Stream, FileStatus? Expected);
}
