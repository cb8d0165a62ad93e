// In the header of a block, after its keyword.
using Dsl.Syntax;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

internal static class HeaderProposals
{
    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        return place.BlockKind switch
        {
            BlockKinds.Example or BlockKinds.Invariant when place.Before.Count == 1 =>
                SyntaxFacts.TargetKinds.Select(static kind => new Candidate(kind, CandidateKind.Keyword) { Insert = kind + " " }),
            BlockKinds.Example or BlockKinds.Invariant when place.Before.Count == 2 =>
                Numbers(place.Tree, place.Before[1].Value, place.Word.Start),
            BlockKinds.Invariant => ExpressionProposals.For(inputs),
            BlockKinds.Scope when place.Before.Count == 1 =>
                [.. names.Subjects.Select(static subject => new Candidate(subject.Name, CandidateKind.Class)),
                    .. WithinClause(place)
                        ? [new Candidate(SyntaxFacts.Unlimited, CandidateKind.Keyword)
                            { Documentation = SyntaxFacts.ScopeUnlimited.Summary }]
                        : Array.Empty<Candidate>()],
            BlockKinds.Detail => Detail(place, names),
            BlockKinds.Parameter => Parameter(inputs),
            BlockKinds.List when place.Before.Count == 2 => [FixedWords.Equal],
            _ => [],
        };
    }

    /// <summary>The numbers of blocks of a kind with their titles, the nearest above a place first.</summary>
    public static IEnumerable<Candidate> Numbers(SyntaxTree tree, string kind, int offset)
    {
        var blocks =
            tree.Root.Blocks.OfType<NumberedBlock>().Where(block => block.Keyword?.Value == kind && !block.Number.IsMissing).ToList();
        var above = blocks.Count(block => block.Span.Start < offset);
        return Enumerable.Reverse(blocks.Take(above)).Concat(blocks.Skip(above))
            .Select(block => new Candidate(block.Number.Value, CandidateKind.Reference)
                { Detail = block.Title.Value.Trim(), Keywords = block.Title.Value.Trim() });
    }

    // 范围 opens a block; whether it is meant as a line of the clause above, only its 不限 says.
    private static bool WithinClause(CompletionPlace place) =>
        place.Tree.Root.Blocks.LastOrDefault(block => block.Span.Start < (place.Block?.Span.Start ?? 0))
            is NumberedBlock { Keyword.Value: "条款" };

    private static IEnumerable<Candidate> Detail(CompletionPlace place, NamesInSight names) => place.Before.Count switch
    {
        2 => [new Candidate("属于", CandidateKind.Keyword) { Insert = "属于 " }],
        3 => names.Subjects.Select(static subject => new Candidate(subject.Name, CandidateKind.Class)),
        4 =>
        [
            new Candidate("计量", CandidateKind.Keyword)
                { Insert = "计量 ", Documentation = "一行算一件：2万元/件 就是每行 2 万元。" },
            new Candidate(SyntaxFacts.ByYear, CandidateKind.Keyword) { Documentation = Hover.YearText.ByYear },
        ],
        5 when place.Previous is not { Value: SyntaxFacts.ByYear } => Units.Words
            .Where(static word => Units.Find(word)?.Kind == UnitKind.Counting)
            .Select(static word => new Candidate(word, CandidateKind.Unit)),
        _ => [],
    };

    private static IEnumerable<Candidate> Parameter(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        if (place.Before.Any(static token => token.Kind == SyntaxKind.Equals))
        {
            return place.Previous is { Kind: SyntaxKind.DateLiteral } ? [new Candidate("起", CandidateKind.Keyword) { Insert = "起 " }]
                : ExpressionProposals.Values(ExpressionProposals.Wanted(place, names), names);
        }
        return place.Previous switch
        {
            { Kind: SyntaxKind.Colon } => [.. FixedWords.Types, .. DeclarationProposals.Lists(names)],
            _ when place.Before.Count > 3 =>
                [FixedWords.Equal, new Candidate("外部", CandidateKind.Keyword) { Documentation = "测算时由外部给出。" }],
            _ => [],
        };
    }
}
