// Whether a content is text at all: binary files and other encodings give one diagnostic, not thousands.
namespace Dsl.Syntax.Parsing;

/// <summary>Tells text from other content.</summary>
internal static class TextCheck
{
    private const int BadPerHundred = 2;
    private const int NulLimit = 8;

    /// <summary>False where NUL, control characters and replacement characters are so many that the content was no UTF-8 text.</summary>
    public static bool IsText(string content)
    {
        var (bad, nul, shown) = (0L, 0, 0L);
        foreach (var character in content)
        {
            if (!char.IsWhiteSpace(character))
                shown++;
            if (character == '\0')
                nul++;
            if (character == '\uFFFD' || (character < ' ' && character is not ('\t' or '\n' or '\r' or '\f' or '\v')))
                bad++;
        }
        return nul < NulLimit && (bad * 100 <= shown * BadPerHundred || bad == 1);
    }
}
