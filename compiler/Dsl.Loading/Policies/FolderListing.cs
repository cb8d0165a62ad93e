// The files below a folder that have an extension, each folder once, whatever links lead where; and what cannot be read there.
using System.Collections.Immutable;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Policies;

/// <summary>What is below a folder.</summary>
/// <param name="Files">The files, by path, with forward slashes.</param>
/// <param name="Problems">Folders that cannot be listed, and entries with the extension that are no files.</param>
/// <param name="Folders">The folders that were looked into.</param>
public sealed record FolderListing(ImmutableArray<string> Files, ImmutableArray<DataFinding> Problems, ImmutableArray<string> Folders)
{
    /// <summary>So many folders belong to nothing that people keep policies in: a link leads out of it.</summary>
    private const int MostFolders = 20_000;

    /// <summary>Lists a folder and those below, hidden ones left out.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="extension">With its dot.</param>
    public static FolderListing Of(string root, string extension)
    {
        var walk = new Walk(extension);
        walk.Run(root);
        return new([.. walk.Files.Order(StringComparer.Ordinal)], [.. walk.Problems], [.. walk.Folders]);
    }

    private sealed class Walk(string extension)
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
        private readonly Queue<string> _links = [];
        private readonly List<string> _named = [];

        public List<string> Files { get; } = [];

        public List<DataFinding> Problems { get; } = [];

        public List<string> Folders { get; } = [];

        public void Run(string root)
        {
            // A link to a folder above leads back here.
            for (var above = Directory.GetParent(Path.GetFullPath(root)); above is not null; above = above.Parent)
                _visited.Add(FileStatus.Of(above.FullName).Identity);
            // But what was asked for is looked at, be it one of these under another name.
            _visited.Remove(FileStatus.Of(root).Identity);
            Visit(root);
            // Folders are met under their own names first, under those of links only where nothing else leads to them.
            while (_links.TryDequeue(out var link))
                Visit(link);
            foreach (var folder in _named.Where(folder => !Files.Exists(file => file.StartsWith(folder + "/", StringComparison.Ordinal))))
                Report(folder, FileStatus.Of(folder).Words ?? "");
        }

        private void Visit(string folder)
        {
            if (!_visited.Add(FileStatus.Of(folder).Identity))
                return;
            if (_visited.Count > MostFolders)
            {
                if (_visited.Count == MostFolders + 1)
                    Report(folder, FilePhrases.TooManyFolders.With(MostFolders));
                return;
            }
            Folders.Add(folder);
            foreach (var entry in Entries(folder))
            {
                var path = PathText.Shown(Path.Combine(folder, entry.Name));
                var isMeant = entry.Name.EndsWith(extension,
                    OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
                if (entry is DirectoryInfo)
                {
                    if (isMeant)
                        _named.Add(path);
                    if (entry.LinkTarget is null)
                        Visit(path);
                    else
                        _links.Enqueue(path);
                }
                else if (isMeant && FileStatus.Of(path).Words is { } words)
                {
                    Report(path, words);
                }
                else if (isMeant)
                {
                    Files.Add(path);
                }
            }
        }

        private List<FileSystemInfo> Entries(string folder)
        {
            try
            {
                return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                    .Where(static entry => (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) == 0)
                    .OrderBy(static entry => entry.Name, StringComparer.Ordinal)];
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Report(folder, FileFailure.Words(error));
                return [];
            }
        }

        private void Report(string path, string words) =>
            Problems.Add(FileDiagnostics.CannotRead.With(PathText.Shown(path), words).At(new(PathText.Shown(path))));
    }
}
