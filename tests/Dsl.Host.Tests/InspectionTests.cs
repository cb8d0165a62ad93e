// From a figure of a run down to the subjects behind it: at each step the figures are those of the step above.
using System.Globalization;
using System.Text.Json.Nodes;
using Dsl.Host.Store;
using Dsl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class InspectionTests
{
    private const string District = "注册区县";

    [Fact]
    public async Task 样例登记数据_每往下一步都等于上一步()
    {
        await using var server = await TestServer.Start(static settings =>
            settings with { Policies = [new([RepositoryRoot.Combine("policies")], null)], AsOf = null });
        var run = await Jobs.Run(server);
        var summary = await Jobs.Get(server, $"/api/v1/runs/{run}/summary");
        var clauses = Rows((await Jobs.Get(server, $"/api/v1/runs/{run}/distribution"))["条款"]);
        Assert.Equal(Rows(summary["条款"]).Select(Name), clauses.Select(Name));
        foreach (var (expected, clause) in Rows(summary["条款"]).Zip(clauses))
        {
            Assert.Equal(Counts(expected["状态"]), Rows(clause["各状态"]).ToDictionary(static row => Text(row, "状态"), Subjects));
            Assert.Equal(Sums([expected]), Sums(Rows(clause["各状态"])));
            foreach (var (member, why) in ((string, string)[])[("不满足的条件", "不满足"), ("缺少", "缺少"), ("等待", "等待")])
                Assert.Equal(Counts(expected[member]), Reasons(clause, why));
        }
        // The clauses with the most statuses: each list evaluates the registry again.
        foreach (var clause in clauses.OrderByDescending(static clause => Rows(clause["各状态"]).Count).Take(4))
            await CheckBelow(server, run, clause);
    }

    private static async Task CheckBelow(TestServer server, string run, JsonNode clause)
    {
        var query = $"policy={Escaped(clause, "文号")}&clause={Escaped(clause, "条款")}";
        var groups = Rows((await Jobs.Get(server, $"/api/v1/runs/{run}/distribution?{query}"))["分类"]);
        foreach (var status in Rows(clause["各状态"]))
        {
            var below = groups.Where(row => Text(row, "状态") == Text(status, "状态") && Text(row, "按") == District).ToList();
            var one = $"{query}&status={Escaped(status, "状态")}";
            if (Text(clause, "对象") == "企业")
            {
                Assert.Equal(Subjects(status), below.Sum(Subjects));
                Assert.Equal(Sums([status]), Sums(below));
            }
            var found = await List(server, run, one, Subjects(status));
            Assert.Equal(Sums([status]), Sums(found));
            Assert.Equal(found.Count, found.Select(static row => Text(row, "位置")).Distinct().Count());
            if (below.FirstOrDefault() is { } first)
            {
                var those = await List(server, run, $"{one}&by={Uri.EscapeDataString(District)}&value={Escaped(first, "值")}",
                    Subjects(first));
                Assert.Equal(Sums([first]), Sums(those));
            }
        }
        foreach (var reason in Rows(clause["原因"]).Take(3))
            await List(server, run, $"{query}&why={Escaped(reason, "原因")}&text={Escaped(reason, "说明")}", Subjects(reason));
    }

    [Fact]
    public async Task 一个主体的推导_和名单里的一致_记入审计()
    {
        await using var server = await TestServer.Start(static settings =>
            settings with { Policies = [new([RepositoryRoot.Combine("policies")], null)], AsOf = null });
        var run = await Jobs.Run(server);
        var clause = Rows((await Jobs.Get(server, $"/api/v1/runs/{run}/distribution"))["条款"])
            .First(static clause => Rows(clause["各状态"]).Any(static row => Text(row, "状态") == "符合"));
        var query = $"policy={Escaped(clause, "文号")}&clause={Escaped(clause, "条款")}&status={Uri.EscapeDataString("符合")}&limit=1";
        var subject = Rows((await Jobs.Get(server, $"/api/v1/runs/{run}/subjects?{query}"))["主体"])[0];
        var result = await Jobs.Get(server, $"/api/v1/runs/{run}/subject?at={Text(subject, "位置")}");
        Assert.Equal(Text(subject, "主键"), Text(result, "主键"));
        var own = Rows(result["政策"]).First(policy => Text(policy, "文号") == Text(clause, "文号"))["条款"];
        var shown = Rows(own).First(one => Text(one, "条款") == Text(clause, "条款"));
        Assert.Equal(("符合", Text(subject, "金额")), (Text(shown, "状态"), Text(shown, "金额")));
        Assert.NotEmpty(Rows(result["解释"]?["政策"]));
        var acts = await server.Services.GetRequiredService<IControlStore>()
            .Read(static session => session.Query<string>("SELECT act || ' ' || subject FROM audit ORDER BY seq"), default);
        Assert.Equal(["查看名单 ", $"查看推导 {Text(subject, "主键")}"], acts.TakeLast(2));
    }

    [Fact]
    public async Task 写错的说明哪里不对()
    {
        await using var server = await TestServer.Start();
        foreach (var path in (string[])["distribution", "subjects", "subject?at=1.0"])
            Assert.Equal("DSL6072", await Jobs.CodeOf(server, $"/api/v1/runs/x/{path}"));
        await Jobs.Write(server, ("A1", "1000"), ("A2", "2000"));
        var run = await Jobs.Run(server);
        var one = $"/api/v1/runs/{run}/subjects?policy=测府〔2024〕1号&clause=1";
        foreach (var wrong in (string[])["&status=好", "&by=级次", "&why=不满足", "&why=别的&text=x", "&after=1", "&limit=0", "&reason=短"])
            Assert.Equal("DSL6106", await Jobs.CodeOf(server, one + wrong));
        Assert.Equal("DSL6106", await Jobs.CodeOf(server, $"/api/v1/runs/{run}/subjects?policy=测府〔2024〕1号&clause=9"));
        Assert.Equal("DSL6106", await Jobs.CodeOf(server, $"/api/v1/runs/{run}/subject"));
        Assert.Equal("DSL6118", await Jobs.CodeOf(server, $"/api/v1/runs/{run}/subject?at=1.99"));
        Assert.Equal("DSL6118", await Jobs.CodeOf(server, $"/api/v1/runs/{run}/subject?at=99.0"));
    }

    [Fact]
    public async Task 名单里的身份证号打星号_写明原因才完整()
    {
        await using var server = await TestServer.Start();
        const string card = "500103199001011234";
        await Jobs.Write(server, (card, "1000"));
        var run = await Jobs.Run(server);
        var one = $"/api/v1/runs/{run}/subjects?policy=测府〔2024〕1号&clause=1";
        Assert.Equal("500103********1234", Text(Rows((await Jobs.Get(server, one))["主体"])[0], "主键"));
        Assert.Equal(card, Text(Rows((await Jobs.Get(server, $"{one}&reason=核对申诉"))["主体"])[0], "主键"));
    }

    /// <summary>All pages of a list.</summary>
    private static async Task<List<JsonNode>> List(TestServer server, string run, string query, long count)
    {
        var (found, after) = (new List<JsonNode>(), "");
        do
        {
            var page = await Jobs.Get(server, $"/api/v1/runs/{run}/subjects?{query}&limit=200&after={after}");
            Assert.Equal(count, (long?)page["主体数"]);
            found.AddRange(Rows(page["主体"]));
            after = (string?)page["下一页"];
        }
        while (after is not null);
        Assert.Equal(count, found.Count);
        return found;
    }

    private static Dictionary<string, long> Reasons(JsonNode clause, string why) => Rows(clause["原因"])
        .Where(row => Text(row, "原因") == why).ToDictionary(static row => Text(row, "说明"), Subjects);

    private static Dictionary<string, long> Counts(JsonNode? members) => members?.AsObject()
        .Select(static member => (member.Key, Value: (long?)member.Value ?? 0)).Where(static member => member.Value > 0)
        .ToDictionary(static member => member.Key, static member => member.Value) ?? [];

    private static (decimal Amount, decimal Highest) Sums(IEnumerable<JsonNode> rows) =>
        rows.Aggregate((0m, 0m), static (sum, row) => (sum.Item1 + Number(row, "金额"), sum.Item2 + Number(row, "最高")));

    private static decimal Number(JsonNode row, string member) =>
        row[member] is { } value ? decimal.Parse((string?)value ?? "0", CultureInfo.InvariantCulture) : 0;

    private static List<JsonNode> Rows(JsonNode? rows) => [.. rows?.AsArray().OfType<JsonNode>() ?? []];

    private static long Subjects(JsonNode row) => (long?)row["主体数"] ?? 0;

    private static string Text(JsonNode row, string member) => (string?)row[member] ?? "";

    private static string Escaped(JsonNode row, string member) => Uri.EscapeDataString(Text(row, member));

    private static string Name(JsonNode clause) => $"{Text(clause, "文号")} {Text(clause, "条款")}";
}
