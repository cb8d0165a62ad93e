// Gaps and overlaps of decision tables, with the case that shows them.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class TableCheckTests
{
    [Fact]
    public void 完整的表没有发现() => Check("""
        | 研发费用          | 比例 |
        | ..<1000万元       | 10%  |
        | 1000万元..<1亿元  | 20%  |
        | 1亿元以上         | 30%  |
        """);

    [Fact]
    public void 界限上两行都适用() => Check("""
        | 研发费用          | 比例 |
        | 1000万元以下      | 10%  |
        | 1000万元以上      | 20%  |
        """, "DSL3007 第 1 行和第 2 行 研发费用 = 1000万元");

    [Fact]
    public void 界限之间漏了() => Check("""
        | 研发费用          | 比例 |
        | ..1000万元        | 10%  |
        | 2000万元..        | 20%  |
        """, "DSL3006 研发费用 = 1500万元");

    [Fact]
    public void 恰好等于界限漏了() => Check("""
        | 研发费用          | 比例 |
        | 低于 1000万元     | 10%  |
        | 超过 1000万元     | 20%  |
        """, "DSL3006 研发费用 = 1000万元");

    [Fact]
    public void 不含下限的区间() => Check("""
        | 研发费用             | 比例 |
        | 1000万元以下         | 10%  |
        | 超过 1000万元..1亿元 | 20%  |
        | > 1亿元              | 30%  |
        """);

    [Fact]
    public void 不含下限的区间漏了下限() => Check("""
        | 研发费用             | 比例 |
        | ..<1000万元          | 10%  |
        | 超过 1000万元..1亿元 | 20%  |
        | > 1亿元              | 30%  |
        """, "DSL3006 研发费用 = 1000万元");

    [Fact]
    public void 最高处漏了() => Check("""
        | 研发费用          | 比例 |
        | 0元..<1000万元    | 10%  |
        | 1000万元..2000万元 | 20%  |
        """, "DSL3006 研发费用 = 4000万元");

    [Fact]
    public void 人数之间没有小数() => Check("""
        | 研发人员数 | 比例 |
        | 0人..49人  | 10%  |
        | 50人..     | 20%  |
        """);

    [Fact]
    public void 比率不过百分之百() => Check("""
        | 占比       | 比例 |
        | ..<30%     | 10%  |
        | 30%..100%  | 20%  |
        """);

    [Fact]
    public void 名录的值漏了() => Check("""
        | 行业                 | 比例 |
        | 文化旅游             | 10%  |
        | 专业服务             | 20%  |
        """, "DSL3006 行业 = 其他");

    [Fact]
    public void 多列的情形() => Check("""
        | 行业                 | 研发费用    | 已认定 | 比例 |
        | 文化旅游             | ..<100万元  | -      | 10%  |
        | 文化旅游             | 100万元..   | 是     | 20%  |
        | [专业服务, 其他]     | -           | -      | 30%  |
        """, "DSL3006 行业 = 文化旅游；研发费用 = 100万元；已认定 = 否");

    [Fact]
    public void 多列的重叠() => Check("""
        | 行业                 | 研发费用    | 比例 |
        | 文化旅游             | ..200万元   | 10%  |
        | -                    | 100万元..   | 20%  |
        | [专业服务, 其他]     | ..<100万元  | 30%  |
        """, "DSL3007 第 1 行和第 2 行 行业 = 文化旅游；研发费用 = 100万元");

    [Fact]
    public void 末行全为任意即其余情形() => Check("""
        | 行业                 | 研发费用    | 比例 |
        | 文化旅游             | ..100万元   | 10%  |
        | 专业服务             | 100万元..   | 20%  |
        | -                    | -           | 5%   |
        """);

    [Fact]
    public void 全为任意而不在末行仍是重叠() => Check("""
        | 行业                 | 比例 |
        | -                    | 5%   |
        | 文化旅游             | 10%  |
        """, "DSL3007 第 1 行和第 2 行 行业 = 文化旅游");

    [Fact]
    public void 日期逐日相接() => Check("""
        | 成立日期                  | 比例 |
        | ..2020-12-31              | 10%  |
        | 2021-01-01..              | 20%  |
        """);

    private static string Clause(string table) => $"条款 1 测试\n  令 比例 =\n{table}\n  奖补 = 实际费用 * 比例";

    private static void Check(string table, params string[] expected)
    {
        var findings = CheckRun.Run(Clause(table), "");
        Assert.Equal(expected, findings.Select(finding => $"{finding.Code} {finding.Message
            .Replace("决策表没有覆盖这种情形：", "").Replace("决策表的第", "第").Replace("都适用于这种情形：", " ").TrimEnd('。')}"));
    }
}
