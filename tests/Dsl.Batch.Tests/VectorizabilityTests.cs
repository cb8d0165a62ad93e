// What is said of a clause before its code is written: whether it is computed in columns, and if not, why and where.
using Dsl.Columns.Emitting;
using Dsl.Ir.Printing;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class VectorizabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("费用 * 比例", "", "")]
    [InlineData("费用 / 人数 * 1人", "", "除数不是常数：「费用 / 人数」")]
    [InlineData("合计(项目, 项目.投资) * 10%", "", "要逐行汇总「项目」：「合计(项目, 项目.投资)」")]
    [InlineData("大额 * 1000", "", "奖补可能超过 64 位：「大额 * 1000」")]
    [InlineData("向下取整(费用 / 人数 * 1人, 100元)", "「向下取整」的是相除的结果：「向下取整(费用 / 人数 * 1人, 100元)」", "")]
    [InlineData("向上取整(费用, 大额)", "「向上取整」的第二项不是正的常数：「向上取整(费用, 大额)」", "")]
    [InlineData("更大额 * 10%", "范围超过 120 位：「更大额」", "")]
    [InlineData("合计(项目, 项目.投资 / 项目.人数) * 1人", "汇总的是相除的结果：「合计(项目, 项目.投资 / 项目.人数)」", "")]
    public void 写代码之前就知道能不能按列计算(string formula, string kernel, string block)
    {
        var plan = Assert.Single(Emit(formula).Clauses);
        Assert.Equal(kernel.Length > 0, plan.Kernel < 0);
        Assert.Equal(kernel.Length + block.Length == 0, plan.HasBlockKernel);
        Check(kernel, plan.Refusal);
        Check(block, plan.Answer.BlockRefusal);
    }

    [Fact]
    public void 生成的代码写明能不能按列计算()
    {
        var source = Emit("费用 * 比例", "费用 / 人数 * 1人", "更大额 * 10%").Source;
        Assert.Contains("// 按列计算，整块循环。\n", source, StringComparison.Ordinal);
        Assert.Contains("// 按列计算，没有整块的循环，逐个计算：除数不是常数：「费用 / 人数」（", source, StringComparison.Ordinal);
        Assert.Contains("// 甲府〔2024〕1号 条款 3：由解释器计算：范围超过 120 位：「更大额」（", source, StringComparison.Ordinal);
    }

    [Fact]
    public void 不按列计算的条款不留下什么()
    {
        var alone = Emit("费用 * 比例");
        var generated = Emit("若 类别 = 甲类 则 缺 + 更大额 否则 定额", "费用 * 比例");
        Assert.True(generated.Clauses[0].Kernel < 0);
        Assert.Empty(generated.Tables.Texts);
        Assert.Empty(generated.Tables.Parameters);
        var fields = generated.Clauses[0].Clause.Subject.Fields;
        Assert.Equal(["费用", "比例"], fields.Where(field => generated.Tables.Reads(null, field)).Select(static field => field.Name));
        Assert.Equal(alone.Clauses[0].Unknowns.Bits.Select(static bit => bit.Name),
            generated.Clauses[1].Unknowns.Bits.Select(static bit => bit.Name));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void 要等待的事项不超过六十三项(int facts, bool fits)
    {
        var plan = Assert.Single(Emit(string.Join(" + ", Enumerable.Range(1, facts).Select(static i => $"项{i}"))).Clauses);
        Assert.Equal(fits, plan.HasBlockKernel);
        Check(fits ? "" : "要等待的事项超过 63 项：「项64」", plan.Refusal);
    }

    private static void Check(string expected, Refusal? refusal)
    {
        if (expected.Length == 0)
            Assert.Null(refusal);
        else
            Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(expected)}（.*办法\.policy:\d+）$", $"{refusal}");
    }

    private GeneratedProgram Emit(params string[] formulas)
    {
        _folder.Write("政策/数据.policy", $"""
            数据 企业
              主键 代码 : 文本
              费用 : 金额 范围 0元..100亿元
              缺 : 金额
              大额 : 金额 范围 0元..10000000000000000000元
              更大额 : 金额 范围 0元..100000000000000000000000000000000000000000元
              比例 : 比率
              人数 : 人
              类别 : [甲类, 乙类]
            {string.Concat(Enumerable.Range(1, 64).Select(static i => $"  项{i} : 金额 范围 0元..1亿元\n"))}
            明细 项目 属于 企业
              主键 编号 : 文本
              投资 : 金额
              人数 : 人
            """);
        var clauses = formulas.Select(static (formula, i) => $"条款 {i + 1} 补贴\n  频次 每年\n  奖补 = {formula}\n");
        _folder.Write("政策/办法.policy",
            $"政策 补贴\n  文号 甲府〔2024〕1号\n  施行日期 2024-01-01\n  使用 数据.policy\n\n参数 定额 : 金额 = 5元\n\n"
            + $"{string.Join('\n', clauses)}");
        var policies = PolicyLoader.Load([_folder["政策"]]);
        Assert.Empty(policies.Compilation.Diagnostics.Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
            .Select(static finding => $"{finding}"));
        return ProgramEmitter.Emit(policies.Compilation.Program);
    }
}
