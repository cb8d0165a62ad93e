// A version of a file made from the one before is what a parse of the whole text gives: same tree, same findings at the same places.
using System.Globalization;
using System.Text;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Syntax.Tests;

public class IncrementalTests
{
    private const int Seed = 20210621;

    // DSL_EDITS=50000 for a long run.
    private static readonly int Edits =
        int.TryParse(Environment.GetEnvironmentVariable("DSL_EDITS"), CultureInfo.InvariantCulture, out var edits) ? edits : 400;

    [Fact]
    public void 随机改动政策文件与整个重读相同() => Check(Edits, random => Texts[random.Next(Texts.Length)], RandomText.Change);

    [Fact]
    public void 随机改动生成的文字与整个重读相同() =>
        Check(Edits, static random => string.Join('\n', Enumerable.Range(0, 8).Select(_ => RandomText.Pieces(random))), RandomText.Change);

    [Fact]
    public void 逐字写出的文件与整个重读相同()
    {
        var text = Examples.Policy + "\n" + Examples.MoreForms;
        var tree = SyntaxTree.Open("t.policy", "");
        for (var length = 1; length <= text.Length; length++)
            tree = Next(tree, text[..length], length % 7 == 0, "");
        for (var start = 0; start <= text.Length; start += 3)
            tree = Next(tree, text[start..], start % 7 == 0, "");
    }

    [Fact]
    public void 没有改的块和行还是原来的对象()
    {
        var text = Examples.Policy;
        var tree = SyntaxTree.Open("t.policy", text);
        var next = tree.WithText(text.Replace("最多 3年", "最多 4年", StringComparison.Ordinal));
        Assert.Same(tree, tree.WithText(text));
        var (before, after) = (tree.Root.Blocks, next.Root.Blocks);
        var only = Assert.Single(Enumerable.Range(0, before.Length), index => before[index] != after[index]);
        Assert.Equal("7.2", Assert.IsType<NumberedBlock>(after[only]).Number.Text);
        Assert.Equal([1], Enumerable.Range(0, 4).Where(index => before[only].Lines[index] != after[only].Lines[index]));
    }

    [Fact]
    public void 编码标记后面的注释只是注释()
    {
        var tree = SyntaxTree.Open("t.policy", "\uFEFF// 注\n条款 1\n  条件 甲\n");
        Assert.Single(tree.Root.Blocks);
        Next(tree, tree.Source.Content + "条款 2\n", true, "mark");
    }

    [Theory]
    [InlineData("条件 甲", "条件 甲乙")]
    [InlineData("条件 甲", "条件 甲 且 乙")]
    [InlineData("条件 甲", "条件")]
    public void 行末的改动只动它的块(string before, string after)
    {
        var text = $"条款 1\n  条件 丙\n条款 2\n  {before}\n条款 3\n  条件 丁\n";
        var tree = SyntaxTree.Open("t.policy", text);
        var next = tree.WithText(text.Replace(before, after, StringComparison.Ordinal));
        Assert.Same(tree.Root.Blocks[0], next.Root.Blocks[0]);
        Assert.NotSame(tree.Root.Blocks[1], next.Root.Blocks[1]);
    }

    private static string[] Texts { get; } = [.. LosslessTests.PolicyFiles().Select(File.ReadAllText).Concat(Examples.All.Values)];

    private static void Check(int edits, Func<Random, string> start, Func<string, Random, string> change)
    {
        var random = new Random(Seed);
        SyntaxTree? tree = null;
        for (var edit = 0; edit < edits; edit++)
        {
            // A new text now and then, else one version grows out of the other.
            if (tree is null || edit % 40 == 0 || tree.Source.Content.Length > 200_000)
                tree = SyntaxTree.Open("t.policy", start(random));
            tree = Next(tree, change(tree.Source.Content, random), true, $"seed {Seed} edit {edit}");
        }
    }

    private static SyntaxTree Next(SyntaxTree tree, string text, bool isChecked, string shown)
    {
        var next = tree.WithText(text);
        if (!isChecked)
            return next;
        var whole = SyntaxTree.Parse(new SourceText("t.policy", text));
        Assert.True(next.Root.ToFullString() == text, shown);
        Assert.True(Lines(whole.Source).SequenceEqual(Lines(next.Source)), shown + " lines");
        Assert.True(SyntaxTreePrinter.Print(whole) == SyntaxTreePrinter.Print(next), shown + " tree");
        var (expected, found) = (Found(whole), Found(next));
        if (expected != found)
            Assert.Fail($"{shown}\n{expected}\n---\n{found}");
        foreach (var (one, other) in whole.Root.Tokens.Zip(next.Root.Tokens))
        {
            if (!whole.Source.RangeOf(one.Span).Equals(next.Source.RangeOf(other.Span)))
                Assert.Fail($"{shown} {one} {one.Span}");
        }
        return next;
    }

    private static IEnumerable<Range> Lines(SourceText source) =>
        Enumerable.Range(0, source.LineCount).Select(line => source.RangeOf(source.LineSpan(line)));

    private static string Found(SyntaxTree tree)
    {
        var text = new StringBuilder();
        foreach (var found in tree.Diagnostics)
        {
            text.Append(CultureInfo.InvariantCulture, $"{found.Code} {Place(found.Span)} {found.Message} {found.Remedy}\n");
            foreach (var fix in found.Fixes)
            {
                var edits = string.Join(", ", fix.Edits.Select(edit => $"{Place(edit.Span)} {edit.NewText}"));
                text.Append(CultureInfo.InvariantCulture, $"  {fix.Title} {fix.IsGuess} {fix.Needs} {edits}\n");
            }
            Assert.Same(tree.Source, found.Source);
        }
        return text.ToString();

        string Place(TextSpan span) => $"{tree.Source.RangeOf(span)} {tree.Source.PositionOf(span.Start)}";
    }
}
