// Units that may touch a figure, those that fit what it is compared with first.
using System.Globalization;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals after digits.</summary>
internal static class FigureProposals
{
    private static readonly string[] MoneyUnits = ["万元", "元", "亿元", "百万元", "千万元", "千元"];
    private static readonly string[] CommonCounts = ["人", "家", "件", "项", "个", "次", "套", "平方米"];

    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        if (place.IsPerUnit)
            return [.. Units(place, names, null).Where(static unit => unit.Label is not ("%" or "‰"))];
        // 职工总数 50人以上: nothing stands between the fact and the figure.
        var wanted = place.Previous is { Kind: SyntaxKind.Name } fact && names.TypeOf(fact) is { } own
            ? own
            : ExpressionProposals.Wanted(place, names);
        var units = Units(place, names, wanted).ToList();
        var mayHaveSuffix = place.Keyword is { Shape: LineForm.Expression } or null || place.Path.OfType<TableCellSyntax>().Any();
        var suffixed = mayHaveSuffix
            ? units.Where(static unit => unit.Group == 0).Take(3).SelectMany(static unit => SyntaxFacts.LiteralSuffixes
                .Select(suffix => new Candidate(unit.Label + suffix.Word, CandidateKind.Unit, 2)
                    { Detail = suffix.Kind == SyntaxKind.OrMoreSuffix ? "大于或等于，含本数" : "小于或等于，含本数" }))
            : [];
        return [.. units, .. suffixed];
    }

    private static IEnumerable<Candidate> Units(CompletionPlace place, NamesInSight names, DslType? wanted)
    {
        var first = Fitting(place, wanted).ToList();
        var used =
            names.Subjects.SelectMany(static subject => subject.Fields.Concat(subject.Details.SelectMany(static detail => detail.Fields)))
                .Select(static field => field.Type).OfType<QuantityType>().Where(static type => !type.IsMoney && !type.IsRatio)
                .Select(static type => type.DisplayName);
        var all =
            first.Concat(MoneyUnits).Append("%").Append("年").Append("个月").Append("天").Append("年度").Concat(used).Concat(CommonCounts)
                .Concat(Values.Types.Units.Words.OrderBy(static word => word.Length))
                .Where(static word => word is not ("数" or "比率")).Distinct();
        return all
            .Select(word => new Candidate(word, CandidateKind.Unit, first.Contains(word) ? 0 : 1) { Detail = Meaning(place.Figure, word) });
    }

    private static IEnumerable<string> Fitting(CompletionPlace place, DslType? wanted) => wanted switch
    {
        { IsMoney: true } when place.Keyword?.Shape == LineForm.Award && place.Path.OfType<CallExpression>().Any() is false =>
            [.. MoneyUnits, "万元/件", "万元/年"],
        { IsMoney: true } => MoneyUnits,
        QuantityType { IsRatio: true } => ["%", "‰"],
        QuantityType quantity when quantity.Dimension == Dimension.Of(Values.Types.Units.Years) => ["年", "个月"],
        QuantityType quantity when quantity.Dimension == Dimension.Of(Values.Types.Units.YearsOfAge) => ["岁", "周岁"],
        QuantityType { Currency: { } currency } => [$"万{currency}", $"{currency}", $"亿{currency}"],
        QuantityType { Dimension: var dimension } when dimension != Dimension.None => [.. Scaled(dimension.ToString())],
        QuantityType => ["%"],
        // 30日内, 3个月内: months are not counted beyond a year.
        DateType => int.TryParse(place.Figure, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span > 12
            ? ["天", "个月", "年"]
            : ["个月", "年", "天"],
        YearType => ["年度", "年"],
        _ => place.Previous is { Kind: SyntaxKind.Star } ? ["%"]
            : place.Previous is { Kind: SyntaxKind.ReachedKeyword } or { Value: "最多" or "连续" } ? ["年", "个月"]
            : [],
    };

    // A dimension like 人: also 万人. One like 元/件 is written with the scale of money.
    private static string[] Scaled(string unit) => unit.StartsWith('元') ? ["万" + unit, unit] : [unit, "万" + unit];

    private static string Meaning(string figure, string word) => word switch
    {
        "%" => $"百分之{figure}",
        "‰" => $"千分之{figure}",
        "年度" => "公历年度",
        _ when word.EndsWith('元') => word is [.., '美' or '欧' or '港' or '日', _] ? "外币，乘以汇率才是金额" : "金额",
        _ when word is "年" or "个月" or "月" or "天" or "日" => "时间长短",
        "岁" or "周岁" => "年龄，满多少年",
        _ => "计数",
    };
}
