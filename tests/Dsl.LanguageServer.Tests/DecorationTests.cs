// Lenses, hints and colours.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.CodeLenses;
using Dsl.LanguageServer.Features.InlayHints;
using Dsl.LanguageServer.Features.SemanticTokens;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class DecorationTests
{
    [Fact]
    public void 条款上方的算例和原文()
    {
        using var folder = Names.Folder();
        Assert.Equal(["1 算例 1 通过", "1 试算", "1 原文", "2 没有算例", "2 试算", "2 原文"], Lenses(folder));
        folder.Write(Names.File, Names.Policy.Replace("应得 599999.7元", "应得 1元", StringComparison.Ordinal));
        Assert.Equal("1 算例 0 通过 / 1 不符", Lenses(folder)[0]);
        folder.Write(Names.File, Names.Policy.Replace("「活动费用10万元", "「没有这句", StringComparison.Ordinal));
        // The error stands in clause 2; the other one is checked and can be tried.
        Assert.Equal(["1 算例 1 个（有错误，没有核对）", "1 试算", "1 原文", "2 没有算例", "2 原文（1 处引文没有找到）"], Lenses(folder));
        folder.Write(Names.File,
            Names.Policy.Replace("  连同 条款 2\n", "", StringComparison.Ordinal)
                .Replace("「活动费用10万元", "「没有这句", StringComparison.Ordinal));
        Assert.Equal(["1 算例 1 通过", "1 试算", "1 原文", "2 没有算例", "2 原文（1 处引文没有找到）"], Lenses(folder));
        using var client = new LspClient(folder.Root);
        folder.Write(Names.File, Names.Policy);
        var lens = client.Request("textDocument/codeLens", client.At(Names.File))?.AsArray()[1]?["command"];
        Assert.Equal("policy.tryOut", lens?["command"]?.GetValue<string>());
        Assert.Equal([client.Uri(Names.File), "1"],
            lens?["arguments"]?.AsArray().Select(static argument => argument?.GetValue<string>()) ?? []);
    }

    [Fact]
    public void 数的写法和单位()
    {
        using var folder = Names.Folder();
        var snapshot = Names.Snapshot(folder);
        var text = Names.Policy;
        Assert.Contains(new(Names.Address(text, "比例, 100万元|)"), "= 1,000,000元", IsApart: true), All());
        Assert.Contains(new(Names.Address(text, "实际费用 - 1|,"), "元", IsApart: false), All());
        Assert.Contains(new(Names.Address(text, "实际费用 = 200万元|"), "= 2,000,000元", IsApart: true), All());
        var line =
            (snapshot.SourceOf(Names.Path(folder)) ?? throw new InvalidOperationException()).LineSpan(ProtocolTests.Line(text, "令"));
        Assert.All(InlayHint.Of(snapshot, Names.Path(folder), line), hint => Assert.InRange(hint.Offset, line.Start, line.End));
        using var client = new LspClient(folder.Root);
        var parameters = client.At(Names.File);
        parameters["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = 0, ["character"] = 0 }, ["end"] = new JsonObject { ["line"] = 999, ["character"] = 0 }
        };
        Assert.Equal(All().Count, client.Request("textDocument/inlayHint", parameters)?.AsArray().Count);

        List<InlayHint> All() => [.. InlayHint.Of(snapshot, Names.Path(folder), Names.Whole(snapshot.SourceOf(Names.Path(folder))))];
    }

    [Theory]
    [InlineData("max(实际|费用", "property", "")]
    [InlineData("活|动费用   ", "property", "row")]
    [InlineData("令 基|数 =", "variable", "declaration")]
    [InlineData("基数 * 比|例", "parameter", "")]
    [InlineData("行业 = 文化|旅游\n  奖补", "enumMember", "")]
    [InlineData("= m|in(基", "function", "defaultLibrary")]
    [InlineData("比例, 100|万元)", "number", "")]
    [InlineData("「按实际|费用30%", "string", "")]
    [InlineData("// 两年|一调", "comment", "")]
    [InlineData("每个 主题|活动", "class", "")]
    [InlineData("|频次 每年", "keyword", "")]
    [InlineData("频次 每|年\n", "keyword", "")]
    [InlineData("研发人员数 超|过 门槛", "keyword", "")]
    [InlineData("恒有 条款 |1", "label", "")]
    [InlineData("属于 行|业\n", "enum", "")]
    public void 颜色(string marked, string kind, string modifiers)
    {
        using var folder = Names.Folder();
        var offset = Names.Address(Names.Policy, marked);
        var snapshot = Names.Snapshot(folder);
        var token = Assert.Single(TokenKinds.Of(snapshot, Names.Path(folder), Names.Whole(snapshot.SourceOf(Names.Path(folder)))),
            token => token.Span.Start <= offset && offset < token.Span.End);
        Assert.Equal(kind, SemanticTokensMethod.Kinds[(int)token.Kind]);
        Assert.Equal(modifiers, string.Join(' ', SemanticTokensMethod.Modifiers.Where((_, bit) => ((int)token.Modifiers & 1 << bit) != 0)));
    }

    [Fact]
    public void 颜色不重叠而且一段里的与全文的一致()
    {
        using var folder = Folder.OfRepository();
        var file = Path.GetFileName(Directory.EnumerateFiles(folder.Root, "*.policy").First());
        var snapshot = Names.Snapshot(folder, file);
        var path = Names.Path(folder, file);
        var source = snapshot.SourceOf(path) ?? throw new InvalidOperationException();
        var all = TokenKinds.Of(snapshot, path, Names.Whole(source)).ToList();
        Assert.All(all.Zip(all.Skip(1)), static pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        Assert.All(all, token => Assert.Equal(source.PositionOf(token.Span.Start).Line, source.PositionOf(token.Span.End).Line));
        var part = TextSpan.FromBounds(source.LineSpan(source.LineCount / 3).Start, source.LineSpan(source.LineCount / 2).End);
        Assert.Equal(all.Where(token => token.Span.Start >= part.Start && token.Span.End <= part.End),
            TokenKinds.Of(snapshot, path, part).Where(token => token.Span.Start >= part.Start && token.Span.End <= part.End));
        using var client = new LspClient(folder.Root);
        Assert.Equal(all.Count * 5, client.Request("textDocument/semanticTokens/full", client.At(file))?["data"]?.AsArray().Count);
    }

    [Fact]
    public void 算例算好以后才在条款上方写结果()
    {
        using var folder = Names.Folder();
        var refreshing = new JsonObject { ["workspace"] = new JsonObject { ["codeLens"] = new JsonObject { ["refreshSupport"] = true } } };
        using var client = new LspClient(folder.Root, refreshing);
        client.Open(Names.File, Names.Policy);
        Assert.Equal("算例 1 个", Title(client));
        WaitForRefreshes(client, 1);
        Assert.Equal("算例 1 通过", Title(client));
        client.Change(Names.File, 2,
            new JsonObject { ["text"] = Names.Policy.Replace("应得 599999.7元", "应得 1元", StringComparison.Ordinal) });
        Assert.Equal("算例 1 个", Title(client));
        WaitForRefreshes(client, 2);
        Assert.Equal("算例 0 通过 / 1 不符", Title(client));
        // No lenses were requested since: nothing to refresh.
        client.Change(Names.File, 3, new JsonObject { ["text"] = Names.Policy });
        client.Diagnostics(Names.File, 3,
            static found => found.TrueForAll(static finding => finding["code"]?.GetValue<string>() != "DSL3040"));
        Thread.Sleep(600);
        Assert.Equal(2, Refreshes(client));
        using var plain = new LspClient(folder.Root);
        plain.Open(Names.File, Names.Policy);
        Assert.Equal("算例 1 个", Title(plain));
        for (var tries = 0; tries < 500 && Title(plain) != "算例 1 通过"; tries++)
            Thread.Sleep(300);
        Assert.Equal("算例 1 通过", Title(plain));
        Assert.Equal(0, Refreshes(plain));
    }

    private static string? Title(LspClient client) =>
        client.Request("textDocument/codeLens", client.At(Names.File))?.AsArray()[0]?["command"]?["title"]?.GetValue<string>();

    private static int Refreshes(LspClient client) =>
        client.Notifications.Count(static message => message["method"]?.GetValue<string>() == "workspace/codeLens/refresh");

    private static void WaitForRefreshes(LspClient client, int count)
    {
        for (var tries = 0; tries < 2000 && Refreshes(client) < count; tries++)
            Thread.Sleep(10);
        Assert.Equal(count, Refreshes(client));
    }

    private static List<string> Lenses(Folder folder)
    {
        var snapshot = Names.Snapshot(folder);
        Assert.True(snapshot.ExampleFindings.Length >= 0);
        return [.. Lens.Of(snapshot, Names.Path(folder)).Select(static lens => $"{lens.Number} {lens.Title}")];
    }
}
