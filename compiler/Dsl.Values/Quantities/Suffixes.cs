// Words that directly follow a literal and make a bound of it: 50人以上, 10万元以内.
using System.Collections.Immutable;

namespace Dsl.Values.Quantities;

/// <summary>Words after a figure that say on which side of it values lie; the figure itself is included.</summary>
public static class Suffixes
{
    /// <summary>All suffixes for a regular expression, longest first.</summary>
    public const string Pattern = "及以上|以上|及以下|以下|以内";

    /// <summary>All suffixes, longest first where one ends with another.</summary>
    public static ImmutableArray<(string Word, bool IsLeast)> All { get; } =
        [.. Pattern.Split('|').Select(static word => (word, word.EndsWith('上')))];

    /// <summary>The suffix that a text begins with; empty where it begins with none.</summary>
    public static string AtStart(ReadOnlySpan<char> text)
    {
        foreach (var (word, _) in All)
        {
            if (text.StartsWith(word))
                return word;
        }
        return "";
    }

    /// <summary>The suffix that a text ends with; empty where it ends with none.</summary>
    public static string AtEnd(ReadOnlySpan<char> text)
    {
        foreach (var (word, _) in All)
        {
            if (text.EndsWith(word))
                return word;
        }
        return "";
    }
}
