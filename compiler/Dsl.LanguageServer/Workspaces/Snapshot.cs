// The policies of one folder at one moment. Immutable: features may read it on any thread while the user types on.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Ir.Nodes;
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

    /// <summary>A path as a file names it: relative to its own folder where it lies below.</summary>
    public static string Relative(string file, string path)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }

    /// <summary>The tree of a file; null where the file is none of the folder's.</summary>
    public SyntaxTree? TreeOf(string path) => _trees.Value.GetValueOrDefault(path);

    /// <summary>The bound policy of a file; null for a schema file.</summary>
    public BoundPolicy? PolicyOf(string path) => Model.Policies.FirstOrDefault(policy => policy.Source.Path == path);

    /// <summary>A file of the folder: a .policy file or an official text; null where it is none of them.</summary>
    public SourceText? SourceOf(string path) => TreeOf(path)?.Source ?? Compilation.OfficialTexts.GetValueOrDefault(path);

    /// <summary>
    /// The policy of a file as it is computed; null with the reason, for people, where it cannot be: an error in it or in a schema that it uses,
    /// which the reason names.
    /// </summary>
    public (IrPolicy? Policy, string Problem) ComputableOf(string path)
    {
        if (PolicyOf(path) is not { } bound)
            return (null, FirstError(path) is { } error ? Describe(path, error) : "这个文件里没有政策。");
        foreach (var file in bound.SchemaFiles.Prepend(path))
        {
            if (FirstError(file) is { } error)
                return (null, Describe(path, error));
        }
        return Compilation.Program.Policies.FirstOrDefault(policy => policy.Number == bound.Number) is { } found ? (found, "") : (null, "这个文件里的政策不能计算。");
    }

    private Diagnostic? FirstError(string path) =>
        Compilation.Diagnostics.FirstOrDefault(finding => finding.Severity == Severity.Error && finding.Source.Path == path);

    private static string Describe(string path, Diagnostic error)
    {
        var place = $"{(error.Source.Path == path ? "" : error.Source.Path[(error.Source.Path.LastIndexOf('/') + 1)..] + " ")}第 {error.Source.PositionOf(error.Span.Start).Line + 1} 行";
        return $"有错误，改正以后才能计算。{place}：{error.Code} {error.Message}";
    }

    /// <summary>The findings of a file, without those of its 算例.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsOf(string path) => [.. Policies.Diagnostics.Where(finding => finding.Source.Path == path)];
}
