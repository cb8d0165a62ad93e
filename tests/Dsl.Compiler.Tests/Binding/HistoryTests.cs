// 已得(条款 n), 已得年数, 已得数量, 频次 累计 最多 … 计 … with 可补月数: how they are written, and what is wrong with them.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class HistoryTests
{
    private const string Head = """
        // file: schema/企业.policy
        数据 企业
          主键 统一社会信用代码 : 文本
          缴费月数 : 月
          缴费年数 : 年
          新招人数 : 人
          投入 : 金额

        数据 人才
          主键 证件号 : 文本
          津贴 : 金额

        明细 场地 属于 企业
          主键 场地号 : 文本
          月数 : 月
          月租 : 元/月
        // file: main.policy
        政策 测试政策
          文号     测〔2024〕1号
          施行日期 2024-01-01
          级次     区级
          对象     企业

        条款 2 乙
          频次 每年
          奖补 = min(投入, 1万元)

        条款 2.10 丙
          频次 每年 累计 最多 36个月 计 缴费月数
          奖补 = 1000元/月 * min(缴费月数, 可补月数)

        条款 （三） 丁
          频次 每年
          奖补 = min(投入, 1万元)

        条款 4 说明
          说明 鼓励

        条款 5 津贴
          对象 人才
          频次 每年
          奖补 = min(津贴, 1万元)

        条款 1 甲

        """;

    [Theory]
    [InlineData("  频次 每年 累计 最多 36个月 计 缴费月数\n  奖补 = 1000元/月 * min(缴费月数, 可补月数)")]
    [InlineData("  频次 每年 累计 最多 3年 计 缴费月数\n  奖补 = 1000元/月 * min(缴费月数, 可补月数)")]
    [InlineData("  频次 每年 累计 最多 ３６个月 计 缴费年数\n  奖补 = 1000元/月 * min(缴费年数, 可补月数)")]
    [InlineData(
        "  频次 每年 累计 最多 100人 计 max(新招人数, 1人)\n  条件 可补数量 超过 5人\n  奖补 = 1000元/人 * min(新招人数, 可补数量)")]
    [InlineData("  每个 场地\n  频次 每年 累计 最多 12个月 计 月数\n  令 月 = min(月数, 可补月数)\n  奖补 = 月租 * 月\n  单位上限 10万元")]
    [InlineData("  频次 每年\n  奖补 = max(投入 - 已得(条款 2), 0元)")]
    [InlineData("  频次 每年\n  奖补 = max(投入 - 已得（条款　２）, 0元)")]
    [InlineData("  频次 每年\n  条件 已得年数(条款 2) 2年以上\n  奖补 = min(投入, 1万元 * (已得数量(条款 2.10) / 1个月))")]
    [InlineData("  频次 每年\n  奖补 = max(投入 - 已得(条款 （三）) - 已得(条款 2), 0元)")]
    // Records only: a clause may ask for its own, and two for one another's.
    [InlineData("  频次 每年\n  令 余 = 50万元 - 已得(条款 1)\n  奖补 = min(投入, max(余, 0元))")]
    [InlineData("  频次 每年 累计 最多 36个月 计 min(缴费月数, 可补月数)\n  奖补 = 1000元/月 * 可补月数")]
    [InlineData("  频次 每年\n  奖补 = min(投入, 1万元)\n恒有 条款 1 奖补 + 已得(条款 1) <= 100万元")]
    // A name of the clause's own comes first.
    [InlineData("  频次 每年\n  令 可补月数 = 3个月\n  奖补 = 1000元/月 * 可补月数")]
    public void 说得通的(string lines) => Assert.Equal("", Findings(lines));

    [Theory]
    [InlineData("  频次 每年\n  奖补 = 已得(2)", "DSL2125 |2|")]
    [InlineData("  频次 每年\n  奖补 = 已得()", "DSL2125 |已得()|")]
    [InlineData("  频次 每年\n  奖补 = 已得(投入)", "DSL2125 |投入|")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款 2, 条款 2)", "DSL")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款2)", "DSL1021 |条款|")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款 2.1)", "DSL2212 |2.1|")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款 20)", "DSL2212 |20|")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款)", "DSL")]
    [InlineData("  频次 每年\n  奖补 = 已得", "DSL")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款 4)", "DSL2126 |4|")]
    [InlineData("  频次 每年\n  奖补 = 已得(条款 5)", "DSL2126 |5|")]
    [InlineData("  频次 每年\n  奖补 = 1元 * (已得数量(条款 2) / 1个月)", "DSL2126 |2|")]
    [InlineData("  频次 每年\n  奖补 = 投入 - 已得年数(条款 2)", "DSL2")]
    [InlineData("  频次 每年\n  奖补 = 1000元/月 * 可补月数", "DSL2127 |可补月数|")]
    [InlineData("  频次 每年 累计 最多 36个月 计 缴费月数\n  奖补 = 1000元/月 * 可补数量", "DSL2127 |可补数量|")]
    [InlineData("  频次 每年 累计 最多 100人 计 新招人数\n  奖补 = 1000元/月 * 可补月数", "DSL2127 |可补月数|")]
    [InlineData("  每个 场地\n  频次 每年 累计 最多 12个月 计 月数\n  奖补 = 月租 * 可补月数\n  单位上限 1元/月 * 可补月数", "DSL2")]
    [InlineData("  频次 每年 累计 最多 36个月\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每年 累计 36个月 计 缴费月数\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每年 最多 36个月 计 缴费月数\n  奖补 = 1万元", "DSL")]
    [InlineData("  频次 每年 累计 最多 0个月 计 缴费月数\n  奖补 = 1万元", "DSL2128 |0个月|")]
    [InlineData("  频次 每年 累计 最多 100万元 计 投入\n  奖补 = 1万元", "DSL2128 |100万元|")]
    [InlineData("  频次 每年 累计 最多 缴费月数 计 缴费月数\n  奖补 = 1万元", "DSL2128 |缴费月数|")]
    [InlineData("  频次 每年 累计 最多 36个月 计 新招人数\n  奖补 = 1万元", "DSL2")]
    [InlineData("  频次 每年 累计 最多 36个月 计 缴费月数 计 缴费月数\n  奖补 = 1000元/月 * 可补月数", "DSL1")]
    [InlineData("  频次 每年 累计 最多 36个月 计 缴费月数 以内\n  奖补 = 1000元/月 * 可补月数", "DSL1")]
    [InlineData("  每个 场地\n  频次 每次 累计 最多 3次 计 月数\n  奖补 = 1万元", "DSL2128")]
    [InlineData("  频次 一次性 累计 最多 36个月 计 缴费月数\n  奖补 = 1万元", "DSL1")]
    [InlineData("  频次 每年 累计 最多 36个月 计 缴费月数\n  奖补 = 1000元/月 * 缴费月数", "DSL3041")]
    [InlineData(
        "  频次 每年\n  奖补 = min(投入, 1万元)"
        + "\n算例 条款 2.10 缺\n  已知 缴费月数 = 6个月\n  兑现 2023年度 1万元\n  应得 6000元", "DSL2129 |1万元|")]
    [InlineData(
        "  频次 每年\n  奖补 = min(投入, 1万元)"
        + "\n算例 条款 2 多\n  已知 投入 = 1万元\n  兑现 2023年度 1万元 数量 3个月\n  应得 1万元", "DSL2129 |数量 3个月|")]
    [InlineData(
        "  频次 每年\n  奖补 = min(投入, 1万元)"
        + "\n算例 条款 2 核\n  已知 投入 = 1万元\n  核定 1万元 数量 3个月\n  应得 1万元", "DSL2129 |数量 3个月|")]
    [InlineData(
        "  频次 每年\n  奖补 = min(投入, 1万元)"
        + "\n算例 条款 2.10 单位\n  已知 缴费月数 = 6个月\n  兑现 2023年度 1万元 数量 3人\n  应得 6000元", "DSL")]
    public void 说不通的(string lines, string expected) => Assert.StartsWith(expected, Findings(lines), StringComparison.Ordinal);

    [Fact]
    public void 范围和目标里没有() => Assert.Equal("DSL2125 |已得(条款 2)|", Findings(
        "  频次 每年\n  奖补 = min(投入, 1万元)\n目标 1 数\n  指标 = 计数(企业, 已得(条款 2) 超过 1万元)\n  值 1家"));

    // Findings of form and meaning, and the one on formulas that do not ask what is left.
    private static string Findings(string lines) => string.Join('\n', Prelude.Compile(Head + lines).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0 || finding.Code is "DSL3041")
        .Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}|"));
}
