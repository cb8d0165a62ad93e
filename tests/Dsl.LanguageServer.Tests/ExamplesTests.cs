// policy/examples and policy/runExamples.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class ExamplesTests
{
    private const string File = Names.File;

    private const string Failing = """


        算例 条款 1
          已知 已认定 = 是; 实际费用 = 200万元
          应得 1元

        算例 条款 1
          已知 已认定 = 否
          应得 1元

        恒有 条款 1 奖补 <= 1元

        算例 目标 8 未到
          已知 企业 10家: 行业 = 其他
          应得 达成

        目标 8 企业数
          期限 2025年度
          指标 = 计数(企业)
          值 不少于 20家
        """;

    [Fact]
    public void 列出算例和恒有()
    {
        using var folder = Small.Folder(Small.Policy + Failing);
        using var client = new LspClient(folder.Root);
        var items = Items(client);
        Assert.Equal(["条款 1/三成/1", "条款 1//1", "条款 1//2", "条款 1/恒有 奖补 <= 1元/1", "目标 8/未到/1"],
            items.Select(static item => item["id"]?.GetValue<string>()));
        Assert.Equal(["算例 三成", "算例 应得 1元", "算例 应得 1元", "恒有 奖补 <= 1元", "算例 未到"],
            items.Select(static item => $"{item["kind"]} {item["label"]}"));
        Assert.Equal(
            "{\"kind\":\"条款\",\"number\":\"1\",\"title\":\"费用补贴\",\"range\":{\"start\":{\"line\":8,\"character\":0},"
            + "\"end\":{\"line\":15,\"character\":29}}}",
            Text(items[0]["block"]));
        Assert.Equal("{\"start\":{\"line\":17,\"character\":0},\"end\":{\"line\":19,\"character\":9}}", Text(items[0]["range"]));
        // An edit above, and an example of another title: the others keep their ids.
        client.Open(File, "\n\n" + (Small.Policy + Failing).Replace("算例 条款 1 三成", "算例 条款 1 四成", StringComparison.Ordinal));
        Assert.Equal(items.Skip(1).Select(static item => item["id"]?.GetValue<string>()),
            Items(client).Skip(1).Select(static item => item["id"]?.GetValue<string>()));
    }

    [Fact]
    public void 跑出结果()
    {
        using var folder = Small.Folder(Small.Policy + Failing);
        using var client = new LspClient(folder.Root);
        var outcomes = Run(client);
        Assert.Equal(["passed", "failed", "failed", "failed", "failed"],
            outcomes.Select(static outcome => outcome["outcome"]?.GetValue<string>()));
        Assert.Equal("符合 60万元", outcomes[0]["actual"]?.GetValue<string>());
        Assert.Equal("", outcomes[0]["message"]?.GetValue<string>());
        Assert.Equal("符合 1元", outcomes[1]["expected"]?.GetValue<string>());
        Assert.Equal("符合 60万元", outcomes[1]["actual"]?.GetValue<string>());
        Assert.StartsWith("应得 符合 1元，算得 符合 60万元\n条款 1 费用补贴：符合，60万元\n", outcomes[1]["message"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Contains("min(实际费用 * 30%, 100万元)", outcomes[1]["message"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("{\"start\":{\"line\":23,\"character\":2},\"end\":{\"line\":23,\"character\":7}}", Text(outcomes[1]["range"]));
        Assert.StartsWith("不成立（2 例）：\n算例 三成：奖补 60万元\n", outcomes[3]["message"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal("", outcomes[3]["expected"]?.GetValue<string>());
        Assert.Equal("达成", outcomes[4]["expected"]?.GetValue<string>());
        Assert.StartsWith("进行中 10家", outcomes[4]["actual"]?.GetValue<string>(), StringComparison.Ordinal);
        var some = Run(client, "条款 1//2", "没有的");
        Assert.Equal(["没有的 error", "条款 1//2 failed"], some.Select(static outcome => $"{outcome["id"]} {outcome["outcome"]}"));
    }

    [Fact]
    public void 有错误的条款跑不了_别的照常()
    {
        using var folder = Small.Folder((Small.Policy + Failing).Replace("实际费用 * 30%", "没有的事实 * 30%", StringComparison.Ordinal));
        using var client = new LspClient(folder.Root);
        Assert.Equal(5, Items(client).Count);
        Assert.All(
            Run(client).Where(static outcome => outcome["id"]?.GetValue<string>().StartsWith("条款 1", StringComparison.Ordinal) == true),
            static outcome =>
            {
                Assert.Equal("error", outcome["outcome"]?.GetValue<string>());
                Assert.StartsWith("有错误，改正以后才能计算。第 16 行：DSL2001 ", outcome["message"]?.GetValue<string>(),
                    StringComparison.Ordinal);
            });
        Assert.Contains(Run(client),
            static outcome => outcome["id"]?.GetValue<string>().StartsWith("目标", StringComparison.Ordinal) == true
                && outcome["outcome"]?.GetValue<string>() != "error");
        // An error in the head concerns every clause.
        client.Open(File, (Small.Policy + Failing).Replace("施行日期", "施行日", StringComparison.Ordinal));
        Assert.All(Run(client), static outcome => Assert.Equal("error", outcome["outcome"]?.GetValue<string>()));
        client.Open(File, Small.Policy);
        client.Open("schema.policy", Small.Schema + "\n明细");
        Assert.StartsWith("有错误，改正以后才能计算。schema.policy 第 ", Assert.Single(Run(client))["message"]?.GetValue<string>(),
            StringComparison.Ordinal);
        client.Open(File, "");
        Assert.Empty(Items(client));
        Assert.Empty(Run(client));
        client.Open(File, "算例\n算例 条款\n算例 条款 9\n恒有\n");
        Assert.Equal(4, Items(client).Select(static item => item["id"]?.GetValue<string>()).Distinct().Count());
        Assert.All(Run(client), static outcome => Assert.Equal("error", outcome["outcome"]?.GetValue<string>()));
    }

    [Fact]
    public void 参数不对()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal(ErrorCode.InvalidParams, Code(client.Ask("policy/examples", [])));
        Assert.Equal(ErrorCode.InvalidParams, Code(client.Ask("policy/examples", null)));
        Assert.Equal(ErrorCode.InvalidParams, Code(client.Ask("policy/examples", new JsonObject { ["textDocument"] = 1 })));
        Assert.Equal(ErrorCode.RequestFailed, Code(client.Ask("policy/examples", client.At("没有.policy"))));
        var wrong = client.At(File);
        wrong["ids"] = "条款 1//1";
        Assert.Equal(ErrorCode.InvalidParams, Code(client.Ask("policy/runExamples", wrong)));
    }

    [Fact]
    public void 本库的算例都相符()
    {
        using var folder = Folder.OfRepository();
        using var client = new LspClient(folder.Root);
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*.policy").Select(Path.GetFileName).OfType<string>())
        {
            var (items, outcomes) = (Items(client, file), Run(client, file: file));
            Assert.NotEmpty(items);
            Assert.Equal(items.Select(static item => item["id"]?.GetValue<string>()),
                outcomes.Select(static outcome => outcome["id"]?.GetValue<string>()));
            Assert.Equal(items.Count, items.Select(static item => item["id"]?.GetValue<string>()).Distinct().Count());
            Assert.All(outcomes, static outcome => Assert.True(outcome["outcome"]?.GetValue<string>() == "passed", outcome.ToJsonString()));
        }
    }

    internal static int? Code(JsonObject answer) => answer["error"]?["code"]?.GetValue<int>();

    internal static string? Text(JsonNode? node) =>
        node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static List<JsonObject> Items(LspClient client, string file = File) =>
        [.. client.Request("policy/examples", client.At(file))?.AsArray().OfType<JsonObject>() ?? []];

    private static List<JsonObject> Run(LspClient client, params string[] ids) => Run(client, ids, File);

    private static List<JsonObject> Run(LspClient client, string[]? ids = null, string file = File)
    {
        var parameters = client.At(file);
        if (ids is { Length: > 0 })
            parameters["ids"] = new JsonArray([.. ids.Select(static id => (JsonNode)id)]);
        return [.. client.Request("policy/runExamples", parameters)?.AsArray().OfType<JsonObject>() ?? []];
    }
}
