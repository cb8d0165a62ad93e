// Fixes, 忽略, new facts, examples at boundaries: applied to the texts, they have the promised effect.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.CodeActions;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class CodeActionTests
{
    [Theory]
    [InlineData("条件 新|事实", "新事实 : 是否")]
    [InlineData("条件 非 新|事实 且 已认定", "新事实 : 是否")]
    [InlineData("条件 新|事实 达到 100万元", "新事实 : 金额")]
    [InlineData("条件 新|事实 50人以上", "新事实 : 人")]
    [InlineData("条件 新|事实 超过 30%", "新事实 : 比率")]
    [InlineData("条件 新|事实 >= 2021-06-21", "新事实 : 日期")]
    [InlineData("条件 新|事实 满 3年", "新事实 : 日期")]
    [InlineData("条件 年度 = 新|事实", "新事实 : 年度")]
    [InlineData("条件 新|事实 > 研发人员数", "新事实 : 人")]
    [InlineData("条件 新|事实 属于 行业", "新事实 : 行业")]
    [InlineData("条件 新|事实 属于 [甲, 乙, 等]", "新事实 : [甲, 乙, 等]")]
    [InlineData("令 乙 = min(新|事实 * 20%, 30万元)", "新事实 : 金额")]
    [InlineData("单位上限 新|事实 * 50%", "新事实 : 金额")]
    [InlineData("单位上限 新|事实 * 300元/平方米", "新事实 : 平方米")]
    [InlineData("单位上限 min(2万元/件 * 新|事实, 30万元)", "新事实 : 件")]
    [InlineData("单位上限 研发人员数 * 新|事实 / 2", "新事实 : 元/人")]
    [InlineData("条件 实际费用 / 新|事实 超过 3万元/人", "新事实 : 人")]
    [InlineData("条件 若 新|事实 则 已认定 否则 是", "新事实 : 是否")]
    public void 新建事实的类型照用处猜(string marked, string expected)
    {
        using var folder = Names.Folder();
        var line = marked.Replace("|", "", StringComparison.Ordinal);
        var text = Names.Policy.Replace("  条件 已认定 且 行业", $"  {line}\n  条件 已认定 且 行业", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        var action =
            Assert.Single(Actions(folder, text, marked), static action => action.Title.Contains("新建事实", StringComparison.Ordinal));
        Assert.Contains($"「{expected}」", action.Title, StringComparison.Ordinal);
        Apply(action);
        Assert.DoesNotContain(Names.Snapshot(folder).Compilation.Diagnostics, static finding => finding.Code is "DSL2001" or "DSL2010");
        Assert.Contains($"  {expected}\n\n明细 主题活动", folder.Read("schema.policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("条件 若 新|事实 > 5 则 已认定 否则 是", "金额、数")]
    [InlineData("单位上限 新|事实 * 100元 + 1元/平方米 * 面积数", "金额、数、平方米")]
    [InlineData("令 乙 = 新|事实", "金额、数")]
    public void 单位定不了的事实列出各种类型(string marked, string expected)
    {
        using var folder = Names.Folder();
        var text = Names.Policy.Replace("  条件 已认定 且 行业",
            $"  {marked.Replace("|", "", StringComparison.Ordinal)}\n  条件 已认定 且 行业", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        var offered = Actions(folder, text, marked).Select(static action => action.Title)
            .Where(static title => title.Contains("新建事实", StringComparison.Ordinal));
        Assert.Equal(expected.Split('、').Select(static type => $"在 企业 中新建事实「新事实 : {type}」"), offered);
    }

    [Fact]
    public void 逐行计算的条款可以建在明细里()
    {
        using var folder = Names.Folder();
        var text = Names.Policy.Replace("主题活动.协同举办 且 企业", "新事实 且 企业", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        Assert.Equal(["在 主题活动 中新建事实「新事实 : 是否」", "在 企业 中新建事实「新事实 : 是否」"],
            Actions(folder, text, "新|事实 且").Select(static action => action.Title)
                .Where(static title => title.Contains("新建", StringComparison.Ordinal)));
    }

    [Fact]
    public void 一次新建缺少的全部事实()
    {
        using var folder = Names.Folder();
        var text = Names.Policy.Replace("主题活动.协同举办 且 企业", "新事实 且 另一事实 且 新事实 且 企业", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        Apply(Assert.Single(Actions(folder, text, "新|事实 且 另"), static action => action.Title == "新建这里缺少的 2 个事实"));
        Assert.Contains("  新事实 : 是否\n  另一事实 : 是否", folder.Read("schema.policy"), StringComparison.Ordinal);
        Assert.DoesNotContain(Names.Snapshot(folder).Compilation.Diagnostics, static finding => finding.Code == "DSL2001");
    }

    [Theory]
    [InlineData("条款| 1", "新建数据「企业」", "DSL2204")]
    [InlineData("每个 项|目", "新建明细「项目」，属于 企业", "DSL2012")]
    [InlineData("事项 技|改", "新建名录 事项，写上「技改」", "DSL2211")]
    public void 从空文件夹开始也能一步步建起数据定义(string marked, string title, string code)
    {
        using var folder = new Folder();
        var text = "政策 甲\n  文号 试〔2024〕1号\n  施行日期 2024-01-01\n\n条款 1 乙\n  事项 技改\n  频次 每次\n  每个 项目\n  奖补 = "
            + "核定 最高 10万元\n";
        folder.Write(Names.File, code == "DSL2204" ? text : text + "\n数据 企业\n  主键 编号 : 文本\n");
        Apply(Assert.Single(Actions(folder, folder.Read(Names.File), marked), action => action.Title == title));
        Assert.DoesNotContain(Names.Snapshot(folder).Compilation.Diagnostics,
            finding => finding.Code == code || finding.Code.StartsWith("DSL1", StringComparison.Ordinal));
    }

    [Fact]
    public void 文件夹里已有的数据定义接着用()
    {
        using var folder = Small.Folder();
        folder.Write("级别.policy", "名录 级别 = [甲]\n");
        var text = Small.Policy.Replace("使用     schema.policy", "使用     级别.policy", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        Apply(Assert.Single(Actions(folder, text, "条款| 1 费用"), static action => action.Title == "使用 schema.policy"));
        Assert.DoesNotContain(Names.Snapshot(folder).Compilation.Diagnostics,
            static finding => finding.Code.StartsWith("DSL2", StringComparison.Ordinal));
    }

    [Fact]
    public void 新的事项加进名录()
    {
        using var folder = Small.Folder();
        var text = Small.Policy.Replace("  事项 研发投入\n", "  事项 新事项\n", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        Apply(Assert.Single(Actions(folder, text, "事项 新|事项"), static action => action.Title == "在名录 事项 中加入「新事项」"));
        Assert.Contains("[主题活动, 研发投入, 新事项]", folder.Read("schema.policy"), StringComparison.Ordinal);
    }

    [Fact]
    public void 忽略写在行尾或上一行而且管用()
    {
        using var folder = Names.Folder();
        var text = Small.Policy
            .Replace("条件 已认定\n", "条件 已认定\n  奖补 = min(实际费用 * 40%,\n             100万元)\n", StringComparison.Ordinal)
            .Replace("  奖补 = min(实际费用 * 30%, 100万元)\n", "", StringComparison.Ordinal)
            .Replace("  频次 每年\n", "", StringComparison.Ordinal);
        folder.Write(Names.File, text);
        for (var round = 0; round < 8; round++)
        {
            var snapshot = Names.Snapshot(folder);
            var findings = snapshot.Compilation.Diagnostics
                .Where(static finding => finding.Source.Path.EndsWith(Names.File, StringComparison.Ordinal)).ToList();
            if (findings.Count == 0)
                return;
            Apply(Assert.Single(ProposedAction.For(snapshot, Names.Path(folder), findings[0].Span),
                action => action.Finding == findings[0] && action.Title.StartsWith("忽略", StringComparison.Ordinal)));
        }
        Assert.Fail(folder.Read(Names.File));
    }

    [Fact]
    public void 有唯一改法的排在前面()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var text = Small.Policy.Replace("实际费用 * 30%, 100万元)", "实际飞用 * 30%, 100万元)", StringComparison.Ordinal);
        client.Open(Names.File, text);
        var actions = Request(client, text, "min(实际|飞用");
        var fix = Assert.Single(actions, static action => action?["isPreferred"]?.GetValue<bool>() == true);
        Assert.Equal("改为「实际费用」", fix?["title"]?.GetValue<string>());
        Assert.Equal("DSL2001", fix?["diagnostics"]?[0]?["code"]?.GetValue<string>());
        Assert.Equal("实际费用", fix?["edit"]?["changes"]?[client.Uri(Names.File)]?[0]?["newText"]?.GetValue<string>());
        Assert.Empty(Request(client, text, "min(实际|飞用", "refactor"));
    }

    [Fact]
    public void 补写的算例都通过()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root,
            new JsonObject { ["textDocument"] = new JsonObject
            {
                ["codeAction"] = new JsonObject { ["resolveSupport"] = new JsonObject { ["properties"] = new JsonArray("edit") } }
            } });
        client.Open(Names.File, Small.Policy);
        var action = Assert.Single(Request(client, Small.Policy, "奖|补 = min", "refactor"));
        Assert.Null(action?["edit"]);
        var edits = client.Request("codeAction/resolve", action?.DeepClone().AsObject() ?? [])
            ?["edit"]?["changes"]?[client.Uri(Names.File)]?.AsArray();
        var added = Assert.Single(edits ?? [])?["newText"]?.GetValue<string>() ?? "";
        Assert.Equal(1, added.Split("算例 条款 1").Length - 1);
        folder.Write(Names.File, Small.Policy + added + "\n");
        var snapshot = Names.Snapshot(folder);
        Assert.Empty(snapshot.Policies.AllFindings);
        Assert.Empty(BoundaryExamples.Missing(snapshot, Names.Path(folder), "1", default));
    }

    [Theory]
    [InlineData("奖补 = 实际费用 * 30%，|最高 100万元", "写成 min(…, 100万元)", "奖补 = min(实际费用 * 30%, 100万元)")]
    [InlineData("奖补 = 实际费用 × 30% |最高不超过100万元", "写成 min(…, 100万元)", "奖补 = min(实际费用 × 30%, 100万元)")]
    [InlineData("奖补 = |最高 100万元", "写成 核定 最高 100万元", "奖补 = 核定 最高 100万元")]
    [InlineData("奖补 |最高100万元", "写成 核定 最高 100万元", "奖补 = 核定 最高 100万元")]
    [InlineData("奖补 = 核定 |最高100万元", "改为「最高 100万元」", "奖补 = 核定 最高 100万元")]
    [InlineData("频次 |每年一次", "改为「每年」", "频次 每年")]
    [InlineData("频次 |逐次", "改为「一次性」", "频次 一次性")]
    [InlineData("条件 行业 |是 其他", "改为「=」", "条件 行业 = 其他")]
    [InlineData("条件 已认定 |和 行业 = 其他", "改为「且」", "条件 已认定 且 行业 = 其他")]
    [InlineData("条件 已认定|，行业 = 其他", "改为「且」", "条件 已认定 且 行业 = 其他")]
    [InlineData("条件 已认定|、行业 = 其他", "改为「或」", "条件 已认定 或 行业 = 其他")]
    [InlineData("条件 实际 |费用 达到 100万元", "去掉空格，写成「实际费用」", "条件 实际费用 达到 100万元")]
    [InlineData("条件 实际费用 达到 100万元|。", "删去「。」", "条件 实际费用 达到 100万元")]
    public void 照公文的说法写的一改就对(string marked, string title, string expected)
    {
        var line = marked.Replace("|", "", StringComparison.Ordinal);
        var keyword = line[..2];
        var before = Small.Policy.Split('\n').Single(other => other.StartsWith("  " + keyword, StringComparison.Ordinal));
        var text = Small.Policy.Replace(before, "  " + line, StringComparison.Ordinal);
        using var folder = Small.Folder(text);
        using var client = new LspClient(folder.Root, new JsonObject());
        client.Open("办法.policy", text);
        var (row, column) = new SourceText("", text)
            .PositionOf(text.IndexOf(line, StringComparison.Ordinal) + marked.IndexOf('|', StringComparison.Ordinal));
        var parameters = client.At("办法.policy");
        var place = new JsonObject { ["line"] = row, ["character"] = column };
        parameters["range"] = new JsonObject { ["start"] = place, ["end"] = place.DeepClone() };
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        var action = Assert.Single(client.Request("textDocument/codeAction", parameters)?.AsArray() ?? [],
            action => action?["title"]?.GetValue<string>() == title);
        var edits = Assert.Single(action?["edit"]?["changes"]?.AsObject() ?? []).Value?.AsArray() ?? [];
        var source = new SourceText("", text);
        var written = TextEdit.Apply(source,
            [.. edits.Select(edit =>
                new TextEdit(TextSpan.FromBounds(Offset(source, edit?["range"]?["start"]), Offset(source, edit?["range"]?["end"])),
                    edit?["newText"]?.GetValue<string>() ?? ""))]);
        Assert.Contains($"\n  {expected}\n", written, StringComparison.Ordinal);
        Assert.Empty(SyntaxTree.Parse(new("办法.policy", written)).Diagnostics);

        static int Offset(SourceText source, JsonNode? position) =>
            source.LineSpan(position?["line"]?.GetValue<int>() ?? 0).Start + (position?["character"]?.GetValue<int>() ?? 0);
    }

    [Fact]
    public void 贴进来的一段原文改成起草的条款()
    {
        const string Pasted = "2.支持活动。每场活动给予最高5万元补贴。";
        var text = Small.Policy + "\n\n" + Pasted + "\n";
        using var folder = Small.Folder(text);
        using var client = new LspClient(folder.Root, new JsonObject());
        client.Open("办法.policy", text);
        var line = new SourceText("", text).PositionOf(text.IndexOf(Pasted, StringComparison.Ordinal)).Line;
        var parameters = client.At("办法.policy");
        parameters["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = line, ["character"] = 1 },
            ["end"] = new JsonObject { ["line"] = line, ["character"] = 1 }
        };
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        var actions = client.Request("textDocument/codeAction", parameters)?.AsArray().OfType<JsonObject>().ToList() ?? [];
        var drafted = Assert.Single(actions, static action => action["title"]?.GetValue<string>() == "由这一段原文起草");
        var edit = Assert.Single(Assert.Single(drafted["edit"]?["changes"]?.AsObject() ?? []).Value?.AsArray() ?? []);
        Assert.Equal((line, 0, line, Pasted.Length),
            (edit?["range"]?["start"]?["line"]?.GetValue<int>(), edit?["range"]?["start"]?["character"]?.GetValue<int>(),
                edit?["range"]?["end"]?["line"]?.GetValue<int>(), edit?["range"]?["end"]?["character"]?.GetValue<int>()));
        Assert.StartsWith("条款 2", edit?["newText"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("每场活动给予最高5万元补贴」", edit?["newText"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(actions, static action => action["title"]?.GetValue<string>() == "写成注释");
    }

    [Fact]
    public void 原文里的比号照样读() =>
        Assert.Empty(SyntaxTree.Parse(new("办法.policy",
            Small.Policy.Replace("实际费用 * 30%, 100万元", "实际费用 * 1∶0.5, 100万元", StringComparison.Ordinal))).Diagnostics);

    private static List<ProposedAction> Actions(Folder folder, string text, string marked) =>
        [.. ProposedAction.For(Names.Snapshot(folder), Names.Path(folder), new TextSpan(Names.Address(text, marked), 0))];

    private static JsonArray Request(LspClient client, string text, string marked, string? only = null)
    {
        var (line, column) = new SourceText("", text).PositionOf(Names.Offset(text, marked));
        var parameters = client.At(Names.File);
        parameters["range"] = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = line, ["character"] = column },
            ["end"] = new JsonObject { ["line"] = line, ["character"] = column }
        };
        parameters["context"] = only is null
            ? new JsonObject { ["diagnostics"] = new JsonArray() }
            : new JsonObject { ["diagnostics"] = new JsonArray(), ["only"] = new JsonArray(only) };
        return client.Request("textDocument/codeAction", parameters)?.AsArray() ?? [];
    }

    private static void Apply(ProposedAction action)
    {
        foreach (var (source, edits) in action.Edits)
            File.WriteAllText(source.Path, TextEdit.Apply(source, edits));
    }
}
