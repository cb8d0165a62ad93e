// Ordinals, fractions, counted years and choices beside quotations: what is right is not reported, a changed figure is.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class OrdinalFigureTests
{
    private const string Counted = "令 第几年 = 年度 - 所在年度(成立日期) + 1年\n  ";

    [Theory]
    // Years in an order.
    [InlineData("前两年按研发费用的50%、第三年按30%给予补贴",
        Counted + "条件 第几年 1年以上 且 第几年 3年以内\n  奖补 = 研发费用 * 若 第几年 2年以内 则 50% 否则 30%")]
    [InlineData("给予五年奖励，其中前三年给予80%，后两年给予50%",
        Counted + "条件 第几年 1年以上 且 第几年 5年以内\n  奖补 = 研发费用 * 若 第几年 3年以内 则 80% 否则 50%")]
    [InlineData("其中前三年给予80%，后两年给予50%",
        Counted
        + "令 比例 =\n    | 第几年 | 比例 |\n    | 1年..3年 | 80% |\n    | 4年..5年 | 50% |\n    | - | 0% |\n  奖补 = 研发费用 * 比例")]
    [InlineData("第一年补贴100%，第2—3年补贴50%",
        Counted + "令 比例 =\n    | 第几年 | 比例 |\n    | 1年 | 100% |\n    | 2年..3年 | 50% |\n    | - | 0% |\n  奖补 = 研发费用 * 比例")]
    [InlineData("分三年按40%、30%、30%比例拨付",
        Counted + "条件 第几年 1年以上 且 第几年 3年以内\n  奖补 = 研发费用 * 若 第几年 1年以内 则 40% 否则 30%")]
    // Places in an order.
    [InlineData("前三名分别奖励50万元、30万元、20万元",
        "令 名 = 计数(科技项目)\n  奖补 =\n    | 名 | 奖 |\n    | 1 | 50万元 |\n    | 2 | 30万元 |\n    | 3 | 20万元 |\n    | - | 0元 |")]
    // Certain years, ages, one numeral with a counting word.
    [InlineData("同一年度同一企业只享受一次，上一年度已享受的除外，奖励10万元", "奖补 = 10万元")]
    [InlineData("年龄35周岁以下的，奖励10万元", "条件 运营年限 35年以下\n  奖补 = 10万元")]
    [InlineData("研发人员三人以上的，奖励10万元", "条件 研发人员数 3人以上\n  奖补 = 10万元")]
    // Fractions, halves, multiples, folds.
    [InlineData("按研发费用的四分之一给予补助", "奖补 = 研发费用 / 4")]
    [InlineData("按研发费用的四分之一给予补助", "奖补 = 研发费用 * 25%")]
    [InlineData("按研发费用的三分之二给予补助", "奖补 = 研发费用 * 2/3")]
    [InlineData("租金减半收取", "奖补 = 实际费用 * 50%")]
    [InlineData("给予一半的补助", "奖补 = 实际费用 / 2")]
    [InlineData("按8折给予优惠", "奖补 = 实际费用 * 80%")]
    [InlineData("给予两倍的奖励", "奖补 = 实际费用 * 2")]
    [InlineData("保障资金翻倍", "奖补 = 实际费用 * 2")]
    [InlineData("提高5个百分点的", "条件 占比 达到 5%\n  奖补 = 1万元", "DSL3002 |1万元|")]
    [InlineData("给予千分之五、百分之三十的奖励", "奖补 = 实际费用 * 5‰ + 研发费用 * 30%")]
    [InlineData("每人每月500元", "奖补 = 研发人员数 * 500元/人 * 12")]
    // What a choice writes once.
    [InlineData("50人以上的奖励20万元，不足50人的奖励10万元", "奖补 = 若 研发人员数 50人以上 则 20万元 否则 10万元")]
    [InlineData("重点企业补助30%、最高100万元，其他企业补助20%、最高100万元", "奖补 = min(实际费用 * 若 已认定 则 30% 否则 20%, 100万元)")]
    // Boundaries.
    [InlineData("支出超过1亿元、不超过5亿元的奖励100万元，超过5亿元的奖励300万元",
        "奖补 =\n    | 研发费用 | 奖 |\n    | 超过 1亿元..5亿元 | 100万元 |\n    | 超过 5亿元 | 300万元 |\n    | - | 0元 |")]
    [InlineData("费用超过3000万元（含）的，奖励10万元", "条件 研发费用 达到 3000万元\n  奖补 = 10万元")]
    [InlineData("费用超过3万元以上的，奖励10万元", "条件 研发费用 超过 3万元\n  奖补 = 10万元")]
    [InlineData("每户5-10万元标准给予资助", "奖补 = 核定 最高 10万元", "DSL3003 |5|")]
    [InlineData("每户5-10万元标准给予资助", "奖补 = 核定 5万元..10万元")]
    [InlineData("给予不低于10万元的奖励", "奖补 = 核定 最低 10万元")]
    [InlineData("占比达到50BP的，奖励10万元", "条件 占比 达到 0.5%\n  奖补 = 10万元")]
    [InlineData("5年内每年给予4万元", "条件 年度 - 所在年度(成立日期) <= 4年\n  奖补 = 4万元")]
    [InlineData("每增加支出1元，给予0.02元奖励", "奖补 = 研发费用 * 0.02")]
    public void 没有误报(string quote, string lines, string? expected = null)
    {
        var found = Found(quote, lines);
        Assert.Equal(expected ?? "", string.Join('\n', found));
    }

    [Theory]
    [InlineData("前两年按研发费用的50%、第三年按30%给予补贴",
        Counted + "条件 第几年 1年以上 且 第几年 3年以内\n  奖补 = 研发费用 * 若 第几年 1年以内 则 50% 否则 30%", "DSL3002 |1年|")]
    [InlineData("前两年按研发费用的50%、第三年按30%给予补贴",
        Counted + "条件 第几年 1年以上 且 第几年 4年以内\n  奖补 = 研发费用 * 若 第几年 2年以内 则 50% 否则 30%", "DSL3002 |4年|")]
    [InlineData("前三年给予80%，后两年给予50%",
        Counted + "条件 第几年 1年以上 且 第几年 5年以内\n  奖补 = 研发费用 * 若 第几年 2年以内 则 80% 否则 50%", "DSL3003 |三年|")]
    [InlineData("前三年给予80%", "频次 每年 最多 2年\n  奖补 = 研发费用 * 80%", "DSL3002 |2年|")]
    [InlineData("按研发费用的四分之一给予补助", "奖补 = 研发费用 / 5", "DSL3002 |5|")]
    [InlineData("按研发费用的四分之一给予补助", "奖补 = 研发费用", "DSL3003 |四分之一|")]
    [InlineData("租金减半收取", "奖补 = 实际费用", "DSL3003 |减半|")]
    [InlineData("给予两倍的奖励", "奖补 = 实际费用 * 3", "DSL3002 |3|")]
    [InlineData("研发人员三人以上的，奖励10万元", "条件 研发人员数 5人以上\n  奖补 = 10万元", "DSL3002 |5人|")]
    [InlineData("按研发费用的30%给予补助", "奖补 = 研发费用 * 3%", "DSL3004 |3%|")]
    [InlineData("奖励100万元", "奖补 = 10万元", "DSL3002 |10万元|")]
    [InlineData("每个项目最高100万元，每个单位最高100万元", "每个 科技项目\n  奖补 = min(若 已认定 则 经费 否则 0元, 100万元)",
        "DSL3021 |100万元|")]
    [InlineData("新增10亿元（含）以上的，奖励10万元", "条件 研发费用 超过 10亿元\n  奖补 = 10万元", "DSL3005 |超过 10亿元|")]
    [InlineData("前两年按研发费用的50%、第三年按30%给予补贴",
        "频次 每年 最多 2年\n  " + Counted + "奖补 = 研发费用 * 若 第几年 3年以上 则 30% 否则 50%", "DSL3003 |三年|")]
    [InlineData("第一年补贴100%，第2—3年补贴50%",
        Counted + "令 比例 =\n    | 第几年 | 比例 |\n    | 1年 | 100% |\n    | 3年..3年 | 50% |\n    | - | 0% |\n  奖补 = 研发费用 * 比例",
        "DSL3003 |2|")]
    [InlineData("一次性给予20万元奖励", "频次 每年\n  奖补 = 20万元", "DSL3037 |频次 每年|")]
    [InlineData("自成立次年起连续3年每年给予20万元", "频次 每年 自 成立日期 当年起 连续 3年\n  奖补 = 20万元", "DSL3037 |")]
    [InlineData("按研发费用30%补贴，最高100万元", "奖补 = max(研发费用 * 30%, 100万元)", "DSL3038 |100万元|")]
    public void 改错的数查得出(string quote, string lines, string expected) =>
        Assert.Contains(expected, string.Join('\n', Found(quote, lines)), StringComparison.Ordinal);

    private static IEnumerable<string> Found(string quote, string lines) =>
        CheckRun.Run($"条款 1 甲\n  依据 「{quote}」\n  {lines}", quote + "。")
            .Where(static finding => finding.Code is "DSL3002" or "DSL3003" or "DSL3004" or "DSL3005" or "DSL3006" or "DSL3021" or "DSL3029"
                or "DSL3037" or "DSL3038")
            .OrderBy(static finding => finding.Span.Start).Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}|");
}
