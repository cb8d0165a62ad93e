// Many subjects in one request: an answer per line in their order, mistakes cost their own line, nothing piles up.
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class ManyTests
{
    private const string Path = "/api/v1/evaluate/many";

    [Theory]
    [InlineData("状态")]
    [InlineData("缺什么")]
    [InlineData("全部")]
    public async Task 每行的回答与单个测算相同(string depth)
    {
        await using var server = await TestServer.Start();
        string[] facts = [.. Enumerable.Range(1, 40).Select(static i => Facts($"B{i}", i % 5 == 0 ? "null" : $"{i}.5"))];
        var query = "?detail=" + Uri.EscapeDataString(depth);
        var lines = await Lines(await Post(server, Path + query, string.Join("\r\n", facts)));
        Assert.Equal(41, lines.Count);
        for (var i = 0; i < facts.Length; i++)
        {
            using var body = new StringContent(facts[i], Encoding.UTF8, "application/json");
            var alone = await server.Client.PostAsync(new Uri("/api/v1/evaluate" + query, UriKind.Relative), body);
            Assert.Equal(await alone.Content.ReadAsStringAsync(), lines[i]["结果"]?.ToJsonString(Relaxed));
            Assert.Equal(i + 1, (int?)lines[i]["行"]);
        }
        Assert.Equal((40, 40, 0), End(lines));
    }

    [Fact]
    public async Task 坏的行只坏自己()
    {
        await using var server = await TestServer.Start(static settings => settings with { MostBodyBytes = 2048 });
        byte[][] parts =
        [
            Encoding.UTF8.GetBytes(Facts("A1", "1000") + "\n\n" + "不是 JSON\n"), [0xC3, 0x28, (byte)'\n'],
            Encoding.UTF8.GetBytes(new string('x', 5000) + "\n" + Facts("A2", "很多") + "\n" + Facts("A3", "2000")),
        ];
        using var body = new ByteArrayContent([.. parts.SelectMany(static part => part)]);
        body.Headers.ContentType = new("application/x-ndjson");
        var lines = await Lines(await server.Client.PostAsync(new Uri(Path, UriKind.Relative), body));
        Assert.Equal([1, 3, 4, 5, 6, 7], lines.SkipLast(1).Select(static line => (int?)line["行"] ?? 0));
        Assert.Equal(["", "DSL6105", "DSL6104", "DSL6103", "DSL6105", ""],
            lines.SkipLast(1).Select(static line => (string?)line["错误"]?["code"] ?? ""));
        Assert.Equal("100.00", (string?)lines[5]["结果"]?["合计"]?["金额"]);
        Assert.Equal((6, 2, 4), End(lines));
    }

    [Fact]
    public async Task 空的请求也有完整的结束()
    {
        await using var server = await TestServer.Start();
        Assert.Equal((0, 0, 0), End(await Lines(await Post(server, Path, ""))));
        using var wrong = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync(new Uri(Path, UriKind.Relative), wrong)).StatusCode);
    }

    [Fact]
    public async Task 一行一行地问就一行一行地答()
    {
        await using var server = await TestServer.Start();
        // HttpClient reads no answer while it sends.
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress?.Port ?? 0);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));
        using var reader = new StreamReader(stream);
        for (var i = 1; i <= 3; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Facts($"A{i}", "1") + "\n");
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8]);
            Assert.Contains($"A{i}", await Until(reader, $"\"行\":{i},"), StringComparison.Ordinal);
        }
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        Assert.Contains("\"有误\":0", await Until(reader, "\"完\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task 每个主体都在审计里()
    {
        await using var server = await TestServer.Start();
        await Lines(await Post(server, Path, string.Join('\n', Enumerable.Range(1, 1000).Select(static i => Facts($"C{i}", "1")))));
        var records = await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(), AuditFilter.None, 1000, default);
        var named = records.SelectMany(static record => record.Entry.Detail.Split('、')).ToHashSet();
        Assert.All(Enumerable.Range(1, 1000), i => Assert.Contains($"C{i}", named));
    }

    private static async Task<string> Until(StreamReader reader, string part)
    {
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
                return line;
        }
        return "";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Facts(string key, string cost) => $$$"""{"企业": {"统一社会信用代码": "{{{key}}}", "研发投入": {{{cost}}}}}""";

    private static Task<HttpResponseMessage> Post(TestServer server, string path, string text) =>
        server.Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(text, Encoding.UTF8, "application/x-ndjson"));

    private static async Task<List<JsonNode>> Lines(HttpResponseMessage response)
    {
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonNode.Parse(line)).OfType<JsonNode>()];
    }

    private static (int? Lines, int? Evaluated, int? Wrong) End(List<JsonNode> lines) =>
        ((int?)lines[^1]["完"]?["行"], (int?)lines[^1]["完"]?["测算"], (int?)lines[^1]["完"]?["有误"]);
}
