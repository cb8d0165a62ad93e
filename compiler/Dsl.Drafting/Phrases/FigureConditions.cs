// Conditions with a figure: 申报研发费用达到1000万元及以上, 研发人员占比超过30%, 满3年.
// Whether the figure itself counts follows 《民法典》第一千二百五十九条.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrases;

/// <summary>A condition with a figure.</summary>
/// <param name="Expression">The condition as the language writes it.</param>
/// <param name="Fact">The fact that is compared.</param>
/// <param name="Start">Where its words begin in the sentence.</param>
/// <param name="End">Where they end.</param>
internal sealed record FigureCondition(string Expression, Fact Fact, int Start, int End);

internal static partial class FigureConditions
{
    /// <summary>Words before the figure, longest first, with the comparison of the language.</summary>
    private static readonly (string Word, string Comparison)[] Before =
    [
        ("不低于", "不低于"), ("不少于", "不少于"), ("不小于", "不低于"), ("不超过", "不超过"), ("不高于", "不超过"), ("可降至", "达到"),
        ("超过", "超过"), ("突破", "超过"), ("达到", "达到"), ("高于", "超过"), ("大于", "超过"), ("至少", "达到"),
        ("低于", "低于"), ("少于", "低于"), ("小于", "低于"), ("不足", "不足"), ("不满", "不足"), ("达", "达到"), ("超", "超过"),
    ];

    /// <summary>Nouns that say nothing without the one before them.</summary>
    private static readonly HashSet<string> Bare = ["人数", "数量", "总数", "占比", "比例", "比重", "面积", "金额", "规模"];

    /// <summary>The conditions of a sentence between two places.</summary>
    public static List<FigureCondition> In(string sentence, IEnumerable<RoleFigure> figures, int from, int to, string? table)
    {
        var thresholds = new List<FigureCondition>();
        foreach (var figure in figures
            .Where(figure => figure.Role == FigureRole.Threshold && figure.Figure.Start >= from && figure.Figure.End <= to))
        {
            if (Read(sentence, figure.Figure, table, thresholds.LastOrDefault()) is { } threshold)
                thresholds.Add(threshold);
        }
        return thresholds;
    }

    private static FigureCondition? Read(string sentence, OfficialFigure figure, string? table, FigureCondition? previous)
    {
        if (Quantities.Write(figure) is not { } written || Quantities.TypeOf(figure) is not { } type
            || type.Contains('/', StringComparison.Ordinal))
            return null;
        var words = sentence[..figure.Start];
        var isSince = figure.Unit is "年" or "月" && words.EndsWith('满');
        var (comparison, length) = isSince ? ("满", 1) : Comparison(words);
        var after = After().Match(sentence, figure.End);
        // 1亿元、5亿元、10亿元: the condition extends to the last of them.
        var end = figure.End + (after.Success ? after.Length : 0);
        end += Further().Match(sentence, end).Length;
        var noun = NounBefore(words[..^length]);
        var start = figure.Start - length - noun.Length;
        var name = Name(noun, type, previous);
        if (isSince)
            return new($"{name}日期 满 {written}", new Fact(table, name + "日期", "日期"), start, end);
        // A number or share of people belongs to the firm, whatever the unit of the award.
        var fact = new Fact(type is "人" || name.EndsWith("占比", StringComparison.Ordinal) ? null : table, name, type);
        var below = after.Value.Contains('下') || after.Value.Contains('内');
        var expression = comparison.Length > 0 ? $"{name} {comparison} {written}"
            : after.Value.Contains("不含", StringComparison.Ordinal) ? $"{name} {(below ? "低于" : "超过")} {written}"
            : $"{name} {written}{(below ? "以下" : "以上")}";
        return new(expression, fact, start, end);
    }

    private static (string Comparison, int Length) Comparison(string words)
    {
        var (word, comparison) = Before.FirstOrDefault(pair => words.EndsWith(pair.Word, StringComparison.Ordinal));
        return word is null ? ("", 0) : (comparison, word.Length);
    }

    private static string NounBefore(string words) => Noun().Match(words) is { Success: true } match ? match.Value : "";

    private static string Name(string noun, string type, FigureCondition? previous)
    {
        var plain = Verbs().Replace(noun, "");
        if (Bare.Contains(plain) && previous is not null)
        {
            var stem = previous.Fact.Name;
            foreach (var bare in Bare.Where(bare => stem.EndsWith(bare, StringComparison.Ordinal)))
                stem = stem[..^bare.Length];
            plain = plain.StartsWith('人') && stem.EndsWith("人员", StringComparison.Ordinal) ? stem + "数" : stem + plain;
        }
        var name = Names.Of(plain, type switch { "金额" => "投入额", "比率" => "占比", "人" => "人数", _ => "数量" });
        return type == "金额" && AmountLess().IsMatch(name) ? name + "额" : name;
    }

    [GeneratedRegex("\\G(?:（含）|（不含）|\\(含\\)|\\(不含\\))?(?:" + Suffixes.Pattern + "|之内)", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex("\\G(?:[、和及](?:以及)?[0-9.]{1,9}[" + Scales.Characters + "]{0,2}(?:元|人|家|%|件|个|项|平方米)(?:及?以上)?)*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    [GeneratedRegex("[^，。；、：且并和及的对（）“”0-9]{1,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex("^(?:加快|建设|培育|打造|且|并|或|其|对|新建|支持|鼓励|上一?年度?(?=.{4}))+|(?:首次|累计|分别)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Verbs();

    [GeneratedRegex("(?:投资|投入|融资|贷款|纳税|产值|贡献|出资)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountLess();
}
