// Figures as officers write them, exactly: 200万元, 1,234.50, 35%, 1.28万家, 2万元/件.
using System.Text;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Cells;

/// <summary>A figure with the unit written behind it.</summary>
/// <param name="Value">The number with its scale applied; a percentage is resolved (35% is 7/20).</param>
/// <param name="Unit">What stands behind the figure, without the scale: 元, 人, 元/件, %, ‰ or empty.</param>
internal readonly record struct Figure(Rational Value, string Unit)
{
    /// <summary>Whether a percent or per mille sign is written.</summary>
    public bool IsPercentage => Unit is "%" or "‰";
}

internal static class FigureText
{
    // Longest first, so that 万亿 is not read as 万.
    private static readonly (string Word, long Factor)[] Scales =
        [("万亿", 1_000_000_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("亿", 100_000_000), ("万", 10_000), ("千", 1_000), ("百", 100)];

    /// <summary>Half width without surrounding space; what is plain ASCII already is only trimmed.</summary>
    public static string Normalize(string text) => (Ascii.IsValid(text) ? text : WidthFolding.Fold(text)).Trim();

    /// <summary>Reads a figure; null where the text does not begin with one.</summary>
    /// <param name="text">Normalised text.</param>
    public static Figure? Read(string text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or ',' || (length == 0 && text[length] is '-' or '+')))
            length++;
        if (Digits(text[..length]) is not { } value)
            return null;
        var unit = Bare(text[length..].Trim());
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return unit switch
            {
                "%" => new(value / 100, unit),
                "‰" => new(value / 1000, unit),
                _ => Scaled(value, unit),
            };
        var above = Scaled(value, unit[..slash]);
        var below = Scaled(Rational.One, unit[(slash + 1)..]);
        return new(above.Value / below.Value, $"{above.Unit}/{below.Unit}");
    }

    /// <summary>1500(元) and 3.5（万元） say their unit as well.</summary>
    private static string Bare(string unit) => unit is ['(', .. var inside, ')'] && inside.IndexOfAny(['(', ')']) < 0 ? inside.Trim() : unit;

    private static Figure Scaled(Rational value, string written)
    {
        // 千瓦 is a unit, not a scale.
        var unit = UnitWords.Canonical(written.Trim());
        if (Units.Find(unit) is not null)
            return new(value, unit);
        foreach (var (word, factor) in Scales)
        {
            if (unit.StartsWith(word, StringComparison.Ordinal))
                return new(value * factor, UnitWords.Canonical(unit[word.Length..].TrimStart()));
        }
        return new(value, unit);
    }

    /// <summary>Digits with an optional sign, point and well-formed thousands separators.</summary>
    private static Rational? Digits(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            if (!GroupsOfThree(text.TrimStart('-', '+')))
                return null;
            text = text.Replace(",", "", StringComparison.Ordinal);
        }
        return Rational.TryParse(text, out var value) ? value : null;
    }

    private static bool GroupsOfThree(string text)
    {
        var whole = text.Split('.')[0].Split(',');
        return whole[0].Length is >= 1 and <= 3
            && whole.Skip(1).All(group => group.Length == 3)
            && !text[text.LastIndexOf(',')..].Contains(",.", StringComparison.Ordinal)
            && text.LastIndexOf(',') < (text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? point : text.Length);
    }
}
