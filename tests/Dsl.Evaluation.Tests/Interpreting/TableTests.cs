// Decision tables: one row that applies, none, several, and what is known while that is open.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Interpreting;

public class TableTests
{
    private readonly World _world = new();

    private IrExpression Staff => Of(_world.Staff);

    private static IrTableRow Row(IrExpression? test, Rational yuan) => new(test, test?.Origin.Text ?? "其余情形", Money(yuan), At("行"));

    private IrTableRow UpTo(int persons, Rational yuan) => Row(Compare(ComparisonOperator.LessOrEqual, Staff, Number(persons)), yuan);

    private IrTableRow From(int persons, Rational yuan) => Row(AtLeast(Staff, Number(persons)), yuan);

    private static IrTable Table(bool isComplete, params IrTableRow[] rows) => Table(isComplete, isDisjoint: false, rows);

    private static IrTable Table(bool isComplete, bool isDisjoint, params IrTableRow[] rows) =>
        new("职工总数的表（第 1 行）", [.. rows], isComplete, isDisjoint, DslType.Money, At("表"));

    private static void Check(NumberValue value, Rational? low, Rational? high, params UnknownKind[] waits)
    {
        Assert.Equal(new Bounds(low, high), value.Bounds);
        Assert.Equal(waits, value.Unknowns.Items.Select(static item => item.Kind));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    public void 符合的一行(int staff, int yuan) =>
        Check(_world.Number(Table(true, UpTo(20, 1), From(21, 2)), _world.Facts.With(_world.Staff, staff)), yuan, yuan);

    [Fact]
    public void 最后一行也要符合才用() =>
        Check(_world.Number(Table(false, UpTo(20, 1), From(21, 2)), _world.Facts.With(_world.Staff, new Rational(41, 2))), null, null,
            UnknownKind.NoTableRow);

    [Fact]
    public void 证明过的表也不凭证明给钱() =>
        Check(_world.Number(Table(true, UpTo(20, 1), From(21, 2)), _world.Facts.With(_world.Staff, new Rational(41, 2))), null, null,
            UnknownKind.NoTableRow);

    [Fact]
    public void 几行同时适用而结果不同() =>
        Check(_world.Number(Table(true, UpTo(20, 1), From(20, 2)), _world.Facts.With(_world.Staff, 20)), 1, 2,
            UnknownKind.SeveralTableRows);

    [Fact]
    public void 几行同时适用而结果相同() =>
        Check(_world.Number(Table(true, UpTo(20, 1), From(20, 1)), _world.Facts.With(_world.Staff, 20)), 1, 1);

    // What follows it is not evaluated: a division by zero there would make the answer unknown.
    [Fact]
    public void 证明互不重叠的表到适用的一行为止()
    {
        var asked = new IrCompare(ComparisonOperator.Less,
            new IrArithmetic(ArithmeticOperator.Divide, Number(1), Number(0), DslType.Number, At("商")), Number(1), At("问"));
        var rows = new[] { Row(asked, 9), UpTo(20, 1), Row(asked, 9), From(21, 2), Row(null, 3) };
        Check(_world.Number(Table(true, true, rows), _world.Facts.With(_world.Staff, 20)), 1, 1);
        Check(_world.Number(Table(true, true, rows), _world.Facts.With(_world.Staff, 21)), 2, 2);
        Check(_world.Number(Table(true, false, rows), _world.Facts.With(_world.Staff, 20)), 1, 9, UnknownKind.ZeroDivisor);
    }

    [Fact]
    public void 其余情形在没有一行适用时用()
    {
        var table = Table(false, UpTo(20, 1), From(30, 2), Row(null, 3));
        Check(_world.Number(table, _world.Facts.With(_world.Staff, 25)), 3, 3);
        Check(_world.Number(table, _world.Facts.With(_world.Staff, 20)), 1, 1);
        Check(_world.Number(table), 1, 3, UnknownKind.Fact);
    }

    [Fact]
    public void 缺少事实时在可能适用的各行之间() => Check(_world.Number(Table(true, UpTo(20, 1), From(21, 2))), 1, 2, UnknownKind.Fact);

    [Fact]
    public void 缺少事实而表可能有遗漏时什么也不知道() =>
        Check(_world.Number(Table(false, UpTo(20, 1), From(21, 1))), null, null, UnknownKind.Fact);

    [Fact]
    public void 可能适用的各行结果相同就是确定的() => Check(_world.Number(Table(true, UpTo(20, 1), From(21, 1))), 1, 1);

    [Fact]
    public void 没有一行适用的条款是资料不全()
    {
        var clause = _world.Only(_world.Facts.With(_world.Staff, 25), _world.Clause("1", Table(false, UpTo(20, 1), From(30, 2))));
        Assert.Equal(ClauseStatus.MissingFacts, clause.Status);
        Assert.Equal(new Bounds(0, null), clause.Amount);
        Assert.Contains("没有一行适用", Wording.Need(Assert.Single(clause.Unknowns.Items)), StringComparison.Ordinal);
    }
}
