// Prices per several units, currencies, ages and weights: what cancels, what converts, and what is said where an amount does not come out.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class CompoundUnitTests
{
    private const string Files = """
        // file: schema/企业.policy
        数据 企业
          主键 统一社会信用代码 : 文本
          登记日期   : 日期
          研发人员数 : 人
          面积       : 平方米
          工作年限   : 年
          月租金     : 元/平方米/月
          年租金     : 元/平方米·年
          出口额     : 美元
          年岁       : 岁
          重量       : 吨
        // file: main.policy
        政策 测试政策
          文号     测〔2024〕1号
          施行日期 2024-01-01
          级次     区级

        条款 1 测试条款

        """;

    [Theory]
    [InlineData("奖补 = 40元/平方米/月 * 面积 * 6个月")]
    [InlineData("奖补 = 6个月 * 40元/月/平方米 * 面积")]
    [InlineData("奖补 = 40元/平方米·月 * 面积 * 0.5年")]
    [InlineData("奖补 = 480元/平方米/年 * 面积 * 6个月")]
    [InlineData("奖补 = 3元/平方米/人/月 * 研发人员数 * 面积 * 12个月")]
    [InlineData("奖补 = min(月租金 * 30%, 12元/平方米/月) * 面积 * 1年")]
    [InlineData("奖补 = min(月租金, 年租金, 40元/月·平方米) * 面积 * 1年")]
    [InlineData("奖补 = 500元/人/月 * 研发人员数 * 工作年限")]
    [InlineData("奖补 = (500元/人/月 + 1200元/年/人) * 研发人员数 * 6个月")]
    [InlineData("频次 每年\n奖补 = 500元/人/年 * 研发人员数")]
    [InlineData("奖补 = 出口额 * 7.1元/美元")]
    [InlineData("奖补 = 出口额 * 0.02元/美元 + 100元/吨 * 500公斤")]
    [InlineData("奖补 = 出口额 / (0.14美元/元)")]
    [InlineData("奖补 = 2万元/公顷 * 30亩")]
    [InlineData("奖补 = 1万元/艘 * 3艘 + 20元/人次 * 100人次")]
    [InlineData("奖补 = 100元/岁 * 年龄(登记日期)")]
    [InlineData("条件 60岁 - 年龄(登记日期) 5年以上\n奖补 = 10万元")]
    [InlineData("条件 年龄(登记日期, 施行日期) 55周岁及以下 且 年岁 18岁以上\n奖补 = 10万元")]
    [InlineData("条件 登记日期 满 18周岁\n奖补 = 10万元")]
    [InlineData("条件 重量 达到 500公斤 且 月租金 不超过 480元/平方米/年\n奖补 = 10万元")]
    [InlineData("条件 出口额 100万美元以上\n奖补 = 10万元")]
    [InlineData("奖补 =\n  | 年龄(登记日期) | 奖补 |\n  | 18岁以下 | 1万元 |\n  | 19岁..60岁 | 2万元 |\n  | 61岁以上 | 0元 |")]
    public void 说得通的(string lines) => Assert.Equal("", Findings(lines));

    [Theory]
    [InlineData("奖补 = 40元/平方米/月 * 面积", "DSL2107", "这是每个月的金额：乘以月数，如 * 12个月")]
    [InlineData("奖补 = 3元/平方米/人/月", "DSL2107", "单价还要依次乘以以「人」「平方米」「月」为单位的数量")]
    [InlineData("奖补 = 3元/平方米/人/月 * 面积", "DSL2107", "单价还要依次乘以以「人」「月」为单位的数量")]
    [InlineData("频次 每年\n奖补 = 500元/人/月 * 研发人员数", "DSL2107", "乘以月数")]
    [InlineData("奖补 = 出口额 * 5%", "DSL2107", "按外币计算的，乘以汇率：参数 汇率 : 元/美元")]
    [InlineData("奖补 = 出口额 + 100元", "DSL2101", "「出口额」的单位是 美元，「100元」的单位是 元")]
    [InlineData("条件 出口额 超过 100万元\n奖补 = 10万元", "DSL2102", "外币乘以汇率再比：参数 汇率 : 元/美元")]
    [InlineData("条件 出口额 超过 100万欧元\n奖补 = 10万元", "DSL2102", "外币乘以汇率再比")]
    [InlineData("条件 月租金 不超过 60元/平方米\n奖补 = 10万元", "DSL2102", "月租金")]
    [InlineData("条件 重量 超过 10吨 且 面积 超过 10吨\n奖补 = 10万元", "DSL2102", "面积")]
    [InlineData("条件 年龄(工作年限) 55岁以下\n奖补 = 10万元", "DSL2110", "年龄(出生日期, 到)")]
    [InlineData("奖补 = 500元每人每月", "DSL1005", "单价写成 500元/人/月，再依次乘以以 人、月 为单位的事实")]
    [InlineData("奖补 = 10万港币", "DSL1005", "单位写 港元：10万港元")]
    [InlineData("奖补 = 10万英镑", "DSL1005", "外币只有 美元、欧元、港元、日元")]
    public void 说不通的(string lines, string code, string words)
    {
        var found = Findings(lines);
        Assert.Contains(words, found, StringComparison.Ordinal);
        Assert.StartsWith(code, found, StringComparison.Ordinal);
    }

    private static string Findings(string lines) => string.Join('\n', Prelude.Compile(Files + lines).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)
        .Select(static finding => $"{finding.Code} {finding.Message} {finding.Remedy}"));
}
