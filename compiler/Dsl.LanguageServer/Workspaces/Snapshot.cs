// The policies of one folder at one moment. Read by any thread once it is settled, before that until a text of the folder changes.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>A folder of policies (or a single file without one).</summary>
/// <param name="Root">The folder, absolute, with forward slashes.</param>
/// <param name="Policies">The policies and what belongs to them.</param>
/// <param name="Versions">The versions that the editor gave its open files.</param>
/// <param name="Today">Today, for features that compute; the 测算日 of policy.json goes before.</param>
/// <param name="Texts">Official texts of the folder, also those that no policy names yet.</param>
internal sealed record Snapshot(string Root, LoadedPolicies Policies, ImmutableDictionary<string, int?> Versions, DateOnly Today,
    OfficialTexts Texts)
{
    private readonly Lazy<ImmutableDictionary<string, SyntaxTree>> _trees =
        new(() => Policies.Compilation.Trees.ToImmutableDictionary(static tree => tree.Source.Path, StringComparer.Ordinal));

    private readonly Lazy<Compilation> _computable = new(() => SoundParts.Of(Policies.Compilation));

    private readonly Lazy<Occurrences> _names = new(() => new Occurrences(Policies.Compilation.Model));

    private volatile bool _isSettled;

    public Compilation Compilation => Policies.Compilation;

    /// <summary>
    /// What features compute with: as much of the policies as has no error. Places are those of <see cref="Compilation"/>.
    /// </summary>
    public Compilation Computable => _computable.Value;

    /// <summary>The 算例 of <see cref="Computable"/> whose result is not the expected one.</summary>
    public ImmutableArray<Diagnostic> ExampleFindings =>
        [.. Computable.ExampleFindings.Select(finding => finding with { Source = SourceOf(finding.Source.Path) ?? finding.Source })];

    /// <summary>Whether <see cref="ExampleFindings"/> are known already: computing them takes a while.</summary>
    public bool HasExampleFindings => _computable.IsValueCreated && Computable.HasExampleFindings;

    /// <summary>All findings, with those of the 算例, by path and place.</summary>
    public ImmutableArray<Diagnostic> AllFindings =>
        [.. Policies.Diagnostics.Concat(ExampleFindings).OrderBy(static finding => finding.Source.Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Span.Start)];

    /// <summary>The version that the editor gave an open file; null where it gave none or the file is not open.</summary>
    public int? VersionOf(string path) => Versions.GetValueOrDefault(path);

    /// <summary>
    /// Computes all that versions of the texts hand on to one another. Until then only the thread that changes the texts may ask for it,
    /// afterwards any thread, whatever is changed: but a symbol's own text may be that of a later version (<see cref="TextOf"/>).
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public void Settle(CancellationToken cancellation)
    {
        Compilation.Check(cancellation);
        _ = Compilation.Program;
        _isSettled = true;
    }

    /// <summary>Whether <see cref="Settle"/> has ended.</summary>
    public bool IsSettled => _isSettled;

    /// <summary>The same texts, compiled without anything of other versions.</summary>
    public Snapshot CompiledAnew() => new(Root, Policies with
    {
        Compilation =
            Compilation.Create(Compilation.Trees, Compilation.OfficialTexts.Values).ApplyConfiguration(Compilation.Configuration),
    }, Versions, Today, Texts);

    /// <summary>Computes <see cref="ExampleFindings"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public void CheckExamples(CancellationToken cancellation) => Computable.CheckExamples(cancellation);

    /// <summary>Symbols and bound policies.</summary>
    public BoundModel Model => Compilation.Model;

    /// <summary>Every name and what it stands for.</summary>
    public Occurrences Names => _names.Value;

    /// <summary>The tree of a file; null where the file is none of the folder's.</summary>
    public SyntaxTree? TreeOf(string path) => _trees.Value.GetValueOrDefault(path);

    /// <summary>The bound policy of a file; null for a schema file.</summary>
    public BoundPolicy? PolicyOf(string path) => Model.Policies.FirstOrDefault(policy => policy.Source.Path == path);

    /// <summary>The text that declares a symbol, in this version.</summary>
    public SourceText TextOf(Symbol symbol) => SourceOf(symbol.Source.Path) ?? symbol.Source;

    /// <summary>A file of the folder: a .policy file or an official text; null where it is none of them.</summary>
    public SourceText? SourceOf(string path) => TreeOf(path)?.Source ?? Compilation.OfficialTexts.GetValueOrDefault(path);

    /// <summary>
    /// The policy of a file as it is computed, without the blocks that hold an error;
    /// null with the reason, for people, where it cannot be: an error in its head or in a schema that it uses, which the reason names.
    /// </summary>
    public (IrPolicy? Policy, string Problem) ComputableOf(string path)
    {
        if (PolicyOf(path) is not { } bound)
            return (null, FirstError(path) is { } error ? Describe(path, error) : "这个文件里没有政策。");
        if (Computable.Program.Policies.FirstOrDefault(policy => policy.Number == bound.Number) is { } found)
            return (found, "");
        return (null, bound.SchemaFiles.Prepend(path).Select(FirstError).FirstOrDefault(static error => error is not null) is { } first
            ? Describe(path, first)
            : "这个文件里的政策不能计算。");
    }

    /// <summary>
    /// Why a block is left out of what can be computed: the first error in the first span that has one, else of the file;
    /// empty where there is none.
    /// </summary>
    public string ProblemWithin(string path, params ReadOnlySpan<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            if (Errors(path).FirstOrDefault(finding => finding.Span.Start >= span.Start && finding.Span.Start <= span.End) is { } within)
                return Describe(path, within);
        }
        return FirstError(path) is { } error ? Describe(path, error) : "";
    }

    private IEnumerable<Diagnostic> Errors(string path) =>
        Compilation.Diagnostics.Where(finding => finding.Severity == Severity.Error && finding.Source.Path == path);

    private Diagnostic? FirstError(string path) => Errors(path).FirstOrDefault();

    private static string Describe(string path, Diagnostic error)
    {
        var place = $"{(error.Source.Path == path ? "" : PathText.NameOf(error.Source.Path) + " ")}第 "
            + $"{error.Source.PositionOf(error.Span.Start).Line + 1} 行";
        return $"有错误，改正以后才能计算。{place}：{error.Code} {error.Message}";
    }

    /// <summary>The findings of a file, without those of its 算例.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsOf(string path) => [.. Policies.Diagnostics.Where(finding => finding.Source.Path == path)];
}
