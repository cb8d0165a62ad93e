// Choices, aggregates and calls.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Comparing;
using Dsl.Values.Functions.Dates;
using Dsl.Values.Functions.Rounding;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

internal sealed partial class ExpressionEmitter
{
    // A registry of two thousand million rows is more than offsets hold.
    private static readonly BigInteger MostRows = int.MaxValue;

    private int _depth;

    /// <inheritdoc/>
    protected override Code Choose(IrChoose node, RowScope? context)
    {
        // 若 … 否则 若 … nests as deep as it is long: from the last branch upwards.
        var rows = new Stack<IrChoose>();
        IrExpression last = node;
        for (; last is IrChoose choose; last = choose.WhenFalse)
            rows.Push(choose);
        var result = Visit(last, context);
        while (rows.TryPop(out var row))
            result = Choose(Short(Truth(row.Condition, context)), Short(Visit(row.WhenTrue, context)), Short(result));
        return result;
    }

    private Code Choose(TruthCode condition, Code whenTrue, Code whenFalse)
    {
        if (whenTrue is not NumberCode)
            return notation.Choose(condition, whenTrue, whenFalse);
        var (a, b) = SideBySide((NumberCode)whenTrue, (NumberCode)whenFalse);
        return (NumberCode)notation.Choose(condition, a, b) with { Shape = Widest([a, b]) };
    }

    /// <inheritdoc/>
    protected override Code Table(IrTable node, RowScope? context)
    {
        List<TruthCode?> tests = [];
        List<Code> values = [];
        foreach (var row in node.Rows)
        {
            tests.Add(row.Test is { } test ? Short(Truth(test, context)) : null);
            values.Add(Short(Visit(row.Value, context)));
        }
        if (node.Type is QuantityType or DateType or YearType)
            values = [.. SideBySide([.. values.OfType<NumberCode>()])];
        return notation.Table(new(node.Name, [.. tests.Zip(values)], node.IsComplete, node.IsDisjoint), kind => waits.Bit(new(kind, node.Name, WaitScope.Fixed)));
    }

    /// <inheritdoc/>
    protected override Code Aggregate(IrAggregate node, RowScope? context)
    {
        if (node.Detail is not { } detail)
            throw new BeyondColumnsException("an aggregate over the registry");
        if (notation is PlainNotation)
            throw new BeyondColumnsException("an aggregate");
        foreach (var part in IrWalk.Parts(node))
            Prepare(part);
        var isOutermost = _outermost is null;
        _outermost ??= node;
        tables.Read(detail, null);
        var (rows, accumulator) = (writer.Fresh(detail.Name), writer.Fresh(AggregateName(node.Kind)));
        writer.Line($"var {rows} = subject.Rows({detail.Ordinal}); // {CodeWriter.Comment(node.Origin.Text)}");
        writer.Line($"var {accumulator} = new {Accumulator(node.Kind)};");
        var table = TableBit(detail.Name);
        writer.Open($"if ({rows}.IsMissing)");
        _depth++;
        var ofAnyRow = node.Selector is { } asked && node.Kind == AggregateKind.Sum
            ? Selected(asked, new(detail, $"{rows}.AnyRow", true, context, _depth)).Text : "Interval.Zero";
        writer.Line($"{accumulator}.AddMissingTable({ofAnyRow}, Tri.Unknown({table}));");
        writer.Close();
        var index = writer.Fresh("i");
        writer.Open($"for (var {index} = {rows}.First; {index} < {rows}.End; {index}++)");
        var row = new RowScope(detail, writer.Fresh($"{detail.Name}行"), true, context, _depth);
        writer.Line($"var {row.Variable} = {rows}.Row({index});");
        var filter = node.Filter is { } condition ? Truth(condition, row).Text : "Tri.Yes";
        var selected = node.Selector is { } selector ? Selected(selector, row) : new("Interval.Zero", true, NumberShape.Exact);
        writer.Line($"{accumulator}.Add({filter}, {selected.Text});");
        _depth--;
        writer.Close();
        _outermost = isOutermost ? null : _outermost;
        return Result(node, accumulator, selected.Shape);
    }

    private NumberCode Selected(IrExpression selector, RowScope row)
    {
        var code = Number(selector, row);
        return code.Shape.IsExact ? throw new BeyondColumnsException("an aggregate of quotients") : code;
    }

    private Code Result(IrAggregate node, string accumulator, NumberShape value)
    {
        string NoRows() => $"Tri.Unknown({waits.Bit(new(UnknownKind.NoRows, node.Origin.Text, WaitScope.Fixed))})";
        switch (node.Kind)
        {
            case AggregateKind.Exists:
                return new TruthCode($"{accumulator}.Result", true);
            case AggregateKind.Count:
                return new NumberCode($"{accumulator}.Result", true, NumberShape.Fixed(1, MostRows));
            case AggregateKind.Average:
                return new NumberCode(
                    $"ExactInterval.Average({accumulator}.Result({NoRows()}), {NumberCode.BigLiteral(value.Denominator)})",
                    true, NumberShape.Exact);
            case AggregateKind.Sum:
                var sum = NumberShape.Fixed(value.Denominator, value.Magnitude * MostRows);
                return sum.IsExact ? throw new BeyondColumnsException("a sum that may leave 128 bits") : new NumberCode($"{accumulator}.Result", true, sum);
            default:
                return new NumberCode($"{accumulator}.Result({NoRows()})", true, value);
        }
    }

    private static string AggregateName(AggregateKind kind) => AggregateFunctions.All.First(aggregate => aggregate.Kind == kind).Name;

    private static string Accumulator(AggregateKind kind) => kind switch
    {
        AggregateKind.Sum => "SumOfRows(new())",
        AggregateKind.Count => "CountOfRows()",
        AggregateKind.Exists => "AnyOfRows()",
        AggregateKind.Average => "AverageOfRows(new())",
        AggregateKind.Largest => "ExtremeOfRows(isLargest: true)",
        _ => "ExtremeOfRows(isLargest: false)",
    };

    /// <inheritdoc/>
    protected override Code Call(IrCall node, RowScope? context)
    {
        ImmutableArray<NumberCode> arguments = [.. node.Arguments.Select(argument => Short((NumberCode)Visit(argument, context)))];
        var function = node.Function;
        if (function.Equals(Least.Definition) || function.Equals(Greatest.Definition))
            return Extreme(function.Equals(Least.Definition) ? "Min" : "Max", SideBySide(arguments));
        if (function.Equals(YearOf.Definition))
            return notation.Days("YearOf", [Whole(arguments[0])], NumberShape.Fixed(1, 9999));
        if (function.Equals(YearsBetween.Definition) || function.Equals(MonthsBetween.Definition))
        {
            var period = function.Equals(YearsBetween.Definition) ? 12 : 1;
            return notation.Days("FullMonths", [Whole(arguments[0]), Whole(arguments[1]), $"{period}"], NumberShape.Fixed(1, 120_000));
        }
        return function.Equals(HalfAwayFromZero.Definition)
            ? Rounded(RoundingMode.HalfAwayFromZero, arguments[0], PlacesStep(arguments), node)
            : function.Equals(RoundDown.Definition) ? Rounded(RoundingMode.Down, arguments[0], WidthStep(arguments), node)
            : function.Equals(RoundUp.Definition) ? Rounded(RoundingMode.Up, arguments[0], WidthStep(arguments), node)
            : throw new BeyondColumnsException($"the function {function.Name}");
    }

    private NumberCode Extreme(string name, ImmutableArray<NumberCode> numbers) => notation.Extreme(name, numbers, Widest(numbers));

    private static string Whole(NumberCode number) => !number.Shape.IsExact && number.Shape.Denominator.IsOne ? number.Text
        : throw new BeyondColumnsException("a day that is not whole");

    /// <summary>The step of 四舍五入 with constant places, held within ±30 as the function does.</summary>
    private static Rational? PlacesStep(ImmutableArray<NumberCode> arguments)
    {
        if (arguments.Length == 1)
            return Rational.One;
        if (arguments[1].Constant is not { } written)
            return null;
        var places = (int)BigInteger.Max(-30, BigInteger.Min(30, written.Floor()));
        var power = BigInteger.Pow(10, Math.Abs(places));
        return places >= 0 ? new Rational(1, power) : new Rational(power, 1);
    }

    private static Rational? WidthStep(ImmutableArray<NumberCode> arguments) =>
        arguments.Length == 1 ? Rational.One : arguments[1].Constant is { Sign: > 0 } width ? width : null;

    // x = n/d in steps of p/q: n·q ÷ (d·p), made whole, times p, in fractions of 1/q.
    private NumberCode Rounded(RoundingMode mode, NumberCode number, Rational? step, IrCall node)
    {
        if (step is not { } width)
            throw new BeyondColumnsException($"{node.Function.Name} with a step that is not constant");
        if (number.Shape.IsExact)
            throw new BeyondColumnsException($"{node.Function.Name} of a quotient");
        var divisor = number.Shape.Denominator * width.Numerator;
        var shape = NumberShape.Fixed(width.Denominator, number.Shape.Magnitude * width.Denominator / number.Shape.Denominator + width.Numerator);
        var fits = !NumberShape.Fixed(divisor, number.Shape.Magnitude * width.Denominator).IsExact && !shape.IsExact;
        return fits
            ? notation.Round(number, mode, width.Denominator, divisor, width.Numerator, shape)
            : throw new BeyondColumnsException($"{node.Function.Name} that may leave 128 bits");
    }
}
