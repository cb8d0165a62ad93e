// Every pair of tokens, with and without a space between them: which pairs need one is a rule, stated here.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Syntax.Tests;

public class TokenPairTests
{
    private const string Before = "条款 1\n条件 (";

    private static readonly (SyntaxKind Kind, string Text)[] Samples =
    [
        (SyntaxKind.Name, "甲"), (SyntaxKind.Name, "5G应用"), (SyntaxKind.Name, "\uD842\uDFB7"), (SyntaxKind.NumberLiteral, "3"),
        (SyntaxKind.NumberLiteral, "30%"), (SyntaxKind.NumberLiteral, "1.5亿元"),
        (SyntaxKind.NumberLiteral, "2万元/件"), (SyntaxKind.RatioLiteral, "6:4"), (SyntaxKind.DateLiteral, "2021-06-21"),
        (SyntaxKind.DateLiteral, "2021年6月21日"),
        (SyntaxKind.YearLiteral, "2021年度"), (SyntaxKind.TextLiteral, "\"甲\""), (SyntaxKind.TextLiteral, "“甲”"),
        (SyntaxKind.Quote, "「甲」"),
        .. SyntaxFacts.ExpressionWords.Select(static word => (word.Value, word.Key)),
        .. Punctuation.All.SelectMany(static symbol => symbol.Others.Prepend(symbol.Canonical).Select(spelling => (symbol.Kind, spelling))),
    ];

    // Spellings that two signs would make together; the last one opens a comment.
    private static readonly string[] Joined =
    [
        .. Punctuation.All.SelectMany(static symbol => symbol.Others.Prepend(symbol.Canonical)), "===", "==", "=>", "=<", "||", "//",
    ];

    [Fact]
    public void 每种符号和词都能单独成为记号()
    {
        foreach (var (kind, text) in Samples)
            Assert.Equal([(kind, text)], Tokens(text, out _));
    }

    [Fact]
    public void 空格隔开的两个记号互不影响()
    {
        foreach (var left in Samples)
        {
            foreach (var right in Samples)
                Assert.Equal([left, right], Tokens(left.Text + " " + right.Text, out _));
        }
    }

    [Fact]
    public void 只有规则所说的两个记号之间必须有空格()
    {
        foreach (var left in Samples)
        {
            foreach (var right in Samples)
            {
                var tokens = Tokens(left.Text + right.Text, out var isClean);
                var stands = isClean && tokens.SequenceEqual([left, right]);
                Assert.True(stands != RequiresSeparator(left, right), $"{left} {right}: {string.Join(' ', tokens)}");
            }
        }
    }

    /// <summary>
    /// A space is needed between two tokens that end and begin with name characters, but for what ends in itself (a date or
    /// ratio before a letter, a year, a date in characters); after a percent sign; and between signs that would join into another.
    /// </summary>
    private static bool RequiresSeparator((SyntaxKind Kind, string Text) left, (SyntaxKind Kind, string Text) right)
    {
        var (endsInName, startsWithName) = (IsNameCharacter(left.Text, left.Text.Length - 1), IsNameCharacter(right.Text, 0));
        var startsWithDigit = char.IsAsciiDigit(right.Text[0]);
        var startsWithLatinOrDigit = startsWithDigit || char.IsAsciiLetter(right.Text[0]);
        return left.Kind switch
        {
            SyntaxKind.YearLiteral => false,
            SyntaxKind.DateLiteral => startsWithDigit && char.IsAsciiDigit(left.Text[^1]),
            SyntaxKind.RatioLiteral => startsWithLatinOrDigit,
            SyntaxKind.NumberLiteral => startsWithName,
            _ when endsInName => startsWithName,
            _ when startsWithName || right.Kind is SyntaxKind.TextLiteral or SyntaxKind.Quote => false,
            _ => Joined.Any(joined => joined.StartsWith(left.Text + right.Text[0], StringComparison.Ordinal)),
        };
    }

    private static bool IsNameCharacter(string text, int position) =>
        CharacterFacts.NameCharacterLength(text, char.IsLowSurrogate(text[position]) ? position - 1 : position) > 0;

    private static List<(SyntaxKind Kind, string Text)> Tokens(string code, out bool isClean)
    {
        var tree = SyntaxTree.Parse(new SourceText("t.policy", Before + code));
        Assert.Equal(Before + code, tree.Root.ToFullString());
        isClean = !tree.Diagnostics.Any(static found => string.CompareOrdinal(found.Code, "DSL1015") < 0);
        return [.. tree.Root.Tokens
            .Where(static token => !token.IsMissing && token.Kind != SyntaxKind.EndOfFile && token.Span.Start >= Before.Length)
            .Select(static token => (token.Kind, token.Text))];
    }
}
