// 核定, 兑现记录 and 其他政策支持 as figures of a clause beside the subject, or beside its row.
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Terms;
using Dsl.Values.Types;

namespace Dsl.Sql.Tables;

/// <summary>The records of the registry.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="program">The policies: records name their clauses.</param>
/// <param name="year">年度.</param>
internal sealed class RecordTables(SqlDialect dialect, IrProgram program, SqlTerm year)
{
    /// <summary>核定.</summary>
    public const string Approvals = "核定";

    /// <summary>兑现记录.</summary>
    public const string Payments = "兑现记录";

    private const string KeyColumn = "主键", PolicyColumn = "文号", ClauseColumn = "条款", RowColumn = "事项行", YearColumn = "年度",
        AmountColumn = "金额", MatterColumn = "事项";

    private const string ByYear = "\"兑现记录#年\"";

    private readonly Dictionary<string, SourceTable> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, SqlTable), AggregateRows> _figures = [];

    /// <summary>The tables that are read.</summary>
    public IEnumerable<SourceTable> Sources => _sources.Values;

    /// <summary>What was approved for a clause, in fen: the least and the greatest of the records.</summary>
    public (SqlTerm Least, SqlTerm Greatest) Approved(IrPolicy policy, IrClause clause, SqlTable table)
    {
        Source(Approvals);
        var rows = Figures(Approvals, table, clause.PerRow is not null);
        var which = $"FILTER (WHERE {IsOf(policy, clause)} AND ({YearColumn} IS NULL OR {YearColumn} = {year}))";
        return (rows.Add($"min({AmountColumn}) {which}", "NULL"), rows.Add($"max({AmountColumn}) {which}", "NULL"));
    }

    /// <summary>How many earlier years count as paid, of a row or the subject as a whole.</summary>
    public SqlTerm PaidYears(IrPolicy policy, IrClause clause, SqlTable table)
    {
        Source(Payments);
        return Figures(Payments, table, clause.PerRow is not null)
            .Add($"count(*) FILTER (WHERE {IsOf(policy, clause)} AND 净额 > 0)", "0");
    }

    /// <summary>What was paid in earlier years, of all rows, or for a clause without rows of the subject as a whole.</summary>
    public SqlTerm PaidBefore(IrPolicy policy, IrClause clause, SqlTable subjects)
    {
        Source(Payments);
        var which = clause.PerRow is null ? $" AND {SqlNames.RowKey} = ''" : "";
        return Whole(Payments, subjects).Add(
            dialect.Whole(SqlTerm.Constant($"sum(净额) FILTER (WHERE {IsOf(policy, clause)}{which})"), isNarrow: false).Text, "0");
    }

    /// <summary>Whether anything was paid for a clause in earlier years.</summary>
    public SqlTerm WasPaid(IrPolicy policy, IrClause clause, SqlTable subjects)
    {
        Source(Payments);
        return Whole(Payments, subjects).Add($"bool_or({IsOf(policy, clause)})", "FALSE");
    }

    /// <summary>Whether records name rows of a clause, which have no key to find them by.</summary>
    /// <param name="name">核定 or 兑现记录.</param>
    public SqlTerm NameRows(string name, IrPolicy policy, IrClause clause, SqlTable subjects)
    {
        Source(name);
        return Whole(name, subjects).Add($"bool_or({IsOf(policy, clause)} AND {SqlNames.RowKey} <> '')", "FALSE");
    }

    /// <summary>Whether rows of the clause were cut as a whole: what that takes off is the interpreter's to say.</summary>
    public SqlTerm WasCut(IrPolicy policy, IrClause clause, SqlTable subjects)
    {
        Source(Payments);
        return Whole(Payments, subjects).Add(
            $"bool_or({IsOf(policy, clause)} AND {SqlNames.RowKey} = {dialect.Text(PaymentRecord.CutRow)})", "FALSE");
    }

    /// <summary>Whether support under other policies may stand against a clause.</summary>
    public SqlTerm HasSupport(string matter, SqlTable subjects)
    {
        if (!_sources.ContainsKey(IrDetail.OtherSupportName))
        {
            var source = new SourceTable(dialect, IrDetail.OtherSupportName, KeyColumn, null) { IsRecords = true };
            source.Column(MatterColumn, DslType.Text, MatterColumn, dialect.ReadText(dialect.Quote(MatterColumn)));
            _sources.Add(IrDetail.OtherSupportName, source);
        }
        return Whole(IrDetail.OtherSupportName, subjects).Add($"bool_or({MatterColumn} IS NULL OR {MatterColumn} = {dialect.Text(matter)})",
            "FALSE");
    }

    // Of all rows of the subject, also where the table has rows itself.
    private AggregateRows Whole(string source, SqlTable subjects) => Figures(source, subjects, byRow: false, isWhole: true);

    private AggregateRows Figures(string source, SqlTable table, bool byRow, bool isWhole = false)
    {
        var name = $"{source}#{table.Name}{(isWhole ? "#全" : "")}";
        if (!_figures.TryGetValue((name, table), out var rows))
        {
            rows = new(name, dialect, null, static () => 1) { ByRow = byRow };
            _figures.Add((name, table), rows);
            table.Join(rows);
        }
        return rows;
    }

    private void Source(string name)
    {
        if (_sources.ContainsKey(name))
            return;
        var source = new SourceTable(dialect, name, KeyColumn, RowColumn) { IsRecords = true };
        var policy = program.Policies.Length == 1 ? program.Policies[0].Number : "（没有写文号）";
        // A record that names no clause as it is written would be left out unseen.
        source.Column(PolicyColumn, DslType.Text, PolicyColumn, dialect.ReadMember(
            $"coalesce({dialect.ReadText(dialect.Quote(PolicyColumn))}, {dialect.Text(policy)})",
            program.Policies.Select(static one => one.Number), $"{name}.{PolicyColumn}"));
        source.Column(ClauseColumn, DslType.Text, ClauseColumn, dialect.ReadMember(dialect.ReadText(dialect.Quote(ClauseColumn)),
            program.Policies.SelectMany(static one => one.Clauses).Select(static clause => clause.Number).Distinct(),
            $"{name}.{ClauseColumn}"));
        source.Column(YearColumn, DslType.Year, YearColumn,
            dialect.ReadNumber(dialect.Quote(YearColumn), 0, 1, 9999, $"{name}.{YearColumn}"));
        source.Column(AmountColumn, DslType.Money, AmountColumn,
            dialect.ReadNumber(dialect.Quote(AmountColumn), 2, -CellScale.Limit, CellScale.Limit, $"{name}.{AmountColumn}"));
        _sources.Add(name, source);
    }

    private string IsOf(IrPolicy policy, IrClause clause) =>
        $"{PolicyColumn} = {dialect.Text(policy.Number)} AND {ClauseColumn} = {dialect.Text(clause.Number)}";

    /// <summary>Writes what is read of the records, and what was paid by year.</summary>
    public void Write(StringBuilder script, Action separate)
    {
        foreach (var source in _sources.Values)
        {
            separate();
            source.Write(script);
        }
        if (!_sources.TryGetValue(Payments, out var payments))
            return;
        separate();
        script.Append($"{ByYear} AS (\n  SELECT {SqlNames.Key}, {SqlNames.RowKey}, {PolicyColumn}, {ClauseColumn},\n"
            + $"    sum({AmountColumn}) AS 净额\n  FROM {payments.ReadName}\n  WHERE {YearColumn} < {year}\n"
            + $"  GROUP BY {SqlNames.Key}, {SqlNames.RowKey}, {PolicyColumn}, {ClauseColumn}, {YearColumn})");
    }

    /// <summary>What the figures are of.</summary>
    public string From(AggregateRows rows)
    {
        var name = rows.Name;
        foreach (var (source, table) in _sources)
        {
            if (name.StartsWith($"\"{source}#", StringComparison.Ordinal))
            {
                var from = source == Payments ? ByYear : table.ReadName;
                var isWhole = rows.ByRow || name.EndsWith("#全\"", StringComparison.Ordinal);
                return isWhole ? from : $"{from} WHERE {SqlNames.RowKey} = ''";
            }
        }
        return "";
    }
}
