// From an expression of the IR to C# over the kernel types. The form follows the interpreter node by node; what has no form is left to it.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Library.Kernels;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Backends.Roslyn.Emitting;

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
internal sealed partial class ExpressionEmitter(CodeWriter writer, WaitTable waits, ProgramTables tables, IrPolicy policy) : IrExpressionVisitor<RowScope?, Code>
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
        NumberValue { IsCertain: true, Bounds.Low: { } number } => NumberCode.Of(number),
        TruthValue { Truth: Dsl.Library.Values.Truth.Yes } => new TruthCode("Tri.Yes", true),
        TruthValue { Truth: Dsl.Library.Values.Truth.No } => new TruthCode("Tri.No", true),
        TextValue { Text: { } text } => new TextCode($"Coded.Of({tables.CodeOf(text)})", true),
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
        return ReadFact("subject", field, wait);
    }

    private Code RowFact(IrField field, RowScope row)
    {
        tables.Read(row.Detail, field);
        var wait = waits.Bit(row.IsAggregateRow
            ? new(MissingKind(field), $"{row.Detail.Name}.{field.Name}", ExpressionScope, Node: _outermost)
            : new(MissingKind(field), field.Name, WaitScope.Row, field));
        return ReadFact(row.Variable, field, $"{wait}, {TableBit(row.Detail.Name)}");
    }

    private WaitScope ExpressionScope => _clauseRow is null ? WaitScope.Expression : WaitScope.RowExpression;

    private string TableBit(string detail) => waits.Bit(new(UnknownKind.Table, detail, WaitScope.Fixed));

    private static UnknownKind MissingKind(IrField field) => field.IsRecognition ? UnknownKind.Recognition : UnknownKind.Fact;

    private static Code ReadFact(string frame, IrField field, string wait)
    {
        switch (field.Type)
        {
            case TruthType:
                return new TruthCode($"{frame}.Truth({field.Ordinal}, {wait})", true);
            case TextType or EnumType:
                return new TextCode($"{frame}.Text({field.Ordinal}, {wait})", true);
            default:
                var (low, high, shape) = Missing(field.Type, field.DeclaredRange, field.InputRange);
                return new NumberCode($"{frame}.Number({field.Ordinal}, {wait}, {low}, {high})", true, shape);
        }
    }

    private Code MissingTable(IrField field)
    {
        var bit = TableBit(field.Detail ?? "");
        var (low, high, shape) = field.Type is TruthType or TextType or EnumType ? default : Missing(field.Type, field.DeclaredRange, field.InputRange);
        return field.Type switch
        {
            TruthType => new TruthCode($"Tri.Unknown({bit})", true),
            TextType or EnumType => new TextCode($"new Coded(Coded.Missing, {bit})", true),
            _ => new NumberCode($"new Interval({low}, {high}, {bit})", true, shape),
        };
    }

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
        return (
            scaled.Low is { } low ? NumberCode.Literal(low.Numerator) : "Interval.MinusInfinity",
            scaled.High is { } high ? NumberCode.Literal(high.Numerator) : "Interval.Infinity",
            NumberShape.Fixed(denominator, magnitude));
    }

    /// <inheritdoc/>
    protected override Code ParameterValue(IrParameterValue node, RowScope? context)
    {
        var parameter = node.Parameter;
        var index = tables.Parameter(parameter);
        var wait = waits.Bit(new(UnknownKind.Parameter, parameter.Name, WaitScope.Fixed));
        switch (parameter.Type)
        {
            case TruthType:
                return new TruthCode($"subject.Run.Truth({index}, {wait})", true);
            case TextType or EnumType:
                return new TextCode($"subject.Run.Text({index}, {wait})", true);
            default:
                var shape = ProgramTables.ShapeOf(parameter);
                var isCalendar = parameter.Type is DateType or YearType;
                return new NumberCode(
                    $"subject.Run.Number({index}, {wait}, {(isCalendar ? "Interval.MinusInfinity" : "0")}, Interval.Infinity)", true, shape);
        }
    }

    /// <inheritdoc/>
    protected override Code Context(IrContext node, RowScope? context) => node.Kind switch
    {
        IrContextKind.AsOfDate => new NumberCode("Interval.Of(subject.Run.AsOf)", true, NumberShape.Fixed(1, LastDay)),
        IrContextKind.ApplicationYear => new NumberCode("Interval.Of(subject.Run.Year)", true, NumberShape.Fixed(1, 9999)),
        IrContextKind.EffectiveDate => NumberCode.Of(policy.EffectiveDate.DayNumber),
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
        writer.Line($"var {variable} = {value.Text}; // 令 {local.Name}");
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
                var (a, b) = SideBySide(left, right);
                var sign = node.Operator == IrArithmeticOperator.Add ? "+" : "-";
                var sum = a.Shape.IsExact ? a.Shape : NumberShape.Fixed(a.Shape.Denominator, a.Shape.Magnitude + b.Shape.Magnitude);
                return sum.IsExact && !a.Shape.IsExact
                    ? new($"{a.ToExact().Primary} {sign} {b.ToExact().Primary}", false, sum)
                    : new($"{a.Primary} {sign} {b.Primary}", false, sum);
            case IrArithmeticOperator.Multiply:
                return Product(left, right);
            default:
                if (right.Constant is { IsZero: false } divisor)
                    return Product(left, NumberCode.Of(Rational.One / divisor));
                var zero = waits.Bit(new(UnknownKind.ZeroDivisor, node.Origin.Text, WaitScope.Fixed));
                return new($"ExactInterval.Divide({left.ToExact().Text}, {right.ToExact().Text}, {zero})", true, NumberShape.Exact);
        }
    }

    private static NumberCode Product(NumberCode left, NumberCode right)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return NumberCode.Of(first * second);
        if (left.Constant is not null)
            (left, right) = (right, left);
        if (!left.Shape.IsExact && !right.Shape.IsExact)
        {
            var shape = NumberShape.Fixed(left.Shape.Denominator * right.Shape.Denominator, left.Shape.Magnitude * right.Shape.Magnitude);
            if (!shape.IsExact)
            {
                return right.Constant is { } factor
                    ? factor.Numerator.IsOne ? left with { Shape = shape } : new($"{left.Primary}.Times({NumberCode.Literal(factor.Numerator)})", true, shape)
                    : new($"{left.Primary} * {right.Primary}", false, shape);
            }
        }
        return new($"{left.ToExact().Primary} * {right.ToExact().Primary}", false, NumberShape.Exact);
    }

    /// <summary>Both numbers in one fraction, or both exact.</summary>
    private static (NumberCode Left, NumberCode Right) SideBySide(NumberCode left, NumberCode right)
    {
        if (!left.Shape.IsExact && !right.Shape.IsExact)
        {
            var common = NumberShape.Common(left.Shape, right.Shape);
            var (a, b) = (left.In(common), right.In(common));
            if (!a.Shape.IsExact && !b.Shape.IsExact)
                return (a, b);
        }
        return (left.ToExact(), right.ToExact());
    }

    private static ImmutableArray<NumberCode> SideBySide(ImmutableArray<NumberCode> numbers)
    {
        if (numbers.All(static number => !number.Shape.IsExact))
        {
            var common = numbers.Select(static number => number.Shape).Aggregate(
                static (left, right) => new NumberShape(NumberShape.Common(left, right), 0, false)).Denominator;
            ImmutableArray<NumberCode> aligned = [.. numbers.Select(number => number.In(common))];
            if (aligned.All(static number => !number.Shape.IsExact))
                return aligned;
        }
        return [.. numbers.Select(static number => number.ToExact())];
    }

    private static NumberShape Widest(ImmutableArray<NumberCode> numbers) =>
        numbers[0].Shape with { Magnitude = numbers.Max(static number => number.Shape.Magnitude) };

    private static string TypeOf(NumberCode number) => number.Shape.IsExact ? "ExactInterval" : "Interval";

    /// <inheritdoc/>
    protected override Code Negate(IrNegate node, RowScope? context)
    {
        var value = Short(Number(node.Operand, context));
        return value.Constant is { } constant ? NumberCode.Of(-constant) : new NumberCode($"-{value.Primary}", false, value.Shape);
    }

    /// <inheritdoc/>
    protected override Code DateShift(IrDateShift node, RowScope? context)
    {
        var (date, amount) = (Short(Number(node.Date, context)), Short(Number(node.Amount, context)));
        if (amount.Shape.IsExact || date.Shape.IsExact)
            throw new BeyondColumnsException("a date moved by a quotient");
        var whole = amount.Constant is { } constant ? NumberCode.Of(constant.Floor()).Text
            : amount.Shape.Denominator.IsOne ? amount.Text
            : $"{amount.Primary}.Round(RoundingDirection.Down, 1, {NumberCode.Literal(amount.Shape.Denominator)}, 1)";
        return new NumberCode($"Days.{(node.InMonths ? "AddMonths" : "AddDays")}({date.Text}, {whole})", true, NumberShape.Fixed(1, LastDay));
    }

    /// <inheritdoc/>
    protected override Code Compare(IrCompare node, RowScope? context)
    {
        var (left, right) = SideBySide(Short(Number(node.Left, context)), Short(Number(node.Right, context)));
        string Infix(string sign) => $"({left.Primary} {sign} {right.Primary})";
        return new TruthCode(
            node.Operator switch
            {
                IrComparisonOperator.Equal => $"{TypeOf(left)}.Same({left.Text}, {right.Text})",
                IrComparisonOperator.NotEqual => $"(!{TypeOf(left)}.Same({left.Text}, {right.Text}))",
                IrComparisonOperator.Less => Infix("<"),
                IrComparisonOperator.LessOrEqual => Infix("<="),
                IrComparisonOperator.Greater => Infix(">"),
                _ => Infix(">="),
            },
            true);
    }

    /// <inheritdoc/>
    protected override Code SameText(IrSameText node, RowScope? context) =>
        new TruthCode($"Coded.Same({Short(Visit(node.Left, context)).Text}, {Short(Visit(node.Right, context)).Text})", true);

    /// <inheritdoc/>
    protected override Code SameTruth(IrSameTruth node, RowScope? context) =>
        new TruthCode($"Tri.Same({Short(Visit(node.Left, context)).Text}, {Short(Visit(node.Right, context)).Text})", true);

    /// <inheritdoc/>
    protected override Code Member(IrMember node, RowScope? context)
    {
        var operand = Short(Visit(node.Operand, context));
        var members = string.Join(", ", node.Values.Select(tables.CodeOf));
        if (!node.IsOpen)
            return new TruthCode($"{operand.Primary}.IsOneOf({members})", true);
        var isPlain = node.Operand is IrFact { Field: var field } && (field.Detail is null || context is { IsAggregateRow: false } row && row.Detail.Name == field.Detail);
        var outside = waits.Bit(isPlain && node.Operand is IrFact fact
            ? new(UnknownKind.OpenList, node.Operand.Origin.Text, WaitScope.OpenText, fact.Field)
            : new(UnknownKind.OpenList, node.Operand.Origin.Text, ExpressionScope, Node: _outermost ?? node));
        return new TruthCode($"{operand.Primary}.IsOneOfOpen({outside}, {members})", true);
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
