// The name that was probably meant, and the invisible characters of the one written.
using Dsl.Semantics.Suggestions;
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Facts.Cells;

internal static class NameHint
{
    /// <summary>
    /// The name that was certainly meant by a slip: it looks or sounds the same, one character is wrong, or one name holds the other.
    /// Narrower than a suggestion, since a row is refused for it.
    /// </summary>
    public static string? Slip(string name, IEnumerable<string> candidates)
    {
        var written = Identity.Of(name);
        return candidates.Where(candidate => IsSlip(written, Identity.Of(candidate)))
            .OrderBy(candidate => Math.Abs(candidate.Length - name.Length))
            .ThenBy(static candidate => candidate, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsSlip(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length > 0 && (LookAlikes.AreNear(left, right)
            || (shorter.Length > 1 && longer.Contains(shorter, StringComparison.Ordinal))
            || (longer.Length - shorter.Length <= 1
                && (Pinyin.Distance(left, right) == 0 || (longer.Length > 2 && EditDistance.Between(left, right, 1) <= 1))));
    }

    /// <summary>（是否应为“…”？）, with the code points of invisible characters; empty where neither applies.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var hidden = name.Where(CharacterFacts.IsInvisible).Select(CharacterFacts.CodePoint).Distinct().ToList();
        var shown = hidden.Count == 0 ? name : string.Concat(name.Where(static character => !CharacterFacts.IsInvisible(character)));
        var known = candidates.ToList();
        var near = hidden.Count > 0 && known.Contains(shown) ? shown : NameSuggester.Best(shown, known);
        return (near, hidden.Count > 0) switch
        {
            (null, false) => "",
            (null, true) => NamePhrases.Invisible.With(string.Join('、', hidden)),
            (_, false) => NamePhrases.Meant.With(near),
            (_, true) => NamePhrases.MeantAndInvisible.With(near, string.Join('、', hidden)),
        };
    }
}
