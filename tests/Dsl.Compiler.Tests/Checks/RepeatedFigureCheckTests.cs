// Figures that the quotation says more often than the clause.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class RepeatedFigureCheckTests
{
    private const string Caps = "每个项目最高10万元，每个单位合计最高10万元";
    private const string Alternatives = "对文化旅游企业给予10万元，对专业服务企业给予10万元";
    private const string Threshold = "研发费用达到50万元的，最高奖励50万元";

    [Theory]
    [InlineData(Caps, "  每个 科技项目\n  奖补 = min(经费, 10万元)\n  单位上限 10万元", "")]
    [InlineData(Caps, "  每个 科技项目\n  奖补 = min(经费, 10万元)", "DSL3021 依据里「10万元」出现 2 处，本条只写了 1 处。")]
    [InlineData(Caps, "  每个 科技项目\n  令 上限 = 10万元\n  奖补 = min(经费, 上限)\n  单位上限 上限", "")]
    [InlineData(Alternatives, "  条件 行业 属于 [文化旅游, 专业服务]\n  奖补 = 10万元", "")]
    [InlineData(Alternatives, "  条件 行业 = 文化旅游 或 行业 = 专业服务\n  奖补 = 10万元", "")]
    [InlineData(Alternatives, "  条件 行业 = 文化旅游\n  奖补 = 10万元", "DSL3021 依据里「10万元」出现 2 处，本条只写了 1 处。")]
    [InlineData(Threshold, "  条件 研发费用 达到 50万元\n  奖补 = 核定 最高 50万", "")]
    [InlineData(Threshold, "  条件 研发费用 达到 50万元\n  奖补 = 核定", "DSL3021 依据里「50万元」出现 2 处，本条只写了 1 处。")]
    [InlineData("为期3年，最长不超过36个月", "  频次 每年 最多 3年\n  奖补 = 1元", "DSL3021 依据里「36个月」出现 2 处，本条只写了 1 处。")]
    [InlineData("到2025年，2025年前给予10万元", "  奖补 = 10万元", "")]
    public void 每一处都要写到(string quote, string lines, string expected) =>
        Assert.Equal(expected, string.Join('\n', CheckRun.Run($"条款 1 测试\n  依据 「{quote}」\n{lines}", quote + "。")
            .Where(static finding => finding.Code == "DSL3021").Select(static finding => $"{finding.Code} {finding.Message}")));

    [Fact]
    public void 几个条款引同一句话合起来算()
    {
        const string one = "条款 1 甲\n  依据 「" + Alternatives + "」\n  条件 行业 = 文化旅游\n  奖补 = 10万元\n";
        const string other = "条款 2 乙\n  依据 「" + Alternatives + "」\n  条件 行业 = 专业服务\n  奖补 = 10万元\n";
        Assert.Equal("", CheckRun.Describe(one + other, Alternatives + "。"));
    }

    [Fact]
    public void 同一处引两次只算一处() => Assert.Equal("", CheckRun.Describe(
        "条款 1 甲\n  依据 「最高奖励50万元」\n  依据 「最高奖励50万元」\n  奖补 = 核定 最高 50万元", Threshold + "。"));
}
