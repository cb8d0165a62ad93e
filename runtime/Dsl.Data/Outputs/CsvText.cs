// Cells of CSV output.
using System.Text;
using Dsl.Facts.Cells;

namespace Dsl.Data.Outputs;

/// <summary>Writes CSV so that a spreadsheet opens it safely and <c>CsvSource</c> reads the same cells back.</summary>
public static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",\r\n");

    /// <summary>
    /// Appends a row; a cell is quoted only where it must be, and no cell is one that a spreadsheet would run as a formula.
    /// </summary>
    public static StringBuilder AppendRow(this StringBuilder text, params IEnumerable<string> cells) =>
        AppendRow(text, cells, isRaw: false);

    /// <summary>Appends a row; a cell is quoted only where it must be.</summary>
    /// <param name="isRaw">Whether cells are written as they are, whatever a spreadsheet makes of them;
    /// only what reading would take for a wrapping is kept from it.</param>
    public static StringBuilder AppendRow(this StringBuilder text, IEnumerable<string> cells, bool isRaw)
    {
        var isFirst = true;
        foreach (var content in cells)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            text.AppendCell(content, isRaw);
        }
        return text.Append('\n');
    }

    /// <summary>Appends a cell; it is quoted only where it must be.</summary>
    /// <param name="isRaw">Whether it is written as it is, whatever a spreadsheet makes of it.</param>
    internal static StringBuilder AppendCell(this StringBuilder text, string content, bool isRaw)
    {
        var cell = isRaw ? SpreadsheetText.Kept(content) : SpreadsheetText.Neutral(content);
        if (cell.Length == 0)
            return text;
        return cell.AsSpan().ContainsAny(Special) || cell[0] == ' ' || cell[^1] == ' '
            ? text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : text.Append(cell);
    }
}
