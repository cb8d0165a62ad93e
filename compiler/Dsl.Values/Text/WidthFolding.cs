// The one conversion of full width to half width. It keeps the length, so that positions in both texts agree.
namespace Dsl.Values.Text;

/// <summary>Folding of full-width letters, digits and punctuation.</summary>
public static class WidthFolding
{
    private const int Offset = '！' - '!';

    /// <summary>The text in the form of <see cref="Fold(char)"/>.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < original.Length; i++)
            folded[i] = Fold(original[i]);
    });

    /// <summary>
    /// Full-width letters, digits, signs and spaces in half width, and nothing else: the form in which names and figures of the
    /// language are compared. (<see cref="string.Normalize()"/> folds nothing where globalization is invariant.)
    /// </summary>
    public static string HalfWidth(string text) => text.AsSpan().IndexOfAnyInRange('！', '～') < 0 && !text.Contains('\u3000')
        ? text
        : string.Create(text.Length, text, static (half, original) =>
        {
            for (var i = 0; i < original.Length; i++)
                half[i] = HalfWidth(original[i]);
        });

    /// <summary>The half-width twin of a full-width form (！ to ～, and the ideographic space); other characters as they are.</summary>
    public static char HalfWidth(char character) =>
        character is >= '！' and <= '～' ? (char)(character - Offset) : character == '\u3000' ? ' ' : character;

    /// <summary>
    /// The form in which texts of people are compared: half width, and one sign of each kind (“ and ", ∶ and :, and so on).
    /// </summary>
    public static char Fold(char character) => character switch
    {
        '\u00A0' => ' ',
        '“' or '”' or '„' or '〝' or '〞' => '"',
        '‘' or '’' or '′' => '\'',
        '∶' or '﹕' or '︰' => ':',
        '﹝' => '〔',
        '﹞' => '〕',
        '–' or '―' or '─' or '−' => '—',
        '·' or '•' or '‧' or '・' => '·',
        _ => HalfWidth(character),
    };
}
