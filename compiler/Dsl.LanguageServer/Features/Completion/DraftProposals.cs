// Blocks drafted from the official text: the header of a new file, and the sentences that no block quotes yet.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>
/// Proposals at the margin that a document itself makes. They are first drafts: the user settles facts and doubts.
/// </summary>
internal static class DraftProposals
{
    /// <summary>So many blocks are proposed: those after the last quoted sentence.</summary>
    private const int MostBlocks = 4;

    private const int MostTexts = 12;

    private const string Source = "由原文起草";

    public static IEnumerable<Candidate> For(CompletionInputs inputs, int group)
    {
        var (snapshot, tree) = (inputs.Snapshot, inputs.Place.Tree);
        if (snapshot.PolicyOf(tree.Source.Path) is { } policy)
            return policy.OfficialTextPath is { } path && snapshot.SourceOf(path) is { } source
                ? Blocks(inputs, SourceCoverage.Of(policy, source, snapshot.Model.Parameters), group)
                : [];
        return tree.Root.Blocks.Any(static block => block is not ErrorBlock) ? [] : Headers(inputs, group);
    }

    /// <summary>
    /// The blocks that a part of the official text of a policy drafts; null where the text is no part of it, or drafts none.
    /// </summary>
    /// <param name="snapshot">The folder.</param>
    /// <param name="file">The file of the policy.</param>
    /// <param name="part">The part, within one paragraph.</param>
    public static string? Of(Snapshot snapshot, string file, string part)
    {
        if (snapshot.PolicyOf(file)?.OfficialTextPath is not { } path || snapshot.SourceOf(path) is not { } source
            || source.Content.IndexOf(part, StringComparison.Ordinal) is not (>= 0 and var start)
            || snapshot.Texts.DraftOf(source.Content, PathText.Relative(file, path)) is not { } draft)
            return null;
        var document = new OfficialDocument(source);
        var blocks = draft.Policy.Root.Blocks.Where(block => block is NumberedBlock && Places(document, block) is { Count: > 0 } places
            && places[^1].Start >= start && places[^1].End <= start + part.Length);
        return string.Join('\n', blocks.Select(block => Written(draft, block))) is { Length: > 0 } text ? text : null;
    }

    /// <summary>In an empty file: the header that each text of the folder gives.</summary>
    private static IEnumerable<Candidate> Headers(CompletionInputs inputs, int group)
    {
        var taken = inputs.Snapshot.Compilation.OfficialTexts.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var path in OfficialTexts.Below(inputs.Snapshot.Root).Where(path => !taken.Contains(path)).Take(MostTexts))
        {
            var shown = inputs.Relative(path);
            if (inputs.Snapshot.Texts.Read(path) is not { } text || inputs.Snapshot.Texts.DraftOf(text, shown) is not { } draft
                || draft.Policy.Root.Blocks.OfType<PolicyBlock>().FirstOrDefault() is not { } header)
                continue;
            // What the document cannot say: the data definitions of the folder.
            var used = inputs.SchemaFiles.Select(static file => $"  使用     {file}\n");
            yield return Candidate($"政策 {draft.Title}", $"首部，{Source} {shown}", Written(draft, header) + string.Concat(used), group);
        }
    }

    private static IEnumerable<Candidate> Blocks(CompletionInputs inputs, SourceCoverage coverage, int group)
    {
        if (inputs.Snapshot.Texts.DraftOf(coverage.Source.Content, inputs.Relative(coverage.Source.Path)) is not { } draft)
            return [];
        var document = new OfficialDocument(coverage.Source);
        var here = inputs.Place.Offset;
        var last = coverage.Quoted.Where(stretch => stretch.Block.Span.Start < here).Select(static stretch => stretch.Span.End)
            .DefaultIfEmpty(0).Last();
        var quoting = draft.Policy.Root.Blocks.Where(static block => block is not (PolicyBlock or ErrorBlock))
            .Select(block => (Block: block, Places: Places(document, block)))
            .Where(entry => entry.Places.Exists(place => HasUnquoted(coverage, place)))
            .OrderBy(entry => entry.Places[0].Start < last).ThenBy(static entry => entry.Places[0].Start)
            .Take(MostBlocks)
            .Select(static entry => entry.Block);
        // Data definitions quote nothing: those that nothing defines yet.
        var defined = inputs.Snapshot.Model.Subjects
            .SelectMany(static subject => subject.Details.Select(static detail => detail.Name).Prepend(subject.Name))
            .ToHashSet(StringComparer.Ordinal);
        var tables = draft.Policy.Root.Blocks.Where(block => (block as DataBlock)?.Name.Value is { } data && !defined.Contains(data)
            || (block as DetailBlock)?.Name.Value is { } detail && !defined.Contains(detail));
        return quoting.Concat(tables).Select(block => Candidate(Label(block), Source, Written(draft, block), group));
    }

    /// <summary>Whether a part of the text has words that no block quotes yet: a paragraph may be half written.</summary>
    private static bool HasUnquoted(SourceCoverage coverage, TextSpan place)
    {
        var start = place.Start;
        foreach (var stretch in coverage.Quoted.Select(static stretch => stretch.Span)
            .Where(span => span.Start < place.End && span.End > place.Start))
        {
            if (HasWords(start, stretch.Start))
                return true;
            start = Math.Max(start, stretch.End);
        }
        return HasWords(start, place.End);

        bool HasWords(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (char.IsLetterOrDigit(coverage.Source.Content[i]))
                    return true;
            }
            return false;
        }
    }

    private static List<TextSpan> Places(OfficialDocument document, BlockSyntax block) =>
        [.. block.LinesOf<QuoteLine>().SelectMany(static line => line.Quotes)
            .SelectMany(quote => document.FindPieces(new Quotation(quote)))];

    private static string Label(BlockSyntax block) =>
        block is NumberedBlock numbered
            ? $"{BlockNames.NameOf(block)} {numbered.Title.Value.Trim()}".Trim()
            : BlockNames.NameOf(block) ?? block.Keyword?.Value ?? "";

    private static string Written(DraftedText draft, BlockSyntax block) => draft.Policy.Source[block.Span].Trim('\n') + "\n";

    private static Candidate Candidate(string label, string detail, string text, int group) => new(label, CandidateKind.Text, group)
    {
        Detail = detail, Documentation = $"```policy\n{text}```", Insert = text,
    };
}
