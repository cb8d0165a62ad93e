// 名额 and 总额 and their forms.
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Completion;

internal static class PlaceProposals
{
    /// <summary>After 名额.</summary>
    public static IEnumerable<Candidate> ForQuota(CompletionInputs inputs)
    {
        var words = Words(inputs);
        return words.Contains(PlaceWords.By) ? Order(inputs, words)
            : words switch
            {
                [] => Forms,
                ["每年"] => ExpressionProposals.For(inputs),
                [.., PlaceWords.FirstCome] => [By],
                _ => Orders,
            };
    }

    /// <summary>After 总额.</summary>
    public static IEnumerable<Candidate> ForBudget(CompletionInputs inputs)
    {
        var words = Words(inputs);
        return words.Contains(PlaceWords.By) ? Order(inputs, words)
            : words switch
            {
                [] => ExpressionProposals.For(inputs),
                [.., PlaceWords.Excess] => Modes,
                [.., PlaceWords.FirstCome] => [By],
                [.., PlaceWords.Postponed] => Orders,
                _ => Modes.Select(static mode => mode with
                {
                    Label = $"{PlaceWords.Excess} {mode.Label}", Insert = $"{PlaceWords.Excess} {mode.Label}",
                }),
            };
    }

    private static List<string> Words(CompletionInputs inputs) =>
        [.. inputs.Place.Before.Skip(1).Select(static token => token.Value)];

    private static IEnumerable<Candidate> Order(CompletionInputs inputs, List<string> words) =>
        words[^1] == PlaceWords.By ? ExpressionProposals.For(inputs)
        : words.Contains(PlaceWords.FirstCome) ? []
        : [Word("从高", "从高", "大的在先。"), Word("从低", "从低", "小的、早的在先。")];

    private static Candidate By { get; } = Word(PlaceWords.By, PlaceWords.By + " ", "按什么排先后。");

    private static IEnumerable<Candidate> Orders { get; } =
        [By, Word("先到先得 按", "先到先得 按 ", "日期早的在先。")];

    private static IEnumerable<Candidate> Modes { get; } =
    [
        Word("按比例压缩", "按比例压缩", "合计超过总额的，各主体按同一比例减少。"),
        Word(PlaceWords.Postponed, PlaceWords.Postponed + " ", "排在前面的给足，给不下的和后面的本年不给。"),
    ];

    private static IEnumerable<Candidate> Forms { get; } =
    [
        new("每年 10家 按 得分 从高", CandidateKind.Value, 1)
            { Snippet = "每年 ${1:10家} 按 ${2:得分} 从高", Documentation = "每年只给排在前面的几家；并列在线上的待核定。" },
        new("10家 先到先得 按 申报时间", CandidateKind.Value, 1)
            { Snippet = "${1:10家} 先到先得 按 ${2:申报时间}", Documentation = "各年加起来只给这么多家，早的在先。" },
    ];

    private static Candidate Word(string word, string insert, string summary) =>
        new(word, CandidateKind.Keyword) { Insert = insert, Documentation = summary };
}
