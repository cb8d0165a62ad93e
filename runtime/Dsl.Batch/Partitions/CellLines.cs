// Rows of cells as lines of CSV that give back exactly the same cells: for files that only the program itself reads.
using System.Text;

namespace Dsl.Batch.Partitions;

/// <summary>Writes and reads exact rows. Nothing is done for spreadsheets: that is done once, when the final result is written.</summary>
internal static class CellLines
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",\r\n");

    public static StringBuilder AppendCells(this StringBuilder text, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            if (cell.AsSpan().ContainsAny(Special))
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }
        return text.Append('\n');
    }

    /// <summary>The rows of a text that <see cref="AppendCells"/> wrote.</summary>
    public static IEnumerable<string[]> Read(TextReader text)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (int next; (next = text.Read()) >= 0;)
        {
            var letter = (char)next;
            if (isQuoted && letter == '"' && text.Peek() == '"')
                cell.Append((char)text.Read());
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\n'))
                cell.Append(letter);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (letter == ',')
                    continue;
                yield return [.. cells];
                cells.Clear();
            }
        }
    }
}
