// Gaps and overlaps of decision tables, with the case that shows them.
using Dsl.Syntax.Diagnostics;
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

    [Theory]
    [InlineData("  条件 行业 = 文化旅游")]
    [InlineData("  条件 行业 属于 [文化旅游] 且 已认定")]
    [InlineData("  排除 行业 属于 [专业服务, 其他]")]
    [InlineData("  排除 行业 = 专业服务 或 行业 = 其他")]
    [InlineData("  条件 行业 不属于 [专业服务, 其他]")]
    [InlineData("  条件 非 (行业 = 专业服务 或 行业 = 其他)")]
    [InlineData("范围\n  行业 = 文化旅游\n")]
    public void 条件排除的情形不是遗漏(string condition)
    {
        const string table = "| 行业     | 比例 |\n| 文化旅游 | 10% |\n";
        Assert.Empty(Run(condition, table));
    }

    [Theory]
    [InlineData("  条件 研发费用 达到 100万元", "")]
    [InlineData("  条件 研发费用 超过 99万元", "研发费用 = 99.5万元")]
    [InlineData("  条件 研发费用 达到 100万元 或 已认定", "研发费用 = 0元")]
    [InlineData("  条件 实际费用 达到 100万元", "研发费用 = 0元")]
    [InlineData("  排除 研发费用 低于 100万元", "")]
    public void 条件之内的仍是遗漏(string condition, string gap)
    {
        const string table = "| 研发费用      | 比例 |\n| 100万元..<1亿元 | 10% |\n| 1亿元以上 | 20% |\n";
        Assert.Equal(gap.Length == 0 ? [] : ["DSL3006 决策表没有覆盖这种情形：" + gap + "。"], Run(condition, table));
    }

    [Fact]
    public void 条件之外的重叠不是重叠() =>
        Assert.Empty(Run("  条件 研发费用 超过 100万元", "| 研发费用 | 比例 |\n| ..100万元 | 5% |\n| 100万元.. | 10% |\n"));

    [Fact]
    public void 令作依据也看条件() =>
        Assert.Empty(Run("  令 人员占比 = 研发人员数 / 职工总数\n  条件 人员占比 达到 30%",
            "| 人员占比 | 比例 |\n| 30%..<50% | 5% |\n| 50%以上 | 10% |\n"));

    [Theory]
    [InlineData("研发人员数 / 职工总数", "研发人员数 / 职工总数 30%以上", "30%..<50%|50%以上", "")]
    [InlineData("研发人员数 / 职工总数", "研发人员数 <= 职工总数", "..<50%|50%..100%", "")]
    [InlineData("研发人员数 / 职工总数 - 1", "研发人员数 > 职工总数", "超过 0%..50%|超过 50%", "")]
    [InlineData("研发人员数 - 职工总数", "研发人员数 >= 职工总数", "0人..9人|10人以上", "")]
    [InlineData("研发人员数 - 职工总数", "研发人员数 <= 职工总数", "0人..9人|10人以上", "DSL3006 甲 = -1人")]
    [InlineData("研发费用 - 实际费用", "非 研发费用 <= 实际费用", "超过 0元..1万元|超过 1万元", "")]
    [InlineData("研发费用 - 实际费用", "研发费用 >= 实际费用", "超过 0元..1万元|超过 1万元", "DSL3006 甲 = 0元")]
    [InlineData("(研发费用 - 实际费用) / 实际费用", "实际费用 < 研发费用", "超过 0%..10%|超过 10%", "")]
    public void 比较两项事实的条件(string value, string condition, string cells, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], Short($"  令 甲 = {value}\n  条件 {condition}\n", "甲", cells));

    [Fact]
    public void 条件自相矛盾的表不查() =>
        Assert.StartsWith("DSL3024 ", Assert.Single(Run("  条件 行业 = 文化旅游 且 行业 = 专业服务", "| 行业 | 比例 |\n| 其他 | 10% |\n")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("研发人员数 / 12", "20人及以下|21人..50人|51人以上", "DSL3006 甲 = 20.5人")]
    [InlineData("研发人员数 * 30%", "..20人|21人..", "DSL3006 甲 = 20.4人")]
    [InlineData("研发人员数 + 职工总数", "..20人|21人..50人|51人以上", "")]
    [InlineData("max(研发人员数 - 5人, 0人)", "0人|1人..9人|10人以上", "")]
    [InlineData("研发人员数 - 5人", "0人|1人..9人|10人以上", "DSL3006 甲 = -5人")]
    [InlineData("研发人员数 - 职工总数", "0人|1人..9人|10人以上", "DSL3006 甲 = -1人")]
    [InlineData("min(研发人员数, 9人)", "0人..5人|6人..9人", "")]
    [InlineData("min(研发人员数, 9人)", "0人..5人|6人..8人", "DSL3006 甲 = 9人")]
    [InlineData("向下取整(研发人员数 / 12)", "..20人|21人..", "")]
    [InlineData("研发人员数 / 12 + 0人", "..20人|超过 20人", "")]
    [InlineData("向下取整(研发费用, 1万元)", "..1万元|2万元..5万元|6万元..", "")]
    [InlineData("向上取整(研发费用, 1万元)", "..1万元|2万元..5万元|7万元..", "DSL3006 甲 = 6万元")]
    [InlineData("向下取整(研发费用 / 1万元)", "..100%|200%..500%|600%..", "")]
    [InlineData("向下取整(研发费用 / 职工总数, 100元/人)", "..100元/人|200元/人..", "")]
    [InlineData("四舍五入(研发费用, -4)", "..1万元|2万元..", "")]
    [InlineData("四舍五入(研发人员数 / 职工总数, 2)", "..30%|31%..", "")]
    [InlineData("四舍五入(研发人员数 / 职工总数, 3)", "..30%|31%..", "DSL3006 甲 = 30.1%")]
    [InlineData("max(四舍五入(研发费用 - 实际费用, -4), 0元)", "0元|1万元..", "")]
    [InlineData("研发人员数 * 2", "0人|2人..8人|10人..", "")]
    [InlineData("研发人员数 * 2 + 职工总数 * 4", "0人..2人|4人..", "")]
    [InlineData("若 研发费用 超过 实际费用 则 研发费用 - 实际费用 否则 0元", "0元..5元|超过 5元", "")]
    [InlineData("若 研发人员数 超过 职工总数 则 研发人员数 - 职工总数 否则 0人", "0人..5人|6人..", "")]
    [InlineData("若 研发人员数 超过 职工总数 则 研发人员数 - 职工总数 否则 1人", "1人..5人|6人..", "")]
    [InlineData("若 研发费用 不超过 实际费用 则 0元 否则 研发费用 - 实际费用", "0元..5元|超过 5元", "")]
    [InlineData("max(研发费用, 1元) - 实际费用", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("研发费用 - max(研发费用, 实际费用)", "..5元|超过 5元", "")]
    [InlineData("实际费用 - min(研发费用, 5元)", "0元..5元|超过 5元", "DSL3006 甲 = -5元")]
    [InlineData("研发费用 - 实际费用 * 占比", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("研发费用 - 研发费用 * 120%", "0元..5元|超过 5元", "DSL3006 甲 = -0.2元")]
    [InlineData("合计(科技项目, 经费, 经费 超过 9元) - 合计(科技项目, 经费, 经费 超过 5元)", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("向上取整(研发费用, 1万元) - 研发费用", "0元..5元|超过 5元", "")]
    [InlineData("向下取整(研发费用, 1万元) - 研发费用", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("若 研发费用 低于 实际费用 则 研发费用 - 实际费用 否则 0元", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("若 研发人员数 达到 5人 则 研发人员数 - 5人 否则 0人", "0人..5人|6人..", "")]
    [InlineData("若 已认定 且 研发费用 超过 实际费用 则 研发费用 - 实际费用 否则 0元", "0元..5元|超过 5元", "")]
    [InlineData("若 已认定 或 研发费用 超过 实际费用 则 研发费用 - 实际费用 否则 0元", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("若 实际费用 超过 0元 则 (研发费用 - 实际费用) / 实际费用 否则 0", "-100%..5%|超过 5%", "")]
    [InlineData("若 研发费用 达到 实际费用 则 若 已认定 则 研发费用 - 实际费用 否则 0元 否则 0元", "0元..5元|超过 5元", "")]
    [InlineData("max(研发费用, 实际费用) - 实际费用", "0元..5元|超过 5元", "")]
    [InlineData("研发费用 - min(研发费用, 实际费用)", "0元..5元|超过 5元", "")]
    [InlineData("max(研发费用, 实际费用) - min(研发费用, 实际费用)", "0元..5元|超过 5元", "")]
    [InlineData("合计(科技项目, 经费) - 合计(科技项目, 经费, 经费 超过 5元)", "0元..5元|超过 5元", "")]
    [InlineData("计数(科技项目) - 计数(科技项目, 经费 超过 5元)", "0..5|6..", "")]
    [InlineData("合计(科技项目, 经费 - 5元, 经费 超过 5元)", "0元..5元|超过 5元", "")]
    [InlineData("合计(科技项目, 经费 - 5元)", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("计数(科技项目, 经费 超过 5元) / 计数(科技项目)", "0%..50%|超过 50%..100%", "")]
    [InlineData("合计(科技项目, 经费, 经费 超过 5元) / 合计(科技项目, 经费)", "0%..50%|超过 50%..100%", "")]
    [InlineData("月数(成立日期, 测算日)", "不足 1个月|1个月..12个月|13个月以上", "")]
    [InlineData("研发费用 * 研发费用 / 实际费用", "0元..5元|超过 5元", "")]
    [InlineData("研发费用 - 研发费用 * 30%", "0元..5元|超过 5元", "")]
    [InlineData("研发费用 - 研发费用 * 占比", "0元..5元|超过 5元", "")]
    [InlineData("(1 - 占比) * 研发费用", "0元..5元|超过 5元", "")]
    [InlineData("研发人员数 - 向下取整(研发人员数 * 30%)", "0人..5人|6人..", "")]
    [InlineData("若 已认定 则 3人 否则 7人", "3人|7人", "")]
    [InlineData("计数(科技项目)", "0..2|3|4..", "")]
    [InlineData("合计(科技项目, 经费)", "0元..<5元|5元..", "")]
    [InlineData("平均(科技项目, 经费)", "..5元|6元..", "DSL3006 甲 = 5.5元")]
    [InlineData("研发费用 - 实际费用", "0元..5元|超过 5元", "DSL3006 甲 = -1元")]
    [InlineData("研发费用 / 研发人员数", "0元/人..<5元/人|5元/人..", "")]
    [InlineData("研发人员数 / 职工总数", "30%以下|超过 30%", "")]
    [InlineData("年数(成立日期, 测算日)", "不足 1年|1年..2年|3年以上", "")]
    [InlineData("运营年限", "不足 12个月|1年..<36个月|3年以上", "")]
    [InlineData("运营年限", "不足 12个月|超过 1年..<36个月|3年以上", "DSL3006 甲 = 1年")]
    public void 算出来的依据按算式查(string formula, string cells, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], Short($"  令 甲 = {formula}\n", "甲", cells));

    [Theory]
    [InlineData("研发费用", "不足 1万元|1万元..<0.5亿元|0.5亿元以上", "")]
    [InlineData("运营年限", "不足 1年|1年..<3年|3年以上", "")]
    [InlineData("占比", "30%以下|超过 30%..60%|60%以上", "DSL3007 第 2 行和第 3 行 占比 = 60%")]
    [InlineData("占比", "30%及以下|超过 30%", "")]
    [InlineData("研发人员数", "20人及以下|21人..50人|51人以上", "")]
    [InlineData("研发人员数", "不足 20人|20人..50人|超过 50人", "")]
    [InlineData("行业", "文化旅游|[专业服务, 其他]", "")]
    [InlineData("成立日期", "..2020-12-31|2021-01-01..2021-06-30|2021-07-01..", "")]
    [InlineData("研发费用", "不足 实际费用|实际费用..", "")]
    [InlineData("研发费用", "不足 实际费用|超过 实际费用", "DSL3006 研发费用 = 0元；实际费用 = 0元")]
    public void 惯常的写法(string column, string cells, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], Short("", column, cells));

    [Fact]
    public void 作界限的事实也在另一列里() =>
        Assert.Equal(["DSL3007 第 1 行和第 2 行 研发人员数 = 0人；甲 = 2人；职工总数 = 7人"],
            Run("  令 甲 = max(职工总数 - 5人, 0人)",
                "| 研发人员数 | 甲 | 比例 |\n| ..<职工总数 | ..2人 | 1% |\n| ..<职工总数 | 2人.. | 2% |\n| 职工总数.. | - | 3% |\n")
                .Select(static finding => finding.Replace("决策表的第", "第", StringComparison.Ordinal)
                    .Replace("都适用于这种情形：", " ", StringComparison.Ordinal).TrimEnd('。')));

    private static string[] Short(string locals, string column, string cells)
    {
        var rows = string.Concat(cells.Split('|').Select((cell, index) => $"| {cell} | {index + 1}元 |\n"));
        return [.. CheckRun.Run($"条款 1 测试\n{locals}  奖补 =\n| {column} | 补 |\n{rows}", "").Select(Shortened)];
    }

    private static string[] Run(string condition, string table)
    {
        var (before, inside) = condition.StartsWith("范围", StringComparison.Ordinal) ? (condition, "") : ("", condition + "\n");
        var findings = CheckRun.Run($"{before}条款 1 测试\n{inside}  令 比例 =\n{table}  奖补 = 实际费用 * 比例", "");
        return [.. findings.Select(static finding => $"{finding.Code} {finding.Message}")];
    }

    private static string Clause(string table) => $"条款 1 测试\n  令 比例 =\n{table}\n  奖补 = 实际费用 * 比例";

    private static void Check(string table, params string[] expected)
    {
        var findings = CheckRun.Run(Clause(table), "");
        Assert.Equal(expected, findings.Select(Shortened));
    }

    private static string Shortened(Diagnostic finding) => $"{finding.Code} {finding.Message
        .Replace("决策表没有覆盖这种情形：", "").Replace("决策表的第", "第").Replace("都适用于这种情形：", " ").TrimEnd('。')}";
}
