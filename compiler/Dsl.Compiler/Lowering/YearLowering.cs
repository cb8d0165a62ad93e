// Facts by year → aggregates over the rows of a detail that has one row for each year.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Extremes;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Compiler.Lowering;

/// <summary>Lowers what looks at the years of a subject.</summary>
/// <param name="expressions">Lowers the parts.</param>
/// <param name="schema">The data that they read.</param>
internal sealed class YearLowering(ExpressionLowering expressions, SchemaLowering schema)
{
    /// <summary>A fact of one year: what is missing lies within the range of the field.</summary>
    public IrExpression Lower(BoundAggregate node, SourceLocation place)
    {
        var field = node.Selector is BoundFact fact ? fact.Field : null;
        var origin = place with { Text = TextOf(node, field?.Name, place) };
        IrExpression value = new IrAggregate(AggregateKind.Largest, node.Detail is { } detail ? schema[detail] : null, null,
            expressions.LowerOptional(node.Selector), expressions.LowerOptional(node.Filter), node.Type, origin);
        var range = field?.DeclaredRange ?? (node.Type is QuantityType ? Bounds.NonNegative : Bounds.Everything);
        if (range.Low is { } low)
            value = Extreme(LeastAndGreatest.Greatest, value, low, origin);
        return range.High is { } high ? Extreme(LeastAndGreatest.Least, value, high, origin) : value;
    }

    private static IrCall Extreme(BuiltinFunction function, IrExpression value, Rational end, SourceLocation origin) =>
        new(function, [value, new IrConstant(NumberValue.Of(end), value.Type, origin)], value.Type, origin);

    private static string TextOf(BoundAggregate node, string? field, SourceLocation place) => node.Year switch
    {
        BoundIntrinsic { Name: ContextKind.ApplicationYear } => $"本年.{field}",
        BoundArithmetic { Operator: ArithmeticOperator.Subtract, Left: BoundIntrinsic { Name: ContextKind.ApplicationYear } } year
            when ConstantFolder.Number(year.Right) == Rational.One => $"上年.{field}",
        _ => place.Text,
    };

    /// <summary>首次.</summary>
    /// <remarks>
    /// <code>
    /// 首次 V 超过 a、b : m、n   →   若 V 超过 b 则 若 以往 超过 b 或 已得 超过 m 则 0元 否则 n
    ///                               否则 若 V 超过 a 则 若 以往 超过 a 或 已得 超过 0元 则 0元 否则 m 否则 0元
    /// </code>
    /// 以往 is the largest value of the years before; where one of them is missing between the first on record and the application year,
    /// it may have been any. 已得 is the largest payment of an earlier year: whatever the facts say now, the level that it exceeds the
    /// amount below of was paid.
    /// </remarks>
    public IrExpression Lower(BoundMilestones node, SourceLocation place)
    {
        var (rows, field, year) = (schema[node.Rows], schema[node.Fact], node.Rows.Year is { } ofRow ? schema[ofRow] : null);
        if (year is null)
            return new IrConstant(NumberValue.Zero, DslType.Money, place);
        var before = place with { Text = $"以前年度的{node.Fact.Name}" };
        IrAggregate Over(AggregateKind kind, IrField? of, DslType type, IrExpression filter) =>
            new(kind, rows, null, of is null ? null : new IrFact(of, before), filter, type, before);
        IrExpression Now(SourceLocation at) => new IrContext(ContextKind.ApplicationYear, DslType.Year, at);
        IrExpression IsBefore() => new IrCompare(ComparisonOperator.Less, new IrFact(year, before), Now(before), before);

        var (count, years) = (DslType.Number, DslType.In(Units.Years));
        var largest = Over(AggregateKind.Largest, field, field.Type, IsBefore());
        var first = Over(AggregateKind.Smallest, year, DslType.Year, IsBefore());
        var isGap = new IrCompare(ComparisonOperator.NotEqual, Over(AggregateKind.Count, null, count, IsBefore()),
            new IrArithmetic(ArithmeticOperator.Subtract, Now(before), first, years, before), before);
        // A row that there is not: what it would say is not known.
        var missing = Over(AggregateKind.Largest, field, field.Type, new IrConstant(TruthValue.No, DslType.Truth, before));
        var received = new IrClauseValue(ClauseValueKind.LargestReceipt, node.ClauseNumber, null,
            place with { Text = "以前年度按本条已得" });
        var op = node.IsInclusive ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater;

        IrExpression nothing = new IrConstant(NumberValue.Zero, DslType.Money, place), result = nothing, below = nothing;
        var now = expressions.Visit(node.ThisYear);
        foreach (var level in node.Levels)
        {
            var (least, amount) = (expressions.Visit(level.Least), expressions.Visit(level.Amount));
            var wasReached = new IrOr(
            [
                new IrCompare(op, largest, least, before),
                new IrAnd([isGap, new IrCompare(op, missing, least, before)], before),
                new IrCompare(ComparisonOperator.Greater, received, below, received.Origin),
            ], place with { Text = $"以前年度已达到 {least.Origin.Text}" });
            var isReached = new IrCompare(op, now, least,
                place with { Text = $"{now.Origin.Text} {node.Word} {least.Origin.Text}" });
            result = new IrChoose(isReached, new IrChoose(wasReached, nothing, amount, amount.Origin), result, place);
            below = amount;
        }
        return result;
    }
}
