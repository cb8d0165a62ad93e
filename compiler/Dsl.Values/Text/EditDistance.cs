// Damerau–Levenshtein distance between two words.
using System.Collections.Immutable;

namespace Dsl.Values.Text;

/// <summary>Damerau–Levenshtein distance (insert, delete, replace, swap neighbours; no substring edited twice).</summary>
public static class EditDistance
{
    /// <summary>
    /// The distance between two words, by character (surrogate pairs count as one), or <paramref name="limit"/> + 1 where it is greater.
    /// </summary>
    public static int Between(string left, string right, int limit)
    {
        ImmutableArray<int> a = [.. left.EnumerateRunes().Select(static rune => rune.Value)];
        ImmutableArray<int> b = [.. right.EnumerateRunes().Select(static rune => rune.Value)];
        return Math.Abs(a.Length - b.Length) > limit ? limit + 1 : Math.Min(limit + 1, Between(a, b, static (x, y) => x == y));
    }

    /// <summary>
    /// The words nearest to a misspelt one, all at the same least distance: 1 for short words, 2 from four characters on.
    /// Words of one character are never suggested: any other one would be as near.
    /// </summary>
    public static List<string> Nearest(string misspelt, IEnumerable<string> words)
    {
        var (limit, nearest) = (misspelt.Length < 4 ? 1 : 2, new List<string>());
        if (misspelt.Length is < 2 or > 20)
            return nearest;
        foreach (var word in words)
        {
            if (word.Length < 2)
                continue;
            var distance = Between(misspelt, word, limit);
            if (distance > limit)
                continue;
            if (distance < limit)
                nearest.Clear();
            limit = distance;
            nearest.Add(word);
        }
        return nearest;
    }

    /// <summary>The distance between two sequences whose items are compared by a rule.</summary>
    public static int Between<T>(ImmutableArray<T> left, ImmutableArray<T> right, Func<T, T, bool> same)
    {
        var (beforeLast, last, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var exchange = last[j - 1] + (same(left[i - 1], right[j - 1]) ? 0 : 1);
                var best = Math.Min(exchange, Math.Min(last[j], current[j - 1]) + 1);
                var swaps = i > 1 && j > 1 && same(left[i - 1], right[j - 2]) && same(left[i - 2], right[j - 1]);
                current[j] = swaps ? Math.Min(best, beforeLast[j - 2] + 1) : best;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[right.Length];
    }
}
