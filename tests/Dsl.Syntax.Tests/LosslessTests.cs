// The tree gives back its text, whatever the text: examples, their prefixes, random edits, random characters, policies of the repository.
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Syntax.Tests;

public class LosslessTests
{
    private const int Seed = 20210621;

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
        for (var round = 0; round < 1000; round++)
            Check(RandomText.Edited(random));
    }

    [Fact]
    public void 随机拼接的片段原样还原()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
            Check(RandomText.Pieces(random));
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

    /// <summary>Parses and checks what holds of every tree: same text, tokens in order without gap, spans that hold them.</summary>
    private static SyntaxTree Check(string text)
    {
        var tree = SyntaxTree.Parse(new SourceText("t.policy", text));
        Holds(tree.Root.ToFullString() == text, tree);
        var position = 0;
        foreach (var token in tree.Root.Tokens)
        {
            position += token.LeadingTrivia.Length;
            Holds(token.Span.Start == position || token.IsMissing, tree, token);
            position += token.Text.Length;
        }
        foreach (var diagnostic in tree.Diagnostics)
            Holds(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, tree, diagnostic.Code);
        foreach (var node in tree.Root.DescendantsAndSelf())
            Holds(node.Span.Start <= node.Span.End, tree, node.GetType());
        return tree;
    }

    // The message holds the whole text: it is made of a failure only, not of each of a million checks.
    private static void Holds(bool condition, SyntaxTree tree, object? what = null)
    {
        if (!condition)
            Assert.Fail($"{what} seed {Seed}: {tree.Source.Content}");
    }
}
