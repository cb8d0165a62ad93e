// Classes of single characters: space, line ends, name characters, digits.
using System.Globalization;
using System.Text;
using Dsl.Values.Text;

namespace Dsl.Syntax.Text;

/// <summary>
/// Classes of characters. Names are classified by <see cref="Rune"/>, so that rare characters (surrogate pairs) may stand in them.
/// </summary>
public static class CharacterFacts
{
    /// <summary>
    /// What ends a line, with \r\n as one: the rule of the lexer, of places in messages and in the editor, and of the layout.
    /// Form feed, U+0085, U+2028 and U+2029 are space within a line, whatever other programs make of them.
    /// </summary>
    public const string LineEnds = "\n\r";

    /// <summary>Whether a character ends a line.</summary>
    public static bool IsLineEnd(char character) => character is '\n' or '\r';

    /// <summary>The lines of a text, without their ends.</summary>
    public static string[] SplitLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(['\n', '\r']);

    /// <summary>
    /// Whether a character is space within a line (ASCII, ideographic and other space; the odd line separators count as space).
    /// </summary>
    public static bool IsSpace(char character) =>
        character is ' ' or '\t' or '\u3000' || (character is not ('\n' or '\r') && char.IsWhiteSpace(character));

    /// <summary>Whether a character is a digit, half or full width.</summary>
    public static bool IsDigit(char character) => character is (>= '0' and <= '9') or (>= '０' and <= '９');

    /// <summary>Whether a character is a Latin letter, half or full width.</summary>
    public static bool IsLatin(char character) => char.IsAsciiLetter(WidthFolding.HalfWidth(character));

    /// <summary>
    /// Whether a character cannot be seen and does not belong in a text: zero-width marks, byte order marks, soft hyphens.
    /// </summary>
    public static bool IsInvisible(char character) =>
        character is '\uFEFF' or '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0'
            or '\u17B4' or '\u17B5' or '\u2800' or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF0' and <= '\uFFFB');

    /// <summary>Whether a character changes the direction of the text around it: it is shown in another order than it is read.</summary>
    public static bool IsDirectionMark(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>
    /// The length of the invisible character at a position: 0 where there is none, 2 for a surrogate pair (tags,
    /// further variation selectors).
    /// </summary>
    public static int InvisibleLength(string text, int position)
    {
        var character = text[position];
        if (character < '\u0080')
            return 0;
        if (!char.IsHighSurrogate(character))
            return IsInvisible(character) ? 1 : 0;
        return position + 1 < text.Length && char.IsLowSurrogate(text[position + 1])
            && char.ConvertToUtf32(character, text[position + 1]) is (>= 0xE0000 and <= 0xE0FFF) or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A) or 0x13441
                ? 2
                : 0;
    }

    /// <summary>U+200B and the like: how a character is named that cannot be shown.</summary>
    public static string CodePoint(char character) => $"U+{(int)character:X4}";

    /// <summary>The same for the character at a position, of one or two UTF-16 units.</summary>
    public static string CodePointAt(string text, int position) =>
        Rune.TryGetRuneAt(text, position, out var rune) ? $"U+{rune.Value:X4}" : CodePoint(text[position]);

    /// <summary>The length of the name character at a position: 0 where there is none, 2 for a surrogate pair. Digits count.</summary>
    public static int NameCharacterLength(string text, int position)
    {
        if (position >= text.Length)
            return 0;
        var character = text[position];
        if (character is >= '\u4E00' and <= '\u9FFF' || char.IsAsciiLetterOrDigit(character) || character == '_')
            return 1;
        if (character < '\u0080' || InvisibleLength(text, position) > 0 || !Rune.TryGetRuneAt(text, position, out var rune))
            return 0;
        return IsNameCategory(Rune.GetUnicodeCategory(rune)) ? rune.Utf16SequenceLength : 0;
    }

    /// <summary>The end of the run of name characters that begins at a position.</summary>
    public static int NameEnd(string text, int position)
    {
        for (int length; (length = NameCharacterLength(text, position)) > 0;)
            position += length;
        return position;
    }

    private static bool IsNameCategory(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
