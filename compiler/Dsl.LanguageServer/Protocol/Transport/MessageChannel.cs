// Messages of the language server protocol on two streams: a header with the length, then JSON (base protocol of LSP 3.17).
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Dsl.LanguageServer.Protocol.Transport;

/// <summary>Reads from one stream on one thread; writes to the other from any thread.</summary>
internal sealed class MessageChannel(Stream input, Stream output)
{
    private const int LongestHeader = 4096, LongestMessage = 64 << 20;

    // Which of two members of one name is meant is undefined, and JsonObject fails where one is first asked for.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _writing = new();

    /// <summary>Whether an error of writing or reading says that the other side has gone.</summary>
    public static bool IsClosed(Exception error) => error is IOException or ObjectDisposedException or UnauthorizedAccessException;

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
                Refuse(length);
                continue;
            }
            var content = new byte[(int)length];
            if (input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
                return null;
            try
            {
                if (Utf8.IsValid(content) && JsonNode.Parse(content, documentOptions: Strict) is JsonObject message
                    && HasWholeTexts(content, message))
                    return message;
            }
            catch (JsonException)
            {
                // The length still says where the next message begins.
            }
            Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject
            {
                ["code"] = ErrorCode.ParseError, ["message"] = "not a JSON object, or a member is written twice"
            } });
        }
    }

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

    /// <summary>Reports why the stream cannot be read any further.</summary>
    public void Fault(string text) =>
        Write(new JsonObject
            { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject { ["code"] = ErrorCode.ParseError, ["message"] = text } });

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

    private bool Skip(long length)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var count = input.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (count == 0)
                return false;
            length -= count;
        }
        return true;
    }

    /// <summary>Tells the user what was not read; mostly the text of a file that was opened.</summary>
    private void Refuse(long length) => Write(new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["method"] = "window/showMessage",
        ["params"] = new JsonObject
        {
            ["type"] = 1,
            ["message"] = $"编辑器发来的一条消息有 {length >> 20} MB，超过 {LongestMessage >> 20} MB，没有处理，"
                + $"多半是打开或改动了很大的文件：这个文件不检查，其他文件照常。请把文件拆小。",
        },
    });

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
            length = long.TryParse(header.AsSpan("Content-Length:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture,
                out var number)
                ? number : throw new InvalidDataException($"no length: {header}");
        }
    }
}
