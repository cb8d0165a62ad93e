// 兑付 and its forms.
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

internal static class PayoutProposals
{
    /// <summary>期次 on 兑现.</summary>
    public static Candidate Part { get; } = new("期次", CandidateKind.Keyword)
    {
        Insert = "期次 ", Snippet = "期次 ${1:2023年度} ${2:1期}", Documentation = "分期兑付的条款，付的是哪一年度应得的第几期。",
    };

    public static IEnumerable<Candidate> For(CompletionInputs inputs) =>
        inputs.Place.Before.Skip(1).ToList() switch
        {
            [] => Forms,
            [{ Value: var first }] when SyntaxFacts.PayoutYears.Contains(first) =>
                [new("40%、30%、余款", CandidateKind.Value), new("分 3年", CandidateKind.Value) { Snippet = "分 ${1:3年}" }],
            [{ Value: "按" }] => [new("阶段: ", CandidateKind.Keyword)],
            [.., { Kind: SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.Colon }] when inputs.Place.Before.Any(IsStage) =>
                [.. (inputs.Names.Subject?.Fields ?? []).Where(static field => field.Type is TruthType)
                    .Select(static field => ExpressionProposals.Fact(field, 0))],
            [.., { Kind: SyntaxKind.Comma or SyntaxKind.Semicolon }] => [Rest],
            [.., { Kind: SyntaxKind.Name }] when inputs.Place.Before.Any(IsStage) => [Rest],
            _ => [],
        };

    private static Candidate Rest { get; } =
        new(SyntaxFacts.PayoutRest, CandidateKind.Value) { Documentation = "最后一期付应得减去前面各期。" };

    private static Candidate[] Forms { get; } =
    [
        new("次年起 40%、30%、余款", CandidateKind.Value) { Documentation = "应得的下一年起逐年付。" },
        new("当年起 50%、50%", CandidateKind.Value) { Documentation = "应得的当年付第一期。" },
        new("分 3年", CandidateKind.Value) { Snippet = "分 ${1:3年}", Documentation = "从当年起每年付同样多。" },
        new("按 阶段", CandidateKind.Value)
            { Insert = "按 阶段: ", Snippet = "按 阶段: ${1:主体封闭} 30%、${2:竣工验收} 余款", Documentation = "到了哪一阶段付哪一期。" },
    ];

    private static bool IsStage(SyntaxToken token) => token.Value == "阶段";
}
