// The base protocol: handshake, errors, cancellation, input that is no message, findings as files change.
using System.Text;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class ProtocolTests
{
    private const string File = "办法.policy";

    [Fact]
    public void 按约定开始和结束()
    {
        using var folder = Small.Folder();
        var client = new LspClient(folder.Root);
        Assert.Equal(2, client.ServerCapabilities["textDocumentSync"]?["change"]?.GetValue<int>());
        Assert.Null(client.Request("shutdown", []));
        Assert.Equal(ErrorCode.InvalidRequest, client.Ask("textDocument/formatting", client.At(File))["error"]?["code"]?.GetValue<int>());
        client.Notify("exit", []);
        client.Dispose();
        Assert.Equal(0, client.ExitCode);
    }

    [Fact]
    public void 没有告知就断开()
    {
        using var folder = Small.Folder();
        var client = new LspClient(folder.Root);
        client.Dispose();
        Assert.Equal(1, client.ExitCode);
    }

    [Fact]
    public void 不认识的请求和不对的参数都有回答()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal(ErrorCode.MethodNotFound, client.Ask("textDocument/nothing", [])["error"]?["code"]?.GetValue<int>());
        foreach (var wrong in (JsonObject?[])[[], null, new() { ["textDocument"] = 5 },
            new() { ["textDocument"] = new JsonObject { ["uri"] = new JsonArray() } },
            new() { ["textDocument"] = new JsonObject { ["uri"] = "" } },
            new() { ["textDocument"] = new JsonObject { ["uri"] = "file:///%00.policy" } }])
            Assert.Equal(ErrorCode.InvalidParams,
                client.Ask("textDocument/formatting", wrong?.DeepClone().AsObject())["error"]?["code"]?.GetValue<int>());
        Assert.Equal(ErrorCode.InvalidParams, client.Ask("textDocument/hover", client.At(File))["error"]?["code"]?.GetValue<int>());
        Assert.Equal(ErrorCode.RequestFailed,
            client.Ask("textDocument/formatting", client.At("没有.policy"))["error"]?["code"]?.GetValue<int>());
        var half = Encoding.ASCII.GetBytes(
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/formatting\",\"params\":{\"textDocument\":{\"uri\":\"\\ud800\"}}}");
        client.SendRaw([.. Encoding.ASCII.GetBytes($"Content-Length: {half.Length}\r\n\r\n"), .. half]);
        client.SendRaw([.. Encoding.ASCII.GetBytes("Content-Length: 28\r\n\r\n{\"id\":78,\"method\":\""), 0xFF,
            .. Encoding.ASCII.GetBytes("\",\"a\":0}")]);
        client.SendRaw(Encoding.ASCII.GetBytes("Content-Length: 3\r\n\r\n{{{"));
        client.SendRaw(Encoding.ASCII.GetBytes("X-Other: 1\r\nContent-Length: 2\r\n\r\n[]"));
        client.Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = 5 });
        client.Notify("textDocument/didChange", client.At("没有.policy"));
        Assert.IsType<JsonArray>(client.Request("textDocument/foldingRange", client.At(File)));
    }

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":2,\"id\":3,\"method\":\"textDocument/hover\",\"params\":{}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"a\",\"method\":\"b\"}")]
    [InlineData(
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"a\",\"uri\":\"b\"}}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{\"a\":1,\"a\":2},\"method\":\"x\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1,\"id\":2}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":[1]}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":\"x\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"a\",\"uri\":\"b\","
        + "\"text\":\"\"}}}")]
    public void 写了两次的成员和不成样的取消都不使服务停下(string message)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.SendRaw(Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}"));
        Assert.IsType<JsonArray>(client.Request("textDocument/foldingRange", client.At(File)));
    }

    [Fact]
    public void 太长的消息说明以后跳过()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        const int Length = (64 << 20) + 1;
        client.SendRaw(Encoding.ASCII.GetBytes($"Content-Length: {Length}\r\n\r\n"));
        client.SendRaw(new byte[Length]);
        Assert.IsType<JsonArray>(client.Request("textDocument/foldingRange", client.At(File)));
    }

    [Theory]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("X: 1\r\n\r\n{}")]
    [InlineData("hello\r\n\r\n")]
    [InlineData("Content-Length: 2")]
    [InlineData("")]
    public void 看不懂的消息头_服务说明以后结束(string text)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.ASCII.GetBytes(text));
        Assert.Equal(1, new LspServer(input, output, "0", static () => new(2024, 6, 30)).Run());
        Assert.Equal(text.EndsWith('\n') || text.EndsWith('}'),
            Encoding.UTF8.GetString(output.ToArray()).Contains("\"error\"", StringComparison.Ordinal));
    }

    [Fact]
    public void 没有人听的输出_服务结束而不是出错()
    {
        var message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}";
        using var input = new MemoryStream(Encoding.ASCII.GetBytes($"Content-Length: {message.Length}\r\n\r\n{message}"));
        using var output = new DeafStream();
        Assert.Equal(1, new LspServer(input, output, "0", static () => new(2024, 6, 30)).Run());
    }

    [Fact]
    public void 太长的消息不处理_说明以后照常()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        const int Length = (64 << 20) + 10;
        client.SendRaw(Encoding.ASCII.GetBytes($"Content-Length: {Length}\r\n\r\n"));
        var part = new byte[1 << 20];
        Array.Fill(part, (byte)' ');
        for (var sent = 0; sent < Length; sent += part.Length)
            client.SendRaw(part[..Math.Min(part.Length, Length - sent)]);
        Assert.IsType<JsonArray>(client.Request("textDocument/foldingRange", client.At(File)));
    }

    [Fact]
    public void 取消的请求回答已取消()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Send(
            new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 900, ["method"] = "textDocument/formatting", ["params"] = client.At(File) });
        client.Notify("$/cancelRequest", new JsonObject { ["id"] = 900 });
        var answer = client.Take(900);
        Assert.True(answer["error"]?["code"]?.GetValue<int>() == ErrorCode.RequestCancelled || answer["result"] is not null);
    }

    [Fact]
    public void 改动一处就报出问题改回去就没有了()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        Assert.Empty(client.Diagnostics(File, 1));
        var line = Line(Small.Policy, "奖补");
        client.Change(File, 2, Replace(line, 0, line, 200, "  奖补 = min(实际费用 * 30%, 100万"));
        Assert.Contains(client.Diagnostics(File, 2), static finding => finding["code"]?.GetValue<string>() == "DSL1031");
        client.Change(File, 3, Replace(line, 0, line, 200, "  奖补 = min(实际费用 * 30%, 100万元)"));
        Assert.Empty(client.Diagnostics(File, 3));
        client.Change(File, 4, Replace(line, 0, line, 200, "  奖补 = min(实际费用 * 40%, 100万元)"));
        Assert.Contains(client.Diagnostics(File, 4), static finding => finding["code"]?.GetValue<string>() == "DSL3002");
        var expected = Line(Small.Policy, "应得");
        client.Change(File, 5, Replace(line, 0, line, 200, "  奖补 = min(实际费用 * 30%, 100万元)"),
            Replace(expected, 0, expected, 200, "  应得 61万元"));
        Assert.Equal("DSL3040", Assert.Single(client.Diagnostics(File, 5, static found => found.Count > 0))["code"]?.GetValue<string>());
    }

    [Fact]
    public void 数据定义的改动显示在用它的政策里()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        client.Open("schema.policy", Small.Schema);
        Assert.Empty(client.Diagnostics(File, 1));
        client.Change("schema.policy", 2,
            new JsonObject { ["text"] = Small.Schema.Replace("实际费用", "发生费用", StringComparison.Ordinal) });
        Assert.Contains(client.Diagnostics(File, 1, static found => found.Count > 0),
            static finding => finding["code"]?.GetValue<string>() == "DSL2001");
    }

    [Fact]
    public void 没有数据定义的文件夹和文件夹外的文件()
    {
        using var folder = new Folder();
        using var outside = new Folder();
        outside.Write("别处.policy", "政策 别处\n  施行日期 2021-01-01\n");
        using var client = new LspClient(folder.Root);
        client.Open("新.policy", "政策 新办法\n  施行日期 2021-01-01\n条款 1 补贴\n  奖补 = 1元 +\n");
        Assert.NotEmpty(client.Diagnostics("新.policy", 1));
        var path = Path.Combine(outside.Root, "别处.policy");
        client.Open(path, File0(outside));
        Assert.Empty(client.Diagnostics(path, 1));
        client.Notify("textDocument/didOpen",
            new JsonObject { ["textDocument"] =
                new JsonObject { ["uri"] = "untitled:Untitled-1", ["languageId"] = "policy", ["version"] = 1, ["text"] = "政策 甲\n" } });
        Assert.NotNull(client.Request("textDocument/documentSymbol",
            new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = "untitled:Untitled-1" } }));
    }

    [Fact]
    public void 大纲里按标题找得到条款()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        var names = client.Request("textDocument/documentSymbol", client.At(File))
            ?.AsArray().Select(static symbol => symbol?["name"]?.GetValue<string>()).ToList();
        Assert.Contains("条款 1 费用补贴", names ?? []);
        var found = client.Request("workspace/symbol", new JsonObject { ["query"] = "费用补贴" })?.AsArray();
        Assert.Contains(found ?? [], static symbol => symbol?["name"]?.GetValue<string>() == "条款 1 费用补贴");
    }

    [Fact]
    public void 没有打开政策时也找得到文件夹里的条款()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.NotEmpty(client.Request("workspace/symbol", new JsonObject { ["query"] = "费用补贴" })?.AsArray() ?? []);
        Assert.Empty(client.Request("workspace/symbol", new JsonObject { ["query"] = "没有这样的条款" })?.AsArray() ?? []);
    }

    [Fact]
    public void 程序所在的文件夹不是别处文件的文件夹()
    {
        // Editors start the server in the folder that they have open.
        using var folder = new Folder();
        using var outside = new Folder();
        folder.Write("policy.json", "{}");
        outside.Write("别处.policy", "政策 别处\n  施行日期 2021-01-01\n条款 1 补贴\n  奖补 = 1元 +\n");
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Root;
        try
        {
            using var client = new LspClient(folder.Root);
            var path = Path.Combine(outside.Root, "别处.policy");
            client.Open(path, File0(outside));
            Assert.NotEmpty(client.Diagnostics(path, 1));
            foreach (var untitled in new[] { "untitled:Untitled-1", "untitled:/tmp/a.policy" })
            {
                client.Notify("textDocument/didOpen",
                    new JsonObject { ["textDocument"] =
                        new JsonObject { ["uri"] = untitled, ["languageId"] = "policy", ["version"] = 1, ["text"] = "政策 甲\n" } });
                Assert.NotNull(client.Request("textDocument/documentSymbol",
                    new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = untitled } }));
            }
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Theory]
    [InlineData("file:///a/%E6%94%BF%E7%AD%96/b%20c.policy", "/a/政策/b c.policy")]
    [InlineData("file:///c%3A/a.policy", "C:/a.policy")]
    [InlineData("file:///C:/a.policy", "C:/a.policy")]
    [InlineData("file://server/share/a.policy", "//server/share/a.policy")]
    [InlineData("untitled:Untitled-1", "untitled:Untitled-1")]
    public void 网址和路径(string uri, string path) => Assert.Equal(path, Uris.PathOf(uri));

    [Theory]
    [InlineData("/a/政策/b c#1.policy")]
    [InlineData("C:/甲.policy")]
    public void 路径写成网址再读回来(string path) => Assert.Equal(path, Uris.PathOf(Uris.Of(path)));

    private static string File0(Folder folder) => folder.Read("别处.policy");

    internal static int Line(string text, string start) =>
        text.Split('\n').ToList().FindIndex(line => line.TrimStart().StartsWith(start, StringComparison.Ordinal));

    internal static JsonObject Replace(int line, int character, int endLine, int endCharacter, string text) => new()
    {
        ["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = line, ["character"] = character },
                ["end"] = new JsonObject { ["line"] = endLine, ["character"] = endCharacter },
        },
        ["text"] = text,
    };

    private sealed class DeafStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("closed");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("closed");
    }
}
