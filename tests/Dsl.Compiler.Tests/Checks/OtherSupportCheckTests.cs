// 事项 in rows of 其他政策支持: misspelt ones are told, others are not.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class OtherSupportCheckTests
{
    [Theory]
    [InlineData("研发投入", null)]
    [InlineData("活动补贴", null)]
    [InlineData("公益广告", null)]
    [InlineData("研发投人", "没有一项条款的事项是「研发投人」，这一行不会参加竞合。是不是「研发投入」？")]
    [InlineData("研发头入", "没有一项条款的事项是「研发头入」，这一行不会参加竞合。是不是「研发投入」？")]
    public void 事项写错(string matter, string? expected)
    {
        var found = Prelude.Compile($"条款 1 补助\n频次 每年\n事项 研发投入\n奖补 = 10万元\n\n算例 条款 1 甲\n"
            + $"已知 其他政策支持: 文号 = \"甲\"; 事项 = \"{matter}\"; 金额 = 30万元\n应得 10万元\n").Diagnostics;
        Assert.Equal(expected, found.FirstOrDefault(static finding => finding.Code == "DSL3020")?.Message);
    }

    [Theory]
    [InlineData("每个 科技项目\n频次 每次\n奖补 = 经费 * 3%\n单位上限 1000万元", false)]
    [InlineData("频次 每年\n奖补 = 研发费用 * 3%\n累计上限 1000万元", false)]
    [InlineData("频次 每年\n奖补 = 研发费用 * 3%\n单位上限 1000万元", true)]
    public void 没有每个的单位上限(string clause, bool found) =>
        Assert.Equal(found, Prelude.Compile(clause).Diagnostics.Any(static finding => finding.Code == "DSL3019"));
}
