// The lazy facade over the pipeline: texts in; trees, diagnostics and IR out. Reads no files.
using System.Collections.Immutable;
using Dsl.Compiler.Checks;
using Dsl.Compiler.Lowering;
using Dsl.Compiler.Passes;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Compiler;

/// <summary>
/// A set of .policy files compiled together. Each stage is computed when first asked for, and once.
/// </summary>
public sealed class Compilation
{
    private readonly Once<BoundModel> _model;
    private readonly Once<ImmutableArray<Diagnostic>> _findings;
    private readonly Once<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly Once<IrProgram> _program;
    private readonly Once<ImmutableArray<Diagnostic>> _exampleFindings;
    private readonly KeptStages? _kept;

    private Compilation(
        ImmutableArray<SyntaxTree> trees, ImmutableDictionary<string, SourceText> officialTexts, CompilationConfiguration configuration,
        Compilation? other, KeptStages? kept)
    {
        _kept = kept;
        Trees = trees;
        OfficialTexts = officialTexts;
        Configuration = configuration;
        _model = other?._model ?? new(cancellation => Binder.Bind(Trees, OfficialTexts.ContainsKey, _kept?.Binding, cancellation));
        _findings = other?._findings ?? new(RunChecks);
        _diagnostics = new(CollectDiagnostics);
        _program = new(_ => IrPasses.Run(Lower()));
        _exampleFindings = new(RunExamples);
    }

    /// <summary>The parsed files, in order of path.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>
    /// The texts of the documents (原文) by path: the path given in 原文, joined to the folder of the .policy file, with forward slashes.
    /// </summary>
    public ImmutableDictionary<string, SourceText> OfficialTexts { get; }

    /// <summary>The settings in force.</summary>
    public CompilationConfiguration Configuration { get; }

    /// <summary>Symbols and bound policies, also of files with errors.</summary>
    public BoundModel Model => _model.Get();

    /// <summary>All findings of all stages, ordered by path and place; one error is reported once.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Get();

    /// <summary>
    /// The 算例 of valid policies whose result differs from the expected one.
    /// Not part of <see cref="Diagnostics"/>: a policy with such a finding can still be computed.
    /// </summary>
    public ImmutableArray<Diagnostic> ExampleFindings => _exampleFindings.Get();

    /// <summary>Whether <see cref="ExampleFindings"/> are known already: computing them takes a while.</summary>
    public bool HasExampleFindings => _exampleFindings.IsKnown;

    /// <summary>
    /// The IR of the policies that have no errors (a policy with an error in it or in a schema that it uses is left out).
    /// </summary>
    public IrProgram Program => _program.Get();

    /// <summary>Compiles a set of texts.</summary>
    /// <param name="policies">The .policy files.</param>
    /// <param name="officialTexts">The texts of the documents by path; a policy whose 原文 is not among them is reported.</param>
    public static Compilation Create(IEnumerable<SourceText> policies, IEnumerable<SourceText> officialTexts) =>
        Create(policies.Select(SyntaxTree.Parse), officialTexts);

    /// <summary>Compiles a set of parsed files.</summary>
    /// <param name="policies">The .policy files.</param>
    /// <param name="officialTexts">The texts of the documents by path; a policy whose 原文 is not among them is reported.</param>
    /// <param name="kept">What was computed of earlier versions of the files, to be used and replaced; null where nothing is kept.</param>
    public static Compilation Create(IEnumerable<SyntaxTree> policies, IEnumerable<SourceText> officialTexts, KeptStages? kept = null) =>
        new([.. policies.OrderBy(static tree => tree.Source.Path, StringComparer.Ordinal)],
            officialTexts.ToImmutableDictionary(text => text.Path, StringComparer.Ordinal), CompilationConfiguration.Default, null, kept);

    /// <summary>The same files under other settings; nothing is parsed, bound or checked again.</summary>
    public Compilation ApplyConfiguration(CompilationConfiguration configuration) => new(Trees, OfficialTexts, configuration, this, _kept);

    /// <summary>Computes <see cref="Diagnostics"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public void Check(CancellationToken cancellation) => _diagnostics.Get(cancellation);

    /// <summary>Computes <see cref="ExampleFindings"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public void CheckExamples(CancellationToken cancellation) => _exampleFindings.Get(cancellation);

    private ImmutableArray<Diagnostic> RunChecks(CancellationToken cancellation)
    {
        // Suppressions need only the trees, so they are read in parallel with binding; of an edit they are so few that a thread costs more.
        var suppressions = _kept is null
            ? Task.Run(() => new Suppressions(Trees), CancellationToken.None)
            : Task.FromResult(new Suppressions(Trees));
        var before = Consequences.WithoutUnread(Trees, _model.Get(cancellation));
        var found = PolicyChecks.Run(suppressions, Model, OfficialTexts, before, _kept?.Checks, cancellation);
        return Named([.. before, .. Consequences.OfSoundBlocks(Trees, before, found)]);
    }

    private ImmutableArray<Diagnostic> RunExamples(CancellationToken cancellation)
    {
        _diagnostics.Get(cancellation);
        var sources = Trees.ToDictionary(static tree => tree.Source.Path, static tree => tree.Source, StringComparer.Ordinal);
        return Named([.. ExampleCheck.Run(_program.Get(cancellation), sources, cancellation).Select(Configuration.Apply)]);
    }

    /// <summary>The findings with the names of the blocks that they lie in.</summary>
    private ImmutableArray<Diagnostic> Named(ImmutableArray<Diagnostic> findings)
    {
        var trees = Trees.ToDictionary(static tree => tree.Source);
        var names = new Dictionary<SourceText, BlockNames>();
        return [.. findings.Select(finding => finding with { Block = NamesOf(finding.Source)?.At(finding.Span.Start) })];

        BlockNames? NamesOf(SourceText source)
        {
            if (!names.TryGetValue(source, out var known) && trees.TryGetValue(source, out var tree))
                names.Add(source, known = new BlockNames(tree));
            return known;
        }
    }

    private ImmutableArray<Diagnostic> CollectDiagnostics(CancellationToken cancellation) =>
        [.. _findings.Get(cancellation).Select(Configuration.Apply)
            .OrderBy(static finding => finding.Source.Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Span.Start).ThenBy(static finding => finding.Span.Length)
            .ThenBy(static finding => finding.Code, StringComparer.Ordinal)];

    private IrProgram Lower()
    {
        var broken = Diagnostics.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Source.Path)
            .ToHashSet(StringComparer.Ordinal);
        bool IsSound(Symbol symbol) => !broken.Contains(symbol.Source.Path);
        var policies = Model.Policies.Where(policy => !broken.Contains(policy.Source.Path) && !policy.SchemaFiles.Any(broken.Contains));
        var schema = new SchemaLowering(Model.Subjects, Model.Parameters, JointLowering.Choices(policies), IsSound);
        // The spelling of a 事项 is that of the clauses; examples follow it.
        foreach (var matter in policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.BenefitItem)
            .OfType<string>())
            schema.BenefitItem(matter);
        return new IrProgram(
            new IrSchema([.. Model.Lists.Where(list => IsSound(list)).Select(static list => list.Type)], schema.Subjects),
            schema.Parameters,
            [.. policies.Select(policy =>
                new PolicyLowering(policy, schema, policy.OfficialTextPath is { } path ? OfficialTexts.GetValueOrDefault(path) : null)
                    .Lower())]);
    }
}
