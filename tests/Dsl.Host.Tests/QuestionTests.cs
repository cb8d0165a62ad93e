// What to ask next over HTTP: only what matters, 不清楚 ends a question, the answer says what it was computed from.
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class QuestionTests
{
    private const string Policy =
        """
        数据 企业
          主键 统一社会信用代码 : 文本
          行业     : [软件, 制造, 其他]
          已认定   : 是否 认定
          职工总数 : 人
          重大项目 : 是否 缺省 否
          用不到   : 金额

        明细 科技项目 属于 企业
          主键 项目编号 : 文本
          投入          : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        条款 1 认定奖励
          依据 「软件企业经认定的奖励10万元」
          频次 每年
          条件 行业 = 软件 且 已认定
          奖补 = 10万元

        条款 2 项目补助
          依据 「每个项目补助投入的10%，最高50万元，重大项目除外」
          频次 每年
          每个 科技项目
          条件 非 重大项目
          奖补 = min(投入 * 10%, 50万元)
        """;

    [Fact]
    public async Task 只问会改变结果的事实()
    {
        await using var server = await Start();
        var answer = await Ask(server, """{"企业": {"统一社会信用代码": "A1"}}""");
        Assert.Equal(["重大项目", "科技项目", "行业", "已认定"], Names(answer));
        Assert.Equal((4, "100000.00", 1), ((int?)answer["问答"]?["还有"], (string?)answer["问答"]?["最多再影响"],
            (int?)answer["问答"]?["不封顶"]));
        var table = answer["问答"]?["问题"]?[1];
        Assert.Equal(("明细", "项目编号", "2"), ((string?)table?["类型"], (string?)table?["主键"], (string?)table?["条款"]?[0]?["条款"]));
        Assert.Equal("2024-06-30", (string?)answer["结果"]?["测算日"]);
        Assert.NotNull((string?)answer["结果"]?["政策版本"]);
        var row = await Ask(server,
            """{"企业": {"统一社会信用代码": "A1", "行业": "制造", "重大项目": "否"}, "科技项目": [{"项目编号": "P-1"}]}""");
        Assert.Equal(["科技项目[P-1].投入"], Names(row));
        Assert.Equal("500000.00", (string?)row["问答"]?["最多再影响"]);
    }

    [Fact]
    public async Task 不清楚也是回答问完为止()
    {
        await using var server = await Start();
        var answer = await Ask(server, """
            {"企业": {"统一社会信用代码": "A1", "行业": "软件"}, "科技项目": [], "不清楚": ["已认定", "重大项目"]}
            """);
        Assert.Empty(Names(answer));
        Assert.Equal((0, "0.00"), ((int?)answer["问答"]?["还有"], (string?)answer["问答"]?["最多再影响"]));
        Assert.Equal("待核定", (string?)answer["结果"]?["条款"]?[0]?["状态"]);
        var records = await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(), AuditFilter.None, 1, default);
        Assert.Equal(("A1", "问答"), (records[0].Entry.Subject, records[0].Entry.Act));
    }

    [Fact]
    public async Task 可以只问一个条款也可以只列几问()
    {
        await using var server = await Start();
        Assert.Equal(["行业", "已认定"], Names(await Ask(server, """{"企业": {"统一社会信用代码": "A1"}}""", "?clause=1")));
        var first = await Ask(server, """{"企业": {"统一社会信用代码": "A1"}}""", "?limit=1");
        Assert.Equal((1, 4), (Names(first).Count, (int?)first["问答"]?["还有"]));
    }

    [Theory]
    [InlineData("?clause=99", """{"企业": {"统一社会信用代码": "A1"}}""", 400, "DSL6106")]
    [InlineData("?policy=x", """{"企业": {"统一社会信用代码": "A1"}}""", 400, "DSL6106")]
    [InlineData("?limit=0", """{"企业": {"统一社会信用代码": "A1"}}""", 400, "DSL6106")]
    [InlineData("", """{"企业": {"统一社会信用代码": "A1"}, "不清楚": ["没有的"]}""", 422, "DSL6105")]
    [InlineData("", """{"企业": {"统一社会信用代码": "A1"}, "不清楚": "行业"}""", 422, "DSL6105")]
    public async Task 写错的得到说明(string query, string facts, int status, string code)
    {
        await using var server = await Start();
        var response = await Post(server, facts, query);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())?["code"]);
    }

    private static async Task<TestServer> Start()
    {
        using var files = new PolicyFolderFiles();
        files.WriteText(Policy);
        return await TestServer.Start(settings => settings with { Policies = [new([files.Path], null)] });
    }

    private static async Task<JsonNode> Ask(TestServer server, string facts, string query = "")
    {
        var response = await Post(server, facts, query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text) ?? throw new InvalidOperationException();
    }

    private static Task<HttpResponseMessage> Post(TestServer server, string facts, string query) =>
        server.Client.PostAsync(new Uri("/api/v1/questions" + query, UriKind.Relative), new StringContent(facts, Encoding.UTF8,
            "application/json"));

    private static List<string?> Names(JsonNode answer) =>
        [.. answer["问答"]?["问题"]?.AsArray().Select(static question => (string?)question?["事实"]) ?? []];
}
