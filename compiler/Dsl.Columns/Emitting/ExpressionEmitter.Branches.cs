// Choices, aggregates and calls.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

internal sealed partial class ExpressionEmitter
{
    // A registry of two thousand million rows is more than offsets hold.
    private static readonly BigInteger MostRows = int.MaxValue;

    private int _depth;

    /// <inheritdoc/>
    protected override EmittedExpression Choose(IrChoose node, RowScope? context)
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

    private EmittedExpression Choose(EmittedTruth condition, EmittedExpression whenTrue, EmittedExpression whenFalse)
    {
        if (whenTrue is not EmittedNumber)
            return operands.Choose(condition, whenTrue, whenFalse);
        var sides = SideBySide([(EmittedNumber)whenTrue, (EmittedNumber)whenFalse]);
        return (EmittedNumber)operands.Choose(condition, sides[0], sides[1]) with { Layout = Widest(sides) };
    }

    /// <inheritdoc/>
    protected override EmittedExpression Table(IrTable node, RowScope? context)
    {
        List<EmittedTruth?> tests = [];
        List<EmittedExpression> values = [];
        foreach (var row in node.Rows)
        {
            tests.Add(row.Test is { } test ? Short(Truth(test, context)) : null);
            values.Add(Short(Visit(row.Value, context)));
        }
        if (node.Type is QuantityType or DateType or YearType)
            values = [.. SideBySide([.. values.OfType<EmittedNumber>()])];
        return operands.Table(new(node.Name, [.. tests.Zip(values)], node.IsComplete, node.IsDisjoint),
            kind => bits.NameOf(new(kind, node.Name, UnknownBitScope.Fixed)));
    }

    /// <inheritdoc/>
    protected override EmittedExpression Aggregate(IrAggregate node, RowScope? context)
    {
        var detail = node.Detail ?? throw new UnreachableException(node.Origin.Text);
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
            ? Number(asked, new(detail, $"{rows}.AnyRow", true, context, _depth)).Text : "Interval.Zero";
        writer.Line($"{accumulator}.AddMissingTable({ofAnyRow}, Tristate.Unknown({table}));");
        writer.Close();
        var index = writer.Fresh("i");
        writer.Open($"for (var {index} = {rows}.First; {index} < {rows}.End; {index}++)");
        var row = new RowScope(detail, writer.Fresh($"{detail.Name}行"), true, context, _depth);
        writer.Line($"var {row.Variable} = {rows}.Row({index});");
        var filter = node.Filter is { } condition ? Truth(condition, row).Text : "Tristate.Yes";
        var selected = node.Selector is { } selector ? Number(selector, row) : new("Interval.Zero", true, FixedPointLayout.Exact);
        writer.Line($"{accumulator}.Add({filter}, {selected.Text});");
        _depth--;
        writer.Close();
        _outermost = isOutermost ? null : _outermost;
        return Result(node, accumulator, selected.Layout);
    }

    private EmittedExpression Result(IrAggregate node, string accumulator, FixedPointLayout value)
    {
        var result =
            UnknownBit.OfNoRows(node) is { } noRows
            ? $"{accumulator}.Result(Tristate.Unknown({bits.NameOf(noRows)}))"
            : $"{accumulator}.Result";
        var call =
            node.Kind == AggregateKind.Average ? $"ExactInterval.Average({result}, {EmittedNumber.BigLiteral(value.Denominator)})" : result;
        return LayoutOf(node.Kind, value) is { } layout ? new EmittedNumber(call, true, layout) : new EmittedTruth(call, true);
    }

    /// <summary>How an aggregate is held where the values of its rows are held so; null for a truth.</summary>
    public static FixedPointLayout? LayoutOf(AggregateKind kind, FixedPointLayout value) => kind switch
    {
        AggregateKind.Exists => null,
        AggregateKind.Count => FixedPointLayout.Fixed(1, MostRows),
        AggregateKind.Average => FixedPointLayout.Exact,
        AggregateKind.Sum => FixedPointLayout.Fixed(value.Denominator, value.Magnitude * MostRows),
        _ => value,
    };

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
    protected override EmittedExpression ClauseValue(IrClauseValue node, RowScope? context) =>
        throw new UnreachableException(node.Origin.Text);

    /// <inheritdoc/>
    protected override EmittedExpression Call(IrCall node, RowScope? context)
    {
        ImmutableArray<EmittedNumber> arguments = [.. node.Arguments.Select(argument => Short((EmittedNumber)Visit(argument, context)))];
        switch (node.Function.Meaning)
        {
            case ExtremeMeaning extreme:
                var numbers = SideBySide(arguments);
                return operands.Extreme(extreme.IsLeast ? "Min" : "Max", numbers, Widest(numbers));
            case CalendarMeaning calendar:
                return operands.Calendar(calendar, arguments);
            case RoundingMeaning rounding:
                var step = Proven(StepOf(rounding, [.. arguments.Select(static argument => argument.Form)]));
                var form = arguments[0].Form;
                return operands.Round(arguments[0], rounding.Mode, step.Denominator, form.Layout.Denominator * step.Numerator,
                    step.Numerator, form.Rounded(step).Layout);
            default:
                throw new UnreachableException(node.Function.Name);
        }
    }

    /// <summary>The step of a rounding; null where it is not constant, or none.</summary>
    public static Rational? StepOf(RoundingMeaning rounding, ImmutableArray<NumberForm> arguments) =>
        arguments.Length == 1 ? Rational.One : arguments[1].Constant is { } said ? rounding.StepOf(said) : null;

    private static FixedPointLayout Widest(ImmutableArray<EmittedNumber> numbers) =>
        NumberForm.OneOf([.. numbers.Select(static number => number.Form)]).Layout;
}
