// What a check sees, and where it puts what it finds.
using System.Collections.Immutable;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>The bound policies with the texts of their documents.</summary>
public sealed class CheckContext
{
    private readonly IReadOnlyDictionary<string, SourceText> _officialTexts;
    private readonly Dictionary<string, OfficialDocument> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken;
    private readonly Dictionary<SourceText, ImmutableArray<Diagnostic>.Builder> _found = [];

    /// <summary>Makes a context.</summary>
    /// <param name="model">The bound policies.</param>
    /// <param name="officialTexts">The texts of the documents by path.</param>
    /// <param name="before">What the stages before found.</param>
    public CheckContext(BoundModel model, IReadOnlyDictionary<string, SourceText> officialTexts, IEnumerable<Diagnostic> before)
    {
        Model = model;
        _officialTexts = officialTexts;
        _broken = before.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Source.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Symbols and bound policies, also of files with errors.</summary>
    public BoundModel Model { get; }

    /// <summary>What was found so far.</summary>
    public ImmutableArray<Diagnostic> Found => [.. _found.Values.SelectMany(static found => found)];

    /// <summary>Whether no error stands in a policy's file and in the schema files that it uses: then every use of a name was seen.</summary>
    public bool IsSound(BoundPolicy policy) => !_broken.Contains(policy.Source.Path) && !policy.SchemaFiles.Any(_broken.Contains);

    /// <summary>The document of a policy; null where it is not at hand (reported by the binder).</summary>
    public OfficialDocument? DocumentOf(BoundPolicy policy)
    {
        if (policy.OfficialTextPath is not { } path || !_officialTexts.TryGetValue(path, out var text))
            return null;
        if (!_documents.TryGetValue(path, out var document))
            _documents.Add(path, document = new OfficialDocument(text));
        return document;
    }

    /// <summary>Adds a finding.</summary>
    public void Report(Diagnostic finding)
    {
        if (!_found.TryGetValue(finding.Source, out var found))
            _found.Add(finding.Source, found = ImmutableArray.CreateBuilder<Diagnostic>());
        if (found.Count < DiagnosticSink.Limit)
            found.Add(finding);
        else if (found.Count == DiagnosticSink.Limit)
            found.Add(LexicalDiagnostics.TooMany(finding.Source, finding.Span, DiagnosticSink.Limit));
    }

    /// <summary>Whether no more findings of a file are kept, so that a check may leave the rest of it alone.</summary>
    public bool IsFull(SourceText source) => _found.TryGetValue(source, out var found) && found.Count > DiagnosticSink.Limit;
}
