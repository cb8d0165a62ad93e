// The period of 频次 自 X: how it is written, 第几年 and 当年月数, what is wrong with them.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class WindowTests
{
    private const string Head = """
        // file: schema/企业.policy
        数据 企业
          主键 统一社会信用代码 : 文本
          入驻日期 : 日期
          首年     : 年度
          租金     : 元/月

        明细 场地 属于 企业
          主键 场地号 : 文本
          起租日期 : 日期
          月租     : 元/月
        // file: main.policy
        政策 测试政策
          文号     测〔2024〕1号
          施行日期 2024-01-01
          级次     区级
          对象     企业

        条款 1 甲

        """;

    [Theory]
    [InlineData("  频次 每年 自 入驻日期 次月起 连续 36个月\n  奖补 = 租金 * 当年月数")]
    [InlineData("  频次 每年 自 入驻日期 当月起 连续 3年\n  奖补 = min(租金 * 当年月数, 5万元)")]
    [InlineData("  频次 每年 自 入驻日期 第6年起 连续 5年\n  奖补 = 若 第几年 = 6年 则 3万元 否则 2万元")]
    [InlineData("  频次 每年 自 入驻日期 第 6年起 连续 5年\n  奖补 = 3万元")]
    [InlineData("  频次 每年 自 首年 第６年起\n  奖补 = 若 第几年 10年以上 则 3万元 否则 2万元")]
    [InlineData(
        "  频次 每年 自 首年 当年起 连续 3年\n  条件 第几年 2年以上"
        + "\n  令 基数 = 1万元 * (第几年 / 1年)\n  奖补 = 基数\n  单位上限 基数 * 2")]
    // Every year of the period has a row, so that the table has no gap.
    [InlineData("  频次 每年 自 首年 当年起 连续 3年\n  奖补 =\n    | 第几年 | 奖 |\n    | 1年 | 3万元 |\n    | 2年..3年 | 2万元 |")]
    [InlineData("  频次 每年 自 入驻日期 次年起 连续 2年\n  奖补 =\n    | 第几年 | 奖 |\n    | 1年 | 3万元 |\n    | 2年 | 2万元 |")]
    [InlineData("  频次 每年 自 首年 第3年起 连续 2年\n  奖补 =\n    | 第几年 | 奖 |\n    | 3年 | 3万元 |\n    | 4年 | 2万元 |")]
    [InlineData("  每个 场地\n  频次 每年 自 起租日期 次月起 连续 12个月\n  奖补 = 月租 * 当年月数")]
    [InlineData("  每个 场地\n  频次 每次 累计 最多 3次\n  奖补 = 1万元")]
    // A name of the clause's own comes first.
    [InlineData("  令 第几年 = 年度 - 首年 + 1年\n  频次 每年 最多 3年\n  奖补 = 1万元/年 * 第几年")]
    [InlineData("  频次 每年 自 首年 当年起 连续 3年\n  奖补 = 1万元\n恒有 条款 1 奖补 <= 1万元/年 * 第几年")]
    public void 说得通的(string lines) => Assert.Equal("", Findings(lines));

    [Theory]
    [InlineData("  频次 每年 自 首年 次月起 连续 36个月\n  奖补 = 1万元", "DSL2280 |首年|")]
    [InlineData("  频次 每年\n  奖补 = 若 第几年 = 1年 则 3万元 否则 2万元", "DSL2281 |第几年|")]
    [InlineData("  频次 每年 自 入驻日期 当年起 连续 3年\n  奖补 = 租金 * 当年月数", "DSL2281 |当年月数|")]
    [InlineData("  频次 每年 自 入驻日期 次月起 连续 36个月\n  奖补 = 若 第几年 = 1年 则 3万元 否则 2万元", "DSL2281 |第几年|")]
    [InlineData("  频次 每年 自 入驻日期 + 第几年 当年起 连续 3年\n  奖补 = 1万元", "DSL2282 |第几年|")]
    [InlineData("  令 起 = 入驻日期 + 第几年\n  频次 每年 自 起 当年起 连续 3年\n  奖补 = 1万元", "DSL2014")]
    [InlineData("  频次 每年 自 入驻日期 次年起 连续 36个月\n  奖补 = 1万元", "DSL2216 |36个月|")]
    [InlineData("  频次 每年 自 入驻日期 次月起 连续 90天\n  奖补 = 1万元", "DSL2216 |90天|")]
    [InlineData("  频次 每年 自 入驻日期 第0年起 连续 3年\n  奖补 = 1万元", "DSL2216")]
    [InlineData("  每个 场地\n  频次 每次 最多 3次\n  奖补 = 1万元", "DSL2216")]
    [InlineData("  每个 场地\n  频次 每次 累计 最多 3年\n  奖补 = 1万元", "DSL2216 |3年|")]
    [InlineData("  每个 场地\n  频次 每次 累计 3次\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每次 累计 最多 3次\n  奖补 = 1万元", "DSL2216")]
    [InlineData("  频次 一次性 累计 最多 3次\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每年 自 入驻日期 次月起\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每年 自 入驻日期 第6年起 以后\n  奖补 = 1万元", "DSL")]
    [InlineData("  每个 场地\n  频次 每年 自 起租日期 次月起 连续 12个月\n  奖补 = 月租 * 当年月数\n  单位上限 租金 * 当年月数", "DSL2")]
    [InlineData("  频次 每年 自 首年 当年起 连续 3年\n  奖补 =\n    | 第几年 | 奖 |\n    | 1年 | 3万元 |\n    | 2年 | 2万元 |", "DSL3")]
    public void 说不通的(string lines, string expected) => Assert.StartsWith(expected, Findings(lines), StringComparison.Ordinal);

    // Findings of form and meaning, and those on tables.
    private static string Findings(string lines) => string.Join('\n', Prelude.Compile(Head + lines).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0 || finding.Code is "DSL3006" or "DSL3007")
        .Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}|"));
}
