// Redundant words after a keyword, and figures with words that are not units: the message says what to write.
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Syntax.Tests;

public class NeedlessWordTests
{
    [Theory]
    [InlineData("累计上限 = 300万元", "DSL1066", "累计上限 300万元")]
    [InlineData("累计上限 不超过 300万元", "DSL1066", "累计上限 300万元")]
    [InlineData("单位上限 最高 300万元", "DSL1066", "单位上限 300万元")]
    public void 多写的符号可以删去(string line, string code, string mended)
    {
        var found = Assert.Single(SyntaxTree.Parse(new SourceText("a.policy", Clause(line))).Diagnostics);
        Assert.Equal(code, found.Code);
        var edit = Assert.Single(Assert.Single(found.Fixes).Edits);
        Assert.Contains(mended, Clause(line).Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("条件 最高学历 = 博士")]
    [InlineData("累计上限 300万元")]
    [InlineData("条件 最高 >= 3")]
    public void 名称和数额照常(string line) => Assert.Empty(SyntaxTree.Parse(new SourceText("a.policy", Clause(line))).Diagnostics);

    [Theory]
    [InlineData("累计上限 投资额 * 2倍", "* 2")]
    [InlineData("累计上限 投资额 * 3成", "30%")]
    [InlineData("累计上限 投资额 * 8折", "80%")]
    [InlineData("累计上限 投资额 * 5个百分点", "5%")]
    [InlineData("累计上限 1万5千元", "15000元")]
    public void 不是单位的词说明怎么写(string line, string way)
    {
        var found = Assert.Single(SyntaxTree.Parse(new SourceText("a.policy", Clause(line))).Diagnostics,
            static finding => finding.Code == "DSL1005");
        Assert.Contains(way, found.Remedy, StringComparison.Ordinal);
    }

    private static string Clause(string line) => $"政策 甲\n条款 1 甲\n  {line}\n  奖补 = 1元\n";

    [Fact]
    public void 一张表里几格都错的_一格报一次()
    {
        const string Text =
            "政策 甲\n条款 1 甲\n  奖补 =\n    | 额 | 补 |\n    | 2万元 3万元 | 3万元 4万元 |\n    | 2万元 5万元 | 3万元 |\n";
        var lines = SyntaxTree.Parse(new("t.policy", Text)).Diagnostics
            .Select(static finding => (finding.Code, finding.Source.PositionOf(finding.Span.Start).Line));
        Assert.Equal([("DSL1036", 4), ("DSL1036", 4), ("DSL1036", 5)], lines);
    }
}
