// Every sealed node is visited by the one type switch, evaluated, walked and printed.
using System.Runtime.CompilerServices;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Nodes;

public class VisitorTests
{
    private static IEnumerable<Type> Leaves =>
        typeof(IrExpression).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IrExpression)));

    [Fact]
    public void 每种节点都是密封的() => Assert.All(Leaves, type => Assert.True(type.IsSealed, type.Name));

    [Fact]
    public void 每种节点都有去处()
    {
        foreach (var type in Leaves)
        {
            var node = (IrExpression)RuntimeHelpers.GetUninitializedObject(type);
            Assert.Equal(type.Name, "Ir" + new NameVisitor().Visit(node, false));
        }
    }

    [Fact]
    public void 每种节点都能求值和打印()
    {
        var world = new World();
        var instances = Instances(world).ToList();
        Assert.Equal(Leaves.Select(type => type.Name).Order(), instances.Select(node => node.GetType().Name).Distinct().Order());
        foreach (var node in instances)
        {
            Assert.NotNull(world.Evaluate(node));
            Assert.NotEmpty(IrExpressionPrinter.Print(node));
            Assert.Contains(node, IrWalk.All(node));
        }
    }

    private static IEnumerable<IrExpression> Instances(World world) =>
    [
        Money(1), Of(world.Investment), Of(new IrParameter("标准", DslType.Money)),
        new IrContext(ContextKind.AsOfDate, DslType.Date, At("")), Of(new IrLocal("x", Money(1))),
        Add(Money(1), Money(2)), new IrNegate(Money(1), At("")), new IrDateShift(Date(2020, 1, 1), Number(1), true, At("")),
        AtLeast(Money(1), Money(2)),
        new IrSameText(Text("a"), Text("b"), At("")), new IrSameTruth(Yes, No, At("")), Member(Text("a"), false, "a"), And(Yes, No),
        Or(Yes, No), Not(Yes), If(Yes, Money(1), Money(2)),
        new IrTable("表", [new(Yes, "是", Money(1), At("")), new(null, "其余情形", Money(2), At(""))], true, true, DslType.Money, At("")),
        Aggregate(AggregateKind.Count, world.Projects), Min(Money(1), Money(2)),
        new IrHistory(HistoryKind.Amount, "1", DslType.Money, At("")),
        new IrClauseValue(ClauseValueKind.LargestReceipt, "1", null, At("")),
    ];

    private sealed class NameVisitor : IrExpressionVisitor<bool, string>
    {
        protected override string Constant(IrConstant node, bool context) => nameof(Constant);
        protected override string Fact(IrFact node, bool context) => nameof(Fact);
        protected override string ParameterValue(IrParameterValue node, bool context) => nameof(ParameterValue);
        protected override string Context(IrContext node, bool context) => nameof(Context);
        protected override string LocalValue(IrLocalValue node, bool context) => nameof(LocalValue);
        protected override string Arithmetic(IrArithmetic node, bool context) => nameof(Arithmetic);
        protected override string Negate(IrNegate node, bool context) => nameof(Negate);
        protected override string DateShift(IrDateShift node, bool context) => nameof(DateShift);
        protected override string Compare(IrCompare node, bool context) => nameof(Compare);
        protected override string SameText(IrSameText node, bool context) => nameof(SameText);
        protected override string SameTruth(IrSameTruth node, bool context) => nameof(SameTruth);
        protected override string Member(IrMember node, bool context) => nameof(Member);
        protected override string And(IrAnd node, bool context) => nameof(And);
        protected override string Or(IrOr node, bool context) => nameof(Or);
        protected override string Not(IrNot node, bool context) => nameof(Not);
        protected override string Choose(IrChoose node, bool context) => nameof(Choose);

        protected override string Table(IrTable node, bool context) => nameof(Table);
        protected override string Aggregate(IrAggregate node, bool context) => nameof(Aggregate);
        protected override string Call(IrCall node, bool context) => nameof(Call);
        protected override string History(IrHistory node, bool context) => nameof(History);
        protected override string ClauseValue(IrClauseValue node, bool context) => nameof(ClauseValue);
    }
}
