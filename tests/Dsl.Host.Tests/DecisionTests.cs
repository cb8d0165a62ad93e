// Entering 核定: only what waits in the run, within its limit, exact; all or nothing.
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class DecisionTests(StoreFixture fixture)
{
    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 填写_改写_撤回(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var run = await world.Run();
        await PublishingWorld.Ok(await world.Decide(run, "A1", "20万元"));
        await PublishingWorld.Ok(await world.Decide(run, "ａ1", "100.5"));
        await PublishingWorld.Ok(await world.Decide(run, "A2", "0"));
        Assert.Contains("A1,测府〔2024〕1号,2,,符合,100.50", await Result(), StringComparison.Ordinal);
        await PublishingWorld.Ok(await world.Decide(run, "A1", null));
        Assert.Contains("A1,测府〔2024〕1号,2,,待核定,0.00", await Result(), StringComparison.Ordinal);
        await PublishingWorld.Refused(await world.Decide(run, "A1", null), 422, "DSL6090");
        Assert.Equal(["核定", "核定", "核定", "撤回核定"],
            await Store(world).Read(static session => session.Query<string>(
                "SELECT act FROM audit WHERE act LIKE '%核定' AND act NOT LIKE '查看%' ORDER BY seq"), default));
        Assert.Null((await AuditReader.Verify(Store(world), null, default)).Problem);

        async Task<string> Result() => await world.Text($"/api/v1/runs/{await world.Run()}/result");
    }

    [Theory]
    [InlineData("A1", "200000.01", "2", "DSL6092")]
    [InlineData("A1", "1e999999", "2", "DSL6092")]
    [InlineData("A1", "-1", "2", "DSL6092")]
    [InlineData("A1", "0.001", "2", "DSL6092")]
    [InlineData("A1", "很多", "2", "DSL6092")]
    [InlineData("A1", "", "2", "DSL6092")]
    [InlineData("A1", "99999999999999999999999999999999999999999999", "2", "DSL6092")]
    [InlineData("A1", "1", "1", "DSL6091")]
    [InlineData("A1", "1", "9", "DSL6091")]
    [InlineData("A9", "1", "2", "DSL6091")]
    [InlineData("", "1", "2", "DSL6091")]
    [InlineData("A1'; DROP TABLE decision; --", "1", "2", "DSL6091")]
    public async Task 不合的一笔也不记(string subject, string amount, string clause, string code)
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        var problem = await PublishingWorld.Refused(await world.Send("POST", "/api/v1/decisions", world.Officer,
            PublishingWorld.Json(new JsonObject
            {
                ["测算"] = run,
                ["核定"] = new JsonArray(PublishingWorld.Decision("A2", "1"), PublishingWorld.Decision(subject, amount, clause)),
            })), 422, "DSL6090");
        Assert.Equal((code, 2), ((string?)problem["errors"]?[0]?["code"], (int?)problem["errors"]?[0]?["row"]));
        Assert.Equal(0, await Count(world));
    }

    [Fact]
    public async Task 读不懂的_重复的_别的测算的()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        foreach (var body in (string[])["{}", "[]", "null", "{\"测算\":\"x\",\"核定\":null}", "{\"测算\":\"x\",\"核定\":[null]}",
            "{\"测算\":\"x\",\"核定\":[{\"主键\":\"A1\",\"文号\":\"x\",\"条款\":\"1\"}]}",
            "{\"测算\":\"x\",\"核定\":[{\"主键\":\"A1\",\"文号\":\"x\",\"条款\":\"1\",\"金额\":\"1\",\"撤回\":true}]}"])
        {
            await PublishingWorld.Refused(await world.Send("POST", "/api/v1/decisions", world.Officer,
                new StringContent(body, Encoding.UTF8, "application/json")), 422, "DSL6090");
        }
        await PublishingWorld.Refused(await world.Decide("0123456789abcdef", "A1", "1"), 404, "DSL6072");
        await PublishingWorld.Refused(await world.Decide($"../results/{run}.1", "A1", "1"), 404, "DSL6072");
        await PublishingWorld.Refused(await world.Decide(run, "A1", "1", world.Reviewer), 403, "DSL6111");
        await PublishingWorld.Refused(await world.Send("GET", "/api/v1/decisions", world.Officer), 400, "DSL6106");
        var twice = await PublishingWorld.Refused(await world.Send("POST", "/api/v1/decisions", world.Officer,
            PublishingWorld.Json(new JsonObject
            {
                ["测算"] = run,
                ["核定"] = new JsonArray(PublishingWorld.Decision("A2", "1"), PublishingWorld.Decision("ａ2", "1")),
            })), 422, "DSL6090");
        Assert.Equal("DSL6091", (string?)twice["errors"]?[0]?["code"]);
        Assert.Equal(0, await Count(world));
    }

    [Fact]
    public async Task 自然人打星号_看完整的写明原因_企业看自己的不打()
    {
        const string card = "11010519491231002X";
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"), new()
        {
            ["企业.csv"] = $"统一社会信用代码,名称,研发投入\n{card},张三丰,1000\nA2,乙,2000\n",
            ["兑现记录.csv"] = $"统一社会信用代码,文号,条款,事项行,年度,金额\n{card},测府〔2024〕1号,1,,2023,50\n",
        });
        await world.Imported();
        var run = await world.Run();
        Assert.Equal(("110105********002X", "张**"), await First(""));
        Assert.Equal((card, "张三丰"), await First("&reason=逐笔核定"));
        Assert.Equal(["110105********002X"], (await world.Ledger()).Select(static entry => entry.Key));
        Assert.Equal([card], (await world.Ledger("?reason=核对申诉")).Select(static entry => entry.Key));
        Assert.Equal([card], (await world.Ledger("", await world.Key(Accounts.Roles.Enterprise, card))).Select(static entry => entry.Key));
        await PublishingWorld.Refused(await world.Send("GET", $"/api/v1/decisions?run={run}&reason=x", world.Officer), 400, "DSL6106");

        async Task<(string?, string?)> First(string parameters)
        {
            var row = (await world.Get($"/api/v1/decisions?run={run}{parameters}"))["待核定"]?.AsArray()
                .First(static row => (string?)row?["主键"] != "A2");
            return ((string?)row?["主键"], (string?)row?["名称"]);
        }
    }

    [Fact]
    public async Task 列表分页和筛选()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        var page = await world.Get($"/api/v1/decisions?run={run}&offset=1&limit=2");
        Assert.Equal(4, (int?)page["行数"]);
        Assert.Equal(["A2", "A3"], page["待核定"]?.AsArray().Select(static row => (string?)row?["主键"]));
        Assert.Equal(("乙", "200000.00", "一次性奖励"), ((string?)page["待核定"]?[0]?["名称"], (string?)page["待核定"]?[0]?["最高"],
            (string?)page["待核定"]?[0]?["条款标题"]));
        Assert.Equal(0, (int?)(await world.Get($"/api/v1/decisions?run={run}&clause=1"))["行数"]);
        Assert.Equal(1, (int?)(await world.Get($"/api/v1/decisions?run={run}&clause=2&subject=A3"))["行数"]);
        Assert.Equal(await world.Text($"/api/v1/runs/{run}/sheet"), await world.Text($"/api/v1/decisions?run={run}&format=csv"));
    }

    [Fact]
    public async Task 交回填好的表()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        var sheet = await world.Text($"/api/v1/decisions?run={run}&format=csv");
        var filled = sheet.Replace("A1,测府〔2024〕1号,2,,2024,,", "A1,测府〔2024〕1号,2,,2024,12万元,", StringComparison.Ordinal);
        Assert.NotEqual(sheet, filled);
        // One row too high, one whose name was changed: not even the good one is entered.
        var bad = filled.Replace("A2,测府〔2024〕1号,2,,2024,,", "A2,测府〔2024〕1号,2,,2024,200001,", StringComparison.Ordinal)
            .Replace("A3,测府〔2024〕1号,2,,2024,,丙", "A3,测府〔2024〕1号,2,,2024,1,甲", StringComparison.Ordinal);
        var problem = await PublishingWorld.Refused(await Return(bad), 422, "DSL6090");
        Assert.Equal(["DSL5242", "DSL6092"],
            problem["errors"]?.AsArray().Select(static error => (string?)error?["code"]).Order(StringComparer.Ordinal));
        Assert.Equal(0, await Count(world));
        await PublishingWorld.Refused(await Return("主键,金额\nA1,5\n"), 422, "DSL6090");
        await PublishingWorld.Refused(await Return("PK\u0003\u0004"), 422, "DSL6090");
        await PublishingWorld.Refused(await Return(""), 422, "DSL6090");
        Assert.Equal(1, (int?)(await PublishingWorld.Ok(await Return(filled)))["记下"]);
        Assert.Contains("A1,测府〔2024〕1号,2,,符合,120000.00", await world.Text($"/api/v1/runs/{await world.Run()}/result"),
            StringComparison.Ordinal);
        var workbook = await (await world.Send("GET", $"/api/v1/decisions?run={run}&format=xlsx", world.Officer)).Content
            .ReadAsByteArrayAsync();
        using var content = new ByteArrayContent(workbook);
        Assert.Equal(0, (int?)(await PublishingWorld.Ok(
            await world.Send("POST", $"/api/v1/decisions/import?run={run}", world.Officer, content)))["记下"]);

        Task<HttpResponseMessage> Return(string text) => world.Send("POST", $"/api/v1/decisions/import?run={run}", world.Officer,
            new StringContent(text, Encoding.UTF8, "application/octet-stream"));
    }

    private static Task<long> Count(PublishingWorld world) =>
        Store(world).Read(static session => session.First<long>("SELECT COUNT(*) FROM decision"), default);

    private static IControlStore Store(PublishingWorld world) => world.Server.Services.GetRequiredService<IControlStore>();
}
