// Definition, references and highlights through the protocol.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("max(实际|费用", "schema.policy:10:实际费用")]
    [InlineData("= min(基|数", "办法.policy:22:基数")]
    [InlineData("超过 门|槛", "办法.policy:11:门槛")]
    [InlineData("每个 主题|活动", "schema.policy:14:主题活动")]
    [InlineData("行业 = 文化|旅游\n  奖补", "schema.policy:1:文化旅游")]
    [InlineData("恒有 条款 |1", "办法.policy:16:1")]
    [InlineData("落实 试|政发", "办法.policy:2:试政发〔2021〕1号")]
    [InlineData("使用     schema|.policy", "schema.policy:1:")]
    [InlineData("原文     sources|/", "原文.txt:1:")]
    [InlineData("「按实际|费用30%", "原文.txt:2:按实际费用30%给予补贴，最高100万元")]
    [InlineData("牵头 区|科技局", "")]
    [InlineData("|政策 支持办法", "")]
    public void 转到定义(string marked, string expected)
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal(expected,
            Names.Words(folder, client.Request("textDocument/definition", Names.At(client, Names.File, Names.Policy, marked))));
    }

    [Fact]
    public void 全部引用含与不含定义()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var parameters = Names.At(client, Names.File, Names.Policy, "max(实际|费用");
        parameters["context"] = new JsonObject { ["includeDeclaration"] = true };
        Assert.Equal("另一份.policy:10:实际费用\n办法.policy:47:实际费用\n办法.policy:22:实际费用\nschema.policy:10:实际费用",
            Sorted(Names.Words(folder, client.Request("textDocument/references", parameters))));
        parameters = Names.At(client, Names.File, Names.Policy, "max(实际|费用");
        parameters["context"] = new JsonObject { ["includeDeclaration"] = false };
        Assert.Equal(3, client.Request("textDocument/references", parameters)?.AsArray().Count);
        var highlights =
            client.Request("textDocument/documentHighlight", Names.At(client, Names.File, Names.Policy, "令 基|数"))?.AsArray();
        Assert.Equal([3, 2], highlights?.Select(static highlight => highlight?["kind"]?.GetValue<int>() ?? 0) ?? []);
        Assert.Equal("[]",
            client.Request("textDocument/documentHighlight", Names.At(client, Names.File, Names.Policy, "牵头 区|科技局"))?.ToJsonString());
    }

    private static string Sorted(string words) =>
        string.Join('\n', words.Split('\n').OrderByDescending(static word => word, StringComparer.Ordinal));
}
