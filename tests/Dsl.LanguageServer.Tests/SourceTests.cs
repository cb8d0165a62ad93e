// policy/source: the official text beside the policy.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class SourceTests
{
    private const string File = Names.File, Official = "sources/原文.txt";

    [Fact]
    public void 引用和数()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var answer = Ask(client, File);
        var text = folder.Read(Official);
        Assert.Equal(text, answer["text"]?.GetValue<string>());
        Assert.Equal(client.Uri(Official), answer["uri"]?.GetValue<string>());
        Assert.Equal("支持办法", answer["title"]?.GetValue<string>());
        Assert.Equal(["条款 1 1", "条款 2 2"], List(answer, "blocks").Select(static block => $"{block["label"]} {block["number"]}"));
        Assert.Equal(
            ["按实际费用30%给予补贴，最高100万元 0",
                "活动费用10万元以上的，文化旅游企业每场给予最高5万元补贴，其他企业每场最高3万元；不足10万元的，每场最高1万元 1"],
            List(answer, "stretches").Select(stretch => $"{Piece(text, stretch)} {stretch["block"]}"));
        Assert.Equal(
            ["heading none", "heading none", "sentence part", "departments none", "heading none", "sentence whole", "sentence whole"],
            List(answer, "parts").Select(static part => $"{part["role"]} {part["share"]}"));
        Assert.Contains("100万元 used", List(answer, "figures").Select(figure => $"{Piece(text, figure)} {figure["use"]}"));
        Assert.Empty(List(answer, "notFound"));
        client.Open(File, Names.Policy.Replace("「按实际费用30%", "「没有这句", StringComparison.Ordinal));
        var missing = Assert.Single(List(Ask(client, File), "notFound"));
        Assert.Equal(ProtocolTests.Line(Names.Policy, "依据"), missing["start"]?["line"]?.GetValue<int>());
    }

    [Fact]
    public void 从原文问起与从政策问起相同()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var (fromPolicy, fromText) = (Ask(client, File), Ask(client, Official));
        Assert.Equal(client.Uri(File), fromText["policyUri"]?.GetValue<string>());
        Assert.Equal(fromPolicy.ToJsonString(), fromText.ToJsonString());
        // What the editor holds of the text goes before the disk.
        client.Open(Official, "别的内容。\n");
        Assert.Equal("别的内容。\n", Ask(client, File)["text"]?.GetValue<string>());
        Assert.Equal(2, List(Ask(client, Official), "notFound").Count);
    }

    [Fact]
    public void 没有原文()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal("政策没有写 原文，没有可以对照的。", Ask(client, "另一份.policy")["problem"]?.GetValue<string>());
        Assert.Equal("这个文件里没有政策。", Ask(client, "schema.policy")["problem"]?.GetValue<string>());
        client.Open(File, Names.Policy.Replace("原文.txt", "没有.txt", StringComparison.Ordinal));
        Assert.Equal("找不到原文 没有.txt。", Ask(client, File)["problem"]?.GetValue<string>());
        Assert.Equal(ErrorCode.RequestFailed, ExamplesTests.Code(client.Ask("policy/source", client.At(Official))));
        // Errors elsewhere in the file do not matter.
        client.Open(File, Names.Policy.Replace("奖补 = min", "奖补 = 没有", StringComparison.Ordinal));
        Assert.Null(Ask(client, File)["problem"]);
    }

    [Fact]
    public void 本库的每份政策()
    {
        using var folder = Folder.OfRepository();
        using var client = new LspClient(folder.Root);
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*.policy").Select(Path.GetFileName).OfType<string>())
        {
            var answer = Ask(client, file);
            Assert.Null(answer["problem"]);
            var (text, blocks) = (answer["text"]?.GetValue<string>() ?? "", List(answer, "blocks"));
            Assert.All(List(answer, "stretches"), stretch => Assert.InRange(stretch["block"]?.GetValue<int>() ?? -1, 0, blocks.Count - 1));
            Assert.All(List(answer, "parts").Concat(List(answer, "figures")), part => Assert.NotEmpty(Piece(text, part)));
            Assert.Equal(answer.ToJsonString(),
                Ask(client, Path.GetRelativePath(folder.Root, Uris.PathOf(answer["uri"]?.GetValue<string>() ?? ""))).ToJsonString());
        }
    }

    private static string Piece(string text, JsonObject place) =>
        text[(place["start"]?.GetValue<int>() ?? 0)..(place["end"]?.GetValue<int>() ?? 0)];

    private static List<JsonObject> List(JsonObject answer, string name) => [.. answer[name]?.AsArray().OfType<JsonObject>() ?? []];

    private static JsonObject Ask(LspClient client, string file) => client.Request("policy/source", client.At(file))?.AsObject() ?? [];
}
