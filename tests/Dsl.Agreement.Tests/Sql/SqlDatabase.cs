// The facts of subjects as tables of DuckDB, and a script run over them.
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using DuckDB.NET.Data;

namespace Dsl.Agreement.Tests.Sql;

/// <summary>A row of a script's query.</summary>
internal sealed record SqlRow(string Status, BigInteger? Low, BigInteger? High);

/// <summary>A database in memory.</summary>
internal sealed class SqlDatabase : IDisposable
{
    private static readonly SqlDialect Dialect = SqlDialects.All[0];

    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public SqlDatabase() => _connection.Open();

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Runs statements.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of the last statement of a script, as texts; NULL is null.</summary>
    public IReadOnlyList<string?[]> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        do
        {
            rows.Clear();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null
                    : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        }
        while (reader.NextResult());
        return rows;
    }

    /// <summary>The results of a script by kind, key, policy and clause.</summary>
    public Dictionary<(string, string, string, string), SqlRow> Results(string script)
    {
        static BigInteger? Whole(string? text) => text is null ? null : BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return Query(script).ToDictionary(static row => (row[0] ?? "", row[1] ?? "", row[2] ?? "", row[3] ?? ""),
            static row => new SqlRow(row[4] ?? "", Whole(row[6]), Whole(row[7])));
    }

    /// <summary>Makes the tables that a script reads.</summary>
    public void Fill(IrProgram program, IEnumerable<ReadTable> tables, IReadOnlyList<SubjectFacts> subjects)
    {
        foreach (var table in tables)
        {
            Run($"CREATE OR REPLACE TABLE {Dialect.Quote(table.Name)} "
                + $"({string.Join(", ", table.Columns.Select(static column => $"{Dialect.Quote(column.Name)} {TypeOf(column.Type)}"))})");
            foreach (var rows in Rows(program, table, subjects).Chunk(500))
            {
                Run($"INSERT INTO {Dialect.Quote(table.Name)} VALUES "
                    + string.Join(",\n", rows.Select(static row => $"({string.Join(", ", row)})")));
            }
        }
    }

    private static string TypeOf(DslType type) => type switch
    {
        TruthType => "BOOLEAN",
        TextType or EnumType => "VARCHAR",
        DateType => "DATE",
        YearType => "INTEGER",
        _ => "DECIMAL(38, 10)",
    };

    private static IEnumerable<IEnumerable<string>> Rows(IrProgram program, ReadTable table, IReadOnlyList<SubjectFacts> subjects)
    {
        if (table.Name is "核定" or "兑现记录")
            return Records(program, table, subjects);
        if (table.Name == IrDetail.OtherSupportName)
            return subjects.SelectMany(facts => Details(table, facts, facts.Subject.OtherSupport, "主键"));
        return subjects.SelectMany(facts => facts.Subject.Name == table.Name
            ? [table.Columns.Select(column => column.Name == facts.Subject.Key.Name ? Dialect.Text(facts.Key)
                : Cell(facts.Subject.Fields.First(field => field.Name == column.Name), facts.Values))]
            : facts.Subject.Details.FirstOrDefault(detail => detail.Name == table.Name) is { } rows
            ? Details(table, facts, rows, facts.Subject.Key.Name) : []);
    }

    private static IEnumerable<IEnumerable<string>> Details(ReadTable table, SubjectFacts facts, IrDetail detail, string key) =>
        (facts.Details[detail.Ordinal] ?? []).Select(row => table.Columns.Select(column =>
            column.Name == key ? Dialect.Text(facts.Key)
            : column.Name == detail.Key?.Name && !detail.IsByYear ? Dialect.Text(row.Key)
            : Cell(detail.Fields.First(field => field.Name == column.Name), row.Values)));

    private static IEnumerable<IEnumerable<string>> Records(IrProgram program, ReadTable table, IReadOnlyList<SubjectFacts> subjects)
    {
        foreach (var facts in subjects)
        {
            var records = table.Name == "核定"
                ? facts.Approvals.Select(static one => (one.PolicyNumber, one.ClauseNumber, one.RowKey, one.Year, one.Amount))
                : facts.Payments.Select(static one => (one.PolicyNumber, one.ClauseNumber, one.RowKey, Year: (int?)one.Year, one.Amount));
            foreach (var record in records)
            {
                // As it is written in the policy; what names no clause of this kind of subject changes nothing.
                foreach (var (policy, clause) in program.Policies
                    .SelectMany(static one => one.Clauses, static (one, clause) => (one, clause))
                    .Where(pair => ReferenceEquals(pair.clause.Subject, facts.Subject)
                        && ClauseRecords.Names(record.PolicyNumber, record.ClauseNumber, pair.one, pair.clause)))
                {
                    yield return table.Columns.Select(column => column.Name switch
                    {
                        "主键" => Dialect.Text(facts.Key),
                        "文号" => Dialect.Text(policy.Number),
                        "条款" => Dialect.Text(clause.Number),
                        "事项行" => record.RowKey is { } row ? Dialect.Text(row) : "NULL",
                        "年度" => record.Year?.ToString(CultureInfo.InvariantCulture) ?? "NULL",
                        _ => Decimal(record.Amount),
                    });
                }
            }
        }
    }

    private static string Cell(IrField field, ImmutableArray<Value?> values) => (values[field.Ordinal], field.Type) switch
    {
        (TruthValue { IsCertain: true } truth, _) => truth.IsYes ? "TRUE" : "FALSE",
        (TextValue { Text: { } text }, _) => Dialect.Text(text),
        (NumberValue { IsCertain: true, Bounds.Low: { } day }, DateType) => Dialect.Date(CivilDate.FromNumber(day)),
        (NumberValue { IsCertain: true, Bounds.Low: { } number }, _) => Decimal(number),
        _ => "NULL",
    };

    private static string Decimal(Rational value)
    {
        var digits = (value * 10_000_000_000).RoundHalfAwayFromZero();
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(11, '0');
        return new StringBuilder(digits.Sign < 0 ? "-" : "").Append(text[..^10]).Append('.').Append(text[^10..]).ToString();
    }
}
