// Whatever the language reference shows can be typed in as it stands.
using Dsl.Compiler;
using Dsl.Evaluation.Examples;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Policies.Tests.Reference;

public sealed class ReferencePageTests
{
    public static TheoryData<int> Lines => [.. ReferencePage.Blocks.Select(static block => block.Line)];

    [Fact]
    public void 每个算例都运行到()
    {
        var written = File.ReadLines(ReferencePage.Path).Count(static line => line.StartsWith("算例 ", StringComparison.Ordinal));
        Assert.NotEqual(0, written);
        Assert.Equal(written, ReferencePage.Blocks.Sum(static block => new ExampleRunner(Compile(block.Line).Program).RunAll().Count()));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void 例子没有错误(int line)
    {
        var errors = Compile(line).Diagnostics.Where(static finding => finding.Severity == Severity.Error);
        Assert.Empty(errors.Select(static finding => $"{LineOf(finding)}: {finding.Code} {finding.Message}"));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void 算例和恒有都成立(int line)
    {
        var program = Compile(line).Program;
        var runner = new ExampleRunner(program);
        Assert.Empty(runner.RunAll().Where(static result => !result.Passed)
            .Select(static result => $"{result.Example.Number} {result.Example.Title}: 应得 {result.Expected}，实得 {result.Got}"));
        Assert.Empty(program.Policies.SelectMany(runner.CheckInvariants).Where(static result => result.Truth == Truth.No)
            .Select(static result => $"{result.Invariant.Number}: {result.Award}"));
    }

    private static Compilation Compile(int line) => Compilation.Create(ReferencePage.Blocks.First(block => block.Line == line).Files, []);

    private static string LineOf(Diagnostic finding) =>
        finding.Source[finding.Source.LineSpan(finding.Source.PositionOf(finding.Span.Start).Line)].Trim();
}
