// What is known of one subject: made-up ones beside the policies, registered ones in the latest snapshot.
using System.Net;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class SubjectTests
{
    [Fact]
    public async Task 示例只列一个主体的事实()
    {
        await using var server = await Start(static folder =>
        {
            File.WriteAllText(Path.Combine(folder, "一个.json"), """{"企业": {"统一社会信用代码": "A1", "研发投入": "1000"}}""");
            File.WriteAllText(Path.Combine(folder, "表.json"), """[{"统一社会信用代码": "A1"}]""");
            File.WriteAllText(Path.Combine(folder, "别的.json"), """{"人才": {}}""");
            File.WriteAllText(Path.Combine(folder, "坏的.json"), "{");
        });
        var samples = (await Json(server, "/api/v1/samples"))["示例"]?.AsArray();
        var sample = Assert.Single(samples ?? []);
        Assert.Equal(("一个", "一个.json", "1000"),
            ((string?)sample?["名称"], (string?)sample?["来源"], (string?)sample?["事实"]?["企业"]?["研发投入"]));
    }

    [Fact]
    public async Task 登记过的主体得到事实_看过的有记录()
    {
        await using var server = await Start(static folder =>
            File.WriteAllText(Path.Combine(folder, "企业.csv"), "统一社会信用代码,研发投入\nA1,1000\nA2,\n"));
        await Imported(server);
        var found = await Json(server, "/api/v1/subjects?kind=企业&key=A1");
        Assert.Equal("1000元", (string?)found["事实"]?["企业"]?["研发投入"]);
        Assert.NotNull((string?)found["导入时间"]);
        var records = await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(), AuditFilter.None, 1, default);
        Assert.Equal(("A1", "查看登记数据"), (records[0].Entry.Subject, records[0].Entry.Act));
        Assert.Null((await Json(server, "/api/v1/subjects?kind=企业&key=A2"))["事实"]?["企业"]?["研发投入"]);
        foreach (var none in (string[])["kind=企业&key=A3", "kind=人才&key=A1", "key=A1", ""])
        {
            using var response = await server.Client.GetAsync(new Uri($"/api/v1/subjects?{none}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    /// <summary>A server whose folder of policies has examples.</summary>
    private static Task<TestServer> Start(Action<string> fill) => TestServer.Start(settings =>
    {
        fill(Directory.CreateDirectory(Path.Combine(settings.Policies[0].Paths[0], "sample")).FullName);
        return settings;
    });

    private static async Task<JsonNode> Json(TestServer server, string address) =>
        JsonNode.Parse(await server.Client.GetStringAsync(new Uri(address, UriKind.Relative))) ?? throw new InvalidOperationException();

    private static async Task Imported(TestServer server)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await Json(server, "/api/v1/registries"))["登记"] is JsonArray { Count: > 0 })
                return;
            await Task.Delay(100);
        }
        Assert.Fail("the registry is not imported");
    }
}
