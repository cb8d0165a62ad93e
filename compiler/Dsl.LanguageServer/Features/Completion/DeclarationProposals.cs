// Lines of declarations: fields of 数据 and 明细, 指标.
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals on lines that declare.</summary>
internal static class DeclarationProposals
{
    /// <summary>The proposals on a field: types after the colon, then modifiers.</summary>
    public static IEnumerable<Candidate> ForField(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        var isPastColon = place.Before.Any(static token => token.Kind == SyntaxKind.Colon);
        return place.Previous switch
        {
            { Kind: SyntaxKind.Colon } => [.. FixedWords.Types, .. Lists(names)],
            { Kind: SyntaxKind.Slash } => Units.Words.Select(static word => new Candidate(word, CandidateKind.Unit)),
            { Kind: SyntaxKind.Name, Value: "缺省" } => ExpressionProposals.Values(ExpressionProposals.Wanted(place, names), names),
            { Kind: SyntaxKind.Name or SyntaxKind.CloseBracket or SyntaxKind.NumberLiteral or SyntaxKind.YesKeyword
                or SyntaxKind.NoKeyword }
                when isPastColon =>
                Modifiers(place),
            _ => [],
        };
    }

    /// <summary>The proposals on 指标.</summary>
    public static IEnumerable<Candidate> ForIndicator(CompletionInputs inputs) => inputs.Place.Previous switch
    {
        { Kind: SyntaxKind.LineKeyword } => [FixedWords.Equal,
            new Candidate("外部", CandidateKind.Keyword) { Insert = "外部 : ", Documentation = "从外面报来的数，写明类型。" }],
        { Kind: SyntaxKind.Colon } => [.. FixedWords.Types, .. Lists(inputs.Names)],
        _ => ExpressionProposals.For(inputs),
    };

    /// <summary>名录 as types.</summary>
    public static IEnumerable<Candidate> Lists(NamesInSight names) =>
        names.Lists.Select(static list => new Candidate(list.Name, CandidateKind.Enum, 1)
            { Detail = "名录", Documentation = string.Join('、', list.Type.Members.Take(20)) });

    private static IEnumerable<Candidate> Modifiers(CompletionPlace place)
    {
        string Summary(string word) => word switch
        {
            "范围" => "允许填报的范围，如 范围 0元..1亿元。",
            "缺省" => "没有填时就是这个值；没有写缺省的，没有填就是未知。",
            _ => "由主管部门认定的事项：没有填时为待核定。",
        };
        return SyntaxFacts.FieldModifiers.Where(word => place.Before.All(token => token.Value != word)).Select(word =>
            new Candidate(word, CandidateKind.Keyword) { Insert = word == "认定" ? word : word + " ", Documentation = Summary(word) });
    }
}
