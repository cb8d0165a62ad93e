// Figures that stand together and say their unit once: 10—20万元, 3至5年, 2019—2022年, 500、300万元, 三至五年.
using Dsl.Values.Exact;

namespace Dsl.Values.Quantities;

/// <summary>What the first figures of ranges and lists take from the last.</summary>
internal static class FigureRanges
{
    private static readonly string[] Ranges = ["—", "——", "-", "–", "~", "〜", "∼", "至", "到", "至第", "到第", "—第", "-第"],
        Lists = ["、", "和", "及", "或", "、第", "和第", "及第"];

    /// <summary>Whether words between two figures make a range or a list of them.</summary>
    public static bool IsListing(string between) => IsRange(between) || Lists.Contains(between.Trim());

    /// <summary>Whether a numeral is the beginning of a range: 三 of 三至五年.</summary>
    public static bool IsBegunAt(string text, int end)
    {
        foreach (var sign in Ranges)
        {
            if (string.CompareOrdinal(text, end, sign, 0, sign.Length) == 0 && end + sign.Length is var next && next < text.Length
                && (char.IsAsciiDigit(text[next]) || ChineseNumerals.Characters.Contains(text[next])))
                return true;
        }
        return false;
    }

    /// <summary>The first figures take the scale and unit of those that follow.</summary>
    public static void InheritUnits(string text, List<OfficialFigure> figures)
    {
        for (var i = figures.Count - 2; i >= 0; i--)
        {
            var (first, second) = (figures[i], figures[i + 1]);
            var between = text[first.End..second.Start];
            if (!first.IsBare || second.IsBare || !IsListing(between))
                continue;
            figures[i] = second.Kind switch
            {
                FigureKind.Year when first.Length == 4 => first with { Kind = FigureKind.Year },
                FigureKind.Quantity or FigureKind.Percent => first with
                {
                    Kind = second.Kind, Unit = second.Unit, PerUnit = second.PerUnit, PerScale = second.PerScale,
                    Scale = ScaleOf(first, second, IsRange(between)),
                    Value = first.Value * ScaleOf(first, second, IsRange(between)),
                    Weight = second.Weight == FigureWeight.Incidental ? second.Weight : first.Weight,
                },
                _ => first,
            };
        }
    }

    /// <summary>Whether words between two figures make a range of them.</summary>
    public static bool IsRange(string between) => Ranges.Contains(between.Trim());

    /// <summary>
    /// The scale that both have; none where the range would not rise with it: 5000-1万元 begins at 5000元, 五十至一百元 at 50元.
    /// </summary>
    private static Rational ScaleOf(OfficialFigure first, OfficialFigure second, bool isRange)
    {
        var isHundreds = second.Scale > Rational.One && second.Scale < Scales.TenThousand;
        return isRange && second.Kind == FigureKind.Quantity
            && (first.Value * second.Scale >= second.Value || (isHundreds && first.Value >= 10))
                ? Rational.One
                : second.Scale;
    }
}
