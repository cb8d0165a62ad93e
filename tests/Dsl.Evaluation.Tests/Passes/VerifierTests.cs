// Each invariant of the IR is broken once.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Ir.Verifying;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Passes;

public class VerifierTests
{
    private readonly World _world = new();

    private string[] Verify(params IrClause[] clauses) => Verify(World.Policy(clauses));

    private string[] Verify(params IrPolicy[] policies) =>
        [.. IrVerifier.Verify(_world.Program(policies)).Select(violation => violation.Invariant)];

    [Fact]
    public void 正确的程序没有问题() =>
        Assert.Empty(Verify(_world.Formula("1", Min(Times(Of(_world.Grant), Percent(3)), Money(5)), Of(_world.Lead), _world.Projects)));

    [Fact] public void 奖补是金额() => Assert.Equal(["awards and caps are money"], Verify(_world.Formula("1", Number(1))));

    [Fact] public void 条件是是否() => Assert.Equal(["conditions are truths"], Verify(_world.Formula("1", Money(1), Number(1))));

    [Fact]
    public void 行的事实在行里读() => Assert.Equal(["row facts are read within a row"], Verify(_world.Formula("1", Of(_world.Grant))));

    [Fact]
    public void 上限在单位的事实上计算() =>
        Assert.Equal(["row facts are read within a row"],
            Verify(_world.Clause("1", new IrFormula(Of(_world.Grant)), new() { PerRow = _world.Projects, SubjectCap = Of(_world.Grant) })));

    [Fact]
    public void 奖补之名只在恒有() =>
        Assert.Equal(["the award is named in invariants only"],
            Verify(_world.Formula("1", new IrContext(ContextKind.Award, DslType.Money, At("")))));

    [Fact]
    public void 令先声明后使用() =>
        Assert.Equal(["locals are declared before their use"], Verify(_world.Formula("1", Of(new IrLocal("x", Money(1))))));

    [Fact]
    public void 全库的聚合只在目标()
    {
        var all = new IrAggregate(AggregateKind.Sum, null, _world.Enterprise, Of(_world.Investment), null, DslType.Money, At(""));
        Assert.Equal(["the registry is for targets"], Verify(_world.Formula("1", all)));
        IrPolicy With(IrExpression indicator) =>
            new()
            {
                Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1),
                Targets = [new(LegalBasis("8"), null, indicator, DslType.Money, ComparisonOperator.GreaterOrEqual, Money(1), [])]
            };
        Assert.Empty(Verify(With(all)));
        Assert.Equal(["facts of subjects are read within an aggregate of a target"], Verify(With(Of(_world.Investment))));
    }

    [Fact]
    public void 形状()
    {
        Assert.Equal(["chains have two operands or more"], Verify(_world.Formula("1", Money(1), And(Yes))));
        Assert.Equal(["chains join truths"], Verify(_world.Formula("1", Money(1), Or(Yes, Number(1)))));
        Assert.Equal(["choices hang on truths"], Verify(_world.Formula("1", If(Number(1), Money(1), Money(2)))));
        Assert.Equal(["both branches of a choice have one type"], Verify(_world.Formula("1", If(Yes, Money(1), Text("a")))));
        Assert.Equal(["constants are certain"],
            Verify(_world.Formula("1", Constant(new NumberValue(Bounds.Everything, Unknowns.None), DslType.Money))));
        Assert.Equal(["negation is of truths"], Verify(_world.Formula("1", Money(1), Not(Number(1)))));
        Assert.Equal(["no error types"], Verify(_world.Formula("1", Min(Money(1), Constant(Known(1), DslType.Error)))));
    }

    [Fact]
    public void 条款的构成()
    {
        Assert.Equal(["shares add up"], Verify(_world.Clause("1", new IrFormula(Money(1)), new() { Shares = [new("市级", 1, 2)] })));
        Assert.Equal(["consecutive years, and nothing else, have a first year"],
            Verify(_world.Formula("1", Money(1), frequency: new(FrequencyKind.Consecutive, 3, null))));
        Assert.Equal(["rounding has a positive step"],
            Verify(_world.Clause("1", new IrFormula(Money(1)), new() { Rounding = new(RoundingMode.Up, 0) })));
        Assert.Equal(["an award clause, and no other, has an award"],
            Verify(new IrClause { LegalBasis = LegalBasis("1"), Kind = ClauseKind.Award, Subject = _world.Enterprise }));
        Assert.Equal(["policy numbers are unique"], Verify(World.Policy(), World.Policy()));
    }

    [Fact]
    public void 数据的次序()
    {
        var subject = new IrSubject("人才")
        {
            Fields = [new("姓名", DslType.Text, 1, null)], Details = [new("其他政策支持", 0, true), new("论文", 1, false)]
        };
        var violations = IrVerifier.Verify(new(new([], [subject]), [], []));
        Assert.Equal(["fields are numbered in order", "the built-in detail is last"], violations.Select(violation => violation.Invariant));
    }

    [Fact]
    public void 程序至少一步()
    {
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1),
            Procedures = [new(LegalBasis("21"), _world.Enterprise, Number(1), [], [])]
        };
        Assert.Equal(["conditions are truths", "a gate has a step"], Verify(policy));
    }
}
