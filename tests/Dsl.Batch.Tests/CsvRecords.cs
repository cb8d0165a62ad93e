// The rows of CSV text that this program wrote itself (CsvText).
using System.Text;

namespace Dsl.Batch.Tests;

internal static class CsvRecords
{
    /// <summary>The rows of a text that ends with the end of a row.</summary>
    public static IEnumerable<List<string>> Of(string text)
    {
        var row = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
                continue;
            yield return row;
            row = [];
        }
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        at = text.AsSpan(at).IndexOfAny(',', '\n') is >= 0 and var length ? at + length : text.Length;
        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"'))
            {
                at++;
                break;
            }
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }
        return cell.ToString();
    }
}
