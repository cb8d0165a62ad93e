// Caps: the words after an amount, and the clauses of 合计上限.
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals on lines of caps.</summary>
internal static class CapProposals
{
    /// <summary>合计上限 条款 2、3 不超过 100万元 先 条款 2.</summary>
    public static IEnumerable<Candidate> ForJointCap(CompletionInputs inputs)
    {
        var place = inputs.Place;
        var (before, words) = (place.Before, place.Before.Skip(1).Where(static token => token.Kind == SyntaxKind.Word).ToList());
        var clause = Word(SyntaxFacts.ClauseKind);
        if (!before.Any(static token => token.Kind == SyntaxKind.LessOrEqual))
            return words.Count == 0 ? [clause, Word(CapWords.AllClauses)]
                : words[0].Value == SyntaxFacts.ClauseKind ? [.. Numbers(inputs, words), Word(CapWords.NotOver)] : [Word(CapWords.NotOver)];
        var first = words.FindIndex(static word => word.Value == CapWords.PaidFirst);
        if (first >= 0)
            return first == words.Count - 1 ? [clause] : Numbers(inputs, words[(first + 1)..]);
        return place.Previous is { Kind: var last } && SyntaxFacts.EndsOperand(last)
            ? [.. ExpressionProposals.For(inputs), Word(CapWords.InProportion), Word(CapWords.PaidFirst) with { Insert = "先 条款 " }]
            : ExpressionProposals.For(inputs);
    }

    /// <summary>按比例 after the amount of 单位上限, 每行 after that of 累计上限, where there are rows; null elsewhere.</summary>
    public static Candidate? MannerOf(CompletionPlace place) =>
        place.Previous is not { Kind: var last } || !SyntaxFacts.EndsOperand(last)
        || place.Block is not NumberedBlock block || !block.LinesOf("每个").Any() ? null
        : place.Keyword?.Word switch
        {
            "单位上限" => Word(CapWords.InProportion),
            "累计上限" => Word(CapWords.EachRow),
            _ => null,
        };

    private static IEnumerable<Candidate> Numbers(CompletionInputs inputs, List<SyntaxToken> taken) =>
        HeaderProposals.Numbers(inputs.Place.Tree, SyntaxFacts.ClauseKind, inputs.Place.Word.Start)
            .Where(candidate => taken.TrueForAll(word => word.Value != candidate.Label));

    private static Candidate Word(string word) => new(word, CandidateKind.Keyword) { Insert = word + " " };
}
