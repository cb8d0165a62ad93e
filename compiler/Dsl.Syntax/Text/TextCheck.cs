// Detects content that is not text: binary files and other encodings give one diagnostic, not thousands.
using System.Buffers;

namespace Dsl.Syntax.Text;

/// <summary>Distinguishes text from binary content.</summary>
internal static class TextCheck
{
    private const int BadPerHundred = 2;
    private const int NulLimit = 8;

    private static readonly SearchValues<char> Bad = SearchValues.Create(
        ['\uFFFD',
            .. Enumerable.Range(0, ' ').Select(static unit => (char)unit).Where(static unit => !char.IsWhiteSpace(unit) || unit > '\r')]);

    /// <summary>Whether a span has characters that are counted; nearly no text has any, and is passed at the speed of memory.</summary>
    public static bool HasBad(ReadOnlySpan<char> text) => text.ContainsAny(Bad);

    /// <summary>False where NUL, control characters and replacement characters are so many that the content was no UTF-8 text.</summary>
    public static bool IsText(string content)
    {
        if (!HasBad(content))
            return true;
        var (bad, nul, shown) = (0L, 0, 0L);
        foreach (var character in content)
        {
            if (!char.IsWhiteSpace(character))
                shown++;
            if (character == '\0')
                nul++;
            if (Bad.Contains(character))
                bad++;
        }
        return nul < NulLimit && (bad * 100 <= shown * BadPerHundred || bad == 1);
    }
}
