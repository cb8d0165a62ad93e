// How much money a figure is for: 17 in 「每亿元研发投入……17件」 is for 亿元, in 17件/亿元 likewise.
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>Figures per amount of money.</summary>
internal static partial class PerMoney
{
    /// <summary>Yuan after the slash of a literal such as 17件/亿元; null for literals that are not per money.</summary>
    public static Rational? Of(SyntaxToken literal) => literal.Number is { PerUnit: "元" } number ? Scales.Factor(number.PerScale) : null;

    /// <summary>
    /// Yuan that the sentence of a quotation says its figure is for, with 每…元 before it or /…元 after it; null where it says none.
    /// </summary>
    public static Rational? Of(QuotedFigure quoted)
    {
        if (quoted.Figure.PerUnit == "元")
            return Scales.Factor(quoted.Figure.PerScale);
        var before = quoted.Before.ToString();
        var sentence = before[(before.LastIndexOfAny(['。', ';']) + 1)..];
        return Before().Matches(sentence) is [.., var last]
            ? Scales.Factor(last.Groups["scale"].Value)
                * (Rational.TryParse(last.Groups["number"].Value, out var number) ? number : Rational.One)
            : null;
    }

    /// <summary>The literal for another amount of money; null where the language has no word for it.</summary>
    public static string? Rewrite(SyntaxToken literal, Rational yuan)
    {
        if (literal.Number is not { } number)
            return null;
        var figure = $"{number.Digits}{number.Scale}{number.Unit}";
        return yuan == Rational.One ? $"{figure}/元" : ScaleOf(yuan) is { Length: > 0 } scale ? $"{figure}/{scale}元" : null;
    }

    /// <summary>亿元, 万元, or digits with 元.</summary>
    public static string Words(Rational yuan) => ScaleOf(yuan) is { } scale ? $"{scale}元" : yuan == Rational.One ? "元" : $"{yuan}元";

    private static string? ScaleOf(Rational yuan) => Scales.All.FirstOrDefault(scale => scale.Factor == yuan).Word;

    [GeneratedRegex("每(?<number>[0-9]*)(?<scale>" + Scales.Pattern + ")?元", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
