// What the checks of one run look at together: the checks run at the same time, so everything here may be asked for by several threads.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dsl.Values.Text;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Framework;

/// <summary>The bound policies with the texts of their documents, and what is read out of both once for all checks.</summary>
public sealed class CheckInputs
{
    private readonly HashSet<string> _broken;
    private readonly Dictionary<string, Lazy<OfficialDocument>> _documents;
    private readonly ConcurrentDictionary<BoundPolicy, Lazy<ImmutableArray<CitedBlock>>> _cited = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<IReadOnlySet<string>> _members;
    private readonly Lazy<IReadOnlySet<string>> _matters;
    private readonly Lazy<IReadOnlySet<ParameterSymbol>> _parameters;
    private readonly Lazy<IReadOnlyDictionary<string, ParameterSymbol>> _byName;
    private readonly CheckedBlocks? _checked;

    /// <summary>Puts the inputs together.</summary>
    /// <param name="model">The bound policies.</param>
    /// <param name="officialTexts">The texts of the documents by path.</param>
    /// <param name="before">What the stages before found.</param>
    public CheckInputs(BoundModel model, IReadOnlyDictionary<string, SourceText> officialTexts, IEnumerable<Diagnostic> before)
    {
        Model = model;
        _broken = before.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Source.Path)
            .ToHashSet(StringComparer.Ordinal);
        _documents = officialTexts.ToDictionary(static text => text.Key,
            static text => new Lazy<OfficialDocument>(() => OfficialDocument.Of(text.Value)), StringComparer.Ordinal);
        _matters = new(() => BenefitItemWords.ToHashSet(Identity.Comparer));
        _members = new(() => model.Lists.SelectMany(static list => list.Type.Members).ToHashSet(Identity.Comparer));
        _parameters = new(() => model.Policies.SelectMany(CheckedBlock.ParametersOf).ToHashSet());
        _byName = new(() => model.Parameters.DistinctBy(static parameter => parameter.Name)
            .ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal));
    }

    private CheckInputs(CheckInputs whole, BoundPolicy part)
    {
        Model = whole.Model with { Policies = [part] };
        (_broken, _documents, _matters, _members, _parameters, _byName, _checked) =
            (whole._broken, whole._documents, whole._matters, whole._members, whole._parameters, whole._byName, whole._checked);
    }

    private CheckInputs(
        CheckInputs whole, IReadOnlySet<string> matters, CheckedBlocks known, Func<IReadOnlySet<ParameterSymbol>> parameters)
    {
        (Model, _checked) = (whole.Model, known);
        (_broken, _documents, _members, _byName) = (whole._broken, whole._documents, whole._members, whole._byName);
        _matters = new(matters);
        _parameters = new(parameters);
    }

    /// <summary>Symbols and bound policies, also of files with errors.</summary>
    public BoundModel Model { get; }

    /// <summary>The 事项 of all clauses.</summary>
    public IReadOnlySet<string> BenefitItems => _matters.Value;

    /// <summary>The same as they are written, clause by clause.</summary>
    internal IEnumerable<string> BenefitItemWords =>
        Model.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.BenefitItem).OfType<string>();

    /// <summary>The values of all 名录.</summary>
    public IReadOnlySet<string> ListMembers => _members.Value;

    /// <summary>The 参数 that are named anywhere.</summary>
    public IReadOnlySet<ParameterSymbol> UsedParameters => _parameters.Value;

    /// <summary>The 参数 of a name, in whatever file; null where there is none.</summary>
    internal ParameterSymbol? FindParameter(string name) => _byName.Value.GetValueOrDefault(name);

    /// <summary>
    /// Whether no error stands in a policy's file and in the schema files that it uses: then every use of a name was seen.
    /// </summary>
    public bool IsSound(BoundPolicy policy) => !_broken.Contains(policy.Source.Path) && !policy.SchemaFiles.Any(_broken.Contains);

    /// <summary>The document of a policy; null where it is not at hand (reported by the binder).</summary>
    public OfficialDocument? DocumentOf(BoundPolicy policy) =>
        policy.OfficialTextPath is { } path && _documents.TryGetValue(path, out var document) ? document.Value : null;

    /// <summary>The blocks of a policy that quote the document, in the order of the file, with the figures of both sides.</summary>
    public ImmutableArray<CitedBlock> CitedBlocksOf(BoundPolicy policy) =>
        _cited.GetOrAdd(policy, policy => new(() => policy.Blocks.Any(block => Checked(block) is not null)
            ? [.. policy.Blocks.Select(block => Checked(block)?.Cited).OfType<CitedBlock>()]
            : [.. CitedBlock.Of(policy, FindParameter)])).Value;

    /// <summary>The same with what is kept from earlier runs.</summary>
    /// <param name="matters">The 事项 of all clauses, the very same set as long as they are the same.</param>
    /// <param name="known">The blocks that were checked.</param>
    /// <param name="parameters">The 参数 that they name, once all were.</param>
    internal CheckInputs With(IReadOnlySet<string> matters, CheckedBlocks known, Func<IReadOnlySet<ParameterSymbol>> parameters) =>
        new(this, matters, known, parameters);

    /// <summary>The same for a part of a policy alone; what is read out of all policies stays what it is.</summary>
    internal CheckInputs Of(BoundPolicy part) => new(this, part);

    private CheckedBlock? Checked(BoundBlock block) => _checked?[block];
}
