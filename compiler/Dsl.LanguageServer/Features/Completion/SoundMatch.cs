// Whether a name fits what is typed: characters, full pinyin, initials, or any mixture of them.
using Dsl.Library.Text;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Compares names with what is typed.</summary>
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

    /// <summary>The text that editors filter by: the name, its pinyin, its initials; before them what was typed where they would miss it.</summary>
    public static string FilterText(string typed, string name)
    {
        var syllables = Pinyin.Of(name.Length > LongestFilter / 4 ? name[..(LongestFilter / 4)] : name);
        var text = $"{name} {string.Concat(syllables)} {string.Concat(syllables.Select(static syllable => syllable[0]))}";
        if (text.Length > LongestFilter)
            text = text[..LongestFilter];
        return typed.Length == 0 || IsFoundByEditors(typed, text) ? text : $"{typed} {text}";
    }

    /// <summary>One bit per place in the typed word: whether the characters so far can have been typed up to there.</summary>
    private static bool FitsFrom(string typed, string name, int start, bool mayLeaveOut)
    {
        var reached = 1UL;
        for (var i = start; i < name.Length && reached != 0; i++)
        {
            var next = mayLeaveOut && i > start ? reached : 0;
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
            for (var length = 1; length <= reading.Length && place + length <= typed.Length && reading[length - 1] == typed[place + length - 1]; length++)
                ends |= 1UL << (place + length);
        }
        return ends;
    }

    private static char CharacterTwin(char character) => char.ToLowerInvariant(WidthFolding.Fold(character));

    /// <summary>The editors' rule: the letters in order, the first at the start of a word.</summary>
    private static bool IsFoundByEditors(string typed, string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && text[start - 1] != ' ')
                continue;
            var found = 0;
            for (var i = start; i < text.Length && found < typed.Length; i++)
            {
                if (char.ToLowerInvariant(text[i]) == char.ToLowerInvariant(typed[found]))
                    found++;
                else if (found == 0)
                    break;
            }
            if (found == typed.Length)
                return true;
        }
        return false;
    }
}
