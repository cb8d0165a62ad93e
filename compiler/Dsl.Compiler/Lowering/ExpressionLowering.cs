// Bound expressions → IR, node by node.
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Compiler.Lowering;

/// <summary>Lowers the expressions of one file.</summary>
/// <param name="source">The file.</param>
/// <param name="schema">The data that they read.</param>
/// <param name="proofs">Proven properties of the tables.</param>
internal sealed class ExpressionLowering(SourceText source, SchemaLowering schema, IReadOnlyDictionary<BoundTable, TableProof> proofs)
    : BoundExpressionVisitor<IrExpression>
{
    private readonly Dictionary<BoundLet, IrLocal> _locals = [];

    /// <summary>Lowers a 令 once.</summary>
    public IrLocal Lower(BoundLet let) =>
        _locals.TryGetValue(let, out var known) ? known : _locals[let] = new IrLocal(let.Symbol.Name, Visit(let.Value));

    /// <summary>Lowers an expression that may be absent.</summary>
    public IrExpression? LowerOptional(BoundExpression? expression) => expression is null ? null : Visit(expression);

    /// <inheritdoc/>
    protected override IrExpression Error(BoundError node) => throw new UnreachableException("policies with errors are not lowered");

    /// <inheritdoc/>
    protected override IrExpression Constant(BoundConstant node) => new IrConstant(node.Value, node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression Fact(BoundFact node) => new IrFact(schema[node.Field], At(node));

    /// <inheritdoc/>
    protected override IrExpression Parameter(BoundParameter node) => new IrParameterValue(schema[node.Parameter], At(node));

    /// <inheritdoc/>
    protected override IrExpression Intrinsic(BoundIntrinsic node) => new IrContext(node.Name, node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression History(BoundHistory node) => new IrHistory(node.Kind, node.ClauseNumber, node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression Local(BoundLocal node) => new IrLocalValue(Lower(node.Let), At(node));

    /// <inheritdoc/>
    protected override IrExpression Arithmetic(BoundArithmetic node) =>
        new IrArithmetic(node.Operator, Visit(node.Left), Visit(node.Right), node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression Negate(BoundNegate node) => new IrNegate(Visit(node.Operand), At(node));

    /// <inheritdoc/>
    protected override IrExpression DateShift(BoundDateShift node) =>
        new IrDateShift(Visit(node.Date), Visit(node.Amount), node.InMonths, At(node));

    /// <inheritdoc/>
    protected override IrExpression Comparison(BoundComparison node) =>
        new IrCompare(node.Operator, Visit(node.Left), Visit(node.Right), At(node));

    /// <inheritdoc/>
    protected override IrExpression SameText(BoundSameText node) => new IrSameText(Visit(node.Left), Visit(node.Right), At(node));

    /// <inheritdoc/>
    protected override IrExpression SameTruth(BoundSameTruth node) => new IrSameTruth(Visit(node.Left), Visit(node.Right), At(node));

    /// <inheritdoc/>
    protected override IrExpression Membership(BoundMembership node) =>
        new IrMember(Visit(node.Operand), node.Values, node.IsOpen, At(node));

    /// <inheritdoc/>
    protected override IrExpression Logical(BoundLogical node)
    {
        var operands = node.Operands.Select(Visit).ToImmutableArray();
        return node.IsAnd ? new IrAnd(operands, At(node)) : new IrOr(operands, At(node));
    }

    /// <inheritdoc/>
    protected override IrExpression Not(BoundNot node) => new IrNot(Visit(node.Operand), At(node));

    /// <inheritdoc/>
    protected override IrExpression Conditional(BoundConditional node) =>
        new IrChoose(Visit(node.Condition), Visit(node.WhenTrue), Visit(node.WhenFalse), At(node));

    // Every row has a condition, also the last; only a last row of nothing but - is 其余情形.
    /// <inheritdoc/>
    protected override IrExpression Table(BoundTable node)
    {
        var rows = node.Rows.Select((row, index) =>
        {
            var test = Test(row)
                ?? (index < node.Rows.Length - 1
                    ? new IrConstant(TruthValue.Yes, DslType.Truth, Locations.Of(source, row.Syntax.Span))
                    : null);
            return new IrTableRow(test, TableWording.Of(source, node, row), Visit(row.Result), Locations.Of(source, row.Syntax.Span));
        });
        var columns = string.Join("、", node.Columns.Select(column => Locations.Fold(source, column.Span)));
        var proof = proofs.GetValueOrDefault(node);
        return new IrTable($"{columns}的表（第 {At(node).Line} 行）", [.. rows], proof is { IsComplete: true },
            proof is { IsDisjoint: true }, node.Type, At(node));
    }

    private IrExpression? Test(BoundTableRow row)
    {
        var tests = row.Cells.OfType<BoundExpression>().Select(Visit).ToImmutableArray();
        return tests switch { [] => null, [var only] => only, _ => new IrAnd(tests, Locations.Of(source, row.Syntax.Span)) };
    }

    /// <inheritdoc/>
    protected override IrExpression Aggregate(BoundAggregate node) => node.Year is not null ? Years.Lower(node, At(node)) : new IrAggregate(
        node.Kind, node.Detail is { } detail ? schema[detail] : null, node.Registry is { } registry ? schema[registry] : null,
        LowerOptional(node.Selector), LowerOptional(node.Filter), node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression Call(BoundCall node) =>
        new IrCall(node.Function, [.. node.Arguments.Select(Visit)], node.Type, At(node));

    /// <inheritdoc/>
    protected override IrExpression Milestones(BoundMilestones node) => Years.Lower(node, At(node));

    /// <summary>The clauses of the policy by number, lowered when they are asked for.</summary>
    public Func<string, IrClause>? ClauseOf { get; set; }

    /// <inheritdoc/>
    protected override IrExpression ClauseAmount(BoundClauseAmount node) =>
        new IrClauseValue(ClauseValueKind.Amount, node.Number, ClauseOf?.Invoke(node.Number), At(node));

    private YearLowering Years => new(this, schema);

    private SourceLocation At(BoundExpression node) => Locations.Of(source, node.Span);
}
