// All folders that the editor has files of, and the newest snapshot of each.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Loading.Policies;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>
/// The files of the editor and of the disk. Changed by the thread of the requests, while no other settles a snapshot
/// (<see cref="Snapshot.Settle"/>); asked by that of the requests and by that of the findings.
/// </summary>
internal sealed class Workspace
{
    private const int MostFiles = 2000;

    private readonly Lock _gate = new();
    private readonly OpenFiles _files = new();
    private readonly OfficialTexts _texts;
    private readonly Func<DateOnly> _today;
    private readonly Dictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptStages> _kept = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];
    private ImmutableDictionary<string, int?> _versions = ImmutableDictionary.Create<string, int?>(StringComparer.Ordinal);

    /// <param name="today">Today in the time zone of the policies.</param>
    public Workspace(Func<DateOnly> today) => (_today, _texts) = (today, new(_files));

    public void AddFolder(string folder)
    {
        lock (_gate)
        {
            if (!_folders.Contains(folder))
                _folders.Add(folder);
        }
    }

    public void RemoveFolder(string folder)
    {
        lock (_gate)
            _folders.Remove(folder);
    }

    /// <summary>Opens a file, or sets its text.</summary>
    public void Set(string path, string text, int? version)
    {
        lock (_gate)
        {
            _files.Set(path, text);
            _versions = _versions.SetItem(path, version);
            Forget(path);
        }
    }

    public void Close(string path)
    {
        lock (_gate)
        {
            _files.Remove(path);
            _versions = _versions.Remove(path);
            Forget(path);
        }
    }

    /// <summary>The text of an open file; null where it is not open.</summary>
    public string? TextOf(string path) => _files.TextOf(path);

    /// <summary>Looks at the disk again: files were changed there.</summary>
    public void ForgetDisk()
    {
        lock (_gate)
        {
            _files.Forget();
            _snapshots.Clear();
        }
    }

    /// <summary>The newest snapshot of the folder that a file belongs to.</summary>
    public Snapshot SnapshotOf(string path)
    {
        lock (_gate)
        {
            var root = RootOf(path);
            if (_snapshots.TryGetValue(root, out var known))
                return known;
            // A file outside of all folders is compiled alone.
            if (!_kept.TryGetValue(root, out var kept))
                _kept.Add(root, kept = new());
            var policies = PolicyLoader.Load([root], _files, kept);
            return _snapshots[root] = new(root, policies, _versions, _today(), _texts);
        }
    }

    /// <summary>Whether nothing was changed in the folder of a snapshot since it was taken.</summary>
    public bool IsNewest(Snapshot snapshot)
    {
        lock (_gate)
            return _snapshots.TryGetValue(snapshot.Root, out var newest) && ReferenceEquals(newest, snapshot);
    }

    /// <summary>The folders of the open files, absolute; a file that belongs to none is a root of its own.</summary>
    public ImmutableArray<string> Roots
    {
        get
        {
            lock (_gate)
                return [.. OpenPolicies.Select(RootOf).Distinct()];
        }
    }

    private IEnumerable<string> OpenPolicies => _versions.Keys.Where(static path => path.EndsWith(".policy", StringComparison.Ordinal));

    /// <summary>Snapshots of all folders with an open file, by root; what is kept of other folders is dropped.</summary>
    public ImmutableArray<Snapshot> All()
    {
        lock (_gate)
        {
            var all = Of(OpenPolicies);
            foreach (var root in _kept.Keys.Except(all.Select(static snapshot => snapshot.Root)).ToList())
                _kept.Remove(root);
            return all;
        }
    }

    /// <summary>The same, with the folders of policies that lie in the editor's own folders though none of their files is open.</summary>
    public ImmutableArray<Snapshot> OfFolders()
    {
        lock (_gate)
            return Of(_folders.Where(Directory.Exists)
                .SelectMany(static folder => FolderListing.Of(folder, ".policy").Files.Take(MostFiles)).Concat(OpenPolicies));
    }

    private ImmutableArray<Snapshot> Of(IEnumerable<string> paths) =>
        [.. paths.Select(SnapshotOf).DistinctBy(static snapshot => snapshot.Root)
            .OrderBy(static snapshot => snapshot.Root, StringComparer.Ordinal)];

    /// <summary>
    /// The nearest folder above with a policy.json; else the editor's folder that holds the file; else the file's own path.
    /// </summary>
    private string RootOf(string path) =>
        PolicyLoader.ConfiguredFolderOf(path)
        ?? _folders.Where(folder => IsOfFolder(path, folder)).OrderByDescending(static folder => folder.Length).FirstOrDefault() ?? path;

    private void Forget(string path) => _snapshots.Remove(RootOf(path));

    private static bool IsOfFolder(string path, string folder) => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
