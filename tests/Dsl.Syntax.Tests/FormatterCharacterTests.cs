// Every character, wherever it stands: the layout keeps the tokens, the comments and its own result;
// places in the text agree with the lexer's lines.
using System.Globalization;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Dsl.Values.Text;
using Xunit;

namespace Dsl.Syntax.Tests;

public class FormatterCharacterTests
{
    // Each place alone; the character stands for {0}.
    private static readonly string[] Places =
    [
        "条款 1 甲\n  条件 是 // 注{0}奖补 = 0元\n  奖补 = 1万元\n",
        "条款 1 甲\n  // 单独一行{0}奖补 = 0元\n  奖补 = 1万元 //{0}\n",
        "条款 1 甲\n  依据 「按设备{0}奖补 = 2万元」 「乙{0}」\n  奖补 = 1万元\n",
        "条款 1 标{0}题\n  条件 甲 = \"一{0}二\"\n  牵头 市{0}局、区局\n",
        "条款 1 甲\n  条件 名{0}称 >= 5人{0}\n  奖补 = 1万元{0}\n{0}\n",
        "条款 1 甲\n  奖补{0}={0}min(1万元,{0}2万元){0}// 注\n",
        "条款 1 甲\n  令 率 = 按 人数 {0}\n    | 1 | 2% |{0}\n    // 中{0}间\n    | 2 | 3% |\n{0}  奖补 = 1万元",
        "{0}政策 甲\n  文号 甲〔2020〕{0}1号\n{0}// 头{0}\n条款 1{0}\n  奖补 = 1万元\n//{0}",
        "数据 企业\n  主键 编号{0} : 文本{0}// 注\n  名{0}称 : 文本\n{0}\n  另 : 人{0}",
    ];

    private static readonly string[] Beyond =
    [
        "\U00020000", "\U0001F600", "\U000E0001", "\U000E0041", "\U000E0100", "\U000E01EF", "\U0001D173", "\U0001BCA0", "\U0010FFFF",
        "\U000F0000",
        "\r\n", "\r\r\n", "\n\r", "\r\u2028", "\u2028\u2029\u0085", "\f\n", "\v\t", "\u200D\uFE0F", "\uFEFF\uFEFF", "\u001C//\u001D",
        " \u2028// 乙\u2029",
    ];

    private const int AtATime = 16;

    // Characters of the keywords, units, numerals and names that the reference uses.
    private static readonly HashSet<char> OwnCharacters =
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("compiler", "docs"), "*.md").SelectMany(File.ReadAllText)];

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void 每个字符在任何位置排版都不改变词_再排不变(int block)
    {
        foreach (var text in Texts(block << 12, (block + 1) << 12))
        {
            // Letters are all alike, and so are pictures and what is not assigned: they stand together once,
            // other characters in each place alone.
            if (IsAlike(text[0]))
                FormatterTests.Check(With(string.Concat(Places), text));
            else
                Array.ForEach(Places, place => FormatterTests.Check(With(place, text)));
        }
    }

    [Fact]
    public void 平面以外的字符和连在一起的换行排版也不改变词() =>
        Assert.All(Beyond, static text => Array.ForEach(Places, place => FormatterTests.Check(With(place, text))));

    [Theory]
    [InlineData('\u000B')]
    [InlineData('\u000C')]
    [InlineData('\u001C')]
    [InlineData('\u001E')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void 不是换行的字符在注释里_排版后还在注释里(char character)
    {
        var text = $"// {new string('说', 200)}\n条款 1 甲\n  // 注{character}奖补 = 0元\n  奖补 = 1万元 // 又{character}奖补 = 2元\n";
        var formatted = Formatter.Format(SyntaxTree.Parse(new SourceText("t.policy", text)));
        Assert.Equal(text.Replace("元 // 又", "元  // 又", StringComparison.Ordinal), formatted);
    }

    [Fact]
    public void 行号与词法分析对换行的看法一致()
    {
        // A token that the lexer puts on a line of its own stands on a later line of the text, and no other does.
        foreach (var text in Texts(0, 0x10000))
        {
            var tree = SyntaxTree.Parse(new SourceText("t.policy", $"条款 1 甲\n  奖补 = 1万元 +{text}2万元"));
            var tokens = tree.Root.Tokens.Where(static token => !token.IsMissing && token.Text.Length > 0).ToList();
            for (var i = 1; i < tokens.Count; i++)
                Assert.Equal(tokens[i].StartsLine,
                    tree.Source.PositionOf(tokens[i].Span.Start).Line > tree.Source.PositionOf(tokens[i - 1].Span.End).Line);
        }
    }

    /// <summary>
    /// Every character of a range: one by one, but for those that the language has no use for and that are like any other of their
    /// kind. Of these a few at a time are one text.
    /// </summary>
    private static IEnumerable<string> Texts(int from, int to)
    {
        var run = "";
        for (var unit = from; unit < to; unit++)
        {
            var character = (char)unit;
            if (!IsAlike(character) || char.IsSurrogate(character) || OwnCharacters.Contains(character)
                || WidthFolding.Fold(character) != character)
            {
                yield return character.ToString();
                continue;
            }
            run += character;
            if (run.Length < AtATime && unit + 1 < to)
                continue;
            yield return run;
            run = "";
        }
        if (run.Length > 0)
            yield return run;
    }

    private static bool IsAlike(char character) =>
        char.IsLetter(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherSymbol
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private static string With(string place, string text) => place.Replace("{0}", text, StringComparison.Ordinal);
}
