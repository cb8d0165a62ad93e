// What the two plans of the city ask for beyond the other documents: another kind of subject, targets with parts, thresholds from outside.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;

namespace Dsl.Policies.Tests;

public sealed class CityPlanTests
{
    private static readonly Lazy<IrProgram> Program = new(() => PolicyFolder.Repository.Compile().Program);

    [Fact]
    public void 奖补区县的条款对象是区县且核定没有上限()
    {
        var plan = Policy("渝府办发〔2022〕56号");
        var clause = Assert.Single(plan.Clauses, clause => clause.Number == "2.2");
        Assert.Equal("区县政府", clause.Subject.Name);
        Assert.Null(Assert.IsType<IrApproval>(clause.Award).Ceiling);
        Assert.Equal("市级", Assert.Single(clause.Shares).Level);
        Assert.True(plan.EffectiveDateIsAssumed);
    }

    [Theory]
    [InlineData("0.2-高企", 12_800, new[] { 7_110, 4_640, 1_060 })]
    [InlineData("0.2-科企", 86_000, new[] { 46_560, 29_780, 9_720 })]
    public void 目标分片区且各部分之和不低于总数(string number, int total, int[] parts)
    {
        var target = Assert.Single(Policy("渝府办发〔2023〕26号").Targets, target => target.LegalBasis.Number == number);
        Assert.Equal(ComparisonOperator.Greater, target.Comparison);
        Assert.Equal(total, Constant(target.Value));
        Assert.Equal(parts.Select(part => (Rational)part), target.Parts.Select(part => Constant(part.Value)));
        Assert.All(target.Parts, part => Assert.Equal(ComparisonOperator.Greater, part.Comparison));
        Assert.True(parts.Sum() >= total);
    }

    [Fact]
    public void 没有写明的门槛由外部参数给出()
    {
        Assert.Contains(Program.Value.Parameters, parameter => parameter is { Name: "加计扣除备案额门槛", IsExternal: true });
        var intensity = Assert.Single(Policy("渝府办发〔2023〕26号").Targets, target => target.LegalBasis.Number == "6-强度");
        Assert.Equal("全国研发经费投入强度", Assert.IsType<IrParameterValue>(intensity.Value).Parameter.Name);
    }

    private static IrPolicy Policy(string number) => Assert.Single(Program.Value.Policies, policy => policy.Number == number);

    private static Rational Constant(IrExpression expression) =>
        Assert.IsType<NumberValue>(Assert.IsType<IrConstant>(expression).Value).Bounds is { IsPoint: true, Low: { } number }
            ? number
            : throw new InvalidDataException("no certain figure");
}
