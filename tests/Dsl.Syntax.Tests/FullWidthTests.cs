// Full-width and half-width forms are one: names, figures and signs.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Syntax.Tests;

public class FullWidthTests
{
    [Theory]
    [InlineData("５Ｇ应用 ＝ 是", "5G应用 = 是")]
    [InlineData("ＰＣＴ专利数 ≥ ５０件", "PCT专利数 >= 50件")]
    [InlineData("（甲＋乙）×３０％ ≤ １００万元", "(甲+乙)*30% <= 100万元")]
    public void 全角与半角的条件得到同样的词(string full, string half) => Assert.Equal(Read(half), Read(full));

    private static string[] Read(string condition)
    {
        var tree = SyntaxTree.Parse(new SourceText("甲.policy", $"条款 1 甲\n  条件 {condition}\n"));
        Assert.Empty(tree.Diagnostics);
        return [.. tree.Root.Tokens.Where(token => token.Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral)
            .Select(token => token.Number is { } number ? $"{number.Figure}{number.Unit}" : token.Value)];
    }
}
