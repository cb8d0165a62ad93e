// What the editor holds, over what the disk holds; texts and trees of files that did not change are kept.
using System.Collections.Concurrent;
using Dsl.Loading.Policies;
using Dsl.Syntax;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>The texts of open files by path (absolute, forward slashes).</summary>
internal sealed class OpenFiles : KeptFiles
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    public void Set(string path, string text) => _texts[path] = text;

    /// <summary>Closes a file: the disk has it again.</summary>
    public void Remove(string path)
    {
        _texts.TryRemove(path, out _);
        _trees.TryRemove(path, out _);
    }

    /// <summary>The text of an open file; null where it is not open.</summary>
    public string? TextOf(string path) => _texts.GetValueOrDefault(path);

    /// <inheritdoc/>
    public override bool Exists(string path) => _texts.ContainsKey(path) || base.Exists(path);

    /// <inheritdoc/>
    public override IEnumerable<string> Added(string folder) =>
        _texts.Keys
            .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(".policy", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override SyntaxTree Parse(string path, string text)
    {
        if (!_trees.TryGetValue(path, out var known))
            return _trees[path] = TextOf(path) is null ? base.Parse(path, text) : SyntaxTree.Open(path, text);
        return TextOf(path) is null && known.Source.Content == text ? known : _trees[path] = known.WithText(text);
    }

    /// <inheritdoc/>
    protected override string? OpenText(string path) => TextOf(path);
}
