// 令 of the head, joined rows, months and years of dates, names that are words of lines elsewhere.
using Dsl.Compiler.Tests.Support;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class SmallFormTests
{
    private const string Head = """
        // file: schema/企业.policy
        数据 企业
          主键 统一社会信用代码 : 文本
          规模     : [大型, 小型]
          期限     : 年
          地区     : 文本
          值       : 金额
          月数     : 月
          年龄     : 岁
          登记日期 : 日期
          费用     : 金额

        数据 人才
          主键 证件号 : 文本
          年薪 : 金额

        明细 项目 属于 企业
          主键 项目号 : 文本
          经费 : 金额

        明细 发票 属于 企业
          主键 发票号 : 文本
          所属项目 : 文本
          票额 : 金额
        // file: main.policy
        政策 测试政策
          文号     测〔2024〕1号
          施行日期 2024-01-01
          级次     区级
          对象     企业

        """;

    [Theory]
    [InlineData("""
          令 基数 = max(费用 - 100万元, 0元)
          令 翻倍 = 基数 * 2

        条款 1 甲
          奖补 = 翻倍 * 3%

        条款 2 乙
          每个 项目
          奖补 = min(经费, 基数)
          单位上限 基数
        """)]
    [InlineData("""
          令 上一年 = 年度 - 1年

        条款 1 甲
          对象 人才
          条件 所在年度(测算日) = 上一年
          奖补 = 年薪 * 3%
        """)]
    [InlineData("""
        条款 1 甲
          每个 项目
          令 票据 = 合计(发票, 票额, 发票.所属项目 = 项目.项目号)
          条件 存在(发票, 所属项目 = 项目.项目号 且 票额 超过 项目.经费)
          奖补 = min(票据, 经费)
        """)]
    [InlineData("""
        范围
          规模 = 大型
          期限 3年以上
          地区 属于 ["甲区"]
          值 超过 100万元
          月数 不低于 3个月

        条款 1 甲
          条件 规模 = 大型 且 期限 3年以上 且 地区 = "甲区" 且 年龄 18岁以上
          条件 月份(登记日期) = 6 且 登记日期 = 年度 且 登记日期 <= 年末 且 登记日期 >= 年初(年度 - 1年)
          令 规模额 = 值 * 2
          奖补 = 规模额 * 月数 / 12个月
          取整 四舍六入五成双 到 十元
        """)]
    public void 说得通的(string text) => Assert.Equal("", Findings(text));

    [Theory]
    [InlineData("""
          令 基数 = 费用 * 2

        条款 1 甲
          对象 人才
          奖补 = 基数
        """, "DSL2180 政策开头的 令「基数」说的是 企业，本条的对象是 人才。")]
    [InlineData("""
          令 基数 = 费用 + 期限

        条款 1 甲
          奖补 = 基数

        条款 2 乙
          奖补 = 基数
        """, "DSL2101 「费用」的单位是 元，「期限」的单位是 年，不能相加。")]
    [InlineData("""
          令 经费 = 费用 * 2

        条款 1 甲
          奖补 = 经费
        """, "DSL2007")]
    [InlineData("""
          令 基数 = 费用 * 2

        条款 1 甲
          令 基数 = 费用 * 3
          奖补 = 基数
        """, "DSL2007")]
    [InlineData("""
        条款 1 甲
          每个 项目
          奖补 = 合计(发票, 票额, 所属项目 = 项目号)
        """, "DSL2010 汇总 发票 的括号里，「项目号」是外面 项目 那一行的，要写全。")]
    [InlineData("""
        条款 1 甲
          每个 项目
          令 票据 = 合计(发票, 票额, 所属项目 = 项目.项目号)
          奖补 = 票据
          单位上限 票据
        """, "DSL2")]
    public void 说不通的(string text, string expected) => Assert.StartsWith(expected, Findings(text), StringComparison.Ordinal);

    [Fact] public void 引号不能代替年度() => Check("条件 ⟦登记日期 = 1元⟧\n奖补 = 10万元", "DSL2102");

    private static string Findings(string text) => string.Join('\n', Prelude.Compile(Head + text).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)
        .Select(static finding => $"{finding.Code} {finding.Message}"));
}
