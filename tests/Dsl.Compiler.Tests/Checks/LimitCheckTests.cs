// Parts of min and max that never decide.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class LimitCheckTests
{
    [Theory]
    [InlineData("min(实际费用 * 30%, 100万元)")]
    [InlineData("max(min(实际费用 * 30%, 100万元), 10万元)")]
    [InlineData("min(max(实际费用 * 30%, 10万元), 100万元)")]
    [InlineData("max(实际费用 - 研发费用, 0元)")]
    [InlineData("min(支出, 40万元)")]
    [InlineData("min(合计(科技项目, 经费) * 5%, 若 已认定 则 10万元 否则 20万元)")]
    public void 都可能取到(string award) => Assert.Equal("", Describe(award));

    [Theory]
    [InlineData("max(min(实际费用 * 30%, 100万元), 100万元)",
        "DSL3017 |min(实际费用 * 30%, 100万元)| 「min(实际费用 * 30%, 100万元)」在这个 max 里从不起作用：「100万元」总是不低于它。")]
    [InlineData("min(max(实际费用 * 30%, 100万元), 100万元)",
        "DSL3017 |max(实际费用 * 30%, 100万元)| 「max(实际费用 * 30%, 100万元)」在这个 min 里从不起作用：「100万元」总是不高于它。")]
    [InlineData("min(支出, 50万元)", "DSL3017 |50万元| 「50万元」在这个 min 里从不起作用：「支出」总是不高于它。")]
    [InlineData("min(实际费用, 100万元, 200万元)", "DSL3017 |200万元| 「200万元」在这个 min 里从不起作用：「100万元」总是不高于它。")]
    [InlineData("min(100万元, 100万元, 实际费用)", "DSL3017 |100万元| 「100万元」在这个 min 里从不起作用：「100万元」总是不高于它。")]
    [InlineData("max(实际费用, 0元)", "DSL3017 |0元| 「0元」在这个 max 里从不起作用：「实际费用」总是不低于它。")]
    [InlineData("min(若 已认定 则 10万元 否则 20万元, 30万元)",
        "DSL3017 |30万元| 「30万元」在这个 min 里从不起作用：「若 已认定 则 10万元 否则 20万元」总是不高于它。")]
    public void 从不起作用(string award, string expected) => Assert.Equal(expected, Describe(award));

    [Fact]
    public void 令里的也看() =>
        Assert.StartsWith("DSL3017 |基数|",
            CheckRun.Describe("条款 1 测试\n  令 基数 = min(实际费用, 50万元)\n  奖补 = max(基数, 50万元)", ""));

    private static string Describe(string award) => CheckRun.Describe($"条款 1 测试\n  奖补 = {award}", "");
}
