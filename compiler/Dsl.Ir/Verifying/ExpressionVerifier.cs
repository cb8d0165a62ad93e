// The invariants of expressions: types fit, facts have a row to be read from, 令 come before their use.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Verifying;

/// <summary>Checks the expressions of one clause, target or gate.</summary>
internal sealed class ExpressionVerifier(string where, List<IrViolation> found)
{
    /// <summary>The detail whose row is at hand; null for none.</summary>
    public IrDetail? PerRow { get; init; }

    /// <summary>Whether 奖补 may be named (恒有).</summary>
    public bool AllowsAward { get; init; }

    /// <summary>Whether aggregates may range over the registry (目标).</summary>
    public bool AllowsRegistry { get; init; }

    /// <summary>令 that are declared so far.</summary>
    public HashSet<IrLocal> Known { get; init; } = [];

    /// <summary>An expression that must be a truth.</summary>
    public void Truth(IrExpression root) => Typed(root, root.Type is TruthType, "conditions are truths");

    /// <summary>An expression, if there is one, that must be money.</summary>
    public void Money(IrExpression? root)
    {
        if (root is not null)
            Typed(root, IsMoney(root.Type), "awards and caps are money");
    }

    /// <summary>Money, also per year or per thing counted: 元/件 is the amount of a row of a detail that is counted in 件.</summary>
    private static bool IsMoney(DslType type) => type is QuantityType { Dimension: var dimension }
        && dimension.Factors.Aggregate(dimension,
            static (left, factor) => factor.Power == -1 && (factor.Unit == Units.Years || factor.Unit.Kind == UnitKind.Counting)
                ? left.Times(Dimension.Of(factor.Unit)) : left) == Dimension.Of(Units.Yuan);

    private void Typed(IrExpression root, bool fits, string invariant)
    {
        if (!fits)
            found.Add(new(invariant, where, $"{root.Type}: {root.Origin.Text}"));
        Any(root);
    }

    /// <summary>An expression of any type.</summary>
    public void Any(IrExpression root)
    {
        var left = new Stack<(IrExpression Node, IrDetail? Row, bool InRegistry)>([(root, PerRow, false)]);
        while (left.TryPop(out var next))
        {
            Check(next.Node, next.Row, next.InRegistry);
            if (next.Node is IrLocalValue or IrClauseValue)
                continue;
            var row = next.Node is IrAggregate { Detail: { } detail } ? detail : next.Row;
            var inRegistry = next.InRegistry || next.Node is IrAggregate && AllowsRegistry;
            foreach (var part in IrWalk.Parts(next.Node))
                left.Push((part, row, inRegistry));
        }
    }

    private void Check(IrExpression node, IrDetail? row, bool inRegistry)
    {
        var problem = node switch
        {
            { Type.IsError: true } => "no error types",
            IrConstant { Value.IsCertain: false } => "constants are certain",
            IrFact { Field.Detail: { } detail } when detail != row?.Name && detail != PerRow?.Name => "row facts are read within a row",
            IrFact { Field.Detail: null } when AllowsRegistry && !inRegistry =>
                "facts of subjects are read within an aggregate of a target",
            IrContext { Kind: ContextKind.Award } when !AllowsAward => "the award is named in invariants only",
            IrLocalValue local when !AllowsAward && !Known.Contains(local.Local) => "locals are declared before their use",
            IrClauseValue { Kind: var kind } value when (kind == ClauseValueKind.Amount) != (value.Clause is not null) =>
                "an amount is of a clause, a receipt is not",
            IrAnd { Operands.Length: < 2 } or IrOr { Operands.Length: < 2 } => "chains have two operands or more",
            IrAnd chain when chain.Operands.Any(static operand => operand.Type is not TruthType) => "chains join truths",
            IrOr chain when chain.Operands.Any(static operand => operand.Type is not TruthType) => "chains join truths",
            IrNot { Operand.Type: not TruthType } => "negation is of truths",
            IrChoose { Condition.Type: not TruthType } => "choices hang on truths",
            IrChoose choose when choose.WhenTrue.Type.GetType() != choose.WhenFalse.Type.GetType() =>
                "both branches of a choice have one type",
            IrTable { Rows.IsEmpty: true } => "a table has rows",
            IrTable table when table.Rows.Any(static row => row.Test is { Type: not TruthType }) => "rows of a table hang on truths",
            IrTable table when table.Rows[..^1].Any(static row => row.Test is null) => "the row of all other cases is the last",
            IrTable table when table.Rows.Any(row => row.Value.Type.GetType() != table.Type.GetType()) =>
                "all rows of a table have one type",
            IrHistory when AllowsRegistry => "records are read for one subject",
            IrAggregate { Registry: not null } when !AllowsRegistry => "the registry is for targets",
            IrAggregate aggregate when aggregate.Detail is null == aggregate.Registry is null => "an aggregate ranges over one thing",
            _ => null,
        };
        if (problem is not null)
            found.Add(new(problem, where, node.Origin.Text));
    }
}
