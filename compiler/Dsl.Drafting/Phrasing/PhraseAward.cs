// What an award phrase computes.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrasing;

/// <summary>An award before its ceilings.</summary>
/// <param name="Amount">The amount; a table begins with a line break.</param>
/// <param name="IsCeiling">Whether it is only a ceiling.</param>
/// <param name="Facts">The facts that it computes with.</param>
internal sealed partial record PhraseAward(string Amount, bool IsCeiling, ImmutableArray<Fact> Facts)
{
    /// <summary>Whether a ceiling may cut it.</summary>
    public bool Varies { get; init; }

    /// <summary>Whether it counts the things or persons by itself.</summary>
    public bool Counts { get; init; }

    /// <summary>The thing or person that each award is for; empty for none.</summary>
    public string RowNoun { get; init; } = "";

    /// <summary>Whether it is given to a firm, whoever it is for: 给予用人单位.</summary>
    public bool IsToFirm { get; init; }

    /// <summary>Whether its cases are floors of a figure.</summary>
    public bool IsOfFloors { get; init; }

    /// <summary>Whom it is paid to, where that is someone else than who applies; empty for none.</summary>
    public string Receiver { get; init; } = "";

    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    private static readonly ImmutableArray<(Func<Regex> Pattern, Func<PhraseLine, Phrase, Match, PhraseSubject, PhraseAward?> Read)> Kinds =
    [
        (PhrasePatterns.RateTiers, RateTiers), (PhrasePatterns.Tiers, Tiers), (PhrasePatterns.PerCount, PerCount),
        (PhrasePatterns.EachFixed, Fixed), (PhrasePatterns.RateBy, Rate), (PhrasePatterns.RateGiven, Rate), (PhrasePatterns.RateOf, Rate),
        (PhrasePatterns.Matching, Matching),
        (PhrasePatterns.Fixed, Fixed),
    ];

    /// <summary>The kinds of phrases that an award may be, with the words in front of it.</summary>
    public static IEnumerable<(Match Match, Func<PhraseSubject, PhraseAward?> Read)> Of(PhraseLine line, Phrase phrase)
    {
        foreach (var (pattern, read) in Kinds)
        {
            if (pattern().Match(phrase.Text) is { Success: true } match && !NoMoney().IsMatch(match.Groups["pay"].Value))
                yield return (match, subject => read(line, phrase, match, subject) is { } award
                    && (award.IsCeiling || !Ceiling().IsMatch(match.Groups["pay"].Value))
                        ? award with { IsToFirm = match.Groups["recv"].Captures.Any(static capture => ToFirm().IsMatch(capture.Value)) }
                        : null);
        }
    }

    private static PhraseAward? Fixed(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var group = match.Groups["amount"];
        if (line.FigureAt(phrase.Start + group.Index, group.Length) is not { } figure || Quantities.Write(figure) is not { } written)
            return null;
        var isCeiling = match.Groups["most"].Success || match.Groups["within"].Success;
        var receiver = ReceiverOf(match.Groups["recv"].Captures);
        if (receiver is null)
            return null;
        if (figure.PerUnit is { Length: > 0 } per and not "年")
            return match.Groups["each"].Success ? null : Priced(written, per, isCeiling, subject) is { } priced
                ? priced with { Receiver = receiver } : null;
        var unit = match.Groups["each"].Success ? match.Groups["eachunit"].Value : match.Groups["afterunit"].Value;
        if (match.Groups["monthly"].Success)
            return Monthly(written, unit, isCeiling, subject) is { } monthly ? monthly with { Receiver = receiver } : null;
        // 给予入驻企业每家5万元: as many times as there are such firms.
        if (unit is "家" or "户" && match.Groups["each"].Success && match.Groups["recv"].Success)
            return null;
        if (unit.Length == 0 || unit is "家" or "户")
            return new PhraseAward(written, isCeiling, []) { Receiver = receiver };
        var noun = match.Groups["eachnoun"].Value;
        if (noun.Length > 0 && Firm().IsMatch(noun) && unit is "个")
            return new PhraseAward(written, isCeiling, []) { Receiver = receiver };
        // 每张床位: they are counted, not listed one by one.
        if (noun.Length > 1 && unit is not ("个" or "人" or "名" or "位" or "项") && Units.Find(unit) is { } counted)
        {
            var number = new Fact(null, Names.Of(noun, "符合条件") + "数", counted.Name, "原文：" + Names.Words(subject.Text, 400));
            return new PhraseAward($"{number.Name} * {written}/{counted.Name}", isCeiling, [number])
            {
                Varies = true, Counts = true, Receiver = receiver
            };
        }
        var row = noun.Length > 1 ? noun : subject.RowNoun;
        if (row.Length > 0)
            return new PhraseAward(written, isCeiling, []) { RowNoun = row, Receiver = receiver };
        return Priced($"{written}/{(unit is "位" or "名" ? "人" : unit)}", unit is "位" or "名" ? "人"
            : unit, isCeiling, subject) is { } each
            ? each with { Receiver = receiver } : null;
    }

    /// <summary>每人每月3000元: times the months of the year.</summary>
    private static PhraseAward? Monthly(string written, string unit, bool isCeiling, PhraseSubject subject)
    {
        var isPerson = unit is "人" or "名" or "位";
        if (unit.Length > 0 && !isPerson && unit is not ("家" or "户") || isCeiling)
            return null;
        var months = new Fact(null, "补贴月数", "月", "本年补贴的月数");
        if (!isPerson || subject.RowNoun.Length > 0)
            return new PhraseAward($"{written}/月 * 补贴月数", false, [months]) { Varies = true, RowNoun = isPerson ? subject.RowNoun
                : "" };
        var people = new Fact(null, "符合条件的人数", "人", "原文：" + Names.Words(subject.Text, 400));
        return new PhraseAward($"{written}/人/月 * {people.Name} * 补贴月数", false, [people, months]) { Varies = true, Counts = true };
    }

    /// <summary>100元/亩, 1000元/人: times the number of them.</summary>
    private static PhraseAward? Priced(string written, string per, bool isCeiling, PhraseSubject subject)
    {
        var (facts, amount, notes) = (new List<Fact>(), "", new List<string>());
        foreach (var unit in per.Split('/').Where(static unit => unit != "年"))
        {
            if (Units.Find(unit) is not { } known)
                return null;
            var name = known.Name is "月" ? "补贴月数" : Names.Of("符合条件的" + known.Name + "数", "数量");
            facts.Add(new Fact(null, name, known.Name, "原文：" + Names.Words(subject.Text, 400)));
            amount += name + " * ";
        }
        if (per.Contains('月'))
            notes.Add("「补贴月数」是本年的月数：连续几个月的上限还没有写进来");
        return new PhraseAward(amount + written, isCeiling, [.. facts]) { Varies = true, Counts = true, Notes = [.. notes] };
    }

    private static PhraseAward? PerCount(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var unit = match.Groups["oneunit"].Value;
        if (match.Groups["one"] is { Success: true } one)
        {
            if (line.FigureAt(phrase.Start + one.Index, one.Length) is not { } count || !(count.Value == 1) || count.Unit.Length == 0)
                return null;
            unit = count.Unit;
        }
        var name = unit == "名" ? "人" : unit;
        if (Units.Find(name) is null || line.Written(match.Groups["amount"], phrase.Start) is not { } written || written.Contains('/')
            || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver || match.Groups["each"].Success)
            return null;
        var words = line.Original(phrase.Start + match.Groups["per"].Index, phrase.Start + match.Groups["per"].Index
            + match.Groups["per"].Length);
        var noun = match.Groups["noun"].Value;
        var plain = noun.Length is > 1 and <= 12 && PlainNoun().IsMatch(noun.TrimEnd('的')) ? noun.TrimEnd('的') : "";
        var fact = new Fact(null, Names.Of(match.Groups["what"].Value + plain, "符合条件") + (plain.Length > 0 ? "数" : name + "数"), name,
            "原文：" + Names.Words(words, 400));
        return new PhraseAward($"{fact.Name} * {written}/{name}", match.Groups["most"].Success, [fact])
        {
            Varies = true, Counts = true, Receiver = receiver
        };
    }

    private static PhraseAward? Rate(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        if (BaseOf(line, phrase, match.Groups["base"]) is not { } amount
            || line.Written(match.Groups["share"], phrase.Start) is not { } share
            || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver)
            return null;
        return new PhraseAward($"{amount.Name} * {share}", match.Groups["most"].Success, [amount]) { Varies = true, Receiver = receiver };
    }

    private static PhraseAward? Matching(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var ratio = match.Groups["ratio"];
        return BaseOf(line, phrase, match.Groups["base"]) is { } amount
            && line.FigureAt(phrase.Start + ratio.Index, ratio.Length) is { Parts: [var first, var second] } figure && (first == 1
                || first <= second)
            && Quantities.Write(figure) is { } written
                ? new PhraseAward($"{amount.Name} * {written}", match.Groups["most"].Success, [amount]) { Varies = true }
                : null;
    }

    private static PhraseAward? Tiers(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var tiers = match.Groups["tier"].Captures.Select(capture => line.Written(capture, phrase.Start)).ToList();
        if (tiers.Exists(static tier => tier is null || tier.Contains('/')) || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver
            || match.Groups["each"].Success && match.Groups["eachunit"].Value is not ("家" or "户")
            || PhraseCases.Of(line, phrase, match, subject, tiers.Count) is not { } cases)
            return null;
        var isCeiling = match.Groups["most"].Success;
        return PhraseCases.Table(cases, [.. tiers.OfType<string>()], isCeiling) is { } award ? award with { Receiver = receiver } : null;
    }

    private static PhraseAward? RateTiers(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var tiers = match.Groups["tier"].Captures.Select(capture => line.Written(capture, phrase.Start)).OfType<string>().ToList();
        if (tiers.Count != match.Groups["tier"].Captures.Count || BaseOf(line, phrase, match.Groups["base"]) is not { } amount
            || PhraseCases.Of(line, phrase, match, subject, tiers.Count) is not { } cases)
            return null;
        return PhraseCases.Table(cases, [.. tiers.Select(tier => $"{amount.Name} * {tier}")], match.Groups["most"].Success) is { } award
            ? award with { Facts = [amount, .. award.Facts], Varies = false }
            : null;
    }

    /// <summary>Whom it is paid to, empty where nobody else is named; null where two are.</summary>
    private static string? ReceiverOf(CaptureCollection captures)
    {
        string[] named = [.. captures.Select(static capture => Purpose().Replace(capture.Value,
            "")).Where(static words => Person().IsMatch(words))];
        return named.Length > 1 ? null
            : named.Length == 0 || Same().IsMatch(named[0]) ? ""
            : named[0];
    }

    /// <summary>The amount that a share is taken of, named by all its words.</summary>
    private static Fact? BaseOf(PhraseLine line, Phrase phrase, Group group)
    {
        var words = line.Original(phrase.Start + group.Index, phrase.Start + group.Index + group.Length);
        var plain = Own().Replace(words, "").TrimEnd('的');
        if (!AmountWord().IsMatch(plain) || MoreThanName().IsMatch(plain) || Names.Of(plain, "") is not { Length: > 1 } name)
            return null;
        return new Fact(null, PlainAmount().IsMatch(name) ? name + "额"
            : name, "金额", name.Length < plain.Count(static c => c != '的') ? "原文：" + plain : "");
    }

    [GeneratedRegex("(?:企业|单位|机构|主体|公司|园区|平台)$", RegexOptions.CultureInvariant)]
    private static partial Regex ToFirm();

    [GeneratedRegex("最高|最多|不超过|上限|封顶|以内|不高于|限额", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    // Support that is no money given, or not the sum that is written.
    [GeneratedRegex("授信|股权|借[资款]|贷款(?!贴?利?息)|贷款贴息(?:支持|补贴|资金)?$|左右|上下|(?<=\uE001)起|[加双翻]倍|翻番"
        + "|预[拨付支]|周转|过桥|转贷|应急"
        + "|资本金|投资(?=支持|扶持|资助|奖补|资金)|有偿|风险补偿|实物|总(?:额|量)?(?=奖|补|资助|资金)|[差余]额|补差|叠加|浮动"
        + "|基础(?=奖|补)|保底"
        + "|采购|订单|过渡|循环|拨改投|(?:团队|高管|骨干|创始人)(?:奖励|补助|补贴)|场地(?:支持|扶持)|"
        + "信贷|保证金|跟投|参股|入股|免息|抵扣|抵免|减免|担保|投资基金|分阶段|引导基金|消费券|服务券|创新券"
        + "|等值", RegexOptions.CultureInvariant)]
    private static partial Regex NoMoney();

    [GeneratedRegex("^(?:其|该企业|企业|申报单位|该项目)(?=.{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("(?:额|费|费用|经费|资金|投入|投资|收入|利息|租金|税|税收|成本|造价|产值|价款|资助|奖金|奖励|补助|补贴|贡献|保费"
        + "|款|支出|总投|报酬|工资|外资|地方贡献|贡献度)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AmountWord();

    [GeneratedRegex(
        "超过|超出|高于|低于|增幅|增速|部分|每|首年|第.年|同期|利率|标准|价格|不|未|非|扣除|减|差额|[前后近][一二三四五六七八九十两]"
            + "|累计|分别|以上|以下"
        + "|对应|相应|最低|最高|[平人户亩年]均|单[个项位户]|各|或|增长|增加|增量|净增|环比|扩大|超额|超基数|亏损|折算|上述|前述|前项"
        + "|本[条款项]|首次|剩余"
        + "|余额|结余|较|同比|其中|给予|增值税|所得税|留存|财政贡献部分|^(?:专项|奖励|补助|补贴|扶持|支持)?(?:资金|金额|奖励|经费"
        + "|补助|补贴|资助)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MoreThanName();

    [GeneratedRegex("(?:投资|投入|融资|产值|贡献)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmount();

    [GeneratedRegex("^[\u4e00-\u9fff]{2,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNoun();

    // What stands between a receiver and the figure: 园区扶持资金 → 园区.
    [GeneratedRegex("(?:一次性)?(?:扶持|奖励|补助|补贴|资助|奖补|支持|配套|引才|建设|运营)*(?:资金|经费|金|费)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex("(?:企业|单位|机构|个人|本人|团队|园区|平台|运营方|协会|商会|人员|人才|高校|院校|学校|医院|合作社|中介|组织|主体"
        + "|承办方|主办方|居民"
        + "|农户|业主|经营者|创业者|负责人|法人|高管|选手|获奖者|方)$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("^(?:该|申报|获奖|入选|相关|符合条件的?|所在)*(?:企业|单位|机构|主体|平台|园区|个人|本人)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    [GeneratedRegex("(?:企业|单位|机构|主体|平台|园区|公司|基地)$", RegexOptions.CultureInvariant)]
    private static partial Regex Firm();
}
