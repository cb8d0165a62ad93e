// The cases that tiers are for: 国家级、省级、市级, or floors of a figure, one after the other and as many as there are amounts.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Exact;

namespace Dsl.Drafting.Phrasing;

/// <summary>The cases of tiers.</summary>
/// <param name="Names">The names of the cases; empty for floors.</param>
/// <param name="Floors">The floors, the lowest first; empty for names.</param>
/// <param name="Fact">The fact that tells them apart.</param>
internal sealed partial record PhraseCases(ImmutableArray<string> Names, ImmutableArray<string> Floors, Fact Fact)
{
    private const string OneFloor = "[" + FigureMask.Money + FigureMask.Count + FigureMask.Foreign + FigureMask.Share + "]+";

    /// <summary>What has to be decided of them.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where the last of them ends, as a condition; empty where it has no end.</summary>
    public string End { get; private init; } = "";

    /// <summary>Whether the document names the highest floor first; <see cref="Floors"/> begin with the lowest.</summary>
    public bool Falls { get; private init; }

    /// <summary>Whether they are the first, the second, … year.</summary>
    public bool AreYears { get; private init; }

    /// <summary>The cases named in front of the amounts; null unless there is one list of so many.</summary>
    public static PhraseCases? Of(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject, int count)
    {
        var start = Math.Max(0, line.Text.LastIndexOf(';', phrase.Start));
        var before = line.Text[start..(phrase.Start + match.Groups["pay"].Index)];
        return YearsOf(before, count) ?? RangesOf(line, before, start, count) ?? FloorsOf(line, before, start, count)
            ?? NamesOf(before, count);
    }

    /// <summary>The cases that a ceiling names by itself (国家级、省级最高分别为…); null for none.</summary>
    public static PhraseCases? Named(string words, int count) => NamesOf(words, count);

    /// <summary>The words without a list of years at their end: 第一年、第二年分别.</summary>
    public static string WithoutYears(string words) => YearList().Replace(words, "");

    /// <summary>An expression that has one value for each case, the last for all others.</summary>
    public string Choice(IReadOnlyList<string> values) =>
        string.Concat(values.SkipLast(1)
            .Select((value, i) => $"若 {(AreYears ? $"第几年 = {i + 1}年" : $"{Fact.Name} = {Names[i]}")} 则 {value} 否则 "))
        + values[^1];

    /// <summary>The award: a table of the cases, or 若 over the floors.</summary>
    public static PhraseAward? Table(PhraseCases cases, ImmutableArray<string> amounts, bool isCeiling)
    {
        if (cases.AreYears)
            return new PhraseAward(cases.Choice(amounts), isCeiling, []) { Varies = true, Years = amounts.Length };
        if (cases.Floors.Length > 0)
        {
            amounts = cases.Falls ? [.. amounts.Reverse()] : amounts;
            var steps = cases.Floors.Zip(amounts).Skip(1).Reverse().Select(static pair => $"若 {pair.First} 则 {pair.Second} 否则 ");
            return new PhraseAward(string.Concat(steps) + amounts[0], isCeiling, [cases.Fact])
            {
                Lines = [.. new[] { cases.Floors[0], cases.End }.Where(static end => end.Length > 0)
                    .Select(static end => new DraftLine("条件", end))],
                IsOfFloors = true, Notes = cases.Notes, Varies = true
            };
        }
        var (fact, list) = (cases.Fact, string.Join(", ", cases.Names));
        var table = $"\n    | {fact.Name} | {(isCeiling ? "最高" : "金额")} |"
            + string.Concat(cases.Names.Zip(amounts).Select(static pair => $"\n    | {pair.First} | {pair.Second} |"));
        return new PhraseAward(table, isCeiling, [fact with { Type = $"[{list}, 其他]" }]) { Lines = [new("条件",
            $"{fact.Name} 属于 [{list}]")] };
    }

    /// <summary>A list of floors in the words of a subject, with the last floor; null for none.</summary>
    public static (string Words, DraftThreshold? Last)? ListOf(PhraseLine line, string text, int offset)
    {
        if (RangeList.In(line, text, offset) is { } ranges)
            return (ranges.Words, new DraftThreshold(ranges.Fact, "达到", Rational.Zero, ""));
        var list = Floor().Matches(text).FirstOrDefault(static match => match.Groups["floor"].Captures.Count > 1);
        if (list is null)
            return null;
        var last = list.Groups["floor"].Captures[^1];
        var name = Blocks.Names.Of(list.Groups["noun"].Value, "");
        return (list.Value, line.FigureAt(offset + last.Index, last.Length) is { } figure && Quantities.TypeOf(figure) is { } type
            && name.Length > 1
            ? new DraftThreshold(new Fact(null, AmountLess().IsMatch(name) ? name + "额" : name, type), "达到", figure.Value, "")
            : null);
    }

    private static PhraseCases? RangesOf(PhraseLine line, string before, int start, int count) =>
        RangeList.In(line, before, start) is { } ranges && ranges.Floors.Length == count
            ? new([], ranges.Floors, ranges.Fact) { End = ranges.End, Falls = ranges.Falls, Notes = ranges.Notes } : null;

    /// <summary>What is asked where an award is for the first time that a figure is reached.</summary>
    public const string FirstTime = "「首次」：以前年度达到过的档不再给，升到高一档的是补差还是全额，请核对";

    /// <summary>Whether a figure is to be reached for the first time.</summary>
    /// <param name="noun">The noun of the figure, such as 营业收入首次.</param>
    /// <param name="name">The noun without that word.</param>
    public static bool IsFirstTime(string noun, out string name)
    {
        name = First().Replace(noun, "");
        return name.Length < noun.Length;
    }

    /// <summary>Whether a noun says more than what is measured, such as 连续三年营业收入.</summary>
    public static bool IsUnclear(string noun) => Unclear().IsMatch(noun);

    private static PhraseCases? FloorsOf(PhraseLine line, string before, int start, int count)
    {
        Match[] lists = [.. Floor().Matches(before).Where(match => match.Groups["floor"].Captures.Count == count)];
        if (lists is not [var list] || list.Groups["noun"].Value is not { Length: > 1 } noun)
            return null;
        var isFirst = IsFirstTime(noun, out noun);
        if (IsUnclear(noun))
            return null;
        var figures = list.Groups["floor"].Captures.Select(capture => line.FigureAt(start + capture.Index, capture.Length)).ToList();
        if (figures.Exists(figure => figure is null || figure.Unit != figures[0]?.Unit) || figures[0] is not { } first
            || Quantities.TypeOf(first) is not { } type)
            return null;
        // 10亿元、5亿元、1亿元以上: the highest first.
        var falls = figures[^1]?.Value.CompareTo(first.Value) < 0;
        if (falls)
            figures.Reverse();
        if (figures.Zip(figures.Skip(1)).Any(static pair => pair.First?.Value.CompareTo(pair.Second?.Value ?? 0) >= 0))
            return null;
        var (word, behind) = (list.Groups["word"].Value, list.Groups["behind"].Value);
        var comparison = word is "超过" or "突破" && behind.Length == 0 ? "超过" : word is "超过" or "突破" ? "" : "达到";
        var written = figures.ConvertAll(static figure => figure is null ? null : Quantities.Write(figure));
        if (comparison.Length == 0 || word.Length == 0 && behind.Length == 0 || written.Contains(null)
            || Blocks.Names.Of(noun, "") is not { Length: > 1 } name)
            return null;
        name = AmountLess().IsMatch(name) ? name + "额" : name;
        return new([], [.. written.Select(figure => $"{name} {comparison} {figure}")], new Fact(null, name, type))
        {
            Falls = falls,
            Notes = isFirst ? [FirstTime] : [],
        };
    }

    private static PhraseCases? YearsOf(string before, int count) =>
        YearList().Match(before) is { Success: true } list && list.Groups["year"].Captures.Count == count
            ? new([], [], new Fact(null, "第几年", "")) { AreYears = true } : null;

    private static PhraseCases? NamesOf(string before, int count)
    {
        var plain = Aims().Replace(before, "");
        foreach (var known in Known().Matches(plain).Where(match => match.Groups["case"].Captures.Count == count))
        {
            string[] names = [.. known.Groups["case"].Captures.Select(capture => Level(capture.Value, known.Value))];
            if (names.Distinct(StringComparer.Ordinal).Count() != count
                || Known().Matches(plain).Count(static match => match.Groups["case"].Captures.Count > 1) != 1)
                return null;
            return new([.. names], [], new Fact(null, "级别", "", "原文的分档"));
        }
        return ListedOf(plain, count);
    }

    /// <summary>Any other list, if it is the only one: 中小板、创业板、新三板.</summary>
    private static PhraseCases? ListedOf(string plain, int count)
    {
        string[] phrases = [.. plain.Split(',').Where(static phrase => phrase.Contains('、', StringComparison.Ordinal))];
        if (phrases is not [var phrase] || AnyFigure().IsMatch(phrase))
            return null;
        string[] items = [.. Separator().Split(phrase)];
        // 在中央台、省级卫视首播的电视剧、纪录片: the list is behind the last 的.
        if (items.Length != count)
            items = [.. Separator().Split(phrase[(phrase.TrimEnd('的').LastIndexOf('的') + 1)..])];
        if (items.Length != count)
            return null;
        items[0] = Front().Replace(items[0], "");
        items[^1] = Back().Replace(items[^1], "");
        string[] names = [.. items.Select(static item => Blocks.Names.Of(item, ""))];
        return names.Any(static name => name.Length is < 2 or > 14 || Limiting().IsMatch(name)
                || name.EndsWith("情况", StringComparison.Ordinal))
            || names.Distinct(StringComparer.Ordinal).Count() != count
            ? null
            : new([.. names], [], new Fact(null, "类别", "", "原文的分档：" + string.Join('、', names)));
    }

    /// <summary>国家、省级: the word at the end of the list is of each.</summary>
    private static string Level(string name, string list) =>
        name is [>= '一' and <= '龥'] && Ending().Match(list) is { Success: true } ending ? name + ending.Value
        : list.EndsWith('级') && Bare().IsMatch(name) ? name + "级" : name is [>= 'A' and <= 'F'] ? name + list[^1] : name;

    [GeneratedRegex("(?:^|(?<=[,、且并的及于对]))(?<noun>(?!达到?|超过|突破)[\u4e00-\u9fff]{2,16}?)(?<word>达到|达|突破"
        + "|超过)?(?<floor>" + OneFloor + ")"
        + "(?:(?:及?以上)?[、和,](?<floor>" + OneFloor + ")){1,8}(?<behind>(?:\\(含\\))?(?:及?以上)?)(?=$|[,、的且并])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Floor();

    [GeneratedRegex(
        "(?:(?<case>世界级|国家级|国家|省部级|省级|省|市级|市|区级|区县级|县级|国际级|国际)(?:[、和及或与]|以及)?){2,6}(?:级)?"
        + "|(?:(?<case>[特一二三四]等奖|优秀奖|[一二三]等)[、和及或]?){2,6}|(?:(?<case>[金银铜]奖)[、和及或]?){2,3}"
        + "|(?:(?<case>[A-F])[、和及或]?){2,6}[两三四五六]?[类级档]|(?:(?<case>[A-F][类级档])[、和及或]?){2,6}"
        + "|(?:(?<case>[1-5]A(?:级)?)[、和及或]?){2,5}"
        + "|(?:(?<case>[一二三四五])[、和及]){1,4}(?<case>[一二三四五])(?:星级|星|等奖|级)"
        + "|(?:(?<case>[一二三四五]星级?)[、和及或]?){2,5}|(?:(?<case>[甲乙丙丁][级等]"
        + "|[甲乙丙丁])[、和及或]?){2,4}"
        + "|(?:(?<case>大型|中型|小型|微型)[、和及或]?){2,4}|(?:(?<case>[初中高特]级)(?:[\u4e00-\u9fff]{2})?[、和及或]?){2,4}"
        + "|(?:(?<case>优秀|良好|合格)[、和及或]?){2,3}"
        + "|(?:(?<case>博士后?|硕士|学士|本科|大专|专科)(?:研究生)?[、和及或]?){2,4}|(?:(?<case>中国驰名商标|地理标志)[、和及或]?){2,3}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    [GeneratedRegex("、|和|及|或|与|以及", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("[" + FigureMask.AnyFigure + "]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyFigure();

    // What leads up to a list: 对新认定为, 在.
    [GeneratedRegex("^.*(?:认定为?|评定为?|评为|列为|确定为|授予|入选|入围|获得|荣获|取得|通过|属于|新建|新设立|建成|完成|首次|在|对|获|为)"
        + "(?:的)?", RegexOptions.CultureInvariant)]
    private static partial Regex Front();

    // What follows it: 称号的企业, 上市的.
    [GeneratedRegex("(?:上市|挂牌|称号|荣誉|认定|资质|证书|奖项|认证|等|的|(?<=的)产品|企业|单位|机构|个人|主体)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Back();

    [GeneratedRegex("^(?:国家|省|市|区|县|国际|[1-5]A|[一二三四五]星)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    // 一、二、三星级
    [GeneratedRegex("(?:星级|星|等奖|级)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex("^(?:鼓励|支持|推动|引导)[^,]*,", RegexOptions.CultureInvariant)]
    private static partial Regex Aims();

    [GeneratedRegex("首次|连续|近|每|较|累计|分别", RegexOptions.CultureInvariant)]
    private static partial Regex Unclear();

    // 全国性会议单个项目最高: a ceiling is cut in two there.
    [GeneratedRegex("单个|每个|同一|最$|最[高低多]|[不超]超?过", RegexOptions.CultureInvariant)]
    private static partial Regex Limiting();

    [GeneratedRegex("^首次|首次(?:达到?|突破|超过)?$", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("(?:(?<year>第[一二三四五六1-6]年度?)[、和及]?){2,6}(?:分别)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearList();

    [GeneratedRegex("(?:投资|投入|融资|贷款|纳税|产值|贡献|出资)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountLess();
}
