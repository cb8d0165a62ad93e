// Places of the protocol (line and UTF-16 column, from 0) and addresses of the program.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Session;

internal static class Ranges
{
    /// <summary>The address of a position; one after the end of its line (or of the text) is that end.</summary>
    public static int AddressOf(SourceText source, JsonElement position)
    {
        var (line, column) = (position.Property("line").GetInt32(), position.Property("character").GetInt32());
        if (line >= source.LineCount)
            return source.AddressOf(source.Content.Length);
        var whole = source.RangeOf(source.LineSpan(Math.Max(0, line)));
        return source.AddressOf(Math.Min(whole.Start.Value + Math.Max(0, column), whole.End.Value));
    }

    /// <summary>The offsets of a range in a text of which nothing else is asked, by the same rule.</summary>
    public static (int Start, int End) OffsetsOf(string text, JsonElement range)
    {
        var (start, end) = (range.Property("start"), range.Property("end"));
        var (line, other) = (start.Property("line").GetInt32(), end.Property("line").GetInt32());
        // The lines before both are passed once.
        var near = LineAfter(text, 0, Math.Min(line, other));
        return (OffsetIn(line, start), OffsetIn(other, end));

        int OffsetIn(int row, JsonElement position)
        {
            var from = LineAfter(text, near, row - Math.Min(line, other));
            return Math.Min(from + Math.Max(0, position.Property("character").GetInt32()), LineEnd(text, from));
        }
    }

    /// <summary>Where the line begins that comes so many lines later; the end of the text where there are not so many.</summary>
    private static int LineAfter(string text, int start, int lines)
    {
        for (; lines > 0; lines--)
        {
            var end = LineEnd(text, start);
            if (end == text.Length)
                return end;
            start = end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }
        return start;
    }

    private static int LineEnd(string text, int start) =>
        text.AsSpan(start).IndexOfAny(CharacterFacts.LineEnds) is var found and >= 0 ? start + found : text.Length;

    /// <summary>The span of a range.</summary>
    public static TextSpan SpanOf(SourceText source, JsonElement range)
    {
        var (start, end) = (AddressOf(source, range.Property("start")), AddressOf(source, range.Property("end")));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    public static JsonObject Position(SourceText source, int address)
    {
        var (line, column) = source.PositionOf(address);
        return new() { ["line"] = line, ["character"] = column };
    }

    public static JsonObject Range(SourceText source, TextSpan span) =>
        new() { ["start"] = Position(source, span.Start), ["end"] = Position(source, span.End) };

    public static JsonObject Location(SourceText source, TextSpan span) =>
        new() { ["uri"] = Uris.Of(source.Path), ["range"] = Range(source, span) };

    public static JsonObject Edit(SourceText source, TextSpan span, string text) =>
        new() { ["range"] = Range(source, span), ["newText"] = text };
}
