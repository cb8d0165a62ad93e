// Different names that look the same on screen, or that a spreadsheet converts into one another.
using System.Globalization;
using System.Text;

namespace Dsl.Values.Text;

/// <summary>Which names are almost equal. They are never taken for the same: it is said, and what depends on it is not certain.</summary>
public static class LookAlikes
{
    // Cyrillic and Greek capitals, each followed by the Latin letter; canonical forms have no small letters.
    private const string Foreign = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԚQԜWΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    /// <summary>
    /// Whether two names that are not the same look alike: А (Cyrillic) and A, O and 0, l and 1, P-01 and P01, 007 and 7.
    /// </summary>
    public static bool AreNear(string left, string right) =>
        !Identity.Same(left, right) && Shape(left) is { Length: > 0 } shape && shape == Shape(right);

    /// <summary>What names that look alike have in common; empty where a name has no letter and no digit.</summary>
    public static string Shape(ReadOnlySpan<char> name)
    {
        var canonical = Identity.Of(name);
        var shape = new StringBuilder(canonical.Length);
        foreach (var character in WithoutZeroFraction(canonical))
        {
            if (char.IsLetter(character) || char.IsSurrogate(character) || char.IsNumber(character))
                Append(character, shape);
        }
        var isNumber = shape.Length > 1;
        for (var i = 0; i < shape.Length && isNumber; i++)
            isNumber = char.IsAsciiDigit(shape[i]);
        var zeros = 0;
        while (isNumber && zeros < shape.Length - 1 && shape[zeros] == '0')
            zeros++;
        return shape.ToString(zeros, shape.Length - zeros);
    }

    /// <summary>A hash of <see cref="Shape"/>: the same for names that look alike, within one run of the program.</summary>
    public static int ShapeHash(string name)
    {
        if (name.Length is 0 or > 64 || !Ascii.IsValid(name) || !Identity.IsCanonical(name) || name.Contains('.', StringComparison.Ordinal))
            return string.GetHashCode(Shape(name), StringComparison.Ordinal);
        Span<char> shape = stackalloc char[name.Length];
        var (length, isNumber) = (0, true);
        foreach (var character in name)
        {
            var plain = character switch { 'O' => '0', 'I' or 'L' => '1', _ => character };
            if (!char.IsAsciiLetterOrDigit(plain))
                continue;
            isNumber &= char.IsAsciiDigit(plain);
            shape[length++] = plain;
        }
        shape = shape[..length];
        while (isNumber && shape.Length > 1 && shape[0] == '0')
            shape = shape[1..];
        return string.GetHashCode(shape, StringComparison.Ordinal);
    }

    private static void Append(char character, StringBuilder shape)
    {
        var at = character < 0x80 ? -1 : Foreign.IndexOf(character, StringComparison.Ordinal);
        if (at >= 0 && at % 2 == 0)
            character = Foreign[at + 1];
        var figure = character is 'O' or '〇' ? 0
            : character is 'I' or 'L' ? 1
            : char.GetUnicodeCategory(character) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
                && char.GetNumericValue(character) is >= 0 and < 100 and var value && value == (int)value
                ? (int)value
            : -1;
        if (figure >= 0)
            shape.Append(CultureInfo.InvariantCulture, $"{figure}");
        else
            shape.Append(character);
    }

    /// <summary>12 for 12.0: a key that went through a column of numbers.</summary>
    private static ReadOnlySpan<char> WithoutZeroFraction(string text)
    {
        var whole = text.AsSpan().TrimEnd('0');
        return whole is [.. var digits, '.'] && whole.Length < text.Length && digits.Length > 0
            && !digits.ContainsAnyExceptInRange('0', '9')
            ? digits
            : text;
    }
}
