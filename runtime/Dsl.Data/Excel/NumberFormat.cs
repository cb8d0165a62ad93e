// What a number format makes of a number on the screen: a date, a percentage, a figure with words around it,
// or something else than is stored.
using System.Globalization;
using Dsl.Values.Text;

namespace Dsl.Data.Excel;

/// <summary>A number format, taken apart once and used for many cells.</summary>
internal sealed class NumberFormat
{
    private readonly FormatSection[] _sections;

    private NumberFormat(string code)
    {
        Code = code;
        _sections = [.. FormatSection.Split(code)];
        var first = _sections.Length == 0 ? null : _sections[0];
        (IsDate, IsTime) = (first is { HasDay: true }, first is { HasDay: false, HasTime: true });
    }

    private NumberFormat(bool isDate, bool isTime) => (Code, _sections, IsDate, IsTime) = ("", [], isDate, isTime);

    /// <summary>The format of a cell that has none.</summary>
    public static NumberFormat General { get; } = new("General");

    /// <summary>A date, whatever its look.</summary>
    public static NumberFormat Date { get; } = new(isDate: true, isTime: false);

    /// <summary>A time of day, whatever its look.</summary>
    public static NumberFormat Time { get; } = new(isDate: false, isTime: true);

    /// <summary>As the file spells it; empty for built-in formats.</summary>
    public string Code { get; }

    /// <summary>Whether the number is a day.</summary>
    public bool IsDate { get; }

    /// <summary>Whether the number is a time of day, or of many hours.</summary>
    public bool IsTime { get; }

    /// <summary>The format of a number and of a code; the code holds where both are known.</summary>
    public static NumberFormat Of(int index, string? code) => code is { Length: > 0 } ? new(code) : index switch
    {
        1 => new("0"),
        9 => new("0%"),
        10 => new("0.00%"),
        >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => Date,
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => Time,
        _ => General,
    };

    /// <summary>
    /// The number as it reads with the words of its format; null where the screen shows another number than the file holds.
    /// </summary>
    /// <param name="plain">The number, in plain decimal notation.</param>
    public string? Show(string plain)
    {
        if (!decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return plain;
        var section = SectionFor(number);
        // (0) and "-"0 belong to negative numbers: around others they make 66 look like –66.
        if (section is { LooksNegative: true } && number > 0)
            return null;
        if (section is null || section.IsPlain)
            return plain;
        if (!section.HasDigits)
            return number == 0 ? plain : null;
        if (section.IsScaled || section.HasInnerWords || section.Percents > 1)
            return null;
        var text = section.Percents == 1 ? DecimalText.TimesHundred(plain) + "%" : Padded(plain, section.LeadingZeros);
        return section.Prefix + text + section.Suffix;
    }

    private static string Padded(string plain, int zeros) =>
        zeros > plain.Length && plain.All(char.IsAsciiDigit) ? plain.PadLeft(zeros, '0') : plain;

    /// <summary>The section that is in force: by condition, else by sign.</summary>
    private FormatSection? SectionFor(decimal number)
    {
        if (Array.Exists(_sections, static section => section.Condition is not null))
            return Array.Find(_sections, section => section.Condition is not { } condition || condition.Holds(number));
        return _sections.Length switch
        {
            0 => null,
            1 => _sections[0],
            2 => _sections[number < 0 ? 1 : 0],
            _ => _sections[number < 0 ? 1 : number == 0 ? 2 : 0],
        };
    }
}

/// <summary>When a section of a format is in force: [&gt;=10000].</summary>
internal sealed record FormatCondition(string Operator, decimal Limit)
{
    /// <summary>Whether it is in force for a number.</summary>
    public bool Holds(decimal number) => Operator switch
    {
        ">" => number > Limit,
        ">=" => number >= Limit,
        "<" => number < Limit,
        "<=" => number <= Limit,
        "=" => number == Limit,
        _ => number != Limit,
    };

    /// <summary>The condition between brackets; null where there is none.</summary>
    public static FormatCondition? Parse(string inside)
    {
        var length = inside.AsSpan().IndexOfAnyExcept("<>=".AsSpan());
        return length is 1 or 2 && decimal.TryParse(inside.AsSpan(length), NumberStyles.Number, CultureInfo.InvariantCulture, out var limit)
            ? new(inside[..length], limit) : null;
    }
}
