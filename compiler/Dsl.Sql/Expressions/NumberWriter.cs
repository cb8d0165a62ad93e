// Arithmetic on numbers between two ends, as SQL. A missing end is NULL, or no term at all where there never is one.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Sql.Dialects;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Sql.Expressions;

/// <summary>Writes operations on numbers. What would be written twice becomes a column of the table.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="table">The table in which the numbers stand.</param>
internal sealed class NumberWriter(SqlDialect dialect, SqlTable table)
{
    /// <summary>The sum, or the difference.</summary>
    public SqlNumber Add(SqlNumber left, SqlNumber right, bool isDifference)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return SqlNumber.Of(isDifference ? first - second : first + second);
        if (isDifference)
            return Add(left, Negate(right), isDifference: false);
        var common = NumberShape.Common(left.Shape, right.Shape);
        var (a, b) = (In(left, common), In(right, common));
        var shape = new NumberShape(common, a.Shape.Magnitude + b.Shape.Magnitude, a.Shape.IsNonNegative && b.Shape.IsNonNegative);
        SqlTerm? Sum(SqlTerm? x, SqlTerm? y) =>
            x is { } one && y is { } other ? SqlTerm.Of($"({Wide(one, a.Shape, shape)} + {other})") : null;
        return Ends(a, b, Sum(a.Low, b.Low), Sum(a.High, b.High), shape);
    }

    /// <summary>The negative.</summary>
    public static SqlNumber Negate(SqlNumber number)
    {
        if (number.Constant is { } constant)
            return SqlNumber.Of(-constant);
        SqlTerm? Minus(SqlTerm? end) => end is { } term ? SqlTerm.Of($"(-{term})") : null;
        var low = Minus(number.High);
        return new(low, number.IsPoint ? low : Minus(number.Low), number.Shape with { IsNonNegative = false })
        {
            IsPoint = number.IsPoint, LowMayBeOpen = number.HighMayBeOpen, HighMayBeOpen = number.LowMayBeOpen,
        };
    }

    /// <summary>The product; null where both ends of both can be missing or of either sign.</summary>
    public SqlNumber? Multiply(SqlNumber left, SqlNumber right)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return SqlNumber.Of(first * second);
        if (left.Constant is { } constant)
            return Times(right, constant);
        if (right.Constant is { } factor)
            return Times(left, factor);
        var shape = new NumberShape(left.Shape.Denominator * right.Shape.Denominator, left.Shape.Magnitude * right.Shape.Magnitude,
            left.Shape.IsNonNegative && right.Shape.IsNonNegative);
        SqlTerm Product(SqlTerm one, SqlTerm other) => SqlTerm.Of($"({Long(Wide(one, left.Shape, shape), shape)} * {other})");
        if (left is { IsPoint: true, Low: { } a } && right is { IsPoint: true, Low: { } b })
            return SqlNumber.Point(Product(a, b), shape);
        if (shape.IsNonNegative && left.Low is { } leftLow && right.Low is { } rightLow)
        {
            // 0 times anything is 0, also times what has no upper end.
            SqlTerm? high = null;
            if (left.High is { } leftHigh && right.High is { } rightHigh)
            {
                var (one, other) = (table.Keep(leftHigh), table.Keep(rightHigh));
                high = left.HighMayBeOpen || right.HighMayBeOpen
                    ? SqlTerm.Of($"CASE WHEN {one} = 0 OR {other} = 0 THEN 0 ELSE {Product(one, other)} END") : Product(one, other);
            }
            return new(Product(leftLow, rightLow), high, shape)
                { HighMayBeOpen = high is null || left.HighMayBeOpen || right.HighMayBeOpen };
        }
        if (!IsFinite(left) || !IsFinite(right) || left.Low is not { } l || left.High is not { } h || right.Low is not { } m
            || right.High is not { } n)
            return null;
        ImmutableArray<SqlTerm> ends = [table.Keep(l), table.Keep(h), table.Keep(m), table.Keep(n)];
        ImmutableArray<SqlTerm> products =
            [Product(ends[0], ends[2]), Product(ends[0], ends[3]), Product(ends[1], ends[2]), Product(ends[1], ends[3])];
        return new(dialect.Least(products), dialect.Greatest(products), shape);
    }

    private SqlNumber Times(SqlNumber number, Rational factor)
    {
        if (factor.IsZero)
            return SqlNumber.Of(Rational.Zero);
        if (factor.Sign < 0)
            return Negate(Times(number, -factor));
        var shape = new NumberShape(number.Shape.Denominator * factor.Denominator, number.Shape.Magnitude * factor.Numerator,
            number.Shape.IsNonNegative);
        return Each(number, shape, end => Scaled(end, factor.Numerator, number.Shape, shape));
    }

    /// <summary>The same number in a finer fraction.</summary>
    public SqlNumber In(SqlNumber number, BigInteger denominator)
    {
        var factor = denominator / number.Shape.Denominator;
        if (factor.IsOne)
            return number;
        var shape = number.Shape with { Denominator = denominator, Magnitude = number.Shape.Magnitude * factor };
        if (number.Constant is { } constant)
            return SqlNumber.Point(SqlTerm.Number((constant * denominator).Numerator), shape) with { Constant = constant };
        return Each(number, shape, end => Scaled(end, factor, number.Shape, shape));
    }

    private SqlTerm Scaled(SqlTerm end, BigInteger factor, NumberShape before, NumberShape after) =>
        factor.IsOne ? end : SqlTerm.Of($"({Wide(end, before, after)} * {Long(SqlTerm.Number(factor), after)})");

    // Small constants, and what is chosen among them, have 32 bits: their products need more.
    private SqlTerm Long(SqlTerm factor, NumberShape product) =>
        product.Magnitude > int.MaxValue ? dialect.Whole(factor, product.IsNarrow) : factor;

    /// <summary>Rounded to multiples of a step, as a count of 1/<paramref name="denominator"/>.</summary>
    public SqlNumber Round(SqlNumber number, Rational step, RoundingMode mode, BigInteger denominator)
    {
        if (number.Constant is { } constant)
            return In(SqlNumber.Of(constant.RoundTo(step, mode)), denominator);
        // x = n/d in steps of p/q is n·q ÷ (d·p), made whole, times p/q.
        var shared = BigInteger.GreatestCommonDivisor(step.Denominator, number.Shape.Denominator * step.Numerator);
        var (factor, divisor) = (step.Denominator / shared, number.Shape.Denominator * step.Numerator / shared);
        var back = (step * denominator).Numerator;
        var scaled = number.Shape with { Magnitude = number.Shape.Magnitude * factor };
        // The helper doubles the number and adds the divisor.
        var inside = scaled with { Magnitude = 2 * scaled.Magnitude + divisor };
        var shape = new NumberShape(denominator, (scaled.Magnitude / divisor + 1) * back, number.Shape.IsNonNegative);
        return Each(number, inside.Fits ? shape : inside, end =>
        {
            if (divisor.IsOne)
                return Scaled(end, factor * back, number.Shape, shape);
            var counted = Scaled(end, factor, number.Shape, scaled);
            var whole = dialect.Divide(table.Keep(inside.IsNarrow || !scaled.IsNarrow ? counted : dialect.Whole(counted, isNarrow: false)),
                divisor, mode);
            var rounded = shape.IsNarrow ? dialect.Whole(whole, isNarrow: true) : whole;
            return back.IsOne ? rounded
                : SqlTerm.Of($"({Wide(rounded, shape with { Magnitude = shape.Magnitude / back }, shape)} * {back})");
        });
    }

    /// <summary>Never below 0.</summary>
    public SqlNumber AtLeastZero(SqlNumber number)
    {
        if (number.Constant is { } constant)
            return SqlNumber.Of(Rational.Max(constant, Rational.Zero));
        if (number.Shape.IsNonNegative)
            return number;
        SqlTerm Positive(SqlTerm end)
        {
            var kept = table.Keep(end);
            return SqlTerm.Of($"CASE WHEN {kept} < 0 THEN {Zero(number.Shape)} ELSE {kept} END");
        }
        var shape = number.Shape with { IsNonNegative = true };
        if (number is { IsPoint: true, Low: { } point })
            return SqlNumber.Point(Positive(point), shape);
        SqlTerm low = number.Low is not { } least ? Zero(number.Shape)
            : number.LowMayBeOpen ? SqlTerm.Of($"coalesce({Positive(least)}, 0)") : Positive(least);
        return new(low, number.High is { } high ? Positive(high) : null, shape) { HighMayBeOpen = number.HighMayBeOpen };
    }

    private SqlTerm Zero(NumberShape shape) => dialect.Whole(SqlTerm.Number(0), shape.IsNarrow);

    /// <summary>The least of some numbers, or the greatest.</summary>
    public SqlNumber Extreme(ImmutableArray<SqlNumber> numbers, bool isLeast)
    {
        if (numbers.All(static number => number.Constant is not null))
            return SqlNumber.Of(numbers.Select(static number => number.Constant ?? 0).Aggregate(isLeast ? Rational.Min : Rational.Max));
        var aligned = SideBySide(numbers);
        var shape = ShapeOf(aligned) with
        {
            IsNonNegative = isLeast ? aligned.All(static number => number.Shape.IsNonNegative)
                : aligned.Any(static number => number.Shape.IsNonNegative),
        };
        SqlTerm Of(IReadOnlyList<SqlTerm> ends) => isLeast ? dialect.Least(ends) : dialect.Greatest(ends);
        if (aligned.All(static number => number.IsPoint))
            return SqlNumber.Point(Of([.. aligned.Select(static number => number.Low).OfType<SqlTerm>()]), shape);
        // Towards the extreme one missing end decides; away from it missing ends do not count.
        var near = AllOrNone(
            [.. aligned.Select(number => isLeast ? (number.Low, number.LowMayBeOpen) : (number.High, number.HighMayBeOpen))], Of);
        List<SqlTerm> there = [.. aligned.Select(number => isLeast ? number.High : number.Low).OfType<SqlTerm>()];
        SqlTerm? far = there.Count == 0 ? null : Of(there);
        var farIsOpen = aligned.All(number =>
            isLeast ? number.HighMayBeOpen || number.High is null : number.LowMayBeOpen || number.Low is null);
        var (low, high) = isLeast ? (near.End, far) : (far, near.End);
        return new(low, high, shape)
        {
            LowMayBeOpen = isLeast ? near.MayBeOpen : farIsOpen,
            HighMayBeOpen = isLeast ? farIsOpen : near.MayBeOpen,
        };
    }

    /// <summary>Ends of which one that is missing leaves the whole open.</summary>
    public (SqlTerm? End, bool MayBeOpen) AllOrNone(
        ImmutableArray<(SqlTerm? End, bool MayBeOpen)> ends, Func<IReadOnlyList<SqlTerm>, SqlTerm> together)
    {
        var kept = new List<SqlTerm>();
        var open = new List<SqlTerm>();
        foreach (var (end, mayBeOpen) in ends)
        {
            if (end is not { } term)
                return (null, true);
            kept.Add(mayBeOpen ? table.Keep(term) : term);
            if (mayBeOpen)
                open.Add(kept[^1]);
        }
        if (open.Count == 0)
            return (together(kept), false);
        var missing = SqlTerm.Join(" OR ", open.Select(static end => SqlTerm.Of($"{end} IS NULL")));
        return (SqlTerm.Of($"CASE WHEN {missing} THEN NULL ELSE {together(kept)} END"), true);
    }

    /// <summary>Whether the comparison holds for every pair, for none, or (NULL) for some.</summary>
    public SqlTruth Compare(ComparisonOperator op, SqlNumber left, SqlNumber right)
    {
        var aligned = SideBySide([left, right]);
        var (a, b) = (aligned[0], aligned[1]);
        return op switch
        {
            ComparisonOperator.Less => Less(a, b, "<"),
            ComparisonOperator.Greater => Less(b, a, "<"),
            ComparisonOperator.LessOrEqual => Less(a, b, "<="),
            ComparisonOperator.GreaterOrEqual => Less(b, a, "<="),
            ComparisonOperator.Equal => Same(a, b),
            _ => Not(Same(a, b)),
        };
    }

    private static SqlTruth Less(SqlNumber left, SqlNumber right, string sign)
    {
        if (left is { IsPoint: true, Low: { } a } && right is { IsPoint: true, Low: { } b })
            return new(SqlTerm.Of($"({a} {sign} {b})"), MayBeOpen: false);
        var opposite = sign == "<" ? ">=" : ">";
        var yes = left.High is { } high && right.Low is { } low ? SqlTerm.Of($" WHEN {high} {sign} {low} THEN TRUE") : (SqlTerm?)null;
        var no = left.Low is { } least && right.High is { } most
            ? SqlTerm.Of($" WHEN {least} {opposite} {most} THEN FALSE") : (SqlTerm?)null;
        return Cases(yes, no);
    }

    private SqlTruth Same(SqlNumber left, SqlNumber right)
    {
        if (left is { IsPoint: true, Low: { } a } && right is { IsPoint: true, Low: { } b })
            return new(SqlTerm.Of($"({a} = {b})"), MayBeOpen: false);
        var (one, other) = (Kept(left), Kept(right));
        var yes = one is { Low: { } l, High: { } h } && other is { Low: { } m, High: { } n }
            ? SqlTerm.Of($" WHEN {l} = {h} AND {m} = {n} AND {l} = {m} THEN TRUE") : (SqlTerm?)null;
        SqlTerm? Apart(SqlNumber x, SqlNumber y) =>
            x.High is { } high && y.Low is { } low ? SqlTerm.Of($" WHEN {high} < {low} THEN FALSE") : null;
        return Cases(yes, Apart(one, other), Apart(other, one));
    }

    private static SqlTruth Cases(params ReadOnlySpan<SqlTerm?> cases)
    {
        var written = cases.ToArray().OfType<SqlTerm>().ToList();
        return written.Count == 0 ? new(SqlTerm.Constant("CAST(NULL AS BOOLEAN)"), MayBeOpen: true)
            : new(SqlTerm.Of($"CASE{SqlTerm.Join("", written)} END"), MayBeOpen: true);
    }

    /// <summary>非.</summary>
    public static SqlTruth Not(SqlTruth truth) =>
        truth.Known is { } known ? SqlTruth.Of(!known) : new(SqlTerm.Of($"(NOT {truth.Term})"), truth.MayBeOpen);

    /// <summary>Numbers in one fraction.</summary>
    public ImmutableArray<SqlNumber> SideBySide(ImmutableArray<SqlNumber> numbers)
    {
        var common = numbers.Select(static number => number.Shape).Aggregate(static (left, right) =>
            new NumberShape(NumberShape.Common(left, right), 1, false)).Denominator;
        return [.. numbers.Select(number => In(number, common))];
    }

    /// <summary>The range of numbers in one fraction: as wide as the widest.</summary>
    public static NumberShape ShapeOf(ImmutableArray<SqlNumber> numbers) => new(numbers[0].Shape.Denominator,
        numbers.Max(static number => number.Shape.Magnitude), numbers.All(static number => number.Shape.IsNonNegative));

    /// <summary>Both ends as columns.</summary>
    public SqlNumber Kept(SqlNumber number) => Each(number, number.Shape, table.Keep);

    /// <summary>Each end by itself, under a function that never decreases.</summary>
    public static SqlNumber Each(SqlNumber number, NumberShape shape, Func<SqlTerm, SqlTerm> function)
    {
        SqlTerm? low = number.Low is { } least ? function(least) : null;
        return number with
        {
            Low = low, High = number.IsPoint ? low : number.High is { } most ? function(most) : null, Shape = shape, Constant = null,
        };
    }

    private SqlTerm Wide(SqlTerm term, NumberShape before, NumberShape after) =>
        before.IsNarrow && !after.IsNarrow ? dialect.Whole(term, isNarrow: false) : term;

    private static SqlNumber Ends(SqlNumber left, SqlNumber right, SqlTerm? low, SqlTerm? high, NumberShape shape)
    {
        var isPoint = left.IsPoint && right.IsPoint;
        return new(low, isPoint ? low : high, shape)
        {
            IsPoint = isPoint,
            LowMayBeOpen = low is null || left.LowMayBeOpen || right.LowMayBeOpen,
            HighMayBeOpen = high is null || left.HighMayBeOpen || right.HighMayBeOpen,
        };
    }

    private static bool IsFinite(SqlNumber number) => number is { LowMayBeOpen: false, HighMayBeOpen: false };
}
