// Rows of cells as lines of CSV that give back exactly the same cells: for files that only the program itself reads.
using System.Buffers;
using System.Text;
using Dsl.Data.Outputs;

namespace Dsl.Batch.Partitions;

/// <summary>Writes and reads exact rows. Nothing is done for spreadsheets: that is done once, when the final result is written.</summary>
internal static class CellLines
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    public static StringBuilder AppendCells(this StringBuilder text, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            text.Append(Written(cell));
        }
        return text.Append('\n');
    }

    /// <summary>A cell as it is written.</summary>
    public static string Written(string cell) => cell.AsSpan().ContainsAny(Special) ? Quoted(cell) : cell;

    /// <summary>A cell in quotation marks.</summary>
    public static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

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

/// <summary>Writes exact rows, in UTF-8. For one thread.</summary>
internal sealed class CellLinesWriter : LineWriter
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\",\r\n"u8);

    private string _key = "";

    public override void Begin(string key) => _key = key;

    public override void AddKey() => Add(_key);

    public override void Add(CellText text)
    {
        Separate();
        if (text.Utf8.ContainsAny(Special))
            Put(CellLines.Quoted(text.Text));
        else
            Put(text.Utf8);
    }

    public override void Add(string text)
    {
        Separate();
        Put(CellLines.Written(text));
    }
}
