// Other values of a 参数 on a snapshot: what the policies themselves would give with the value, in parts, refused in words.
using System.Globalization;
using System.Text.Json.Nodes;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class CurveTests(StoreFixture fixture)
{
    private const string Text =
        """
        数据 企业
          主键 统一社会信用代码 : 文本
          研发投入              : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        参数 比例 : 比率 = RATE

        参数 起点 : 金额 外部

        条款 1 研发补助
          依据 「按研发投入的一定比例给予补助」
          条件 研发投入 达到 起点
          频次 每年
          奖补 = 研发投入 * 比例
        """;

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 写定的参数_与政策改成那个值的测算相同(string kind)
    {
        await using var server = await Start(kind);
        await Jobs.Run(server);
        var job = await Jobs.Post(server, "/api/v1/curves", """{"参数": "比例", "从": "4%", "到": "6%", "步长": "1%"}""");
        Assert.Equal(("完成", "参数试算"), ((string?)job["状态"], (string?)job["种类"]));
        var curve = await Jobs.Get(server, $"/api/v1/curves/{job["编号"]}/result");
        Assert.Equal("5% 200.00 200.00 0 0", Line(curve["现在"]));
        Assert.Equal(["4% 160.00 160.00 0 2", "5% 200.00 200.00 0 0", "6% 240.00 240.00 2 0"],
            curve["各值"]?.AsArray().Select(Line));
        Assert.Equal((3, 1, 1), ((int?)curve["主体数"], (int?)curve["分区"], (int?)curve["全部分区"]));
        foreach (var line in curve["各值"]?.AsArray() ?? [])
        {
            server.Files.WriteText(Text.Replace("RATE", (string?)line?["值"], StringComparison.Ordinal));
            await server.Services.GetRequiredService<PolicySets>().Reload(new([server.Files.Path], null), default);
            var summary = await Jobs.Get(server, $"/api/v1/runs/{await Jobs.Run(server)}/summary");
            Assert.Equal((string?)summary["合计"]?["金额"], (string?)line?["金额"]);
        }
        var table = await server.Client.GetStringAsync(new Uri($"/api/v1/curves/{job["编号"]}/result?format=csv", UriKind.Relative));
        Assert.Equal(5, table.TrimEnd().Split('\n').Length);
        Assert.Contains("\"比例\",\"6%\",240.00,240.00,0,2,0,0,0,3,1,1", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task 外部参数_用登记数据里的值作现在()
    {
        await using var server = await Start("sqlite");
        await Jobs.Run(server);
        var job = await Jobs.Post(server, "/api/v1/curves", """{"参数": "起点", "值": ["0", "2001元"]}""");
        var curve = await Jobs.Get(server, $"/api/v1/curves/{job["编号"]}/result");
        Assert.Equal(("1,500元 200.00 200.00 0 0", "测府〔2024〕1号"), (Line(curve["现在"]), (string?)curve["文号"]));
        Assert.Equal(["0 250.00 250.00 1 0", "2001元 0.00 0.00 0 2"], [.. curve["各值"]?.AsArray().Select(Line) ?? []]);
    }

    [Fact]
    public async Task 政策的参数列得出来()
    {
        await using var server = await Start("sqlite");
        var found = (await Jobs.Get(server, "/api/v1/parameters"))["参数"]?.AsArray();
        Assert.Equal(["比例 比率 false 5%", "起点 金额 true "], found?.Select(static line =>
            $"{line?["名称"]} {line?["类型"]} {line?["外部"]} {line?["沿革"]?.AsArray().FirstOrDefault()?["值"]}"));
    }

    [Theory]
    [InlineData("""{"参数": "比例"}""", "DSL6132")]
    [InlineData("""{"参数": "没有", "值": ["1%"]}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "值": []}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "值": [""]}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "值": ["10万元"]}""", "DSL6132")]
    [InlineData("""{"参数": "起点", "值": ["-5元"]}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "从": "1%", "到": "90%", "步长": "1%"}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "从": "9%", "到": "1%", "步长": "1%"}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "从": "1%", "到": "9%", "步长": "0%"}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "值": ["1%"], "分区": 2}""", "DSL6132")]
    [InlineData("""{"参数": "比例", "值": ["1%"], "分区": 0}""", "DSL6132")]
    public async Task 不能试的说明为什么(string body, string code)
    {
        await using var server = await Start("sqlite");
        await Jobs.Run(server);
        Assert.Equal(code, await Jobs.CodeOf(server, "/api/v1/curves", body));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 同时只有一个试算_取消以后可以再试(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        await using var store = await ControlStores.Open(setting, folder, TimeProvider.System, default);
        using var data = DataFolder.Take(folder);
        var jobs = new JobStore(store, data, TimeProvider.System);
        Job New() => new(JobStore.NewId(), JobKind.Curve, "张三", TimeProvider.System.GetUtcNow())
            { Asked = new AskedCurve("比例", "", ["5%"]).Write() };
        var first = await jobs.Add(New(), "", default);
        Assert.Equal(["5%"], AskedCurve.Of(await jobs.Find(first.Id, default) ?? first)?.Values);
        var busy = await Assert.ThrowsAsync<HostException>(() => jobs.Add(New(), "", default));
        Assert.Equal("DSL6133", busy.Problem.Rule.Code);
        await jobs.Take(default);
        await Assert.ThrowsAsync<HostException>(() => jobs.Add(New(), "", default));
        await jobs.End(first with { State = JobState.Cancelled, Epoch = 1, FinishedAt = TimeProvider.System.GetUtcNow() }, null, default);
        await jobs.Add(New(), "", default);
    }

    private static string Line(JsonNode? line) => string.Create(CultureInfo.InvariantCulture,
        $"{line?["值"]} {line?["金额"]} {line?["最高"]} {line?["增加的主体"]} {line?["减少的主体"]}");

    private async Task<TestServer> Start(string kind)
    {
        var (setting, _) = fixture.New(kind);
        var server = await TestServer.Start(settings => settings with { Store = setting });
        server.Files.WriteText(Text.Replace("RATE", "5%", StringComparison.Ordinal));
        await server.Services.GetRequiredService<PolicySets>().Reload(new([server.Files.Path], null), default);
        await Jobs.Write(server, ("A1", "1000"), ("A2", "2000"), ("A3", "2000"));
        var folder = Path.Combine(server.Files.Path, "sample");
        await File.WriteAllTextAsync(Path.Combine(folder, "参数.csv"), "参数,值\n起点,1500\n");
        await Jobs.Post(server, "/api/v1/imports", null);
        return server;
    }
}
