// Every code of this stage is declared once and has a page; the page's wrong block yields exactly it, the right block nothing.
using System.Reflection;
using System.Text.RegularExpressions;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Testing;
using Xunit;

namespace Dsl.Syntax.Tests;

public partial class DiagnosticPageTests
{
    private static readonly IReadOnlyList<DiagnosticRule> Rules = [.. typeof(SyntaxTree).Assembly.GetTypes()
        .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(static field => field.FieldType == typeof(DiagnosticRule))
        .Select(static field => field.GetValue(null)).OfType<DiagnosticRule>().Where(static rule => rule.WordingOf is null)
        .OrderBy(static rule => rule.Code, StringComparer.Ordinal)];

    public static TheoryData<string> Codes => [.. Rules.Select(static rule => rule.Code)];

    [Fact]
    public void 诊断码各不相同且都属于语法() =>
        Assert.All(Rules.GroupBy(static rule => rule.Code),
            static group => Assert.True(group.Count() == 1 && group.Key.StartsWith("DSL1", StringComparison.Ordinal), group.Key));

    /// <summary>A rule that is no longer found takes its cases with it, and nothing fails: the pages stay.</summary>
    [Fact]
    public void 每一页都有一例() => Assert.Equal(
        Directory.GetFiles(RepositoryRoot.Combine("compiler", "docs", "diagnostics"), "DSL1*.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
        Rules.Select(static rule => rule.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void 错误的写法只报这个码(string code) =>
        Assert.Equal(code == "DSL1014" ? ["DSL1013", code] : [code],
            Found(Block(code, "错误的写法")).Select(static found => found.Code).Distinct());

    [Theory]
    [MemberData(nameof(Codes))]
    public void 正确的写法没有语法错误(string code) =>
        Assert.Empty(Found(Block(code, "正确的写法")).Select(static found => $"{found.Code} {found.Message}"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void 应用第一个修复后这个码消失(string code)
    {
        var text = Whole(Block(code, "错误的写法"));
        var before = SyntaxTree.Parse(new SourceText("main.policy", text)).Diagnostics;
        if (code == "DSL1014" || before[0].Fixes.IsEmpty)
            return; // nothing to apply
        foreach (var edit in before[0].Fixes[0].Edits.OrderByDescending(static edit => edit.Span.Start))
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        Assert.Empty(
            SyntaxTree.Parse(new SourceText("main.policy", text)).Diagnostics.Select(static found => $"{found.Code} {found.Message}"));
    }

    private static IEnumerable<Diagnostic> Found(string snippet) =>
        SyntaxTree.Parse(new SourceText("main.policy", Whole(snippet))).Diagnostics;

    // A snippet that begins with no block stands in a clause; 「// file:」 says that it is a whole file.
    private static string Whole(string snippet)
    {
        if (snippet.StartsWith("// file:", StringComparison.Ordinal))
            return snippet[(snippet.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var first = FirstWord().Match(snippet).Value;
        var keyword = SyntaxFacts.FindLineKeyword(first);
        return keyword is { Opens: not BlockKinds.None } || first == "条款2" ? snippet : "条款 1 测试条款\n" + snippet;
    }

    private static string Block(string code, string heading)
    {
        var path = RepositoryRoot.Combine("compiler", "docs", "diagnostics", code + ".md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.Matches($"^# {code} \\S", page);
        var match = BlockBelow().Matches(page).FirstOrDefault(match => match.Groups[1].Value == heading);
        Assert.NotNull(match);
        // 「……」 stands for text too long to print: a statement beyond every limit.
        return match.Groups[2].Value.Replace("1万元……", "1万元" + string.Concat(Enumerable.Repeat(" + 1元", 200_000)),
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\w+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^## (\S+)\n+```policy\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockBelow();
}
