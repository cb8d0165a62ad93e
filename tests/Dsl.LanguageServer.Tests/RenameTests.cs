// Renaming changes nothing but the name, or is refused with the reason.
using Dsl.LanguageServer.Features.Rename;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Verification.Examples;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.LanguageServer.Tests;

public sealed class RenameTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("令 基|数 =", "实际费用", "会变")]
    [InlineData("令 基|数 =", "比例", "会变")]
    [InlineData("令 基|数 =", "条件", "关键词")]
    [InlineData("令 基|数 =", "且", "关键词")]
    [InlineData("令 基|数 =", "年度", "固定的含义")]
    [InlineData("令 基|数 =", "基 数", "空格")]
    [InlineData("令 基|数 =", "100", "全是数字")]
    [InlineData("令 基|数 =", "", "空的")]
    [InlineData("令 基|数 =", "基，数", "标点")]
    [InlineData("max(实际|费用", "职工总数", "另一个字段")]
    [InlineData("范围 企|业", "主题活动", "另一张表")]
    [InlineData("行业 = 文化|旅游\n  奖补", "其他", "另一个取值")]
    [InlineData("超过 门|槛", "比例", "另一个参数")]
    [InlineData("恒有 条款 |1", "2", "另一个条款")]
    [InlineData("恒有 条款 |1", "1 2", "空格")]
    [InlineData("落实 试|政发", "试政发〔2022〕9号", "另一份政策")]
    [InlineData("已知 其他政策|支持", "别的", "系统自带")]
    [InlineData("; 金|额 = 1元", "别的", "系统自带")]
    [InlineData("使用     schema|.policy", "别的", "路径")]
    [InlineData("= m|in(基", "别的", "没有可以改名的")]
    [InlineData("令 基数 = max(实际费用 - |1", "别的", "没有可以改名的")]
    public void 不能改的说明原因(string marked, string word, string reason)
    {
        using var folder = Names.Folder();
        var result = SymbolRenaming.Rename(Names.Snapshot(folder), Names.Path(folder), Names.Address(Names.Policy, marked), word);
        Assert.Contains(reason, result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void 跨文件改名并提醒登记数据()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(Names.File, Names.Policy);
        // What the editor holds counts, not the disk.
        client.Open("另一份.policy",
            folder.Read("另一份.policy")
                .Replace("奖补 = 核定 最高 实际费用 * 30%", "奖补 = 核定 最高 取低(实际费用, 10元)", StringComparison.Ordinal));
        var prepared = client.Request("textDocument/prepareRename", Names.At(client, Names.File, Names.Policy, "max(实际|费用"));
        Assert.Equal("实际费用", prepared?["placeholder"]?.GetValue<string>());
        var parameters = Names.At(client, Names.File, Names.Policy, "max(实际|费用");
        parameters["newName"] = "发生费用";
        var changes = client.Request("textDocument/rename", parameters)?["changes"]?.AsObject();
        Assert.Equal([2, 1, 1],
            new[] { Names.File, "另一份.policy", "schema.policy" }.Select(file => changes?[client.Uri(file)]?.AsArray().Count ?? 0));
        Assert.Equal(20,
            changes?[client.Uri("另一份.policy")]?[0]?["range"]?["start"]?["character"]?.GetValue<int>() is { } column ? column + 4 : 0);
        Assert.Contains(client.Notifications,
            static message => message["method"]?.GetValue<string>() == "window/showMessage"
                && message["params"]?["message"]?.GetValue<string>().Contains("企业.csv", StringComparison.Ordinal) == true);
        parameters = Names.At(client, Names.File, Names.Policy, "max(实际|费用");
        parameters["newName"] = "条件";
        Assert.Contains("关键词", client.Ask("textDocument/rename", parameters)["error"]?["message"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.NotNull(client.Ask("textDocument/prepareRename", Names.At(client, Names.File, Names.Policy, "= m|in(基"))["error"]);
    }

    [Fact]
    public void 改名以后检查和算例的结果都不变()
    {
        var seed = Environment.GetEnvironmentVariable("POLICY_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"POLICY_SEED={seed}");
        var random = new Random(seed);
        using var folder = Folder.OfRepository();
        var file = Path.GetFileName(Directory.EnumerateFiles(folder.Root, "*.policy").First());
        var before = Names.Snapshot(folder, file);
        var results = Results(before);
        var symbols = before.Compilation.Trees.SelectMany(tree => before.Names.In(tree.Source.Path))
            .Where(static name => name.IsDeclaration).ToList();
        var done = 0;
        foreach (var group in symbols.GroupBy(static name => name.Symbol.GetType()))
        {
            foreach (var name in random.GetItems(group.ToArray(), 2).Distinct())
            {
                // A word that stands nowhere else, so that results can be turned back.
                var word = name.Symbol is PolicySymbol ? "试字〔2099〕1号" : "改名以后";
                var renamed = SymbolRenaming.Rename(before, name.Source.Path, name.Span.Start, word);
                if (renamed.Problem is { } problem)
                {
                    // A name that the words of the document are compared with may not be free to change.
                    output.WriteLine($"{name.Symbol.Name}: {problem}");
                    Assert.True(problem.Contains("新的问题", StringComparison.Ordinal) || name.Symbol.Name == "企业", problem);
                    continue;
                }
                done++;
                var texts = renamed.Edits.ToDictionary(static file => file.Source.Path, static file => file.Source.Content);
                foreach (var (source, edits) in renamed.Edits)
                    File.WriteAllText(source.Path, TextEdit.Apply(source, edits));
                var after = Names.Snapshot(folder, file);
                Assert.Equal(Findings(before), Findings(after));
                Assert.Equal(results,
                    Results(after).Select(result => result.Replace(word, name.Symbol.Name, StringComparison.Ordinal)).ToList());
                foreach (var (path, text) in texts)
                    File.WriteAllText(path, text);
            }
        }
        Assert.True(done > 5, $"{done} renamed");
    }

    private static List<string> Findings(Workspaces.Snapshot snapshot) =>
        [.. snapshot.Compilation.Diagnostics.Select(static finding => $"{finding.Source.Path} "
            + $"{finding.Source.PositionOf(finding.Span.Start).Line} {finding.Code}")];

    private static List<string> Results(Workspaces.Snapshot snapshot) =>
        [.. TestRun.Run(snapshot.Compilation.Program, new TestOptions(GeneratedSubjects: 0), default).Examples
            .Select(static example => $"{example.Policy.Number} {example.Example.Number} {example.Passed} {example.Got}")];
}
