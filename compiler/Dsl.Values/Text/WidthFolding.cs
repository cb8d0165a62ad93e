// One form for characters of full and half width. Keeps the length, so that places in the folded text are places in the text.
namespace Dsl.Values.Text;

/// <summary>Folding of full-width letters, digits and punctuation.</summary>
public static class WidthFolding
{
    /// <summary>The text in half width, character by character.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < original.Length; i++)
            folded[i] = Fold(original[i]);
    });

    /// <summary>
    /// Full-width letters, digits, signs and spaces in half width, and nothing else: the form in which names and figures of the
    /// language are compared. (<see cref="string.Normalize()"/> folds nothing where globalization is invariant.)
    /// </summary>
    public static string HalfWidth(string text) => text.AsSpan().IndexOfAnyInRange('！', '～') < 0 && !text.Contains('　')
        ? text
        : string.Create(text.Length, text, static (half, original) =>
        {
            for (var i = 0; i < original.Length; i++)
                half[i] = original[i] switch { >= '！' and <= '～' => (char)(original[i] - 0xFEE0), '　' => ' ', _ => original[i] };
        });

    /// <summary>A character in half width: ， and , are the same, “ and ", ∶ and :, and so on.</summary>
    public static char Fold(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - 0xFEE0),
        '　' or '\u00A0' => ' ',
        '“' or '”' or '„' or '〝' or '〞' => '"',
        '‘' or '’' or '′' => '\'',
        '∶' or '﹕' or '︰' => ':',
        '﹝' or '［' => '〔',
        '﹞' or '］' => '〕',
        '–' or '―' or '─' or '－' or '−' => '—',
        '·' or '•' or '‧' or '・' => '·',
        _ => character,
    };
}
