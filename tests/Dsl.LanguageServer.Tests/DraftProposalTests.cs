// Writing a policy from its document with completion alone: the header, then sentence after sentence.
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class DraftProposalTests
{
    private const string Text = "试验区人民政府办公室\n关于印发试验区支持制造业发展若干政策的通知\n试府办发〔2024〕18号\n\n"
        + "一、支持技术改造。对实施技术改造项目的企业，按照设备投资额的8%给予补助，单个项目最高不超过300万元。\n"
        + "二、支持绿色发展。对新认定的国家级绿色工厂，给予50万元一次性奖励。\n三、附则。本政策自2024年5月1日起施行，有效期3年。\n";

    [Fact]
    public void 空文件里先列各份原文的首部()
    {
        using var folder = Small.Folder();
        folder.Write("sources/试府办发〔2024〕18号.txt", Text);
        folder.Write("sources/raw/试府办发〔2024〕18号.txt", Text);
        folder.Write("sources/别的.txt", "会议记录\n");
        var header =
            Assert.Single(Propose(folder, "", 0).Candidates, static candidate => candidate.Label == "政策 试验区支持制造业发展若干政策");
        Assert.Equal(header, Propose(folder, "zc", 2).Candidates[0]);
        Assert.Contains("原文     sources/试府办发〔2024〕18号.txt", header.Insert, StringComparison.Ordinal);
        Assert.Contains("失效日期 2027-04-30", header.Insert, StringComparison.Ordinal);
        Assert.Contains("使用     schema.policy", header.Insert, StringComparison.Ordinal);
        Assert.Empty(SyntaxTree.Parse(new("a.policy", header.Insert ?? "")).Diagnostics);
    }

    [Fact]
    public void 一句一句往下写()
    {
        using var folder = Small.Folder();
        folder.Write("sources/试府办发〔2024〕18号.txt", Text);
        var written =
            Propose(folder, "", 0).Candidates
                .First(static candidate => candidate.Label.StartsWith("政策 试验区", StringComparison.Ordinal)).Insert
            + "\n";
        var clauses = new List<string>();
        while (Propose(folder, written + "tk", written.Length + 2).Candidates
            .FirstOrDefault(static candidate => candidate.Detail == "由原文起草")
            is { } clause)
        {
            clauses.Add(clause.Label);
            written += clause.Insert + "\n";
            Assert.True(clauses.Count < 10);
        }
        var tree = SyntaxTree.Parse(new("a.policy", written));
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(clauses.Count, tree.Root.Blocks.OfType<NumberedBlock>().Count(static block => block.Keyword?.Value == "条款"));
        Assert.True(clauses.Count >= 2);
        Assert.Contains("设备投资额 * 8%", written, StringComparison.Ordinal);
        Assert.Contains("50万元", written, StringComparison.Ordinal);
    }

    [Fact]
    public void 写了一半的段落还列另一半()
    {
        using var folder = Small.Folder();
        folder.Write("sources/试府办发〔2024〕18号.txt",
            Text.Replace("单个项目最高不超过300万元。", "单个项目最高不超过300万元；对首次升规的企业，给予20万元一次性奖励。",
                StringComparison.Ordinal));
        var header =
            Propose(folder, "", 0).Candidates
                .First(static candidate => candidate.Label.StartsWith("政策 试验区", StringComparison.Ordinal)).Insert
            + "\n";
        var written = header + "条款 1 技改\n  依据 「按照设备投资额的8%给予补助，单个项目最高不超过300万元」\n  频次 每年\n  说明 甲\n\n";
        var proposed = Propose(folder, written + "tk", written.Length + 2).Candidates
            .Where(static candidate => candidate.Detail == "由原文起草").Select(static candidate => candidate.Insert ?? "").ToList();
        Assert.Contains(proposed, static text => text.Contains("20万元", StringComparison.Ordinal));
        var whole = header + "条款 1 技改\n  依据 「一、支持技术改造。对实施技术改造项目的企业，按照设备投资额的8%给予补助，"
            + "单个项目最高不超过300万元；对首次升规的企业，给予20万元一次性奖励」\n  频次 每年\n  说明 甲\n\n";
        Assert.DoesNotContain(Propose(folder, whole + "tk", whole.Length + 2).Candidates,
            static candidate => candidate.Detail == "由原文起草" && candidate.Insert?.Contains("20万元", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void 原文一行列出文件夹里的文字()
    {
        using var folder = Small.Folder();
        folder.Write("sources/新的.txt", Text);
        // What no policy names yet comes first.
        Assert.Equal(["sources/新的.txt", "sources/原文.txt"],
            Propose(folder, "政策 甲\n  原文 ", 10).Candidates.Select(static candidate => candidate.Label));
    }

    [Fact]
    public void 单独一个文件没有文件夹可找()
    {
        using var folder = new Folder();
        folder.Write("a.policy", "zc");
        var path = Path.Combine(folder.Root, "a.policy").Replace('\\', '/');
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        workspace.Set(path, "zc", 1);
        var snapshot = workspace.SnapshotOf(path);
        Assert.Equal("政策 文件头", Completer.Propose(snapshot, Assert.IsType<SyntaxTree>(snapshot.TreeOf(path)), 2)?.Candidates[0].Label);
    }

    [Theory]
    [InlineData("政策 甲\n文号  试〔2024〕1号\n", 1, "  文号 试〔2024〕1号", "  ")]
    [InlineData("政策 甲\n    文号  试〔2024〕1号\n    ", 1, "  文号 试〔2024〕1号", "  ")]
    [InlineData("政策 甲\n  文号 试〔2024〕1号\n  ", 1, null, null)]
    [InlineData("条款   1   甲\n\n\n", 0, "条款 1 甲", null)]
    [InlineData("政策 甲\n\n\n", 1, null, null)]
    public void 回车后的缩进(string text, int line, string? laidOut, string? next)
    {
        using var folder = new Folder();
        using var client = new LspClient(folder.Root);
        client.Open("a.policy", text);
        var parameters = client.At("a.policy", line + 1, 0);
        parameters["ch"] = "\n";
        var edits = client.Request("textDocument/onTypeFormatting", parameters)?.AsArray() ?? [];
        Assert.Equal(((string?[])[laidOut, next]).OfType<string>(),
            edits.Select(static edit => edit?["newText"]?.GetValue<string>() ?? ""));
        Assert.All(edits.Select(static (edit, index) => (Edit: edit, Index: index)),
            entry => Assert.Equal(line + entry.Index, entry.Edit?["range"]?["start"]?["line"]?.GetValue<int>()));
    }

    private static Proposals Propose(Folder folder, string text, int offset)
    {
        var path = Path.Combine(folder.Root, "新.policy").Replace('\\', '/');
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        workspace.AddFolder(folder.Root.Replace('\\', '/'));
        workspace.Set(path, text, 1);
        var snapshot = workspace.SnapshotOf(path);
        var tree = Assert.IsType<SyntaxTree>(snapshot.TreeOf(path));
        return Assert.IsType<Proposals>(Completer.Propose(snapshot, tree, tree.Source.AddressOf(offset)));
    }
}
