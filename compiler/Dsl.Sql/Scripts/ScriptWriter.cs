// One script: what it says of itself, the values that may be changed, a view per kind of subject, and the query.
using System.Collections.Immutable;
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Sql.Clauses;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;

namespace Dsl.Sql.Scripts;

/// <summary>Collects clauses and writes the script.</summary>
internal sealed class ScriptWriter(IrProgram program, SqlDialect dialect, SqlOptions options)
{
    private static readonly ImmutableArray<string> RowColumns = ["文号", "条款", "状态", "金额_分", "下限_分", "上限_分"];
    private static readonly ImmutableArray<string> TotalColumns = ["文号", "条款", "符合", "未定", "不判", "下限_分", "上限_分"];

    private readonly Dictionary<IrSubject, Kind> _kinds = [];

    /// <summary>The tables that it reads.</summary>
    public ImmutableArray<ReadTable> ReadTables =>
    [
        .. Sources.GroupBy(static source => source.Name)
            .Select(static group => new ReadTable(group.Key,
                [.. group.SelectMany(static source => source.Used).DistinctBy(static used => used.Name)]))
    ];

    private IEnumerable<SourceTable> Sources => Said.SelectMany(static kind => kind.Tables.Sources.Concat(kind.Tables.Records.Sources));

    private IEnumerable<Kind> Said => program.Schema.Subjects.Select(_kinds.GetValueOrDefault).OfType<Kind>()
        .Where(static kind => kind.Clauses.Count > 0);

    /// <summary>Adds a clause; why not, where it cannot be said.</summary>
    public Refusal? Add(IrPolicy policy, IrClause clause)
    {
        if (!_kinds.TryGetValue(clause.Subject, out var kind))
        {
            var tables = new ScriptTables(dialect, program, options.Context, options.Missing);
            _kinds.Add(clause.Subject, kind = new(clause.Subject, tables, new($"{clause.Subject.Name}#结果", dialect), new(dialect)));
        }
        var (said, refusal) = kind.Writer.Write(policy, clause);
        if (said is not null)
            kind.Said.Add(said);
        return refusal;
    }

    /// <summary>Ends the clauses: what stands against what.</summary>
    public void HoldContests()
    {
        foreach (var kind in _kinds.Values)
        {
            var order = program.ByAge;
            ImmutableArray<SqlClause> byAge = [.. kind.Said.OrderBy(said => order.IndexOf(said.Policy))];
            var contests = new ContestWriter(kind.Tables, kind.Results, byAge);
            kind.Clauses.AddRange(kind.Said.Select(said => kind.Writer.Columns(said, contests.Of(said))));
        }
    }

    /// <summary>The script.</summary>
    public string Write(ImmutableArray<SaidClause> clauses)
    {
        var script = new StringBuilder();
        Head(script, clauses);
        script.Append(dialect.Helpers.ReplaceLineEndings("\n")).Append("\n\n-- 可以改的值：改了再运行，就是另一种算法。\n");
        script.Append(dialect.Define(ScriptTables.AsOfName, dialect.Date(options.Context.AsOf))).Append('\n');
        script.Append(dialect.Define(ScriptTables.YearName, $"{options.Context.Year}")).Append('\n');
        foreach (var definition in Said.SelectMany(static kind => kind.Tables.Definitions()).Distinct())
            script.Append(definition).Append('\n');
        Inputs(script);
        foreach (var kind in Said)
            script.Append('\n').Append(dialect.View(ViewOf(kind), Query(kind))).Append('\n');
        script.Append('\n').Append(Last()).Append('\n');
        return script.ToString();
    }

    private void Head(StringBuilder script, ImmutableArray<SaidClause> clauses)
    {
        script.Append("-- 由 policy emit 生成。金额都以分计，没有浮点数；空的一格是不知道，不是零。\n");
        script.Append($"-- 政策：{Comment(string.Join("、", program.Policies.Select(static policy => policy.Number)))}\n");
        script.Append($"-- 状态「{SqlStatus.Open}」：事实或者核定还不全，金额在下限与上限之间（上限空着的没有上限）。\n");
        script.Append($"-- 状态「{SqlStatus.Unjudged}」：记录或者其他政策支持要由程序来判，这里不给金额。\n");
        var refused = clauses.Where(static clause => clause.Refusal is not null).ToList();
        script.Append($"-- 写成 SQL 的条款：{clauses.Length - refused.Count} 项，共 {clauses.Length} 项。\n");
        foreach (var clause in refused)
            script.Append($"--   没有写的：{Comment($"{clause.Policy.Number} 条款 {clause.Clause.Number}：{clause.Refusal?.Reason}")}\n");
        script.Append("-- 读的表和列（数是整数或者 DECIMAL，日期是 DATE，是否是 BOOLEAN，其余是文本）：\n");
        foreach (var table in ReadTables)
            script.Append($"--   {Comment($"{table.Name}：{string.Join("、", table.Columns.Select(static column => column.Name))}")}\n");
        script.Append('\n');
    }

    private static string Comment(string text) => string.Concat(text.Select(static one => char.IsControl(one) ? ' ' : one));

    private void Inputs(StringBuilder script)
    {
        if (options.Inputs.IsEmpty)
        {
            script.Append("\n-- 各表在哪里：库里没有这些表的，换成自己的文件，去掉行首的两个减号。\n");
            foreach (var table in ReadTables)
            {
                var name = Comment(table.Name);
                script.Append($"-- {dialect.View(name, dialect.FileAsIs(name + ".parquet")).Replace('\n', ' ')}\n");
            }
            return;
        }
        script.Append("\n-- 各表在哪里。\n");
        foreach (var table in ReadTables)
        {
            var input = options.Inputs.FirstOrDefault(input => input.Table == table.Name);
            script.Append(dialect.View(table.Name, dialect.Input(table, input))).Append('\n');
        }
    }

    private static string ViewOf(Kind kind) => $"测算·{kind.Subject.Name}";

    private string Query(Kind kind)
    {
        var script = new StringBuilder("WITH ");
        var first = true;
        void Separate()
        {
            script.Append(first ? "" : ",\n");
            first = false;
        }
        foreach (var source in kind.Tables.Sources)
        {
            Separate();
            source.Write(script);
        }
        kind.Tables.Records.Write(script, Separate);
        var subjects = kind.Tables.Subjects(kind.Subject);
        Begin(script, kind, subjects, null);
        foreach (var (rows, sums) in kind.Sums.All)
        {
            Begin(script, kind, rows, subjects);
            sums.Write(script, rows.NameOf(rows.LastLevel));
        }
        script.Append($",\n{kind.Results.NameOf(0)} AS (\n  SELECT * FROM {subjects.NameOf(subjects.LastLevel)})");
        // The sums over rows are written already.
        kind.Results.Write(script, static _ => { });
        script.Append($"\nSELECT {SqlNames.Key} AS {dialect.Quote("主键")}");
        foreach (var (clause, index) in kind.Clauses.Select(static (clause, index) => (clause, index)))
        {
            script.Append($",\n  {clause.Status} AS {Column(index, clause, "状态")}, {clause.Low} AS {Column(index, clause, "下限")}"
                + $", {clause.High} AS {Column(index, clause, "上限")}");
        }
        return script.Append($"\nFROM {kind.Results.NameOf(kind.Results.LastLevel)}").ToString();
    }

    /// <summary>The first level of a table, and those above it.</summary>
    private static void Begin(StringBuilder script, Kind kind, SqlTable table, SqlTable? subjects)
    {
        var source = kind.Tables.SourceOf(table);
        script.Append($",\n{table.NameOf(0)} AS (\n  SELECT ");
        script.Append(subjects is { } owner && table.Imports
            ? $"s.*{string.Concat(source.Aliases.Select(static alias => $", d.{alias}"))}\n  FROM {source.ReadName} AS d\n"
                + $"  JOIN {owner.NameOf(table.ImportedLevel)} AS s ON s.{SqlNames.Key} = d.{SqlNames.Key})"
            : $"*\n  FROM {source.ReadName})");
        table.Write(script, figures =>
        {
            var from = kind.Tables.Records.From(figures);
            if (from.Length == 0)
            {
                Begin(script, kind, figures.Table, table);
                from = figures.Table.NameOf(figures.Table.LastLevel);
            }
            figures.Write(script, from);
        });
    }

    private string Column(int index, ClauseColumnsOf clause, string what) =>
        dialect.Quote($"{index + 1}·{Comment(clause.Clause.Number)}·{what}");

    private string Last()
    {
        var queries = Said.Select(kind => options.Totals ? Totals(kind) : Rows(kind)).ToList();
        return (queries.Count == 0 ? "SELECT 1 WHERE FALSE" : string.Join("\nUNION ALL\n", queries)) + ";";
    }

    private string Rows(Kind kind) => dialect.Rows(RowColumns,
        [
            .. kind.Clauses.Select((clause, index) =>
            {
                var (low, high) = (Column(index, clause, "下限"), Column(index, clause, "上限"));
                return (IReadOnlyList<string>)[dialect.Text(clause.Policy.Number), dialect.Text(clause.Clause.Number),
                    Column(index, clause, "状态"), $"CASE WHEN {low} = {high} THEN {Wide(low)} END", Wide(low), Wide(high)];
            })
        ],
        "主键", dialect.Quote(ViewOf(kind)), kind.Subject.Name);

    private string Totals(Kind kind) => dialect.Rows(TotalColumns,
        [
            .. kind.Clauses.Select((clause, index) =>
            {
                var (status, low, high) =
                    (Column(index, clause, "状态"), Column(index, clause, "下限"), Column(index, clause, "上限"));
                string Count(string word) => $"count(*) FILTER (WHERE {status} = {dialect.Text(word)})";
                return (IReadOnlyList<string>)[dialect.Text(clause.Policy.Number), dialect.Text(clause.Clause.Number),
                    Count("符合"), Count(SqlStatus.Open), Count(SqlStatus.Unjudged), $"coalesce({Wide($"sum({low})")}, {Wide("0")})",
                    $"CASE WHEN count({high}) = count(*) THEN coalesce({Wide($"sum({high})")}, {Wide("0")}) END"];
            })
        ],
        null, dialect.Quote(ViewOf(kind)), kind.Subject.Name);

    private string Wide(string number) => dialect.Whole(SqlTerm.Constant(number), isNarrow: false).Text;

    private sealed record Kind(IrSubject Subject, ScriptTables Tables, SqlTable Results, RowSums Sums)
    {
        public ClauseWriter Writer { get; } = new(Tables, Results, Sums);

        public List<SqlClause> Said { get; } = [];

        public List<ClauseColumnsOf> Clauses { get; } = [];
    }
}
