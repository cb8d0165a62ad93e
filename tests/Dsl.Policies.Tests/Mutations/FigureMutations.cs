// Changes of literals: figures ten times off or one too many, 万 forgotten, another unit, the day before.
using System.Globalization;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>What may become of a literal. Each change is a whole text that stands in its place.</summary>
internal static class FigureMutations
{
    /// <summary>The changes of a literal, with their kind; none for other tokens.</summary>
    public static IEnumerable<(string Kind, string Text)> Of(SyntaxToken token) => token.Kind switch
    {
        SyntaxKind.NumberLiteral when token.Number is { } number => OfNumber(number),
        SyntaxKind.RatioLiteral => OfRatio(token.Value.Split(':')).Select(static text => ("数字", text)),
        SyntaxKind.DateLiteral when CivilDate.TryParse(token.Value, DateForms.Text, out var date) =>
            [("日期", $"{date.AddDays(-1):yyyy-MM-dd}"), ("日期", $"{date.AddDays(1):yyyy-MM-dd}")],
        SyntaxKind.YearLiteral when int.TryParse(token.Value.Replace("年度", "", StringComparison.Ordinal), out var year) =>
            [("日期", $"{year - 1}年度"), ("日期", $"{year + 1}年度")],
        _ => [],
    };

    private static IEnumerable<(string Kind, string Text)> OfNumber(NumberLiteral number)
    {
        var suffix = number.Unit + (number.PerUnit.Length > 0 ? $"/{number.PerScale}{number.PerUnit}" : "");
        foreach (var digits in OfDigits(number.Digits))
            yield return ("数字", digits + number.Scale + suffix);
        if (number.Unit is not ("%" or "‰") && Times10000(number.Scale) is { } larger)
            yield return ("数字", number.Digits + larger + suffix);
        if (number.Scale is "万" or "亿")
            yield return ("单位", number.Digits + (number.Scale == "亿" ? "万" : "") + suffix);
        if (Another(number.Unit) is { } unit)
            yield return ("单位",
                number.Digits + number.Scale + unit + (number.PerUnit.Length > 0 ? $"/{number.PerScale}{number.PerUnit}" : ""));
        if (number.PerUnit.Length > 0 && Another(number.PerUnit) is { } below)
            yield return ("单位", $"{number.Digits}{number.Scale}{number.Unit}/{number.PerScale}{below}");
    }

    /// <summary>One more, ten times, a tenth.</summary>
    private static IEnumerable<string> OfDigits(string digits)
    {
        if (!Rational.TryParse(digits, out var figure))
            yield break;
        yield return Decimal(figure + 1);
        if (figure.IsZero)
            yield break;
        yield return Decimal(figure * 10);
        yield return Decimal(figure / 10);
    }

    private static IEnumerable<string> OfRatio(string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            foreach (var digits in OfDigits(parts[i]))
                yield return string.Join(':', parts.Select((part, index) => index == i ? digits : part));
        }
        if (parts.Distinct().Count() > 1)
            yield return string.Join(':', parts.Reverse());
    }

    private static string Decimal(Rational figure)
    {
        var places = 0;
        for (; !figure.IsInteger && places < 20; figure *= 10)
            places++;
        var digits = figure.Floor().ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
    }

    private static string? Times10000(string scale) => scale switch
    {
        "" => "万",
        "万" => "亿",
        "亿" => "万亿",
        _ => null,
    };

    /// <summary>A unit that a typing mistake could put there; null for none.</summary>
    private static string? Another(string unit) => unit switch
    {
        "" => null,
        "%" => "‰",
        "‰" => "%",
        "人" => "家",
        _ => Units.Find(unit) switch
        {
            null => null,
            var known when known == Units.Years => "个月",
            var known when known == Units.Months => "年",
            var known when known == Units.Days => "个月",
            { Kind: UnitKind.Counting } => "人",
            { Kind: UnitKind.Measure } => unit == "亩" ? "公顷" : "亩",
            _ => null,
        },
    };
}
