// policy/exampleText: the 算例 that a form makes stand where they belong, parse, are clean and hold.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Formatting;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class ExampleTextTests
{
    private const string File = Names.File;

    [Fact]
    public void 写在条款和它的算例之后()
    {
        using var folder = Small.Folder(Small.Policy + "\n  // 三成\n\n恒有 条款 1 奖补 <= 100万元 // 上限\n// 到此为止\n\n义务 2 印发");
        using var client = new LspClient(folder.Root);
        var answer = Ask(client, "1", new() { ["企业"] = new JsonObject { ["已认定"] = "是", ["实际费用"] = "3,000,000" } },
            "刚好\n封顶 // 甲")["result"];
        Assert.Equal("\n算例 条款 1 刚好 封顶 / 甲\n  已知 实际费用 = 300万元; 已认定 = 是\n  应得 90万元\n",
            answer?["text"]?.GetValue<string>());
        Assert.Equal(24, answer?["line"]?.GetValue<int>());
        client.Open(File, Small.Policy);
        answer = Ask(client, "1", [], "")["result"];
        Assert.Equal("\n\n算例 条款 1\n  应得 资料不全 0元..100万元\n", answer?["text"]?.GetValue<string>());
        Assert.Equal(20, answer?["line"]?.GetValue<int>());
    }

    [Fact]
    public void 不能写的说明原因()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        foreach (var (number, facts) in ((string, JsonObject)[])[("9", []), ("1", new() { ["年度"] = "去年" })])
            Assert.Equal(ErrorCode.RequestFailed, ExamplesTests.Code(Ask(client, number, facts, "")));
        var parameters = client.At(File);
        (parameters["number"], parameters["title"]) = ("1", "无");
        Assert.Equal(ErrorCode.InvalidParams, ExamplesTests.Code(client.Ask("policy/exampleText", parameters.DeepClone().AsObject())));
        parameters["facts"] = new JsonObject();
        parameters.Remove("title");
        Assert.Equal(ErrorCode.InvalidParams, ExamplesTests.Code(client.Ask("policy/exampleText", parameters)));
    }

    [Fact]
    public void 各种事实写出来都读得回去()
    {
        using var folder = Names.Folder();
        var facts = JsonNode.Parse("""
            {"测算日": "2023-01-05", "年度": 2024,
             "企业": {"名称": "甲\"乙”公司 // 分", "行业": "专业服务", "研发人员数": 12, "实际费用": "1234567.89", "登记日期": "2020-02-29", "已认定": false},
             "主题活动": [{"活动编号": "A-1", "活动费用": "12万元", "协同举办": "是"}, {"协同举办": "否"}, {}],
             "其他政策支持": [{"文号": "别的〔2020〕1号", "事项": "研发投入", "年度": 2023, "金额": "1元"}],
             "参数": {"门槛": "1.5万人"},
             "兑现记录": [{"年度": 2022, "金额": "-3万元"}, {"条款": "2", "事项行": "A-1", "年度": 2022, "金额": 1}]}
            """)?.AsObject() ?? [];
        AssertHolds(folder, "1", facts, out var text);
        Assert.Contains("  已知 名称 = “甲\"乙\"公司 / 分”; 行业 = 专业服务", text, StringComparison.Ordinal);
        Assert.Contains("  兑现 2022年度 -3万元\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A-1\" 1元", text, StringComparison.Ordinal);
        AssertHolds(folder, "2", JsonNode.Parse("""{"企业": {"行业": "文化旅游", "已认定": "是"}, "主题活动": [{"活动编号": "A", "活动费用": 100000, "协同举办": "是"}], "核定": [{"事项行": "A", "金额": "3万元"}]}""")?.AsObject() ?? [], out _);
        AssertHolds(folder, "2", JsonNode.Parse("""{"主题活动": []}""")?.AsObject() ?? [], out _);
    }

    [Fact]
    public void 本库每个条款()
    {
        using var folder = Folder.OfRepository();
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*.policy").Select(Path.GetFileName).OfType<string>())
        {
            var snapshot = Names.Snapshot(folder, file);
            var (path, tree) =
                (Names.Path(folder, file), snapshot.TreeOf(Names.Path(folder, file)) ?? throw new InvalidOperationException());
            var made = (snapshot.ComputableOf(path).Policy?.Clauses ?? [])
                .Select(clause => TriedClause.Find(snapshot, path, clause.Number).Clause).OfType<TriedClause>()
                .Select(clause => Made(clause, FormFacts.First(clause), tree)).ToList();
            var lines = tree.Source.Content.Split('\n').ToList();
            foreach (var example in made.OrderByDescending(static example => example.Line))
                lines.InsertRange(Math.Min(example.Line, lines.Count), example.Text[..^1].Split('\n'));
            folder.Write(file, string.Join('\n', lines));
            AssertClean(folder, file, snapshot, snapshot.ComputableOf(path).Policy?.Examples.Length + made.Count);
        }
    }

    private static void AssertHolds(Folder folder, string number, JsonObject facts, out string text)
    {
        folder.Write(File, Names.Policy);
        var snapshot = Names.Snapshot(folder);
        var clause = TriedClause.Find(snapshot, Names.Path(folder), number).Clause ?? throw new InvalidOperationException();
        var made = Made(clause, facts, snapshot.TreeOf(Names.Path(folder)) ?? throw new InvalidOperationException());
        var lines = Names.Policy.Split('\n').ToList();
        lines.InsertRange(Math.Min(made.Line, lines.Count), made.Text[..^1].Split('\n'));
        folder.Write(File, string.Join('\n', lines) + "\n");
        AssertClean(folder, File, snapshot, 2);
        text = made.Text;
    }

    private static NewExample Made(TriedClause clause, JsonObject facts, SyntaxTree tree)
    {
        var reading = FormFacts.Read(clause, JsonSerializer.SerializeToElement(facts));
        Assert.Empty(reading.Findings);
        return NewExample.Of(clause, reading.Case ?? throw new InvalidOperationException(), tree.Source, tree, "试算写出")
            ?? throw new InvalidOperationException();
    }

    private static void AssertClean(Folder folder, string file, Snapshot before, int? examples)
    {
        var (snapshot, path) = (Names.Snapshot(folder, file), Names.Path(folder, file));
        Assert.Equal(Findings(before), Findings(snapshot));
        Assert.Equal(examples, snapshot.ComputableOf(path).Policy?.Examples.Length);
        var tree = snapshot.TreeOf(path) ?? throw new InvalidOperationException();
        // What stood in good form still does.
        if (before.TreeOf(path) is { } old && Formatter.Format(old) == old.Source.Content)
            Assert.Equal(tree.Source.Content, Formatter.Format(tree));

        List<string> Findings(Snapshot of) => [.. of.Policies.AllFindings.Where(finding => finding.Source.Path == path)
            .Select(static finding => $"{finding.Code} {finding.Message} "
                + $"{finding.Source[finding.Source.LineSpan(finding.Source.PositionOf(finding.Span.Start).Line)]}")];
    }

    private static JsonObject Ask(LspClient client, string number, JsonObject facts, string title)
    {
        var parameters = client.At(File);
        (parameters["number"], parameters["facts"], parameters["title"]) = (number, facts, title);
        return client.Ask("policy/exampleText", parameters);
    }
}
