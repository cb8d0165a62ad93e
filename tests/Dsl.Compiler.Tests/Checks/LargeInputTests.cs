// Files of many thousand lines, rows or findings give complete results: none of these ends within a day where the work grows with the
// square.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class LargeInputTests
{
    private const int Many = 30_000;

    [Fact]
    public void 一万行的决策表查得出唯一的遗漏和重叠()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_000).Select(static i => i switch
        {
            5_000 => "",
            7_000 => "  | 6999元..<7001元 | 1% |\n",
            _ => $"  | {i}元..<{i + 1}元 | 1% |\n",
        }));
        var found =
            Prelude.Compile("令 比例 =\n  | 研发费用 | 比例 |\n" + rows + "  | 10000元以上 | 1% |\n奖补 = 研发费用 * 比例\n").Diagnostics;
        Assert.Single(found, static finding => finding.Code == "DSL3006" && finding.Message.Contains("5,000元", StringComparison.Ordinal));
        Assert.Single(found, static finding => finding.Code == "DSL3007" && finding.Message.Contains("6,999", StringComparison.Ordinal));
        Assert.DoesNotContain(found, static finding => finding.Code == "DSL3008");
    }

    [Theory]
    [InlineData("算例 条款 1 甲\n  应得 乙\n")]
    [InlineData("条款 1 甲\n  说明 甲\n")]
    [InlineData("恒有 条款 1 奖补 > 丙\n")]
    public void 错误极多的文件报满为止并且说明(string piece)
    {
        var found = Prelude.Compile("奖补 = 1元\n" + string.Concat(Enumerable.Repeat(piece, Many))).Diagnostics;
        Assert.InRange(found.Length, 20_001, 21_000);
        Assert.Contains(found, static finding => finding.Code == "DSL1014");
    }

    [Fact]
    public void 三万条忽略各管一行()
    {
        var found = Prelude.Compile("奖补 = 1元\n" + string.Concat(Enumerable.Repeat("// 忽略 甲 乙\n", Many))).Diagnostics;
        Assert.True(found.Count(static finding => finding.Code == "DSL3092") > 20_000);
    }

    [Fact]
    public void 几万项取低不逐对比较()
    {
        var found = Prelude.Compile($"奖补 = min({string.Join(", ", Enumerable.Repeat("研发费用", Many))}, 50万元, 100万元)\n").Diagnostics;
        Assert.Single(found, static finding => finding.Code == "DSL3017" && finding.Message.Contains("100万元", StringComparison.Ordinal));
    }

    [Fact]
    public void 几千项条款补同一项费用时也查得完()
    {
        var clauses = string.Concat(
            Enumerable.Range(2, 3000).Select(static i => $"条款 {i} 甲\n  频次 每年\n  奖补 = min(研发费用 * {i % 90 + 1}%, {i}元)\n"));
        Assert.Single(Prelude.Compile("频次 每年\n奖补 = min(研发费用 * 1%, 5元)\n" + clauses).Diagnostics,
            static finding => finding.Code is "DSL3034" or "DSL3035");
    }

    [Fact]
    public void 依据和条件各有几万个数时逐个核对()
    {
        var quoted = string.Concat(Enumerable.Range(2, Many).Select(static i => $"超过{i}万元，"));
        var written = string.Concat(Enumerable.Range(2, Many - 1).Select(static i => $"条件 研发费用 超过 {i}万元\n"));
        var found = Prelude.Compile($"依据 「{quoted}」\n{written}奖补 = 2万元\n").Diagnostics;
        Assert.DoesNotContain(found, static finding => finding.Code is "DSL3004" or "DSL3005");
        Assert.Single(found,
            static finding => finding.Code == "DSL3003" && finding.Message.Contains("30001万元", StringComparison.Ordinal));
    }
}
