// 算例: facts not yet given, their values, records, what is expected.
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

internal static class ExampleProposals
{
    private const string Parameters = "参数", Target = "目标", Indicator = "指标";

    /// <summary>The proposals on 已知.</summary>
    public static IEnumerable<Candidate> ForGiven(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        var table = TableOf(place);
        switch (place.Previous?.Kind)
        {
            case SyntaxKind.Equals:
                return ExpressionProposals.Values(ExpressionProposals.Wanted(place, names), names)
                    .Where(static value => value.Label != "等")
                    .Append(new Candidate("未知", CandidateKind.Value, 8) { Documentation = "没有填：与不写一样。" });
            case SyntaxKind.Name:
                return place.Before.Count >= 2 && place.Before[^2].Kind == SyntaxKind.Equals ? [] : [FixedWords.Equal];
            case SyntaxKind.LineKeyword:
                return [.. Names(place, names, null), .. Tables(names)];
            case SyntaxKind.Colon when table is not null and not (Parameters or Target):
                return [.. Names(place, names, table), new Candidate("无", CandidateKind.Value, 8) { Documentation = "这张表没有行。" }];
            case SyntaxKind.Colon or SyntaxKind.Semicolon or SyntaxKind.Comma:
                return Names(place, names, table);
            default:
                return [];
        }
    }

    /// <summary>The proposals on 核定 and 兑现.</summary>
    public static IEnumerable<Candidate> ForRecord(CompletionInputs inputs)
    {
        var place = inputs.Place;
        if (place.Previous is { Kind: SyntaxKind.NumberLiteral })
            return [.. place.Keyword?.Word == "兑现" && inputs.Names.Counted is not null
                ? [new Candidate("数量", CandidateKind.Keyword) { Insert = "数量 ", Documentation = "这一笔计多少。" }]
                : Array.Empty<Candidate>(),
                .. place.Keyword?.Word == "兑现" && inputs.Names.IsInParts ? [PayoutProposals.Part] : Array.Empty<Candidate>(),
                new Candidate("行", CandidateKind.Keyword)
                { Insert = "行 \"", Snippet = "行 \"${1:1}\"", Documentation = "明细的主键；没有写主键的，行号为 1、2、……" }];
        var keys = inputs.Names.Row?.Key is { } key ? Given(place, inputs.Names.Row.Name, key.Name) : [];
        return place.Previous is { Value: "行" } ? keys.Select(static text => new Candidate(text, CandidateKind.Value)) : [];
    }

    /// <summary>The proposals on 应得.</summary>
    public static IEnumerable<Candidate> ForExpect(CompletionInputs inputs)
    {
        var place = inputs.Place;
        var isTarget = place.Block is ExampleBlock { TargetKind.Value: Target };
        var range = new Candidate("0元..不封顶", CandidateKind.Value, 1) { Documentation = "金额的区间，没有上限。" };
        return place.Previous switch
        {
            { Kind: SyntaxKind.LineKeyword } =>
                (isTarget
                    ? SyntaxFacts.TargetStates
                    : SyntaxFacts.ClauseStates.OrderBy(static state => Array.IndexOf(Common, state)).AsEnumerable())
                    .Select(static state => new Candidate(state, CandidateKind.EnumMember)).Append(range),
            { Kind: SyntaxKind.Range } => [new Candidate("不封顶", CandidateKind.Value)],
            { Kind: SyntaxKind.Name } when place.Before.Count == 2 && !isTarget => [range],
            _ => [],
        };
    }

    /// <summary>The proposals on 其中: a part of the target, then its value.</summary>
    public static IEnumerable<Candidate> ForPart(CompletionInputs inputs)
    {
        if (inputs.Place.Previous is { Kind: SyntaxKind.Colon })
            return SyntaxFacts.TargetStates.Select(static state => new Candidate(state, CandidateKind.EnumMember));
        return inputs.Place.Previous is { Kind: SyntaxKind.LineKeyword }
            ? inputs.Names.Owner?.LinesOf<TargetValueLine>("其中").Select(static line => line.Part?.ToFullString().Trim() ?? "")
                .Where(static part => part.Length > 0)
                .Select(static part => new Candidate(part, CandidateKind.Field) { Insert = part + " : " }) ?? []
            : [];
    }

    /// <summary>The type of a fact that the 已知 line at a place gives; null where there is none of that name.</summary>
    public static DslType? TypeOfGiven(CompletionPlace place, NamesInSight names, string fact) => TableOf(place) switch
    {
        null => names.Subject?.FindField(fact)?.Type,
        Parameters => names.Parameters.FirstOrDefault(parameter => parameter.Name == fact)?.Type,
        Target => names.Owner?.LinesOf(Indicator).OfType<IndicatorLine>().FirstOrDefault()?.Type is { } type ? names.TypeOf(type) : null,
        var table => names.Table(table)?.FindField(fact)?.Type,
    };

    // The last one is the rarest.
    private static readonly string[] Common = ["待核定", "不符合", "资料不全", "让位", "符合", "不在施行期"];

    private static string? TableOf(CompletionPlace place) =>
        place.Before is [_, { Kind: SyntaxKind.Name } table, { Kind: SyntaxKind.Colon }, ..] ? table.Value : null;

    private static IEnumerable<Candidate> Names(CompletionPlace place, NamesInSight names, string? table)
    {
        var taken = GivenNames(place, table).ToHashSet(StringComparer.Ordinal);
        return table switch
        {
            Parameters => names.Parameters.Where(parameter => parameter.IsExternal && !taken.Contains(parameter.Name))
                .Select(static parameter =>
                    Assigned(new Candidate(parameter.Name, CandidateKind.Constant) { Detail = $"参数，{parameter.Type}" })),
            Target => Figures(names).Where(name => !taken.Contains(name))
                .Select(static name => Assigned(new Candidate(name, CandidateKind.Field))),
            _ => Facts(names, table is null ? names.Subject : names.Table(table), taken),
        };
    }

    private static IEnumerable<Candidate> Facts(NamesInSight names, TableSymbol? table, HashSet<string> taken)
    {
        var used = UsedNames(names);
        return (table?.Fields ?? []).Where(field => !taken.Contains(field.Name))
            .Select(field =>
                Assigned(ExpressionProposals.Fact(field, used.TryGetValue(field.Name, out var order) ? 0 : field.IsKey ? 6 : 4)))
            .OrderBy(candidate => used.GetValueOrDefault(candidate.Label, int.MaxValue));
    }

    /// <summary>The names that the clause reads, with their order in it.</summary>
    private static Dictionary<string, int> UsedNames(NamesInSight names)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in names.Owner
            ?.Lines.Where(static line => line is not (TextLine or WordsLine or QuoteLine)).SelectMany(static line => line.Tokens) ?? [])
        {
            if (token.Kind == SyntaxKind.Name)
                used.TryAdd(token.Value, used.Count);
        }
        return used;
    }

    private static IEnumerable<Candidate> Tables(NamesInSight names)
    {
        var external = names.Parameters.Any(static parameter => parameter.IsExternal);
        var tables = (names.Subject?.Details ?? [])
            .Select(detail => ExpressionProposals.Detail(detail) with { Group = detail == names.Row ? 0 : detail.IsBuiltIn ? 7 : 5 });
        return tables.Concat(external ? [new Candidate(Parameters, CandidateKind.Keyword, 6) { Documentation = "外部参数的值。" }] : [])
            .Concat(names.IsTarget ? [new Candidate(Target, CandidateKind.Keyword, 0) { Documentation = "从外面报来的数。" }] : [])
            .Select(static candidate => candidate with { Insert = candidate.Label + ": " });
    }

    private static IEnumerable<string> Figures(NamesInSight names) =>
        (names.Owner?.LinesOf<TargetValueLine>("其中").Select(static line => line.Part).OfType<NameExpression>()
            .Select(static part => part.Name.Value)
            ?? [])
            .Prepend(Indicator);

    /// <summary>Names given already: in the whole 算例 for the subject, on the line for a row.</summary>
    private static IEnumerable<string> GivenNames(CompletionPlace place, string? table)
    {
        var here =
            place.Before.Where((token, index) =>
                token.Kind == SyntaxKind.Name && index + 1 < place.Before.Count && place.Before[index + 1].Kind == SyntaxKind.Equals)
                .Select(static token => token.Value);
        var elsewhere = table is null or Parameters or Target
            ? place.Block?.LinesOf<GivenLine>().Where(line => line.Table?.Value == table)
                .SelectMany(static line => line.Assignments.Items).Where(assignment => assignment.Name.Span.Start != place.Word.Start)
                .Select(static assignment => assignment.Name.Value)
            : [];
        return here.Concat(elsewhere ?? []);
    }

    /// <summary>The values of a column that the rows of a 算例 give, as written.</summary>
    private static IEnumerable<string> Given(CompletionPlace place, string table, string column) =>
        place.Block?.LinesOf<GivenLine>().Where(line => line.Table?.Value == table).SelectMany(static line => line.Assignments.Items)
            .Where(assignment => assignment.Name.Value == column).Select(static assignment => assignment.Value.ToFullString().Trim()) ?? [];

    private static Candidate Assigned(Candidate name) => name with { Insert = name.Label + " = " };
}
