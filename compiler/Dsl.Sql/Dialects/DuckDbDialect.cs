// DuckDB: BIGINT and HUGEINT, macros as functions, error() for cells that cannot be taken as they are.
using System.Numerics;
using System.Text;
using Dsl.Sql.Inputs;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Sql.Dialects;

/// <summary>The dialect of DuckDB, from 1.1.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "duckdb";

    /// <inheritdoc/>
    public override string Helpers { get; } = $"""
        -- 日数：0001-01-01 为 0；日期的运算都在 0001-01-01 到 9999-12-31 之内。
        CREATE OR REPLACE TEMP MACRO "政策·在历内"(n) AS
          CASE WHEN n < 0 THEN 0 WHEN n > {CivilDate.LastDay} THEN {CivilDate.LastDay} ELSE n END;
        CREATE OR REPLACE TEMP MACRO "政策·日"(n) AS DATE '0001-01-01' + CAST("政策·在历内"(n) AS INTEGER);
        CREATE OR REPLACE TEMP MACRO "政策·月首"(m) AS
          make_date(CAST(least(greatest(m, 12), 119999) // 12 AS BIGINT), CAST(least(greatest(m, 12), 119999) % 12 + 1 AS BIGINT), 1);
        CREATE OR REPLACE TEMP MACRO "政策·移到"(d, m) AS
          CASE WHEN d IS NULL OR m IS NULL THEN NULL WHEN m < 12 THEN 0 WHEN m > 119999 THEN {CivilDate.LastDay}
               ELSE ("政策·月首"(m) - DATE '0001-01-01') + least(day(d), day(last_day("政策·月首"(m)))) - 1 END;
        CREATE OR REPLACE TEMP MACRO "政策·月移"(n, 月) AS
          "政策·移到"("政策·日"(n), year("政策·日"(n)) * 12 + month("政策·日"(n)) - 1
            + CASE WHEN 月 < -200000 THEN -200000 WHEN 月 > 200000 THEN 200000 ELSE 月 END);
        CREATE OR REPLACE TEMP MACRO "政策·满月"(a, b) AS
          (year(b) - year(a)) * 12 + month(b) - month(a) - CASE WHEN least(day(a), day(last_day(b))) <= day(b) THEN 0 ELSE 1 END;
        CREATE OR REPLACE TEMP MACRO "政策·月数"(a, b) AS
          CASE WHEN b < a THEN -"政策·满月"("政策·日"(b), "政策·日"(a)) ELSE "政策·满月"("政策·日"(a), "政策·日"(b)) END;
        -- 整数除法：只除不小于零的数，方向自己定。
        CREATE OR REPLACE TEMP MACRO "政策·四舍五入"(n, d) AS
          CASE WHEN n >= 0 THEN (2 * n + d) // (2 * d) ELSE -((d - 2 * n) // (2 * d)) END;
        CREATE OR REPLACE TEMP MACRO "政策·向下"(n, d) AS CASE WHEN n >= 0 THEN n // d ELSE -((d - 1 - n) // d) END;
        CREATE OR REPLACE TEMP MACRO "政策·向上"(n, d) AS CASE WHEN n > 0 THEN (n + d - 1) // d ELSE -(-n // d) END;
        """;

    /// <inheritdoc/>
    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override string Folded(string name) =>
        string.Create(name.Length, name, static (folded, written) =>
        {
            for (var i = 0; i < written.Length; i++)
                folded[i] = written[i] is >= 'A' and <= 'Z' ? (char)(written[i] | 0x20) : written[i];
        });

    /// <inheritdoc/>
    public override string Text(string value)
    {
        if (!value.Any(char.IsControl))
            return $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        var text = new StringBuilder("(''");
        var plain = new StringBuilder();
        foreach (var character in value)
        {
            if (!char.IsControl(character))
            {
                plain.Append(character == '\'' ? "''" : character);
                continue;
            }
            text.Append($" || '{plain}' || chr({(int)character})");
            plain.Clear();
        }
        return text.Append($" || '{plain}')").ToString();
    }

    /// <inheritdoc/>
    public override string Date(DateOnly date) => $"DATE '{CivilDate.Format(date)}'";

    /// <inheritdoc/>
    public override SqlTerm Whole(SqlTerm number, bool isNarrow) => SqlTerm.Of($"CAST({number} AS {(isNarrow ? "BIGINT" : "HUGEINT")})");

    /// <inheritdoc/>
    public override SqlTerm Least(IReadOnlyList<SqlTerm> numbers) => Extreme("least", numbers);

    /// <inheritdoc/>
    public override SqlTerm Greatest(IReadOnlyList<SqlTerm> numbers) => Extreme("greatest", numbers);

    private static SqlTerm Extreme(string function, IReadOnlyList<SqlTerm> numbers) =>
        numbers.Count == 1 ? numbers[0] : SqlTerm.Of($"{function}({SqlTerm.Join(", ", numbers)})");

    /// <inheritdoc/>
    public override SqlTerm Divide(SqlTerm number, BigInteger divisor, RoundingMode mode) => SqlTerm.Of(
        $"\"政策·{(mode switch { RoundingMode.Down => "向下", RoundingMode.Up => "向上", _ => "四舍五入" })}\"({number}, {divisor})");

    /// <inheritdoc/>
    public override SqlTerm DayNumber(SqlTerm date) => SqlTerm.Of($"({date} - DATE '0001-01-01')");

    /// <inheritdoc/>
    public override SqlTerm YearOfDay(SqlTerm day) => SqlTerm.Of($"year(\"政策·日\"({day}))");

    /// <inheritdoc/>
    public override SqlTerm AddMonths(SqlTerm day, SqlTerm months) => SqlTerm.Of($"\"政策·月移\"({day}, {months})");

    /// <inheritdoc/>
    public override SqlTerm HeldDay(SqlTerm day) => SqlTerm.Of($"\"政策·在历内\"({day})");

    /// <inheritdoc/>
    public override SqlTerm Months(SqlTerm from, SqlTerm to) => SqlTerm.Of($"\"政策·月数\"({from}, {to})");

    /// <inheritdoc/>
    public override string ReadNumber(string column, int digits, BigInteger low, BigInteger high, string label)
    {
        // The product has no more digits than its factors: with more places than fen, 64 bits do not hold it.
        var type = $"DECIMAL({(digits > 2 ? 38 : 18)}, {digits})";
        var fractions = digits == 0
            ? $"CAST({column} AS BIGINT)" : $"CAST(CAST({column} AS {type}) * {BigInteger.Pow(10, digits)} AS BIGINT)";
        var known = $"CAST({column} AS {type}) = {column} AND {fractions} BETWEEN {low} AND {high}";
        return $"CASE WHEN {column} IS NULL THEN NULL WHEN {known} THEN {fractions} ELSE {Error(label, column)} END";
    }

    /// <inheritdoc/>
    public override string ReadDate(string column, string label) =>
        $"CASE WHEN {column} IS NULL THEN NULL WHEN {column} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' "
        + $"THEN {column} - DATE '0001-01-01' ELSE {Error(label, column)} END";

    /// <inheritdoc/>
    public override string ReadTruth(string column) => column;

    /// <inheritdoc/>
    public override string ReadText(string column) => $"CAST({column} AS VARCHAR)";

    /// <inheritdoc/>
    public override string ReadMember(string column, IEnumerable<string> members, string label) =>
        $"CASE WHEN {column} IS NULL OR {column} IN ({string.Join(", ", members.Select(Text))}) THEN CAST({column} AS VARCHAR) "
        + $"ELSE {Error(label, column)} END";

    private string Error(string label, string column) => $"error({Text(label + "：不能用的值 ")} || CAST({column} AS VARCHAR))";

    /// <inheritdoc/>
    public override string UniqueKeys(string table, IReadOnlyList<string> columns, string label) =>
        $"(SELECT CASE WHEN count(*) = count(DISTINCT {(columns.Count == 1 ? columns[0] : Tuple(columns))}) THEN TRUE "
        + $"ELSE error({Text($"{label}：主键有空的或者重复的")}) END FROM {table})";

    private static string Tuple(IReadOnlyList<string> columns) =>
        $"CASE WHEN {string.Join(" AND ", columns.Select(static column => $"{column} IS NOT NULL"))} "
        + $"THEN row({string.Join(", ", columns)}) END";

    /// <inheritdoc/>
    public override string Define(string name, string value) => $"CREATE OR REPLACE TEMP MACRO {Quote(name)}() AS {value};";

    /// <inheritdoc/>
    public override SqlTerm ValueOf(string name) => SqlTerm.Constant($"{Quote(name)}()");

    /// <inheritdoc/>
    public override string View(string name, string query) => $"CREATE OR REPLACE TEMP VIEW {Quote(name)} AS\n{query};";

    /// <inheritdoc/>
    public override string Rows(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, string? kept, string table,
        string title)
    {
        var entries = rows.Select(row =>
            "    {" + string.Join(", ", columns.Zip(row, (column, value) => $"{Text(column)}: {value}")) + "}");
        var before = kept is null ? "" : $"{Quote(kept)}, ";
        return $"SELECT {Text(title)} AS {Quote("主体")}, {before}{string.Join(", ", columns.Select(column => $"e.{Quote(column)}"))}\n"
            + $"FROM (\n  SELECT {before}unnest([\n{string.Join(",\n", entries)}\n  ]) AS e\n  FROM {table}\n) AS r";
    }

    /// <inheritdoc/>
    public override string FileAsIs(string path) => $"SELECT * FROM read_parquet({Text(path)})";

    /// <inheritdoc/>
    public override string Input(ReadTable table, ScriptInput? input)
    {
        var columns = table.Columns.Select(column => input is null || !input.Columns.Contains(column.Name)
            ? $"CAST(NULL AS {TypeOf(column.Type)}) AS {Quote(column.Name)}"
            : input.IsText ? $"{Strictly(column, table.Name)} AS {Quote(column.Name)}" : Quote(column.Name));
        var from = input is null ? "(SELECT 1 WHERE FALSE)"
            : input.IsText ? $"read_csv({Text(input.Path)}, header = true, all_varchar = true, nullstr = '')"
            : $"read_parquet({Text(input.Path)})";
        return $"SELECT {string.Join(",\n  ", columns)}\nFROM {from}";
    }

    // What is not written in the common form is an error, never another number.
    private string Strictly(SourceColumn column, string table)
    {
        var (name, error) = (Quote(column.Name), Error($"{table}.{column.Name}", Quote(column.Name)));
        string Matching(string pattern, string type) => $"CASE WHEN {name} IS NULL THEN NULL "
            + $"WHEN regexp_full_match({name}, '{pattern}') THEN CAST({name} AS {type}) ELSE {error} END";
        return column.Type switch
        {
            TruthType => $"CASE WHEN {name} IS NULL THEN NULL WHEN {name} = '是' THEN TRUE WHEN {name} = '否' THEN FALSE ELSE {error} END",
            DateType => Matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DATE"),
            TextType or EnumType => $"CASE WHEN {name} = trim({name}) THEN {name} WHEN {name} IS NOT NULL THEN {error} END",
            _ when CellScale.Digits(column.Type) is > 0 and var digits =>
                Matching($"-?[0-9]+(\\.[0-9]{{1,{digits}}})?", $"DECIMAL(18, {digits})"),
            _ => Matching("-?[0-9]+", "BIGINT"),
        };
    }

    private static string TypeOf(DslType type) => type switch
    {
        TruthType => "BOOLEAN",
        DateType => "DATE",
        TextType or EnumType => "VARCHAR",
        _ => "BIGINT",
    };
}
