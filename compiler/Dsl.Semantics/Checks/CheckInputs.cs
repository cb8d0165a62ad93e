// What the checks of one run look at together: the checks run at the same time, so everything here may be asked for by several threads.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>The bound policies with the texts of their documents, and what is read out of both once for all checks.</summary>
public sealed class CheckInputs
{
    private readonly HashSet<string> _broken;
    private readonly Dictionary<string, Lazy<OfficialDocument>> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<BoundPolicy, Lazy<ImmutableArray<CitedBlock>>> _cited = new(ReferenceEqualityComparer.Instance);

    /// <summary>Puts the inputs together.</summary>
    /// <param name="model">The bound policies.</param>
    /// <param name="officialTexts">The texts of the documents by path.</param>
    /// <param name="before">What the stages before found.</param>
    public CheckInputs(BoundModel model, IReadOnlyDictionary<string, SourceText> officialTexts, IEnumerable<Diagnostic> before)
    {
        Model = model;
        _broken = before.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Source.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, text) in officialTexts)
            _documents.Add(path, new(() => new OfficialDocument(text)));
    }

    /// <summary>Symbols and bound policies, also of files with errors.</summary>
    public BoundModel Model { get; }

    /// <summary>Whether no error stands in a policy's file and in the schema files that it uses: then every use of a name was seen.</summary>
    public bool IsSound(BoundPolicy policy) => !_broken.Contains(policy.Source.Path) && !policy.SchemaFiles.Any(_broken.Contains);

    /// <summary>The document of a policy; null where it is not at hand (reported by the binder).</summary>
    public OfficialDocument? DocumentOf(BoundPolicy policy) =>
        policy.OfficialTextPath is { } path && _documents.TryGetValue(path, out var document) ? document.Value : null;

    /// <summary>The blocks of a policy that quote the document, in the order of the file, with the figures of both sides.</summary>
    public ImmutableArray<CitedBlock> CitedBlocksOf(BoundPolicy policy) =>
        _cited.GetOrAdd(policy, policy => new(() => [.. CitedBlock.Of(policy, Model.Parameters)])).Value;
}
