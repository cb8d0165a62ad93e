// Messages of the language server protocol on two streams: a header with the length, then JSON (base protocol of LSP 3.17).
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Dsl.LanguageServer.Protocol;

/// <summary>Reads from one stream on one thread; writes to the other from any thread.</summary>
internal sealed class MessageChannel(Stream input, Stream output)
{
    private const int LongestHeader = 4096, LongestMessage = 64 << 20;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _writing = new();

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">What came is no message: the stream cannot be followed any further.</exception>
    public JsonObject? Read()
    {
        while (true)
        {
            if (ReadLength() is not { } length)
                return null;
            var content = new byte[length];
            if (input.ReadAtLeast(content, length, throwOnEndOfStream: false) < length)
                return null;
            try
            {
                if (Utf8.IsValid(content) && JsonNode.Parse(content) is JsonObject message && HasWholeTexts(content, message))
                    return message;
            }
            catch (JsonException)
            {
                // The length still says where the next message begins.
            }
            Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject { ["code"] = ErrorCode.ParseError, ["message"] = "not a JSON object" } });
        }
    }

    /// <summary>Writes a message.</summary>
    public void Write(JsonObject message)
    {
        var content = Encoding.UTF8.GetBytes(message.ToJsonString(Readable));
        lock (_writing)
        {
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")));
            output.Write(content);
            output.Flush();
        }
    }

    /// <summary>Whether no text holds half of a surrogate pair, which fails where the text is read: far from here.</summary>
    private static bool HasWholeTexts(ReadOnlySpan<byte> content, JsonObject message)
    {
        if (content.IndexOf("\\ud"u8) < 0 && content.IndexOf("\\uD"u8) < 0)
            return true;
        try
        {
            return message.ToJsonString().Length > 0;
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads header lines up to the empty one.</summary>
    private int? ReadLength()
    {
        int? length = null;
        var line = new StringBuilder();
        while (true)
        {
            var next = input.ReadByte();
            if (next < 0)
                return null;
            if (next == '\r')
                continue;
            if (next != '\n')
            {
                if (line.Length >= LongestHeader)
                    throw new InvalidDataException("a header line is too long");
                line.Append((char)next);
                continue;
            }
            if (line.Length == 0)
                return length ?? throw new InvalidDataException("a message has no Content-Length");
            var header = line.ToString();
            line.Clear();
            if (!header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                continue;
            length = int.TryParse(header.AsSpan("Content-Length:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestMessage
                ? number : throw new InvalidDataException($"no length: {header}");
        }
    }
}
