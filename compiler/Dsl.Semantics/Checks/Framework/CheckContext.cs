// What one check sees, and where it puts what it finds.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Framework;

/// <summary>The inputs of a run with the findings of one check, or of several that were put together.</summary>
/// <param name="inputs">What all checks of the run look at.</param>
public sealed class CheckContext(CheckInputs inputs)
{
    private readonly Dictionary<SourceText, ImmutableArray<Diagnostic>.Builder> _found = [];

    /// <summary>Symbols and bound policies, also of files with errors.</summary>
    public BoundModel Model => inputs.Model;

    /// <summary>What was found so far: file by file, in the order found.</summary>
    public ImmutableArray<Diagnostic> Found => [.. _found.Values.SelectMany(static found => found)];

    /// <inheritdoc cref="CheckInputs.IsSound"/>
    public bool IsSound(BoundPolicy policy) => inputs.IsSound(policy);

    /// <inheritdoc cref="CheckInputs.BenefitItems"/>
    public IReadOnlySet<string> BenefitItems => inputs.BenefitItems;

    /// <inheritdoc cref="CheckInputs.ListMembers"/>
    public IReadOnlySet<string> ListMembers => inputs.ListMembers;

    /// <inheritdoc cref="CheckInputs.UsedParameters"/>
    public IReadOnlySet<ParameterSymbol> UsedParameters => inputs.UsedParameters;

    /// <inheritdoc cref="CheckInputs.DocumentOf"/>
    public OfficialDocument? DocumentOf(BoundPolicy policy) => inputs.DocumentOf(policy);

    /// <inheritdoc cref="CheckInputs.CitedBlocksOf"/>
    public ImmutableArray<CitedBlock> CitedBlocksOf(BoundPolicy policy) => inputs.CitedBlocksOf(policy);

    /// <summary>Every clause with its policy.</summary>
    public IEnumerable<(BoundPolicy Policy, BoundClause Clause)> Clauses
    {
        get
        {
            foreach (var policy in Model.Policies)
            {
                foreach (var clause in policy.Clauses)
                    yield return (policy, clause);
            }
        }
    }

    /// <summary>Every policy whose document is at hand.</summary>
    public IEnumerable<(BoundPolicy Policy, OfficialDocument Document)> Documents
    {
        get
        {
            foreach (var policy in Model.Policies)
            {
                if (DocumentOf(policy) is { } document)
                    yield return (policy, document);
            }
        }
    }

    /// <summary>Every block that quotes the document, with its policy.</summary>
    public IEnumerable<(BoundPolicy Policy, CitedBlock Block)> CitedBlocks
    {
        get
        {
            foreach (var policy in Model.Policies)
            {
                foreach (var block in CitedBlocksOf(policy))
                    yield return (policy, block);
            }
        }
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

    /// <summary>
    /// Adds what another check found, as if it had reported here: a file that is full stays full, and the finding that says so stands
    /// where the first one was left out.
    /// </summary>
    public void ReportAll(CheckContext other)
    {
        foreach (var finding in other.Found)
            Report(finding);
    }

    /// <summary>Whether no more findings of a file are kept, so that a check may leave the rest of it alone.</summary>
    public bool IsFull(SourceText source) => _found.TryGetValue(source, out var found) && found.Count > DiagnosticSink.Limit;
}
