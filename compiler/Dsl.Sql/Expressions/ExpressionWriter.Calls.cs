// Builtin functions as SQL: those whose meaning has a form that SQL can write.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Dates;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Sql.Expressions;

internal sealed partial class ExpressionWriter
{
    /// <inheritdoc/>
    protected override SqlValue Call(IrCall node, SqlPlace context)
    {
        ImmutableArray<SqlNumber> arguments = [.. node.Arguments.Select(argument => Number(argument, context))];
        var numbers = Numbers(context);
        switch (node.Function.Meaning)
        {
            case ExtremeMeaning extreme:
                return numbers.Extreme(arguments, extreme.IsLeast);
            case RoundingMeaning rounding:
                var step = arguments.Length == 1 ? 1 : arguments[1].Constant is { } second ? rounding.StepOf(second) : null;
                return step is { Sign: > 0 } known ? numbers.Round(arguments[0], known, rounding.Mode, known.Denominator)
                    : Refuse(node, $"「{node.Function.Name}」的第二项不是正的常数");
            case CalendarMeaning calendar:
                return Calendar(node, calendar, arguments, context);
            default:
                return Refuse(node, $"函数「{node.Function.Name}」没有 SQL 的写法");
        }
    }

    private SqlNumber Calendar(IrCall node, CalendarMeaning calendar, ImmutableArray<SqlNumber> days, SqlPlace context)
    {
        if (days.Any(static day => !day.Shape.Denominator.IsOne || !day.Shape.IsNarrow))
            return Refuse(node, $"「{node.Function.Name}」的日期可能不是整天");
        Func<ImmutableArray<SqlTerm>, SqlTerm>? function =
            ReferenceEquals(node.Function, YearOf.Definition) ? of => Dialect.YearOfDay(of[0])
            : ReferenceEquals(node.Function, FullPeriods.MonthsBetween) ? of => Dialect.Months(of[0], of[1])
            // The quotient of two whole numbers, towards 0: years of a negative count are those of the positive one.
            : ReferenceEquals(node.Function, FullPeriods.YearsBetween)
            ? of => WholeYears(context.Table.Keep(Dialect.Months(of[0], of[1])))
            : null;
        if (function is null)
            return Refuse(node, $"函数「{node.Function.Name}」没有 SQL 的写法");
        SqlTerm? At(Trend lowerEnds)
        {
            var ends = days.Select((day, i) => calendar.Trends[i] == lowerEnds ? day.Low : day.High).ToList();
            return ends.TrueForAll(static end => end is not null)
                ? function([.. ends.OfType<SqlTerm>().Select(context.Table.Keep)]) : null;
        }
        var isPoint = days.All(static day => day.IsPoint);
        var low = At(Trend.Rises);
        var isOpen = days.Any(static day => day.LowMayBeOpen || day.HighMayBeOpen);
        return new(low, isPoint ? low : At(Trend.Falls), new(1, calendar.Most, calendar.Least >= 0 && !isOpen))
            { IsPoint = isPoint, LowMayBeOpen = isOpen, HighMayBeOpen = isOpen };
    }

    private SqlTerm WholeYears(SqlTerm months) => SqlTerm.Of(
        $"CASE WHEN {months} < 0 THEN -{Dialect.Divide(SqlTerm.Of($"(-{months})"), 12, RoundingMode.Down)} "
        + $"ELSE {Dialect.Divide(months, 12, RoundingMode.Down)} END");
}
