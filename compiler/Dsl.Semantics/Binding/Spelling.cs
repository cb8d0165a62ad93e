// Proposals for misspelt names, as facts for messages.
namespace Dsl.Semantics.Binding;

/// <summary>Looks for the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known name nearest to a wanted one; null where none is near.</summary>
    public static string? Best(string wanted, IEnumerable<string> known) =>
        known.Distinct(StringComparer.Ordinal)
            .Select(name => (name, distance: Distance(wanted, name)))
            .Where(pair => pair.distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(static pair => pair.distance).ThenBy(static pair => pair.name, StringComparer.Ordinal)
            .Select(static pair => pair.name).FirstOrDefault();

    /// <summary>The sentence that proposes it; empty for none.</summary>
    public static string Hint(string? proposal) => proposal is null ? "" : $"是不是「{proposal}」？";

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
