// Figures of 恒有 that their clause does not write.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class InvariantFigureCheckTests
{
    private const string Clause = "条款 1 测试\n  奖补 = min(实际费用 * 30%, 100万元)\n\n恒有 条款 1 ";

    [Theory]
    [InlineData("奖补 <= 100万元")]
    [InlineData("奖补 <= 1000000元")]
    [InlineData("奖补 >= 0元")]
    [InlineData("奖补 <= 实际费用 * 30%")]
    public void 条款里的数(string invariant) => Assert.Equal("", CheckRun.Describe(Clause + invariant, ""));

    [Theory]
    [InlineData("奖补 <= 101万元", "DSL3031 |101万元| 恒有中的「101万元」不是条款 1 里写的数。")]
    [InlineData("奖补 <= 100亿元", "DSL3031 |100亿元| 恒有中的「100亿元」不是条款 1 里写的数。")]
    [InlineData("奖补 <= 实际费用 * 31%", "DSL3031 |31%| 恒有中的「31%」不是条款 1 里写的数。")]
    public void 别的数(string invariant, string expected) => Assert.Equal(expected, CheckRun.Describe(Clause + invariant, ""));

    [Fact]
    public void 每个的条款不能用单位上限的数() =>
        Assert.Equal("DSL3031 |1000万元| 恒有中的「1000万元」不是条款 1 里写的数。", CheckRun.Describe(
            "条款 1 测试\n  每个 科技项目\n  奖补 = min(经费 * 30%, 100万元)\n  单位上限 1000万元\n\n恒有 条款 1 奖补 <= 1000万元", ""));
}
