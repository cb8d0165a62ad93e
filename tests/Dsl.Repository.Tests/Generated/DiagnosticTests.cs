// Diagnostics: a code is declared once, has a page, and the index page lists what is declared.
using System.Text.RegularExpressions;
using Dsl.Compiler;
using Dsl.Testing;
using Xunit;

namespace Dsl.Repository.Tests.Generated;

public partial class DiagnosticTests
{
    private const string Folder = "compiler/docs/diagnostics";

    [Fact]
    public void 诊断码不重复() =>
        Assert.Empty(DeclaredDiagnostics.All
            .Where(static declared => declared.Rule.WordingOf is null)
            .GroupBy(static declared => declared.Rule.Code)
            .Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key}: {string.Join(", ", group.Select(static declared => declared.Declaration))}"));

    [Fact]
    public void 诊断码写法正确() =>
        Assert.Empty(DeclaredDiagnostics.All.Where(static declared => !Code().IsMatch(declared.Rule.Code))
            .Select(static declared => declared.Rule.Code));

    [Fact]
    public void 消息以句号结束() =>
        Assert.Empty(DeclaredDiagnostics.All
            .Where(static declared => declared.Rule.Message.Length == 0
                || declared.Rule.Message.TrimEnd('」', '”', '}') is not [.., '。' or '？' or '：' or >= '0' and <= '9'])
            .Select(static declared => $"{declared.Rule.Code} {declared.Rule.Message}"));

    [Fact]
    public void 每个诊断码都有一页说明()
    {
        var missing = DeclaredDiagnostics.All.Select(static declared => declared.Rule.Code).Distinct().Except(DiagnosticPages.Codes);
        Assert.True(!missing.Any(), $"without a page in {Folder}: {string.Join(", ", missing)}");
    }

    [Fact]
    public void 每页说明都有诊断码()
    {
        var left = DiagnosticPages.Codes.Except(DeclaredDiagnostics.All.Select(static declared => declared.Rule.Code));
        Assert.True(!left.Any(), $"pages of codes that are not declared: {string.Join(", ", left)}");
    }

    [Fact]
    public void 说明页以诊断码和标题开头() =>
        Assert.DoesNotContain(DiagnosticPages.Codes,
            static code => !DiagnosticPages.Title(code).StartsWith(code + " ", StringComparison.Ordinal));

    [Fact]
    public void 目录页与声明一致() => GeneratedFile.Check($"{Folder}/README.md", DiagnosticIndex.Write());

    [GeneratedRegex(@"^DSL[1-6]\d{3}$")]
    private static partial Regex Code();
}
