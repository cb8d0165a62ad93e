// $/progress: only for clients that can show it, each beginning with its end.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void 第一次读文件夹和核对算例时说明在做什么()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, new JsonObject { ["window"] = new JsonObject { ["workDoneProgress"] = true } });
        client.Open("办法.policy", Small.Policy);
        WaitFor(client, static all => all.Count(static value => Kind(value) == "end") == 2);
        Assert.Equal(["检查政策", "核对算例"],
            Values(client).Where(static value => Kind(value) == "begin").Select(static value => value["title"]?.GetValue<string>()));
        Assert.Equal(2,
            client.Notifications.Count(static message => message["method"]?.GetValue<string>() == "window/workDoneProgress/create"));
        // Typing on is no news.
        client.Change("办法.policy", 2, new JsonObject { ["text"] = Small.Policy.Replace("60万元", "1元", StringComparison.Ordinal) });
        client.Diagnostics("办法.policy", 2,
            static found => found.Exists(static finding => finding["code"]?.GetValue<string>() == "DSL3040"));
        Assert.Equal(4, Values(client).Count);
    }

    [Fact]
    public void 不会显示的编辑器什么也收不到()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open("办法.policy", Small.Policy);
        client.Diagnostics("办法.policy", 1);
        client.Request("policy/runExamples", client.At("办法.policy"));
        Assert.Empty(Values(client));
        Assert.DoesNotContain(client.Notifications,
            static message => message["method"]?.GetValue<string>() == "window/workDoneProgress/create");
    }

    [Theory]
    [InlineData("\"核对\"")]
    [InlineData("7")]
    public void 请求带着的记号用来报告进度(string token)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open("办法.policy", Small.Policy + string.Concat(Enumerable.Range(1, 3).Select(static index => $"\n算例 条款 1 第{index}个\n"
            + $"  已知 已认定 = 是; 实际费用 = {index}万元\n  应得 {index * 3000}元\n")));
        var parameters = client.At("办法.policy");
        parameters["workDoneToken"] = JsonNode.Parse(token);
        client.Request("policy/runExamples", parameters);
        Assert.Equal(["begin", "report", "report", "report", "report", "end"], Values(client).Select(Kind));
        Assert.Equal([25, 50, 75, 100],
            Values(client).Where(static value => Kind(value) == "report")
                .Select(static value => value["percentage"]?.GetValue<int>() ?? 0));
        Assert.All(client.Notifications.Where(IsProgress),
            message => Assert.Equal(token, message["params"]?["token"]?.ToJsonString(Unescaped)));
    }

    private static System.Text.Json.JsonSerializerOptions Unescaped { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsProgress(JsonObject message) => message["method"]?.GetValue<string>() == "$/progress";

    private static List<JsonObject> Values(LspClient client) =>
        [.. client.Notifications.Where(IsProgress).Select(static message => message["params"]?["value"]?.AsObject() ?? [])];

    private static string Kind(JsonObject value) => value["kind"]?.GetValue<string>() ?? "";

    private static void WaitFor(LspClient client, Func<List<JsonObject>, bool> isThere)
    {
        for (var tries = 0; tries < 1200 && !isThere(Values(client)); tries++)
            Thread.Sleep(50);
        Assert.True(isThere(Values(client)));
    }
}
