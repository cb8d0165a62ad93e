// Texts that spreadsheets wrap: ="00123" and '00123 keep a text a text; an apostrophe keeps it from being run as a formula.
using System.Buffers;

namespace Dsl.Facts.Cells;

/// <summary>Takes wrappings off cells, and puts an apostrophe on those that a spreadsheet would run.</summary>
public static class SpreadsheetText
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.");

    /// <summary>The text that a cell stands for: 00123 for ="00123" and for '00123.</summary>
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> cell)
    {
        if (!MayBeWrapped(cell))
            return cell;
        var text = cell.Trim();
        if (text is ['=', '"', .. var inside, '"'] && !inside.Contains('"'))
            return inside;
        return text is ['\'', _, ..] ? text[1..] : cell;
    }

    /// <summary>The same for a string.</summary>
    public static string Unwrap(string cell) =>
        MayBeWrapped(cell) && Unwrap(cell.AsSpan()) is var text && text.Length != cell.Length ? text.ToString() : cell;

    /// <summary>Whether a cell begins like a wrapped one.</summary>
    public static bool MayBeWrapped(ReadOnlySpan<char> cell) =>
        !cell.IsEmpty && (cell[0] is '=' or '\'' || (char.IsWhiteSpace(cell[0]) && cell.TrimStart() is ['=' or '\'', ..]));

    /// <summary>
    /// A cell that no spreadsheet runs as a formula: with an apostrophe before what begins like one (also after a space,
    /// which some programs drop), and before an apostrophe, so that <see cref="Unwrap(string)"/> gives the text back. Numbers stay numbers.
    /// </summary>
    public static string Neutral(string cell)
    {
        if (cell.Length < 2)
            return cell;
        var start = 0;
        while (start < cell.Length && IsBlank(cell[start]))
            start++;
        var isRun = (Beginnings.Contains(cell[0]) && !IsNumber(cell))
            || (start < cell.Length
                && (cell[start] == '\'' || (start > 0 && Beginnings.Contains(cell[start]) && !IsNumber(cell.AsSpan(start)))));
        return isRun ? "'" + cell : cell;
    }

    /// <summary>
    /// A cell as it is, but that <see cref="Unwrap(string)"/> gives it back: a key that begins with an apostrophe is read as the same key.
    /// </summary>
    public static string Kept(string cell) => Unwrap(cell) == cell ? cell : "'" + cell;

    private static bool IsBlank(char letter) =>
        letter is ' ' || (letter is < ' ' or > '\u007F' && (char.IsWhiteSpace(letter) || Syntax.Text.CharacterFacts.IsInvisible(letter)));

    private static bool IsNumber(ReadOnlySpan<char> cell)
    {
        var digits = cell[0] is '-' or '+' ? cell[1..] : cell;
        return !digits.IsEmpty && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && digits.IndexOfAnyExcept(Figures) < 0
            && digits.Count('.') <= 1;
    }
}
