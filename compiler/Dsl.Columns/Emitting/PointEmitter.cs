// Operations on plain values, all of them known.
using System.Diagnostics;
using System.Numerics;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Plain values, all of them known: long (or Int128 where the range proof asks for it), bool, int; no branches.</summary>
internal sealed class PointEmitter(CodeWriter writer, bool isOfRows) : OperandEmitter
{
    /// <summary>The lines that must stand before the loop.</summary>
    public List<string> Inputs { get; } = [];

    // Vectorizability lets nothing pass that is exact, or of another table.
    public override EmittedNumber ToExact(EmittedNumber number) => throw new UnreachableException(number.Text);

    protected override EmittedNumber Exact(Rational value) => throw new UnreachableException($"{value}");

    protected override string Whole(BigInteger value) => Whole(value, IsWide(BigInteger.Abs(value)));

    // Without the suffix two constants would be int, and what is computed from them would overflow; without brackets a sign would be
    // read with what stands before it.
    private static string Whole(BigInteger value, bool isWide)
    {
        var text = EmittedNumber.Literal(value);
        if (isWide)
            return text[0] is 'I' ? text : $"((Int128)({text}L))";
        return value.Sign < 0 ? $"({text}L)" : $"{text}L";
    }

    public override EmittedNumber Times(EmittedNumber number, BigInteger factor, FixedPointLayout shape) =>
        new($"{Widened(number, shape)} * {Whole(factor, isWide: IsWide(BigInteger.Abs(factor)))}", false, shape);

    public override EmittedNumber Infix(EmittedNumber left, string sign, EmittedNumber right, FixedPointLayout shape) =>
        new($"{Widened(left, shape)} {sign} {right.Primary}", false, shape);

    public override EmittedNumber Quotient(EmittedNumber left, EmittedNumber right, string zeroDivisor) =>
        throw new UnreachableException(left.Text);

    public override EmittedTruth Compare(EmittedNumber left, ComparisonOperator comparison, EmittedNumber right) =>
        new($"({left.Primary} {Sign(comparison)} {right.Primary})", true);

    public override EmittedNumber Extreme(string name, IReadOnlyList<EmittedNumber> numbers, FixedPointLayout shape)
    {
        var type = IsWide(shape) ? "Int128" : "Math";
        return new(numbers.Select(static number => number.Text).Aggregate((left, right) => $"{type}.{name}({left}, {right})"), true, shape);
    }

    public override EmittedNumber Round(
        EmittedNumber number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, FixedPointLayout layout)
    {
        var scaled =
            multiplier.IsOne ? number : Times(number, multiplier, number.Layout with { Magnitude = number.Layout.Magnitude * multiplier });
        // What is divided, or divided by, may need more room than what comes out, and the other way round.
        var isWide = IsWide(scaled.Layout) || !divisor.IsOne && IsWide(divisor);
        var quotient = divisor.IsOne ? scaled.Primary
            : $"WholeNumbers.Divide({(isWide ? Widened(scaled) : scaled.Text)}, {Whole(divisor, isWide)}, RoundingMode.{mode})";
        var held = isWide == IsWide(layout) ? quotient : $"({(isWide ? "long" : "Int128")}){quotient}";
        return step.IsOne ? new(held, held == quotient && (!divisor.IsOne || scaled.IsPrimary || held[0] == '('), layout)
            : new($"{held} * {Whole(step, IsWide(step))}", false, layout);
    }

    public override EmittedExpression Choose(EmittedTruth condition, EmittedExpression whenTrue, EmittedExpression whenFalse)
    {
        var text = $"BlockMath.Choose{(whenTrue is EmittedText ? "Text" : "")}({condition.Text}, {whenTrue.Text}, {whenFalse.Text})";
        return whenTrue switch
        {
            EmittedTruth => new EmittedTruth(text, true),
            EmittedText => new EmittedText(text, true),
            _ => (EmittedNumber)whenTrue with { Text = text, IsPrimary = true, Constant = null },
        };
    }

    public override EmittedExpression Table(EmittedTable table, Func<UnknownKind, string> wait)
    {
        var isWide = table.Like is EmittedNumber { Layout: var shape } && IsWide(shape);
        var type = table.Like switch { EmittedTruth => "bool", EmittedText => "int", _ => isWide ? "Int128" : "long" };
        var (rows, result) = (writer.Fresh("表"), writer.Fresh("值"));
        writer.Line($"var {rows} = Tables.OfKnown<{type}>({table.Proofs}); // {CodeWriter.Comment(table.Name)}");
        foreach (var (test, value) in table.Rows)
            writer.Line($"{rows}.Add({(test is null ? $"{rows}.Otherwise" : $"Tristate.Of({test.Text})")}, new({value.Text}));");
        // No row, or several that do not agree: that unit is evaluated with bounds, which says so.
        writer.Line($"var {result} = {rows}.Result();");
        writer.Line($"open |= {result}.IsOpen;");
        return table.Result($"{result}.Value");
    }

    public override EmittedTruth Truth(bool value) => new(value ? "true" : "false", true);

    public override EmittedText Text(string code) => new(code, true);

    public override EmittedTruth Same(EmittedExpression left, EmittedExpression right) => new($"({left.Primary} == {right.Primary})", true);

    public override EmittedTruth IsOneOf(EmittedText operand, IReadOnlyList<string> members, string? outside)
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

    public override EmittedNumber Shift(EmittedNumber date, EmittedNumber amount, bool inMonths) =>
        new($"BlockMath.{(inMonths ? "AddMonths" : "AddDays")}({date.Text}, {amount.Text})", true, FixedPointLayout.Day);

    public override EmittedNumber Calendar(CalendarMeaning function, IReadOnlyList<EmittedNumber> arguments) =>
        new($"{NameOf(function)}({string.Join(", ", arguments.Select(static argument => argument.Text))})", true,
            FixedPointLayout.Between(function.Least, function.Most));

    public override EmittedExpression Parameter(IrParameter parameter, int index, string wait)
    {
        var name = writer.Fresh(parameter.Name);
        if (parameter.Type is TruthType)
        {
            Inputs.Add($"if (!block.TryGetTruth({index}, out var {name})) return false;");
            return new EmittedTruth(name, true);
        }
        if (parameter.Type is TextType or EnumType)
        {
            Inputs.Add($"if (!block.TryGetText({index}, out var {name})) return false;");
            return new EmittedText(name, true);
        }
        Inputs.Add($"if (!block.TryGetNumber({index}, out var {name})) return false;");
        return new EmittedNumber(name, true, ProgramTables.LayoutOf(parameter));
    }

    // Two of them would be computed with as int.
    public override EmittedNumber Run(string name, FixedPointLayout shape) => new($"((long)block.Run.{name})", true, shape);

    public override EmittedExpression Fact(IrField field, RowScope? row, string waits, FactForm form)
    {
        var column = writer.Fresh($"{field.Name}列");
        var kind = IsTruth(field) ? "Truths" : IsText(field) ? "Codes" : "Numbers";
        Inputs.Add($"var {column} = block.{(row is null ? "" : "Row")}{kind}({field.Ordinal});");
        var cell = $"{column}[{(row is null && isOfRows ? "subject" : "i")}]";
        return IsTruth(field) ? new EmittedTruth($"({cell} == Truth.Yes)", true)
            : IsText(field) ? new EmittedText(cell, true)
            : new EmittedNumber(cell, true, form.InColumn);
    }

    public override EmittedExpression UnknownFact(IrField field, string tableWait, FactForm form) =>
        throw new UnreachableException(field.Name);

    private static bool IsWide(FixedPointLayout shape) => !shape.IsNarrow;

    private static bool IsWide(BigInteger magnitude) => magnitude.GetBitLength() > FixedPointLayout.NarrowLaneBits;

    private static string Widened(EmittedNumber number, FixedPointLayout shape) => IsWide(shape) ? Widened(number) : number.Primary;

    private static string Widened(EmittedNumber number) => IsWide(number.Layout) ? number.Primary : $"(Int128){number.Primary}";
}
