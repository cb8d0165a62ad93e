// Aggregates over the rows of a detail, put beside the subject: each end is added up by itself.
using System.Numerics;
using Dsl.Sql.Dialects;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;

namespace Dsl.Sql.Expressions;

/// <summary>Writes one aggregate.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="rows">Its rows.</param>
/// <param name="filter">Which rows count; a column.</param>
internal sealed class AggregateWriter(SqlDialect dialect, AggregateRows rows, SqlTruth filter)
{
    private SqlTerm Counts => filter.Term;

    /// <summary>存在.</summary>
    public SqlTruth Exists()
    {
        var any = rows.Add($"bool_or({Counts})", "FALSE");
        if (!filter.MayBeOpen)
            return new(any, MayBeOpen: false);
        var open = rows.Add($"count(*) FILTER (WHERE {Counts} IS NULL)", "0");
        return new(SqlTerm.Of($"CASE WHEN {any} THEN TRUE WHEN {open} > 0 THEN NULL ELSE FALSE END"), MayBeOpen: true);
    }

    /// <summary>计数.</summary>
    public SqlNumber Count(BigInteger mostRows)
    {
        var certain = rows.Add($"count(*) FILTER (WHERE {Counts})", "0");
        return filter.MayBeOpen
            ? new(certain, rows.Add($"count(*) FILTER (WHERE {Counts} IS NOT FALSE)", "0"), NumberShape.UpTo(mostRows))
            : SqlNumber.Point(certain, NumberShape.UpTo(mostRows));
    }

    /// <summary>合计: a row that may count adds from 0 to its value.</summary>
    public SqlNumber Sum(SqlNumber value, BigInteger mostRows)
    {
        var shape = value.Shape with { Magnitude = value.Shape.Magnitude * mostRows };
        if (value is { IsPoint: true, Low: { } point } && !filter.MayBeOpen)
            return SqlNumber.Point(Total(point, $"FILTER (WHERE {Counts})", shape), shape);
        SqlTerm? End(SqlTerm? end, bool mayBeOpen, string towardsZero)
        {
            // Rows none of which counts come to 0 even where a row has no end.
            if (end is not { } term)
                return SqlTerm.Of($"CASE WHEN {rows.Add($"count(*) FILTER (WHERE {Counts} IS NOT FALSE)", "0")} = 0 THEN 0 ELSE NULL END");
            var addend = filter.MayBeOpen
                ? SqlTerm.Of($"CASE WHEN {Counts} THEN {term} WHEN {term} {towardsZero} 0 THEN {term} ELSE 0 END")
                : term;
            var total = Total(addend, $"FILTER (WHERE {Counts} IS NOT FALSE)", shape);
            if (!mayBeOpen)
                return total;
            var open = rows.Add($"count(*) FILTER (WHERE {Counts} IS NOT FALSE AND {term} IS NULL)", "0");
            return SqlTerm.Of($"CASE WHEN {open} > 0 THEN NULL ELSE {total} END");
        }
        return new(End(value.Low, value.LowMayBeOpen, "<"), End(value.High, value.HighMayBeOpen, ">"), shape)
        {
            LowMayBeOpen = value.LowMayBeOpen, HighMayBeOpen = value.HighMayBeOpen,
        };
    }

    private SqlTerm Total(SqlTerm addend, string which, NumberShape shape) =>
        rows.Add($"{dialect.Whole(SqlTerm.Of($"sum({addend}) {which}"), shape.IsNarrow)}", "0");

    /// <summary>最大值 and 最小值: anything while it is open whether there are rows.</summary>
    public SqlNumber Extreme(SqlNumber value, bool isLeast)
    {
        var function = isLeast ? "min" : "max";
        var certain = rows.Add($"count(*) FILTER (WHERE {Counts})", "0");
        SqlTerm? End(SqlTerm? end, bool mayBeOpen, bool isFar)
        {
            if (end is not { } term)
                return null;
            // Towards the extreme all rows that may count decide, the other way those that do.
            var which = isFar ? $"{Counts} IS NOT FALSE" : $"{Counts}";
            // A constant would have 32 bits in some databases.
            var extreme = rows.Add($"{function}({dialect.Whole(term, value.Shape.IsNarrow)}) FILTER (WHERE {which})", "NULL");
            if (isFar && mayBeOpen)
            {
                var open = rows.Add($"count(*) FILTER (WHERE {which} AND {term} IS NULL)", "0");
                return SqlTerm.Of($"CASE WHEN {certain} = 0 OR {open} > 0 THEN NULL ELSE {extreme} END");
            }
            return SqlTerm.Of($"CASE WHEN {certain} = 0 THEN NULL ELSE {extreme} END");
        }
        return new(End(value.Low, value.LowMayBeOpen, isFar: isLeast), End(value.High, value.HighMayBeOpen, isFar: !isLeast),
            value.Shape with { IsNonNegative = false })
            { LowMayBeOpen = true, HighMayBeOpen = true };
    }
}
