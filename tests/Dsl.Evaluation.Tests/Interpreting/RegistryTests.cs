// 目标, 资金池, 义务 over small registries.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class RegistryTests
{
    private readonly World _world = new();

    private IrExpression Enterprises(IrExpression? filter = null, AggregateKind kind = AggregateKind.Count,
        IrExpression? selector = null) =>
        new IrAggregate(kind, null, _world.Enterprise, selector, filter, selector?.Type ?? DslType.Number, At("企业"));

    private static IrTarget Target(IrExpression? indicator, ComparisonOperator comparison, IrExpression value,
        IrExpression? deadline = null, params IrTargetPart[] parts) =>
        new(LegalBasis("8"), deadline, indicator, DslType.Number, comparison, value, [.. parts]);

    private RegistryResult Run(IrPolicy policy, params SubjectFacts[] registry) => RunIn(_world.Context, policy, registry);

    private RegistryResult RunIn(EvaluationContext context, IrPolicy policy, params SubjectFacts[] registry)
    {
        var evaluator = new RegistryEvaluator(_world.Program(policy), context);
        foreach (var facts in registry)
            evaluator.Add(facts);
        return evaluator.Finish();
    }

    private static IrPolicy With(IrTarget target, string number = "甲") =>
        new() { Title = number, Number = number, EffectiveDate = new(2021, 1, 1), Targets = [target] };

    private TargetFigure Figure(IrTarget target, params SubjectFacts[] registry) => Run(With(target), registry).Targets[0].Figure;

    private static void Check(TargetFigure figure, TargetStatus status, Bounds indicator, Bounds shortfall) =>
        Assert.Equal((status, indicator, shortfall), (figure.Status, figure.Indicator, figure.Shortfall));

    [Fact]
    public void 达成与未达成()
    {
        var target = Target(Enterprises(), ComparisonOperator.GreaterOrEqual, Number(2));
        Check(Figure(target, _world.Facts, _world.Facts), TargetStatus.Reached, Exactly(2), Exactly(0));
        Check(Figure(target, _world.Facts), TargetStatus.Missed, Exactly(1), Exactly(1));
        Check(Figure(Target(Enterprises(), ComparisonOperator.Greater, Number(2)), _world.Facts, _world.Facts), TargetStatus.Missed,
            Exactly(2), Exactly(0));
    }

    [Fact]
    public void 期限之前为进行中()
    {
        IrTarget By(IrExpression deadline) => Target(Enterprises(), ComparisonOperator.GreaterOrEqual, Number(2), deadline);
        var year = Constant(NumberValue.Of(2024), DslType.Year);
        Check(Figure(By(Date(2024, 6, 30)), _world.Facts), TargetStatus.InProgress, Exactly(1), Exactly(1));
        Check(Figure(By(Date(2024, 6, 29)), _world.Facts), TargetStatus.Missed, Exactly(1), Exactly(1));
        Check(Figure(By(year), _world.Facts), TargetStatus.InProgress, Exactly(1), Exactly(1));
        Check(Figure(By(Constant(NumberValue.Of(2023), DslType.Year)), _world.Facts), TargetStatus.Missed, Exactly(1), Exactly(1));
        Check(Figure(By(year), _world.Facts, _world.Facts), TargetStatus.Reached, Exactly(2), Exactly(0));
    }

    [Fact]
    public void 事实未知则未定()
    {
        var target = Target(Enterprises(Of(_world.Honest)), ComparisonOperator.GreaterOrEqual, Number(2));
        var yes = _world.Facts.With(_world.Honest, true);
        var figure = Figure(target, yes, _world.Facts, _world.Facts);
        Check(figure, TargetStatus.Undetermined, Between(1, 3), Between(0, 1));
        Assert.Equal("诚信经营", figure.Unknowns.ToString());
        Check(Figure(target, yes, yes, _world.Facts), TargetStatus.Reached, Between(2, 3), Exactly(0));
        Check(Figure(target, yes, yes.With(_world.Honest, false)), TargetStatus.Missed, Exactly(1), Exactly(1));
    }

    [Fact]
    public void 全库的行与企业内的合计()
    {
        var grants = new IrAggregate(AggregateKind.Sum, _world.Projects, null, Of(_world.Grant), null, DslType.Money, At("合计"));
        var inside = Aggregate(AggregateKind.Sum, _world.Projects, Of(_world.Grant));
        var largest = Enterprises(null, AggregateKind.Largest, inside);
        var one = _world.Facts.WithRows(_world.Projects, Project("a", 3), Project("b", 4));
        var two = _world.Facts.WithRows(_world.Projects, Project("c", 5));
        Check(Figure(Target(grants, ComparisonOperator.GreaterOrEqual, Money(12)), one, two), TargetStatus.Reached, Exactly(12),
            Exactly(0));
        Check(Figure(Target(largest, ComparisonOperator.GreaterOrEqual, Money(8)), one, two), TargetStatus.Missed, Exactly(7), Exactly(1));
        var open = Figure(Target(grants, ComparisonOperator.GreaterOrEqual, Money(8)), one, _world.Facts,
            _world.Facts.WithRows(_world.Projects, Project("d", null)));
        Check(open, TargetStatus.Undetermined, Between(7, null), Between(0, 1));
        Assert.Equal("科技项目.国拨经费、科技项目", open.Unknowns.ToString());
    }

    [Fact]
    public void 两个合计的比()
    {
        var ratio = Over(Enterprises(null, AggregateKind.Sum, Of(_world.Second)), Enterprises(null, AggregateKind.Sum, Of(_world.Staff)));
        var one = _world.Facts.With(_world.Staff, 10).With(_world.Second, 3);
        var two = _world.Facts.With(_world.Staff, 30).With(_world.Second, 7);
        Check(Figure(Target(ratio, ComparisonOperator.GreaterOrEqual, Percent(25)), one, two), TargetStatus.Reached,
            Exactly(new Rational(1, 4)), Exactly(0));
    }

    [Fact]
    public void 外部指标与其中()
    {
        var part = new IrTargetPart("中心城区", null, ComparisonOperator.Greater, Number(7110));
        var target = Target(null, ComparisonOperator.GreaterOrEqual, Number(10000), null, part);
        Check(Figure(target), TargetStatus.Undetermined, Between(0, null), Between(0, 10000));
        var context = _world.Context with
        {
            Parameters = ImmutableDictionary<string, Value>.Empty.Add("甲 目标 8", Known(12000)).Add("甲 目标 8 中心城区", Known(7110)),
        };
        var result = RunIn(context, With(target)).Targets[0];
        Check(result.Figure, TargetStatus.Reached, Exactly(12000), Exactly(0));
        Check(result.Parts[0], TargetStatus.Missed, Exactly(7110), Exactly(0));
    }

    [Fact]
    public void 两份政策的目标同号时各取各的值()
    {
        var target = Target(null, ComparisonOperator.GreaterOrEqual, Number(10));
        var context = _world.Context with
        {
            Parameters = ImmutableDictionary<string, Value>.Empty.Add("甲 目标 8", Known(12)).Add("乙 目标 8", Known(9)),
        };
        var results = new RegistryEvaluator(_world.Program(With(target), With(target, "乙")), context).Finish().Targets;
        Assert.Equal([TargetStatus.Reached, TargetStatus.Missed], results.Select(static result => result.Figure.Status));
    }

    [Fact]
    public void 资金池()
    {
        var policy = new IrPolicy
        {
            Title = "甲",
            Number = "甲",
            EffectiveDate = new(2021, 1, 1),
            Combination = new(false, true, false),
            Clauses = [_world.Formula("1", Of(_world.Investment)), _world.Formula("2", Money(5), matter: "项"),
                _world.Formula("3", Min(Of(_world.Defaulted), Money(9)), matter: "项"), _world.Formula("4", Money(100))],
            Pools = [new(LegalBasis("9"), Money(20), ["1", "2", "3"], [])],
        };
        PoolResult Drawn(params SubjectFacts[] registry)
        {
            var evaluator = new RegistryEvaluator(_world.Program(policy), _world.Context);
            foreach (var facts in registry)
                evaluator.Add(_world.Run(facts, policy));
            return evaluator.Finish().Pools[0];
        }
        var known = _world.Facts.With(_world.Investment, 10);
        Assert.Equal((Exactly(20), Exactly(15), Truth.No), (Drawn(known).Size, Drawn(known).Drawn, Drawn(known).IsExceeded));
        Assert.Equal((Exactly(30), Truth.Yes), (Drawn(known, known).Drawn, Drawn(known, known).IsExceeded));
        Assert.Equal((Between(5, 5), 1, Truth.Unknown),
            (Drawn(_world.Facts).Drawn, Drawn(_world.Facts).Unbounded, Drawn(_world.Facts).IsExceeded));
    }

    [Fact]
    public void 义务的到期日()
    {
        var effective = new IrContext(ContextKind.EffectiveDate, DslType.Date, At("施行日期"));
        var duty = new IrDuty(LegalBasis("22"), new IrDateShift(effective, Number(1), true, At("")));
        var policy =
            new IrPolicy { Title = "甲", Number = "甲", EffectiveDate = new(2024, 5, 31), Duties = [duty, new(LegalBasis("23"), null)] };
        var result = Run(policy).Duties;
        Assert.Equal((new DateOnly(2024, 6, 30), Truth.No), (result[0].Due, result[0].IsPast));
        Assert.Equal((null, Truth.Unknown), (result[1].Due, result[1].IsPast));
        Assert.Equal(Truth.Yes, RunIn(new(new(2024, 7, 1), 2024), policy).Duties[0].IsPast);
    }
}
