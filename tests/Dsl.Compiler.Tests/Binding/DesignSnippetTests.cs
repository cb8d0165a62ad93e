// The forms that the design of the language names in passing, each once in a clause of its own: none has a finding.
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class DesignSnippetTests
{
    [Theory]
    [InlineData("100万")]
    [InlineData("1.5亿元")]
    [InlineData("2万元/件 * 计数(专利)")]
    [InlineData("研发费用 * 30%")]
    [InlineData("研发费用 * 3‰")]
    [InlineData("研发费用 * 1:0.5")]
    [InlineData("研发费用 * 4:6")]
    [InlineData("研发费用 * 0.2%")]
    [InlineData("取低（研发费用×３０％，１００万元）")]
    [InlineData("取高(研发费用 － 营业收入, 0元)")]
    [InlineData("最大值(科技项目, 经费) + 最小值(科技项目, 经费) + 平均(科技项目, 经费) + 合计(科技项目, 经费, 项目类别 = 国家项目)")]
    [InlineData("四舍五入(研发费用, 2) + 向上取整(研发费用, 1万元) + 向下取整(研发费用, 1万元)")]
    [InlineData("若 存在(科技项目, 项目类别 = 国家项目) 则 10万元 否则 5万元")]
    [InlineData("若 登记日期 满 3年 则 10万元 否则 0")]
    [InlineData("min(研发费用 * 20%,\n    30万)")]
    [InlineData("研发费用\n    + 营业收入")]
    [InlineData("核定")]
    [InlineData("核定 最高 100万元")]
    [InlineData("核定 最高 min(研发费用 * 3%, 100万元)")]
    [InlineData("核定 最高\n    | 所属行业 | 最高 |\n    | 文化旅游 | 10万元 |\n    | - | 5万元 |")]
    [InlineData("一事一议")]
    public void 奖补的写法(string award) => Check($"奖补 = {award}");

    [Theory]
    [InlineData("研发人员数 / 职工总数 超过 30%")]
    [InlineData("研发人员数 达到 50人以上")]
    [InlineData("研发人员数 50人及以上")]
    [InlineData("研发人员数 1.28万人以内")]
    [InlineData("职工总数 不满 50人 或 职工总数 不足 60 或 职工总数 低于 70")]
    [InlineData("职工总数 不低于 50人 且 职工总数 不少于 60人 且 非 高新技术企业")]
    [InlineData("研发费用 ≥ 1000万元 且 研发费用 ≠ 2000万元 且 营业收入 ≤ 1亿元")]
    [InlineData("研发占比 >= 0.35")]
    [InlineData("登记日期 满 3年")]
    [InlineData("登记日期 + 1个月 <= 2021年6月21日")]
    [InlineData("登记日期 < 2021-06-21")]
    [InlineData("评定年度 = 2021年度")]
    [InlineData("年数(登记日期, 测算日) 超过 3 且 月数(登记日期, 测算日) 超过 36")]
    [InlineData("所属行业 属于 [文化旅游, 专业服务, 等]")]
    [InlineData("所属行业 不属于 [文化旅游]")]
    [InlineData("企业.名称 = “甲”")]
    public void 条件的写法(string condition) => Check($"条件 {condition}\n奖补 = 10万元");

    [Theory]
    [InlineData("频次 一次性")]
    [InlineData("频次 每年")]
    [InlineData("频次 每年 最多 3年")]
    [InlineData("频次 每年 自 登记日期 次年起 连续 4年")]
    [InlineData("频次 每年 自 登记日期 当年起 连续 4年")]
    [InlineData("分担 市级:区级 = 6:4")]
    [InlineData("落实 渝府办发〔2021〕47号 条款 3")]
    [InlineData("范围 不限")]
    [InlineData("形式 授信")]
    [InlineData("另行给予")]
    [InlineData("事项 研发投入")]
    [InlineData("受益人 研发团队")]
    [InlineData("单位上限 1000万元")]
    [InlineData("累计上限 1000万元")]
    [InlineData("取整 向下 到 元")]
    [InlineData("排除 研发费用 低于 10万元")]
    public void 条款的行(string line) => Check($"{line}\n奖补 = 核定 最高 10万元");

    [Theory]
    [InlineData("参数 最高额 : 金额 = 2021-06-21 起 100万元 | 2023-01-01 起 120万元\n条款 1 测试\n  奖补 = 核定 最高 最高额")]
    [InlineData("参数 比例 : 比率 外部\n条款 1 测试\n  奖补 = 研发费用 * 比例")]
    [InlineData("义务 22 印发细则\n  期限 施行日期 + 1个月")]
    [InlineData("目标 1 强度\n  期限 2027年度\n  指标 外部 : 件/元\n  值 17件/亿元")]
    [InlineData(
        "目标 1 高企\n  期限 2027年度\n  指标 = 计数(企业, 高新技术企业)\n  值 超过 1.28万家\n  其中 注册区县 = 渝中区 : 超过 1.28万家")]
    [InlineData("资金池 9 补偿\n  规模 1亿元")]
    [InlineData("程序 21 研究\n  情形 高新技术企业\n  须经 诚信经营\n  适用条款 全部")]
    public void 块的写法(string block) => Check(block);
}
