// Figures in Chinese characters, wherever a figure may stand.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class NumeralWordTests
{
    [Theory]
    [InlineData("资金池 9 基金\n规模 ⟦一亿元⟧", "1亿元")]
    [InlineData("频次 每年\n奖补 = min(研发费用 * ⟦百分之三十⟧, 100万元)", "30%")]
    [InlineData("频次 每年\n条件 研发人员数 达到 ⟦五十人⟧\n奖补 = 1万元", "50人")]
    [InlineData("频次 每年 最多 ⟦三年⟧\n奖补 = 1万元", "3年")]
    [InlineData("频次 每年\n奖补 = 1万元\n累计上限 ⟦三万元⟧", "3万元")]
    [InlineData("频次 每年\n奖补 = 核定 最高\n| 研发人员数 | 最高 |\n| 不足 ⟦五十人⟧ | 1万元 |\n| 50人以上 | 2万元 |", "50人")]
    [InlineData("频次 每年\n奖补 = 核定 最高\n| 研发人员数 | 最高 |\n| 不足 50人 | ⟦一万元⟧ |\n| 50人以上 | 2万元 |", "1万元")]
    [InlineData("参数 比例 : 比率 = ⟦百分之三十⟧", "30%")]
    [InlineData("目标 1 家数\n期限 ⟦二〇二五年⟧\n指标 外部 : 家\n值 100家", "2025年度")]
    [InlineData("目标 1 家数\n指标 外部 : 家\n值 达到 ⟦一万家⟧", "1万家")]
    [InlineData("义务 1 印发\n期限 施行日期 + ⟦三个月⟧", "3个月")]
    [InlineData("条款 1 甲\n频次 每年\n奖补 = 1万元\n算例 条款 1 乙\n应得 ⟦一万元⟧", "1万元")]
    [InlineData("条款 1 甲\n频次 每年\n奖补 = 核定 最高 1万元\n算例 条款 1 乙\n核定 ⟦一万元⟧\n应得 1万元", "1万元")]
    [InlineData("条款 1 甲\n频次 每年\n奖补 = 研发费用\n算例 条款 1 乙\n已知 研发费用 = ⟦一万元⟧\n应得 1万元", "1万元")]
    [InlineData("条款 1 甲\n频次 每年\n奖补 = 1万元\n恒有 条款 1 奖补 <= ⟦一万元⟧", "1万元")]
    public void 汉字的数(string marked, string figure)
    {
        DiagnosticCheck.Check(marked,
            $"DSL2018 数要用阿拉伯数字写：「{marked[(marked.IndexOf('⟦') + 1)..marked.IndexOf('⟧')]}」应写「{figure}」。");
        Assert.Equal(marked.Remove(marked.IndexOf('⟦'), marked.IndexOf('⟧') - marked.IndexOf('⟦') + 1).Insert(marked.IndexOf('⟦'), figure),
            DiagnosticCheck.Fixed(marked.Replace("⟦", "").Replace("⟧", "")));
    }

    [Fact]
    public void 与界限词连写的先分开() =>
        DiagnosticCheck.Check("频次 每年\n条件 ⟦研发人员数超过五十人⟧\n奖补 = 1万元",
            "DSL2003 「研发人员数超过五十人」连在一起了，应写「研发人员数 超过 五十人」。");
}
