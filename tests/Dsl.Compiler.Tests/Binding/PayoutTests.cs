// 兑付: how it is written, and what is wrong with it.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class PayoutTests
{
    private const string Lines = "条款 1 甲\n  频次 一次性\n  奖补 = 研发费用 * 10%\n  ";

    [Theory]
    [InlineData("兑付 次年起 40%、30%、30%")]
    [InlineData("兑付 当年起 40%，30%，余款")]
    [InlineData("兑付 ４０％、６０％")]
    [InlineData("兑付 次年起 100%")]
    [InlineData("兑付 分 3年")]
    [InlineData("兑付 次年起 分 2年")]
    [InlineData("兑付 按 阶段: 依法纳税 30%、诚信经营 30%、高新技术企业 余款")]
    [InlineData("兑付 按 阶段：登记日期 <= 测算日 50%、依法纳税 且 诚信经营 50%")]
    public void 说得通的(string line) => Assert.Equal("", Findings(Lines + line));

    [Theory]
    [InlineData("兑付", "DSL")]
    [InlineData("兑付 次年起", "DSL1085")]
    [InlineData("兑付 40%、30%", "DSL2283 |40%、30%|")]
    [InlineData("兑付 60%、60%", "DSL2283")]
    [InlineData("兑付 60%、40%、余款", "DSL2283 |余款|")]
    [InlineData("兑付 余款、40%", "DSL2283 |余款|")]
    [InlineData("兑付 0%、100%", "DSL2283 |0%|")]
    [InlineData("兑付 40%、30万元", "DSL1085 |30万元|")]
    [InlineData("兑付 40%、", "DSL1085")]
    [InlineData("兑付 40%、30%、30% 以后", "DSL1")]
    [InlineData("兑付 分 1年", "DSL2284 |1年|")]
    [InlineData("兑付 分 3个月", "DSL2284 |3个月|")]
    [InlineData("兑付 分 3年 40%", "DSL1")]
    [InlineData("兑付 按 阶段 依法纳税 30%、诚信经营 余款", "DSL1")]
    [InlineData("兑付 按 阶段: 依法纳税、诚信经营 余款", "DSL1085")]
    [InlineData("兑付 按 阶段: 30%、余款", "DSL1085 |30%|")]
    [InlineData("兑付 按 阶段: 研发费用 30%、诚信经营 余款", "DSL2106 |研发费用|")]
    [InlineData("兑付 次年起 按 阶段: 依法纳税 30%、诚信经营 余款", "DSL1")]
    public void 说不通的(string line, string expected) => Assert.StartsWith(expected, Findings(Lines + line), StringComparison.Ordinal);

    [Fact]
    public void 没有奖补的条款不能写() =>
        Assert.StartsWith("DSL2218 |兑付|", Findings("条款 1 甲\n  享受 优先\n  兑付 分 3年"), StringComparison.Ordinal);

    private static string Findings(string text) => string.Join('\n', Prelude.Compile(text).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)
        .Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}|"));
}
