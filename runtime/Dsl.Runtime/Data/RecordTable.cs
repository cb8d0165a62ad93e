// 核定.csv and 兑现记录.csv, indexed by kind of subject and key.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Runtime.Data.Tables;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Data;

internal sealed class RecordTable(RecordRules rules, ImmutableArray<SubjectTable> subjects, BoundTable table)
{
    /// <summary>The columns of both tables, in their usual order.</summary>
    public static readonly string[] Columns =
        [DetailTable.KeyAlias, RecordRules.PolicyColumn, RecordRules.ClauseColumn, RecordRules.RowColumn, RecordRules.YearColumn, RecordRules.AmountColumn];

    private readonly Dictionary<IrSubject, KeyedRows<AmountRecord>> _bySubject =
        rules.Program.Schema.Subjects.ToDictionary(static subject => subject, _ => new KeyedRows<AmountRecord>(table.Shown));

    /// <summary>Records of policies or subjects that are not evaluated: how many, and one of their numbers.</summary>
    public (long Count, string Example) OtherPolicies { get; private set; }

    /// <summary>核定 with a blank 金额: how many; not decided yet, so no record.</summary>
    public long Undecided { get; private set; }

    /// <summary>The columns; 文号, 事项行 and (for 核定) 年度 may be left out.</summary>
    public static ImmutableArray<WantedColumn> Wanted(RecordRules rules) =>
    [
        .. Columns.Select(name => new WantedColumn(
            name,
            IsRequired: name is not (RecordRules.PolicyColumn or RecordRules.RowColumn) && (name != RecordRules.YearColumn || rules.IsPayment))
        {
            Aliases = name == DetailTable.KeyAlias ? DetailTable.KeyNames(rules.Program.Schema) : [],
        }),
        .. rules.IsPayment ? [] : ApprovalSheet.HelperColumns.Select(static name => new WantedColumn(name, IsRequired: false)),
    ];

    /// <summary>The file, as shown in messages.</summary>
    public string Path => table.Shown;

    /// <summary>The records of the subjects of a kind.</summary>
    public KeyedRows<AmountRecord> Of(IrSubject subject) => _bySubject[subject];

    public DataFinding? Load(IRejectedRows rejected, CancellationToken cancellation)
    {
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = row.Cell(0).Trim();
            var findings = row.Problem is { } problem ? [problem.At(row.Place())] : ReadRow(row, key);
            if (findings.Count == 0)
                continue;
            rejected.Add(findings);
            if (key.Length > 0)
            {
                foreach (var index in _bySubject.Values)
                    index.Entry(key).IsDamaged = true;
            }
        }
        if (rows.Fatal is null && !rules.IsPayment)
            RejectDuplicates(rejected);
        return rows.Fatal;
    }

    /// <summary>Whether a file is there that has amounts, or that is no table (so that nobody knows what it holds).</summary>
    public static bool HoldsAmounts(string path)
    {
        if (!File.Exists(path))
            return false;
        var (source, finding) = TableSources.Open(path);
        if (source is null)
            return finding is not { Problem.Rule: var rule } || rule != FileRules.NoHeader;
        var (table, _) = BoundTable.Bind(source, [new(RecordRules.AmountColumn)], ColumnMapping.None);
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            if (table.IndexOf(0) is null || !string.IsNullOrWhiteSpace(row.Cell(0)))
                return true;
        }
        return rows.Fatal is not null;
    }

    private List<DataFinding> ReadRow(TableRow row, string key)
    {
        DataPlace Place(string column) => row.Place(Array.IndexOf(Columns, column));
        if (key.Length == 0)
            return [RowRules.NoKey.With(DetailTable.KeyAlias).At(Place(DetailTable.KeyAlias))];
        if (!rules.IsPayment && string.IsNullOrWhiteSpace(row.Cell(Array.IndexOf(Columns, RecordRules.AmountColumn))))
        {
            Undecided++;
            return [];
        }
        var problems = new List<(DataProblem Problem, string Column)>();
        var record = AmountRecord.Read(column => row.Cell(Array.IndexOf(Columns, column)), rules.IsPayment, problems);
        if (record is null)
            return [.. problems.Select(problem => problem.Problem.At(Place(problem.Column)))];
        var (clause, unresolved, at) = rules.Resolve(record);
        if (unresolved is not null)
            return [unresolved.At(Place(at))];
        if (clause is null || subjects.All(kind => kind.Subject != clause.Subject))
            OtherPolicies = (OtherPolicies.Count + 1, OtherPolicies.Count == 0 ? $"{record.PolicyNumber} {record.ClauseNumber}".Trim() : OtherPolicies.Example);
        else
            _bySubject[clause.Subject].Entry(key).Rows.Add((record, row.Number));
        return [];
    }

    /// <summary>Of two approvals of the same thing nobody knows which holds: none is used.</summary>
    private void RejectDuplicates(IRejectedRows rejected)
    {
        var doubles = new List<(AmountRecord Record, long Line, long Other)>();
        foreach (var entry in _bySubject.Values.SelectMany(static index => index.All))
        {
            foreach (var group in entry.Rows.GroupBy(static row => (row.Row.PolicyNumber, row.Row.ClauseNumber, row.Row.RowKey, row.Row.Year)).Where(static group => group.Count() > 1).ToList())
            {
                var (first, second) = (group.First().Line, group.ElementAt(1).Line);
                doubles.AddRange(group.Select(row => (row.Row, row.Line, row.Line == first ? second : first)));
                entry.Rows.RemoveAll(group.Contains);
                entry.IsDamaged = true;
            }
        }
        foreach (var (_, line, other) in doubles.OrderBy(static row => row.Line))
            rejected.Add([RowRules.DuplicateApproval.With(other).At(new(table.Shown, line))]);
    }
}
