// Boundaries of clauses: the cases that are proposed are 算例 that pass, and with them nothing is missing.
using Dsl.Compiler;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Dsl.Verification.Boundaries;
using Dsl.Verification.Examples;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class BoundaryTests
{
    [Fact]
    public void 贴进去的算例都相符而且不再缺()
    {
        var folder = RepositoryRoot.Combine("tests", "Dsl.Cli.Tests", "cases", "界限");
        var (schema, policy) =
            (File.ReadAllText(Path.Combine(folder, "数据.policy")), File.ReadAllText(Path.Combine(folder, "办法.policy")));
        var before = Find(schema, policy);
        Assert.NotEmpty(before.SelectMany(static boundary => boundary.Missing));
        var proposed = BoundaryReportText.Write(Compile(schema, policy).Program, before).Split('\n')
            .Where(static line => line.StartsWith("算例", StringComparison.Ordinal)
                || (line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains('：', StringComparison.Ordinal)));
        policy +=
            "\n" + string.Join('\n', proposed.Where(static line => !line.Contains("没有算例用到它", StringComparison.Ordinal))) + "\n";
        var compilation = Compile(schema, policy);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error)
            .Select(static finding => finding.Message + finding.Source[finding.Span]));
        var report = TestRun.Run(compilation.Program, new(0), CancellationToken.None);
        Assert.Empty(report.Examples.Where(static example => !example.Passed)
            .Select(static example => $"{example.Example.Title}: {example.Expected} ≠ {example.Got}"));
        Assert.Empty(Find(schema, policy)
            .SelectMany(static boundary => boundary.Missing.Select(missing => $"{boundary.Origin.Text} {missing.Side}")));
    }

    [Fact]
    public void 外部参数写单位()
    {
        const string Schema = "数据 企业\n  主键 代码 : 文本\n  费用 : 金额\n";
        const string Policy = "政策 办法\n  施行日期 2021-01-01\n  使用 数据.policy\n\n参数 比例 : 比率 外部\n\n参数 起点 : 金额 外部\n\n"
            + "条款 1 补贴\n  频次 每年\n  条件 费用 >= 起点\n  奖补 = min(费用 * 比例, 1万元)\n\n"
            + "算例 条款 1 一成\n  已知 费用 = 5万元\n  已知 参数: 比例 = 10%; 起点 = 3万元\n  应得 5000元\n";
        var text = BoundaryReportText.Write(Compile(Schema, Policy).Program, Find(Schema, Policy));
        Assert.Contains("  已知 参数: 比例 = 10%; 起点 = 3万元\n", text, StringComparison.Ordinal);
    }

    private static List<Boundary> Find(string schema, string policy) =>
        [.. new BoundaryFinder(Compile(schema, policy).Program).All(CancellationToken.None)];

    private static Compilation Compile(string schema, string policy) =>
        Compilation.Create([new SourceText("数据.policy", schema), new SourceText("办法.policy", policy)], []);
}
