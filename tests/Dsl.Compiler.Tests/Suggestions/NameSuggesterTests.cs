// What is proposed for a name that does not exist.
using Dsl.Semantics.Suggestions;
using Xunit;

namespace Dsl.Compiler.Tests.Suggestions;

public class NameSuggesterTests
{
    private static readonly string[] Known =
        ["实际费用", "实际发生费用", "研发人员数", "职工总数", "登记日期", "注册区县", "依法纳税", "诚信经营", "PCT专利", "企业类型",
            "重庆高新区", "设备投资额", "软件投资额"];

    [Theory]
    [InlineData("实际费用额", "实际费用")]
    [InlineData("际实费用", "实际费用")]
    [InlineData("事迹费用", "实际费用")]
    [InlineData("实际非用", "实际费用")]
    [InlineData("sjfy", "实际费用")]
    [InlineData("SJFY", "实际费用")]
    [InlineData("shijifeiyong", "实际费用")]
    [InlineData("cqgxq", "重庆高新区")]
    [InlineData("研发人员", "研发人员数")]
    [InlineData("发生费用", "实际发生费用")]
    [InlineData("登记时期", "登记日期")]
    [InlineData("ＰＣＴ专利", "PCT专利")]
    public void 最近的名称(string wanted, string expected) => Assert.Equal(expected, NameSuggester.Best(wanted, Known));

    [Theory]
    [InlineData("营业收入")]
    [InlineData("甲")]
    [InlineData("xyz")]
    [InlineData("")]
    public void 不沾边的不猜(string wanted) => Assert.Null(NameSuggester.Best(wanted, Known));

    [Fact]
    public void 与名称的次序无关() =>
        Assert.Equal(NameSuggester.Best("投资额", Known), NameSuggester.Best("投资额", Known.Reverse()));

    [Fact]
    public void 不把名称推荐给它自己() => Assert.Null(NameSuggester.Best("甲乙丙丁", ["甲乙丙丁"]));
}
