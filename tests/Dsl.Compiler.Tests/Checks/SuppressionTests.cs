// Unused names, and findings suppressed in place.
using Dsl.Compiler.Tests.Support;
using Dsl.Semantics.Checks;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class SuppressionTests
{
    private const string Clause = "条款 1 测试\n  令 基数 = 实际费用 * 2\n  奖补 = 实际费用";

    [Fact]
    public void 没用到的令() => Assert.Equal("DSL3011 |基数| 令「基数」没有用到。", CheckRun.Describe(Clause, ""));

    [Fact]
    public void 恒有里用到也算() => Assert.Equal("", CheckRun.Describe(Clause + "\n\n恒有 条款 1 奖补 <= 基数", ""));

    [Fact]
    public void 没用到的参数() =>
        Assert.Equal("DSL3012 |封顶额| 参数「封顶额」没有用到。",
            CheckRun.Describe("参数 封顶额 : 金额 = 100万元\n\n条款 1 测试\n  奖补 = 实际费用", ""));

    [Theory]
    [InlineData("  令 基数 = 实际费用 * 2  // 忽略 DSL3011 留给细则")]
    [InlineData("  // 忽略 DSL3011 留给细则\n  令 基数 = 实际费用 * 2")]
    [InlineData("  // 忽略 DSL3011：留给细则\n  // 另一条注释\n  令 基数 = 实际费用 * 2")]
    public void 写明原因的忽略(string line) => Assert.Equal("", CheckRun.Describe(Clause.Replace("  令 基数 = 实际费用 * 2", line), ""));

    [Fact]
    public void 没有原因的忽略() => Assert.Equal(
        "DSL3011 |基数| 令「基数」没有用到。\nDSL3090 |// 忽略 DSL3011| 「忽略 DSL3011」没有写原因。",
        CheckRun.Describe(Clause.Replace("* 2", "* 2 // 忽略 DSL3011"), ""));

    [Fact]
    public void 没用的忽略() => Assert.Equal(
        "DSL3091 |// 忽略 DSL3011 留给细则| 「忽略 DSL3011」这里没有可以忽略的提示。",
        CheckRun.Describe("条款 1 测试\n  奖补 = 实际费用 // 忽略 DSL3011 留给细则", ""));

    [Fact]
    public void 另一行的忽略管不到() => Assert.Equal(
        "DSL3011 |基数| 令「基数」没有用到。\nDSL3091 |// 忽略 DSL3011 留给细则| 「忽略 DSL3011」这里没有可以忽略的提示。",
        CheckRun.Describe(Clause + " // 忽略 DSL3011 留给细则", ""));

    [Fact]
    public void 错误不能忽略() => Assert.Equal(
        "DSL3092 |// 忽略 DSL2001 不想改| 「忽略」后应写检查的编号（DSL3 开头），此处是「DSL2001」。",
        CheckRun.Describe("条款 1 测试\n  奖补 = 实际费用 // 忽略 DSL2001 不想改", ""));

    private const string Table = """
        条款 1 测试
          频次 一次性
          依据 「给予最高100万元的补贴」
          奖补 =
            | 研发人员数 | 结果 |
            | 20人以上 | 100万元 |
            | 低于 20人 | 30万元 |
        """;

    [Theory]
    [InlineData("| 20人以上 | 100万元 |", "|20人|")]
    [InlineData("| 低于 20人 | 30万元 |", "|20人|30万元|")]
    public void 忽略只管所在的一行表(string row, string covered)
    {
        var all = Wrong(Table);
        var left = Wrong(Table.Replace(row, $"{row} // 忽略 DSL3002 细则另有规定", StringComparison.Ordinal));
        Assert.Equal(left, Wrong(Table.Replace($"    {row}", $"    // 忽略 DSL3002 细则另有规定\n    {row}", StringComparison.Ordinal)));
        Assert.Equal(["20人", "20人", "30万元"], all);
        Assert.Equal(all.Count - covered.Count(static sign => sign == '|') + 1, left.Count);
    }

    [Fact]
    public void 表上面的忽略不管单独的一行() =>
        Assert.Equal(["// 忽略 DSL3002 细则另有规定", "20人", "20人", "30万元"],
            Wrong(Table.Replace("  奖补 =", "  // 忽略 DSL3002 细则另有规定\n  奖补 =", StringComparison.Ordinal)));

    [Theory]
    [InlineData("条件 研发人员数 超过 21人 且\n    研发人员数 低于 22人 // 忽略 DSL3002 细则\n  奖补 = 100万元", "21人")]
    [InlineData("条件 研发人员数 超过 21人 且 // 忽略 DSL3002 细则\n    研发人员数 低于 22人\n  奖补 = 100万元", "22人")]
    [InlineData(
        "// 忽略 DSL3002 细则\n  条件 研发人员数 超过 21人 且\n    研发人员数 低于 22人\n  条件 研发人员数 超过 23人\n  奖补 = 100万元",
        "23人")]
    [InlineData("条件 研发人员数 超过 21人 // 忽略 DSL3002 细则\n  条件 研发人员数 低于 22人\n  奖补 = 100万元", "22人")]
    [InlineData("条件 研发人员数 超过 21人 // 忽略DSL3002 细则\n  条件 研发人员数 低于 22人\n  奖补 = 100万元", "22人")]
    public void 忽略不管别的行(string lines, string left) =>
        Assert.Equal([left], Wrong($"条款 1 测试\n  频次 一次性\n  依据 「给予最高100万元的补贴」\n  {lines}"));

    /// <summary>What stands at the places of figures that no quotation has, and of suppressions.</summary>
    private static List<string> Wrong(string snippet) =>
        [.. Prelude.Compile(snippet).Diagnostics.Where(static finding => finding.Code is "DSL3002" or "DSL3091")
            .Select(static finding => finding.Source[finding.Span]).Order(StringComparer.Ordinal)];

    [Fact]
    public void 编号各不相同() => Assert.Equal(PolicyChecks.Rules.Length, PolicyChecks.Rules.Select(rule => rule.Code).Distinct().Count());
}
