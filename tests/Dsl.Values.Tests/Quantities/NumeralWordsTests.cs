// Figures in Chinese characters as the language writes them.
using Dsl.Values.Quantities;

namespace Dsl.Values.Tests.Quantities;

public class NumeralWordsTests
{
    [Theory]
    [InlineData("一亿元", "1亿元")]
    [InlineData("三十万元", "30万元")]
    [InlineData("一百万元", "100万元")]
    [InlineData("一千五百万元", "1500万元")]
    [InlineData("一万二千元", "1.2万元")]
    [InlineData("一点五亿元", "1.5亿元")]
    [InlineData("两万亿元", "2万亿元")]
    [InlineData("五百", "500")]
    [InlineData("五十人以上", "50人以上")]
    [InlineData("三年", "3年")]
    [InlineData("十个月", "10个月")]
    [InlineData("三千瓦", "3千瓦")]
    [InlineData("百分之三十", "30%")]
    [InlineData("百分之零点二", "0.2%")]
    [InlineData("千分之二", "2‰")]
    [InlineData("三分之一", "1/3")]
    [InlineData("二〇二五年", "2025年度")]
    [InlineData("二零二五年度", "2025年度")]
    [InlineData("二〇二一年六月二十一日", "2021-06-21")]
    public void 改写成阿拉伯数字(string word, string expected) => Assert.Equal(expected, NumeralWords.Rewrite(word));

    [Theory]
    [InlineData("一般")]
    [InlineData("十四五")]
    [InlineData("百家争鸣")]
    [InlineData("万元")]
    [InlineData("二〇二一年六月三十一日")]
    [InlineData("以上")]
    [InlineData("三级")]
    [InlineData("")]
    [InlineData("研发费用")]
    public void 不是数(string word) => Assert.Null(NumeralWords.Rewrite(word));
}
