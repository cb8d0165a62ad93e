// Figures that are written in Chinese characters where the language wants digits: 一亿元 → 1亿元, 二〇二五年六月一日 → 2025-06-01.
using System.Buffers;
using System.Text.RegularExpressions;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Rewrites figures in Chinese characters as the language writes them.</summary>
public static partial class NumeralWords
{
    private const string Digits = "〇一二三四五六七八九";

    private static readonly SearchValues<char> Numerals = SearchValues.Create(ChineseNumerals.Characters);

    /// <summary>
    /// The figure with digits, such as 1亿元, 30%, 2025年度 or 50人以上; null for a word that is no figure in Chinese characters.
    /// </summary>
    public static string? Rewrite(string word)
    {
        var suffix = Suffixes.AtEnd(word);
        var core = word[..^suffix.Length];
        return (Date(core) ?? PartsOf(core) ?? Decimal(core) ?? Quantity(core)) is { } figure ? figure + suffix : null;
    }

    private static string? Date(string word)
    {
        var match = DateOrYear().Match(word);
        if (!match.Success)
            return null;
        var year = string.Concat(match.Groups["year"].Value.Select(static digit => Math.Max(0, Digits.IndexOf(digit))));
        if (!match.Groups["month"].Success)
            return $"{year}年度";
        return ChineseNumerals.TryParse(match.Groups["month"].Value, out var month)
            && ChineseNumerals.TryParse(match.Groups["day"].Value, out var day)
            && CivilDate.TryParse($"{year}-{month}-{day}", DateForms.Text, out var date) ? CivilDate.Format(date) : null;
    }

    /// <summary>百分之三十 → 30%, 千分之二 → 2‰, 三分之一 → 1/3.</summary>
    private static string? PartsOf(string word)
    {
        if (word.Split("分之") is not [var whole, var part] || NumberOf(part) is not { } number)
            return null;
        return whole switch
        {
            "百" => $"{Plain(number)}%",
            "千" => $"{Plain(number)}‰",
            _ => ChineseNumerals.TryParse(whole, out var divisor) && !divisor.IsZero ? $"{Plain(number)}/{Plain(divisor)}" : null,
        };
    }

    /// <summary>一点五亿元 → 1.5亿元.</summary>
    private static string? Decimal(string word)
    {
        var match = WithPoint().Match(word);
        if (!match.Success || NumberOf(match.Groups["number"].Value) is not { } number)
            return null;
        var rest = match.Groups["rest"].Value;
        return FigureScanner.Source.TryReadRun(rest, out _) ? $"{Plain(number)}{rest}" : null;
    }

    private static string? Quantity(string word)
    {
        var longest = word.AsSpan().IndexOfAnyExcept(Numerals) is var end and >= 0 ? end : word.Length;
        // 三千瓦 is 三 of 千瓦: a shorter numeral may leave a unit.
        for (var length = longest; length > 0; length--)
        {
            if (IsUnit(word[length..]) && Scales.FactorOf(word[0]) == 0 && ChineseNumerals.TryParse(word.AsSpan(0, length), out var number))
                return QuantityFormat.Scaled(number) + word[length..];
        }
        return null;
    }

    private static bool IsUnit(string word) => word.Length == 0 || Units.Find(word) is not null;

    private static Rational? NumberOf(string word) => ChineseNumerals.TryParseDecimal(word, out var number) ? number : null;

    private static string Plain(Rational number) => QuantityFormat.Typeable(number, DslType.Number);

    [GeneratedRegex(
        "^(?<year>[零〇一二三四五六七八九]{4})年(?:度|(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})[日号])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DateOrYear();

    [GeneratedRegex("^(?<number>[零〇一二两三四五六七八九十百千]+点[零〇一二三四五六七八九]+)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithPoint();
}
