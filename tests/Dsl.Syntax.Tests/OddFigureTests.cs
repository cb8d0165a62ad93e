// Figures as other texts write them: each is read as a human reads it, or is an error that says what to write; never another amount.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Syntax.Tests;

public class OddFigureTests
{
    [Theory]
    [InlineData("1,500元", "DSL1060", "1500元")]
    [InlineData("1，500元", "DSL1060", "1500元")]
    [InlineData("１，５００元", "DSL1060", "１５００元")]
    [InlineData("12,345,678", "DSL1060", "12345678")]
    [InlineData("1,500.50元", "DSL1060", "1500.50元")]
    [InlineData("1,500万元以上", "DSL1060", "1500万元以上")]
    [InlineData("1'500", "DSL1060", "1500")]
    [InlineData("1’500元", "DSL1060", "1500元")]
    [InlineData("1 500元", "DSL1060", "1500元")]
    [InlineData("1\u00A0500元", "DSL1060", "1500元")]
    [InlineData("000元", "DSL1061", "0元")]
    [InlineData("001500元", "DSL1061", "1500元")]
    [InlineData("００１５元", "DSL1061", "１５元")]
    [InlineData("007%", "DSL1061", "7%")]
    [InlineData("00.5", "DSL1061", "0.5")]
    [InlineData("01:2", "DSL1061", "1:2")]
    [InlineData("1:02", "DSL1061", "1:2")]
    [InlineData("1,5万元", "DSL1063", null)]
    [InlineData("1,2345元", "DSL1063", null)]
    [InlineData("٣٠٠元", "DSL1062", null)]
    [InlineData("𝟓元", "DSL1062", null)]
    [InlineData("①", "DSL1062", null)]
    [InlineData("5²", "DSL1062", null)]
    [InlineData("½", "DSL1062", null)]
    [InlineData("2021-06", "DSL1006", null)]
    [InlineData("1比0.5", "DSL1013", null)]
    [InlineData("5%%", "DSL1001", null)]
    [InlineData("5 %", "DSL1054", "5%")]
    [InlineData("10万元元", "DSL1005", null)]
    [InlineData("3.5.2", "DSL1008", null)]
    [InlineData("1..", "DSL1051", null)]
    public void 不是照字面读的数都报出来(string figure, string code, string? mended)
    {
        foreach (var (before, after) in new[] { ("  奖补 = min(额, ", ")\n"), ("  奖补 = ", "\n"),
            ("  令 甲 =\n    | 额 | 结果 |\n    | - | ", " |\n"), ("  条件 额 属于 [", "]\n") })
        {
            if (figure == "1.." && !before.EndsWith("= ", StringComparison.Ordinal))
                continue;
            var text = $"条款 1 测试\n{before}{figure}{after}";
            var found = SyntaxTree.Parse(new SourceText("main.policy", text)).Diagnostics;
            Assert.Contains(code, found.Select(static finding => finding.Code));
            if (mended is null)
                continue;
            var fix = found.First(finding => finding.Code == code).Fixes[0];
            foreach (var edit in fix.Edits.OrderByDescending(static edit => edit.Span.Start))
                text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
            Assert.Equal($"条款 1 测试\n{before}{mended}{after}", text);
        }
    }

    [Theory]
    [InlineData("1百万元", "1000000")]
    [InlineData("１５００元", "1500")]
    [InlineData("0元", "0")]
    [InlineData("0.50", "0.5")]
    [InlineData("100万元", "1000000")]
    [InlineData("1500.5元", "1500.5")]
    public void 照字面读的数(string figure, string value)
    {
        var tree = SyntaxTree.Parse(new SourceText("main.policy", $"条款 1 测试\n  奖补 = {figure}\n"));
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(value,
            Assert.Single(tree.Root.Tokens, static token => token.Kind == SyntaxKind.NumberLiteral).Number?.Figure.ToString());
    }

    [Theory]
    [InlineData("min(1, 500元)")]
    [InlineData("min(额, 1000, 500元)")]
    [InlineData("max(0,500元)")]
    [InlineData("若 年度 属于 [2021年度,2022年度] 则 1元 否则 2元")]
    [InlineData("若 人数 属于 [1,2,3] 则 1元 否则 2元")]
    [InlineData("min(额,1500元)")]
    [InlineData("min(1万元,500元)")]
    public void 不是千分位的逗号(string formula) =>
        Assert.DoesNotContain(SyntaxTree.Parse(new SourceText("main.policy", $"条款 1 测试\n  奖补 = {formula}\n")).Diagnostics,
            static finding => finding.Code is "DSL1060" or "DSL1063");
}
