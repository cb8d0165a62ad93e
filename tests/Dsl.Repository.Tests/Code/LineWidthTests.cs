// Lines of code fit the width of a window: 140 columns, of which a Chinese character takes two.
// Texts over several lines (raw literals: tables of data, SQL, documents) are as wide as what they say.
using Dsl.Values.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class LineWidthTests
{
    private const int MostColumns = 140;
    private const int LongText = 90;

    [Fact]
    public void 源文件的行不超过一百四十列()
    {
        var wide =
            from file in RepositoryFiles.Sources.AsParallel().AsOrdered()
            from line in WideLines(file.Text)
            select $"{file.Path}:{line.Number} {line.Columns}";
        if (string.Join('\n', wide) is { Length: > 0 } found)
            Assert.Fail(found);
    }

    [Theory]
    [InlineData('x', 140, false)]
    [InlineData('x', 141, true)]
    [InlineData('汉', 70, false)]
    [InlineData('汉', 71, true)]
    [InlineData('，', 71, true)]
    public void 中文字符算两列(char character, int count, bool isWide) =>
        Assert.Equal(isWide, WideLines($"//\n{new string('/', 2)}{new string(character, count)[2..]}{Rest(character)}\n").Any());

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    public void 多行文字里的行不算(string mark) =>
        Assert.Empty(WideLines($"class A {{ string B = {mark}\"\"\"\n    {new string('汉', 80)}\n    \"\"\"; }}\n"));

    // Two marks of a comment stand for two characters: what a wide one takes more is written out.
    private static string Rest(char character) => new('x', (DisplayWidth.Of($"{character}") - 1) * 2);

    /// <summary>
    /// Lines that are too wide, but for those that begin within a text over several lines: what it says is as wide as it is.
    /// </summary>
    private static IEnumerable<(int Number, int Columns)> WideLines(string text)
    {
        var wide = text.ReplaceLineEndings("\n").Split('\n').Index()
            .Select(static line => (Number: line.Index + 1, Columns: DisplayWidth.Of(line.Item)))
            .Where(static line => line.Columns > MostColumns).ToList();
        if (wide.Count == 0)
            return [];
        var root = CodeRules.Parse(text);
        var lines = root.SyntaxTree.GetText().Lines;
        return wide.Where(line => !BeginsInText(root.FindToken(lines[line.Number - 1].Start), lines[line.Number - 1].Start)
            && !HoldsLongText(root, lines[line.Number - 1].Span));
    }

    // A regular expression, a script or a document of JSON that is one text as it stands (@"…" or three quotes) is not cut.
    private static bool HoldsLongText(SyntaxNode root, TextSpan line) =>
        root.DescendantNodes(line).Any(node => line.Contains(node.Span) && DisplayWidth.Of(node.ToString()) > LongText && IsWhole(node));

    private static bool IsWhole(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.Text is ['@', ..] or ['"', '"', '"', ..],
        InterpolatedStringExpressionSyntax text => text.StringStartToken.Text.Contains('@', StringComparison.Ordinal),
        _ => false,
    };

    private static bool BeginsInText(SyntaxToken token, int start) =>
        token.SpanStart < start && token.Span.End > start
        || token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().Any(text =>
            text.SpanStart < start && text.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken)) == true;
}
