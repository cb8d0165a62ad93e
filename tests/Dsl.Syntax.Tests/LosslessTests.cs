// The tree gives back its text, whatever the text: examples, their prefixes, random edits, random characters, policies of the repository.
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Syntax.Tests;

public class LosslessTests
{
    private const int Seed = 20210621;

    // Characters that mean something, so that random edits hit the grammar.
    private static readonly string[] Fragments =
    [
        "「", "」", "(", ")", "（", "）", "[", "]", "【", "|", "=", "==", "<", ">=", "+", "-", "*", "/", "//", " // x\n", "、", ",", ";", ":", ".", "..", "..<",
        "\n", "\r\n", "\r", " ", "\t", "\u3000", "\u00a0", "\uFEFF", "\u200B", "\0", "\uD800", "\uDC00", "\uD842\uDFB7", "😀", "\"", "“", "”", "1", "9.5", "30%", "100万元", "2万元/件",
        "50人以上", "2021-06-21", "2021-02-30", "2021年度", "6:4", "条款 3.1 甲\n", "条款", "政策", "数据 甲\n", "范围\n", "条件", "令 甲 =", "若", "则", "否则", "且", "或", "非", "属于", "满", "等", "超过50人",
        "奖补 = 核定 最高", "算例 条款 1\n", "恒有", "依据 「", "~", "{", "}", "。", "5G应用", "甲", "ＡＢ", "％",
    ];

    [Theory]
    [InlineData("policy")]
    [InlineData("schema")]
    [InlineData("more")]
    public void 范例没有语法错误且原样还原(string name)
    {
        var tree = Check(Examples.All[name]);
        Assert.Empty(tree.Diagnostics.Select(static found => $"{found.Code} {found.Message} |{found.Source[found.Span]}|"));
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("schema")]
    [InlineData("more")]
    public void 每个前缀和后缀都原样还原(string name)
    {
        var text = Examples.All[name];
        for (var length = 0; length <= text.Length; length++)
        {
            Check(text[..length]);
            Check(text[length..]);
        }
    }

    [Fact]
    public void 随机改动后原样还原()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
        {
            var text = Examples.All.Values.ElementAt(random.Next(3));
            for (var edits = random.Next(1, 6); edits > 0; edits--)
                text = Edit(text, random);
            Check(text);
        }
    }

    [Fact]
    public void 随机拼接的片段原样还原()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 5000; round++)
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Fragments[random.Next(Fragments.Length)] + (random.Next(3) == 0 ? " " : ""))));
    }

    [Fact]
    public void 任意字符原样还原()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
            Check(string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(0x10000))));
    }

    [Fact]
    public void 仓库中的政策文件原样还原()
    {
        foreach (var path in PolicyFiles())
            Check(File.ReadAllText(path));
    }

    internal static IEnumerable<string> PolicyFiles()
    {
        var folder = RepositoryRoot.Combine("policies");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.policy", SearchOption.AllDirectories) : [];
    }

    private static string Edit(string text, Random random)
    {
        var (start, length) = (random.Next(text.Length + 1), random.Next(8));
        length = Math.Min(length, text.Length - start);
        var inserted = random.Next(4) == 0 ? "" : Fragments[random.Next(Fragments.Length)];
        return string.Concat(text.AsSpan(0, start), inserted, text.AsSpan(start + length));
    }

    /// <summary>Parses and checks what holds of every tree: same text, tokens in order without gap, spans that hold them.</summary>
    private static SyntaxTree Check(string text)
    {
        var tree = SyntaxTree.Parse(new SourceText("t.policy", text));
        var shown = $"seed {Seed}: {text}";
        Assert.True(tree.Root.ToFullString() == text, shown);
        var position = 0;
        foreach (var token in tree.Root.Tokens)
        {
            position += token.LeadingTrivia.Length;
            Assert.True(token.Span.Start == position || token.IsMissing, shown);
            position += token.Text.Length;
        }
        foreach (var diagnostic in tree.Diagnostics)
            Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, shown);
        foreach (var node in tree.Root.DescendantsAndSelf())
            Assert.True(node.Span.Start <= node.Span.End, $"{node.GetType().Name} {shown}");
        return tree;
    }
}
