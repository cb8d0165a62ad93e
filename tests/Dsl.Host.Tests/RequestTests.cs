// Requests: answers carry what they were computed from, mistakes are problems of the catalogue, nothing is answered that the audit misses.
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task 三种深度金额相同并写明版本()
    {
        await using var server = await TestServer.Start();
        var hash =
            (string?)(await Json(await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))))["policies"]?[0]?["serving"];
        foreach (var depth in (string[])["状态", "缺什么", "全部"])
        {
            var answer = await Json(
                await Post(server, $"/api/v1/evaluate?detail={Uri.EscapeDataString(depth)}", PolicyFolderFiles.Facts("\"20万元\"")));
            Assert.Equal(("10000.00", hash, "2024-06-30"),
                ((string?)answer["合计"]?["金额"], (string?)answer["政策版本"], (string?)answer["测算日"]));
            Assert.NotNull((string?)answer["程序"]);
        }
        var missing = await Json(
            await Post(server, "/api/v1/evaluate?detail=" + Uri.EscapeDataString("缺什么"), PolicyFolderFiles.Facts("null")));
        Assert.Equal("研发投入", (string?)missing["条款"]?[0]?["缺少"]?[0]);
        Assert.Null(missing["条款"]?[0]?["最高"]);
    }

    [Theory]
    [InlineData("""{"企业": {"统一社会信用代码": "A1", "研发投入": "很多"}}""", 422, "DSL6105")]
    [InlineData("""{"企业": {"统一社会信用代码": "A1", "研发投入": 1, "研发投入": 2}}""", 422, "DSL6105")]
    [InlineData("""{"企业": {"统一社会信用代码": "A1", "研发投入": 1e999999999}}""", 422, "DSL6105")]
    [InlineData("""{"企业": {"统一社会信用代码": "A1", "没有的": 1}}""", 422, "DSL6105")]
    [InlineData("""{"企业": {"统一社会信用代码": "\ud800"}}""", 422, "DSL6105")]
    [InlineData("""{"企业": """, 422, "DSL6105")]
    [InlineData("", 422, "DSL6105")]
    [InlineData("[]", 422, "DSL6105")]
    public async Task 写错的事实不测算(string facts, int status, string code)
    {
        await using var server = await TestServer.Start();
        await Refused(await Post(server, "/api/v1/evaluate", facts), status, code);
        Assert.Equal(0, (await AuditReader.Verify(server.Services.GetRequiredService<IControlStore>(), null, default)).Count);
    }

    [Fact]
    public async Task 恶意的内容得到说明而不是崩溃()
    {
        await using var server = await TestServer.Start();
        await Refused(await Post(server, "/api/v1/evaluate", string.Concat(Enumerable.Repeat("""{"a":""", 5000))), 422, "DSL6105");
        // Who asks before sending hears of it; others may find the connection closed while they still send.
        using var large = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/evaluate", UriKind.Relative))
            { Content = Body("{\"企业\": \"" + new string('x', 1 << 20) + "\"}") };
        large.Headers.ExpectContinue = true;
        await Refused(await server.Client.SendAsync(large), 413, "DSL6103");
        await Refused(await Post(server, "/api/v1/evaluate", PolicyFolderFiles.Facts(new string('9', 400_000))), 422, "DSL6105");
        using var bytes = new ByteArrayContent([(byte)'{', 0xC3, 0x28, (byte)'}']);
        bytes.Headers.ContentType = new("application/json");
        await Refused(await server.Client.PostAsync(new Uri("/api/v1/evaluate", UriKind.Relative), bytes), 400, "DSL6104");
        using var text = new StringContent(PolicyFolderFiles.Facts("1"));
        await Refused(await server.Client.PostAsync(new Uri("/api/v1/evaluate", UriKind.Relative), text), 400, "DSL6104");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/没有", 404, "DSL6101")]
    [InlineData("GET", "/api/v1/evaluate", 405, "DSL6102")]
    [InlineData("POST", "/api/v1/evaluate?detail=x", 400, "DSL6106")]
    [InlineData("POST", "/api/v1/evaluate?date=2023-02-30", 400, "DSL6106")]
    [InlineData("POST", "/api/v1/evaluate?date=2024-01-01&date=2024-01-02", 400, "DSL6106")]
    [InlineData("POST", "/api/v1/evaluate?year=0", 400, "DSL6106")]
    [InlineData("POST", "/api/v1/evaluate?set=..%2f..%2fetc", 404, "DSL6033")]
    [InlineData("GET", "/api/v1/clauses?policy=x", 400, "DSL6106")]
    public async Task 写错的地址得到说明(string method, string path, int status, string code)
    {
        await using var server = await TestServer.Start();
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        if (method == "POST")
            request.Content = Body(PolicyFolderFiles.Facts("1"));
        await Refused(await server.Client.SendAsync(request), status, code);
    }

    [Fact]
    public async Task 政策改了不用重启坏了照旧服务()
    {
        await using var server = await TestServer.Start();
        Assert.Equal("50.00", await Amount(server));
        server.Files.Write(7);
        await Until(async () => await Amount(server) == "70.00");
        server.Files.WriteText("政策 坏");
        await Until(async () => (await Ready(server))["policies"]?[0]?["refused"] is JsonArray);
        Assert.Equal("70.00", await Amount(server));
        Assert.True((bool?)(await Ready(server))["ready"]);
        Directory.Delete(server.Files.Path, recursive: true);
        Directory.CreateDirectory(server.Files.Path);
        await Task.Delay(600);
        Assert.Equal("70.00", await Amount(server));
        server.Files.Write(8);
        await Until(async () => await Amount(server) == "80.00");
    }

    [Fact]
    public async Task 审计写不进去就不回答()
    {
        await using var server = await TestServer.Start();
        var store = server.Services.GetRequiredService<IControlStore>();
        Assert.Equal("50.00", await Amount(server));
        await store.Write(static session => session.Execute("ALTER TABLE audit RENAME TO away"), default);
        await Refused(await Post(server, "/api/v1/evaluate", PolicyFolderFiles.Facts("1000")), 503, "DSL6020");
        await store.Write(static session => session.Execute("ALTER TABLE away RENAME TO audit"), default);
        Assert.Equal("50.00", await Amount(server));
        var records = await AuditReader.Last(store, AuditFilter.None, 10, default);
        Assert.Equal(["A1", "A1"], records.Select(static record => record.Entry.Subject));
    }

    [Fact]
    public async Task 一个数据目录只有一个服务()
    {
        await using var server = await TestServer.Start();
        var settings = server.Services.GetRequiredService<Settings.HostSettings>();
        var taken = await Assert.ThrowsAsync<Problems.HostException>(
            () => PolicyServer.Create(settings, TimeProvider.System, null, default));
        Assert.Equal("DSL6005", taken.Problem.Rule.Code);
    }

    [Fact]
    public async Task 停下的服务放开数据目录()
    {
        using var files = new PolicyFolderFiles();
        files.Write(5);
        var data = Directory.CreateTempSubdirectory("policy-data-").FullName;
        var settings = new Settings.HostSettings
            { Policies = [new([files.Path], null)], DataFolder = data, Urls = ["http://127.0.0.1:0"] };
        for (var i = 0; i < 2; i++)
        {
            await using var server = await PolicyServer.Create(settings, TimeProvider.System, null, default);
            await server.StartAsync();
            await server.StopAsync();
        }
        Directory.Delete(data, recursive: true);
    }

    private static async Task<string?> Amount(TestServer server) =>
        (string?)(await Json(await Post(server, "/api/v1/evaluate", PolicyFolderFiles.Facts("1000"))))["合计"]?["金额"];

    private static async Task<JsonNode> Ready(TestServer server) =>
        await Json(await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative)));

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await condition())
                return;
            await Task.Delay(100);
        }
        Assert.Fail("It did not come within 30 seconds.");
    }

    private static Task<HttpResponseMessage> Post(TestServer server, string path, string facts) =>
        server.Client.PostAsync(new Uri(path, UriKind.Relative), Body(facts));

    private static StringContent Body(string facts) => new(facts, Encoding.UTF8, "application/json");

    private static async Task<JsonNode> Json(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException();

    private static async Task Refused(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await Json(response);
        Assert.Equal((code, status), ((string?)problem["code"], (int?)problem["status"]));
        Assert.NotEqual("", (string?)problem["title"]);
        Assert.NotEqual("", (string?)problem["remedy"]);
    }
}
