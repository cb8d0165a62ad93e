// One of several values: which one, and what is known while that is open.
using System.Collections.Immutable;
using Dsl.Sql.Dialects;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;

namespace Dsl.Sql.Expressions;

/// <summary>A value under a condition.</summary>
internal sealed record Branch(SqlTruth Test, SqlValue Value);

/// <summary>Writes choices and tables.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="table">The table in which they are written.</param>
/// <param name="branches">The values, with tests that are columns where they are used more than once.</param>
internal sealed class BranchWriter(SqlDialect dialect, SqlTable table, ImmutableArray<Branch> branches)
{
    private readonly NumberWriter _numbers = new(dialect, table);

    /// <summary>The value of the one branch where its condition holds, another where it does not, both while that is open.</summary>
    public SqlValue Choose(SqlValue otherwise)
    {
        var (test, value) = branches[0];
        if (test.Known is { } known)
            return known ? value : otherwise;
        var condition = table.Keep(test.Term);
        ImmutableArray<Branch> both = [new(test with { Term = condition }, value), new(new(condition, true), otherwise)];
        SqlTerm One(SqlTerm whenTrue, SqlTerm whenFalse, SqlTerm? whenOpen) => test.MayBeOpen && whenOpen is { } open
            ? SqlTerm.Of($"CASE WHEN {condition} THEN {whenTrue} WHEN NOT {condition} THEN {whenFalse} ELSE {open} END")
            : SqlTerm.Of($"CASE WHEN {condition} THEN {whenTrue} ELSE {whenFalse} END");
        switch (value, otherwise)
        {
            case (SqlNumber left, SqlNumber right):
                return Number([left, right], both, One, test.MayBeOpen);
            case (SqlTruth left, SqlTruth right):
                var (a, b) = (table.Keep(left.Term), table.Keep(right.Term));
                return new SqlTruth(One(a, b, SqlTerm.Of($"CASE WHEN {a} = {b} THEN {a} END")),
                    test.MayBeOpen || left.MayBeOpen || right.MayBeOpen);
            case (SqlText left, SqlText right):
                var (c, d) = (table.Keep(left.Term), table.Keep(right.Term));
                return new SqlText(One(c, d, SqlTerm.Of($"CASE WHEN {c} = {d} THEN {c} END")),
                    test.MayBeOpen || left.MayBeOpen || right.MayBeOpen);
            default:
                return value;
        }
    }

    private SqlNumber Number(ImmutableArray<SqlNumber> numbers, ImmutableArray<Branch> both,
        Func<SqlTerm, SqlTerm, SqlTerm?, SqlTerm> one, bool mayBeOpen)
    {
        var aligned = _numbers.SideBySide(numbers);
        var shape = NumberWriter.ShapeOf(aligned);
        var (left, right) = (Typed(aligned[0], shape), Typed(aligned[1], shape));
        if (!mayBeOpen && left is { IsPoint: true, Low: { } a } && right is { IsPoint: true, Low: { } b })
            return SqlNumber.Point(one(a, b, null), shape);
        (left, right) = (_numbers.Kept(left), _numbers.Kept(right));
        SqlTerm? End(SqlTerm? whenTrue, SqlTerm? whenFalse, Func<IReadOnlyList<SqlTerm>, SqlTerm> together, bool isOpen)
        {
            var hull = mayBeOpen ? Hull([(whenTrue, isOpen), (whenFalse, isOpen)], together) : null;
            return whenTrue is null && whenFalse is null ? null
                : one(whenTrue ?? Null(shape), whenFalse ?? Null(shape), hull ?? Null(shape));
        }
        var lowIsOpen = left.LowMayBeOpen || right.LowMayBeOpen;
        var highIsOpen = left.HighMayBeOpen || right.HighMayBeOpen;
        return new(End(left.Low, right.Low, dialect.Least, lowIsOpen), End(left.High, right.High, dialect.Greatest, highIsOpen), shape)
            { LowMayBeOpen = lowIsOpen, HighMayBeOpen = highIsOpen };
    }

    private SqlTerm? Hull(ImmutableArray<(SqlTerm? End, bool MayBeOpen)> ends, Func<IReadOnlyList<SqlTerm>, SqlTerm> together) =>
        _numbers.AllOrNone(ends, together).End;

    /// <summary>The value of the row that certainly applies, what is known of those that may, or nothing.</summary>
    /// <param name="isComplete">Whether some row applies to every case.</param>
    /// <param name="isDisjoint">Whether no two rows apply to one case.</param>
    public SqlValue Table(bool isComplete, bool isDisjoint) => branches[0].Value switch
    {
        SqlNumber => NumberTable(isComplete, isDisjoint),
        SqlTruth => new SqlTruth(
            WordTable(branches.Select(static row => ((SqlTruth)row.Value).Term).ToList(), isComplete, isDisjoint, "BOOLEAN"), true),
        _ => new SqlText(
            WordTable(branches.Select(static row => ((SqlText)row.Value).Term).ToList(), isComplete, isDisjoint, "VARCHAR"), true),
    };

    private SqlNumber NumberTable(bool isComplete, bool isDisjoint)
    {
        var aligned = _numbers.SideBySide([.. branches.Select(static row => (SqlNumber)row.Value)]);
        var shape = NumberWriter.ShapeOf(aligned);
        ImmutableArray<SqlNumber> values = [.. aligned.Select(value => WithEnds(_numbers.Kept(Typed(value, shape)), shape))];
        SqlTerm End(Func<SqlNumber, (SqlTerm? End, bool MayBeOpen)> end, Func<IReadOnlyList<SqlTerm>, SqlTerm> together)
        {
            var possible = branches.Zip(values.Select(end), static (row, one) =>
                (row.Test, Value: one.End ?? default, one.MayBeOpen)).ToList();
            var hull = together([.. possible.Select(static row =>
                SqlTerm.Of($"CASE WHEN {row.Test.Term} IS NOT FALSE THEN {row.Value} END"))]);
            var missing = possible.Where(static row => row.MayBeOpen)
                .Select(static row => SqlTerm.Of($"({row.Test.Term} IS NOT FALSE AND {row.Value} IS NULL)")).ToList();
            var open = missing.Count == 0 ? hull : SqlTerm.Of($"CASE WHEN {SqlTerm.Join(" OR ", missing)} THEN NULL ELSE {hull} END");
            return Certain(possible.ConvertAll(static row => (row.Test, row.Value)), open, isComplete, isDisjoint);
        }
        var isKnown = isComplete && !values.Any(static value => value.LowMayBeOpen) && shape.IsNonNegative;
        return new(End(static value => (value.Low, value.LowMayBeOpen), dialect.Least),
            End(static value => (value.High, value.HighMayBeOpen), dialect.Greatest), shape with { IsNonNegative = isKnown })
            { LowMayBeOpen = !isKnown, HighMayBeOpen = true };
    }

    private SqlTerm WordTable(List<SqlTerm> values, bool isComplete, bool isDisjoint, string type)
    {
        var rows = branches.Zip(values, static (row, value) => (row.Test, Value: value)).ToList();
        // All that may apply have to agree: the first of them with each other one.
        var first = table.Keep(SqlTerm.Of($"CASE{SqlTerm.Join("", rows.Select(static row =>
            SqlTerm.Of($" WHEN {row.Test.Term} IS NOT FALSE THEN {row.Value}")))} END"));
        var agree = SqlTerm.Join(" AND ", rows.Select(row => SqlTerm.Of($"({row.Test.Term} IS FALSE OR {row.Value} = {first})")));
        return Certain(rows, SqlTerm.Of($"CASE WHEN ({agree}) THEN {first} ELSE CAST(NULL AS {type}) END"), isComplete, isDisjoint);
    }

    /// <summary>
    /// In a table of which no two rows apply the one that certainly does; else, where one does or some must, what all allow.
    /// </summary>
    private static SqlTerm Certain(List<(SqlTruth Test, SqlTerm Value)> rows, SqlTerm open, bool isComplete, bool isDisjoint)
    {
        var otherwise = isComplete ? open : SqlTerm.Constant("NULL");
        if (isDisjoint)
            return SqlTerm.Of($"CASE{SqlTerm.Join("", rows.Select(static row =>
                SqlTerm.Of($" WHEN {row.Test.Term} THEN {row.Value}")))} ELSE {otherwise} END");
        var any = SqlTerm.Join(" OR ", rows.Select(static row => row.Test.Term));
        return isComplete ? open : SqlTerm.Of($"CASE WHEN {any} THEN {open} ELSE NULL END");
    }

    private SqlTerm Null(NumberShape shape) => dialect.Whole(SqlTerm.Constant("NULL"), shape.IsNarrow);

    private SqlNumber WithEnds(SqlNumber number, NumberShape shape) =>
        number with { Low = number.Low ?? Null(shape), High = number.High ?? Null(shape) };

    // What is written as a number has 32 bits in some databases.
    private SqlNumber Typed(SqlNumber number, NumberShape shape) =>
        number.Constant is null ? number : NumberWriter.Each(number, number.Shape, end => dialect.Whole(end, shape.IsNarrow));
}
