// Figures as officers write them, exactly: 200万元, 1,234.50, 35%, 1.28万家, 2万元/件.
using System.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Facts.Cells;

/// <summary>A figure with the unit written after it.</summary>
/// <param name="Value">The number with its scale applied; a percentage is resolved (35% is 7/20).</param>
/// <param name="Unit">What follows the figure, without the scale: 元, 人, 元/件, 元/平方米/月, %, ‰ or empty.</param>
public readonly record struct Figure(Rational Value, string Unit)
{
    /// <summary>Whether a percent or per mille sign is written.</summary>
    public bool IsPercentage => Unit is "%" or "‰";
}

/// <summary>Reads the figure of a cell, with its scale and unit.</summary>
public static class FigureText
{
    /// <summary>Half width without surrounding space; what is plain ASCII already is only trimmed.</summary>
    public static string Normalize(string text) => (Ascii.IsValid(text) ? text : WidthFolding.Fold(text)).Trim();

    /// <summary>Reads a figure; null where the text does not begin with one.</summary>
    /// <param name="text">Normalised text.</param>
    public static Figure? Read(string text)
    {
        if (!FigureScanner.Cells.TryReadNumber(text, out var end, out var value))
            return null;
        var unit = Bare(text[end..].Trim());
        if (CompoundUnits.Parts(unit) is not [var first, _, ..] parts)
            return unit switch
            {
                "%" => new(value / 100, unit),
                "‰" => new(value / 1000, unit),
                _ => Scaled(value, unit),
            };
        return parts.Skip(1).Aggregate(Scaled(value, first), static (above, part) =>
            Scaled(Rational.One, part) is var below ? new(above.Value / below.Value, $"{above.Unit}/{below.Unit}") : above);
    }

    /// <summary>1500(元) and 3.5（万元） say their unit as well.</summary>
    private static string Bare(string unit) =>
        unit is ['(', .. var inside, ')'] && inside.IndexOfAny(['(', ')']) < 0 ? inside.Trim() : unit;

    private static Figure Scaled(Rational value, string written)
    {
        var unit = written.Trim();
        return FigureScanner.Cells.TryReadRun(unit, out var measure)
            ? new(value * Scales.Factor(measure.Scale), UnitWords.Canonical(measure.Unit)) : new(value, unit);
    }
}
