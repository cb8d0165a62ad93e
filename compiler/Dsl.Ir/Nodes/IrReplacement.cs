// An expression with other values in place of facts: 比照.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;

namespace Dsl.Ir.Nodes;

/// <summary>Makes expressions of one clause into those of another one.</summary>
/// <param name="facts">What stands for a fact of the subject, or of the row under 每个.</param>
/// <param name="number">The number of the clause that they are made for: what was received is what it received.</param>
public sealed class IrReplacement(IReadOnlyDictionary<IrField, IrExpression> facts, string number)
    : IrExpressionVisitor<ImmutableHashSet<string>, IrExpression>
{
    private readonly Dictionary<IrLocal, IrLocal> _locals = [];

    /// <summary>An expression of a clause.</summary>
    public IrExpression Of(IrExpression expression) => Visit(expression, []);

    /// <summary>An expression that may be absent.</summary>
    public IrExpression? OfOptional(IrExpression? expression) => expression is null ? null : Of(expression);

    /// <summary>A 令, the same one wherever it is used.</summary>
    public IrLocal Of(IrLocal local)
    {
        if (!_locals.TryGetValue(local, out var made))
            _locals[local] = made = new(local.Name, Of(local.Value));
        return made;
    }

    /// <inheritdoc/>
    protected override IrExpression Constant(IrConstant node, ImmutableHashSet<string> context) => node;

    // Within an aggregate the row is one of its own.
    /// <inheritdoc/>
    protected override IrExpression Fact(IrFact node, ImmutableHashSet<string> context) =>
        facts.TryGetValue(node.Field, out var value) && (node.Field.Detail is not { } detail || !context.Contains(detail)) ? value : node;

    /// <inheritdoc/>
    protected override IrExpression ParameterValue(IrParameterValue node, ImmutableHashSet<string> context) => node;

    /// <inheritdoc/>
    protected override IrExpression Context(IrContext node, ImmutableHashSet<string> context) => node;

    /// <inheritdoc/>
    protected override IrExpression LocalValue(IrLocalValue node, ImmutableHashSet<string> context) =>
        new IrLocalValue(Of(node.Local), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Arithmetic(IrArithmetic node, ImmutableHashSet<string> context)
    {
        // Chains nest on the left as deep as they are long.
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link; first = link.Left)
            spine.Push(link);
        var value = Visit(first, context);
        while (spine.TryPop(out var link))
            value = new IrArithmetic(link.Operator, value, Visit(link.Right, context), link.Type, link.Origin);
        return value;
    }

    /// <inheritdoc/>
    protected override IrExpression Negate(IrNegate node, ImmutableHashSet<string> context) =>
        new IrNegate(Visit(node.Operand, context), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression DateShift(IrDateShift node, ImmutableHashSet<string> context) =>
        new IrDateShift(Visit(node.Date, context), Visit(node.Amount, context), node.InMonths, node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Compare(IrCompare node, ImmutableHashSet<string> context) =>
        new IrCompare(node.Operator, Visit(node.Left, context), Visit(node.Right, context), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression SameText(IrSameText node, ImmutableHashSet<string> context) =>
        new IrSameText(Visit(node.Left, context), Visit(node.Right, context), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression SameTruth(IrSameTruth node, ImmutableHashSet<string> context) =>
        new IrSameTruth(Visit(node.Left, context), Visit(node.Right, context), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Member(IrMember node, ImmutableHashSet<string> context) =>
        new IrMember(Visit(node.Operand, context), node.Values, node.IsOpen, node.Origin);

    /// <inheritdoc/>
    protected override IrExpression And(IrAnd node, ImmutableHashSet<string> context) =>
        new IrAnd([.. node.Operands.Select(operand => Visit(operand, context))], node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Or(IrOr node, ImmutableHashSet<string> context) =>
        new IrOr([.. node.Operands.Select(operand => Visit(operand, context))], node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Not(IrNot node, ImmutableHashSet<string> context) =>
        new IrNot(Visit(node.Operand, context), node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Choose(IrChoose node, ImmutableHashSet<string> context)
    {
        // 若 … 否则 若 … nests as deep as it is long.
        var passed = new Stack<IrChoose>();
        IrExpression last = node;
        for (; last is IrChoose choose; last = choose.WhenFalse)
            passed.Push(choose);
        var value = Visit(last, context);
        while (passed.TryPop(out var choose))
            value = new IrChoose(Visit(choose.Condition, context), Visit(choose.WhenTrue, context), value, choose.Origin);
        return value;
    }

    /// <inheritdoc/>
    protected override IrExpression Table(IrTable node, ImmutableHashSet<string> context) => new IrTable(node.Name,
        [.. node.Rows.Select(row => row with
        {
            Test = row.Test is null ? null : Visit(row.Test, context), Value = Visit(row.Value, context),
        })],
        // What is proved of the facts of a clause is not proved of what stands for them.
        facts.Count == 0 && node.IsComplete, facts.Count == 0 && node.IsDisjoint, node.Type, node.Origin);

    /// <inheritdoc/>
    protected override IrExpression Aggregate(IrAggregate node, ImmutableHashSet<string> context)
    {
        var within = node.Detail is { } detail ? context.Add(detail.Name) : context;
        return new IrAggregate(node.Kind, node.Detail, node.Registry, node.Selector is null ? null : Visit(node.Selector, within),
            node.Filter is null ? null : Visit(node.Filter, within), node.Type, node.Origin);
    }

    /// <inheritdoc/>
    protected override IrExpression Call(IrCall node, ImmutableHashSet<string> context) =>
        new IrCall(node.Function, [.. node.Arguments.Select(argument => Visit(argument, context))], node.Type, node.Origin);

    /// <inheritdoc/>
    protected override IrExpression History(IrHistory node, ImmutableHashSet<string> context) =>
        node.Kind == HistoryKind.Left ? new IrHistory(node.Kind, number, node.Type, node.Origin) : node;

    /// <inheritdoc/>
    protected override IrExpression ClauseValue(IrClauseValue node, ImmutableHashSet<string> context) =>
        node.Kind == ClauseValueKind.LargestReceipt ? new IrClauseValue(node.Kind, number, null, node.Origin) : node;
}
