// The head of a policy against the document, clauses without 频次, deadlines, and limits that contradict one another.
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class HeadCheckTests
{
    private const string Official = "// file: sources/甲.txt\n示〔2024〕1号\n2024年1月5日\n给予10万元。\n// file: main.policy\n";

    [Theory]
    [InlineData("示〔2024〕1号", "2024-01-05")]
    [InlineData("示〔2024〕１号", "2024年1月5日")]
    public void 文号和成文日期在原文里(string number, string date) => Assert.Empty(Head(number, date));

    [Theory]
    [InlineData("示〔2024〕2号", "2024-01-05", "文号 示〔2024〕2号 不在原文里。")]
    [InlineData("示〔2024〕1号", "2024-01-06", "成文日期 2024-01-06 不在原文里。")]
    [InlineData("示〔2024〕1号", "2024-01-04", "成文日期 2024-01-04 不在原文里。")]
    public void 文号或成文日期不在原文里(string number, string date, string expected) => Assert.Equal([expected], Head(number, date));

    [Theory]
    [InlineData("频次 一次性\n", false)]
    [InlineData("", true)]
    public void 给钱的条款要写频次(string frequency, bool isReported) =>
        Assert.Equal(isReported,
            Found($"条款 1 测试\n  依据 「给予10万元」\n  {frequency}  奖补 = 10万元\n").Any(static finding => finding.Code == "DSL3016"));

    [Fact]
    public void 不给钱的条款不必写频次() =>
        Assert.DoesNotContain(Found("条款 1 测试\n  依据 「给予10万元」\n  享受 优先入住\n"), static finding => finding.Code == "DSL3016");

    [Theory]
    [InlineData("施行日期 + 1个月", false)]
    [InlineData("施行日期", false)]
    [InlineData("2023-12-31", true)]
    [InlineData("施行日期 - 1天", true)]
    public void 义务的期限不早于施行(string deadline, bool isReported) =>
        Assert.Equal(isReported, Found($"义务 1 测试\n  期限 {deadline}\n").Any(static finding => finding.Code == "DSL2231"));

    [Theory]
    [InlineData("min(max(研发费用, 100万元), 50万元)")]
    [InlineData("max(min(研发费用, 50万元), 100万元)")]
    public void 算式里的上限低于下限(string award) =>
        Assert.Equal(["DSL2214 最高（50万元）低于最低（100万元）。"],
            Found($"条款 1 测试\n  奖补 = {award}\n").Select(static finding => $"{finding.Code} {finding.Message}"));

    [Theory]
    [InlineData("单位上限 10万元/件", "单位上限应当是金额，「10万元/件」却是以「元/件」为单位的数。")]
    [InlineData("累计上限 10万元/件", "累计上限应当是金额，「10万元/件」却是以「元/件」为单位的数。")]
    [InlineData("累计上限 10万元/年", "累计上限应当是金额，「10万元/年」却是以「元/年」为单位的数。")]
    public void 上限是整个主体的金额(string cap, string expected)
    {
        var finding = Assert.Single(Found($"条款 1 测试\n  频次 每年\n  每个 专利\n  奖补 = 核定 最高 2万元/件\n  {cap}\n"));
        Assert.Equal(expected, finding.Message);
        Assert.Contains("写成 100万元", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void 单位上限可以按年() =>
        Assert.Empty(Found("条款 1 测试\n  频次 每年\n  每个 专利\n  奖补 = 核定 最高 2万元/件\n  单位上限 10万元/年\n"));

    [Fact]
    public void 关键词作字段名只报一次() =>
        Assert.Equal(["DSL1024"], Found("数据 企业\n  主键 代码 : 文本\n  条件 : 是否\n").Select(static finding => finding.Code));

    private static IEnumerable<string> Head(string number, string date) =>
        Prelude.Compile(
            $"{Official}政策 甲\n  文号     {number}\n  成文日期 {date}\n  施行日期 2024-02-01\n  原文     sources/甲.txt\n").Diagnostics
            .Select(static finding => finding.Message);

    private static IEnumerable<Diagnostic> Found(string snippet) => Prelude.Compile(snippet).Diagnostics;
}
