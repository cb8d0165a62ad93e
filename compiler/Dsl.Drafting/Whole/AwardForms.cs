// What each pattern of whole sentences computes.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Drafting.Whole;

/// <summary>The amounts of whole sentences; null where something of them is left over.</summary>
internal static partial class AwardForms
{
    /// <summary>一次性奖励50万元, 最高1000万元.</summary>
    public static AwardFormula? Fixed(FigureMask mask, Match match, SubjectReading? subject)
    {
        if ((match.Groups["firm"].Success && subject is not { IsFirm: true })
            || (match.Groups["judged"].Success && !match.Groups["most"].Success))
            return null;
        var money = match.Groups["money"].Success ? match.Groups["money"] : match.Groups["ofyear"];
        return TermsReading.FigureOf(mask, money) is { } written
            ? new AwardFormula(written, match.Groups["most"].Success, []) { MayBeCapped = false }
            : null;
    }

    /// <summary>投资额20%.</summary>
    public static AwardFormula? Rate(FigureMask mask, Match match, SubjectReading? subject)
    {
        var words = match.Groups["base"].Value;
        if (match.Groups["basis"] is { Success: true } basis)
        {
            if (!basis.Value.EndsWith(words, StringComparison.Ordinal))
                return null;
            words = basis.Value;
        }
        return AmountOf(words) is { } amount && TermsReading.FigureOf(mask, match.Groups["share"]) is { } share
            ? new AwardFormula($"{amount.Name} * {share}", match.Groups["most"].Success, [amount]) { IsLinear = true } : null;
    }

    /// <summary>市级资助1:1.</summary>
    public static AwardFormula? Matching(FigureMask mask, Match match, SubjectReading? subject) =>
        AmountOf(match.Groups["base"].Value) is { } amount && mask.At(match.Groups["ratio"].Index) is { Parts: [var first, var second] }
        && first == second
            ? new AwardFormula($"{amount.Name} * {TermsReading.FigureOf(mask, match.Groups["ratio"])}", false, [amount]) { IsLinear = true }
            : null;

    /// <summary>超过500万元的部分按3%.</summary>
    public static AwardFormula? Excess(FigureMask mask, Match match, SubjectReading? subject) =>
        AmountOf(match.Groups["noun"].Value) is { } amount && TermsReading.FigureOf(mask, match.Groups["floor"]) is { } floor
        && TermsReading.FigureOf(mask, match.Groups["share"]) is { } share
            ? new AwardFormula($"max({amount.Name} - {floor}, 0元) * {share}", false, [amount]) : null;

    /// <summary>每件2000元.</summary>
    public static AwardFormula? PerUnit(FigureMask mask, Match match, SubjectReading? subject)
    {
        if (subject is null)
            return null;
        var isPrice = match.Groups["price"].Success;
        var word = isPrice ? mask.At(match.Groups["price"].Index).PerUnit : match.Groups["unit"].Value;
        if (Units.Find(word) is not { } unit
            || TermsReading.FigureOf(mask, isPrice ? match.Groups["price"] : match.Groups["money"]) is not { } written)
            return null;
        var isCeiling = match.Groups["most"].Success;
        if (word is "家" && subject.IsFirm)
            return isPrice ? null : new AwardFormula(written, isCeiling, []) { MayBeCapped = false };
        var noun = subject.IsFirm || !PlainNoun().IsMatch(subject.Noun) || !CountsNoun(unit.Name, subject) || subject.Who.Contains('、',
            StringComparison.Ordinal)
            ? "符合条件的" + unit.Name
            : subject.Noun;
        var count = new Fact(null, Names.Of(noun, "符合条件") + "数", unit.Name, "原文：" + Names.Words(subject.Text, 400));
        return new AwardFormula($"{count.Name} * {written}{(isPrice ? "" : "/" + unit.Name)}", isCeiling, [count]) { Counts = true };
    }

    /// <summary>
    /// Whether the unit counts the noun: 专利 are counted by 件, 农贸市场 are not counted by 平方米, nor 个人 by 辆.
    /// </summary>
    private static bool CountsNoun(string unit, SubjectReading subject) => unit switch
    {
        "人" or "名" => subject.IsMany,
        "个" or "件" or "项" or "篇" => !Person().IsMatch(subject.Noun),
        "辆" => subject.Noun.EndsWith('车'),
        "台" or "套" => Machine().IsMatch(subject.Noun),
        _ => false,
    };

    /// <summary>分别给予200万元、100万元、30万元.</summary>
    public static AwardFormula? Tiers(FigureMask mask, Match match, SubjectReading? subject)
    {
        var tiers = match.Groups["tier"].Captures.Select(capture => TermsReading.FigureOf(mask, capture)).OfType<string>().ToList();
        var values = match.Groups["tier"].Captures.Select(capture => mask.At(capture.Index).Value).ToList();
        if (subject is null || tiers.Count != match.Groups["tier"].Captures.Count || !IsOrdered(values))
            return null;
        if (subject.First is { } first)
            return values[0] < values[^1]
                ? new AwardFormula($"首次 {first.Fact.Name} {first.Levels} : {string.Join('、', tiers)}", match.Groups["most"].Success,
                    [first.Fact]) { MayBeCapped = false, IsOfYears = true }
                : null;
        if (subject.Floors.Length > 0)
            return Steps(subject, tiers, values[0] < values[^1], match.Groups["most"].Success);
        if (subject.Cases.Length != tiers.Count)
            return null;
        var (fact, column) = (new Fact(null, "级别", $"[{string.Join(", ", subject.Cases)}, 其他]", "原文的分档"),
            match.Groups["most"].Success ? "最高" : "金额");
        var table = $"\n    | 级别 | {column} |"
            + string.Concat(subject.Cases.Zip(tiers).Select(static pair => $"\n    | {pair.First} | {pair.Second} |"));
        return new AwardFormula(table, match.Groups["most"].Success, [fact])
        {
            MayBeCapped = false, Lines = [new("条件", $"级别 属于 [{string.Join(", ", subject.Cases)}]")]
        };
    }

    /// <summary>较上年每增加1000万元奖励1万元.</summary>
    public static AwardFormula? Increase(FigureMask mask, Match match, SubjectReading? subject)
    {
        var step = mask.At(match.Groups["step"].Index);
        return TermsReading.FigureOf(mask, match.Groups["step"]) is { } written && Quantities.TypeOf(step) is { } type
            && !MoreThanName().IsMatch(match.Groups["noun"].Value)
            && SubjectReading.NameOf(match.Groups["noun"].Value, type, null) is { } name
            && TermsReading.FigureOf(mask, match.Groups["money"]) is { } money
            ? new AwardFormula($"{name} 每增加 {written} : {money}", false, [new Fact(DetailNames.ByYear, name, type)]) { IsOfYears = true }
            : null;
    }

    private static AwardFormula? Steps(SubjectReading subject, List<string> tiers, bool isRising, bool isCeiling)
    {
        if (!isRising || subject.Floors.Length != tiers.Count)
            return null;
        var steps = subject.Floors.Zip(tiers).Skip(1).Reverse().Select(static pair => $"若 {pair.First} 则 {pair.Second} 否则 ");
        return new AwardFormula(string.Concat(steps) + tiers[0], isCeiling, []) { MayBeCapped = false };
    }

    private static bool IsOrdered(List<Rational> values)
    {
        var pairs = values.Zip(values.Skip(1)).ToList();
        return pairs.TrueForAll(static pair => pair.First > pair.Second) || pairs.TrueForAll(static pair => pair.First < pair.Second);
    }

    /// <summary>
    /// The amount that a share is taken of, named by all its words; null if a word cannot be part of a name.
    /// </summary>
    private static Fact? AmountOf(string words)
    {
        var plain = words.TrimEnd('的');
        if (!AmountWord().IsMatch(plain) || MoreThanName().IsMatch(plain) || Names.Of(plain, "") is not { Length: > 1 } name
            || name.Length < plain.Count(static character => character is not ('的' or '"')))
            return null;
        return new Fact(null, PlainAmount().IsMatch(name) ? name + "额" : name, "金额");
    }

    [GeneratedRegex("(?:额|费|费用|经费|资金|投入|投资|收入|利息|租金|税|税收|成本|造价|产值|价款|资助|奖金|奖励|补助|补贴|贡献|保费)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AmountWord();

    [GeneratedRegex(
        "超过|超出|高于|低于|增幅|增速|部分|每|首年|第.年|同期|利率|标准|价格|比例|不|未|非|扣除|减|差额|[前后近][一二三四五六七八九十两]"
        + "|累计|分别|以内|以上|以下|月|季|对应|相应|最低|最高|[平人户亩年]均|单[个项位户]|各|或|增长|增加|增量|净增|环比|扩大|超额|超基数"
        + "|亏损|折算|上述|前述|前项|本[条款项]|首次|该|原(?=奖|补)|[上去]年(?:度)?(?=奖|补)|^(?:专项|奖励|补助|补贴|扶持)"
        + "(?:资金|金额|奖励|经费)?$|剩余|余额|结余|较|同比|其中|给予",
        RegexOptions.CultureInvariant)]
    private static partial Regex MoreThanName();

    [GeneratedRegex("[人者员生]$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("(?:设备|机|机床|机器人|装置|系统|桩|装备)$", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex("(?:投资|投入|融资|产值|贡献)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmount();

    [GeneratedRegex("^[\u4e00-\u9fff]{2,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNoun();
}
