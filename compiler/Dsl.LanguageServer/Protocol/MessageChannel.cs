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
    private const long LongestSkipped = 1L << 40;

    // Which of two members of one name is meant nobody knows, and JsonObject fails where one is first asked for.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

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
            if (length > LongestMessage)
            {
                if (!Skip(length))
                    return null;
                Refuse(ErrorCode.InvalidRequest, $"a message of {length} bytes is too long");
                Write(new JsonObject
                {
                    ["jsonrpc"] = "2.0", ["method"] = "window/showMessage",
                    ["params"] = new JsonObject { ["type"] = 1, ["message"] = $"政策语言服务：收到的内容超过 {LongestMessage >> 20} MB，没有处理；文件太大时请拆成几个。" },
                });
                continue;
            }
            var content = new byte[length];
            if (input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < length)
                return null;
            try
            {
                if (Utf8.IsValid(content) && JsonNode.Parse(content, documentOptions: Strict) is JsonObject message && HasWholeTexts(content, message))
                    return message;
            }
            catch (JsonException)
            {
                // The length still says where the next message begins.
            }
            Refuse(ErrorCode.ParseError, "not a JSON object, or a member is written twice");
        }
    }

    /// <summary>Answers what is no request that could be named.</summary>
    public void Refuse(int code, string text) =>
        Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject { ["code"] = code, ["message"] = text } });

    /// <summary>Passes over the content of a message; false where the stream ends first.</summary>
    private bool Skip(long length)
    {
        var room = new byte[1 << 16];
        for (int read; length > 0; length -= read)
        {
            read = input.Read(room, 0, (int)Math.Min(length, room.Length));
            if (read == 0)
                return false;
        }
        return true;
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
    private long? ReadLength()
    {
        long? length = null;
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
            length = long.TryParse(header.AsSpan("Content-Length:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestSkipped
                ? number : throw new InvalidDataException($"no length: {header}");
        }
    }
}
