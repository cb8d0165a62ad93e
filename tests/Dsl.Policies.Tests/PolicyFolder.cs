// The .policy files and official texts of a folder, in memory, so that tests can compile them as they are or with one file changed.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Compiler;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Testing;

namespace Dsl.Policies.Tests;

/// <summary>The texts of a folder of policies, by path relative to the repository.</summary>
/// <param name="Policies">The .policy files.</param>
/// <param name="OfficialTexts">The .txt files beside and below them.</param>
internal sealed record PolicyFolder(ImmutableSortedDictionary<string, string> Policies,
    ImmutableSortedDictionary<string, string> OfficialTexts)
{
    private static readonly ConditionalWeakTable<string, SyntaxTree> Trees = [];
    private static readonly ConditionalWeakTable<string, SourceText> Sources = [];

    private static readonly Lazy<PolicyFolder> Checked = new(() => Read("policies"));

    /// <summary>The policies of the repository.</summary>
    public static PolicyFolder Repository => Checked.Value;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Relative to the repository, with forward slashes.</param>
    public static PolicyFolder Read(string folder) => new(ReadFiles(folder, "*.policy"), ReadFiles(folder, "*.txt"));

    /// <summary>The same folder with one policy file changed.</summary>
    public PolicyFolder With(string path, string content) => this with { Policies = Policies.SetItem(path, content) };

    /// <summary>The folder with one policy only: its data definitions and official texts stay, the other policies go.</summary>
    public PolicyFolder Only(string path) =>
        this with { Policies = Policies.Where(file => file.Key == path || file.Key.Contains("/schema/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary() };

    /// <summary>Compiles all files together.</summary>
    public Compilation Compile() => Compilation.Create(
        Policies.Select(static file => Parsed(file.Key, file.Value)), OfficialTexts.Select(static file => Source(file.Key, file.Value)));

    // Of the thousands of folders with one file changed all others are the same: they are read once.
    private static SyntaxTree Parsed(string path, string content)
    {
        var tree = Trees.GetValue(content, content => SyntaxTree.Parse(new SourceText(path, content)));
        return tree.Source.Path == path ? tree : SyntaxTree.Parse(new SourceText(path, content));
    }

    private static SourceText Source(string path, string content)
    {
        var source = Sources.GetValue(content, content => new SourceText(path, content));
        return source.Path == path ? source : new SourceText(path, content);
    }

    private static ImmutableSortedDictionary<string, string> ReadFiles(string folder, string pattern)
    {
        var root = RepositoryRoot.Combine(folder.Split('/'));
        return Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(path => $"{folder}/{Path.GetRelativePath(root, path).Replace('\\', '/')}", File.ReadAllText,
                StringComparer.Ordinal);
    }
}
