// Reference semantics of expressions: exact numbers with bounds, three-valued logic; an unknown lists only inputs that can still change
// the result.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Evaluates expressions in frames. Holds no state of its own: safe for many threads (a frame is not).</summary>
/// <param name="inputs">Dates and external parameters.</param>
/// <param name="observer">Receives the value of every node; null to evaluate without an explanation.</param>
public sealed class ExpressionEvaluator(EvaluationContext inputs, IEvaluationObserver? observer = null) : IrExpressionVisitor<Frame, Value>
{
    /// <summary>Which conditions of a clause count as met where its amount is asked for.</summary>
    internal EvaluationScope Scope { get; init; } = EvaluationScope.Everything;

    /// <summary>The value of a number expression.</summary>
    public NumberValue EvaluateNumber(IrExpression node, Frame frame) => (NumberValue)Visit(node, frame);

    /// <summary>The value of a truth expression.</summary>
    public TruthValue EvaluateTruth(IrExpression node, Frame frame) => (TruthValue)Visit(node, frame);

    /// <inheritdoc/>
    public override Value Visit(IrExpression node, Frame context)
    {
        var value = base.Visit(node, context);
        observer?.Evaluated(node, context, value);
        return value;
    }

    /// <inheritdoc/>
    protected override Value Constant(IrConstant node, Frame context) => node.Value;

    /// <inheritdoc/>
    protected override Value Fact(IrFact node, Frame context)
    {
        var field = node.Field;
        if (field.Detail is not { } detail)
            return context.Subject?.Values[field.Ordinal] ?? field.Default ?? MissingValue.OfField(field, null, tableIsMissing: false);
        var row = context.FindRow(detail);
        return row?.Row is { } facts
            ? facts.Values[field.Ordinal] ?? field.Default ?? MissingValue.OfField(field, row, tableIsMissing: false)
            : MissingValue.OfField(field, row, tableIsMissing: true);
    }

    /// <inheritdoc/>
    protected override Value ParameterValue(IrParameterValue node, Frame context) => ValueOf(node.Parameter);

    /// <summary>The value of a parameter: the one that is tried out, the external one, or that of the as-of date.</summary>
    public Value ValueOf(IrParameter parameter)
    {
        var value = inputs.Replaced.TryGetValue(parameter, out var tried) ? tried
            : parameter.IsExternal ? inputs.Parameters.GetValueOrDefault(parameter.Name)
            : parameter.History.LastOrDefault(entry => entry.From is not { } from || from <= inputs.AsOf).Value;
        var missing = MissingValue.Of(parameter.Type, null, Unknowns.Of(UnknownKind.Parameter, parameter.Name));
        // Two policies may give one name to external parameters of different kinds: what was given for the other is nothing here.
        return value is not null && value.GetType() == missing.GetType() ? value : missing;
    }

    /// <inheritdoc/>
    protected override Value Context(IrContext node, Frame context) => node.Kind switch
    {
        ContextKind.AsOfDate => NumberValue.Of(CivilDate.ToNumber(inputs.AsOf)),
        ContextKind.ApplicationYear => NumberValue.Of(inputs.Year),
        ContextKind.EffectiveDate => context.Policy is { } policy
            ? NumberValue.Of(CivilDate.ToNumber(policy.EffectiveDate))
            : MissingValue.Of(node.Type, null, Unknowns.Of(UnknownKind.Fact, node.Origin.Text)),
        _ => context.Award ?? MissingValue.Of(node.Type, null, Unknowns.Of(UnknownKind.Fact, node.Origin.Text)),
    };

    /// <inheritdoc/>
    protected override Value History(IrHistory node, Frame context) => HistoryValues.Of(node, context, inputs.Year);

    /// <inheritdoc/>
    protected override Value LocalValue(IrLocalValue node, Frame context)
    {
        var frame = context.ClauseFrame();
        if (!frame.TryGetLocal(node.Local, out var value))
        {
            value = Visit(node.Local.Value, frame);
            frame.SetLocal(node.Local, value);
        }
        return value;
    }

    /// <inheritdoc/>
    protected override Value Arithmetic(IrArithmetic node, Frame context)
    {
        // a + b + c + … nests on the left as deep as it is long: walk down the spine, then compute upwards.
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link; first = link.Left)
            spine.Push(link);
        var value = EvaluateNumber(first, context);
        while (spine.TryPop(out var link))
        {
            value = Apply(link, value, EvaluateNumber(link.Right, context));
            if (!ReferenceEquals(link, node))
                observer?.Evaluated(link, context, value);
        }
        return value;
    }

    private static NumberValue Apply(IrArithmetic node, NumberValue left, NumberValue right)
    {
        var (a, b, unknowns) = (left.Bounds, right.Bounds, left.Unknowns | right.Unknowns);
        if (node.Operator == ArithmeticOperator.Divide && b.HoldsZero)
            return new(Bounds.Everything, unknowns | Unknowns.Of(UnknownKind.ZeroDivisor, node.Origin.Text));
        var exact = node.Operator switch
        {
            ArithmeticOperator.Add => a + b,
            ArithmeticOperator.Subtract => a - b,
            ArithmeticOperator.Multiply => a * b,
            _ => a / b,
        };
        var held = NumberLimits.Hold(exact);
        return new(held, held == exact ? unknowns : unknowns | Unknowns.Of(UnknownKind.Limit, node.Origin.Text));
    }

    /// <inheritdoc/>
    protected override Value Negate(IrNegate node, Frame context)
    {
        var value = EvaluateNumber(node.Operand, context);
        return new NumberValue(-value.Bounds, value.Unknowns);
    }

    /// <inheritdoc/>
    protected override Value DateShift(IrDateShift node, Frame context)
    {
        var (date, amount) = (EvaluateNumber(node.Date, context), EvaluateNumber(node.Amount, context));
        Rational? End(Rational? day, Rational? by) => day is { } d && by is { } n ? Shift(d, n, node.InMonths) : null;
        return new NumberValue(
            new(End(date.Bounds.Low, amount.Bounds.Low), End(date.Bounds.High, amount.Bounds.High)), date.Unknowns | amount.Unknowns);
    }

    private static Rational Shift(Rational day, Rational amount, bool inMonths) => CivilDate.ToNumber(
        inMonths ? CivilDate.AddMonths(CivilDate.FromNumber(day), amount) : CivilDate.FromNumber(day + amount));

    /// <inheritdoc/>
    protected override Value Compare(IrCompare node, Frame context) =>
        ValueLogic.Compare(node.Operator, EvaluateNumber(node.Left, context), EvaluateNumber(node.Right, context));

    /// <inheritdoc/>
    protected override Value SameText(IrSameText node, Frame context)
    {
        var (left, right) = ((TextValue)Visit(node.Left, context), (TextValue)Visit(node.Right, context));
        return left.Text is { } a && right.Text is { } b
            ? TruthValue.Of(a == b)
            : new TruthValue(Truth.Unknown, left.Unknowns | right.Unknowns);
    }

    /// <inheritdoc/>
    protected override Value SameTruth(IrSameTruth node, Frame context)
    {
        var (left, right) = (EvaluateTruth(node.Left, context), EvaluateTruth(node.Right, context));
        return left.IsCertain && right.IsCertain
            ? TruthValue.Of(left.Truth == right.Truth)
            : new TruthValue(Truth.Unknown, left.Unknowns | right.Unknowns);
    }

    /// <inheritdoc/>
    protected override Value Member(IrMember node, Frame context)
    {
        var operand = (TextValue)Visit(node.Operand, context);
        return operand.Text is not { } text ? new TruthValue(Truth.Unknown, operand.Unknowns)
            : node.Values.Contains(text) ? TruthValue.Yes
            : node.IsOpen ? new TruthValue(Truth.Unknown, Unknowns.Of(UnknownKind.OpenList, $"{node.Operand.Origin.Text}（{text}）"))
            : TruthValue.No;
    }

    /// <inheritdoc/>
    protected override Value And(IrAnd node, Frame context) => Chain(node.Operands, context, decisive: Truth.No);

    /// <inheritdoc/>
    protected override Value Or(IrOr node, Frame context) => Chain(node.Operands, context, decisive: Truth.Yes);

    private TruthValue Chain(ImmutableArray<IrExpression> operands, Frame frame, Truth decisive)
    {
        var (truth, unknowns) = (decisive.Not(), Unknowns.None);
        foreach (var operand in operands)
        {
            var value = EvaluateTruth(operand, frame);
            unknowns |= value.Unknowns;
            truth = decisive == Truth.No ? truth.And(value.Truth) : truth.Or(value.Truth);
            if (truth == decisive && observer is null)
                break;
        }
        return new(truth, unknowns);
    }

    /// <inheritdoc/>
    protected override Value Not(IrNot node, Frame context)
    {
        var value = EvaluateTruth(node.Operand, context);
        return new TruthValue(value.Truth.Not(), value.Unknowns);
    }

    /// <inheritdoc/>
    protected override Value Choose(IrChoose node, Frame context)
    {
        // 若 … 否则 若 … nests as deep as it is long: walk down while conditions do not certainly hold, then merge upwards.
        var passed = new Stack<(IrChoose Node, Value? WhenTrue, Unknowns Condition)>();
        Value? result = null;
        for (IrExpression next = node; result is null;)
        {
            if (next is not IrChoose choose)
            {
                result = Visit(next, context);
                break;
            }
            var condition = EvaluateTruth(choose.Condition, context);
            var whenTrue = condition.Truth == Truth.No ? null : Visit(choose.WhenTrue, context);
            if (condition.Truth == Truth.Yes)
                (result, whenTrue) = (whenTrue, null);
            passed.Push((choose, whenTrue, condition.Unknowns));
            next = choose.WhenFalse;
        }
        while (passed.TryPop(out var link))
        {
            result = link.WhenTrue is { } whenTrue ? ValueLogic.Either(link.Condition, whenTrue, result) : result;
            if (!ReferenceEquals(link.Node, node))
                observer?.Evaluated(link.Node, context, result);
        }
        return result;
    }

    /// <inheritdoc/>
    protected override Value Table(IrTable node, Frame context)
    {
        var rows = new TableRule<TableCells, Value, TruthValue>(new(node));
        foreach (var row in node.Rows)
        {
            var test = row.Test is { } asked ? EvaluateTruth(asked, context) : rows.Otherwise;
            if (!test.IsNo)
                rows.Add(test, Visit(row.Value, context));
            // An explanation lists every row.
            if (rows.IsDecided && observer is null)
                break;
        }
        return rows.Result();
    }

    /// <inheritdoc/>
    protected override Value Aggregate(IrAggregate node, Frame context)
    {
        if (context.RegistryAggregates?.TryGetValue(node, out var known) == true)
            return known;
        var accumulator = AggregateAccumulator.Create(node.Kind, node.Origin.Text);
        AddRows(node, context, accumulator);
        return accumulator.Result();
    }

    /// <summary>Adds what one subject contributes: its rows of the detail, or (registry) the subject itself.</summary>
    /// <param name="node">The aggregate.</param>
    /// <param name="frame">The subject.</param>
    /// <param name="accumulator">What is added to.</param>
    /// <param name="times">How many subjects of the same facts there are.</param>
    public void AddRows(IrAggregate node, Frame frame, AggregateAccumulator accumulator, long times = 1)
    {
        if (node.Detail is not { } detail)
        {
            if (frame.Subject is { } self && ReferenceEquals(self.Subject, node.Registry))
                AddRow(node, frame, accumulator, times);
            return;
        }
        if (frame.Subject is not { } subject || !subject.Subject.Details.Contains(detail))
            return;
        if (subject.Details[detail.Ordinal] is not { } rows)
        {
            var anyRow = frame.ForAggregateRow(detail, null);
            var value = node.Selector is { } selector ? EvaluateNumber(selector, anyRow) : NumberValue.Zero;
            accumulator.AddMissingTable(value, Unknowns.Of(UnknownKind.Table, detail.Name));
            return;
        }
        foreach (var row in rows)
            AddRow(node, frame.ForAggregateRow(detail, row), accumulator, times);
    }

    private void AddRow(IrAggregate node, Frame row, AggregateAccumulator accumulator, long times)
    {
        if (times == 0)
            return;
        var filter = node.Filter is { } condition ? EvaluateTruth(condition, row) : TruthValue.Yes;
        if (filter.Truth != Truth.No)
            accumulator.Add(filter, node.Selector is { } selector ? EvaluateNumber(selector, row) : NumberValue.Zero, times);
    }

    /// <inheritdoc/>
    protected override Value Call(IrCall node, Frame context)
    {
        var arguments = ImmutableArray.CreateBuilder<Value>(node.Arguments.Length);
        foreach (var argument in node.Arguments)
            arguments.Add(Visit(argument, context));
        return node.Function.Evaluate(arguments.MoveToImmutable());
    }

    /// <inheritdoc/>
    protected override Value ClauseValue(IrClauseValue node, Frame context) => ClauseValues.Of(node, context, inputs, Scope);
}
