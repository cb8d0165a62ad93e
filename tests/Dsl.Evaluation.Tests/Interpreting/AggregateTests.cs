// Aggregates over rows: no rows, unknown rows, unknown filters, tables that were not supplied.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class AggregateTests
{
    private readonly World _world = new();

    private void Check(AggregateKind kind, SubjectFacts facts, Bounds bounds, string unknowns = "", bool filtered = false)
    {
        var value = _world.Number(Expression(kind, filtered), facts);
        Assert.Equal((bounds, unknowns), (value.Bounds, value.Unknowns.ToString()));
    }

    private IrExpression Expression(AggregateKind kind, bool filtered) =>
        Aggregate(kind, _world.Projects, kind is AggregateKind.Count or AggregateKind.Exists ? null : Of(_world.Grant),
            filtered ? Of(_world.Lead) : null);

    private SubjectFacts Rows(params RowFacts[] rows) => _world.Facts.WithRows(_world.Projects, rows);

    [Theory]
    [InlineData(AggregateKind.Sum, 9)]
    [InlineData(AggregateKind.Count, 3)]
    [InlineData(AggregateKind.Largest, 5)]
    [InlineData(AggregateKind.Smallest, 1)]
    [InlineData(AggregateKind.Average, 3)]
    public void 各行已知(AggregateKind kind, int expected) =>
        Check(kind, Rows(Project("a", 1), Project("b", 5), Project("c", 3)), Exactly(expected));

    [Theory]
    [InlineData(AggregateKind.Sum, 4)]
    [InlineData(AggregateKind.Count, 2)]
    [InlineData(AggregateKind.Largest, 3)]
    [InlineData(AggregateKind.Smallest, 1)]
    [InlineData(AggregateKind.Average, 2)]
    public void 条件不成立的行不算(AggregateKind kind, int expected) =>
        Check(kind, Rows(Project("a", 1, true), Project("b", 5, false), Project("c", 3, true)), Exactly(expected), filtered: true);

    [Fact]
    public void 没有行()
    {
        Check(AggregateKind.Sum, Rows(), Exactly(0));
        Check(AggregateKind.Count, Rows(), Exactly(0));
        foreach (var kind in new[] { AggregateKind.Largest, AggregateKind.Smallest, AggregateKind.Average })
        {
            var value = _world.Number(Expression(kind, false), Rows());
            Assert.Equal(Bounds.Everything, value.Bounds);
            Assert.Equal(UnknownKind.NoRows, Assert.Single(value.Unknowns.Items).Kind);
        }
        Assert.Equal(Truth.No, _world.Truth(Expression(AggregateKind.Exists, false), Rows()).Truth);
    }

    [Fact]
    public void 表未提供()
    {
        var facts = _world.Facts.WithoutTable(_world.Projects);
        Check(AggregateKind.Sum, facts, Between(0, null), "科技项目");
        Check(AggregateKind.Count, facts, Between(0, null), "科技项目");
        Check(AggregateKind.Largest, facts, Bounds.Everything, "科技项目");
        Check(AggregateKind.Average, facts, Bounds.Everything, "科技项目");
        Assert.Equal(Truth.Unknown, _world.Truth(Expression(AggregateKind.Exists, false), facts).Truth);
    }

    [Fact]
    public void 表未提供时缺省不作数()
    {
        // 每行的「追加」缺省为 0，但没有提供的表里可以有任何行。
        var sum = _world.Number(Aggregate(AggregateKind.Sum, _world.Projects, Of(_world.Extra)), _world.Facts);
        Assert.Equal(Between(0, null), sum.Bounds);
        var negative = _world.Number(Aggregate(AggregateKind.Sum, _world.Projects, new IrNegate(Of(_world.Extra), At(""))), _world.Facts);
        Assert.Equal(Between(null, 0), negative.Bounds);
    }

    [Fact]
    public void 行中缺失的值按行命名() =>
        Check(AggregateKind.Sum, Rows(Project("a", 1), Project("b", null)), Between(1, null), "科技项目[b].国拨经费");

    [Fact]
    public void 条件未知的行可能算可能不算()
    {
        var facts = Rows(Project("a", 4, true), Project("b", 6, null));
        Check(AggregateKind.Sum, facts, Between(4, 10), "科技项目[b].牵头", filtered: true);
        Check(AggregateKind.Count, facts, Between(1, 2), "科技项目[b].牵头", filtered: true);
        Check(AggregateKind.Largest, facts, Between(4, 6), "科技项目[b].牵头", filtered: true);
        Check(AggregateKind.Smallest, facts, Exactly(4), filtered: true);
        Check(AggregateKind.Average, facts, Between(4, 6), "科技项目[b].牵头", filtered: true);
        Assert.Equal(Truth.Yes, _world.Truth(Expression(AggregateKind.Exists, true), facts).Truth);
    }

    [Fact]
    public void 条件未知但值为零的行不要紧() =>
        Check(AggregateKind.Sum, Rows(Project("a", 4, true), Project("b", 0, null)), Exactly(4), filtered: true);

    [Fact]
    public void 只有可能的行时最大值未知()
    {
        var facts = Rows(Project("b", 6, null));
        Check(AggregateKind.Largest, facts, Bounds.Everything, "科技项目[b].牵头", filtered: true);
        Check(AggregateKind.Average, facts, Bounds.Everything, "科技项目[b].牵头", filtered: true);
        Assert.Equal("科技项目[b].牵头", _world.Truth(Expression(AggregateKind.Exists, true), facts).Unknowns.ToString());
    }

    [Fact]
    public void 不可能更大的行不再等待() =>
        Check(AggregateKind.Largest, Rows(Project("a", 9, true), Project("b", null, true), Project("c", 3, null)), Between(9, null),
            "科技项目[b].国拨经费", filtered: true);

    [Fact]
    public void 聚合之中能用外层的事实()
    {
        var expression = Aggregate(AggregateKind.Sum, _world.Projects, Times(Of(_world.Grant), Of(_world.Staff)));
        Assert.Equal(Exactly(30), _world.Number(expression, Rows(Project("a", 10)).With(_world.Staff, 3)).Bounds);
    }

    [Fact]
    public void 每个之内对同一明细的聚合看里层的行()
    {
        // 每行按占比：国拨经费 ÷ 合计(国拨经费)。
        var share = Over(Of(_world.Grant), Aggregate(AggregateKind.Sum, _world.Projects, Of(_world.Grant)));
        var result =
            _world.Only(Rows(Project("a", 1), Project("b", 3)), _world.Formula("1", Times(share, Money(100)), each: _world.Projects));
        Assert.Equal([Exactly(25), Exactly(75)], result.Rows.Select(row => row.Amount));
    }

    [Fact]
    public void 聚合之中的令属于条款的框架()
    {
        var local = new IrLocal("起点", Of(_world.Staff));
        var expression = Aggregate(AggregateKind.Count, _world.Projects, null, AtLeast(Of(_world.Grant), Of(local)));
        Assert.Equal(Exactly(1), _world.Number(expression, Rows(Project("a", 1), Project("b", 3)).With(_world.Staff, 2)).Bounds);
        Assert.Equal(DslType.Number, expression.Type);
    }
}
