// Cells of CSV output.
using System.Text;

namespace Dsl.Runtime.Results;

internal static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",\r\n");

    /// <summary>Appends a row; a cell is quoted only where it must be.</summary>
    public static StringBuilder AppendRow(this StringBuilder text, params IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            if (cell.Length == 0)
                continue;
            if (cell.AsSpan().ContainsAny(Special) || cell[0] == ' ' || cell[^1] == ' ')
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }
        return text.Append('\n');
    }
}
