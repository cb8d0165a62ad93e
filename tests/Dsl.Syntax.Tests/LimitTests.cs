// Depth, length and size: nothing overflows, and the work grows in step with the text.
using System.Text;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Syntax.Tests;

public class LimitTests
{
    private const string Before = "条款 1\n令 甲 = ";

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("min(")]
    [InlineData("若 ")]
    [InlineData("非 ")]
    [InlineData("-")]
    [InlineData("(-")]
    [InlineData("1 + (")]
    public void 十万层嵌套只报一处(string piece)
    {
        var tree = Parse(Before + Repeat(piece, 100_000));
        Assert.Equal(["DSL1047"], tree.Diagnostics.Select(static found => found.Code));
        Assert.Equal(tree.Source.Content, tree.Root.ToFullString());
        Assert.Equal(tree.Source.Content.Trim(), Formatter.Format(tree).Trim());
    }

    [Fact]
    public void 二百层以内的嵌套没有问题()
    {
        Assert.Empty(Parse(Before + Repeat("(", 200) + "1" + Repeat(")", 200)).Diagnostics);
        Assert.Equal(["DSL1047"], Parse(Before + Repeat("(", 201) + "1" + Repeat(")", 201)).Diagnostics.Select(static found => found.Code));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("min(1, ", ")")]
    [InlineData("若 甲 则 1 否则 ", "")]
    [InlineData("甲 或 非 乙 且 1 = 1 + 2 * -(", ")")]
    [InlineData("甲 属于 [", "]")]
    public void 嵌套到头也只用一兆字节的栈(string open, string close)
    {
        Assert.Empty(OnSmallStack(Before + Repeat(open, 99) + "1" + Repeat(close, 99), 1 << 20));
        Assert.NotEmpty(OnSmallStack(Before + Repeat(open, 100_000), 1 << 20));
        Assert.Empty(OnSmallStack(Before + Repeat(open, 99) + "1" + Repeat(close, 99), 1 << 18));
    }

    private static IEnumerable<string> OnSmallStack(string text, int size)
    {
        var tree = Parse("");
        var thread = new Thread(() => tree = Parse(text), size);
        thread.Start();
        thread.Join();
        return tree.Diagnostics.Select(static found => found.Code);
    }

    [Theory]
    [InlineData(" + ")]
    [InlineData(" * ")]
    [InlineData(" 且 ")]
    [InlineData(" 或 ")]
    public void 五万项的长式子不算嵌套(string operatorText)
    {
        var tree = Parse(Before + "甲" + Repeat(operatorText + "甲", 49_999));
        Assert.Empty(tree.Diagnostics);
        var last = tree.Root.DescendantsAndSelf().OfType<BinaryExpression>().First();
        var chain = last.Chain();
        Assert.Equal(50_000, chain.Length);
        Assert.Null(chain[0].Operator);
        Assert.Equal(last.Right, chain[^1].Operand);
        Assert.Equal(49_999, tree.Root.DescendantsAndSelf().OfType<BinaryExpression>().Count(static node => node.Span.Length > 0));
        Assert.Equal(tree.Source.Content, tree.Root.ToFullString());
        Assert.Contains(operatorText + "甲", Formatter.Format(tree), StringComparison.Ordinal);
    }

    [Fact]
    public void 链只含同一级的运算符()
    {
        var sum = Parse(Before + "1 + 2 * 3 - 4").Root.DescendantsAndSelf().OfType<BinaryExpression>().First();
        Assert.Equal(["1", "2 * 3", "4"], sum.Chain().Select(static term => term.Operand.ToFullString().Trim()));
        Assert.Equal([null, "+", "-"], sum.Chain().Select(static term => term.Operator?.Text));
    }

    [Fact]
    public void 错误到五百处为止()
    {
        var tree = Parse("条款 1\n" + Repeat("条件 &\n", 2000));
        Assert.Equal(FoundDiagnostics.Limit + 1, tree.Diagnostics.Length);
        Assert.Equal("DSL1014", tree.Diagnostics[^1].Code);
    }

    [Fact]
    public void 二进制内容只报一处()
    {
        var bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);
        Assert.Equal(["DSL1012"], Parse(Encoding.UTF8.GetString(bytes)).Diagnostics.Select(static found => found.Code));
        Assert.Equal(["DSL1012"],
            Parse(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Repeat("policy 1\n", 5000)))).Diagnostics
                .Select(static found => found.Code));
    }

    [Theory]
    [InlineData("「")]
    [InlineData("依据 「\n")]
    [InlineData("条款 1\n依据 「甲")]
    [InlineData("条件 \"甲\" \"")]
    [InlineData("条款 1\n条件 [甲\n乙\n")]
    [InlineData("条款 1\n条件 (甲 且\n")]
    [InlineData("1/")]
    [InlineData("1甲")]
    [InlineData("条款 1\n条件 甲 < ")]
    [InlineData("条款 1\n令 甲 =\n|甲")]
    [InlineData("\uFEFF")]
    [InlineData("\uD800")]
    [InlineData("    ")]
    [InlineData("// 甲 ")]
    [InlineData("条款 1\n牵头 甲、\n")]
    [InlineData("数据 甲\n甲 :\n")]
    [InlineData("条款 1\n条件 甲//乙\n")]
    [InlineData("条款 1\n奖朴 = 甲\n")]
    [InlineData("条款 1\n条件 1.2.3.4.")]
    public void 工作量与长度成正比(string piece)
    {
        foreach (var head in new[] { "", "条款 1\n条件 ", "范围\n", "条款 1\n依据 " })
        {
            var (small, large) = (Work(head + Repeat(piece, 5_000)), Work(head + Repeat(piece, 20_000)));
            Assert.True(large <= 4.5 * small + 1000, $"{head}{piece}: {small} → {large}");
        }
    }

    [Fact]
    public void 一千万字符的文件工作量成正比且原样还原()
    {
        var once = Examples.Policy + "\n" + Examples.Schema + "\n" + Examples.MoreForms + "\n";
        var text = Repeat(once, 10_000_000 / once.Length + 1);
        var parser = new Parser(new SourceText("t.policy", text));
        var tree = parser.ParseFile();
        Assert.Empty(tree.Diagnostics);
        Assert.True(parser.Work < 8L * text.Length, $"{parser.Work} for {text.Length}");
        var position = 0;
        foreach (var token in tree.Root.Tokens)
        {
            Assert.True(text.AsSpan(position).StartsWith(token.LeadingTrivia)
                && text.AsSpan(position + token.LeadingTrivia.Length).StartsWith(token.Text));
            position += token.LeadingTrivia.Length + token.Text.Length;
        }
        Assert.Equal(text.Length, position);
    }

    private static long Work(string text)
    {
        var parser = new Parser(new SourceText("t.policy", text));
        parser.ParseFile();
        return parser.Work;
    }

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(new SourceText("t.policy", text));

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}
