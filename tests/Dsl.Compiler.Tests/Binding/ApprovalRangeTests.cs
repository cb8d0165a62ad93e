// 核定 and 一事一议 with 最低, a ceiling after it, or a range.
using Dsl.Compiler.Tests.Support;
using Dsl.Ir.Nodes;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class ApprovalRangeTests
{
    [Theory]
    [InlineData("核定 最低 10万元", "discretion from 100000")]
    [InlineData("核定 最低 5万元 最高 10万元", "discretion from 50000 up to 100000")]
    [InlineData("核定 5万元..10万元", "discretion from 50000 up to 100000")]
    [InlineData("核定 研发费用 * 5%..20%", "discretion from (× 研发费用 0.05) up to (× 研发费用 0.2)")]
    [InlineData("核定 研发费用*5%..研发费用*20%", "discretion from (× 研发费用 0.05) up to (× 研发费用 0.2)")]
    [InlineData("核定 (研发费用 - 10万元) * 5%..20%",
        "discretion from (× (− 研发费用 100000) 0.05) up to (× (− 研发费用 100000) 0.2)")]
    [InlineData("一事一议 最低 2000万元", "case by case from 20000000")]
    [InlineData("核定 最低 5万元 最高\n| 研发人员数 | 奖补 |\n| 低于 20人 | 10万元 |\n| 20人以上 | 20万元 |",
        "discretion from 50000 up to (table")]
    public void 下限和一段(string award, string expected)
    {
        var compilation = Prelude.Compile($"频次 一次性\n奖补 = {award}");
        var printed = Dsl.Ir.Printing.IrPrinter.Print(compilation.Program);
        Assert.StartsWith(expected, printed[(printed.IndexOf("award ", StringComparison.Ordinal) + 6)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("奖补 = 核定 最高 10万元 ⟦最低 5万元⟧", "DSL1080")]
    [InlineData("奖补 = 核定 ⟦5万元..⟧", "DSL1081")]
    [InlineData("奖补 = 核定 ⟦..10万元⟧", "DSL1081")]
    [InlineData("奖补 = 核定 5万元⟦..<⟧10万元", "DSL1081")]
    [InlineData("奖补 = 一事一议 ⟦最高 100万元⟧", "DSL1082")]
    [InlineData("奖补 = 一事一议 最低 10万元 ⟦最高 100万元⟧", "DSL1082")]
    [InlineData("奖补 = 核定 最低 ⟦10人⟧", "DSL2107")]
    [InlineData("奖补 = 核定 最低 20万元 最高 ⟦10万元⟧", "DSL2214")]
    [InlineData("奖补 = 核定 ⟦没有的⟧ * 5%..20%", "DSL2001")]
    public void 写错的(string line, string code) => Check("频次 一次性\n" + line, code);

    [Fact]
    public void 两头的费用只读一次()
    {
        var clause = Prelude.Compile("频次 一次性\n奖补 = 核定 研发费用 * 5%..20%").Program.Policies[0].Clauses[0];
        Assert.Equal(2, clause.Amounts.Count());
        Assert.NotNull(clause.Award is IrApproval { Ceiling: not null } award ? award.Floor : null);
    }
}
