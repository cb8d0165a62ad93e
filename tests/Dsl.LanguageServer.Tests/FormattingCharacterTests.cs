// What the editor is told to change, whole and line by line as it is typed: never a token, whatever characters there are.
using System.Globalization;
using Dsl.LanguageServer.Features.Formatting;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class FormattingCharacterTests
{
    private const string Text =
        "条款 1 甲{0}  // 注{0}奖补 = 0元\n  条件  名{0}称>=5人 且 依法纳税 //{0}乙\n 依据 「按{0}设备」\n  牵头 市局 区局{0}\n" +
        "  令 率 = 按 人数 | 1 | 2% |\n    | 2 | 3% |{0}\n 奖补 = min( 1万元,{0}2万元 )\n\n"
        + "算例 条款 1 例{0}\n 已知 人数=3人; 名称 = \"一{0}二\"\n  应得 1万元 // 完{0}\n";

    [Fact]
    public void 整理整个文件和刚写完的行_词都不变()
    {
        // Letters and what is not assigned are alike: a sample of them.
        for (var unit = 0; unit < 0x10000; unit++)
        {
            if (unit % 211 == 0
                || CharUnicodeInfo.GetUnicodeCategory((char)unit) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark || unit < 0x100
                || unit is >= 0x2000 and < 0x2100 or >= 0x3000 and < 0x3040 or >= 0xFE00)
                Check(Text.Replace("{0}", ((char)unit).ToString(), StringComparison.Ordinal));
        }
        foreach (var more in new[] { "\r\n", "\U000E0100", "\u2028// ", "\f\r", "\U0001F600\uFE0F" })
            Check(Text.Replace("{0}", more, StringComparison.Ordinal));
    }

    [Fact]
    public void 整理几行不丢一样的行()
    {
        foreach (var text in new[]
        {
            "条款 1 甲\n   条件 甲\n  条件 甲\n  条件 乙\n", "条款 1 甲\n条件 甲\n  条件 甲\n   条件 甲\n  奖补 = 1元\n  条件 甲\n"
        })
        {
            var tree = Parse(text);
            for (var line = 0; line < tree.Source.LineCount; line++)
                AssertSame(tree, Apply(text, FormattingEdits.Of(tree, tree.Source.LineSpan(line))));
        }
    }

    private static void Check(string text)
    {
        var tree = Parse(text);
        var whole = Apply(text, FormattingEdits.Of(tree));
        Assert.Equal(Formatter.Format(tree), whole);
        AssertSame(tree, whole);
        for (var line = 0; line < tree.Source.LineCount; line += 3)
            AssertSame(tree, Apply(text, FormattingEdits.Of(tree, tree.Source.LineSpan(line))));
        for (var line = 0; line + 1 < tree.Source.LineCount; line++)
            AssertSame(tree, Apply(text, FormattingEdits.OfFinishedLine(tree, line, line + 1)));
    }

    private static void AssertSame(SyntaxTree before, string after)
    {
        var (left, right) = (Tokens(before), Tokens(Parse(after)));
        if (!left.SequenceEqual(right))
            Assert.Fail($"{before.Source.Content}\n---\n{after}");
    }

    // Between words of a list a space becomes 、, and both mean the same.
    private static List<string> Tokens(SyntaxTree tree) =>
        [.. tree.Root.Tokens.Where(static token => !token.IsMissing && token.Kind != SyntaxKind.Comma)
            .Select(static token =>
                $"{token.Kind} {(token.Kind == SyntaxKind.LineKeyword ? SyntaxFacts.CanonicalKeyword(token.Value) : token.Value)}")];

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(new SourceText("a.policy", text));

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(static edit => edit.Span.Start))
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        return text;
    }
}
