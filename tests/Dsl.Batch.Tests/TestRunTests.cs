// `policy test`: examples and invariants from .policy texts, reported as text, JSON and JUnit.
using System.Text.Json;
using System.Xml.Linq;
using Dsl.Compiler;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Dsl.Verification.Examples;
using Xunit;

namespace Dsl.Batch.Tests;

public class TestRunTests
{
    private const string Schema = "数据 企业\n  主键 代码 : 文本\n  投资额 : 金额\n  企业类型 : [大型, 小型]\n";
    private const string Policy = """
        政策 办法
          文号 甲〔2021〕1号
          发文机关 甲
          成文日期 2021-01-01
          施行日期 2021-01-01
          级次 区级
          使用 schema/企业.policy

        条款 1 补贴
          牵头 区科技局
          频次 每年
          条件 企业类型 = 小型
          奖补 = min(投资额 * 10%, 100万元)

        算例 条款 1 按比例
          已知 投资额 = 200万元; 企业类型 = 小型
          应得 20万元

        算例 条款 1 写错的
          已知 投资额 = 200万元; 企业类型 = 小型
          应得 30万元

        恒有 条款 1 奖补 <= 100万元

        恒有 条款 1 奖补 <= 50万元

        """;

    private static readonly TestReport Report = TestRun.Run(Program(Policy), new TestOptions(200), CancellationToken.None);

    [Fact]
    public void 通过与不通过()
    {
        Assert.Equal([true, false], Report.Examples.Select(static example => example.Passed));
        Assert.Equal([true, false], Report.Invariants.Select(static invariant => invariant.Passed));
        Assert.True(Report.Invariants[0].Checked > 50);
        Assert.Equal(2, Report.FailureCount);
        Assert.NotNull(Report.Invariants[1].Failures[0].Facts);
    }

    [Fact]
    public void 文字结果() => Verify("算例.verified.txt", TestReportText.Write(Report));

    [Fact]
    public void 覆盖() => Verify("覆盖.verified.txt", TestReportText.WriteCoverage(Report.Coverage));

    [Fact]
    public void 列举带等字的条件没有不成立只有待认定()
    {
        const string Clauses = """
            条款 2 列举
              频次 每年
              条件 企业类型 属于 [大型, 等]
              条件 非 企业类型 属于 [小型, 等]
              条件 企业类型 属于 [大型, 等] 且 投资额 超过 1元
              奖补 = 1元

            算例 条款 2 列举之内
              已知 投资额 = 2元; 企业类型 = 大型
              应得 待核定 0元..1元

            """;
        var report = TestRun.Run(Program(Policy + Clauses), new TestOptions(0), CancellationToken.None).Coverage;
        Assert.Equal(
            [
                "企业类型 属于 [大型, 等] 成立 True", "企业类型 属于 [大型, 等] 待认定 False",
                "非 企业类型 属于 [小型, 等] 待认定 True", "非 企业类型 属于 [小型, 等] 不成立 False",
                "企业类型 属于 [大型, 等] 且 投资额 超过 1元 成立 True", "企业类型 属于 [大型, 等] 且 投资额 超过 1元 不成立 False",
            ],
            report.Items.Where(static item => item is { Kind: CoverageKind.Condition, LegalBasis.Number: "2" })
                .Select(static item => $"{item.Text} {item.IsReached}"));
    }

    [Fact]
    public void JUnit与JSON()
    {
        var suite = Assert.Single(XDocument.Parse(TestReportJUnit.Write(Report)).Root?.Elements("testsuite") ?? []);
        Assert.Equal(("4", "2"), (suite.Attribute("tests")?.Value, suite.Attribute("failures")?.Value));
        Assert.Equal(2, suite.Descendants("failure").Count());
        using var json = JsonDocument.Parse(TestReportJson.Write(Report));
        Assert.Equal(2, json.RootElement.GetProperty("不通过").GetInt32());
        Assert.Equal("符合 20万元", json.RootElement.GetProperty("算例")[1].GetProperty("算得").GetString());
    }

    [Fact]
    public void 目标和各部分也要覆盖()
    {
        const string Targets = """
            目标 1 两类企业
              期限 2021年度
              指标 = 计数(企业)
              值 达到 10家
              其中 企业类型 = 大型 : 超过 4家
              其中 企业类型 = 小型 : 超过 5家

            算例 目标 1 恰好
              已知 企业 4家: 企业类型 = 大型
              已知 企业 6家: 企业类型 = 小型
              应得 达成 10家
              其中 企业类型 = 大型 : 进行中 4家

            算例 目标 1 不足
              测算日 2022-01-01
              已知 企业 9家: 企业类型 = 大型
              应得 未达成 9家
              其中 企业类型 = 大型 : 达成

            """;
        var report = TestRun.Run(Program(Policy + Targets), new TestOptions(1), CancellationToken.None);
        Verify("目标覆盖.verified.txt", TestReportText.WriteCoverage(report.Coverage));
    }

    private static Dsl.Ir.Nodes.IrProgram Program(string policy)
    {
        var compilation = Compilation.Create([new SourceText("办法.policy", policy), new SourceText("schema/企业.policy", Schema)], []);
        Assert.DoesNotContain(compilation.Diagnostics,
            static diagnostic => diagnostic.Severity == Dsl.Syntax.Diagnostics.Severity.Error && diagnostic.Code != "DSL3001");
        return compilation.Program;
    }

    private static void Verify(string name, string text) =>
        Snapshot.Verify(RepositoryRoot.Combine("tests", "Dsl.Batch.Tests", "cases", name), text);
}
