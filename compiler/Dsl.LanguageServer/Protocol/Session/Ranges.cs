// Places of the protocol (line and UTF-16 column, from 0) and addresses of the program.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Session;

internal static class Ranges
{
    /// <summary>The address of a position; one after the end of its line (or of the text) is that end.</summary>
    public static int AddressOf(SourceText source, JsonElement position)
    {
        var (line, column) = (position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
        if (line >= source.LineCount)
            return source.AddressOf(source.Content.Length);
        var whole = source.RangeOf(source.LineSpan(Math.Max(0, line)));
        return source.AddressOf(Math.Min(whole.Start.Value + Math.Max(0, column), whole.End.Value));
    }

    /// <summary>The offset of a position in a text of which nothing else is asked, by the same rule.</summary>
    public static int OffsetOf(string text, JsonElement position)
    {
        var (line, column) = (position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
        var start = 0;
        for (; line > 0; line--)
        {
            var end = LineEnd(text, start);
            if (end == text.Length)
                return end;
            start = end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }
        return Math.Min(start + Math.Max(0, column), LineEnd(text, start));
    }

    private static int LineEnd(string text, int start) =>
        text.AsSpan(start).IndexOfAny(CharacterFacts.LineEnds) is var found and >= 0 ? start + found : text.Length;

    /// <summary>The span of a range.</summary>
    public static TextSpan SpanOf(SourceText source, JsonElement range)
    {
        var (start, end) = (AddressOf(source, range.GetProperty("start")), AddressOf(source, range.GetProperty("end")));
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
