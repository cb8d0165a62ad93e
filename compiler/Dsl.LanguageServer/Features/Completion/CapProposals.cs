// Caps: the words after an amount, and the clauses of 合计上限.
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

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

    /// <summary>竞合 条款 1、2 只给一项; 择一 条款 1、2 依 选择方式; 条款 1 与 条款 2 不重复享受.</summary>
    public static IEnumerable<Candidate> ForExclusion(CompletionInputs inputs, List<string> taken)
    {
        var clause = Word(SyntaxFacts.ClauseKind);
        var numbers = HeaderProposals.Numbers(inputs.Place.Tree, SyntaxFacts.ClauseKind, inputs.Place.Word.Start)
            .Where(candidate => !taken.Contains(candidate.Label));
        return taken switch
        {
            [] => [clause, Word(ExclusionWords.Choice)],
            [.., ExclusionWords.ChosenBy] => inputs.Names.Subjects.SelectMany(static subject => subject.Fields)
                .Where(static field => field.Type is EnumType or TextType)
                .Select(static field => new Candidate(field.Name, CandidateKind.Field)),
            [.., ExclusionWords.With] or [ExclusionWords.Choice] => [clause],
            [.., SyntaxFacts.ClauseKind] => numbers,
            [ExclusionWords.Choice, SyntaxFacts.ClauseKind, ..] => [.. numbers, Word(ExclusionWords.ChosenBy)],
            [SyntaxFacts.ClauseKind, .. var rest] when rest.Contains(ExclusionWords.With) => [.. numbers, Last(ExclusionWords.NotBoth)],
            [SyntaxFacts.ClauseKind, ..] when !taken.Exists(static word => word is ExclusionWords.OnlyOne or ExclusionWords.StepUp
                    or ExclusionWords.Higher or ExclusionWords.NotBoth) =>
                [.. numbers, Last(ExclusionWords.OnlyOne), Last(ExclusionWords.StepUp), Last(ExclusionWords.Higher),
                    Word(ExclusionWords.With)],
            _ => [],
        };
    }

    private static Candidate Last(string word) => new(word, CandidateKind.Keyword);

    private static IEnumerable<Candidate> Numbers(CompletionInputs inputs, List<SyntaxToken> taken) =>
        HeaderProposals.Numbers(inputs.Place.Tree, SyntaxFacts.ClauseKind, inputs.Place.Word.Start)
            .Where(candidate => taken.TrueForAll(word => word.Value != candidate.Label));

    private static Candidate Word(string word) => new(word, CandidateKind.Keyword) { Insert = word + " " };
}
