// How generated code writes operations: on bounds with what they wait for, or on plain values. Shapes and order are the emitter's.
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Writes operations in C#.</summary>
internal abstract class Notation
{
    /// <summary>A constant in its own fraction.</summary>
    public NumberCode Number(Rational value)
    {
        var shape = NumberShape.Fixed(value.Denominator, BigInteger.Abs(value.Numerator));
        return shape.IsExact ? Exact(value) : new(Whole(value.Numerator), true, shape, value);
    }

    /// <summary>A number in a finer fraction.</summary>
    public NumberCode In(NumberCode number, BigInteger denominator)
    {
        if (number.Shape.IsExact || number.Shape.Denominator == denominator)
            return number;
        var shape = number.Shape.In(denominator);
        return shape.IsExact ? ToExact(number)
            : number.Constant is { } value ? new(Whole((value * denominator).Numerator), true, shape, value)
            : Times(number, denominator / number.Shape.Denominator, shape);
    }

    /// <summary>A number as a fraction of any size.</summary>
    /// <exception cref="BeyondColumnsException">The notation has none.</exception>
    public abstract NumberCode ToExact(NumberCode number);

    /// <summary>A constant that no lane holds.</summary>
    protected abstract NumberCode Exact(Rational value);

    /// <summary>A whole constant.</summary>
    protected abstract string Whole(BigInteger value);

    /// <summary>A number times a whole constant.</summary>
    public abstract NumberCode Times(NumberCode number, BigInteger factor, NumberShape shape);

    /// <summary>+, − or ×; both in lanes, or both exact.</summary>
    public abstract NumberCode Infix(NumberCode left, string sign, NumberCode right, NumberShape shape);

    /// <summary>A quotient.</summary>
    public abstract NumberCode Quotient(NumberCode left, NumberCode right, string text);

    /// <summary>A comparison of numbers in one fraction.</summary>
    public abstract TruthCode Compare(NumberCode left, IrComparisonOperator comparison, NumberCode right);

    /// <summary>The least or greatest of numbers in one fraction.</summary>
    public abstract NumberCode Extreme(string name, IReadOnlyList<NumberCode> numbers, NumberShape shape);

    /// <summary>n × multiplier ÷ divisor, made whole, times step.</summary>
    public abstract NumberCode Round(
        NumberCode number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, NumberShape shape);

    /// <summary>若 … 则 … 否则.</summary>
    public abstract Code Choose(TruthCode condition, Code whenTrue, Code whenFalse);

    /// <summary>A decision table.</summary>
    /// <param name="table">Its rows; numbers in one fraction.</param>
    /// <param name="wait">The bit of a table that cannot answer, by kind.</param>
    public abstract Code Table(TableCode table, Func<UnknownKind, string> wait);

    /// <summary>是 or 否.</summary>
    public abstract TruthCode Truth(bool value);

    /// <summary>A constant text.</summary>
    /// <param name="code">The name of its number.</param>
    public abstract TextCode Text(string code);

    /// <summary>Whether two texts, or two truths, are the same.</summary>
    public abstract TruthCode Same(Code left, Code right);

    /// <summary>属于 a list.</summary>
    /// <param name="operand">The text.</param>
    /// <param name="members">The names of the numbers of its members.</param>
    /// <param name="outside">For a list that ends in 等, the bit of a known text outside; null for a closed list.</param>
    public abstract TruthCode IsOneOf(TextCode operand, IReadOnlyList<string> members, string? outside);

    /// <summary>A function of <see cref="Days"/>.</summary>
    public abstract NumberCode Days(string function, IReadOnlyList<string> arguments, NumberShape shape);

    /// <summary>The value of a parameter.</summary>
    public abstract Code Parameter(IrParameter parameter, int index, string wait);

    /// <summary>测算日 or 年度.</summary>
    /// <param name="name">Its name in <see cref="KernelRun"/>.</param>
    /// <param name="shape">How it is held.</param>
    public abstract NumberCode Run(string name, NumberShape shape);

    /// <summary>A fact of the subject; null in a row for the subject around it.</summary>
    public abstract Code Fact(IrField field, RowScope? row, string waits, Func<(string Low, string High, NumberShape Shape)> missing);

    /// <summary>A fact of a row of which nothing is known.</summary>
    public abstract Code UnknownFact(IrField field, string tableWait, Func<(string Low, string High, NumberShape Shape)> missing);

    /// <summary>A comparison in C#.</summary>
    protected static string Sign(IrComparisonOperator comparison) => comparison switch
    {
        IrComparisonOperator.Equal => "==",
        IrComparisonOperator.NotEqual => "!=",
        IrComparisonOperator.Less => "<",
        IrComparisonOperator.LessOrEqual => "<=",
        IrComparisonOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>Whether a field is held as a truth.</summary>
    protected static bool IsTruth(IrField field) => field.Type is TruthType;

    /// <summary>Whether a field is held as the number of a text.</summary>
    protected static bool IsText(IrField field) => field.Type is TextType or EnumType;
}

/// <summary>Bounds with what they wait for: Interval, Tri, Coded, and ExactInterval for what no lane holds.</summary>
internal sealed class BoundsNotation(CodeWriter writer, WaitTable waits) : Notation
{
    public override NumberCode ToExact(NumberCode number) => number.Shape.IsExact ? number
        : number.Constant is { } value ? Exact(value)
        : new($"ExactInterval.From({number.Text}, {NumberCode.BigLiteral(number.Shape.Denominator)})", true, NumberShape.Exact);

    protected override NumberCode Exact(Rational value) =>
        new($"ExactInterval.Of({NumberCode.BigLiteral(value.Numerator)}, {NumberCode.BigLiteral(value.Denominator)})", true, NumberShape.Exact, value);

    protected override string Whole(BigInteger value) => $"Interval.Of({NumberCode.Literal(value)})";

    public override NumberCode Times(NumberCode number, BigInteger factor, NumberShape shape) => new($"{number.Primary}.Times({NumberCode.Literal(factor)})", true, shape);

    public override NumberCode Infix(NumberCode left, string sign, NumberCode right, NumberShape shape) => new($"{left.Primary} {sign} {right.Primary}", false, shape);

    public override NumberCode Quotient(NumberCode left, NumberCode right, string text)
    {
        var zero = waits.Bit(new(UnknownKind.ZeroDivisor, text, WaitScope.Fixed));
        return new($"ExactInterval.Divide({ToExact(left).Text}, {ToExact(right).Text}, {zero})", true, NumberShape.Exact);
    }

    public override TruthCode Compare(NumberCode left, IrComparisonOperator comparison, NumberCode right) => new(
        comparison switch
        {
            IrComparisonOperator.Equal => $"{TypeOf(left)}.Same({left.Text}, {right.Text})",
            IrComparisonOperator.NotEqual => $"(!{TypeOf(left)}.Same({left.Text}, {right.Text}))",
            _ => $"({left.Primary} {Sign(comparison)} {right.Primary})",
        },
        true);

    public override NumberCode Extreme(string name, IReadOnlyList<NumberCode> numbers, NumberShape shape) =>
        new($"{TypeOf(numbers[0])}.{name}({string.Join(", ", numbers.Select(static number => number.Text))})", true, shape);

    public override NumberCode Round(
        NumberCode number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, NumberShape shape) => new(
        $"{number.Primary}.Round(RoundingMode.{mode}, {string.Join(", ", new[] { multiplier, divisor, step }.Select(NumberCode.Literal))})",
        true, shape);

    public override Code Choose(TruthCode condition, Code whenTrue, Code whenFalse) => whenTrue switch
    {
        TruthCode => new TruthCode($"Tri.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", true),
        TextCode => new TextCode($"Coded.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", true),
        _ => (NumberCode)whenTrue with { Text = $"{TypeOf((NumberCode)whenTrue)}.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", IsPrimary = true, Constant = null },
    };

    public override Code Table(TableCode table, Func<UnknownKind, string> wait)
    {
        var type = table.Like switch { TruthCode => "Tri", TextCode => "Coded", var number => TypeOf((NumberCode)number) };
        var rows = writer.Fresh("表");
        writer.Line($"var {rows} = new TableRows<{type}>({(table.IsDisjoint ? "true" : "false")}); // {CodeWriter.Comment(table.Name)}");
        foreach (var (test, value) in table.Rows)
            writer.Line($"{(table.IsDisjoint ? $"if (!{rows}.IsDecided) " : "")}{rows}.Add({(test is null ? $"{rows}.Otherwise" : test.Text)}, {value.Text});");
        var isComplete = table.IsComplete || table.Rows[^1].Test is null;
        return table.Result($"{rows}.Result({(isComplete ? "true" : "false")}, {wait(UnknownKind.NoTableRow)}, {wait(UnknownKind.SeveralTableRows)})");
    }

    public override TruthCode Truth(bool value) => new(value ? "Tri.Yes" : "Tri.No", true);

    public override TextCode Text(string code) => new($"Coded.Of({code})", true);

    public override TruthCode Same(Code left, Code right) => new($"{(left is TextCode ? "Coded" : "Tri")}.Same({left.Text}, {right.Text})", true);

    public override TruthCode IsOneOf(TextCode operand, IReadOnlyList<string> members, string? outside) => new(
        outside is null ? $"{operand.Primary}.IsOneOf({string.Join(", ", members)})" : $"{operand.Primary}.IsOneOfOpen({string.Join(", ", members.Prepend(outside))})", true);

    public override NumberCode Days(string function, IReadOnlyList<string> arguments, NumberShape shape) => new($"Days.{function}({string.Join(", ", arguments)})", true, shape);

    public override Code Parameter(IrParameter parameter, int index, string wait)
    {
        if (parameter.Type is TruthType)
            return new TruthCode($"subject.Run.Truth({index}, {wait})", true);
        if (parameter.Type is TextType or EnumType)
            return new TextCode($"subject.Run.Text({index}, {wait})", true);
        var low = parameter.Type is DateType or YearType ? "Interval.MinusInfinity" : "0";
        return new NumberCode($"subject.Run.Number({index}, {wait}, {low}, Interval.Infinity)", true, ProgramTables.ShapeOf(parameter));
    }

    public override NumberCode Run(string name, NumberShape shape) => new($"Interval.Of(subject.Run.{name})", true, shape);

    public override Code Fact(IrField field, RowScope? row, string waits, Func<(string Low, string High, NumberShape Shape)> missing)
    {
        var frame = row?.Variable ?? "subject";
        if (IsTruth(field))
            return new TruthCode($"{frame}.Truth({field.Ordinal}, {waits})", true);
        if (IsText(field))
            return new TextCode($"{frame}.Text({field.Ordinal}, {waits})", true);
        var (low, high, shape) = missing();
        return new NumberCode($"{frame}.Number({field.Ordinal}, {waits}, {low}, {high})", true, shape);
    }

    public override Code UnknownFact(IrField field, string tableWait, Func<(string Low, string High, NumberShape Shape)> missing)
    {
        if (IsTruth(field))
            return new TruthCode($"Tri.Unknown({tableWait})", true);
        if (IsText(field))
            return new TextCode($"new Coded(Coded.Missing, {tableWait})", true);
        var (low, high, shape) = missing();
        return new NumberCode($"new Interval({low}, {high}, {tableWait})", true, shape);
    }

    private static string TypeOf(NumberCode number) => number.Shape.IsExact ? "ExactInterval" : "Interval";
}

/// <summary>Plain values, all of them known: long (or Int128 where the range proof asks for it), bool, int; no branches.</summary>
internal sealed class PlainNotation(CodeWriter writer, bool isOfRows) : Notation
{
    /// <summary>The lines that must stand before the loop.</summary>
    public List<string> Inputs { get; } = [];

    public override NumberCode ToExact(NumberCode number) => throw new BeyondColumnsException("a quotient");

    protected override NumberCode Exact(Rational value) => throw new BeyondColumnsException("a constant that no lane holds");

    protected override string Whole(BigInteger value) => Whole(value, IsWide(BigInteger.Abs(value)));

    // Without the suffix two constants would be int, and what is computed from them would overflow; without brackets a sign would be
    // read with what stands before it.
    private static string Whole(BigInteger value, bool isWide)
    {
        var text = NumberCode.Literal(value);
        if (isWide)
            return text[0] is 'I' ? text : $"((Int128)({text}L))";
        return value.Sign < 0 ? $"({text}L)" : $"{text}L";
    }

    public override NumberCode Times(NumberCode number, BigInteger factor, NumberShape shape) =>
        new($"{Widened(number, shape)} * {Whole(factor, isWide: IsWide(BigInteger.Abs(factor)))}", false, shape);

    public override NumberCode Infix(NumberCode left, string sign, NumberCode right, NumberShape shape) =>
        new($"{Widened(left, shape)} {sign} {right.Primary}", false, shape);

    public override NumberCode Quotient(NumberCode left, NumberCode right, string text) => throw new BeyondColumnsException("a quotient");

    public override TruthCode Compare(NumberCode left, IrComparisonOperator comparison, NumberCode right) =>
        new($"({left.Primary} {Sign(comparison)} {right.Primary})", true);

    public override NumberCode Extreme(string name, IReadOnlyList<NumberCode> numbers, NumberShape shape)
    {
        var type = IsWide(shape) ? "Int128" : "Math";
        return new(numbers.Select(static number => number.Text).Aggregate((left, right) => $"{type}.{name}({left}, {right})"), true, shape);
    }

    public override NumberCode Round(
        NumberCode number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, NumberShape shape)
    {
        var scaled = multiplier.IsOne ? number : Times(number, multiplier, number.Shape with { Magnitude = number.Shape.Magnitude * multiplier });
        // What is divided, or divided by, may need more room than what comes out, and the other way round.
        var isWide = IsWide(scaled.Shape) || !divisor.IsOne && IsWide(divisor);
        var quotient = divisor.IsOne ? scaled.Primary
            : $"WholeNumbers.Divide({(isWide ? Widened(scaled) : scaled.Text)}, {Whole(divisor, isWide)}, RoundingMode.{mode})";
        var held = isWide == IsWide(shape) ? quotient : $"({(isWide ? "long" : "Int128")}){quotient}";
        return step.IsOne ? new(held, held == quotient && (!divisor.IsOne || scaled.IsPrimary || held[0] == '('), shape) : new($"{held} * {Whole(step, IsWide(step))}", false, shape);
    }

    public override Code Choose(TruthCode condition, Code whenTrue, Code whenFalse)
    {
        var text = $"BlockMath.Choose{(whenTrue is TextCode ? "Text" : "")}({condition.Text}, {whenTrue.Text}, {whenFalse.Text})";
        return whenTrue switch
        {
            TruthCode => new TruthCode(text, true),
            TextCode => new TextCode(text, true),
            _ => (NumberCode)whenTrue with { Text = text, IsPrimary = true, Constant = null },
        };
    }

    public override Code Table(TableCode table, Func<UnknownKind, string> wait)
    {
        var isWide = table.Like is NumberCode { Shape: var shape } && IsWide(shape);
        var (any, differs, result) = (writer.Fresh("有行"), writer.Fresh("不同"), writer.Fresh("表"));
        writer.Line($"bool {any} = false, {differs} = false; // {CodeWriter.Comment(table.Name)}");
        writer.Line($"{table.Like switch { TruthCode => "bool", TextCode => "int", _ => isWide ? "Int128" : "long" }} {result} = default;");
        var choose = $"BlockMath.Choose{(table.Like is TextCode ? "Text" : "")}";
        foreach (var (test, value) in table.Rows)
        {
            var operand = isWide && value is NumberCode { Shape: var narrow } && !IsWide(narrow) ? $"(Int128){value.Primary}" : value.Primary;
            if (test is null)
            {
                writer.Line($"{result} = {choose}({any}, {result}, {operand});");
                continue;
            }
            writer.Line($"{differs} |= {any} & {test.Primary} & {result} != {operand};");
            writer.Line($"{result} = {choose}({test.Text}, {operand}, {result});");
            writer.Line($"{any} |= {test.Text};");
        }
        // No row, or several that do not agree: that unit is evaluated with bounds, which says so.
        writer.Line(table.Rows[^1].Test is null ? $"open |= {differs};" : $"open |= !{any} | {differs};");
        return table.Result(result);
    }

    public override TruthCode Truth(bool value) => new(value ? "true" : "false", true);

    public override TextCode Text(string code) => new(code, true);

    public override TruthCode Same(Code left, Code right) => new($"({left.Primary} == {right.Primary})", true);

    public override TruthCode IsOneOf(TextCode operand, IReadOnlyList<string> members, string? outside)
    {
        var inside = members.Count == 0 ? "false" : string.Join(" | ", members.Select(member => $"{operand.Primary} == {member}"));
        if (outside is null)
            return new($"({inside})", true);
        // Outside a list that ends in 等 an authority decides: that unit is evaluated with bounds.
        var isInside = writer.Fresh("属于");
        writer.Line($"var {isInside} = {inside};");
        writer.Line($"open |= !{isInside};");
        return new(isInside, true);
    }

    public override NumberCode Days(string function, IReadOnlyList<string> arguments, NumberShape shape) => new($"BlockMath.{function}({string.Join(", ", arguments)})", true, shape);

    public override Code Parameter(IrParameter parameter, int index, string wait)
    {
        var name = writer.Fresh(parameter.Name);
        if (parameter.Type is TruthType)
        {
            Inputs.Add($"if (!block.TryGetTruth({index}, out var {name})) return false;");
            return new TruthCode(name, true);
        }
        if (parameter.Type is TextType or EnumType)
        {
            Inputs.Add($"if (!block.TryGetText({index}, out var {name})) return false;");
            return new TextCode(name, true);
        }
        var shape = ProgramTables.ShapeOf(parameter);
        if (IsWide(shape))
            throw new BeyondColumnsException("a parameter of 128 bits");
        Inputs.Add($"if (!block.TryGetNumber({index}, out var {name})) return false;");
        return new NumberCode(name, true, shape);
    }

    // Two of them would be computed with as int.
    public override NumberCode Run(string name, NumberShape shape) => new($"((long)block.Run.{name})", true, shape);

    public override Code Fact(IrField field, RowScope? row, string waits, Func<(string Low, string High, NumberShape Shape)> missing)
    {
        var column = writer.Fresh($"{field.Name}列");
        var kind = IsTruth(field) ? "Truths" : IsText(field) ? "Codes" : "Numbers";
        Inputs.Add($"var {column} = block.{(row is null ? "" : "Row")}{kind}({field.Ordinal});");
        var cell = $"{column}[{(row is null && isOfRows ? "subject" : "i")}]";
        return IsTruth(field) ? new TruthCode($"({cell} == Truth.Yes)", true)
            : IsText(field) ? new TextCode(cell, true)
            : new NumberCode(cell, true, InColumn(missing().Shape));
    }

    // What a block kernel sees stands in a column, whatever the declared range would allow.
    private static NumberShape InColumn(NumberShape shape) =>
        shape.IsExact ? shape : NumberShape.Fixed(shape.Denominator, BigInteger.Min(shape.Magnitude, FixedPoint.Limit));

    public override Code UnknownFact(IrField field, string tableWait, Func<(string Low, string High, NumberShape Shape)> missing) =>
        throw new BeyondColumnsException("a fact of another table");

    private static bool IsWide(NumberShape shape) => IsWide(shape.Magnitude);

    private static bool IsWide(BigInteger magnitude) => magnitude.GetBitLength() > NumberShape.NarrowLaneBits;

    private static string Widened(NumberCode number, NumberShape shape) => IsWide(shape) ? Widened(number) : number.Primary;

    private static string Widened(NumberCode number) => IsWide(number.Shape) ? number.Primary : $"(Int128){number.Primary}";
}
