// What a dialect of SQL says in its own way. A new dialect is one file beside this one, and a row in SqlDialects.
using System.Numerics;
using Dsl.Sql.Inputs;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;

namespace Dsl.Sql.Dialects;

/// <summary>A dialect. Whole numbers have 64 or 128 bits; an operation that does not fit must be an error of the database.</summary>
public abstract class SqlDialect
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What stands before the queries: functions that they call.</summary>
    public abstract string Helpers { get; }

    /// <summary>A name in quotes.</summary>
    public abstract string Quote(string name);

    /// <summary>A name as the database compares names: two names that are the same there cannot be told apart.</summary>
    public abstract string Folded(string name);

    /// <summary>A text constant, whatever is in it.</summary>
    public abstract string Text(string value);

    /// <summary>A day.</summary>
    public abstract string Date(DateOnly date);

    /// <summary>A whole number of 64 bits, or of 128.</summary>
    public abstract SqlTerm Whole(SqlTerm number, bool isNarrow);

    /// <summary>The least of some numbers that are not NULL; NULL where all are.</summary>
    public abstract SqlTerm Least(IReadOnlyList<SqlTerm> numbers);

    /// <summary>The greatest of some numbers that are not NULL; NULL where all are.</summary>
    public abstract SqlTerm Greatest(IReadOnlyList<SqlTerm> numbers);

    /// <summary>A whole number divided by a positive constant, made whole; the number is a column or a constant.</summary>
    public abstract SqlTerm Divide(SqlTerm number, BigInteger divisor, RoundingMode mode);

    /// <summary>The number of a day (0 is 0001-01-01).</summary>
    public abstract SqlTerm DayNumber(SqlTerm date);

    /// <summary>The year of the number of a day, held within the calendar.</summary>
    public abstract SqlTerm YearOfDay(SqlTerm day);

    /// <summary>The number of the day some months later; held within the calendar.</summary>
    public abstract SqlTerm AddMonths(SqlTerm day, SqlTerm months);

    /// <summary>The number of a day held within the calendar.</summary>
    public abstract SqlTerm HeldDay(SqlTerm day);

    /// <summary>How many whole months lie between two days.</summary>
    public abstract SqlTerm Months(SqlTerm from, SqlTerm to);

    /// <summary>A column of numbers as whole fractions; an error where a number is finer or outside the range.</summary>
    /// <param name="column">The column.</param>
    /// <param name="digits">How many decimal digits a fraction has.</param>
    /// <param name="low">The least number, in fractions.</param>
    /// <param name="high">The greatest number, in fractions.</param>
    /// <param name="label">How an error names it.</param>
    public abstract string ReadNumber(string column, int digits, BigInteger low, BigInteger high, string label);

    /// <summary>A column of days as numbers of days; an error outside the calendar.</summary>
    public abstract string ReadDate(string column, string label);

    /// <summary>A column of truths.</summary>
    public abstract string ReadTruth(string column);

    /// <summary>A column of texts.</summary>
    public abstract string ReadText(string column);

    /// <summary>A column of texts of a list; an error for any other.</summary>
    public abstract string ReadMember(string column, IEnumerable<string> members, string label);

    /// <summary>A condition that is TRUE where a table has no key twice, and an error elsewhere.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are the key together.</param>
    /// <param name="label">How an error names it.</param>
    public abstract string UniqueKeys(string table, IReadOnlyList<string> columns, string label);

    /// <summary>A value under a name, as a statement: what an analyst may change.</summary>
    public abstract string Define(string name, string value);

    /// <summary>The value under a name.</summary>
    public abstract SqlTerm ValueOf(string name);

    /// <summary>A query under a name, as a statement.</summary>
    public abstract string View(string name, string query);

    /// <summary>A query over a file whose columns are typed as they should be.</summary>
    public abstract string FileAsIs(string path);

    /// <summary>A query over a file that gives the columns of a table; a column that is not there is unknown.</summary>
    /// <param name="table">The table.</param>
    /// <param name="input">The file; null where the registry does not have the table: then it is empty.</param>
    public abstract string Input(ReadTable table, ScriptInput? input);

    /// <summary>Several rows out of each row of a table.</summary>
    /// <param name="columns">The names of their columns.</param>
    /// <param name="rows">Their values.</param>
    /// <param name="kept">Columns of the table that stand before them, by name; none where the values are sums over it.</param>
    /// <param name="table">The table.</param>
    /// <param name="title">What stands in the first column.</param>
    public abstract string Rows(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, string? kept, string table,
        string title);

    /// <summary>Whether a name can be written at all.</summary>
    public static bool CanQuote(string name) => name.Length > 0 && !name.Any(char.IsControl);
}

/// <summary>The dialects.</summary>
public static class SqlDialects
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SqlDialect> All { get; } = [new DuckDbDialect()];

    /// <summary>The dialect of a name, or null.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name == name);
}
