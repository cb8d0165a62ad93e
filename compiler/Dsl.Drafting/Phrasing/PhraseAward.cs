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

    /// <summary>The figure that a further case replaces, as it stands in the amount; empty where there is none or several.</summary>
    public string Figure { get; init; } = "";

    /// <summary>The ceiling that stands in the midst of it; null for none.</summary>
    public string? Cap { get; init; }

    /// <summary>The two ends between which an authority decides; null for any other award.</summary>
    public (string Low, string? High)? Decided { get; init; }

    /// <summary>The amounts by case, in the order of <see cref="Cases"/>; empty for any other award.</summary>
    public ImmutableArray<string> Cells { get; init; } = [];

    public PhraseCases? Cases { get; init; }

    /// <summary>The years that it is given, where they differ; 0 where all are alike.</summary>
    public int Years { get; init; }

    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    private static readonly ImmutableArray<(Regex Pattern, Func<PhraseLine, Phrase, Match, PhraseSubject, PhraseAward?> Read)> Kinds =
    [
        (StepPatterns.Excess, SteppedAwards.Excess), (StepPatterns.Growth, SteppedAwards.Growth),
        (StepPatterns.EachStep, SteppedAwards.EachStep),
        (PhrasePatterns.RateTiers, RateTiers), (PhrasePatterns.Tiers, Tiers), (StepPatterns.Pairs, Pairs),
        (StepPatterns.Range, SteppedAwards.Range), (StepPatterns.RateRange, SteppedAwards.RateRange),
        (StepPatterns.Floor, SteppedAwards.Range),
        (StepPatterns.RateFloor, SteppedAwards.RateRange),
        (PhrasePatterns.PerCount, PerCount), (StepPatterns.Full, Full), (StepPatterns.RateAfter, Rate),
        (PhrasePatterns.EachFixed, Fixed), (PhrasePatterns.RateBy, Rate), (PhrasePatterns.RateGiven, Rate), (PhrasePatterns.RateOf, Rate),
        (PhrasePatterns.Matching, Matching),
        (PhrasePatterns.Fixed, Fixed), (StepPatterns.Elliptic, Fixed),
    ];

    /// <summary>The kinds of phrases that an award may be, with the words in front of it.</summary>
    public static IEnumerable<(Match Match, Func<PhraseSubject, PhraseAward?> Read)> Of(PhraseLine line, Phrase phrase)
    {
        foreach (var (pattern, read) in Kinds)
        {
            if (pattern.Match(phrase.Text) is { Success: true } match && !NoMoney().IsMatch(match.Groups["pay"].Value))
                yield return (match, subject => read(line, phrase, match, subject) is { } award
                    && (award.IsCeiling || award.Cap is not null || !Ceiling().IsMatch(match.Groups["pay"].Value))
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
        {
            var plain = Quantities.Write(figure with { PerUnit = "" });
            string[] months = match.Groups["monthly"].Success ? ["月"] : [];
            return match.Groups["each"].Success || plain is null ? null
                : PhraseUnits.Priced(plain, [.. per.Split('/'), .. months], match.Groups["measure"].Value, isCeiling, subject) is { } priced
                    ? priced with { Receiver = receiver } : null;
        }
        if (match.Groups["measure"].Success)
            return null;
        var unit = match.Groups["each"].Success ? match.Groups["eachunit"].Value : match.Groups["afterunit"].Value;
        if (match.Groups["monthly"].Success && (unit.Length == 0 || PhraseUnits.IsPerson(unit) || unit is "家" or "户"))
            return PhraseUnits.Monthly(written, unit, isCeiling, subject) is { } monthly ? monthly with { Receiver = receiver } : null;
        string[] second = match.Groups["second"].Success ? [match.Groups["second"].Value]
            : match.Groups["monthly"].Success ? ["月"] : [];
        // 每家民宿: a firm may have several.
        if (unit is "家" or "户" && Outlet().IsMatch(match.Groups["eachnoun"].Value))
            return new PhraseAward(written, isCeiling, [])
            {
                RowNoun = match.Groups["eachnoun"].Value, Receiver = receiver, Figure = written
            };
        // 给予入驻企业每家5万元: as many times as there are such firms.
        if (unit is "家" or "户" && match.Groups["each"].Success && match.Groups["recv"].Success)
            return null;
        if (unit.Length == 0 || unit is "家" or "户")
            return second.Length > 0 ? null : new PhraseAward(written, isCeiling, []) { Receiver = receiver, Figure = written };
        var noun = match.Groups["eachnoun"].Value;
        if (noun.Length > 0 && Firm().IsMatch(noun) && unit is "个")
            return new PhraseAward(written, isCeiling, []) { Receiver = receiver, Figure = written };
        var row = noun.Length > 1 ? noun : subject.RowNoun;
        // 每张床位: they are counted, not listed one by one.
        if (second.Length == 0 && row.Length > 0 && (noun.Length <= 1 || unit is "个" or "人" or "名" or "位" or "项")
            && unit is not ("人次" or "场次" or "亩" or "吨" or "平方米" or "立方米" or "千瓦" or "千瓦时"))
            return new PhraseAward(written, isCeiling, []) { RowNoun = row, Receiver = receiver, Figure = written };
        return PhraseUnits.Priced(written, [unit, .. second], noun.Length > 1 ? noun : "", isCeiling, subject) is { } each
            ? each with { Receiver = receiver } : null;
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
        if (line.Written(match.Groups["amount"], phrase.Start) is not { } written || written.Contains('/')
            || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver || match.Groups["each"].Success)
            return null;
        var words = line.Original(phrase.Start + match.Groups["per"].Index, phrase.Start + match.Groups["per"].Index
            + match.Groups["per"].Length);
        var noun = match.Groups["noun"].Value;
        var plain = noun.Length is > 1 and <= 12 && PlainNoun().IsMatch(noun.TrimEnd('的')) ? noun.TrimEnd('的') : "";
        var isKnown = Units.Find(name) is not null;
        var fact = new Fact(null, Names.Of(match.Groups["what"].Value + plain, "符合条件") + (plain.Length > 0 ? "数" : name + "数"),
            isKnown ? name : "数", "原文：" + Names.Words(words, 400));
        var price = isKnown ? $"{written}/{name}" : written;
        return new PhraseAward($"{fact.Name} * {price}", match.Groups["most"].Success, [fact])
        {
            Varies = true, Counts = true, Receiver = receiver, Figure = price,
            Notes = match.Groups["more"].Success ? ["上限是不是与前面的一笔合在一起的，请核对"] : [],
        };
    }

    private static PhraseAward? Rate(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        if (BaseOf(line, phrase, match.Groups["base"]) is not { } amount
            || line.Written(match.Groups["share"], phrase.Start) is not { } share
            || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver)
            return null;
        var award = new PhraseAward($"{amount.Name} * {share}", match.Groups["most"].Success, [amount])
        {
            Varies = true, Receiver = receiver, Figure = share,
        };
        if (match.Groups["within"] is not { Success: true } within)
            return award;
        if (line.FigureAt(phrase.Start + within.Index, within.Length) is not { } cap || Quantities.Write(cap with { PerUnit = "" })
            is not { } written)
            return null;
        if (cap.PerUnit.Length == 0)
            return award with { Cap = written };
        // 按裸车价的10%、不超过3万元/辆: each of them has its price and its ceiling.
        return PhraseUnits.IsThing(cap.PerUnit) && PhraseUnits.RowsOf(cap.PerUnit, "", subject) is { Length: > 0 } rows
            ? award with { Cap = written, RowNoun = rows } : null;
    }

    /// <summary>展位费给予全额补助.</summary>
    private static PhraseAward? Full(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject) =>
        BaseOf(line, phrase, match.Groups["base"]) is { } amount && ReceiverOf(match.Groups["recv"].Captures) is { } receiver
            ? new PhraseAward(amount.Name, false, [amount]) { Varies = true, Receiver = receiver }
            : null;

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
        var figures = match.Groups["tier"].Captures.Select(capture => line.FigureAt(phrase.Start + capture.Index, capture.Length)).ToList();
        if (figures.Exists(figure => figure is null || figure.PerUnit != figures[0]?.PerUnit)
            || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver
            || PhraseCases.Of(line, phrase, match, subject, figures.Count) is not { } cases)
            return null;
        var tiers = figures.ConvertAll(static figure => figure is null ? null : Quantities.Write(figure with { PerUnit = "" }));
        // A higher step that pays less was read the wrong way round.
        var rises = figures.Zip(figures.Skip(1)).All(pair => pair.First?.Value.CompareTo(pair.Second?.Value ?? 0) * (cases.Falls ? -1
            : 1) < 0);
        return tiers.Contains(null) || cases.Floors.Length > 0 && !rises ? null
            : Tiers(match, [.. tiers.OfType<string>()], (figures[0]?.PerUnit ?? "").Split('/'), cases, subject) is { } award
                ? award with { Receiver = receiver } : null;
    }

    /// <summary>The table of amounts by case; where they are for each person or thing, the rows are those.</summary>
    /// <param name="per">The units behind the amounts, such as 人 and 月.</param>
    private static PhraseAward? Tiers(Match match, ImmutableArray<string> tiers, string[] per, PhraseCases cases, PhraseSubject subject)
    {
        string[] units = [.. match.Groups["one"].Success ? ["人"] : Array.Empty<string>(),
            .. per.Where(static unit => unit is not ("" or "月" or "年")),
            .. match.Groups["each"].Success ? [match.Groups["eachunit"].Value] : Array.Empty<string>()];
        if (units.Length > 1 || match.Groups["second"].Success)
            return null;
        var isMonthly = match.Groups["monthly"].Success || per.Contains("月");
        var unit = units.FirstOrDefault() ?? "";
        if (unit.Length > 0 && (match.Groups["measure"].Success || Units.Find(unit)?.Kind == UnitKind.Measure))
            return isMonthly || !match.Groups["measure"].Success && match.Groups["each"].Success
                && match.Groups["eachnoun"].Length > 1 ? null
                : Measured(tiers, unit, match, cases, subject);
        if (match.Groups["measure"].Success)
            return null;
        var rows = unit is "" or "家" or "户" ? "" : PhraseUnits.RowsOf(unit, match.Groups["eachnoun"].Value, subject);
        if (rows is null || rows.Length > 0 && cases.Floors.Length > 0 && unit is not ("届" or "场") && subject.RowNoun.Length == 0)
            return null;
        ImmutableArray<string> cells = isMonthly ? [.. tiers.Select(static tier => $"{tier}/月 * {PhraseUnits.Months.Name}")] : tiers;
        return PhraseCases.Table(cases, cells, match.Groups["most"].Success) is { } award
            ? award with { RowNoun = rows, Cells = cells, Cases = cases,
                Facts = isMonthly ? [.. award.Facts, PhraseUnits.Months] : award.Facts }
            : null;
    }

    /// <summary>按照展览面积分别给予30元/平方米、25元/平方米: times the same number in each case.</summary>
    private static PhraseAward? Measured(ImmutableArray<string> tiers, string unit, Match match, PhraseCases cases, PhraseSubject subject)
    {
        var times = tiers.Select(tier => PhraseUnits.Times(tier, [unit], match.Groups["measure"].Value, subject)).ToList();
        if (cases.Floors.Length > 0 || times.Contains(null))
            return null;
        ImmutableArray<string> cells = [.. times.Select(static each => each?.Amount ?? "")];
        return PhraseCases.Table(cases, cells, match.Groups["most"].Success) is { } award
            ? award with { Counts = true, Cells = cells, Cases = cases, Facts = [.. award.Facts, .. times[0]?.Facts ?? []] } : null;
    }

    /// <summary>给予省内300元、省外800元: each case in front of its amount.</summary>
    private static PhraseAward? Pairs(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        string?[] tiers = [.. match.Groups["tier"].Captures.Select(capture => line.Written(capture, phrase.Start))];
        string[] names = [.. match.Groups["case"].Captures.Select(static capture => Names.Of(capture.Value, ""))];
        if (tiers.Any(static tier => tier is null || tier.Contains('/')) || names.Any(static name => name.Length < 2)
            || names.Distinct(StringComparer.Ordinal).Count() != names.Length
                || ReceiverOf(match.Groups["recv"].Captures) is not { } receiver)
            return null;
        var cases = new PhraseCases([.. names], [], new Fact(null, "类别", "", "原文的分档：" + string.Join('、', names)));
        return Tiers(match, [.. tiers.OfType<string>()], [""], cases, subject) is { } award ? award with { Receiver = receiver } : null;
    }

    private static PhraseAward? RateTiers(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var tiers = match.Groups["tier"].Captures.Select(capture => line.Written(capture, phrase.Start)).OfType<string>().ToList();
        if (tiers.Count != match.Groups["tier"].Captures.Count || BaseOf(line, phrase, match.Groups["base"]) is not { } amount
            || PhraseCases.Of(line, phrase, match, subject, tiers.Count) is not { } cases)
            return null;
        ImmutableArray<string> cells = [.. tiers.Select(tier => $"{amount.Name} * {tier}")];
        return PhraseCases.Table(cases, cells, match.Groups["most"].Success) is { } award
            ? award with { Facts = [amount, .. award.Facts], Varies = cases.Names.Length == 0, Cells = cells, Cases = cases }
            : null;
    }

    /// <summary>Whom it is paid to, empty where nobody else is named; null where two are.</summary>
    public static string? ReceiverOf(CaptureCollection captures)
    {
        string[] named = [.. captures.Select(static capture => Purpose().Replace(capture.Value,
            "")).Where(static words => Person().IsMatch(words))];
        return named.Length > 1 ? null
            : named.Length == 0 || Same().IsMatch(named[0]) ? ""
            : named[0];
    }

    /// <summary>The amount that a share is taken of, named by all its words.</summary>
    public static Fact? BaseOf(PhraseLine line, Phrase phrase, Group group)
    {
        var words = line.Original(phrase.Start + group.Index, phrase.Start + group.Index + group.Length);
        var plain = Own().Replace(words, "").TrimEnd('的');
        if (!AmountWord().IsMatch(plain) || MoreThanName().IsMatch(Alternatives().Replace(Plainly().Replace(plain, ""), ""))
            || Names.Of(plain, "") is not { Length: > 1 } name)
            return null;
        return new Fact(null, PlainAmount().IsMatch(name) ? name + "额"
            : name, "金额", name.Length < plain.Count(static c => c != '的') ? "原文：" + plain : "");
    }

    [GeneratedRegex("(?:企业|单位|机构|主体|公司|园区|平台)$", RegexOptions.CultureInvariant)]
    private static partial Regex ToFirm();

    [GeneratedRegex("最高|最多|不超过|上限|封顶|以内|不高于|限额", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    // Support that is no money given, or not the sum that is written.
    [GeneratedRegex("授信|股权|借[资款]|贷款(?!贴?利?息|(?:发放|总|金)?额(?!度))|贷款贴息(?:支持|补贴|资金)?$|左右|上下|(?<=\uE001)起"
        + "|[加双翻]倍|翻番"
        + "|预[拨付支]|周转|过桥|转贷|应急"
        + "|资本金|投资(?=支持|扶持|资助|奖补|资金)|有偿|风险补偿|实物|总(?:额|量)?(?=奖|补|资助|资金)|[差余]额|补差|叠加|浮动"
        + "|基础(?=奖|补)|保底"
        + "|采购(?!额|金额|费)|订单|过渡|循环|拨改投|(?:团队|高管|骨干|创始人)(?:奖励|补助|补贴)|场地(?:支持|扶持)|"
        + "信贷|保证金|跟投|参股|入股|免息|抵扣|抵免|减免|担保|投资基金|分阶段|引导基金|消费券|服务券|创新券"
        + "|等值", RegexOptions.CultureInvariant)]
    private static partial Regex NoMoney();

    [GeneratedRegex("^(?:其|该企业|企业|申报单位|该项目)(?=.{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("(?:额|费|费用|经费|资金|投入|投资|收入|利息|租金|房租|财力|税|税收|成本|造价|产值|价款|资助|奖金|奖励|补助|补贴|贡献"
        + "|保费"
        + "|款|支出|总投|报酬|工资|薪金|年薪|薪酬|售价|成交价|销售价格|流水|票房|核销额|资本|原值|总价|(?:指导|评估|合同|市场|成交"
        + "|采购|购置|裸?车|"
        + "审定)价|房价|(?:留成|留存)(?:部分)?|税款|新增贷款|贷款余额|不良贷款|资本金|外资|地方贡献|贡献度)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AmountWord();

    [GeneratedRegex(
        "超过|超出|高于|低于|增幅|增速|(?<!留[成存])部分|每|首年|第.年|同期|利率|标准(?![摊展]位)|价格|不|未|非|扣除|减|差额|[前后近][一"
            + "二三四五六七八九十两]"
            + "|累计|分别|以上|以下"
        + "|对应|相应|最低|最高|[平人户亩年]均|(?<!产品)单[个项位户台]|各|或|增长|增加|增量|净增|环比|扩大|超额|超基数|亏损|折算|上述|前"
        + "述|前项"
        + "|本[条款项]|首次|剩余"
        + "|余额|结余|较|同比|其中|给予|财政贡献部分|^(?:专项|奖励|补助|补贴|扶持|支持)?(?:资金|金额|奖励|经费"
        + "|补助|补贴|资助)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MoreThanName();

    [GeneratedRegex("不含税|(?<=销售|成交|交易)价格$|^(?:最终|实际)", RegexOptions.CultureInvariant)]
    private static partial Regex Plainly();

    // 实际租金或建设费用: one amount, whichever it is.
    [GeneratedRegex("(?<=租金|费|费用|投入|投资|支出)或(?=[^或]{2,10}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

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

    [GeneratedRegex("^(?:民宿|.{0,4}(?:门店|网点|[分首直营锁利旗舰]店|农家乐|驿站|服务点|工作室))$", RegexOptions.CultureInvariant)]
    private static partial Regex Outlet();

    [GeneratedRegex("^(?:该|申报|获奖|入选|相关|符合条件的?|所在)*(?:企业|单位|机构|主体|平台|园区|个人|本人)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    [GeneratedRegex("(?:企业|单位|机构|主体|平台|园区|公司|基地)$", RegexOptions.CultureInvariant)]
    private static partial Regex Firm();
}
