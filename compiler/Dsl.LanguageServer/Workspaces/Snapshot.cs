// The policies of one folder at one moment. Immutable: features may read it on any thread while the user types on.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.LanguageServer.Features.Names;
using Dsl.Runtime.Loading;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>A folder of policies (or a single file without one).</summary>
/// <param name="Root">The folder, absolute, with forward slashes.</param>
/// <param name="Policies">The policies and what belongs to them.</param>
/// <param name="Today">Today, for features that compute; the 测算日 of policy.json goes before.</param>
/// <param name="Texts">Official texts of the folder, also those that no policy names yet.</param>
internal sealed record Snapshot(string Root, LoadedPolicies Policies, DateOnly Today, OfficialTexts Texts)
{
    private readonly Lazy<ImmutableDictionary<string, SyntaxTree>> _trees =
        new(() => Policies.Compilation.Trees.ToImmutableDictionary(static tree => tree.Source.Path, StringComparer.Ordinal));

    private readonly Lazy<Occurrences> _names = new(() => new Occurrences(Policies.Compilation.Model));

    /// <summary>The compilation.</summary>
    public Compilation Compilation => Policies.Compilation;

    /// <summary>Symbols and bound policies.</summary>
    public BoundModel Model => Compilation.Model;

    /// <summary>Every name and what it stands for.</summary>
    public Occurrences Names => _names.Value;

    /// <summary>The tree of a file; null where the file is none of the folder's.</summary>
    public SyntaxTree? TreeOf(string path) => _trees.Value.GetValueOrDefault(path);

    /// <summary>The bound policy of a file; null for a schema file.</summary>
    public BoundPolicy? PolicyOf(string path) => Model.Policies.FirstOrDefault(policy => policy.Source.Path == path);

    /// <summary>A file of the folder: a .policy file or an official text; null where it is none of them.</summary>
    public SourceText? SourceOf(string path) => TreeOf(path)?.Source ?? Compilation.OfficialTexts.GetValueOrDefault(path);

    /// <summary>The findings of a file, without those of its 算例.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsOf(string path) => [.. Policies.Diagnostics.Where(finding => finding.Source.Path == path)];
}
