// All folders that the editor has files of, and the newest snapshot of each.
using System.Collections.Immutable;
using Dsl.Loading.Policies;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>The files of the editor and of the disk. Used by one thread; snapshots may be read by others.</summary>
internal sealed class Workspace
{
    private const int MostFiles = 2000;

    private readonly OpenFiles _files = new();
    private readonly OfficialTexts _texts;
    private readonly Func<DateOnly> _today;
    private readonly Dictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?> _versions = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];

    /// <summary>Makes a workspace without files.</summary>
    /// <param name="today">Today in the time zone of the policies.</param>
    public Workspace(Func<DateOnly> today) => (_today, _texts) = (today, new(_files));

    /// <summary>The folders that the editor has open, absolute.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>The open files.</summary>
    public IEnumerable<string> OpenPaths => _versions.Keys;

    /// <summary>Adds a folder of the editor.</summary>
    public void AddFolder(string folder)
    {
        if (!_folders.Contains(folder))
            _folders.Add(folder);
    }

    /// <summary>Removes a folder of the editor.</summary>
    public void RemoveFolder(string folder) => _folders.Remove(folder);

    /// <summary>Opens a file, or sets its text.</summary>
    public void Set(string path, string text, int? version)
    {
        _files.Set(path, text);
        _versions[path] = version;
        Forget(path);
    }

    /// <summary>Closes a file.</summary>
    public void Close(string path)
    {
        _files.Remove(path);
        _versions.Remove(path);
        Forget(path);
    }

    /// <summary>The text of an open file; null where it is not open.</summary>
    public string? TextOf(string path) => _files.TextOf(path);

    /// <summary>The version that the editor gave an open file; null where it gave none or the file is not open.</summary>
    public int? VersionOf(string path) => _versions.GetValueOrDefault(path);

    /// <summary>Forgets what was read of the disk: files were changed there.</summary>
    public void ForgetDisk() => _snapshots.Clear();

    /// <summary>The newest snapshot of the folder that a file belongs to.</summary>
    public Snapshot SnapshotOf(string path)
    {
        var root = RootOf(path);
        if (_snapshots.TryGetValue(root, out var known))
            return known;
        // A lone file outside of every folder stands for itself, whatever else lies beside it.
        var policies = PolicyLoader.Load([root], _files);
        return _snapshots[root] = new(root, policies, _today(), _texts);
    }

    /// <summary>The folders of the open files, absolute; a file that belongs to none stands for itself.</summary>
    public IEnumerable<string> Roots => OpenPolicies.Select(RootOf).Distinct();

    private IEnumerable<string> OpenPolicies => OpenPaths.Where(static path => path.EndsWith(".policy", StringComparison.Ordinal));

    /// <summary>Snapshots of all folders with an open file, by root.</summary>
    public ImmutableArray<Snapshot> All() => Of(OpenPolicies);

    /// <summary>The same, with the folders of policies that lie in the editor's own folders though none of their files is open.</summary>
    public ImmutableArray<Snapshot> OfFolders() => Of(_folders.Where(Directory.Exists).SelectMany(static folder => FolderListing.Of(folder, ".policy").Files.Take(MostFiles)).Concat(OpenPolicies));

    private ImmutableArray<Snapshot> Of(IEnumerable<string> paths) =>
        [.. paths.Select(SnapshotOf).DistinctBy(static snapshot => snapshot.Root).OrderBy(static snapshot => snapshot.Root, StringComparer.Ordinal)];

    /// <summary>The nearest folder above with a policy.json; else the editor's folder that holds the file; else the file's own path.</summary>
    private string RootOf(string path) =>
        PolicyLoader.ConfiguredFolderOf(path) ?? _folders.Where(folder => IsOfFolder(path, folder)).OrderByDescending(static folder => folder.Length).FirstOrDefault() ?? path;

    private void Forget(string path) => _snapshots.Remove(RootOf(path));

    private static bool IsOfFolder(string path, string folder) => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
