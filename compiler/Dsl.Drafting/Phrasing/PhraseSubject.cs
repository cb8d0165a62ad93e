// Whom an award is for: figures that compare become 条件, all other words one fact that an authority decides.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Shapes;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrasing;

/// <summary>Whom an award is for.</summary>
/// <param name="Text">The words of the document.</param>
/// <param name="Noun">The last noun; empty where it is left out (…的，).</param>
/// <param name="Thresholds">The conditions with figures.</param>
/// <param name="Fact">The rest as a fact; null where nothing is left.</param>
/// <param name="Doubts">What the conditions do not say.</param>
internal sealed partial record PhraseSubject(
    string Text, string Noun, ImmutableArray<DraftThreshold> Thresholds, Fact? Fact, ImmutableArray<string> Doubts)
{
    private const string Low = "(?<low>" + End + ")(?<first>" + PhraseWords.Including + ")?";

    private const string High = "(?<high>" + End + ")(?<last>" + PhraseWords.Including + ")?";

    private const string End = "(?<sign>[" + FigureMask.Money + FigureMask.Share + FigureMask.Count + FigureMask.Foreign + "])\\k<sign>*";

    /// <summary>Nouns that say nothing without the one before them.</summary>
    private static readonly HashSet<string> Bare = ["人数", "数量", "总数", "占比", "比例", "比重", "面积", "金额", "规模"];

    /// <summary>How many lists of floors it has (1亿元、5亿元、10亿元以上), which only tiers say.</summary>
    public int Lists { get; private init; }

    public static PhraseSubject Empty { get; } = new("", "", [], null, []);

    public bool IsFirm => Noun.Length == 0 || Firm().IsMatch(Noun);

    /// <summary>A person or thing of which a firm may have several; empty for none.</summary>
    public string RowNoun => PersonOrThing().Match(Noun).Value;

    /// <summary>Reads the phrases that say whom an award is for; null where one of them gives something.</summary>
    /// <param name="previous">The subject that the sentence went on from; its fact is meant where a figure has no noun.</param>
    public static PhraseSubject? Read(PhraseLine line, IReadOnlyList<Phrase> phrases, PhraseSubject? previous)
    {
        var (thresholds, doubts, rest, lists) = (new List<DraftThreshold>(), new List<string>(), new List<string>(), 0);
        DraftThreshold? last = null;
        foreach (var phrase in phrases)
        {
            var text = Leading().Replace(phrase.Text, "");
            var offset = phrase.Start + phrase.Text.Length - text.Length;
            if (text.Length == 0)
                continue;
            if (Gives.IsMatch(text))
                return null;
            if (Places().Match(text) is { Success: true } places)
                doubts.Add(Ranked(line.Original(offset + places.Index, offset + places.Index + places.Length)));
            var left = text;
            if (PhraseCases.ListOf(line, text, offset) is { } list)
            {
                (lists, last) = (lists + 1, list.Last);
                left = left.Replace(list.Words, new string('的', list.Words.Length), StringComparison.Ordinal);
            }
            foreach (Match place in Between().Matches(left))
            {
                if (Alternative().IsMatch(text) || RangeOf(line, place, offset, thresholds.LastOrDefault() ?? last
                    ?? previous?.Thresholds.LastOrDefault()) is not { } range)
                    continue;
                thresholds.AddRange(range.Thresholds);
                if (range.Doubt.Length > 0)
                    doubts.Add(range.Doubt);
                left = left.Replace(place.Value, new string('的', place.Length), StringComparison.Ordinal);
            }
            var (searched, until) = (left, -1);
            foreach (Match place in Condition.Matches(searched))
            {
                var before = thresholds.LastOrDefault() ?? last ?? previous?.Thresholds.LastOrDefault();
                if (Alternative().IsMatch(text) || ConditionOf(line, place, offset, before) is not { } threshold)
                    continue;
                if (until >= 0 && place.Index == until + 1 && searched[until] == '、' && place.Groups["noun"].Value.Contains('业'))
                    doubts.Add($"「{Names.Words(line.Original(offset, offset + text.Length), 60)}」里用顿号隔开的：都要满足，还是满足一个");
                thresholds.Add(threshold);
                if (PhraseCases.IsFirstTime(place.Groups["noun"].Value, out _))
                    doubts.Add("「首次」：以前年度达到过的不再给，还没有写进来");
                left = left.Replace(place.Value, Whose().Match(place.Groups["noun"].Value).Groups["who"].Value, StringComparison.Ordinal);
                until = place.Index + place.Length;
            }
            if (Open.Matches(left) is { Count: > 0 } open)
            {
                if (open.Any(match => !Comparing(left, match)))
                    return null;
                doubts.Add($"「{Names.Words(line.Original(offset, offset + text.Length), 60)}」里的数没有写成单独的条件，在认定的事实里");
            }
            if (Remainder().Replace(left, "").Length > 1)
                rest.Add(left == text ? line.Original(offset, offset + text.Length) : WithoutSigns(left));
        }
        var whole = phrases.Count == 0 ? "" : line.Original(phrases[0].Start, phrases[^1].End);
        var words = phrases.Select(static phrase => phrase.Text).Where(static text => !Aside().IsMatch(text)).ToList();
        var end = words.LastOrDefault(static text => !text.StartsWith("当年", StringComparison.Ordinal)) ?? words.LastOrDefault() ?? "";
        var head = Head().Match(end).Value;
        var noun = end.EndsWith('的') || NoNoun().IsMatch(head) ? "" : head;
        return new(whole, noun, [.. thresholds], FactOf(rest, whole), [.. doubts]) { Lists = lists };
    }

    /// <summary>The same for further words of the sentence: 被认定为省级的.</summary>
    public PhraseSubject Below(PhraseSubject head) => head.Text.Length == 0 ? this : this with
    {
        Text = $"{head.Text}，{Text}",
        Noun = Noun.Length > 0 ? Noun : head.Noun,
        Thresholds = [.. head.Thresholds.Where(above => !Thresholds.Any(own => own.Fact.Name == above.Fact.Name)), .. Thresholds],
        Fact = Fact is null ? head.Fact
            : head.Fact is null ? Fact : Fact with { Comment = "原文：" + Names.Words($"{head.Text}，{Text}", 400) },
        Doubts = [.. head.Doubts, .. Doubts],
    };

    private static Fact? FactOf(List<string> rest, string whole)
    {
        if (rest.Count == 0)
            return null;
        var words = string.Concat(rest);
        if (ClauseMaker.Named(words) is not { } tail)
            return null;
        var name = Names.Head(words, tail);
        return new Fact(null, name, "是否 认定", name == whole ? "" : "原文：" + Names.Words(whole, 400));
    }

    private static string WithoutSigns(string words) =>
        string.Concat(words.Where(static character => character is < '\uE000' or > '\uE00A'));

    private static DraftThreshold? ConditionOf(PhraseLine line, Match place, int offset, DraftThreshold? before)
    {
        if (line.FigureAt(offset + place.Groups["figure"].Index, place.Groups["figure"].Length) is not { } figure)
            return null;
        // 达5亿元以上，10亿以下: the second has the unit of the first.
        if (figure is { Unit: "", PerUnit: "", IsBare: false } && before is not null)
            figure = figure with { Unit = before.Fact.Type == "金额" ? "元" : before.Fact.Type };
        if (Quantities.Write(figure) is not { } written || Quantities.TypeOf(figure) is not { } type || type == "数")
            return null;
        var (word, behind) = (place.Groups["word"].Value, place.Groups["behind"].Value);
        var excludes = place.Groups["including"].Value.Contains('不');
        var comparison = (word, behind) switch
        {
            ("", _) when behind.EndsWith('上') => excludes ? "超过" : "达到",
            ("", not "") => excludes ? "低于" : "不超过",
            ("达到" or "达", _) when !behind.EndsWith('下') => "达到",
            ("不低于" or "不少于", "") => "不低于",
            ("超过" or "突破" or "高于" or "大于", "") => "超过",
            ("低于" or "少于" or "不足" or "不满", "") => "低于",
            _ => null,
        };
        if (comparison is null)
            return null;
        var noun = place.Groups["noun"].Value.TrimEnd('在', '为');
        noun = Whose().Match(noun) is { Success: true } whose ? whose.Groups["what"].Value : noun;
        PhraseCases.IsFirstTime(noun, out noun);
        var name = noun.Length == 0 ? before?.Fact.Type == type ? before.Fact.Name : null
            : Growth().IsMatch(noun) ? before is null ? null : before.Fact.Name + "增长率"
            : NameOf(noun, type, before);
        // 5亿元（含）以上，10亿元以下: the end of a step belongs to the next.
        if (comparison == "不超过" && before is { IsFloor: true } && before.Fact.Name == name && !place.Groups["including"].Success)
            comparison = "低于";
        return name is null ? null : new(new Fact(null, name, type), comparison, figure.Value, written)
        {
            Text = line.Original(offset + place.Index, offset + place.Index + place.Length)
        };
    }

    /// <summary>1亿元（含）—5亿元: from the one on, below the other; null where they are no two ends.</summary>
    private static (DraftThreshold[] Thresholds, string Doubt)? RangeOf(PhraseLine line, Match place, int offset, DraftThreshold? before)
    {
        if (line.FigureAt(offset + place.Groups["low"].Index, place.Groups["low"].Length) is not { } low
            || line.FigureAt(offset + place.Groups["high"].Index, place.Groups["high"].Length) is not { } high
            || low.Unit != high.Unit || low.Value >= high.Value || Quantities.TypeOf(high) is not { } type || type == "数"
            || Quantities.Write(low) is not { } from || Quantities.Write(high) is not { } to)
            return null;
        var noun = place.Groups["noun"].Value;
        var name = noun.Length == 0 ? before?.Fact.Type == type ? before.Fact.Name : null : NameOf(noun, type, before);
        if (name is null)
            return null;
        var (fact, text) = (new Fact(null, name, type), line.Original(offset + place.Index, offset + place.Index + place.Length));
        var (first, last) = (place.Groups["first"].Value, place.Groups["last"].Value);
        var isOpen = first.Length == 0 && last.Length == 0;
        return ([new(fact, first.Contains('不') ? "超过" : "达到", low.Value, from) { Text = text },
            new(fact, last.Length > 0 && !last.Contains('不') || isOpen && place.Groups["below"].Value.Length == 0 ? "不超过" : "低于",
                high.Value, to)
            { Text = text }],
            isOpen ? $"「{text}」两头含不含，原文没有写明" : "");
    }

    /// <summary>The name of an amount: 投资 is 投资额.</summary>
    public static string AmountOf(string name) => AmountLess().IsMatch(name) ? name + "额" : name;

    private static string Ranked(string words) => $"「{words}」：按什么排、一共给几家，还没有写进来";

    private static string? NameOf(string noun, string type, DraftThreshold? before)
    {
        if (Bare.Contains(noun))
            return before is null ? noun : before.Fact.Name + noun;
        if (Limited().IsMatch(noun) || Names.Of(noun, "") is not { Length: > 1 } name
            || name.Length < noun.Count(static character => character is not ('的' or '"')))
            return null;
        return type switch
        {
            "金额" or "美元" => AmountOf(name),
            "比率" => name,
            _ when Counted().IsMatch(name) => name,
            _ => name + "数",
        };
    }

    private static bool Comparing(string text, Match figure) =>
        Behind().IsMatch(text[(figure.Index + figure.Length)..]) || Before().IsMatch(text[..figure.Index]);

    // A figure with the noun in front of it: 年培训人数达到20人以上, 投资1亿元(含)以上; a bare one (10亿元以下的) means the fact before.
    private static Regex Condition { get; } = new("(?<=^|[,、且并的及])(?<noun>(?!达到?|超过|突破|[高低大少]于|不[低少足满])(?:(?!且|并(?"
        + "!购)|[、的])"
        + "[\u4e00-\u9fff\"A-Za-z]){2,18}?)?"
        + "(?<word>达到|达|超过|突破|高于|大于|不低于|不少于|低于|少于|不足|不满)?(?<figure>(?<sign>[" + FigureMask.Money + FigureMask.Share
        + FigureMask.Count + FigureMask.Foreign + FigureMask.Other + "])\\k<sign>*)(?:单位|企业|机构|人员|项目)?(?<including>"
        + PhraseWords.Including + ")?(?<behind>" + Suffixes.Pattern + ")?(?<including>" + PhraseWords.Including + ")?(?=$|[,、的且并及])",
        RegexOptions.CultureInvariant);

    // 1亿元(含)—5亿元, 面积100—500亩(含500亩), 2000万元以上3000万元以下, 10亿元以下、5亿元(含)以上
    [GeneratedRegex("(?<=^|[,、且并的及])(?<noun>(?!达到?|超过|突破|[高低大少]于|不[低少足满])(?:(?!且|并(?!购)|[、的])"
        + "[\u4e00-\u9fff\"A-Za-z]){2,18}?)?(?:达到|达|在|为)?(?:" + Low + "(?:以上)?" + PhraseWords.To + High + "(?<below>以下|以内)?"
        + "|" + Low + "以上(?<first>" + PhraseWords.Including + ")?、?" + High + "(?<below>以下|以内)(?<last>" + PhraseWords.Including
        + ")?"
        + "|" + High + "(?<below>以下|以内)(?<last>" + PhraseWords.Including + ")?、?" + Low + "以上(?<first>" + PhraseWords.Including
        + ")?)(?:之间)?(?=$|[,、的且并及])", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private static Regex Open { get; } = new("(?<sign>"
        + "[" + FigureMask.Money + FigureMask.Share + FigureMask.Price + FigureMask.Ratio + FigureMask.MoneyOfYear
        + FigureMask.Foreign + FigureMask.Count + FigureMask.Other + "])\\k<sign>*", RegexOptions.CultureInvariant);

    [GeneratedRegex("^(?:\\((?:含|不含)[^)]*\\))?(?:" + Suffixes.Pattern + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("(?:达到?|超过?|突破|[高低大少]于|不足|不满|满|为)$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    // A verb of giving that governs a figure: the phrase is no subject.
    private static Regex Gives { get; } = new("(?:给予|予以|奖励|补助|补贴|资助|奖补|配套)" + PhraseWords.Plain
        + "{0,16}[" + FigureMask.Money
        + FigureMask.Share + FigureMask.Price
        + FigureMask.Ratio + FigureMask.MoneyOfYear + "]|(?:最高|最多|不超过|封顶|上限)" + PhraseWords.Plain + "{0,8}["
        + FigureMask.Money + "]|部分(?!门)|不予|不再|不得|不享受"
        + "|取消|追回|收回|减半|给予|予以|以下标准|下列|如下|及其(?:团队|负责人|高管|员工|成员|法定代表人|个人)|和个人|和团队|联合"
        + "|所有|全体|全[市区县](?:企业|单位)|原则上|酌情"
        + "|择优|建议|排名|降低"
        + "|一定条件|"
        + "^(?:鼓励|引导|要求|督促|责令|允许|支持)[^,的]{0,12}$|每(?!年|日|天|周|季|股)|第[一二三四五1-9]年|起的?(?:连续|后)?["
        + FigureMask.Years
        + "]+内?$|^(?:前[一二三四五两0-9]年"
        + "|后[一二三四五两0-9]年|首年|分[一二三四五两" + FigureMask.Years + "])", RegexOptions.CultureInvariant);

    // 批发企业新增量: whose amount it is stands apart from what it is.
    [GeneratedRegex("^(?<who>[^的]{2,12}(?:企业|机构|公司|单位))(?<what>(?!人|总?数|数量|家数|占|面积)[^的]{3,})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whose();

    // 列前五名的, 前10位, 每年评出十家
    [GeneratedRegex("前[一二三四五六七八九十两0-9" + FigureMask.AnyFigure + "]{1,4}[名位强家]?|(?:评选?出|评选|遴选|选出|评定|推选)"
        + "(?:不超过)?(?:[一二三四五六七八九十两0-9]{1,4}[名位家个]|[" + FigureMask.AnyFigure + "]+[名位家个]?)(?!等|星|级|类)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex("^(?:对于|对|凡是|凡|针对|其中:?|即|属于)(?!接|口|应|标|照|外)", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex("[的且并、,和及]|企业|单位|机构|的(?:企业|单位)", RegexOptions.CultureInvariant)]
    private static partial Regex Remainder();

    [GeneratedRegex("或", RegexOptions.CultureInvariant)]
    private static partial Regex Alternative();

    [GeneratedRegex("^(?:同比|较上年|比上年|环比)?(?:增长率?|增幅|增速)$", RegexOptions.CultureInvariant)]
    private static partial Regex Growth();

    [GeneratedRegex("连续|近[一二三两]|每|较|比上|[和与及]|[不未非没尚各]|[均都]$|除|一个|合计$|之和", RegexOptions.CultureInvariant)]
    private static partial Regex Limited();

    [GeneratedRegex("(?:投资|投入|融资|贷款|纳税|产值|贡献|出资|增资)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountLess();

    [GeneratedRegex("(?:数|量|面积|规模|次|总数|人数|长度|产能)$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("(?:企业|公司|单位|机构|商户|工厂|合作社|平台|园区|基地|孵化器|载体|中心|实验室|协会|商会|学校|高校|院校|医院"
        + "|经营主体|市场|旅行社"
        + "|酒店|景区|组织|空间|集团|总部|运营方|主体|示范区|农场|示范社|首店)$", RegexOptions.CultureInvariant)]
    private static partial Regex Firm();

    [GeneratedRegex("^(?:及?以[上下内]|单位以[上下]|再|其)$|认定$|以上$", RegexOptions.CultureInvariant)]
    private static partial Regex NoNoun();

    // 经认定, 从入选之年起: they say nothing of who it is.
    [GeneratedRegex("^(?:经|从|自|按|根据|依据)", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex("[^,的、()" + FigureMask.AnyFigure + "]{1,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex("(?:获得者|获奖者|创业者|劳动者|人才|人员|毕业生|博士后|博士|硕士|研究生|大学生|学生|职工|员工|个人|专家|教授"
        + "|技师|导游|高管|劳动者|青年|居民"
        + "|农户|家庭|项目|专利"
        + "|产品|标准|活动|展会|会议|赛事|商标|作品|设备|成果|论文|课题|门店|网点|航线|班列|车辆|床位|剧目|影片|图书|团队|品种)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonOrThing();
}
