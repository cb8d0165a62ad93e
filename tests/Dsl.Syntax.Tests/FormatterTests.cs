// The formatter: idempotent, the same tokens before and after, statements with mistakes untouched.
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Xunit;

namespace Dsl.Syntax.Tests;

public class FormatterTests
{
    private const int Seed = 4711;

    [Theory]
    [InlineData("policy")]
    [InlineData("schema")]
    [InlineData("more")]
    public void 范例排版后意思不变且再排不变(string name) => Check(Examples.All[name]);

    [Theory]
    [InlineData("policy")]
    [InlineData("schema")]
    [InlineData("more")]
    public void 前缀排版后意思不变且再排不变(string name)
    {
        var text = Examples.All[name];
        for (var length = 0; length <= text.Length; length += 3)
            Check(text[..length]);
    }

    [Fact]
    public void 随机改动后排版意思不变且再排不变()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 1000; round++)
        {
            var text = RandomText.Edited(random);
            Check(text);
        }
    }

    [Fact]
    public void 随机片段排版意思不变且再排不变()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
            Check(RandomText.Pieces(random));
    }

    [Fact]
    public void 仓库中的政策文件排版后意思不变()
    {
        foreach (var path in LosslessTests.PolicyFiles())
            Check(File.ReadAllText(path));
    }

    [Theory]
    [InlineData("条款 1\n  奖补 = 取低(甲,乙)\n", "条款 1\n  奖补 = min(甲, 乙)\n")]
    [InlineData("政策 甲\r\n失效 2022-01-01\r\n", "政策 甲\r\n  失效日期 2022-01-01\r\n")]
    [InlineData("条款 1\n牵头 甲 乙，丙\n", "条款 1\n  牵头 甲、乙、丙\n")]
    [InlineData("政策 甲\n竞合   本区其他政策   从高不重复\n", "政策 甲\n  竞合 本区其他政策 从高不重复\n")]
    [InlineData("条款 1\n\n\n   条件 甲＞＝1万元 以上", "条款 1\n\n  条件 甲 >= 1万元以上\n")]
    [InlineData("条款 1\n条件   甲   乙\n条件 （甲）且乙\n", "条款 1\n条件   甲   乙\n条件 （甲）且乙\n")]
    [InlineData("数据 甲\n主键 编号 : 文本\n名 : 金额\n统一社会信用代码 : 文本\n",
        "数据 甲\n  主键 编号        : 文本\n  名               : 金额\n  统一社会信用代码 : 文本\n")]
    [InlineData("数据 甲\n主键 统一编号 : 文本\n名 : 金额\n\n另 : 人\n",
        "数据 甲\n  主键 统一编号 : 文本\n  名            : 金额\n\n  另 : 人\n")]
    [InlineData("名录 区县 = [\n甲,\n乙\n  ]\n", "名录 区县 = [\n  甲,\n  乙\n]\n")]
    [InlineData("条款 1\n条件 甲 属于 [\n乙,\n丙\n]\n", "条款 1\n  条件 甲 属于 [\n    乙,\n    丙\n  ]\n")]
    [InlineData("条款 1\n条件 甲 // 一\n条件 乙丙 // 二\n\n条件 丁戊己 // 三\n条件 庚\n条件 辛 // 四\n",
        "条款 1\n  条件 甲    // 一\n  条件 乙丙  // 二\n\n  条件 丁戊己  // 三\n  条件 庚\n  条件 辛  // 四\n")]
    [InlineData("", "")]
    [InlineData("\n \n", "")]
    public void 排成规定的样子(string source, string formatted) =>
        Assert.Equal(formatted, Formatter.Format(SyntaxTree.Parse(new SourceText("t.policy", source))));

    internal static void Check(string text)
    {
        var tree = SyntaxTree.Parse(new SourceText("t.policy", text));
        var formatted = Formatter.Format(tree);
        var again = SyntaxTree.Parse(new SourceText("t.policy", formatted));
        var (second, before, after) = (Formatter.Format(again), Meaning(tree), Meaning(again));
        // The messages are long: they are made of a failure only.
        if (second != formatted)
            Fail("--- again\n" + Escaped(second));
        if (!before.SequenceEqual(after))
            Fail(Difference(before, after));
        if (!Comments(tree).SequenceEqual(Comments(again)))
            Fail("comments");

        void Fail(string what) =>
            Assert.Fail($"seed {Seed}\n--- source\n{Escaped(text)}\n--- formatted\n{Escaped(formatted)}\n{what}");
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(static character =>
            character is '\n' or (>= ' ' and < '\u007F') or (>= '\u3001' and < '\uD800') or (>= '\uFF00' and < '\uFFF0')
                ? character.ToString()
                : $"\\u{(int)character:X4}"));

    private static string Difference(List<string> before, List<string> after)
    {
        var at = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"differs at {at}: {before.ElementAtOrDefault(at)} against {after.ElementAtOrDefault(at)}";
    }

    /// <summary>Kinds and values of all tokens, aliases resolved, commas between words left out.</summary>
    private static List<string> Meaning(SyntaxTree tree)
    {
        var commas = tree.Root.DescendantsAndSelf().OfType<WordsLine>().SelectMany(static line => line.Words.Elements).OfType<SyntaxToken>()
            .Where(static token => token.Kind != SyntaxKind.Word).ToHashSet();
        var calls = tree.Root.DescendantsAndSelf().OfType<CallExpression>().Select(static call => call.Name).ToHashSet();
        return [.. tree.Root.Tokens.Where(token => !token.IsMissing && !commas.Contains(token))
            .Select(token => $"{token.Kind} {Value(token, calls.Contains(token))}")];
    }

    private static string Value(SyntaxToken token, bool isFunction) => token.Kind switch
    {
        SyntaxKind.LineKeyword => SyntaxFacts.CanonicalKeyword(token.Value),
        SyntaxKind.Name when isFunction => BuiltinFunctions.Find(token.Value)?.Name ?? token.Value,
        _ => token.Value,
    };

    private static List<string> Comments(SyntaxTree tree) =>
        [.. tree.Root.Tokens.SelectMany(static token => CharacterFacts.SplitLines(token.LeadingTrivia))
            .Select(static line => line.TrimStart().TrimEnd(' ', '\t', '\u00A0', '\u3000'))
            .Where(static line => line.StartsWith("//", StringComparison.Ordinal))];
}
