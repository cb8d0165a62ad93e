// A source line with a span marked under it, by display width: Chinese characters take two columns.
using System.Globalization;
using System.Text;
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Cli.Output;

/// <summary>The line in which a span begins, cut to the width of the terminal, and the marks below it.</summary>
/// <param name="LineNumber">1-based.</param>
/// <param name="Before">Text of the line before the span.</param>
/// <param name="Marked">The span (its part in the first line).</param>
/// <param name="After">Text of the line after it.</param>
internal sealed record SourceExcerpt(int LineNumber, string Before, string Marked, string After)
{
    private const string Ellipsis = "…";

    /// <summary>The marks under the line: spaces, then ^ under the span, at least one.</summary>
    public string Marks =>
        new string(' ', DisplayWidth.Of(Before)) + new string('^', Math.Max(1, DisplayWidth.Of(Marked)));

    /// <summary>Cuts the excerpt out of a source.</summary>
    /// <param name="source">The file.</param>
    /// <param name="span">What to mark.</param>
    /// <param name="columns">How many columns the line may take.</param>
    public static SourceExcerpt Of(SourceText source, TextSpan span, int columns)
    {
        var line = source.PositionOf(span.Start).Line;
        var whole = source.LineSpan(line);
        var start = Math.Min(span.Start, whole.End);
        var end = Math.Clamp(span.End, start, whole.End);
        var marked = Cut(Printable(source.Content.AsSpan(start, end - start)), columns / 2);
        var room = columns - DisplayWidth.Of(marked);
        var after = Cut(Printable(source.Content.AsSpan(end, Math.Min(whole.End - end, columns))), room / 3);
        var from = Math.Max(whole.Start, start - columns);
        var before = CutStart(Printable(source.Content.AsSpan(from, start - from)), room - DisplayWidth.Of(after));
        return new(line + 1, before.TrimStart(), marked, after.TrimEnd());
    }

    /// <summary>The text with control characters made visible and harmless to a terminal.</summary>
    public static string Printable(ReadOnlySpan<char> text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
                printable.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
                printable.Append('·');
            else
                printable.Append(rune.ToString());
        }
        return printable.ToString();
    }

    private static string Cut(string text, int columns)
    {
        if (DisplayWidth.Of(text) <= columns)
            return text;
        var (kept, width) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += DisplayWidth.Of(rune);
            if (width > columns - 1)
                break;
            kept += rune.Utf16SequenceLength;
        }
        return text[..kept] + Ellipsis;
    }

    private static string CutStart(string text, int columns)
    {
        var dropped = 0;
        for (var width = DisplayWidth.Of(text); width > columns - 1 && dropped < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, dropped);
            width -= DisplayWidth.Of(rune);
            dropped += rune.Utf16SequenceLength;
        }
        return dropped == 0 ? text : Ellipsis + text[dropped..];
    }
}
