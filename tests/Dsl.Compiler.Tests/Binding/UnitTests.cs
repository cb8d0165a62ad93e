// Units: what goes with what, and what is said where it does not.
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class UnitTests
{
    [Fact]
    public void 元不能加人() =>
        Check("奖补 = min(⟦研发费用 + 研发人员数⟧, 100万元)", "DSL2101 「研发费用」的单位是 元，「研发人员数」的单位是 人，不能相加");
    [Fact] public void 人不能和元比() => Check("条件 ⟦研发人员数 超过 50万元⟧\n奖补 = 10万元", "DSL2102");
    [Fact] public void 不同的计数单位不能比() => Check("条件 ⟦研发人员数 达到 50家⟧\n奖补 = 10万元", "DSL2102");
    [Fact] public void 百分数漏写百分号() => Check("条件 研发人员数 / 职工总数 超过 ⟦30⟧\n奖补 = 10万元", "DSL2104");
    [Fact]
    public void 百分号的修正() => Assert.Equal("条件 研发占比 超过 30%\n奖补 = 10万元", Fixed("条件 研发占比 超过 30\n奖补 = 10万元"));
    [Fact] public void 比率可以写小数() => Check("条件 研发占比 超过 0.3\n奖补 = 10万元");
    [Fact] public void 金额漏写单位() => Check("奖补 = min(研发费用 * 3%, ⟦100⟧)", "DSL2105 「100」在这里是金额");
    [Fact] public void 带万的金额不必写元() => Check("奖补 = min(研发费用 * 3%, 100万)");
    [Fact] public void 金额补单位的修正() => Assert.Equal("奖补 = 100元", Fixed("奖补 = 100"));
    [Fact] public void 零不必写单位() => Check("奖补 = 若 依法纳税 则 10万元 否则 0");
    [Fact] public void 条件要是真假() => Check("条件 ⟦研发费用⟧\n奖补 = 10万元", "DSL2106");
    [Fact] public void 奖补要是金额() => Check("奖补 = ⟦研发占比⟧", "DSL2107 奖补应当是金额，「研发占比」却是比率");
    [Fact] public void 单价乘数量是金额() => Check("奖补 = 2万元/件 * 计数(专利)");
    [Fact] public void 单价在每个里是一行的金额() => Check("每个 专利\n奖补 = 核定 最高 若 领域 = 区块链 则 10万元/件 否则 2万元/件");
    [Fact] public void 单价不在每个里不是金额() => Check("奖补 = ⟦2万元/件⟧", "DSL2107");
    [Fact] public void 每年的金额() => Check("频次 每年 最多 3年\n奖补 = 核定 最高 100万元/年");
    [Fact] public void 不按年的条款不能写每年的金额() => Check("奖补 = 核定 最高 ⟦100万元/年⟧", "DSL2107");
    [Fact] public void 年和月换算() => Check("条件 工作年限 达到 36个月\n奖补 = 10万元");
    [Fact] public void 年和天不换算() => Check("条件 ⟦工作年限 达到 30天⟧\n奖补 = 10万元", "DSL2102");
    [Fact] public void 年度和年不同() => Check("条件 评定年度 = ⟦2021年⟧\n奖补 = 10万元", "DSL2114");
    [Fact]
    public void 年度的修正() => Assert.Equal("条件 评定年度 = 2021年度\n奖补 = 10万元", Fixed("条件 评定年度 = 2021年\n奖补 = 10万元"));
    [Fact] public void 年度可以写成数() => Check("条件 评定年度 达到 2021\n奖补 = 10万元");
    [Fact] public void 年度之差是年() => Check("条件 年度 - 评定年度 不超过 3年\n奖补 = 10万元");
    [Fact] public void 日期加时间() => Check("条件 登记日期 + 3年 <= 测算日\n奖补 = 10万元");
    [Fact] public void 日期加数要写单位() => Check("条件 登记日期 + ⟦3⟧ <= 测算日\n奖补 = 10万元", "DSL2121");
    [Fact] public void 日期满几年() => Check("条件 登记日期 满 3年 且 工作年限 满 36个月\n奖补 = 10万元");
    [Fact] public void 满要写单位() => Check("条件 登记日期 满 ⟦3⟧\n奖补 = 10万元", "DSL2121");
    [Fact] public void 后缀比较() => Check("条件 研发人员数 50人以上 且 职工总数 达到 100人以上\n奖补 = 10万元");
    [Fact] public void 条件不能加减() => Check("奖补 = ⟦依法纳税⟧ * 10万元", "DSL2103");
    [Fact] public void 两个分支要同样() => Check("奖补 = 若 依法纳税 则 10万元 否则 ⟦研发人员数⟧", "DSL2108");
    [Fact] public void 裸数取另一边的单位() => Check("条件 研发人员数 >= 50 且 1.5万 < 营业收入\n奖补 = 10万元");
    [Fact]
    public void 区间不能当作结果() =>
        Check("奖补 =\n  | 研发人员数 | 奖补 |\n  | - | ⟦1万元..2万元⟧ |", "DSL2123 从多少到多少的一段「1万元..2万元」不能写在这里");
    [Fact] public void 区间前面只能写超过() => Check("奖补 =\n  | 研发人员数 | 奖补 |\n  | 不足 ⟦10人..20人⟧ | 1万元 |", "DSL2123");
    [Fact] public void 出资的一级写错() => Check("资金 ⟦区极⟧\n奖补 = 10万元", "DSL2232 没有「区极」这一级。是不是「区级」？");
    [Fact]
    public void 资金池的一级写错() => Check("资金池 9 基金\n规模 1亿元\n资金 ⟦区极⟧", "DSL2232 没有「区极」这一级。是不是「区级」？");
    [Fact] public void 资金池可以几级() => Check("资金池 9 基金\n规模 1亿元\n资金 市级 区级");
    [Fact] public void 分担的一级写错() => Check("分担 市级:⟦渝中⟧ = 6:4\n奖补 = 10万元", "DSL2232 没有「渝中」这一级。");
    [Fact] public void 一比一配套() => Check("奖补 = 研发费用 * 1:1");
    [Fact] public void 三项的比不是数() => Check("奖补 = 研发费用 * ⟦5:3:2⟧", "DSL2113");
    [Fact] public void 一处错误只报一次() => Check("奖补 = min((⟦研发费用 + 研发人员数⟧) * 3% + 5万元, 100万元)", "DSL2101");
}
