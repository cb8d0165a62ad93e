// A line of a text as obtained, without white space and characters that are not text.
using System.Text;
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Cleaning;

/// <summary>A line that holds something.</summary>
/// <param name="Offset">Where it begins in the raw text without white space.</param>
/// <param name="Text">Its text; a space stands only between two Latin words or numbers.</param>
/// <param name="Width">How wide it is printed: a Chinese character is two wide.</param>
internal sealed partial record RawLine(int Offset, string Text, int Width)
{
    /// <summary>Cuts a raw text into lines; marks of web pages and characters that cannot be seen are recorded as removed.</summary>
    public static (List<RawLine> Lines, List<Removal> Removals) Read(string raw)
    {
        var (lines, removals, offset) = (new List<RawLine>(), new List<Removal>(), 0);
        foreach (var range in LineEnds().EnumerateSplits(raw))
        {
            if (Clean(raw[range], ref offset, removals) is { Text.Length: > 0 } line)
                lines.Add(line);
        }
        return (lines, removals);
    }

    [GeneratedRegex("\r\n|[\n\r\f\v\u0085\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();

    [GeneratedRegex("</?[A-Za-z][^<>]{0,100}>|&[a-z]{2,6};", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    // 第 1 0 条, 2 0 2 3 年 1 0 月: spaced digits. In a row of a table digits are spaced as well,
    // so only these patterns are joined.
    [GeneratedRegex(
        "(?<![0-9] ?)(?:[0-9] ){3}[0-9](?=年)|(?<=年)[0-9] [0-9](?=月)|(?<=月)[0-9] [0-9](?=日)|(?<=第)[0-9](?: [0-9]){1,2}(?=[条章])"
        + "|(?<=〔)(?:[0-9] ){3}[0-9](?=〕)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    private static RawLine Clean(string text, ref int offset, List<Removal> removals)
    {
        var (start, line, width, spaced) = (offset, new StringBuilder(), 0, false);
        var marks = text.AsSpan().IndexOfAny('<', '&') >= 0
            ? Markup().Matches(text).ToDictionary(static mark => mark.Index, static mark => mark.Value)
            : [];
        for (var i = 0; i < text.Length; i++)
        {
            if (marks.TryGetValue(i, out var mark))
            {
                var shown = string.Concat(mark.Where(static character => !char.IsWhiteSpace(character)));
                removals.Add(new Removal(offset, shown, "网页标记"));
                (offset, i, spaced) = (offset + shown.Length, i + mark.Length - 1, true);
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                spaced = true;
            }
            else if (IsNoText(text, i))
            {
                removals.Add(new Removal(offset++, text[i].ToString(), "看不见的字符"));
            }
            else
            {
                // A space between Latin words stays: 「AI for Science」.
                if (spaced && line.Length > 0 && char.IsAsciiLetterOrDigit(line[^1]) && char.IsAsciiLetterOrDigit(text[i]))
                    line.Append(' ');
                (spaced, width, offset) = (false, width + (text[i] < 0x100 ? 1 : 2), offset + 1);
                line.Append(text[i]);
            }
        }
        return new RawLine(start, Spaced().Replace(line.ToString(), static match => match.Value.Replace(" ", "", StringComparison.Ordinal)),
            width);
    }

    /// <summary>Control characters, marks that cannot be seen, halves of broken pairs.</summary>
    private static bool IsNoText(string text, int position) => text[position] switch
    {
        < ' ' or (>= '\u007F' and <= '\u009F') or '\uFEFF' or '\u00AD' or '\u2060' or '\u061C' or '\uFFFD' => true,
        (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\uE000' and <= '\uF8FF') => true,
        var high when char.IsHighSurrogate(high) => position + 1 == text.Length || !char.IsLowSurrogate(text[position + 1]),
        var low when char.IsLowSurrogate(low) => position == 0 || !char.IsHighSurrogate(text[position - 1]),
        _ => false,
    };
}
