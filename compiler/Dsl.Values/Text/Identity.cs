// When two spellings identify the same thing: 文号, keys, numbers of clauses, 事项. All identifiers are compared in one canonical form.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Dsl.Values.Text;

/// <summary>
/// The canonical form of what identifies. Width, case, blanks, what cannot be seen, kinds of brackets, dashes and quotation marks,
/// radicals and compatibility ideographs, and whether letters are composed do not matter; everything else does.
/// It is for comparing, never for showing.
/// </summary>
public sealed class Identity : IEqualityComparer<string>
{
    private Identity()
    {
    }

    /// <summary>Compares by the canonical form.</summary>
    public static Identity Comparer { get; } = new();

    /// <summary>Whether a text is its own canonical form. Nearly all keys are.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsPlain(character))
                return false;
        }
        return true;
    }

    /// <summary>The canonical form; the text itself where it is that.</summary>
    public static string Of(string text) => IsCanonical(text) ? text : Make(text);

    public static string Of(ReadOnlySpan<char> text) => IsCanonical(text) ? text.ToString() : Make(text);

    /// <summary>Whether two texts name the same; nothing is the same as nothing only.</summary>
    public static bool Same(string? left, string? right) =>
        left is null || right is null ? ReferenceEquals(left, right)
        : string.Equals(left, right, StringComparison.Ordinal) || (!(IsCanonical(left) && IsCanonical(right)) && Of(left) == Of(right));

    /// <summary>The known writing of what a text names; null where none of them is the same.</summary>
    public static string? Find(string text, IEnumerable<string> known)
    {
        string? found = null;
        foreach (var candidate in known)
        {
            if (candidate == text)
                return candidate;
            found ??= Same(candidate, text) ? candidate : null;
        }
        return found;
    }

    /// <summary>The first invisible character of a text, as U+200B; null if there is none.</summary>
    public static string? InvisibleIn(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (IsInvisible(character) && !char.IsWhiteSpace(character))
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
        }
        return null;
    }

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => Same(x, y);

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] string obj) => string.GetHashCode(Of(obj), StringComparison.Ordinal);

    private static bool IsPlain(char character) => character < 0x80
        ? character is > ' ' and < 'a' and not ('[' or ']' or '<' or '>' or '`') or '|' or '~'
        : character is >= '\u4E00' and <= '\u9FFF';

    private static string Make(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return MakeOfAscii(text);
        var canonical = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!isPair)
            {
                Append(text[i], canonical);
                continue;
            }
            i++;
            if (CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[i - 1], text[i])) is UnicodeCategory.Format
                || IsVariation(text[i - 1], text[i]))
                continue;
            if (IdentityTables.Of(text[i - 1], text[i]) is { } ideograph)
                canonical.Append(ideograph);
            else
                canonical.Append(text[i - 1]).Append(text[i]);
        }
        SortMarks(canonical);
        return canonical.ToString();
    }

    private static string MakeOfAscii(ReadOnlySpan<char> text)
    {
        var canonical = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (!IsInvisible(character))
                canonical[length++] = char.ToUpperInvariant(Punctuation(character));
        }
        return canonical[..length].ToString();
    }

    private static void Append(char character, StringBuilder canonical)
    {
        if (IsInvisible(character))
            return;
        var folded = char.ToUpperInvariant(Punctuation(WidthFolding.Fold(character)));
        if (IdentityTables.Of(folded) is not { } meant)
        {
            canonical.Append(folded);
            return;
        }
        // A letter with two marks is one with a mark, and another one.
        foreach (var part in meant)
            Append(part, canonical);
    }

    private static char Punctuation(char character) => character switch
    {
        '[' or '{' or '<' => '(',
        ']' or '}' or '>' => ')',
        '—' or '\u2010' or '\u2011' or '\u2012' or '\uFE58' or '\uFE63' => '-',
        _ => character < 0x80 ? character : Bracket(character),
    };

    /// <summary>Whatever opens or closes, of whatever kind and for whatever direction of writing: 〔 【 〖 〈 ﹛ ︵ ⟦.</summary>
    private static char Bracket(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.OpenPunctuation => '(',
        UnicodeCategory.ClosePunctuation => ')',
        _ => character,
    };

    /// <summary>Blanks, controls, marks of zero width, and letters without a shape.</summary>
    private static bool IsInvisible(char character) => character < 0x80
        ? character is <= ' ' or '\u007F'
        : char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control
            || character is '\u034F' or '\u115F' or '\u1160' or (>= '\u180B' and <= '\u180F') or '\u2800' or '\u3164' or '\uFFA0'
                or (>= '\uFE00' and <= '\uFE0F');

    // U+E0100 to U+E01EF choose between shapes of one ideograph.
    private static bool IsVariation(char high, char low) => char.ConvertToUtf32(high, low) is >= 0xE0100 and <= 0xE01EF;

    /// <summary>Marks on one letter in one order, whichever they were typed in.</summary>
    private static void SortMarks(StringBuilder text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            for (var k = i; k > 0 && IsMark(text[k]) && IsMark(text[k - 1]) && text[k - 1] > text[k]; k--)
                (text[k - 1], text[k]) = (text[k], text[k - 1]);
        }
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
