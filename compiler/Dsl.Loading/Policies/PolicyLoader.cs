// From paths on disk to a compilation: policy files, what they use, the official texts, the configuration.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Loading.Policies;

/// <summary>A set of policies that was read from disk.</summary>
/// <param name="Compilation">Trees, findings, IR.</param>
/// <param name="Configuration">What policy.json says.</param>
/// <param name="Problems">Files that could not be read; with one of error severity nothing should be computed.</param>
/// <param name="Files">Every file that was read, ordered by path.</param>
public sealed record LoadedPolicies(
    Compilation Compilation, PolicyConfiguration Configuration, ImmutableArray<DataFinding> Problems, ImmutableArray<InputFile> Files)
{
    /// <summary>The findings of the compilation without the checks that policy.json switches off (errors are never switched off).</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Configuration.SwitchedOff.IsEmpty
        ? Compilation.Diagnostics
        : [.. Compilation.Diagnostics
            .Where(diagnostic => diagnostic.Rule.Severity == Severity.Error || !Configuration.SwitchedOff.Contains(diagnostic.Code))];

    /// <summary><see cref="Diagnostics"/>, and the 算例 that contradict their clause, by path and place.</summary>
    public ImmutableArray<Diagnostic> AllFindings =>
        [.. Diagnostics.Concat(Compilation.ExampleFindings).OrderBy(static finding => finding.Source.Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Span.Start)];

    /// <summary>
    /// The documents of which records may be though they are not evaluated: those of the command line and those of policy.json.
    /// </summary>
    public ImmutableArray<string> Documents(ImmutableArray<string> named) => [.. named.Union(Configuration.OtherDocuments)];

    /// <summary>
    /// Dates of a run: what is said on the command line, else in policy.json, else the given day;
    /// the year defaults to the year of the as-of date.
    /// </summary>
    public EvaluationContext Context(DateOnly? asOf, int? year, DateOnly today)
    {
        var date = asOf ?? Configuration.AsOf ?? today;
        // A year in the configuration belongs to its date: another date given by hand has its own year.
        return new(date, year ?? (asOf is null ? Configuration.Year : null) ?? date.Year);
    }
}

public static class PolicyLoader
{
    /// <summary>Reads .policy files and folders of them.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="files">Where their texts come from; null for the disk.</param>
    /// <param name="kept">What was computed of the same policies before some of their texts changed; null where nothing is kept.</param>
    public static LoadedPolicies Load(IEnumerable<string> paths, PolicyFiles? files = null, KeptStages? kept = null)
    {
        var reading = new Reading(files ?? new PolicyFiles());
        foreach (var path in paths)
            reading.Add(path);
        return reading.Finish(kept);
    }

    /// <summary>
    /// The nearest folder above a file with a policy.json; null where there is none, and for what is no path from the root (untitled:甲).
    /// </summary>
    public static string? ConfiguredFolderOf(string path) =>
        Path.IsPathRooted(path) && PathText.FolderOf(PathText.Shown(path)) is { Length: > 0 } folder ? Reading.RootAbove(folder) : null;

    private sealed class Reading(PolicyFiles source)
    {
        private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
        private readonly Dictionary<string, SourceText> _officialTexts = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, InputFile> _files = new(StringComparer.Ordinal);
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly List<DataFinding> _problems = [];
        private PolicyConfiguration? _configuration;

        public void Add(string path)
        {
            if (!Directory.Exists(path))
            {
                AddPolicy(PathText.Shown(path), root: FindRoot(PathText.FolderOf(PathText.Shown(path))));
                return;
            }
            var root = PathText.Shown(path).TrimEnd('/');
            ReadConfiguration(root);
            var found = Enumerate(root).Union(source.Added(root)).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0 && _problems.Count == 0)
                _problems.Add(FileDiagnostics.NoPolicies.With(root).At(new(root)));
            foreach (var file in found)
                AddPolicy(file, root);
        }

        public LoadedPolicies Finish(KeptStages? kept)
        {
            var compilation = Compilation.Create(_trees.Values, _officialTexts.Values, kept);
            var configuration = _configuration ?? PolicyConfiguration.Default;
            return new(compilation.ApplyConfiguration(configuration.Compilation), configuration, [.. _problems], [.. _files.Values]);
        }

        private IEnumerable<string> Enumerate(string root)
        {
            var listing = source.List(root.Length == 0 ? "/" : root);
            _problems.AddRange(listing.Problems);
            return listing.Files;
        }

        private void AddPolicy(string path, string root)
        {
            if (!_seen.Add(Path.GetFullPath(path)) || Read(path) is not { } text)
                return;
            var tree = source.Parse(path, text);
            _trees.Add(path, tree);
            foreach (var policy in tree.Root.Frame.OfType<PolicyBlock>())
            {
                if (policy.OfficialText is { } official)
                    AddOfficialText(PathText.Beside(path, official.Text));
                AddUsed(policy.UsedFiles.Select(static word => word.Text), path, root);
            }
        }

        /// <summary>
        /// 使用 is relative to the folder of policies (or to the file's own); a file that is not there is a finding of the compiler.
        /// </summary>
        private void AddUsed(IEnumerable<string> names, string user, string root)
        {
            foreach (var name in names)
            {
                foreach (var folder in (ReadOnlySpan<string>)[root, PathText.FolderOf(user)])
                {
                    var used = PathText.Join(folder, name);
                    if (!source.Exists(used))
                        continue;
                    AddPolicy(used, root);
                    break;
                }
            }
        }

        private void AddOfficialText(string path)
        {
            // A missing official text is a finding of the compiler, at the line that names it.
            if (!_officialTexts.ContainsKey(path) && source.Exists(path) && Read(path) is { } text)
                _officialTexts.Add(path, source.Source(path, text));
        }

        private string? Read(string path)
        {
            var reading = source.Read(path);
            if (reading.File is { } file)
                _files[file.Path] = file;
            if (reading.Finding is { } finding)
                _problems.Add(finding);
            return reading.Text;
        }

        /// <summary>The folder of policies that a single file belongs to: the nearest one above with a policy.json, else its own.</summary>
        private string FindRoot(string folder)
        {
            if (RootAbove(folder) is not { } root)
                return folder;
            ReadConfiguration(root);
            return root;
        }

        /// <summary>The nearest folder, itself or above, with a policy.json; null where there is none.</summary>
        public static string? RootAbove(string folder)
        {
            for (var (current, depth) = (folder, 0); depth < 8; depth++)
            {
                if (FileStatus.Of(PathText.Join(current, PolicyConfiguration.FileName)).IsThere)
                    return current;
                var parent = PathText.FolderOf(current);
                // The empty folder is the current one, where relative paths begin; it is not above /tmp.
                if (parent == current || parent.Length == 0 && Path.IsPathRooted(current))
                    break;
                current = parent;
            }
            return null;
        }

        private void ReadConfiguration(string folder)
        {
            var path = PathText.Join(folder, PolicyConfiguration.FileName);
            // What is there and is no file (a broken link, a folder) is a problem, not a configuration that says nothing.
            if (_configuration is not null || !(source.Exists(path) || FileStatus.Of(path).IsThere) || Read(path) is not { } text)
                return;
            (_configuration, var finding) = PolicyConfiguration.Parse(path, text);
            if (finding is not null)
                _problems.Add(finding);
        }
    }
}
