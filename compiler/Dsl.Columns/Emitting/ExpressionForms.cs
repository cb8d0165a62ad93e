// How every number of an expression is held, and what in it has no form: decided node by node before anything is written.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>
/// Goes over the expressions of one method as <see cref="ExpressionEmitter"/> does, in the same order, and keeps the first refusal. Numbers
/// have a form; texts and truths have none (null).
/// </summary>
/// <param name="isBlock">Whether for the block kernel: plain values of which all is known, in at most 128 bits.</param>
/// <param name="policy">The policy of the clause.</param>
/// <param name="bits">What the expressions may wait for.</param>
internal sealed class ExpressionForms(bool isBlock, IrPolicy policy, UnknownBitTable bits) : IrExpressionVisitor<RowScope?, NumberForm?>
{
    // What goes on where something was refused already.
    private static readonly NumberForm Refused = new(FixedPointLayout.Fixed(1, 1));

    private readonly Dictionary<IrLocal, NumberForm?> _locals = [];
    private RowScope? _clauseRow;
    private IrExpression? _outermost;

    /// <summary>Why there is no code; null while there is.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>How many nodes were met.</summary>
    public int Nodes { get; private set; }

    /// <summary>Begins a method.</summary>
    /// <param name="row">The row under 每个; null for none.</param>
    public void Begin(RowScope? row)
    {
        _locals.Clear();
        _clauseRow = row;
    }

    /// <summary>The form of a number.</summary>
    public NumberForm Number(IrExpression node, RowScope? row) => Visit(node, row) ?? Refused;

    /// <summary>Notes that something has no form.</summary>
    public NumberForm Refuse(string reason, IrExpression node) => Refuse(reason, node.Origin);

    /// <inheritdoc cref="Refuse(string, IrExpression)"/>
    public NumberForm Refuse(string reason, SourceLocation place)
    {
        Refusal ??= new(reason, place);
        return Refused;
    }

    /// <summary>Notes what may be waited for.</summary>
    public void Bit(UnknownBit bit, SourceLocation place)
    {
        if (!bits.TryAdd(bit))
            Refuse($"要等待的事项超过 {UnknownBitTable.Most} 项", place);
    }

    /// <inheritdoc/>
    public override NumberForm? Visit(IrExpression node, RowScope? context)
    {
        Nodes++;
        return base.Visit(node, context);
    }

    /// <inheritdoc/>
    protected override NumberForm? Constant(IrConstant node, RowScope? context) => node.Value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => Held(node, NumberForm.Of(number)),
        TruthValue { IsCertain: true } or TextValue { Text: not null } => null,
        _ => Refuse("常数不确定", node),
    };

    /// <inheritdoc/>
    protected override NumberForm? Fact(IrFact node, RowScope? context)
    {
        var field = node.Field;
        if (field.Detail is null)
        {
            Bit(UnknownBit.OfSubject(field), node.Origin);
            return FormOf(field, node);
        }
        if (RowScope.Of(field, context) is not { } row)
        {
            Bit(UnknownBit.OfTable(field.Detail), node.Origin);
            return isBlock ? Refuse("用到另一张明细表的列", node) : FormOf(field, node);
        }
        Bit(UnknownBit.OfRow(field, row, _outermost, _clauseRow), node.Origin);
        Bit(UnknownBit.OfTable(row.Detail.Name), node.Origin);
        return FormOf(field, node);
    }

    private NumberForm? FormOf(IrField field, IrFact node)
    {
        if (field.Type is TruthType or TextType or EnumType)
            return null;
        return FactForm.Of(field) is not { } form ? Refuse("范围比数据列能分辨的还细", node)
            : form.Layout.IsExact ? Refuse("范围超过 120 位", node)
            : new NumberForm(isBlock ? form.InColumn : form.Layout);
    }

    /// <inheritdoc/>
    protected override NumberForm? ParameterValue(IrParameterValue node, RowScope? context)
    {
        Bit(UnknownBit.OfParameter(node.Parameter), node.Origin);
        var layout = ProgramTables.LayoutOf(node.Parameter);
        return layout.IsExact ? Refuse("参数的值超过 120 位", node)
            : node.Type is TruthType or TextType or EnumType ? null
            : isBlock && !layout.IsNarrow ? Refuse("参数的值超过 64 位", node)
            : new NumberForm(layout);
    }

    /// <inheritdoc/>
    protected override NumberForm? Context(IrContext node, RowScope? context) => node.Kind switch
    {
        ContextKind.AsOfDate => new NumberForm(FixedPointLayout.Day),
        ContextKind.ApplicationYear => new NumberForm(FixedPointLayout.Year),
        ContextKind.EffectiveDate => NumberForm.Of(policy.EffectiveDate.DayNumber),
        _ => Refuse("「奖补」只在 恒有 中有值", node),
    };

    /// <inheritdoc/>
    protected override NumberForm? History(IrHistory node, RowScope? context) => Refuse("用到以前年度的兑现记录", node);

    /// <inheritdoc/>
    protected override NumberForm? LocalValue(IrLocalValue node, RowScope? context) => Local(node.Local);

    private NumberForm? Local(IrLocal local)
    {
        if (!_locals.TryGetValue(local, out var form))
            form = _locals[local] = Visit(local.Value, _clauseRow);
        return form;
    }

    /// <inheritdoc/>
    protected override NumberForm? Arithmetic(IrArithmetic node, RowScope? context)
    {
        // Chains nest on the left as deep as they are long.
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link; first = link.Left)
            spine.Push(link);
        Nodes += spine.Count - 1;
        var value = Number(first, context);
        while (spine.TryPop(out var link))
            value = Apply(link, value, Number(link.Right, context));
        return value;
    }

    private NumberForm Apply(IrArithmetic node, NumberForm left, NumberForm right)
    {
        switch (node.Operator)
        {
            case ArithmeticOperator.Add or ArithmeticOperator.Subtract:
                return Held(node, NumberForm.Sum(left, right, node.Operator == ArithmeticOperator.Subtract));
            case ArithmeticOperator.Multiply:
                return Held(node, NumberForm.Product(left, right));
            default:
                if (right.Constant is { IsZero: false } divisor)
                    return Held(node, NumberForm.Product(left, NumberForm.Of(Rational.One / divisor)));
                Bit(UnknownBit.OfZeroDivisor(node), node.Origin);
                return isBlock ? Refuse("除数不是常数", node) : new(FixedPointLayout.Exact);
        }
    }

    /// <summary>A number that its lane holds.</summary>
    private NumberForm Held(IrExpression node, NumberForm form) =>
        form.Constant is { } constant && !NumberLimits.Holds(constant) ? Refuse("常数超出数的限度", node)
        : isBlock && form.IsExact ? Refuse("算到这里可能超过 120 位", node)
        : form;

    private NumberForm OneOf(IrExpression node, ImmutableArray<NumberForm> numbers) => Held(node, NumberForm.OneOf(numbers));

    /// <inheritdoc/>
    protected override NumberForm? Negate(IrNegate node, RowScope? context)
    {
        var value = Number(node.Operand, context);
        return value.Constant is { } constant ? NumberForm.Of(-constant) : value;
    }

    /// <inheritdoc/>
    protected override NumberForm? DateShift(IrDateShift node, RowScope? context)
    {
        var (date, amount) = (Number(node.Date, context), Number(node.Amount, context));
        return date.IsExact || amount.IsExact ? Refuse("日期按相除的结果移动", node)
            : amount.Constant is null && amount.Whole() is null ? Refuse("日期移动的天数或月数可能超过 64 位", node)
            : new NumberForm(FixedPointLayout.Day);
    }

    /// <inheritdoc/>
    protected override NumberForm? Compare(IrCompare node, RowScope? context)
    {
        OneOf(node, [Number(node.Left, context), Number(node.Right, context)]);
        return null;
    }

    /// <inheritdoc/>
    protected override NumberForm? SameText(IrSameText node, RowScope? context) => All([node.Left, node.Right], context);

    /// <inheritdoc/>
    protected override NumberForm? SameTruth(IrSameTruth node, RowScope? context) => All([node.Left, node.Right], context);

    /// <inheritdoc/>
    protected override NumberForm? And(IrAnd node, RowScope? context) => All(node.Operands, context);

    /// <inheritdoc/>
    protected override NumberForm? Or(IrOr node, RowScope? context) => All(node.Operands, context);

    /// <inheritdoc/>
    protected override NumberForm? Not(IrNot node, RowScope? context) => Visit(node.Operand, context);

    private NumberForm? All(ImmutableArray<IrExpression> operands, RowScope? context)
    {
        foreach (var operand in operands)
            Visit(operand, context);
        return null;
    }

    /// <inheritdoc/>
    protected override NumberForm? Member(IrMember node, RowScope? context)
    {
        Visit(node.Operand, context);
        if (node.IsOpen)
            Bit(UnknownBit.OfOpenList(node, context, _outermost, _clauseRow), node.Origin);
        return null;
    }

    /// <inheritdoc/>
    protected override NumberForm? Choose(IrChoose node, RowScope? context)
    {
        // 若 … 否则 若 … nests as deep as it is long: from the last branch upwards.
        var rows = new Stack<IrChoose>();
        IrExpression last = node;
        for (; last is IrChoose choose; last = choose.WhenFalse)
            rows.Push(choose);
        Nodes += rows.Count - 1;
        var result = Visit(last, context);
        while (rows.TryPop(out var row))
        {
            Visit(row.Condition, context);
            result = Visit(row.WhenTrue, context) is { } whenTrue && result is { } whenFalse ? OneOf(row, [whenTrue, whenFalse]) : null;
        }
        return result;
    }

    /// <inheritdoc/>
    protected override NumberForm? Table(IrTable node, RowScope? context)
    {
        var values = new List<NumberForm>();
        foreach (var row in node.Rows)
        {
            if (row.Test is { } test)
                Visit(test, context);
            if (Visit(row.Value, context) is { } value)
                values.Add(value);
        }
        foreach (var kind in UnknownBit.OfTableRows)
            Bit(new(kind, node.Name, UnknownBitScope.Fixed), node.Origin);
        return values.Count == 0 ? null : OneOf(node, [.. values]);
    }

    /// <inheritdoc/>
    protected override NumberForm? Aggregate(IrAggregate node, RowScope? context)
    {
        if (node.Detail is not { } detail)
            return Refuse("对全部主体汇总", node);
        if (isBlock)
            return Refuse($"要逐行汇总「{detail.Name}」", node);
        foreach (var local in IrWalk.Parts(node).SelectMany(ExpressionEmitter.LocalsOf))
            Local(local);
        var isOutermost = _outermost is null;
        _outermost ??= node;
        Bit(UnknownBit.OfTable(detail.Name), node.Origin);
        var row = new RowScope(detail, "", true, context, 0);
        if (node.Selector is { } ofAnyRow && node.Kind == AggregateKind.Sum)
            Visit(ofAnyRow, row);
        if (node.Filter is { } filter)
            Visit(filter, row);
        NumberForm? value = node.Selector is { } selector ? Number(selector, row) : null;
        _outermost = isOutermost ? null : _outermost;
        if (value is { IsExact: true })
            return Refuse("汇总的是相除的结果", node);
        return Result(node, value ?? Refused);
    }

    private NumberForm? Result(IrAggregate node, NumberForm value)
    {
        if (UnknownBit.OfNoRows(node) is { } noRows)
            Bit(noRows, node.Origin);
        return ExpressionEmitter.LayoutOf(node.Kind, value.Layout) is not { } layout ? null
            : node.Kind == AggregateKind.Sum && layout.IsExact ? Refuse("合计可能超过 120 位", node)
            : new NumberForm(layout);
    }

    /// <inheritdoc/>
    protected override NumberForm? Call(IrCall node, RowScope? context)
    {
        ImmutableArray<NumberForm> arguments = [.. node.Arguments.Select(argument => Number(argument, context))];
        switch (node.Function.Meaning)
        {
            case ExtremeMeaning:
                return OneOf(node, arguments);
            case CalendarMeaning calendar:
                return arguments.All(static number => number.Layout is { Denominator.IsOne: true, IsNarrow: true })
                    ? new NumberForm(FixedPointLayout.Between(calendar.Least, calendar.Most))
                    : Refuse($"「{node.Function.Name}」的日期可能不是整天", node);
            case RoundingMeaning rounding:
                return Rounded(node, rounding, arguments);
            default:
                return Refuse($"函数「{node.Function.Name}」没有按列计算的形式", node);
        }
    }

    /// <inheritdoc/>
    protected override NumberForm? ClauseValue(IrClauseValue node, RowScope? context) => Refuse(node.Kind switch
    {
        ClauseValueKind.Amount => $"用到条款 {node.Number} 的金额",
        _ => "要看本条的兑现记录",
    }, node);

    private NumberForm Rounded(IrCall node, RoundingMeaning rounding, ImmutableArray<NumberForm> arguments)
    {
        if (ExpressionEmitter.StepOf(rounding, arguments) is not { } step)
            return Refuse($"「{node.Function.Name}」的第二项不是正的常数", node);
        var rounded = arguments[0].Rounded(step);
        return arguments[0].IsExact ? Refuse($"「{node.Function.Name}」的是相除的结果", node)
            : rounded.IsExact ? Refuse($"「{node.Function.Name}」算到这里可能超过 120 位", node)
            : rounded;
    }
}
