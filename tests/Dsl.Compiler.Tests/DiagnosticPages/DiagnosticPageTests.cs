// Every diagnostic has a page; its wrong block yields the code, its right block no error.
using System.Reflection;
using System.Text.RegularExpressions;
using Dsl.Compiler.Tests.Support;
using Dsl.Semantics.Bound;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Testing;
using Xunit;

namespace Dsl.Compiler.Tests.DiagnosticPages;

public partial class DiagnosticPageTests
{
    private static readonly IReadOnlyList<DiagnosticRule> Rules =
        [.. new[] { typeof(SyntaxTree).Assembly, typeof(BoundModel).Assembly, typeof(Compilation).Assembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static declared => declared.FieldType == typeof(DiagnosticRule))
            .Select(static declared => declared.GetValue(null)).OfType<DiagnosticRule>().Where(static rule => rule.WordingOf is null)
            .OrderBy(static rule => rule.Code, StringComparer.Ordinal)];

    public static TheoryData<string> Codes => [.. Rules.Select(static rule => rule.Code)];

    [Fact]
    public void 诊断码各不相同() =>
        Assert.Empty(Rules.GroupBy(static rule => rule.Code).Where(static group => group.Count() > 1).Select(static group => group.Key));

    /// <summary>A room whose rules are no longer found takes its cases with it, and nothing fails: the pages stay.</summary>
    [Fact]
    public void 每一页都有一例() =>
        Assert.Equal(Compiler.DiagnosticPages.Codes.Where(static code => code[3] is '1' or '2' or '3').Order(StringComparer.Ordinal),
            Rules.Select(static rule => rule.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void 每个诊断码都有一页(string code)
    {
        var page = Page(code);
        Assert.Matches($"^# {code} \\S", page);
        Assert.Contains("## 错误的写法", page, StringComparison.Ordinal);
        Assert.Contains("## 正确的写法", page, StringComparison.Ordinal);
        Assert.Contains("## 说明", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void 错误的写法报出这个码(string code)
    {
        var compilation = Prelude.Compile(Block(code, "错误的写法"));
        var found = compilation.Diagnostics.AddRange(compilation.ExampleFindings);
        Assert.True(found.Any(finding => finding.Code == code), Listing(found));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void 正确的写法没有错误(string code)
    {
        var compilation = Prelude.Compile(Block(code, "正确的写法"));
        var found = compilation.Diagnostics.AddRange(compilation.ExampleFindings);
        Assert.True(!found.Any(finding => finding.Severity == Severity.Error || finding.Code == code), Listing(found));
    }

    private static string Page(string code)
    {
        var path = RepositoryRoot.Combine("compiler", "docs", "diagnostics", code + ".md");
        Assert.True(File.Exists(path), $"compiler/docs/diagnostics/{code}.md is missing");
        return File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    internal static string Block(string code, string heading)
    {
        var match = BlockBelow().Matches(Page(code)).FirstOrDefault(match => match.Groups[1].Value == heading);
        Assert.NotNull(match);
        // 「……」 stands for text too long to print: a statement beyond every limit.
        return match.Groups[2].Value.Replace("1万元……", "1万元" + string.Concat(Enumerable.Repeat(" + 1元", 200_000)),
            StringComparison.Ordinal);
    }

    private static string Listing(IEnumerable<Diagnostic> found) =>
        string.Join('\n', found.Select(static finding => $"{finding.Code} {finding.Message}"));

    [GeneratedRegex(@"^## (\S+)\n+```policy\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockBelow();
}
