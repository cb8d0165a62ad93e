// Probes of the language: rows of later documents that ask for something the first document does not.
using Dsl.Ir.Nodes;
using Dsl.Library.Values;
using Xunit;

namespace Dsl.Policies.Tests;

public sealed class ProbeTests
{
    private const string Root = "tests/Dsl.Policies.Tests/probes/";

    [Fact]
    public void 对象是区县且核定没有上限()
    {
        var clause = Clause("D2.2", "2.2");
        Assert.Equal("区县", clause.Subject.Name);
        Assert.Null(Assert.IsType<IrDiscretion>(clause.Award).Ceiling);
        Assert.True(Policy("D2.2").EffectiveDateIsAssumed);
    }

    [Theory]
    [InlineData("0.3-高企", 12_800, new[] { 7_110, 4_640, 1_060 })]
    [InlineData("0.3-科企", 86_000, new[] { 46_560, 29_780, 9_720 })]
    public void 目标分片区且各部分之和不低于总数(string number, int total, int[] parts)
    {
        var target = Assert.Single(Policy("E0.3").Targets, target => target.Basis.Number == number);
        Assert.Equal(IrComparisonOperator.Greater, target.Comparison);
        Assert.Equal(total, Constant(target.Value));
        Assert.Equal(parts.Select(part => (Rational)part), target.Parts.Select(part => Constant(part.Value)));
        Assert.All(target.Parts, part => Assert.Equal(IrComparisonOperator.Greater, part.Comparison));
        Assert.True(parts.Sum() >= total);
    }

    private static IrPolicy Policy(string probe) => Assert.Single(PolicyFolder.Read(Root + probe).Compile().Program.Policies);

    private static IrClause Clause(string probe, string number) => Assert.Single(Policy(probe).Clauses, clause => clause.Number == number);

    private static Rational Constant(IrExpression? expression) =>
        Assert.IsType<NumberValue>(Assert.IsType<IrConstant>(expression).Value).Bounds is { IsPoint: true, Low: { } number }
            ? number
            : throw new InvalidDataException("no certain figure");
}
