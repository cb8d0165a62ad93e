// At the start of a line: the keywords of the block, headers of blocks, whole clauses.
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals at the start of a line.</summary>
internal static class LineProposals
{
    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        // Lines of a block are indented: at the margin a block begins.
        var (lines, headers) = place.IsAtMargin && place.Typed.Length == 0 ? (1, 0) : (0, 1);
        var bare = place.BlockKind == BlockKinds.Scope ? names.Subject?.Fields ?? (IReadOnlyList<FieldSymbol>)[] : [];
        // In an empty file nothing else is wanted than a header.
        var drafts = DraftProposals.For(inputs, place.Block is null ? -1 : headers);
        var blocks = Headers(place, names, headers).Concat(drafts).Concat(ClauseSnippets.For(inputs, headers))
            .Select(static candidate => candidate with { IsAtMargin = true });
        return [.. Keywords(place, lines), .. blocks, .. bare.Select(static field => ExpressionProposals.Fact(field, 2))];
    }

    private static IEnumerable<Candidate> Keywords(CompletionPlace place, int group)
    {
        var present =
            place.Block?.Lines.Where(line => line.Span.Start != place.Word.Start).Select(static line => line.Keyword?.Value ?? "")
                .Select(SyntaxFacts.CanonicalKeyword).ToHashSet(StringComparer.Ordinal)
            ?? [];
        var keywords = SyntaxFacts.LineKeywords
            .Where(keyword => (keyword.Within & place.BlockKind) != 0 && (keyword.Repeatable || !present.Contains(keyword.Word)));
        // Writing a block downwards: what comes after the last line that is there goes before what was passed over.
        var last = place.Block?.Lines.LastOrDefault(line => line.Span.Start < place.Word.Start)?.Keyword?.Value is { } word
            ? Array.IndexOf(Order, SyntaxFacts.CanonicalKeyword(word))
            : -1;
        foreach (var keyword in keywords
            .OrderBy(keyword => Array.IndexOf(Order, keyword.Word) is var own && own >= last ? own : own + Order.Length))
            yield return Keyword(keyword, group);
        if (place.BlockKind == BlockKinds.Clause && !present.Contains("范围"))
            yield return new Candidate("范围 不限", CandidateKind.Keyword, group) { Documentation = SyntaxFacts.ScopeUnlimited.Summary };
    }

    private static string[] Order { get; } = [.. SyntaxFacts.LineKeywords.Select(static keyword => keyword.Word)];

    private static Candidate Keyword(LineKeyword keyword, int group) => new(keyword.Word, CandidateKind.Keyword, group)
    {
        Documentation = keyword.Summary,
        Insert = keyword.Word + keyword.Shape switch
        {
            LineForm.Award => " = ",
            _ when keyword.Form == WordsForm.Nothing && keyword.Shape == LineForm.Words => "",
            _ => " ",
        },
        Snippet = keyword.Shape == LineForm.Quotes ? keyword.Word + " 「$1」" : null,
    };

    private static IEnumerable<Candidate> Headers(CompletionPlace place, NamesInSight names, int group)
    {
        var isSchema = place.Block is ListBlock or DataBlock or DetailBlock;
        foreach (var keyword in SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens != BlockKinds.None))
        {
            var isOfSchema = (keyword.Opens & (BlockKinds.List | BlockKinds.Data | BlockKinds.Detail)) != 0;
            if (keyword.Opens == BlockKinds.Policy && names.Policy is not null)
                continue;
            yield return new Candidate(keyword.Word, CandidateKind.Keyword,
                group + (isOfSchema != isSchema && place.Block is not null ? 3 : 0))
                { Documentation = keyword.Summary, Insert = keyword.Word + " " };
        }
    }
}
