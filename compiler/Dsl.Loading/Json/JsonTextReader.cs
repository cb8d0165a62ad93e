// JSON with places and the raw text of numbers: nothing goes through binary floating point.
using System.Text;
using System.Text.Json;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Loading.Json;

/// <summary>A JSON value.</summary>
/// <param name="Text">The string, or the raw text of a number, true, false.</param>
/// <param name="Line">The line on which it begins, 1-based.</param>
public sealed record JsonItem(JsonTokenType Kind, string Text, long Line)
{
    public IReadOnlyList<(string Name, JsonItem Value)> Properties { get; init; } = [];

    public IReadOnlyList<JsonItem> Items { get; init; } = [];

    /// <summary>The value of a property; null where there is none, or null is written.</summary>
    public JsonItem? Find(string name)
    {
        foreach (var (known, value) in Properties)
        {
            if (known == name)
                return value.Kind == JsonTokenType.Null ? null : value;
        }
        return null;
    }

    /// <summary>What a cell of a table would hold; null where the item is an object or an array.</summary>
    public string? Cell => Kind switch
    {
        JsonTokenType.Null => "",
        JsonTokenType.Number => DecimalText.Plain(Text),
        JsonTokenType.String or JsonTokenType.True or JsonTokenType.False => Text,
        _ => null,
    };
}

/// <summary>Reads JSON that people write by hand (comments and trailing commas are allowed) as a tree that knows its lines.</summary>
public static class JsonTextReader
{
    /// <summary>Parses a text; the finding says where it is not JSON.</summary>
    public static (JsonItem? Root, DataFinding? Finding) Parse(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader =
            new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            var lines = new LineCounter(bytes);
            reader.Read();
            var root = Read(ref reader, lines);
            while (reader.Read())
            {
                // Only comments may follow; anything else throws.
            }
            return (root, null);
        }
        catch (JsonException error)
        {
            return (null, JsonDiagnostics.BadSyntax.With(CharacterAt(bytes, error.LineNumber ?? 0, error.BytePositionInLine ?? 0))
                .At(new(file, (error.LineNumber ?? 0) + 1)));
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, such as "\ud800".
            var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            var start = bytes.AsSpan(0, (int)reader.TokenStartIndex).LastIndexOf((byte)'\n') + 1;
            return (null, JsonDiagnostics.BadSyntax.With(CharacterAt(bytes, line, reader.TokenStartIndex - start)).At(new(file, line + 1)));
        }
    }

    private static JsonItem Read(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var properties = new List<(string Name, JsonItem Value)>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString() ?? "";
                reader.Read();
                properties.Add((name, Read(ref reader, lines)));
            }
            return new(JsonTokenType.StartObject, "", line) { Properties = properties };
        }
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var items = new List<JsonItem>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(Read(ref reader, lines));
            return new(JsonTokenType.StartArray, "", line) { Items = items };
        }
        return new(reader.TokenType,
            reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : Encoding.UTF8.GetString(reader.ValueSpan), line);
    }

    private static int CharacterAt(byte[] bytes, long line, long place)
    {
        var start = 0;
        for (; line > 0 && start < bytes.Length; start++)
            line -= bytes[start] == '\n' ? 1 : 0;
        return Encoding.UTF8.GetCharCount(bytes, start, (int)Math.Min(place, bytes.Length - start)) + 1;
    }

    /// <summary>Lines of ascending offsets.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private long _line = 1;
        private long _at;

        public long LineOf(long offset)
        {
            for (; _at < offset; _at++)
                _line += bytes[_at] == '\n' ? 1 : 0;
            return _line;
        }
    }
}
