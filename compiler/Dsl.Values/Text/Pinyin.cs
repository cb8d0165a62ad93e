// Pronunciation of Chinese text: syllables and initials, so that names can be found by sound and by their first letters.
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dsl.Values.Text;

/// <summary>Readings without tones. Characters that are not Chinese stand for themselves, in lower case.</summary>
public static class Pinyin
{
    private static readonly Lazy<FrozenDictionary<char, string>> Usual = new(static () =>
        Read(PinyinTable.Usual).ToFrozenDictionary(static pair => pair.Character, static pair => pair.Syllable));

    private static readonly Lazy<ILookup<char, string>> Further = new(static () =>
        Read(PinyinTable.Further).ToLookup(static pair => pair.Character, static pair => pair.Syllable));

    private static readonly Lazy<ILookup<char, (string Word, string[] Syllables)>> Phrases = new(static () =>
        PinyinTable.Phrases.Split('\n').Select(static line => line.Split(' '))
            .ToLookup(static parts => parts[0][0], static parts => (parts[0], parts[1..])));

    /// <summary>
    /// The reading of each character, ü written v: 实际费用 → shi, ji, fei, yong. The usual one, but in words like 银行 (yin, hang).
    /// </summary>
    public static ImmutableArray<string> Of(string text)
    {
        var syllables = ImmutableArray.CreateBuilder<string>(text.Length);
        while (syllables.Count < text.Length)
        {
            var start = syllables.Count;
            var phrase = Phrases.Value[text[start]]
                .FirstOrDefault(known => string.CompareOrdinal(text, start, known.Word, 0, known.Word.Length) == 0);
            if (phrase.Syllables is { } special)
                syllables.AddRange(special);
            else
                syllables.Add(Reading(text[start]));
        }
        return syllables.ToImmutable();
    }

    /// <summary>The first letter of each reading: 实际费用 → sjfy.</summary>
    public static string Initials(string text) => string.Concat(Of(text).Select(static syllable => syllable[0]));

    /// <summary>Every reading of a character, the usual one first: 重 → zhong, chong.</summary>
    public static ImmutableArray<string> Readings(char character) => [Reading(character), .. Further.Value[character]];

    /// <summary>Whether letters are the initials of a text in some reading of its characters: cqs fits 重庆市.</summary>
    public static bool FitsInitials(string initials, string text) =>
        initials.Length == text.Length
        && text.Zip(initials).All(static pair => Readings(pair.First).Any(reading => reading[0] == char.ToLowerInvariant(pair.Second)));

    /// <summary>
    /// How many syllables must be put in, taken out or exchanged to read one text like the other; any common reading counts as equal.
    /// </summary>
    public static int Distance(string left, string right) =>
        EditDistance.Between([.. left.Select(Readings)], [.. right.Select(Readings)], static (a, b) => a.Intersect(b).Any());

    private static string Reading(char character) =>
        Usual.Value.GetValueOrDefault(character) ?? char.ToLowerInvariant(character).ToString();

    private static IEnumerable<(char Character, string Syllable)> Read(string table)
    {
        var syllable = "";
        var follows = false;
        foreach (var character in table)
        {
            if (char.IsAsciiLetter(character))
            {
                syllable = follows ? syllable + character : character.ToString();
                follows = true;
            }
            else if (character is not ('\n' or '\r'))
            {
                yield return (character, syllable);
                follows = false;
            }
        }
    }
}
