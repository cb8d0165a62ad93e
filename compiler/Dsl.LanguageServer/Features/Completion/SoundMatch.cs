// Whether a name fits what is typed: characters, full pinyin, initials, or any mixture of them.
using Dsl.Values.Text;

namespace Dsl.LanguageServer.Features.Completion;

internal static class SoundMatch
{
    private const int LongestTyped = 60;
    private const int LongestFilter = 110;

    /// <summary>
    /// How well a name fits: 0 the same characters from the start, 1 by sound from the start, 2 from a later character, 3 with
    /// characters left out; null where it does not. Every reading of a character counts.
    /// </summary>
    public static int? Rank(string typed, string name)
    {
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return 0;
        if (typed.Length > LongestTyped)
            return name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 2 : null;
        var sought = typed.ToLowerInvariant();
        if (FitsFrom(sought, name, 0, mayLeaveOut: false))
            return 1;
        for (var start = 1; start < name.Length; start++)
        {
            if (FitsFrom(sought, name, start, mayLeaveOut: false))
                return 2;
        }
        return sought.Length > 1 && FitsFrom(sought, name, 0, mayLeaveOut: true) ? 3 : null;
    }

    /// <summary>
    /// The text that editors filter by: what was typed, so that they score all proposals alike and keep their order; then the name, its
    /// pinyin, its initials for those that filter on while the next answer is on its way.
    /// </summary>
    public static string FilterText(string typed, string name)
    {
        var syllables = Pinyin.Of(name.Length > LongestFilter / 4 ? name[..(LongestFilter / 4)] : name);
        var text =
            $"{typed} {name} {string.Concat(syllables)} {string.Concat(syllables.Select(static syllable => syllable[0]))}".TrimStart();
        return text.Length > LongestFilter ? text[..LongestFilter] : text;
    }

    /// <summary>One bit per place in the typed word: whether the characters so far can have been typed up to there.</summary>
    private static bool FitsFrom(string typed, string name, int start, bool mayLeaveOut)
    {
        var reached = 1UL;
        for (var i = start; i < name.Length && reached != 0; i++)
        {
            // A space in a name is not typed: tkgs is 条款 公式.
            var next = (mayLeaveOut && i > start) || name[i] == ' ' ? reached : 0;
            for (var place = 0; place < typed.Length; place++)
            {
                if ((reached & (1UL << place)) != 0)
                    next |= Steps(typed, place, name[i]);
            }
            reached = next;
            if ((reached & (1UL << typed.Length)) != 0)
                return true;
        }
        return false;
    }

    private static ulong Steps(string typed, int place, char character)
    {
        var ends = 0UL;
        if (char.ToLowerInvariant(character) == typed[place] || CharacterTwin(character) == typed[place])
            ends |= 1UL << (place + 1);
        if (!char.IsAsciiLetter(typed[place]) || character < '\u3007')
            return ends;
        foreach (var reading in Pinyin.Readings(character))
        {
            for (var length = 1;
                length <= reading.Length && place + length <= typed.Length && reading[length - 1] == typed[place + length - 1];
                length++)
                ends |= 1UL << (place + length);
        }
        return ends;
    }

    private static char CharacterTwin(char character) => char.ToLowerInvariant(WidthFolding.Fold(character));
}
