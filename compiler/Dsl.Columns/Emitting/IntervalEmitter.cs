// Operations on bounds with what they wait for.
using System.Numerics;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Bounds with what they wait for: Interval, Tri, Coded, and ExactInterval for what no lane holds.</summary>
internal sealed class IntervalEmitter(CodeWriter writer) : OperandEmitter
{
    public override EmittedNumber ToExact(EmittedNumber number) => number.Layout.IsExact ? number
        : number.Constant is { } value ? Exact(value)
        : new($"ExactInterval.From({number.Text}, {EmittedNumber.BigLiteral(number.Layout.Denominator)})", true, FixedPointLayout.Exact);

    protected override EmittedNumber Exact(Rational value) =>
        new($"ExactInterval.Of({EmittedNumber.BigLiteral(value.Numerator)}, {EmittedNumber.BigLiteral(value.Denominator)})", true,
            FixedPointLayout.Exact, value);

    protected override string Whole(BigInteger value) => $"Interval.Of({EmittedNumber.Literal(value)})";

    public override EmittedNumber Times(EmittedNumber number, BigInteger factor, FixedPointLayout shape) =>
        new($"{number.Primary}.Times({EmittedNumber.Literal(factor)})", true, shape);

    public override EmittedNumber Infix(EmittedNumber left, string sign, EmittedNumber right, FixedPointLayout shape) =>
        new($"{left.Primary} {sign} {right.Primary}", false, shape);

    public override EmittedNumber Quotient(EmittedNumber left, EmittedNumber right, string zeroDivisor) =>
        new($"ExactInterval.Divide({ToExact(left).Text}, {ToExact(right).Text}, {zeroDivisor})", true, FixedPointLayout.Exact);

    public override EmittedTruth Compare(EmittedNumber left, ComparisonOperator comparison, EmittedNumber right) => new(
        comparison switch
        {
            ComparisonOperator.Equal => $"{TypeOf(left)}.Same({left.Text}, {right.Text})",
            ComparisonOperator.NotEqual => $"(!{TypeOf(left)}.Same({left.Text}, {right.Text}))",
            _ => $"({left.Primary} {Sign(comparison)} {right.Primary})",
        },
        true);

    public override EmittedNumber Extreme(string name, IReadOnlyList<EmittedNumber> numbers, FixedPointLayout shape) =>
        new($"{TypeOf(numbers[0])}.{name}({string.Join(", ", numbers.Select(static number => number.Text))})", true, shape);

    public override EmittedNumber Round(
        EmittedNumber number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, FixedPointLayout layout) =>
            new(
            $"{number.Primary}.Round(RoundingMode.{mode}, "
            + $"{string.Join(", ", new[] { multiplier, divisor, step }.Select(EmittedNumber.Literal))})",
            true, layout);

    public override EmittedExpression Choose(EmittedTruth condition, EmittedExpression whenTrue, EmittedExpression whenFalse) =>
        whenTrue switch
        {
            EmittedTruth => new EmittedTruth($"Tristate.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", true),
            EmittedText => new EmittedText($"DictionaryCode.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", true),
            _ => (EmittedNumber)whenTrue with
            {
                Text = $"{TypeOf((EmittedNumber)whenTrue)}.Choose({condition.Text}, {whenTrue.Text}, {whenFalse.Text})", IsPrimary = true,
                Constant = null
            },
        };

    public override EmittedExpression Table(EmittedTable table, Func<UnknownKind, string> wait)
    {
        var type = table.Like switch
        {
            EmittedTruth => "Tristate", EmittedText => "DictionaryCode", var number => TypeOf((EmittedNumber)number),
        };
        var rows = writer.Fresh("表");
        writer.Line($"var {rows} = Tables.Of<{type}>({table.Proofs}, {wait(UnknownKind.NoTableRow)}, {wait(UnknownKind.SeveralTableRows)});"
            + $" // {CodeWriter.Comment(table.Name)}");
        foreach (var (test, value) in table.Rows)
            writer.Line($"{(table.IsDisjoint ? $"if (!{rows}.IsDecided) " : "")}"
                + $"{rows}.Add({(test is null ? $"{rows}.Otherwise" : test.Text)}, {value.Text});");
        return table.Result($"{rows}.Result()");
    }

    public override EmittedTruth Truth(bool value) => new(value ? "Tristate.Yes" : "Tristate.No", true);

    public override EmittedText Text(string code) => new($"DictionaryCode.Of({code})", true);

    public override EmittedTruth Same(EmittedExpression left, EmittedExpression right) =>
        new($"{(left is EmittedText ? "DictionaryCode" : "Tristate")}.Same({left.Text}, {right.Text})", true);

    public override EmittedTruth IsOneOf(EmittedText operand, IReadOnlyList<string> members, string? outside) => new(
        outside is null
            ? $"{operand.Primary}.IsOneOf({string.Join(", ", members)})"
            : $"{operand.Primary}.IsOneOfOpen({string.Join(", ", members.Prepend(outside))})",
        true);

    public override EmittedNumber Shift(EmittedNumber date, EmittedNumber amount, bool inMonths) =>
        new($"Days.{(inMonths ? "AddMonths" : "AddDays")}({date.Text}, {amount.Text})", true, FixedPointLayout.Day);

    public override EmittedNumber Calendar(CalendarMeaning function, IReadOnlyList<EmittedNumber> arguments)
    {
        var texts = function.Trends.IsEmpty ? arguments.Select(static argument => argument.Text)
            : arguments.Zip(function.Trends, static (argument, trend) => $"{argument.Text}, Trend.{trend}");
        var head = function.Trends.IsEmpty ? $"Days.Within({function.Least}, {function.Most}, " : "Days.Of(";
        return new($"{head}{NameOf(function)}, {string.Join(", ", texts)})", true, FixedPointLayout.Between(function.Least, function.Most));
    }

    public override EmittedExpression Parameter(IrParameter parameter, int index, string wait)
    {
        if (parameter.Type is TruthType)
            return new EmittedTruth($"subject.Run.Truth({index}, {wait})", true);
        if (parameter.Type is TextType or EnumType)
            return new EmittedText($"subject.Run.Text({index}, {wait})", true);
        var low = parameter.Type is DateType or YearType ? "Interval.MinusInfinity" : "0";
        return new EmittedNumber($"subject.Run.Number({index}, {wait}, {low}, Interval.Infinity)", true, ProgramTables.LayoutOf(parameter));
    }

    public override EmittedNumber Run(string name, FixedPointLayout shape) => new($"Interval.Of(subject.Run.{name})", true, shape);

    public override EmittedExpression Fact(IrField field, RowScope? row, string waits, FactForm form)
    {
        var frame = row?.Variable ?? "subject";
        if (IsTruth(field))
            return new EmittedTruth($"{frame}.Truth({field.Ordinal}, {waits})", true);
        if (IsText(field))
            return new EmittedText($"{frame}.Text({field.Ordinal}, {waits})", true);
        return new EmittedNumber($"{frame}.Number({field.Ordinal}, {waits}, {Ends(form)})", true, form.Layout);
    }

    public override EmittedExpression UnknownFact(IrField field, string tableWait, FactForm form)
    {
        if (IsTruth(field))
            return new EmittedTruth($"Tristate.Unknown({tableWait})", true);
        if (IsText(field))
            return new EmittedText($"new DictionaryCode(DictionaryCode.Missing, {tableWait})", true);
        return new EmittedNumber($"new Interval({Ends(form)}, {tableWait})", true, form.Layout);
    }

    private static string Ends(FactForm form) =>
        $"{(form.Low is { } low ? EmittedNumber.Literal(low) : "Interval.MinusInfinity")}, "
        + $"{(form.High is { } high ? EmittedNumber.Literal(high) : "Interval.Infinity")}";

    private static string TypeOf(EmittedNumber number) => number.Layout.IsExact ? "ExactInterval" : "Interval";
}
