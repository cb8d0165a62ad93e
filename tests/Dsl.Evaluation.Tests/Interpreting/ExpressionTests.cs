// Every node: value, bounds, unknowns, computed by hand.
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Interpreting;

public class ExpressionTests
{
    private readonly World _world = new();

    private void Check(IrExpression expression, Bounds bounds, string unknowns = "", Dsl.Ir.Facts.SubjectFacts? facts = null)
    {
        var value = _world.Number(expression, facts);
        Assert.Equal(bounds, value.Bounds);
        Assert.Equal(unknowns, value.Unknowns.ToString());
    }

    private void Check(IrExpression expression, Truth truth, string unknowns = "", Dsl.Ir.Facts.SubjectFacts? facts = null)
    {
        var value = _world.Truth(expression, facts);
        Assert.Equal(truth, value.Truth);
        Assert.Equal(unknowns, value.Unknowns.ToString());
    }

    [Fact] public void 常数就是它的值() => Check(Money(5), Exactly(5));

    [Fact] public void 已知事实就是它的值() => Check(Of(_world.Investment), Exactly(7), facts: _world.Facts.With(_world.Investment, 7));

    [Fact] public void 缺失的数从零到无穷() => Check(Of(_world.Investment), Between(0, null), "投资额");

    [Fact] public void 缺失的数在声明的范围内() => Check(Of(_world.Ranged), Between(-100, 500), "利润");

    [Fact] public void 缺失但有缺省就是缺省() => Check(Of(_world.Defaulted), Exactly(0));

    [Fact] public void 缺失的日期没有上下界() => Check(Of(_world.Founded), Bounds.Everything, "登记日期");

    [Fact] public void 缺失的认定等待认定() =>
        Assert.Equal(UnknownKind.Recognition, Assert.Single(_world.Evaluate(Of(_world.Recognised)).Unknowns.Items).Kind);

    [Fact] public void 缺失的是否为未知() => Check(Of(_world.Honest), Truth.Unknown, "诚信经营");

    [Fact] public void 加() => Check(Add(Of(_world.Investment), Money(3)), Between(3, null), "投资额");

    [Fact] public void 减() => Check(Subtract(Money(3), Of(_world.Investment)), Between(null, 3), "投资额");

    [Fact] public void 乘以零不再未知() => Check(Times(Of(_world.Investment), Number(0)), Exactly(0));

    [Fact] public void 乘以负数上下界互换() => Check(Times(Of(_world.Investment), Number(-2)), Between(null, 0), "投资额");

    [Fact] public void 除得分数是精确的() => Check(Over(Number(1), Number(3)), Exactly(new Rational(1, 3)));

    [Fact] public void 除数为零是未知() => Check(Over(Money(1), Number(0)), Bounds.Everything, "1元 / 0");

    [Fact]
    public void 除数可能为零是未知并列出除数的事实()
    {
        Check(Over(Number(1), Of(_world.Staff)), Bounds.Everything, "职工总数、1 / 职工总数");
        Check(Over(Number(1), Of(_world.Staff)), Exactly(new Rational(1, 4)), facts: _world.Facts.With(_world.Staff, 4));
    }

    [Fact] public void 取负() => Check(new IrNegate(Of(_world.Ranged), At("")), Between(-500, 100), "利润");

    [Theory]
    [InlineData(ComparisonOperator.Equal, Truth.No, Truth.Yes, Truth.No)]
    [InlineData(ComparisonOperator.NotEqual, Truth.Yes, Truth.No, Truth.Yes)]
    [InlineData(ComparisonOperator.Less, Truth.Yes, Truth.No, Truth.No)]
    [InlineData(ComparisonOperator.LessOrEqual, Truth.Yes, Truth.Yes, Truth.No)]
    [InlineData(ComparisonOperator.Greater, Truth.No, Truth.No, Truth.Yes)]
    [InlineData(ComparisonOperator.GreaterOrEqual, Truth.No, Truth.Yes, Truth.Yes)]
    public void 比较(ComparisonOperator op, Truth oneTwo, Truth twoTwo, Truth threeTwo)
    {
        Check(Compare(op, Number(1), Number(2)), oneTwo);
        Check(Compare(op, Number(2), Number(2)), twoTwo);
        Check(Compare(op, Number(3), Number(2)), threeTwo);
    }

    [Fact]
    public void 上下界之内都成立才算成立()
    {
        Check(AtLeast(Of(_world.Ranged), Money(-100)), Truth.Yes);
        Check(AtLeast(Of(_world.Ranged), Money(501)), Truth.No);
        Check(AtLeast(Of(_world.Ranged), Money(0)), Truth.Unknown, "利润");
        Check(Compare(ComparisonOperator.Equal, Of(_world.Ranged), Money(501)), Truth.No);
        Check(Compare(ComparisonOperator.Equal, Of(_world.Ranged), Money(500)), Truth.Unknown, "利润");
        Check(Compare(ComparisonOperator.LessOrEqual, Of(_world.Ranged), Money(500)), Truth.Yes);
        Check(Compare(ComparisonOperator.Less, Of(_world.Ranged), Money(500)), Truth.Unknown, "利润");
    }

    [Fact]
    public void 文本相同()
    {
        var facts = _world.Facts.With(_world.Industry, "专业服务");
        Check(new IrSameText(Of(_world.Industry), Text("专业服务"), At("")), Truth.Yes, facts: facts);
        Check(new IrSameText(Of(_world.Industry), Text("制造"), At("")), Truth.No, facts: facts);
        Check(new IrSameText(Of(_world.Industry), Text("制造"), At("")), Truth.Unknown, "行业");
    }

    [Fact]
    public void 是否相同()
    {
        Check(new IrSameTruth(Yes, No, At("")), Truth.No);
        Check(new IrSameTruth(No, No, At("")), Truth.Yes);
        Check(new IrSameTruth(Yes, Of(_world.Honest), At("")), Truth.Unknown, "诚信经营");
    }

    [Fact]
    public void 属于封闭名录()
    {
        var member = Member(Of(_world.Industry), false, "文化旅游", "专业服务");
        Check(member, Truth.Yes, facts: _world.Facts.With(_world.Industry, "专业服务"));
        Check(member, Truth.No, facts: _world.Facts.With(_world.Industry, "制造"));
        Check(member, Truth.Unknown, "行业");
    }

    [Fact]
    public void 开放名录之外等待认定()
    {
        var member = Member(Of(_world.Industry), true, "文化旅游");
        Check(member, Truth.Yes, facts: _world.Facts.With(_world.Industry, "文化旅游"));
        var value = _world.Truth(member, _world.Facts.With(_world.Industry, "制造"));
        Assert.Equal(new UnknownItem(UnknownKind.OpenList, "行业（制造）"), Assert.Single(value.Unknowns.Items));
        Check(Not(member), Truth.Unknown, "行业（制造）", _world.Facts.With(_world.Industry, "制造"));
    }

    [Fact]
    public void 且与或只列仍然要紧的()
    {
        Check(And(Of(_world.Honest), Of(_world.Recognised)), Truth.Unknown, "诚信经营、已认定");
        Check(And(Of(_world.Honest), No), Truth.No);
        Check(And(Yes, Of(_world.Honest)), Truth.Unknown, "诚信经营");
        Check(Or(Of(_world.Honest), Yes), Truth.Yes);
        Check(Or(Of(_world.Honest), No), Truth.Unknown, "诚信经营");
        Check(Not(Of(_world.Honest)), Truth.Unknown, "诚信经营");
    }

    [Fact]
    public void 若只看走到的一边()
    {
        Check(If(Yes, Money(1), Of(_world.Investment)), Exactly(1));
        Check(If(No, Money(1), Of(_world.Investment)), Between(0, null), "投资额");
        Check(If(Of(_world.Honest), Money(1), Money(5)), Between(1, 5), "诚信经营");
        Check(If(Of(_world.Honest), Money(5), Money(5)), Exactly(5));
        Check(If(Of(_world.Honest), Yes, No), Truth.Unknown, "诚信经营");
        Check(If(Of(_world.Honest), Yes, Yes), Truth.Yes);
    }

    [Fact]
    public void 若的链条未知时取各边之包()
    {
        var chain = If(Of(_world.Honest), Money(1), If(Of(_world.Recognised), Money(9), If(No, Money(100), Money(4))));
        Check(chain, Between(1, 9), "诚信经营、已认定");
        Check(chain, Between(4, 9), "已认定", _world.Facts.With(_world.Honest, false));
    }

    [Fact]
    public void 日期加月到月底为止()
    {
        var leap = new IrDateShift(Date(2020, 2, 29), Number(12), true, At(""));
        Check(leap, Exactly(CivilDate.ToNumber(new(2021, 2, 28))));
        Check(new IrDateShift(Date(2024, 1, 31), Number(1), true, At("")), Exactly(CivilDate.ToNumber(new(2024, 2, 29))));
        Check(new IrDateShift(Date(2024, 1, 31), Number(30), false, At("")), Exactly(CivilDate.ToNumber(new(2024, 3, 1))));
        Check(new IrDateShift(Of(_world.Founded), Number(12), true, At("")), Bounds.Everything, "登记日期");
    }

    [Fact]
    public void 满三年从闰日起算()
    {
        // 2021-02-28 为满一年：到这一天即满，前一天未满。
        var full = Compare(ComparisonOperator.LessOrEqual, new IrDateShift(Of(_world.Founded), Number(12), true, At("")),
            new IrContext(ContextKind.AsOfDate, DslType.Date, At("测算日")));
        var facts = _world.Facts.With(_world.Founded, new DateOnly(2020, 2, 29));
        Assert.Equal(Truth.Yes, OnDay(new World { Context = new(new(2021, 2, 28), 2021) }));
        Assert.Equal(Truth.No, OnDay(new World { Context = new(new(2021, 2, 27), 2021) }));

        Truth OnDay(World world) => ((TruthValue)new ExpressionEvaluator(world.Context).Visit(full, Frame.OfSubject(null, facts))).Truth;
    }

    [Fact]
    public void 测算的日期与年度()
    {
        Check(new IrContext(ContextKind.AsOfDate, DslType.Date, At("")), Exactly(CivilDate.ToNumber(new(2024, 6, 30))));
        Check(new IrContext(ContextKind.ApplicationYear, DslType.Year, At("")), Exactly(2024));
        Check(new IrContext(ContextKind.EffectiveDate, DslType.Date, At("")), Exactly(CivilDate.ToNumber(new(2021, 1, 1))));
    }

    [Fact]
    public void 参数取测算日的值()
    {
        var parameter = new IrParameter("标准", DslType.Money)
        {
            History = [(new(2021, 6, 21), Known(100)), (new(2024, 6, 30), Known(120)), (new(2025, 1, 1), Known(130))]
        };
        Check(Of(parameter), Exactly(120));
        var early = new World { Context = new(new(2020, 1, 1), 2020) };
        var value = early.Number(Of(parameter));
        Assert.Equal(Between(0, null), value.Bounds);
        Assert.Equal(new UnknownItem(UnknownKind.Parameter, "标准"), Assert.Single(value.Unknowns.Items));
    }

    [Fact]
    public void 没有日期的参数值从来有效() =>
        Check(Of(new IrParameter("标准", DslType.Money) { History = [(null, Known(100))] }), Exactly(100));

    [Fact]
    public void 外部参数由测算给出()
    {
        var parameter = new IrParameter("市级比例", DslType.Ratio) { IsExternal = true };
        Check(Of(parameter), Between(0, null), "市级比例");
        var world = new World
        {
            Context = _world.Context with { Parameters = _world.Context.Parameters.Add("市级比例", Known(new Rational(1, 10))) }
        };
        Assert.Equal(Exactly(new Rational(1, 10)), world.Number(Of(parameter)).Bounds);
    }

    [Fact] public void 取低只列仍然要紧的() => Check(Min(Of(_world.Investment), Money(0)), Exactly(0));

    [Fact]
    public void 令在一个框架里只算一次()
    {
        var counter = new CountingObserver();
        var local = new IrLocal("基数", Add(Of(_world.Investment), Money(1)));
        var evaluator = new ExpressionEvaluator(_world.Context, counter);
        evaluator.Visit(Add(Of(local), Of(local)), Frame.OfSubject(null, _world.Facts));
        Assert.Equal(1, counter.CountOf(local.Value));
    }

    [Fact]
    public void 数万项的连加连乘和长表不会溢出()
    {
        var sum = Number(0);
        var table = Number(-1);
        for (var i = 0; i < 50_000; i++)
        {
            sum = Add(sum, Number(1));
            table = If(Compare(ComparisonOperator.Equal, Of(_world.Staff), Number(i)), Number(i), table);
        }
        Check(sum, Exactly(50_000));
        Check(table, Exactly(7), facts: _world.Facts.With(_world.Staff, 7));
        Check(table, Between(-1, 49_999), "职工总数");
    }

    private sealed class CountingObserver : IEvaluationObserver
    {
        private readonly Dictionary<IrExpression, int> _counts = [];

        public void Evaluated(IrExpression node, Frame frame, Value value) => _counts[node] = CountOf(node) + 1;

        public int CountOf(IrExpression node) => _counts.GetValueOrDefault(node);
    }
}
