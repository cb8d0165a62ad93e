// The name that was probably meant.
namespace Dsl.Runtime.Data;

internal static class NameHint
{
    /// <summary>（是否应为“…”？）, or empty where no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates) => Nearest(name, candidates) is { } near ? $"（是否应为“{near}”？）" : "";

    /// <summary>The candidate with the least edit distance, if that is less than half of the name.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        candidates.Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance * 2 < Math.Max(name.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[right.Length];
    }
}
