// The role of each figure in a sentence, from the words around it.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrases;

internal static partial class FigureRoles
{
    /// <summary>How many words around a figure are looked at.</summary>
    private const int Window = 24;

    /// <summary>The figures of a sentence with their roles, in the order of their places.</summary>
    public static ImmutableArray<RoleFigure> Read(string sentence)
    {
        var figures = ImmutableArray.CreateBuilder<RoleFigure>();
        foreach (var figure in OfficialFigures.Read(sentence))
        {
            var before = sentence[Math.Max(0, figure.Start - Window)..figure.Start];
            var after = sentence[figure.End..Math.Min(sentence.Length, figure.End + Window)];
            var between = figures.Count > 0 ? sentence[figures[^1].Figure.End..figure.Start] : null;
            figures.Add(new(figure, RoleOf(figure, before, after, between, figures.LastOrDefault())));
        }
        return figures.ToImmutable();
    }

    private static FigureRole RoleOf(OfficialFigure figure, string before, string after, string? between, RoleFigure? previous) =>
        figure switch
        {
            { Kind: FigureKind.Ratio } => FigureRole.Ratio,
            { Unit: "年" or "月", Kind: FigureKind.Quantity } when YearsBefore().IsMatch(before) => FigureRole.Years,
            { Kind: FigureKind.Date or FigureKind.Year } => FigureRole.Other,
            { Unit: "元" } or { Kind: FigureKind.Percent } => Paid(figure, before, after, between, previous),
            // A number of times per year is not a property of the firm.
            { Unit: "次" } => FigureRole.Other,
            _ => IsThreshold(before, after) ? FigureRole.Threshold : FigureRole.Other,
        };

    private static FigureRole Paid(OfficialFigure figure, string before, string after, string? between, RoleFigure? previous)
    {
        var isMoney = figure.Unit == "元";
        if (between is not null
            && previous is { Role: FigureRole.Cap or FigureRole.Amount or FigureRole.Rate or FigureRole.RateCap or FigureRole.Tier }
            && previous.IsMoney == isMoney && Listing().IsMatch(between))
            return FigureRole.Tier;
        if (PartAfter().IsMatch(after) && Over().IsMatch(before))
            return FigureRole.Excess;
        if (CapBefore().IsMatch(before) || (CapAfter().IsMatch(after) && Giving().IsMatch(before)))
            return isMoney ? KindOfCap(before) : FigureRole.RateCap;
        if (IsThreshold(before, after))
            return FigureRole.Threshold;
        if (isMoney)
            return Giving().IsMatch(before) || (GivenAfter().IsMatch(after) && !AfterScale().IsMatch(after))
                ? FigureRole.Amount
                : FigureRole.Other;
        return RateAfter().IsMatch(after) || Giving().IsMatch(before) ? FigureRole.Rate : FigureRole.Other;
    }

    private static FigureRole KindOfCap(string before)
    {
        var segment = before[(before.AsSpan().LastIndexOfAny("，；、。") + 1)..];
        // 每年累计不超过 is the sum of a year, 累计不超过 that of all years.
        if (segment.Contains("累计", StringComparison.Ordinal) || segment.Contains("总额", StringComparison.Ordinal))
            return OfYear().IsMatch(segment) ? FigureRole.SubjectCap : FigureRole.TotalCap;
        return PerSubject().IsMatch(segment) ? FigureRole.SubjectCap : FigureRole.Cap;
    }

    private static bool IsThreshold(string before, string after) => ThresholdAfter().IsMatch(after) || ThresholdBefore().IsMatch(before);

    [GeneratedRegex("每年|年度|当年|每自然年|全年", RegexOptions.CultureInvariant)]
    private static partial Regex OfYear();

    // 连续, 不超过 3年
    [GeneratedRegex("(?:连续(?:补贴|资助|支持|奖励|奖补|补助|给予)?|不超过|最长|最多|期限为?|为期|不超)$", RegexOptions.CultureInvariant)]
    private static partial Regex YearsBefore();

    [GeneratedRegex("^(?:[、和及或/]|以及|，)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    [GeneratedRegex("^(?:以上)?(?:的)?(?:超出|超过|新增|增量)?部分", RegexOptions.CultureInvariant)]
    private static partial Regex PartAfter();

    [GeneratedRegex("(?:超过|超出|高于|以上)$", RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    // 最高不超过, 最高奖补, 每家最高, 上限为
    [GeneratedRegex("(?:最高|最多|不超过|不高于|上限|限额|封顶|以内)[^，。；、0-9]{0,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex CapBefore();

    [GeneratedRegex("^(?:封顶|为限|为上限|以内|以下的?(?:一次性)?(?:奖励|补助|补贴|资助|奖补|支持))", RegexOptions.CultureInvariant)]
    private static partial Regex CapAfter();

    [GeneratedRegex(
        "(?:给予|予以|奖励|补贴|补助|资助|奖补|支持|安排|发放|兑现|拨付|标准|一次性|分别|扶持|奖金|补偿"
        + "|每[人件家项个户名次台套年月平方米亩吨])[^，。；、0-9]{0,12}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Giving();

    [GeneratedRegex("^(?:/.{1,4})?的?[^，。；、]{0,8}(?:奖励|补贴|补助|资助|奖补|奖金|扶持|安家费|补偿|贴息|支持)",
        RegexOptions.CultureInvariant)]
    private static partial Regex GivenAfter();

    [GeneratedRegex("^的?[^，。；、]{0,24}(?:基金|资金池)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterScale();

    [GeneratedRegex(
        "^(?:的?(?:比例|标准|额度|部分|幅度))?[^。；]{0,16}(?:给予|予以|奖励|补贴|补助|资助|奖补|配套|贴息|支持|补偿|兑现|返还|优惠|计)"
        + "|^[、，]?最高",
        RegexOptions.CultureInvariant)]
    private static partial Regex RateAfter();

    [GeneratedRegex("(?:每个?|单个|同一|每一个?|单户|单家)(?:单位|企业|机构|主体|申报|申请|法人|公司|户|家|平台企业|园区|载体|个人|团队)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PerSubject();

    [GeneratedRegex("^(?:（含）|\\(含\\)|（不含）)?(?:" + Suffixes.Pattern + "|之内)", RegexOptions.CultureInvariant)]
    private static partial Regex ThresholdAfter();

    [GeneratedRegex("(?:超过|达到|突破|不低于|不少于|不小于|高于|大于|低于|少于|不足|不满|未满|满|达|至少|超|增长|降至|降低到|可降至)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ThresholdBefore();
}
