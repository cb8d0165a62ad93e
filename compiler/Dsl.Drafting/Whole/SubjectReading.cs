// The addressees of a sentence, read to the last word: conditions with figures, and the rest as one fact decided by an authority.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Shapes;

namespace Dsl.Drafting.Whole;

/// <summary>Whom a sentence is for.</summary>
/// <param name="Text">The words, with those that lead up to them.</param>
/// <param name="Who">The words after 对.</param>
/// <param name="RowNoun">The thing that each award is for, such as 项目; empty if it is for the subject itself.</param>
/// <param name="IsMany">Whether a subject may have several of the persons or things named, without a row to tell which.</param>
/// <param name="Conditions">条件 and the facts of them.</param>
/// <param name="IsNamed">Whether the words say anything of the subject.</param>
internal sealed partial record SubjectReading(string Text, string Who, string RowNoun, bool IsMany,
    ImmutableArray<(string Expression, Fact Fact)> Conditions, bool IsNamed)
{
    /// <summary>Nouns that say nothing without the one before them.</summary>
    private static readonly HashSet<string> Bare = ["人数", "数量", "总数", "占比", "比例", "比重", "面积", "金额", "规模"];

    /// <summary>The cases that tiers are for, such as 国家级 and 省级; none where there are no tiers.</summary>
    public ImmutableArray<string> Cases { get; private init; } = [];

    /// <summary>The conditions that tiers are for, the lowest first.</summary>
    public ImmutableArray<string> Floors { get; private init; } = [];

    /// <summary>The fact by year of which tiers are reached for the first time, and 突破 …、… of it; null for other tiers.</summary>
    public (Fact Fact, string Levels)? First { get; private init; }

    /// <summary>Whether the one that it speaks of is a firm, so that 每家 is each of them.</summary>
    public bool IsFirm => Firm().IsMatch(Who);

    /// <summary>The last noun: 对获得授权的发明专利 → 发明专利.</summary>
    public string Noun => Head().Match(Who).Value;

    /// <summary>Reads the words; null where they hold something that no condition says.</summary>
    public static SubjectReading? Read(string sentence, FigureMask mask, Group lead, Group who)
    {
        var written = mask.Text.Substring(who.Index, who.Length);
        var words = written.TrimEnd('的');
        if (LeftOver().IsMatch(words) || GoesElsewhere(written, who.Index)
            || (lead.Length > 0
                && (LeadGiver().IsMatch(lead.Value) || LeftOver().IsMatch(lead.Value) || Denial().IsMatch(lead.Value)
                    || !LeadAim().IsMatch(lead.Value)))
            || !BracketsAreSound(words))
            return null;
        var named = sentence.Substring(who.Index, words.Length);
        var text = sentence.Substring(lead.Length > 0 ? lead.Index : who.Index,
            who.Index + words.Length - (lead.Length > 0 ? lead.Index : who.Index));
        var conditions = new List<(string, Fact)>();
        var places = Condition().Matches(words);
        if (places.Count != Figures().Count(words) || Digits().IsMatch(FigureNames().Replace(words, "")))
            return null;
        var rest = named;
        foreach (Match place in places)
        {
            if (ConditionOf(mask, place, who.Index, conditions.LastOrDefault().Item2) is not { } condition)
                return null;
            conditions.Add(condition);
            rest = rest.Replace(named.Substring(place.Index, place.Length), "", StringComparison.Ordinal);
        }
        var noun = PersonOrThing().Match(words);
        var isMany = noun.Success && (noun.Groups["person"].Success || written.Length > words.Length);
        // 支持……，对新设立的: a few words are named by those that lead up to them.
        if (lead.Length > 0 && rest.Length is > 1 and < 8)
            rest = text;
        var name = ClauseMaker.Named(rest) is { } tail ? Names.Head(rest, tail) : null;
        if (name is not null)
            conditions.Insert(0, (name, new Fact(null, name, "是否 认定", name == text ? "" : "原文：" + Names.Words(text, 400))));
        return new(text, named, noun.Success && !isMany ? noun.Value : "", isMany, [.. conditions], conditions.Count > 0);
    }

    /// <summary>
    /// The subject of tiers: it lists as many cases or floors as there are tiers, one after the other and nothing else.
    /// </summary>
    public static SubjectReading? OfTiers(string sentence, FigureMask mask, Match match)
    {
        var (who, lead, count) = (match.Groups["who"], match.Groups["lead"], match.Groups["tier"].Captures.Count);
        var words = mask.Text.Substring(who.Index, who.Length);
        if (AwardPatterns.Floors().Match(words) is { Success: true } floors)
            return lead.Length > 0 ? null : OfFloors(sentence, mask, who, floors, count);
        if (Read(sentence, mask, lead, who) is not { } subject || AwardPatterns.Cases().Matches(words) is not [var cases]
            || cases.Groups["case"].Captures.Count != count)
            return null;
        string[] names = [.. cases.Groups["case"].Captures.Select(static capture => capture.Value).Distinct(StringComparer.Ordinal)];
        // A second list beside the cases could be what the figures are for, too.
        var rest = words.Remove(cases.Index, cases.Length);
        return names.Length != count || rest.Contains('、', StringComparison.Ordinal) || OtherList().IsMatch(rest)
            ? null
            : subject with { Cases = [.. names] };
    }

    private static SubjectReading? OfFloors(string sentence, FigureMask mask, Group who, Match match, int count)
    {
        var floors =
            match.Groups["floor"].Captures.Select(capture => (Figure: mask.At(who.Index + capture.Index), capture.Length)).ToList();
        if (floors.Count != count || floors.Exists(static floor => floor.Figure.Length != floor.Length) || floors.Zip(floors.Skip(1))
            .Any(static pair => pair.First.Figure.Unit != pair.Second.Figure.Unit || pair.First.Figure.Value >= pair.Second.Figure.Value))
            return null;
        var isOver = match.Groups["word"].Value is "超过" or "突破";
        if (isOver && match.Groups["behind"].Length > 0 || Quantities.TypeOf(floors[0].Figure) is not { } type
            || NameOf(match.Groups["noun"].Value, type, null) is not { } name)
            return null;
        if (match.Groups["first"].Success)
        {
            // Words after the figure say whether it is within, and there is one word for all of them.
            if (match.Groups["behind"].Length > 0)
                return null;
            var levels = $"{(isOver ? "超过" : "达到")} {string.Join('、', floors.Select(static floor => Quantities.Write(floor.Figure)))}";
            return new(sentence.Substring(who.Index, who.Length), sentence.Substring(who.Index, who.Length), "", false, [], true)
            {
                First = (new Fact(DetailNames.ByYear, name, type), levels)
            };
        }
        var conditions = floors.ConvertAll(floor => $"{name} {(isOver ? "超过" : "达到")} {Quantities.Write(floor.Figure)}");
        return new(sentence.Substring(who.Index, who.Length), sentence.Substring(who.Index, who.Length), "", false,
            [(conditions[0], new Fact(null, name, type))], true)
        {
            Floors = [.. conditions]
        };
    }

    /// <summary>
    /// Whether the words go on with something else than whom the sentence is for: a verb that was not read, another giver,
    /// a last part that says no property.
    /// </summary>
    private static bool GoesElsewhere(string words, int start)
    {
        var comma = words.LastIndexOf(',');
        return Verbal().IsMatch(words) || (comma >= 0 && !words.EndsWith('的')) || (start == 0 && OtherGiver().IsMatch(words));
    }

    private static (string, Fact)? ConditionOf(FigureMask mask, Match place, int offset, Fact? previous)
    {
        var figure = mask.At(offset + place.Groups["figure"].Index);
        var (word, behind) = (place.Groups["word"].Value, place.Groups["behind"].Value);
        if (figure.Length != place.Groups["figure"].Length || Quantities.Write(figure) is not { } written
            || Quantities.TypeOf(figure) is not { } type || OrWord().IsMatch(SegmentOf(mask.Text, offset + place.Index)))
            return null;
        var isBelow = behind.EndsWith('下');
        var comparison = (word, behind.Length > 0) switch
        {
            ("", true) => isBelow ? "不超过" : "达到",
            ("达到" or "达", _) when !isBelow => "达到",
            ("不低于" or "不少于", false) => "不低于",
            ("超过" or "突破" or "高于", false) => "超过",
            ("低于", false) => "低于",
            ("不足", false) => "不足",
            _ => null,
        };
        return comparison is null || NameOf(At().Replace(place.Groups["noun"].Value, ""), type, previous) is not { } name
            ? null
            : ($"{name} {comparison} {written}", new Fact(null, name, type));
    }

    /// <summary>The name of the fact that a noun says; null where it says more than that.</summary>
    public static string? NameOf(string noun, string type, Fact? previous)
    {
        if (Bare.Contains(noun))
        {
            if (previous is null)
                return null;
            var stem = Bare.FirstOrDefault(bare => previous.Name.EndsWith(bare, StringComparison.Ordinal)) is { } end
                ? previous.Name[..^end.Length]
                : previous.Name;
            return noun.StartsWith('人') && stem.EndsWith("人员", StringComparison.Ordinal) ? stem + "数" : stem + noun;
        }
        // 高新技术企业且营业收入 超过 1亿元: two conditions in one.
        if (noun.AsSpan().ContainsAny('且', '或', '并') || LimitedNoun().IsMatch(noun) || Names.Of(noun, "") is not { Length: > 1 } name
            || name.Length < noun.Count(static character => character is not ('的' or '"')))
            return null;
        return type == "金额" && AmountLess().IsMatch(name) ? name + "额" : name;
    }

    private static string SegmentOf(string words, int place)
    {
        var start = words.LastIndexOf(',', place) + 1;
        var end = words.IndexOf(',', place);
        return words[start..(end < 0 ? words.Length : end)];
    }

    /// <summary>Brackets that only explain: closed, without figures, without words that limit.</summary>
    private static bool BracketsAreSound(string words)
    {
        var without = Bracket().Replace(words, "");
        return !without.Contains('(', StringComparison.Ordinal) && !without.Contains(')', StringComparison.Ordinal);
    }

    // What a condition cannot say, what gives something already, what points to other words.
    [GeneratedRegex(
        "给予|予以|分别|根据|依据|落实|每|其中|另|再(?!融资|生|制造)|除外|除了|之一|下列|以下条件|(?<![\uE001-\uE00A])以下|如下|上述|前款"
        + "|前述|本条|本款|按照|减半|累计|合计|首年|次年|第[一二三四五六七八九十0-9]+年|期内|期间|[前后][一二三四五六七八九十0-9]|连续"
        + "|近[一二三四五六七八九十0-9两]|,对|同时|或者|还|又|至今|的部分|增量|超出|停止|取消|暂(?!行)|及其|及负责|和个人|和团队|联合体"
        + "|联合申报|所有|全部|全体|全市|全区|全县|第[一二三四五六七八九十百]+[条款项章]|附件|附表|^(?:部分|少数|若干|个别)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeftOver();

    // How, when and whether it is given, in front of the verb: 对企业原则上给予, 对企业酌情给予, 对企业逐年给予.
    [GeneratedRegex(
        "(?:[不未非可应须仅将拟先才均都各也共]|原则上|视情况?|酌情|适当|择优|优先|统一|定期|逐[年月步]|分[批次期年]|按(?:年度?|季度?|月|次"
        + "|比例|规定|标准)|总共|一般|最终|直接|额外|自愿)的?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Verbal();

    // Without 对 such words are no subject: 鼓励企业奖励……, 向企业…….
    [GeneratedRegex("^(?:鼓励|支持|引导|要求|督促|责令|允许|向|由|将|给|按|以|从)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherGiver();

    // 鼓励各镇加大投入，对……: others are to give.
    [GeneratedRegex("(?:鼓励|支持|引导|要求)(?:各|区县|镇|乡|街道|园区|银行|社会资本|保险)|由(?:各|镇|街道|园区)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadGiver();

    [GeneratedRegex("[在为]$", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    // 原则上, 从明年起, 在市级奖励基础上, 参照市级标准, 建议市财政出资: what follows is not simply given.
    [GeneratedRegex(
        "[不未非无]|除|原则上|起(?:,|$)|基础上|参照|比照|建议|探索|争取|拟|预算|范围内|限额|相比|视情|同意|[明次今去当]年|减半"
        + "|分[期批两三二]|统筹|比例|标准",
        RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    // 支持青年科技人才，实施专项，: what leads up is an aim; a case, a time or an order limits.
    [GeneratedRegex(
        "^(?:(?:大力|积极|全面|着力|进一步|深入|持续|切实|主动)?(?:支持|鼓励|推动|推进|促进|加快|加强|加大|实施|完善|培育|打造|引导|深化"
        + "|聚焦|围绕|发展|建设|提升|优化|强化|做强|做大|壮大|吸引|引进|发挥|构建|拓展|扩大|激发|助力|健全|营造|夯实|增强|提高"
        + "|推广)[^,]*,)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadAim();

    [GeneratedRegex("\\([^()" + FigureMask.AnyFigure + "不未非除]{1,40}\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(
        "(?<=^|[,、且并的及])(?<noun>[\u4e00-\u9fff\"]{2,14}?)(?<word>达到|达|超过|突破|高于|不低于|不少于|低于|不足)?(?<figure>(?<sign>["
        + FigureMask.Money + FigureMask.Share + FigureMask.Count
        + "])\\k<sign>*)(?<behind>(?:\\(含\\))?(?:及?以上|及?以下))?(?=$|[,、的且并及])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex("(?<sign>[\uE001-\uE00A])\\k<sign>*", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    // Digits that belong to names: 世界500强, 5G, 3A级.
    [GeneratedRegex("[0-9]+强|[0-9]G|[1-5]A|A[0-9]|[0-9]D", RegexOptions.CultureInvariant)]
    private static partial Regex FigureNames();

    [GeneratedRegex("增长|增幅|增速|首次|累计|连续|近|每|其|同比|较|比上|[不未非没尚各和与]|[均都]$|除|一个",
        RegexOptions.CultureInvariant)]
    private static partial Regex LimitedNoun();

    [GeneratedRegex("[和及或与]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherList();

    [GeneratedRegex("或", RegexOptions.CultureInvariant)]
    private static partial Regex OrWord();

    [GeneratedRegex("(?:投资|投入|融资|贷款|纳税|产值|贡献|出资)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountLess();

    [GeneratedRegex("(?:企业|公司|单位|机构|商户|工厂|合作社)$", RegexOptions.CultureInvariant)]
    private static partial Regex Firm();

    [GeneratedRegex("[^,的、()]{2,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    // A person is paid by head, a thing by piece: the first is not drafted, the second goes through the rows of a 明细.
    [GeneratedRegex(
        "(?<person>团队|代表人|负责人|中介人|举报人|引荐人|推荐人|经理人|经纪人|传承人|获奖人|带头人|合伙人|股东|人才|人员|毕业生|博士|硕士"
        + "|研究生|博士后|大学生|学生|职工|员工|个人|专家|院士|教授|技师|导游|高管|企业家|劳动者|青年|居民|农户|家庭|老人|者|员)$|(?:项目"
        + "|专利|产品|标准|活动|展会|会议|赛事|商标|作品|设备|成果|论文|课题|门店|网点|航线|班列|车辆|床位)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonOrThing();
}
