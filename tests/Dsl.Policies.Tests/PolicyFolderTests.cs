// The policies of the repository: no findings, every 算例 as expected, every 恒有 true on the facts of the examples.
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Policies.Tests;

public sealed class PolicyFolderTests
{
    [Fact]
    public void 没有错误也没有警告和提示()
    {
        var compilation = PolicyFolder.Repository.Compile();
        Assert.Empty(compilation.Diagnostics.Select(Text));
        Assert.NotEmpty(compilation.Program.Policies);
    }

    [Fact]
    public void 算例都如所写()
    {
        var results = new ExampleRunner(PolicyFolder.Repository.Compile().Program).RunAll().ToList();
        Assert.True(results.Count >= 800, $"{results.Count} examples");
        Assert.Empty(results.Where(result => !result.Passed)
            .Select(result =>
                $"{result.Example.Origin.Line} 条款 {result.Example.Number} {result.Example.Title}: {result.Expected} ≠ {result.Got}"));
    }

    [Fact]
    public void 恒有在算例的事实上成立()
    {
        var program = PolicyFolder.Repository.Compile().Program;
        var runner = new ExampleRunner(program);
        var results = program.Policies.SelectMany(runner.CheckInvariants).ToList();
        Assert.NotEmpty(results);
        Assert.Empty(results.Where(result => result.Truth != Truth.Yes)
            .Select(result => $"{result.Invariant.Number} {result.RowKey}: {result.Award}"));
    }

    [Fact]
    public void 每个写明上限数的条款都有恒有()
    {
        foreach (var policy in PolicyFolder.Repository.Compile().Program.Policies)
        {
            var stated = policy.Invariants.Select(invariant => invariant.Number).ToHashSet();
            Assert.Empty(policy.Clauses.Where(clause => HasConstantCeiling(clause) && !stated.Contains(clause.Number))
                .Select(clause => clause.Number));
        }
    }

    [Fact]
    public void 文号和成文日期与原文一致()
    {
        var folder = PolicyFolder.Repository;
        foreach (var (path, text) in folder.Policies.Where(file => file.Value.Contains("\n政策 ", StringComparison.Ordinal)))
        {
            var official = folder.OfficialTexts[$"{Path.GetDirectoryName(path)}/{Metadata(text, "原文")}"];
            Assert.Contains(Metadata(text, "文号"), official, StringComparison.Ordinal);
            Assert.True(CivilDate.TryParse(Metadata(text, "成文日期"), DateForms.Text, out var date));
            Assert.Contains($"{date.Year}年{date.Month}月{date.Day}日", official, StringComparison.Ordinal);
        }
    }

    private static string Metadata(string text, string keyword) =>
        text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).First(words =>
            words is [var first, _, ..] && first == keyword)[1];

    private static bool HasConstantCeiling(IrClause clause) => clause.Award switch
    {
        IrApproval { Ceiling: IrConstant } => true,
        IrFormula { Amount: IrCall { Function.Name: "min" } } => true,
        _ => false,
    };

    private static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Source.Path}:{diagnostic.Source.PositionOf(diagnostic.Span.Start).Line + 1} {diagnostic.Code} {diagnostic.Message}";
}
