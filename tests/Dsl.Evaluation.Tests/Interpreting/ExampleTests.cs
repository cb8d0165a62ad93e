// 算例 and 恒有: what an example takes for granted, what passes and what fails.
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class ExampleTests
{
    private readonly World _world = new();

    /// <summary>Nothing stated: no table is supplied, not even 其他政策支持.</summary>
    private SubjectFacts Stated => SubjectFacts.Empty(_world.Enterprise, "算例");

    private IrClause Clause(string number = "1", string? matter = null, IrFrequency? frequency = null) =>
        _world.Clause(number, new IrFormula(Min(Of(_world.Investment), Money(100))), new()
        {
            PerRow = null, Conditions = [Condition(Of(_world.Honest), "诚信经营", fromScope: true)], Frequency = frequency,
            BenefitItem = matter
        });

    private static IrExample Example(SubjectFacts facts, string? status = null, Bounds? amount = null) =>
        new() { Number = "1", Facts = facts, ExpectedStatus = status, ExpectedAmount = amount };

    private (bool Passed, string Expected, string Got) Run(IrExample example, IrPolicy policy, params IrPolicy[] others)
    {
        var result = new ExampleRunner(_world.Program([policy, .. others])).Run(policy, example);
        return (result.Passed, result.Expected, result.Got);
    }

    private (bool Passed, string Expected, string Got) Run(IrExample example) => Run(example, Policy(Clause()));

    [Fact]
    public void 未说明的范围视为满足()
    {
        Assert.Equal((true, "符合 60元", "符合 60元"), Run(Example(Stated.With(_world.Investment, 60), amount: Exactly(60))));
        Assert.Equal((false, "符合 60元", "不符合 0元"),
            Run(Example(Stated.With(_world.Investment, 60).With(_world.Honest, false), amount: Exactly(60))));
    }

    [Fact]
    public void 取消以后不再计算()
    {
        var policy = Policy(Clause());
        var program = _world.Program(policy);
        var example = Example(Stated.With(_world.Investment, 60), amount: Exactly(60));
        Assert.Throws<OperationCanceledException>(() => new ExampleRunner(program, new(canceled: true)).Run(policy, example));
        using var source = new CancellationTokenSource();
        Assert.True(new ExampleRunner(program, source.Token).Run(policy, example).Passed);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => new Interpreter(program, _world.Context).Evaluate(example.Facts, EvaluationScope.Everything, null, source.Token));
    }

    [Fact]
    public void 期望与结果()
    {
        Assert.Equal((false, "符合 61元", "符合 60元"), Run(Example(Stated.With(_world.Investment, 60), amount: Exactly(61))));
        Assert.Equal((true, "资料不全", "资料不全 0元..100元"), Run(Example(Stated, "资料不全")));
        Assert.Equal((true, "0元..100元", "资料不全 0元..100元"), Run(Example(Stated, amount: Between(0, 100))));
        Assert.Equal((false, "0元..99元", "资料不全 0元..100元"), Run(Example(Stated, amount: Between(0, 99))));
        Assert.Equal((false, "待核定 0元..100元", "资料不全 0元..100元"), Run(Example(Stated, "待核定", Between(0, 100))));
        Assert.Equal((true, "不符合", "不符合 0元"), Run(Example(Stated.With(_world.Honest, false), "不符合")));
    }

    [Fact]
    public void 日期取施行日期()
    {
        // 登记满 36 个月：施行日期 2021-01-01 时，2018-01-01 登记的正好满。
        var asOf = new IrContext(ContextKind.AsOfDate, DslType.Date, At("测算日"));
        var clause = _world.Formula("1", Money(5),
            Compare(ComparisonOperator.LessOrEqual, new IrDateShift(Of(_world.Founded), Number(36), true, At("")), asOf));
        var facts = Stated.With(_world.Founded, new DateOnly(2018, 1, 1));
        Assert.True(Run(Example(facts, amount: Exactly(5)), Policy(clause)).Passed);
        Assert.True(Run(Example(facts, "不符合") with { AsOf = new DateOnly(2020, 12, 31) },
            Policy("甲", new(2020, 1, 1), IrCombination.None, clause)).Passed);
        Assert.True(Run(Example(facts, "不在施行期") with { AsOf = new DateOnly(2020, 12, 31) }, Policy(clause)).Passed);
    }

    [Fact]
    public void 记录属于本政策()
    {
        var once = new IrFrequency(FrequencyKind.Once, null, null);
        var policy = Policy("甲", new(2021, 1, 1), IrCombination.None, Clause(frequency: once));
        var other = Policy("乙", new(2021, 1, 1), IrCombination.None, Clause(frequency: once));
        var facts = Stated.With(_world.Investment, 60).Paid("1", 2020, 5);
        Assert.True(Run(Example(facts, "不符合"), policy, other).Passed);
        Assert.True(Run(Example(facts, amount: Exactly(60)) with { Year = 2020 }, policy, other).Passed);
    }

    [Fact]
    public void 只有连同的条款竞合()
    {
        var within = new IrCombination(false, true, false);
        var policy = Policy("甲", new(2021, 1, 1), within, Clause(matter: "项"), _world.Formula("2", Money(90), matter: "项"));
        var facts = Stated.With(_world.Investment, 60);
        Assert.True(Run(Example(facts, amount: Exactly(60)), policy).Passed);
        Assert.True(Run(Example(facts, "让位") with { CompetingClauses = [("甲", "2")] }, policy).Passed);
    }

    [Fact]
    public void 未说明的其他政策支持为空()
    {
        var policy = Policy("甲", new(2021, 1, 1), new(true, false, false), Clause(matter: "项"));
        var facts = Stated.With(_world.Investment, 60);
        Assert.True(Run(Example(facts, amount: Exactly(60)), policy).Passed);
        Assert.True(Run(Example(facts.WithRows(_world.OtherSupport, OtherGrant("1", "项", 70)), "让位"), policy).Passed);
    }

    [Fact]
    public void 未说明的明细为未知()
    {
        var policy = Policy(_world.Formula("1", Of(_world.Grant), each: _world.Projects));
        Assert.Equal((true, "0元..不封顶", "资料不全 0元..不封顶"), Run(Example(Stated, amount: Between(0, null)), policy));
    }

    [Fact]
    public void 目标的算例()
    {
        var count = new IrAggregate(AggregateKind.Count, null, _world.Enterprise, null, null, DslType.Number, At("计数(企业)"));
        var target = new IrTarget(LegalBasis("8"), null, count, DslType.Number, ComparisonOperator.GreaterOrEqual, Number(2), []);
        var policy = new IrPolicy { Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1), Targets = [target] };
        var example =
            new IrExample { Number = "8", IsTarget = true, Facts = Stated, ExpectedStatus = "未达成", ExpectedAmount = Exactly(1) };
        Assert.Equal((true, "未达成 1", "未达成 1"), Run(example, policy));
    }

    [Fact]
    public void 目标的算例可以有几组主体并写明各部分的结果()
    {
        var honest = Of(_world.Honest);
        IrAggregate Count(IrExpression? filter) =>
            new(AggregateKind.Count, null, _world.Enterprise, null, filter, DslType.Number, At("计数(企业)"));
        var average =
            new IrAggregate(AggregateKind.Average, null, _world.Enterprise, Of(_world.Investment), null, DslType.Money, At("平均"));
        var sum = new IrAggregate(AggregateKind.Sum, null, _world.Enterprise, Of(_world.Investment), null, DslType.Money, At("合计"));
        var parts = new[]
        {
            new IrTargetPart("诚信", Count(honest), ComparisonOperator.Greater, Number(3)),
            new IrTargetPart("平均", average, ComparisonOperator.GreaterOrEqual, Money(25)),
            new IrTargetPart("合计", sum, ComparisonOperator.GreaterOrEqual, Money(250)) };
        var target = new IrTarget(LegalBasis("8"), null, Count(null), DslType.Number, ComparisonOperator.GreaterOrEqual, Number(10),
            [.. parts]);
        var policy = new IrPolicy { Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1), Targets = [target] };
        var example = new IrExample
        {
            Number = "8", IsTarget = true, Facts = Stated, ExpectedStatus = "达成", ExpectedAmount = Exactly(10),
            Groups =
            [
                new(3, Stated.With(_world.Investment, 60).With(_world.Honest, true)),
                new(7, Stated.With(_world.Investment, 10).With(_world.Honest, false)),
                new(0, Stated),
            ],
            ExpectedParts = [new("诚信", "未达成", Exactly(3)), new("平均", "达成", null), new("合计", null, Exactly(250))],
        };
        Assert.Equal(
            (true, "达成 10；其中 诚信 : 未达成 3；其中 平均 : 达成；其中 合计 : 250",
                "达成 10；其中 诚信 : 未达成 3；其中 平均 : 达成 25；其中 合计 : 达成 250"),
            Run(example, policy));
        Assert.False(Run(example with { ExpectedParts = [new("诚信", "达成", null)] }, policy).Passed);
        Assert.False(Run(example with { ExpectedParts = [new("诚信", null, Exactly(4))] }, policy).Passed);
    }

    [Fact]
    public void 没有的条款不通过() => Assert.Equal((false, "符合", "没有这一条款"), Run(Example(Stated, "符合") with { Number = "99" }));

    [Fact]
    public void 失败的算例带有说明()
    {
        var policy = Policy(Clause());
        var result =
            new ExampleRunner(_world.Program(policy)).Run(policy, Example(Stated.With(_world.Investment, 60), amount: Exactly(61)));
        Assert.Equal("min(60元, 100元) = 60元", result.Explanation?.Units[0].Figures);
    }

    private IrPolicy WithInvariant(IrExpression condition, IrClause clause, params IrExample[] examples) => new()
    {
        Title = "甲",
        Number = "甲",
        EffectiveDate = new(2021, 1, 1),
        Clauses = [clause],
        Invariants = [new("1", condition, SourceLocation.None)],
        Examples = [.. examples],
    };

    [Fact]
    public void 恒有在算例的事实上检验()
    {
        var award = new IrContext(ContextKind.Award, DslType.Money, At("奖补"));
        Truth On(Rational cap, Rational investment) => Assert.Single(Check(WithInvariant(
            Compare(ComparisonOperator.LessOrEqual, award, Money(cap)), Clause(),
            Example(Stated.With(_world.Investment, investment))))).Truth;
        Assert.Equal(Truth.Yes, On(100, 500));
        Assert.Equal(Truth.No, On(99, 500));
        Assert.Equal(Truth.Yes, On(99, 50));
        Assert.Equal(Truth.Unknown, Assert.Single(
            Check(WithInvariant(Compare(ComparisonOperator.LessOrEqual, award, Of(_world.Investment)), Clause(), Example(Stated)))).Truth);

        List<Dsl.Evaluation.Examples.InvariantResult> Check(IrPolicy policy) =>
            [.. new ExampleRunner(_world.Program(policy)).CheckInvariants(policy)];
    }

    [Fact]
    public void 恒有逐行检验()
    {
        var award = new IrContext(ContextKind.Award, DslType.Money, At("奖补"));
        var policy = WithInvariant(Compare(ComparisonOperator.LessOrEqual, award, Of(_world.Grant)),
            _world.Formula("1", Max(Of(_world.Grant), Money(5)), each: _world.Projects));
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 9), Project("b", 2));
        var results = new ExampleRunner(_world.Program(policy)).CheckInvariants(policy, facts, _world.Context).ToList();
        Assert.Equal([("a", Truth.Yes), ("b", Truth.No)], results.Select(result => (result.RowKey ?? "", result.Truth)));

        static IrExpression Max(params IrExpression[] arguments) => Call("max", arguments);
    }
}
