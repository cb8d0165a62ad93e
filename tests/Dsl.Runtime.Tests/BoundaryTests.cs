// Boundaries of clauses: the cases that are proposed are 算例 that pass, and with them nothing is missing.
using Dsl.Compiler;
using Dsl.Runtime.Testing;
using Dsl.Runtime.Testing.Boundaries;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Runtime.Tests;

public sealed class BoundaryTests
{
    [Fact]
    public void 贴进去的算例都相符而且不再缺()
    {
        var folder = RepositoryRoot.Combine("tests", "Dsl.Cli.Tests", "cases", "界限");
        var (schema, policy) = (File.ReadAllText(Path.Combine(folder, "数据.policy")), File.ReadAllText(Path.Combine(folder, "办法.policy")));
        var before = Find(schema, policy);
        Assert.NotEmpty(before.SelectMany(static boundary => boundary.Missing));
        var proposed = BoundaryReportText.Write(before).Split('\n').Where(static line => line.StartsWith("算例", StringComparison.Ordinal) || (line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains('：', StringComparison.Ordinal)));
        policy += "\n" + string.Join('\n', proposed.Where(static line => !line.Contains("没有算例用到它", StringComparison.Ordinal))) + "\n";
        var compilation = Compile(schema, policy);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error).Select(static finding => finding.Message + finding.Source[finding.Span]));
        var report = TestRun.Run(compilation.Program, new(0), CancellationToken.None);
        Assert.Empty(report.Examples.Where(static example => !example.Passed).Select(static example => $"{example.Example.Title}: {example.Expected} ≠ {example.Got}"));
        Assert.Empty(Find(schema, policy).SelectMany(static boundary => boundary.Missing.Select(missing => $"{boundary.Origin.Text} {missing.Side}")));
    }

    private static List<Boundary> Find(string schema, string policy) => [.. new BoundaryFinder(Compile(schema, policy).Program).All(CancellationToken.None)];

    private static Compilation Compile(string schema, string policy) => Compilation.Create([new SourceText("数据.policy", schema), new SourceText("办法.policy", policy)], []);
}
