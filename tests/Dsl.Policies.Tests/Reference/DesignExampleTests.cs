// The example with which the language was designed compiles as it was written, against the official text that it quotes.
using Dsl.Compiler;
using Dsl.Evaluation.Examples;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Policies.Tests.Reference;

public sealed class DesignExampleTests
{
    private const string OfficialText = "sources/渝中府办〔2021〕13号.txt";

    private static readonly Lazy<Compilation> Design = new(Compile);

    [Fact]
    public void 没有错误() =>
        Assert.Empty(Design.Value.Diagnostics.Where(static finding => finding.Severity == Severity.Error)
            .Select(static finding => $"{finding.Code} {finding.Message}"));

    [Fact]
    public void 算例和恒有都成立()
    {
        var runner = new ExampleRunner(Design.Value.Program);
        var policy = Assert.Single(Design.Value.Program.Policies);
        Assert.True(Assert.Single(runner.RunAll()).Passed);
        Assert.Equal(Truth.Yes, Assert.Single(runner.CheckInvariants(policy)).Truth);
    }

    private static Compilation Compile()
    {
        var folder = RepositoryRoot.Combine("tests", "Dsl.Policies.Tests", "Reference", "设计示例");
        var files = Directory.EnumerateFiles(folder, "*.policy", SearchOption.AllDirectories)
            .Select(path => new SourceText(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
        return Compilation.Create(files, [new(OfficialText, File.ReadAllText(RepositoryRoot.Combine("policies", OfficialText)))]);
    }
}
