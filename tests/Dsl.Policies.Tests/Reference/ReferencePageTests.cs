// Whatever the language reference shows can be typed in as it stands.
using Dsl.Compiler;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Policies.Tests.Reference;

public sealed class ReferencePageTests
{
    public static TheoryData<int> Lines => [.. ReferencePage.Blocks.Select(static block => block.Line)];

    [Fact]
    public void 参考里有例子() => Assert.True(ReferencePage.Blocks.Length >= 15);

    [Theory]
    [MemberData(nameof(Lines))]
    public void 例子没有错误(int line)
    {
        var block = ReferencePage.Blocks.First(candidate => candidate.Line == line);
        var errors = Compilation.Create(block.Files, []).Diagnostics.Where(static finding => finding.Severity == Severity.Error);
        Assert.Empty(errors.Select(static finding => $"{LineOf(finding)}: {finding.Code} {finding.Message}"));
    }

    private static string LineOf(Diagnostic finding) =>
        finding.Source[finding.Source.LineSpan(finding.Source.PositionOf(finding.Span.Start).Line)].Trim();
}
