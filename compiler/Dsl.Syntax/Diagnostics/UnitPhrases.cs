// Words after a figure that are not units, and how the language writes the same.
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Syntax.Diagnostics;

/// <summary>Phrases that documents put after a figure (10万元整, 800元每人, 2倍, 5万元至10万元).</summary>
public static partial class UnitPhrases
{
    private static readonly string[] Yuan = ["圆", "块", "块钱", "元整", "元钱", "元人民币", "人民币", "RMB", "rmb", "CNY"],
        Foreign = ["英镑", "卢布", "韩元", "澳元", "加元", "新加坡元", "新币", "台币", "新台币", "澳门元"];

    // Other names of currencies that are units.
    private static readonly (string Word, string Unit)[] Currencies =
        [("美金", "美元"), ("美圆", "美元"), ("港币", "港元"), ("港圆", "港元"), ("日圆", "日元"), ("欧圆", "欧元")];

    /// <summary>How to write a figure with such a word, and the unit that certainly means the same; nulls where nothing is known.</summary>
    public static (string? Way, string? Unit) WayToWrite(string figure, string word)
    {
        var scale = Scales.Of(word);
        var unit = word[scale.Length..];
        if (Yuan.Contains(unit, StringComparer.Ordinal))
            return ($"金额的单位写 元：{figure}{scale}元。", scale + "元");
        if (Array.Exists(Foreign, money => unit.StartsWith(money, StringComparison.Ordinal)))
            return ("外币只有 美元、欧元、港元、日元：其他的折成人民币再写，如 10万元。", null);
        if (Array.Find(Currencies, currency => currency.Word == unit) is { Unit: { } ours })
            return ($"单位写 {ours}：{figure}{scale}{ours}。", scale + ours);
        if (Per().Match(unit) is { Success: true } per && PerUnits(per) is { } below)
        {
            var price = $"{figure}{scale}{per.Groups["above"].Value}/{string.Join('/', below)}";
            return below.Count == 1
                ? ($"单价写成 {price}，再乘以数量，如 {price} * 一项以 {below[0]} 为单位的事实。", null)
                : ($"单价写成 {price}，再依次乘以以 {string.Join("、", below)} 为单位的事实。", null);
        }
        if (RangeTo().IsMatch(unit))
            return ("一段数写成两个比较，如 甲 达到 5万元 且 甲 不超过 10万元；表和范围里写 5万元..10万元；一段之内由主管部门定的，写 核定 "
                + "最高 10万元。",
                null);
        if (Filler().IsMatch(unit))
            return ($"「{unit}」不用写，删去它。", scale);
        return (OfTime(figure, unit) ?? OfShare(unit), null);
    }

    /// <summary>How a price in words (每人, 800元) is written.</summary>
    /// <param name="each">每人, 每人每月.</param>
    /// <param name="figure">The amount.</param>
    /// <param name="factOf">The name of a fact that counts in a unit; null where none does.</param>
    public static string Price(string each, string figure, Func<Unit, string?>? factOf = null)
    {
        var units = EachWord().Matches(each).Select(static match => match.Groups["unit"].Value).ToList();
        return units switch
        {
            [var one] when one is "年" or "年度" => $"写成 {figure}，再写一行 频次 每年。",
            [var one] when Units.Find(one) is { } unit && figure.EndsWith('元') =>
                $"写成单价乘以数量，如 {figure}/{unit.Name} * {factOf?.Invoke(unit) ?? $"一项以 {unit.Name} 为单位的事实"}；"
                + $"按明细逐{unit.Name}给的，另写一行 每个 和明细的名称，奖补写 {figure}/{unit.Name}。",
            [_, _, ..] when units.TrueForAll(static unit => Units.Find(unit) is not null) && figure.EndsWith('元') =>
                $"写成单价，再依次乘以各个数量，如 {figure}/{string.Join('/', units.Select(static unit => Units.Find(unit)?.Name))}"
                + string.Concat(units.Select(unit => $" * {Factor(unit, factOf)}")) + "。",
            [_, _, ..] => $"逐项相乘，如 {figure}/{(Units.Find(units[0]) is { } first ? first.Name : "人")} * 数量 * 月数。",
            _ => $"按明细逐行给的，写一行 每个 和明细的名称，奖补写 {figure}；每个申报主体给的，直接写 {figure}。",
        };
    }

    /// <summary>The units of 每人每月; null where one is none.</summary>
    private static List<string>? PerUnits(Match per)
    {
        var units = per.Groups["below"].Captures.Select(static capture => Units.Find(capture.Value)).ToList();
        return units.Contains(null) ? null : [.. units.OfType<Unit>().Select(static unit => unit.Name)];
    }

    private static string Factor(string unit, Func<Unit, string?>? factOf) => Units.Find(unit) switch
    {
        { } known when factOf?.Invoke(known) is { } fact => fact,
        { } months when months == Units.Months => "12个月",
        { } years when years == Units.Years => "1年",
        { } known => $"一项以 {known.Name} 为单位的事实",
        null => "数量",
    };

    private static string? OfTime(string figure, string unit) => unit switch
    {
        "年底" or "年末" when figure.Length == 4 => $"写成 {figure}-12-31；期限到这一年为止的，写 {figure}年度。",
        "年初" when figure.Length == 4 => $"写成 {figure}-01-01。",
        "个月内" or "月内" or "日内" or "天内" or "年内" or "个工作日内" => "从哪一天算起要写明，如 施行日期 + 1个月。",
        _ when figure.Length == 4 && unit.StartsWith('年') => "名称不以数字开头：年份写在名称后面；是年度的，写成 2024年度，后面空一格。",
        _ => null,
    };

    private static string? OfShare(string word) => word switch
    {
        ['倍', ..] => "几倍写成乘几，如 2倍 写 * 2；增加几倍的，核对是几倍。",
        ['成', ..] => "几成写成百分之几十，如 3成 写 30%。",
        ['折', ..] => "几折写成百分之几十，如 8折 写 80%。",
        ['个', '百', '分', '点', ..] or ['百', '分', '点', ..] => "百分点写成百分数，如 5个百分点 写 5%，相加减的写 + 5% 或 - 5%。",
        _ when word.AsSpan().ContainsAnyInRange('0', '9') =>
            "一个数写成一段，如 1万5千元 写 1.5万元 或 15000元；不是一个数的，在数字后空一格。",
        _ => null,
    };

    [GeneratedRegex("每个?(?<unit>平方米|工作日|[^每0-9]{1,6}?)(?=每|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EachWord();

    [GeneratedRegex("^(?:的|给予|予以|奖励|奖补|补贴|补助|资助|支持|资金)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex("^(?<above>[美欧港日]?元)(?:[每一]个?(?<below>[^每\\P{L}]{1,4}))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Per();

    [GeneratedRegex("^(?:元|人|家|件|项|个|%)?(?:至|到|—)[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex RangeTo();
}
