// From an expression of the IR to C# over the kernel types, node by node as the interpreter goes.
// That all of it has a form is decided before.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Columns.Emitting;

/// <summary>A row that expressions see.</summary>
/// <param name="Variable">The RowFrame.</param>
/// <param name="IsAggregateRow">Whether it is a row of an aggregate rather than the row under 每个.</param>
/// <param name="Outer">The row around it; null for none.</param>
/// <param name="Depth">How many blocks of the method its variables lie within.</param>
internal sealed record RowScope(IrDetail Detail, string Variable, bool IsAggregateRow, RowScope? Outer, int Depth)
{
    /// <summary>Facts that already stand in a variable.</summary>
    public Dictionary<IrField, EmittedExpression> Facts { get; } = [];

    /// <summary>The row that a fact is of, from a row outwards; null where none is.</summary>
    public static RowScope? Of(IrField field, RowScope? inner)
    {
        while (inner is not null && inner.Detail.Name != field.Detail)
            inner = inner.Outer;
        return inner;
    }
}

/// <summary>Emits the expressions of one clause into one method.</summary>
internal sealed partial class ExpressionEmitter(CodeWriter writer, OperandEmitter operands, UnknownBitTable bits, ProgramTables tables,
    IrPolicy policy)
    : IrExpressionVisitor<RowScope?, EmittedExpression>
{
    // Longer code is put into a variable of its own, so that nothing nests deeper than a reader (and the compiler) can follow.
    private const int LongestOperand = 110;

    private readonly Dictionary<IrField, EmittedExpression> _facts = [];
    private readonly Dictionary<IrLocal, EmittedExpression> _locals = [];
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
    public EmittedNumber Number(IrExpression node, RowScope? row) => (EmittedNumber)Visit(node, row);

    /// <summary>The code of a truth.</summary>
    public EmittedTruth Truth(IrExpression node, RowScope? row) => (EmittedTruth)Visit(node, row);

    /// <summary>Puts the 令 that an expression uses into variables, before a loop could hide them.</summary>
    public void Prepare(IrExpression node)
    {
        foreach (var local in LocalsOf(node))
            Local(local);
    }

    /// <summary>The 令 that an expression uses, each after those that it needs.</summary>
    public static IEnumerable<IrLocal> LocalsOf(IrExpression node) =>
        IrWalk.All(node).OfType<IrLocalValue>().Reverse().Select(static local => local.Local);

    /// <inheritdoc/>
    protected override EmittedExpression Constant(IrConstant node, RowScope? context) => Constant(node.Value);

    private EmittedExpression Constant(Value value) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => operands.Number(number),
        TruthValue { IsCertain: true } truth => operands.Truth(truth.Truth == Dsl.Values.Exact.Truth.Yes),
        TextValue { Text: { } text } => operands.Text(tables.CodeOf(text)),
        _ => throw new UnreachableException($"{value}"),
    };

    /// <inheritdoc/>
    protected override EmittedExpression Fact(IrFact node, RowScope? context)
    {
        var field = node.Field;
        if (field.Detail is null)
            return _facts.TryGetValue(field, out var known) ? known : Declare(_facts, 0, field, SubjectFact(field));
        if (RowScope.Of(field, context) is not { } row)
            return operands.UnknownFact(field, TableBit(field.Detail), FormOf(field));
        return row.Facts.TryGetValue(field, out var inRow) ? inRow : Declare(row.Facts, row.Depth, field, RowFact(field, row));
    }

    private EmittedExpression Declare(Dictionary<IrField, EmittedExpression> known, int depth, IrField field, EmittedExpression read)
    {
        var variable = writer.Fresh(field.Name);
        writer.Line($"var {variable} = {read.Text};");
        // Declared deeper than the row itself, the variable would be out of scope after that block.
        var code = read with { Text = variable, IsPrimary = true };
        if (_depth == depth)
            known[field] = code;
        return code;
    }

    private EmittedExpression SubjectFact(IrField field)
    {
        tables.Read(null, field);
        return operands.Fact(field, null, bits.NameOf(UnknownBit.OfSubject(field)), FormOf(field));
    }

    private EmittedExpression RowFact(IrField field, RowScope row)
    {
        tables.Read(row.Detail, field);
        var missing = bits.NameOf(UnknownBit.OfRow(field, row, _outermost, _clauseRow));
        return operands.Fact(field, row, $"{missing}, {TableBit(row.Detail.Name)}", FormOf(field));
    }

    private string TableBit(string detail) => bits.NameOf(UnknownBit.OfTable(detail));

    // Texts and truths need none.
    private static FactForm FormOf(IrField field) => FactForm.Of(field) ?? default;

    /// <inheritdoc/>
    protected override EmittedExpression ParameterValue(IrParameterValue node, RowScope? context)
    {
        var parameter = node.Parameter;
        return operands.Parameter(parameter, tables.Parameter(parameter), bits.NameOf(UnknownBit.OfParameter(parameter)));
    }

    /// <inheritdoc/>
    protected override EmittedExpression Context(IrContext node, RowScope? context) => node.Kind switch
    {
        ContextKind.AsOfDate => operands.Run("AsOf", FixedPointLayout.Day),
        ContextKind.ApplicationYear => operands.Run("Year", FixedPointLayout.Year),
        ContextKind.EffectiveDate => operands.Number(policy.EffectiveDate.DayNumber),
        _ => throw new UnreachableException($"{node.Kind}"),
    };

    /// <inheritdoc/>
    protected override EmittedExpression History(IrHistory node, RowScope? context) => throw new UnreachableException($"{node.Kind}");

    /// <inheritdoc/>
    protected override EmittedExpression LocalValue(IrLocalValue node, RowScope? context) => Local(node.Local);

    private EmittedExpression Local(IrLocal local)
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
    protected override EmittedExpression Arithmetic(IrArithmetic node, RowScope? context)
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

    private EmittedNumber Apply(IrArithmetic node, EmittedNumber left, EmittedNumber right)
    {
        switch (node.Operator)
        {
            case ArithmeticOperator.Add:
            case ArithmeticOperator.Subtract:
                var (sign, isDifference) = node.Operator == ArithmeticOperator.Add ? ("+", false) : ("-", true);
                var sum = NumberForm.Sum(left.Form, right.Form, isDifference);
                if (sum.Constant is { } folded)
                    return operands.Number(folded);
                ImmutableArray<EmittedNumber> sides = SideBySide([left, right]);
                if (sum.IsExact)
                    sides = [.. sides.Select(operands.ToExact)];
                return operands.Infix(sides[0], sign, sides[1], sum.Layout);
            case ArithmeticOperator.Multiply:
                return Product(left, right);
            default:
                return right.Constant is { IsZero: false } divisor ? Times(left, Rational.One / divisor)
                    : operands.Quotient(left, right, bits.NameOf(UnknownBit.OfZeroDivisor(node)));
        }
    }

    private EmittedNumber Product(EmittedNumber left, EmittedNumber right)
    {
        if (right.Constant is { } factor)
            return Times(left, factor);
        if (left.Constant is { } other)
            return Times(right, other);
        var form = NumberForm.Product(left.Form, right.Form);
        return form.IsExact
            ? operands.Infix(operands.ToExact(left), "*", operands.ToExact(right), form.Layout)
            : operands.Infix(left, "*", right, form.Layout);
    }

    private EmittedNumber Times(EmittedNumber number, Rational factor)
    {
        var form = NumberForm.Product(number.Form, NumberForm.Of(factor));
        return form.Constant is { } folded ? operands.Number(folded)
            : form.IsExact ? operands.Infix(operands.ToExact(number), "*", operands.ToExact(operands.Number(factor)), form.Layout)
            : factor.Numerator.IsOne ? number with { Layout = form.Layout }
            : operands.Times(number, factor.Numerator, form.Layout);
    }

    /// <summary>Numbers in one fraction, or all exact.</summary>
    private ImmutableArray<EmittedNumber> SideBySide(ImmutableArray<EmittedNumber> numbers)
    {
        var layout = NumberForm.SideBySide([.. numbers.Select(static number => number.Form)])[0].Layout;
        return [.. numbers.Select(number => layout.IsExact ? operands.ToExact(number) : operands.In(number, layout.Denominator))];
    }

    /// <inheritdoc/>
    protected override EmittedExpression Negate(IrNegate node, RowScope? context)
    {
        var value = Short(Number(node.Operand, context));
        return value.Constant is { } constant ? operands.Number(-constant) : new EmittedNumber($"-{value.Primary}", false, value.Layout);
    }

    /// <inheritdoc/>
    protected override EmittedExpression DateShift(IrDateShift node, RowScope? context)
    {
        var (date, amount) = (Short(Number(node.Date, context)), Short(Number(node.Amount, context)));
        // Nothing moves a day farther than out of the calendar.
        var whole = amount.Constant is { } constant
            ? operands.Number(BigInteger.Clamp(constant.Floor(), -CivilDate.LastDay - 1, CivilDate.LastDay + 1))
            : amount.Layout.Denominator.IsOne ? amount
            : operands.Round(amount, RoundingMode.Down, 1, amount.Layout.Denominator, 1, Proven(amount.Form.Whole()).Layout);
        return operands.Shift(date, whole, node.InMonths);
    }

    /// <inheritdoc/>
    protected override EmittedExpression Compare(IrCompare node, RowScope? context)
    {
        var sides = SideBySide([Short(Number(node.Left, context)), Short(Number(node.Right, context))]);
        return operands.Compare(sides[0], node.Operator, sides[1]);
    }

    /// <inheritdoc/>
    protected override EmittedExpression SameText(IrSameText node, RowScope? context) =>
        operands.Same(Short(Visit(node.Left, context)), Short(Visit(node.Right, context)));

    /// <inheritdoc/>
    protected override EmittedExpression SameTruth(IrSameTruth node, RowScope? context) =>
        operands.Same(Short(Visit(node.Left, context)), Short(Visit(node.Right, context)));

    /// <inheritdoc/>
    protected override EmittedExpression Member(IrMember node, RowScope? context)
    {
        var operand = Short((EmittedText)Visit(node.Operand, context));
        List<string> members = [.. node.Values.Select(tables.CodeOf)];
        return operands.IsOneOf(operand, members,
            node.IsOpen ? bits.NameOf(UnknownBit.OfOpenList(node, context, _outermost, _clauseRow)) : null);
    }

    /// <inheritdoc/>
    protected override EmittedExpression And(IrAnd node, RowScope? context) => Chain(node.Operands, "&", context);

    /// <inheritdoc/>
    protected override EmittedExpression Or(IrOr node, RowScope? context) => Chain(node.Operands, "|", context);

    private EmittedTruth Chain(ImmutableArray<IrExpression> operands, string sign, RowScope? context)
    {
        var chain = Short(Visit(operands[0], context));
        foreach (var operand in operands.Skip(1))
            chain = Short(new EmittedTruth($"{Bracketed(chain, sign)} {sign} {Bracketed(Short(Visit(operand, context)), sign)}", false));
        return new(chain.Text, chain.IsPrimary);
    }

    private static string Bracketed(EmittedExpression code, string sign) =>
        code.IsPrimary
        || code.Text.Contains($" {sign} ", StringComparison.Ordinal)
            && !code.Text.Contains(sign == "&" ? " | " : " & ", StringComparison.Ordinal)
            ? code.Text
            : code.Primary;

    /// <inheritdoc/>
    protected override EmittedExpression Not(IrNot node, RowScope? context) =>
        new EmittedTruth($"!{Short(Visit(node.Operand, context)).Primary}", false);

    /// <summary>What <see cref="Vectorizability"/> has found to be so.</summary>
    public static T Proven<T>(T? value) where T : struct => value ?? throw new UnreachableException("What has no form is not written.");

    /// <summary>Code that is short enough to stand inside other code.</summary>
    private TCode Short<TCode>(TCode code) where TCode : EmittedExpression
    {
        if (code.Text.Length <= LongestOperand)
            return code;
        var variable = writer.Fresh(code switch { EmittedNumber => "数", EmittedTruth => "真", _ => "文" });
        writer.Line($"var {variable} = {code.Text};");
        return code with { Text = variable, IsPrimary = true };
    }
}
