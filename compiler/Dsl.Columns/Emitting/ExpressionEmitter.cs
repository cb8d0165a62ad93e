// From an expression of the IR to C# over the kernel types. The form follows the interpreter node by node; what has no form is left to it.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>A row that expressions see.</summary>
/// <param name="Detail">Its detail.</param>
/// <param name="Variable">The RowFrame.</param>
/// <param name="IsAggregateRow">Whether it is a row of an aggregate rather than the row under 每个.</param>
/// <param name="Outer">The row around it; null for none.</param>
/// <param name="Depth">How many blocks of the method its variables lie within.</param>
internal sealed record RowScope(IrDetail Detail, string Variable, bool IsAggregateRow, RowScope? Outer, int Depth)
{
    /// <summary>Facts that already stand in a variable.</summary>
    public Dictionary<IrField, Code> Facts { get; } = [];
}

/// <summary>Emits the expressions of one clause into one method.</summary>
internal sealed partial class ExpressionEmitter(CodeWriter writer, Notation notation, WaitTable waits, ProgramTables tables, IrPolicy policy) : IrExpressionVisitor<RowScope?, Code>
{
    // Longer code is put into a variable of its own, so that nothing nests deeper than a reader (and the compiler) can follow.
    private const int LongestOperand = 110;

    private const long LastDay = 3_652_058;

    private readonly Dictionary<IrField, Code> _facts = [];
    private readonly Dictionary<IrLocal, Code> _locals = [];
    private RowScope? _clauseRow;

    // What is asked for names: the aggregate that is being written, and not one of those inside it.
    private IrExpression? _outermost;

    /// <summary>Begins a method: nothing stands in variables yet.</summary>
    /// <param name="row">The row under 每个; null for none.</param>
    public void Begin(RowScope? row)
    {
        _facts.Clear();
        _locals.Clear();
        _clauseRow = row;
    }

    /// <summary>The code of a number.</summary>
    public NumberCode Number(IrExpression node, RowScope? row) => (NumberCode)Visit(node, row);

    /// <summary>The code of a truth.</summary>
    public TruthCode Truth(IrExpression node, RowScope? row) => (TruthCode)Visit(node, row);

    /// <summary>Puts the 令 that an expression uses into variables, before a loop could hide them.</summary>
    public void Prepare(IrExpression node)
    {
        foreach (var local in IrWalk.All(node).OfType<IrLocalValue>().Reverse())
            Local(local.Local);
    }

    /// <inheritdoc/>
    protected override Code Constant(IrConstant node, RowScope? context) => Constant(node.Value);

    private Code Constant(Value value) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => notation.Number(number),
        TruthValue { IsCertain: true } truth => notation.Truth(truth.Truth == Values.Exact.Truth.Yes),
        TextValue { Text: { } text } => notation.Text(tables.CodeOf(text)),
        _ => throw new BeyondColumnsException("a constant that is not certain"),
    };

    /// <inheritdoc/>
    protected override Code Fact(IrFact node, RowScope? context)
    {
        var field = node.Field;
        if (field.Detail is null)
            return _facts.TryGetValue(field, out var known) ? known : Declare(_facts, 0, field, SubjectFact(field));
        var row = context;
        while (row is not null && row.Detail.Name != field.Detail)
            row = row.Outer;
        if (row is null)
            return MissingTable(field);
        return row.Facts.TryGetValue(field, out var inRow) ? inRow : Declare(row.Facts, row.Depth, field, RowFact(field, row));
    }

    private Code Declare(Dictionary<IrField, Code> known, int depth, IrField field, Code read)
    {
        var variable = writer.Fresh(field.Name);
        writer.Line($"var {variable} = {read.Text};");
        // Declared deeper than the row itself, the variable would not be seen behind that block.
        var code = read with { Text = variable, IsPrimary = true };
        if (_depth == depth)
            known[field] = code;
        return code;
    }

    private Code SubjectFact(IrField field)
    {
        tables.Read(null, field);
        var wait = waits.Bit(new(MissingKind(field), field.Name, WaitScope.Fixed));
        return notation.Fact(field, null, wait, () => Missing(field.Type, field.DeclaredRange, field.InputRange));
    }

    private Code RowFact(IrField field, RowScope row)
    {
        tables.Read(row.Detail, field);
        var wait = waits.Bit(row.IsAggregateRow
            ? new(MissingKind(field), $"{row.Detail.Name}.{field.Name}", ExpressionScope, Node: _outermost)
            : new(MissingKind(field), field.Name, WaitScope.Row, field));
        return notation.Fact(field, row, $"{wait}, {TableBit(row.Detail.Name)}", () => Missing(field.Type, field.DeclaredRange, field.InputRange));
    }

    private WaitScope ExpressionScope => _clauseRow is null ? WaitScope.Expression : WaitScope.RowExpression;

    private string TableBit(string detail) => waits.Bit(new(UnknownKind.Table, detail, WaitScope.Fixed));

    private static UnknownKind MissingKind(IrField field) => field.IsRecognition ? UnknownKind.Recognition : UnknownKind.Fact;

    private Code MissingTable(IrField field) =>
        notation.UnknownFact(field, TableBit(field.Detail ?? ""), () => Missing(field.Type, field.DeclaredRange, field.InputRange));

    /// <summary>The ends of a missing number in C#, and how it is held.</summary>
    private static (string Low, string High, NumberShape Shape) Missing(DslType type, Bounds? declared, Bounds input)
    {
        BigInteger denominator = FixedPoint.Denominator(type);
        var missing = declared ?? (type is DateType or YearType ? Bounds.Everything : Bounds.NonNegative);
        var scaled = new Bounds(missing.Low * (Rational)denominator, missing.High * (Rational)denominator);
        if (scaled is { Low.IsInteger: false } or { High.IsInteger: false })
            throw new BeyondColumnsException("a declared range that is finer than a column");
        var magnitude = new[] { scaled.Low, scaled.High, input.Low * (Rational)denominator, input.High * (Rational)denominator }
            .OfType<Rational>().Select(static end => BigInteger.Abs(end.Numerator) / end.Denominator + 1)
            .Append(type switch { DateType => LastDay, YearType => 9999, _ => input.Low is null || input.High is null ? FixedPoint.Limit : 0 })
            .Max();
        var shape = NumberShape.Fixed(denominator, magnitude);
        if (shape.IsExact)
            throw new BeyondColumnsException("a declared range beyond 120 bits");
        return (
            scaled.Low is { } low ? NumberCode.Literal(low.Numerator) : "Interval.MinusInfinity",
            scaled.High is { } high ? NumberCode.Literal(high.Numerator) : "Interval.Infinity",
            shape);
    }

    /// <inheritdoc/>
    protected override Code ParameterValue(IrParameterValue node, RowScope? context)
    {
        var parameter = node.Parameter;
        return notation.Parameter(parameter, tables.Parameter(parameter), waits.Bit(new(UnknownKind.Parameter, parameter.Name, WaitScope.Fixed)));
    }

    /// <inheritdoc/>
    protected override Code Context(IrContext node, RowScope? context) => node.Kind switch
    {
        IrContextKind.AsOfDate => notation.Run("AsOf", NumberShape.Fixed(1, LastDay)),
        IrContextKind.ApplicationYear => notation.Run("Year", NumberShape.Fixed(1, 9999)),
        IrContextKind.EffectiveDate => notation.Number(policy.EffectiveDate.DayNumber),
        _ => throw new BeyondColumnsException("奖补 outside 恒有"),
    };

    /// <inheritdoc/>
    protected override Code LocalValue(IrLocalValue node, RowScope? context) => Local(node.Local);

    private Code Local(IrLocal local)
    {
        if (_locals.TryGetValue(local, out var known))
            return known;
        var value = Visit(local.Value, _clauseRow);
        var variable = writer.Fresh(local.Name);
        writer.Line($"var {variable} = {value.Text}; // 令 {CodeWriter.Comment(local.Name)}");
        var code = value with { Text = variable, IsPrimary = true };
        if (_depth == 0)
            _locals[local] = code;
        return code;
    }

    /// <inheritdoc/>
    protected override Code Arithmetic(IrArithmetic node, RowScope? context)
    {
        // Chains nest on the left as deep as they are long.
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link; first = link.Left)
            spine.Push(link);
        var value = Number(first, context);
        while (spine.TryPop(out var link))
            value = Apply(link, Short(value), Short(Number(link.Right, context)));
        return value;
    }

    private NumberCode Apply(IrArithmetic node, NumberCode left, NumberCode right)
    {
        switch (node.Operator)
        {
            case IrArithmeticOperator.Add:
            case IrArithmeticOperator.Subtract:
                var sign = node.Operator == IrArithmeticOperator.Add ? "+" : "-";
                if (left.Constant is { } first && right.Constant is { } second)
                    return Folded(node.Operator == IrArithmeticOperator.Add ? first + second : first - second);
                var (a, b) = SideBySide(left, right);
                var sum = a.Shape.IsExact ? a.Shape : NumberShape.Fixed(a.Shape.Denominator, a.Shape.Magnitude + b.Shape.Magnitude);
                return sum.IsExact ? notation.Infix(notation.ToExact(a), sign, notation.ToExact(b), sum) : notation.Infix(a, sign, b, sum);
            case IrArithmeticOperator.Multiply:
                return Product(left, right);
            default:
                if (right.Constant is { IsZero: false } divisor)
                    return Product(left, notation.Number(Rational.One / divisor));
                return notation.Quotient(left, right, node.Origin.Text);
        }
    }

    private NumberCode Product(NumberCode left, NumberCode right)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return Folded(first * second);
        if (left.Constant is not null)
            (left, right) = (right, left);
        // Whatever the other is, and however little is known of it.
        if (right.Constant is { IsZero: true })
            return notation.Number(Rational.Zero);
        if (!left.Shape.IsExact && !right.Shape.IsExact)
        {
            var shape = NumberShape.Fixed(left.Shape.Denominator * right.Shape.Denominator, left.Shape.Magnitude * right.Shape.Magnitude);
            if (!shape.IsExact)
            {
                return right.Constant is not { } factor ? notation.Infix(left, "*", right, shape)
                    : factor.Numerator.IsOne ? left with { Shape = shape }
                    : notation.Times(left, factor.Numerator, shape);
            }
        }
        return notation.Infix(notation.ToExact(left), "*", notation.ToExact(right), NumberShape.Exact);
    }

    private NumberCode Folded(Rational constant) =>
        NumberLimits.Holds(constant) ? notation.Number(constant) : throw new BeyondColumnsException("a constant beyond the limits of numbers");

    /// <summary>Both numbers in one fraction, or both exact.</summary>
    private (NumberCode Left, NumberCode Right) SideBySide(NumberCode left, NumberCode right)
    {
        var both = SideBySide([left, right]);
        return (both[0], both[1]);
    }

    private ImmutableArray<NumberCode> SideBySide(ImmutableArray<NumberCode> numbers)
    {
        if (numbers.All(static number => !number.Shape.IsExact))
        {
            var common = numbers.Select(static number => number.Shape).Aggregate(
                static (left, right) => new NumberShape(NumberShape.Common(left, right), 0, false)).Denominator;
            ImmutableArray<NumberCode> aligned = [.. numbers.Select(number => notation.In(number, common))];
            if (aligned.All(static number => !number.Shape.IsExact))
                return aligned;
        }
        return [.. numbers.Select(notation.ToExact)];
    }

    private static NumberShape Widest(ImmutableArray<NumberCode> numbers) =>
        numbers[0].Shape with { Magnitude = numbers.Max(static number => number.Shape.Magnitude) };

    /// <inheritdoc/>
    protected override Code Negate(IrNegate node, RowScope? context)
    {
        var value = Short(Number(node.Operand, context));
        return value.Constant is { } constant ? notation.Number(-constant) : new NumberCode($"-{value.Primary}", false, value.Shape);
    }

    /// <inheritdoc/>
    protected override Code DateShift(IrDateShift node, RowScope? context)
    {
        var (date, amount) = (Short(Number(node.Date, context)), Short(Number(node.Amount, context)));
        if (amount.Shape.IsExact || date.Shape.IsExact)
            throw new BeyondColumnsException("a date moved by a quotient");
        // Nothing moves a day farther than out of the calendar.
        var whole = amount.Constant is { } constant ? notation.Number(BigInteger.Clamp(constant.Floor(), -LastDay - 1, LastDay + 1))
            : NumberShape.NarrowLaneBits < amount.Shape.Magnitude.GetBitLength() ? throw new BeyondColumnsException("a date moved by more than 64 bits")
            : amount.Shape.Denominator.IsOne ? amount
            : notation.Round(
                amount, RoundingMode.Down, 1, amount.Shape.Denominator, 1,
                NumberShape.Fixed(1, amount.Shape.Magnitude / amount.Shape.Denominator + 1));
        return notation.Days(node.InMonths ? "AddMonths" : "AddDays", [date.Text, whole.Text], NumberShape.Fixed(1, LastDay));
    }

    /// <inheritdoc/>
    protected override Code Compare(IrCompare node, RowScope? context)
    {
        var (left, right) = SideBySide(Short(Number(node.Left, context)), Short(Number(node.Right, context)));
        return notation.Compare(left, node.Operator, right);
    }

    /// <inheritdoc/>
    protected override Code SameText(IrSameText node, RowScope? context) =>
        notation.Same(Short(Visit(node.Left, context)), Short(Visit(node.Right, context)));

    /// <inheritdoc/>
    protected override Code SameTruth(IrSameTruth node, RowScope? context) =>
        notation.Same(Short(Visit(node.Left, context)), Short(Visit(node.Right, context)));

    /// <inheritdoc/>
    protected override Code Member(IrMember node, RowScope? context)
    {
        var operand = Short((TextCode)Visit(node.Operand, context));
        List<string> members = [.. node.Values.Select(tables.CodeOf)];
        if (!node.IsOpen)
            return notation.IsOneOf(operand, members, null);
        var isPlain = node.Operand is IrFact { Field: var field } && (field.Detail is null || context is { IsAggregateRow: false } row && row.Detail.Name == field.Detail);
        var outside = waits.Bit(isPlain && node.Operand is IrFact fact
            ? new(UnknownKind.OpenList, node.Operand.Origin.Text, WaitScope.OpenText, fact.Field)
            : new(UnknownKind.OpenList, node.Operand.Origin.Text, ExpressionScope, Node: _outermost ?? node));
        return notation.IsOneOf(operand, members, outside);
    }

    /// <inheritdoc/>
    protected override Code And(IrAnd node, RowScope? context) => Chain(node.Operands, "&", context);

    /// <inheritdoc/>
    protected override Code Or(IrOr node, RowScope? context) => Chain(node.Operands, "|", context);

    private TruthCode Chain(ImmutableArray<IrExpression> operands, string sign, RowScope? context)
    {
        var chain = Short(Visit(operands[0], context));
        foreach (var operand in operands.Skip(1))
            chain = Short(new TruthCode($"{Bracketed(chain, sign)} {sign} {Bracketed(Short(Visit(operand, context)), sign)}", false));
        return new(chain.Text, chain.IsPrimary);
    }

    private static string Bracketed(Code code, string sign) =>
        code.IsPrimary || code.Text.Contains($" {sign} ", StringComparison.Ordinal) && !code.Text.Contains(sign == "&" ? " | " : " & ", StringComparison.Ordinal) ? code.Text : code.Primary;

    /// <inheritdoc/>
    protected override Code Not(IrNot node, RowScope? context) => new TruthCode($"!{Short(Visit(node.Operand, context)).Primary}", false);

    /// <summary>Code that is short enough to stand inside other code.</summary>
    private TCode Short<TCode>(TCode code) where TCode : Code
    {
        if (code.Text.Length <= LongestOperand)
            return code;
        var variable = writer.Fresh(code switch { NumberCode => "数", TruthCode => "真", _ => "文" });
        writer.Line($"var {variable} = {code.Text};");
        return code with { Text = variable, IsPrimary = true };
    }
}
