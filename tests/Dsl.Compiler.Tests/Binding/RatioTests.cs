// a:b as a value: 配套 is b for each a, exact; whatever could be read in two ways is said.
using Dsl.Compiler.Tests.Grammar;
using Dsl.Compiler.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class RatioTests
{
    [Theory]
    [InlineData("研发费用 * 1:0.5", "0.5")]
    [InlineData("1:0.5 * 研发费用", "0.5")]
    [InlineData("研发费用 * (1:0.5)", "0.5")]
    [InlineData("研发费用 * 1：0.5", "0.5")]
    [InlineData("研发费用 * １：０．５", "0.5")]
    [InlineData("研发费用 * 1∶0.5", "0.5")]
    [InlineData("研发费用 * 1:2", "2")]
    [InlineData("研发费用 * 3:1", "1/3")]
    [InlineData("研发费用 * 0.5:1", "2")]
    [InlineData("研发费用 * 1:1", "1")]
    public void 配套是后项比前项(string award, string factor) =>
        Assert.Contains(factor, Constants($"频次 一次性\n奖补 = {award}"));

    [Theory]
    [InlineData("研发人员数 / 职工总数 达到 3:2", "1.5")]
    [InlineData("3:2 < 研发人员数 / 职工总数", "1.5")]
    public void 相比是前项比后项(string condition, string number) =>
        Assert.Contains(number, Constants($"频次 一次性\n条件 {condition}\n奖补 = 1万元"));

    [Fact]
    public void 前项大的提示两种读法() =>
        Check("奖补 = 研发费用 * ⟦2:1⟧", "DSL2278 「2:1」按「前一项出 1 份，这里配后一项与前一项之比」读，是 0.5 倍；也可能指 2 倍。");

    [Theory]
    [InlineData("奖补 = ⟦5万元-10万元⟧")]
    [InlineData("奖补 = 研发费用 * (⟦5%-20%⟧)")]
    [InlineData("条件 研发人员数 达到 ⟦10-20人⟧\n奖补 = 1万元")]
    public void 一段数不当作相减(string lines) => Check(lines, "DSL2295");

    [Fact] public void 真的相减照算() => Check("奖补 = 100万元 - 10万元");

    [Fact] public void 三项不是一个数() => Check("奖补 = 研发费用 * ⟦5:3:2⟧", "DSL2113");

    [Theory]
    [InlineData("⟦1:0⟧")]
    [InlineData("⟦0:1⟧")]
    public void 有零不成比例(string ratio) => Check($"奖补 = 研发费用 * {ratio}", "DSL2113");

    [Theory]
    [InlineData("令 配套 = ⟦1:0.5⟧\n奖补 = 研发费用 * 配套")]
    [InlineData("奖补 = 研发费用 * min(⟦1:0.5⟧, 1)")]
    [InlineData("奖补 = 研发费用 * (若 依法纳税 则 ⟦1:0.5⟧ 否则 1)")]
    [InlineData("奖补 = 研发费用 / ⟦1:0.5⟧")]
    public void 别处看不出是几倍(string snippet) => Check(snippet, "DSL2276");

    private static IEnumerable<string> Constants(string snippet)
    {
        var compilation = Prelude.Compile(snippet).ApplyConfiguration(GrammarDocument.FormOnly);
        var clause = Assert.Single(Assert.Single(compilation.Program.Policies).Clauses);
        return clause.Conditions.Select(static condition => condition.Expression).Append(Assert.IsType<IrFormula>(clause.Award).Amount)
            .SelectMany(IrWalk.All).OfType<IrConstant>().Select(static constant => constant.Value).OfType<NumberValue>()
            .Select(static number => $"{number.Bounds.Low}");
    }
}
