// How far two words are apart, for "did you mean".
namespace Dsl.Syntax.Text;

/// <summary>The Damerau-Levenshtein distance of short words (insert, delete, replace, swap of neighbours).</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var width = right.Length + 1;
        var rows = new int[3 * width];
        for (var j = 0; j < width; j++)
            rows[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (row, above, twoAbove) = (i % 3 * width, (i + 2) % 3 * width, (i + 1) % 3 * width);
            rows[row] = i;
            for (var j = 1; j < width; j++)
            {
                var replace = rows[above + j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(replace, Math.Min(rows[above + j], rows[row + j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, rows[twoAbove + j - 2] + 1);
                rows[row + j] = best;
            }
        }
        return Math.Min(rows[left.Length % 3 * width + right.Length], limit + 1);
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
}
