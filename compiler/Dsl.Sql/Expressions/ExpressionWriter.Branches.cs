// Choices, decision tables and aggregates as SQL.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Functions;
using Dsl.Values.Terms;

namespace Dsl.Sql.Expressions;

internal sealed partial class ExpressionWriter
{
    // How many rows of a detail a subject can have, so that sums stay within 128 bits.
    private const long MostRows = 1L << 31;

    /// <inheritdoc/>
    protected override SqlValue Choose(IrChoose node, SqlPlace context)
    {
        // 若 … 否则 若 … nests as deep as it is long: from the last branch upwards.
        var rows = new Stack<IrChoose>();
        IrExpression last = node;
        for (; last is IrChoose choose; last = choose.WhenFalse)
            rows.Push(choose);
        var result = Visit(last, context);
        while (rows.TryPop(out var row) && Refusal is null)
        {
            var branches = new BranchWriter(Dialect, context.Table, [new(Truth(row.Condition, context), Visit(row.WhenTrue, context))]);
            result = Kept(branches.Choose(result), context);
            if (result is SqlNumber { Shape.Fits: false })
                Refuse("算到这里可能超过 120 位", row.Origin);
            if (context.Table.LastLevel > MostNesting)
                Refuse("算式嵌套太深", row.Origin);
        }
        return result;
    }

    private static ComparisonOperator Turned(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>
    /// n ÷ d against c is n against c × d, where none of them can be negative. It is open where d may be 0; where d has no upper end, the
    /// quotient may be as small as 0.
    /// </summary>
    private SqlTruth CompareQuotient(IrCompare node, IrArithmetic quotient, ComparisonOperator op, IrExpression other, SqlPlace context)
    {
        var numbers = Numbers(context);
        var (number, divisor, limit) = (numbers.Kept(Number(quotient.Left, context)), numbers.Kept(Number(quotient.Right, context)),
            numbers.Kept(Number(other, context)));
        if (!number.Shape.IsNonNegative || !divisor.Shape.IsNonNegative || !limit.Shape.IsNonNegative
            || divisor.Low is not { } least || number.Low is not { } low || numbers.Multiply(limit, divisor) is not { } product)
        {
            Refuse("除数不是常数，相除的数可能是负数", node.Origin);
            return SqlTruth.No;
        }
        if (divisor.HighMayBeOpen)
        {
            SqlTerm held = divisor.High is { } most ? SqlTerm.Of($"CASE WHEN {most} IS NULL THEN 0 ELSE {low} END") : SqlTerm.Number(0);
            number = number with { Low = held, IsPoint = false, High = number.High };
        }
        if (!product.Shape.Fits)
            Refuse("算到这里可能超过 120 位", node.Origin);
        var truth = numbers.Compare(op, numbers.Kept(number), numbers.Kept(product));
        return new(SqlTerm.Of($"CASE WHEN {least} > 0 THEN {truth.Term} END"), MayBeOpen: true);
    }

    /// <inheritdoc/>
    protected override SqlValue Table(IrTable node, SqlPlace context)
    {
        var rows = ImmutableArray.CreateBuilder<Branch>();
        foreach (var row in node.Rows)
        {
            // 其余情形 is open, or holds, exactly where no other row certainly does.
            var test = row.Test is { } asked ? Truth(asked, context) : Otherwise([.. rows], context);
            rows.Add(new(test with { Term = context.Table.Keep(test.Term) }, Kept(Visit(row.Value, context), context)));
        }
        if (Refusal is not null)
            return rows[0].Value;
        var isComplete = node.IsComplete || node.Rows[^1].Test is null;
        return new BranchWriter(Dialect, context.Table, rows.ToImmutable()).Table(isComplete, node.IsDisjoint);
    }

    private static SqlTruth Otherwise(ImmutableArray<Branch> rows, SqlPlace context)
    {
        if (rows.IsEmpty)
            return SqlTruth.Yes;
        var any = SqlTerm.Of($"({SqlTerm.Join(" OR ", rows.Select(static row => row.Test.Term))})");
        return new(context.Table.Keep(SqlTerm.Of($"(NOT {any})")), rows.Any(static row => row.Test.MayBeOpen));
    }

    /// <inheritdoc/>
    protected override SqlValue Aggregate(IrAggregate node, SqlPlace context)
    {
        if (node.Detail is not { } detail)
            return Refuse(node, "对全部主体汇总");
        if (context is { Subjects: { } subjects, Detail: { } rowsOf })
            return SqlPlace.Reads(node, rowsOf) ? Refuse(node, "逐行的汇总用到本行的列") : Import(Visit(node, subjects), context);
        if (node.Kind == AggregateKind.Average)
            return Refuse(node, "平均没有整数的写法");
        if (tables.Missing.Contains(detail))
            return Refuse(node, $"没有提供明细「{detail.Name}」");
        var rows = tables.Aggregate(detail, context.Table);
        var place = new SqlPlace(rows.Table, context.Policy, context, detail) { IsAggregate = true };
        var filter = node.Filter is { } condition ? Truth(condition, place) : SqlTruth.Yes;
        var value = node.Selector is { } selector ? Number(selector, place) : Refused;
        return Refusal is not null ? SqlTruth.No : Together(node, rows, filter with { Term = rows.Table.Keep(filter.Term) }, value);
    }

    /// <inheritdoc/>
    protected override SqlValue ClauseValue(IrClauseValue node, SqlPlace context) => Refuse(node,
        node.Kind == ClauseValueKind.Amount ? $"用到条款 {node.Number} 的金额" : "要看本条的兑现记录");

    private SqlValue Together(IrAggregate node, AggregateRows rows, SqlTruth filter, SqlNumber value)
    {
        var sums = new AggregateWriter(Dialect, rows, filter);
        SqlValue result = node.Kind switch
        {
            AggregateKind.Exists => sums.Exists(),
            AggregateKind.Count => sums.Count(MostRows),
            AggregateKind.Sum => sums.Sum(new NumberWriter(Dialect, rows.Table).Kept(value), MostRows),
            _ => sums.Extreme(new NumberWriter(Dialect, rows.Table).Kept(value), node.Kind == AggregateKind.Smallest),
        };
        if (result is SqlNumber { Shape.Fits: false })
            Refuse("合计可能超过 120 位", node.Origin);
        return result;
    }
}
