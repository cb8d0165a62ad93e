// The scales of figures: 万, 亿 and the like. Add a scale here and nowhere else.
using System.Collections.Immutable;

namespace Dsl.Values.Quantities;

/// <summary>Words that multiply the digits before them.</summary>
public static class Scales
{
    /// <summary>10,000.</summary>
    public const long TenThousand = 10_000;

    /// <summary>100,000,000.</summary>
    public const long HundredMillion = 100_000_000;

    /// <summary>All scales for a regular expression, longest first, so that 万亿 is not read as 万.</summary>
    public const string Pattern = "万亿|千万|百万|亿|万|千|百";

    /// <summary>The characters that scales are made of.</summary>
    public const string Characters = "百千万亿";

    /// <summary>All scales, longest first.</summary>
    public static ImmutableArray<(string Word, long Factor)> All { get; } =
        [.. Pattern.Split('|')
            .Select(static word => (word, word.Aggregate(1L, static (factor, character) => factor * FactorOf(character))))];

    /// <summary>10000 for 万; 0 for a character that is no scale.</summary>
    public static long FactorOf(char character) =>
        character switch { '百' => 100, '千' => 1_000, '万' => TenThousand, '亿' => HundredMillion, _ => 0 };

    /// <summary>10000 for 万; 1 for the empty word.</summary>
    public static long Factor(string word)
    {
        foreach (var (known, factor) in All)
        {
            if (known == word)
                return factor;
        }
        return 1;
    }

    /// <summary>The scale that a text begins with; empty where it begins with none.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && FactorOf(text[0]) > 0)
        {
            foreach (var (word, _) in All)
            {
                if (text.StartsWith(word))
                    return word;
            }
        }
        return "";
    }
}
