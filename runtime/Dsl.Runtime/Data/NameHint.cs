// The name that was probably meant.
using Dsl.Library.Text;
using Dsl.Semantics.Suggestions;

namespace Dsl.Runtime.Data;

internal static class NameHint
{
    /// <summary>
    /// The name that was certainly meant by a slip: it looks or sounds the same, one character is wrong, or one name holds the other. Narrower
    /// than a suggestion, since a row is refused for it.
    /// </summary>
    public static string? Slip(string name, IEnumerable<string> candidates)
    {
        var written = Identity.Of(name);
        return candidates.Where(candidate => IsSlip(written, Identity.Of(candidate))).OrderBy(candidate => Math.Abs(candidate.Length - name.Length)).ThenBy(static candidate => candidate, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsSlip(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length > 0 && (LookAlikes.AreNear(left, right)
            || (shorter.Length > 1 && longer.Contains(shorter, StringComparison.Ordinal))
            || (longer.Length - shorter.Length <= 1 && (Pinyin.Distance(left, right) == 0 || (longer.Length > 2 && EditDistance.Between(left, right, 1) <= 1))));
    }

    /// <summary>（是否应为“…”？）, or empty where no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates) => NameSuggester.Best(name, candidates) is { } near ? $"（是否应为“{near}”？）" : "";
}
