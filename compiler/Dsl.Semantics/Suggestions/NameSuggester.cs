// Finds the known name that an unknown one was probably meant to be: by its characters, by its sound, by its initials.
using Dsl.Values.Text;

namespace Dsl.Semantics.Suggestions;

/// <summary>Guesses at names. The same question has the same answer, whatever the order of the known names.</summary>
public static class NameSuggester
{
    private const int LongestCompared = 100;

    /// <summary>
    /// The nearest known name, or null where none is near: the same sound, one or two typing mistakes (no more than half of
    /// the name), one syllable apart, or the initials of the name typed in Latin letters.
    /// </summary>
    public static string? Best(string wanted, IEnumerable<string> known)
    {
        // A text of a page is no mistyped name, and two of them would be compared for minutes.
        if (wanted.Length > LongestCompared)
            return null;
        var folded = WidthFolding.Fold(wanted);
        return known
            .Where(name => name != wanted && name.Length is > 0 and <= LongestCompared)
            .Distinct()
            .Select(name => (Name: name, Score: Score(folded, name)))
            .Where(static candidate => candidate.Score is not null)
            .OrderBy(static candidate => candidate.Score)
            .ThenBy(candidate => Math.Abs(candidate.Name.Length - wanted.Length))
            .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>Lower is nearer; null is too far.</summary>
    private static int? Score(string wanted, string name)
    {
        if (WidthFolding.Fold(name) == wanted)
            return 0;
        if (wanted.All(char.IsAsciiLetter) && !name.All(char.IsAsciiLetter))
            return LatinScore(wanted, name);
        var limit = Math.Min(2, Math.Max(wanted.Length, name.Length) / 2);
        var edits = EditDistance.Between(wanted, name, limit);
        var syllables = Math.Abs(wanted.Length - name.Length) > 1 ? int.MaxValue : Pinyin.Distance(wanted, name);
        if (syllables == 0)
            return 1;
        if (edits == 1)
            return 2;
        // One syllable apart is a mistake of the input method only where something of the name is left.
        return (syllables == 1 && Math.Min(wanted.Length, name.Length) > 1)
            || (wanted.Length > 2 && name.Contains(wanted, StringComparison.Ordinal))
            ? 3
            : edits <= limit ? 4
            : IsPartOf(wanted, name) ? 5
            : null;
    }

    /// <summary>sjfy → 实际费用, shijifeiyong → 实际费用.</summary>
    private static int? LatinScore(string letters, string name) =>
        string.Equals(string.Concat(Pinyin.Of(name)), letters, StringComparison.OrdinalIgnoreCase) ? 1
        : Pinyin.FitsInitials(letters, name) ? 2
        : null;

    /// <summary>实际费用 for 实际发生费用: one name holds the other's characters in their order.</summary>
    private static bool IsPartOf(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length < 3 || longer.Length > shorter.Length * 2)
            return false;
        var found = 0;
        foreach (var character in longer)
        {
            if (found < shorter.Length && shorter[found] == character)
                found++;
        }
        return found == shorter.Length;
    }
}
