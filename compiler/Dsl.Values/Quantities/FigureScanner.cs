// The one reader of figures: digits, scale, unit and suffix. A FigurePolicy says what is allowed in which context.
using System.Collections.Frozen;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Scale, unit and suffix after the digits of a figure.</summary>
/// <param name="Scale">万, 亿 … or empty.</param>
/// <param name="Unit">The word of the unit as written, or empty.</param>
/// <param name="Suffix">以上, 以下 …, or empty.</param>
public readonly record struct NumericSuffix(string Scale, string Unit, string Suffix)
{
    /// <summary>Whether a scale or unit is said.</summary>
    public bool HasUnit => Scale.Length > 0 || Unit.Length > 0;
}

/// <summary>Reads the parts of figures. Holds no state of a text: safe on several threads.</summary>
public sealed class FigureScanner
{
    private readonly FigurePolicy _policy;

    // By their first characters, longest first: most figures are asked for one word only.
    private readonly FrozenDictionary<char, string[]> _units;

    private FigureScanner(FigurePolicy policy)
    {
        _policy = policy;
        _units = Units.Words.Union(policy.OtherUnits.Keys).GroupBy(static word => char.ToUpperInvariant(word[0]))
            .ToFrozenDictionary(static words => words.Key, static words => words.OrderByDescending(static word => word.Length).ToArray());
    }

    /// <summary>The scanner of the language itself.</summary>
    public static FigureScanner Source { get; } = new(FigurePolicy.Source);

    /// <summary>The scanner of cells of tables.</summary>
    public static FigureScanner Cells { get; } = new(FigurePolicy.Cells);

    /// <summary>The scanner of official texts.</summary>
    public static FigureScanner Prose { get; } = new(FigurePolicy.Prose);

    /// <summary>Reads the number that a text begins with: digits, with sign and thousands as the policy has it.</summary>
    /// <param name="text">Text in half width.</param>
    /// <param name="end">The end of the digits, points and commas, well-formed or not.</param>
    /// <param name="value">The number.</param>
    public bool TryReadNumber(ReadOnlySpan<char> text, out int end, out Rational value)
    {
        end = _policy.TakesSign && text is ['-' or '+', ..] ? 1 : 0;
        var digits = end;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.' || (text[end] == ',' && _policy.TakesThousands)))
            end++;
        value = default;
        if (!text[digits..end].Contains(','))
            return Rational.TryParse(text[..end], out value);
        return IsGrouped(text[digits..end])
            && Rational.TryParse(text[..end].ToString().Replace(",", "", StringComparison.Ordinal), out value);
    }

    /// <summary>Reads a whole run of characters after digits; false if something is left over.</summary>
    public bool TryReadRun(ReadOnlySpan<char> run, out NumericSuffix measure)
    {
        var position = 0;
        measure = ReadMeasure(run, ref position);
        if (_policy.TakesSuffix)
            measure = measure with { Suffix = Suffixes.AtStart(run[position..]) };
        if (position + measure.Suffix.Length == run.Length)
            return true;
        measure = new("", "", "");
        return false;
    }

    /// <summary>Steps over a scale and a unit. A unit wins over a scale: 千瓦 is no 千 of 瓦.</summary>
    public NumericSuffix ReadMeasure(ReadOnlySpan<char> text, ref int position)
    {
        var end = position;
        if (ReadUnit(text, ref end) is { Length: > 0 } unit)
        {
            position = end;
            return new("", unit, "");
        }
        var start = AfterApproximation(text, position);
        var scale = Scales.Of(text[start..]);
        if (scale.Length > 0)
            position = start + scale.Length;
        return new(scale, ReadUnit(text, ref position), "");
    }

    /// <summary>Steps over a unit and gives its word; empty where there is none.</summary>
    public string ReadUnit(ReadOnlySpan<char> text, ref int position)
    {
        var start = AfterApproximation(text, position);
        if (start >= text.Length || !_units.TryGetValue(char.ToUpperInvariant(text[start]), out var words))
            return "";
        foreach (var word in words)
        {
            if (text[start..].StartsWith(word, _policy.Comparison))
            {
                position = start + word.Length;
                return word;
            }
        }
        return "";
    }

    /// <summary>The unit that a word stands for; the word itself where it is one of the language.</summary>
    public string Canonical(string word) => _policy.OtherUnits.GetValueOrDefault(word, word);

    private int AfterApproximation(ReadOnlySpan<char> text, int position)
    {
        var start = AfterSpace(text, position);
        return start < text.Length && _policy.Approximations.Contains(text[start]) ? AfterSpace(text, start + 1) : start;
    }

    private int AfterSpace(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && _policy.IsSpace(text[position]))
            position++;
        return position;
    }

    /// <summary>1,234,567.89 and 12,345: groups of three before the point.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        if (point >= 0 && digits[point..].Contains(','))
            return false;
        for (var isFirst = true; ; isFirst = false)
        {
            var comma = whole.IndexOf(',');
            var length = comma < 0 ? whole.Length : comma;
            if (isFirst ? length is < 1 or > 3 : length != 3)
                return false;
            if (comma < 0)
                return true;
            whole = whole[(comma + 1)..];
        }
    }
}
