// 核定 and 兑现记录: read once, held by the subject that they belong to.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dsl.Columns.Blocks;
using Dsl.Columns.Kernels;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <param name="rules">What the records are checked against.</param>
/// <param name="subjects">The kinds of subjects whose main table is there.</param>
internal sealed class RecordTable(RecordRules rules, ImmutableArray<IrSubject> subjects, MappedTable table)
{
    /// <summary>Whether payments or approvals are read.</summary>
    public bool IsPayment => rules.IsPayment;

    /// <summary>The table that is read.</summary>
    public MappedTable Table => table;

    /// <summary>The columns of both tables, in their usual order.</summary>
    public static readonly string[] Columns =
        [BuiltInTables.KeyAlias, RecordFields.Policy, RecordFields.Clause, RecordFields.Row, RecordFields.Year, RecordFields.Amount];

    private const int Policy = 1, Clause = 2, RowKey = 3, Year = 4, Amount = 5;

    // What records about the same clause mean is resolved once.
    private readonly Dictionary<(int Policy, int Clause, bool HasRow), ResolvedRecord> _resolved = [];

    // The clauses that records under 每个 name, by the numbers that such records have.
    private readonly Dictionary<(int Policy, int Clause), IrDetail> _details = [];
    private readonly HashSet<int> _damaged = [];
    private readonly HashSet<int> _unattributed = []; // whose records are under an unknown 文号
    private readonly HashSet<int> _echoes = []; // whose records another part of the registry reports
    private readonly Dictionary<IrSubject, bool> _lookBack = subjects.Distinct().ToDictionary(static subject => subject, rules.LooksBack);
    private readonly ReturnedSheet? _sheet = rules.IsPayment ? null : new(rules.Program, table);

    // 核定 that could not be read, though they say whose and of what they are: others of the same thing are in doubt.
    private readonly List<(int Owner, string Clause, string RowKey, long Line)> _unread = [];
    private OwnerKeys _ownerKeys = new(new([]));
    private RecordColumns _records = new(new([]));
    private int? _year;

    /// <summary>Records of policies or subjects that are not evaluated: how many, and one of their numbers.</summary>
    public Sightings OtherPolicies { get; private set; } = Sightings.None;

    /// <summary>Rows that do not say whose they are.</summary>
    public long Ownerless { get; private set; }

    /// <summary>兑现记录 of rows that the detail does not have: how many, and one of them.</summary>
    public Sightings OtherRows { get; private set; } = Sightings.None;

    /// <summary>核定 with a blank 金额: how many; not decided yet, so no record.</summary>
    public long Undecided { get; private set; }

    /// <summary>The columns; 文号, 事项行, 数量 and (for 核定) 年度 may be left out.</summary>
    public static ImmutableArray<WantedColumn> Wanted(RecordRules rules) =>
    [
        .. (rules.IsPayment ? RecordRow.PaymentColumns : Columns).Select(name => RecordFields.Column(
            name, !RecordRow.IsOptional(name, rules.IsPayment), DetailTable.KeyNames(rules.Program.Schema))),
        .. rules.IsPayment ? [] : ReturnedSheet.Wanted(),
    ];

    /// <summary>The table, as shown in messages.</summary>
    public string Shown => table.Shown;

    /// <summary>What was read, for a publication.</summary>
    public RecordPrints Prints { get; private set; } = RecordPrints.None;

    /// <summary>核定 of other years, in a table that is kept over the years: the year that each names.</summary>
    public NamedRows OtherYears { get; private set; } = NamedRows.None;

    /// <summary>How many 兑现记录 there are of which year.</summary>
    public SortedDictionary<int, long> Years { get; } = [];

    /// <summary>Reads the table; null, or why it cannot be read.</summary>
    /// <param name="keys">The keys of all tables.</param>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="rejected">Takes the rejected rows.</param>
    /// <param name="year">年度 of the run; null where it does not matter which approvals are of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public DataFinding? Load(StringDictionary keys, StringDictionary texts, IRejectedRows rejected, int? year,
        CancellationToken cancellation)
    {
        (_records, _ownerKeys, _year) = (new(texts), new(keys), year);
        var printer = new RecordPrinter([.. rules.Program.Policies.Select(static policy => policy.Number)], year ?? 0, rules.IsPayment);
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = row.Trimmed(0);
            var owner = _ownerKeys.CodeOf(key);
            _ownerKeys.Note(owner, key);
            if (row.IsEcho)
                _echoes.Add(owner);
            else
                printer.Add(row);
            var findings = row.Problem is { } problem ? [problem.At(row.Place())] : ReadRow(row, owner, texts);
            if (findings.Count == 0)
                continue;
            if (!row.IsEcho)
                rejected.Add(findings);
            // A total belongs to no subject.
            if (row.Problem?.Rule.Is(RowDiagnostics.NotData) == true)
                continue;
            var isUnknown = findings.Any(static finding => finding.Problem.Rule == RowDiagnostics.UnknownDocument);
            if (owner >= 0)
                (isUnknown ? _unattributed : _damaged).Add(owner);
            Ownerless += OwnerProblems.IsOwnerless(row, owner) ? 1 : 0;
            if (owner >= 0 && !rules.IsPayment && !isUnknown && row.Problem is null && !IsOfOtherYear(row))
                _unread.Add((owner, Identity.Of(row.Trimmed(Clause)), Identity.Of(row.Trimmed(RowKey)), row.Number));
        }
        _records.Sort(keys.Count);
        Prints = printer.Prints;
        return rows.Fatal;
    }

    /// <summary>Finds the rows that records name, once the details are read, and removes those that cannot be used.</summary>
    /// <param name="details">The supplied tables of each kind of detail.</param>
    /// <param name="year">The application year.</param>
    /// <param name="owners">How many keys there are.</param>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="rejected">Takes the rejected rows.</param>
    public void Settle(IReadOnlyDictionary<IrDetail, DetailTable> details, int year, int owners, StringDictionary texts,
        IRejectedRows rejected)
    {
        var findings = new SortedDictionary<long, DataFinding>();
        if (_details.Count > 0)
            FindRows(details, year, owners, texts, findings);
        // Which of two approvals of the same thing holds is unknown: none is used.
        foreach (var (_, line, other) in _records.TakeDoubles(rules.IsPayment ? 0 : owners).Where(row => !_echoes.Contains(row.Owner)))
            findings.TryAdd(line, RowDiagnostics.DuplicateApproval.With(other).At(new(table.Shown, line)));
        TakeDoubtful(texts, findings);
        foreach (var finding in findings.Values)
            rejected.Add([finding]);
    }

    /// <summary>The documents that are not evaluated and of which there are records.</summary>
    public SortedSet<string> OtherDocuments { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a row of the subject was rejected that may matter.</summary>
    /// <param name="kind">The kind of subject.</param>
    /// <param name="owner">The subject.</param>
    /// <param name="near">Keys of no subject that look like that of the subject: whose rows they are is unknown.</param>
    public bool IsDamaged(IrSubject kind, int owner, int[]? near) =>
        _damaged.Contains(owner) || (_unattributed.Contains(owner) && _lookBack[kind]) || (near is not null && Array.Exists(near, Names));

    public RecordColumns Records => _records;

    /// <summary>The 核定 of a subject.</summary>
    public ImmutableArray<ApprovalRecord> ApprovalsOf(IrSubject subject, int owner) => _records.Approvals(KindOf(subject), owner);

    /// <summary>The 兑现记录 of a subject.</summary>
    public ImmutableArray<PaymentRecord> PaymentsOf(IrSubject subject, int owner) => _records.Payments(KindOf(subject), owner);

    /// <summary>Rejects the records of subjects of a kind that were not read, in the order of the table.</summary>
    public void RejectOrphans(SubjectTable kind, NearKeys? near, IRejectedRows rejected)
    {
        foreach (var (owner, line) in _records.OfKind(KindOf(kind.Subject), 
            owner => kind.StateOf(owner) != OwnerState.Read && !_echoes.Contains(owner)))
        {
            var key = _ownerKeys.TextOf(owner);
            var problem = OwnerProblems.Of(kind.StateOf(owner), key, kind.Subject.Name, near?.SubjectLike(owner),
                (rules.IsPayment ? OwnerPhrases.HistoryUnknown : OwnerPhrases.ApprovalNotTaken).With(), kind.Subject.Key.IsCreditCode);
            rejected.Add([problem.At(new(table.Shown, line, BuiltInTables.KeyAlias, key))]);
        }
    }

    private int KindOf(IrSubject subject) => rules.Program.Schema.Subjects.IndexOf(subject);

    private IReadOnlyList<DataFinding> ReadRow(TableRow row, int owner, StringDictionary texts)
    {
        if (owner < 0)
            return [RowDiagnostics.NoKey.With(BuiltInTables.KeyAlias).At(row.Place(0))];
        for (var column = 0; column < (rules.IsPayment ? RecordRow.PaymentColumns : Columns).Length; column++)
        {
            // Whether a number has lost zeros is seen once it is known which clauses there are.
            if (row.CellProblem(column) is { } unusable && (column != Clause || unusable.Rule != RowDiagnostics.IdentityIsNumber))
                return [unusable.At(row.Place(column))];
        }
        if (!rules.IsPayment && row.Trimmed(Amount).IsEmpty)
        {
            Undecided += row.IsEcho ? 0 : 1;
            return [];
        }
        Rational? exact = null;
        if (!TryReadUsual(row, texts, out var label, out var fen))
        {
            var problems = new List<(DataProblem Problem, string Column)>();
            if (AmountRecord.Read(column => row.Cell(RecordRow.At(column)), rules.IsPayment, problems) is not { } record)
                return [.. problems.Select(problem => problem.Problem.At(row.Place(RecordRow.At(problem.Column))))];
            label = new(RecordTexts.CodeOf(record.PolicyNumber, texts), texts.CodeOf(record.ClauseNumber),
                RecordTexts.CodeOf(record.RowKey, texts), record.Year ?? 0);
            exact = record.Amount;
        }
        var (kind, policy, clause, found, unresolved, at) = Resolve(label, texts);
        // What was handed out under another 文号 was evaluated then.
        if (unresolved is not null && !(unresolved.Rule == RowDiagnostics.UnknownDocument && _sheet?.IsOfOther(row) == true))
            return [unresolved.At(row.Place(Array.IndexOf(Columns, at)))];
        if (found is not null && row.IdentityProblem(Clause) is { } lost && rules.MayHaveLostZeros(found))
            return [lost.At(row.Place(Clause))];
        if (kind >= 0 && found is not null && SheetProblem(row, found, label.Year) is { } changed)
            return [changed];
        if (kind < 0 && _sheet?.ProblemOfOther(row) is { } other)
            return [other.Problem.At(row.Place(other.Column))];
        var (quantity, part, unusual) = RecordRow.More(row, rules, kind >= 0 ? found : null, RecordTexts.TextOf(label.RowKey, texts));
        if (unusual is not null)
            return [unusual];
        if (kind >= 0)
        {
            // A blank 年度 of 核定 is that of the application: two records of one thing are seen as such.
            label = label with { Policy = policy, Clause = clause, Year = label.Year == 0 && !rules.IsPayment ? _year ?? 0 : label.Year };
            if (rules.IsPayment && !row.IsEcho)
                Years[label.Year] = Years.GetValueOrDefault(label.Year) + 1;
        }
        else if (!row.IsEcho)
            OtherPolicies = OtherPolicies.Add(
                row.Number, $"{RecordTexts.TextOf(label.Policy, texts)} {texts.TextOf(label.Clause)}".Trim());
        if (kind >= 0 && exact is { } amount)
            _records.Add(owner, kind, label, amount, row.Number);
        else if (kind >= 0)
            _records.Add(owner, kind, label, fen, row.Number);
        _records.AddMore(quantity, part);
        return [];
    }

    /// <summary>What speaks against a row of a sheet that was handed out; notes rows of other years in tables that were not.</summary>
    private DataFinding? SheetProblem(TableRow row, IrClause clause, int year)
    {
        if (_sheet is null)
            return null;
        var isOther = year != 0 && _year is { } current && year != current;
        if (_sheet.IsReturned)
        {
            return _sheet.ProblemOf(row, clause) is { } changed ? changed.Problem.At(row.Place(changed.Column))
                : isOther ? RowDiagnostics.ApprovalOfOtherYear.With(year, _year ?? 0).At(row.Place(Year))
                : null;
        }
        if (isOther && !row.IsEcho)
            OtherYears = OtherYears.Add(row.Number, year.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    /// <summary>Reads a record in the usual notation; false where it is in another, which is read cell by cell then.</summary>
    private bool TryReadUsual(TableRow row, StringDictionary texts, out RecordLabel label, out long fen)
    {
        (label, fen) = (default, 0);
        var clause = row.Trimmed(Clause);
        var year = row.Trimmed(Year);
        var number = 0;
        if (clause.IsEmpty || !Ascii.IsValid(clause) || table.UnitOf(Amount) is not null || table.UnitOf(Year) is not null)
            return false;
        if (year.IsEmpty
            ? rules.IsPayment
            : year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || number < AmountRecord.Years.Low || number > AmountRecord.Years.High)
            return false;
        if (!PlainNumber.TryParse(row.Trimmed(Amount), 2, takesPercent: false, out fen) || Math.Abs(fen) > FixedPoint.Limit
            || (fen < 0 && !rules.IsPayment))
            return false;
        // Invisible characters do not count.
        if (!RecordTexts.IsPlain(row.Trimmed(Policy)) || !RecordTexts.IsPlain(row.Trimmed(RowKey)))
            return false;
        label = new(RecordTexts.CodeOf(row.Trimmed(Policy), texts), texts.CodeOf(clause), RecordTexts.CodeOf(row.Trimmed(RowKey), texts),
            number);
        return true;
    }

    /// <summary>
    /// The kind of subject that a record is of, or why it is of none; -1 for policies and subjects that are not evaluated.
    /// </summary>
    private ResolvedRecord Resolve(RecordLabel label, StringDictionary texts)
    {
        var place = (label.Policy, label.Clause, label.RowKey != DictionaryCode.Missing);
        if (_resolved.TryGetValue(place, out var known))
            return known;
        var record = new AmountRecord(RecordTexts.TextOf(label.Policy, texts), texts.TextOf(label.Clause),
            RecordTexts.TextOf(label.RowKey, texts), null, Rational.Zero);
        var (policy, clause, problem, column) = rules.Resolve(record);
        if (policy is null && problem is null && record.PolicyNumber is { } other)
            OtherDocuments.Add(other);
        var kind = clause is not null && subjects.Contains(clause.Subject) ? KindOf(clause.Subject) : -1;
        var resolved = new ResolvedRecord(
            kind, policy is null ? label.Policy : texts.CodeOf(policy.Number), clause is null ? label.Clause : texts.CodeOf(clause.Number),
            clause, problem, column ?? "");
        if (kind >= 0 && clause?.PerRow is { } detail)
            _details[(resolved.Policy, resolved.Clause)] = detail;
        return _resolved[place] = resolved;
    }

    /// <summary>Takes out 核定 of things of which another row could not be read.</summary>
    private void TakeDoubtful(StringDictionary texts, SortedDictionary<long, DataFinding> findings)
    {
        var rows = new List<int>();
        foreach (var (owner, clause, rowKey, line) in _unread)
        {
            rows.Clear();
            _records.AddRows(owner, rows);
            foreach (var row in rows)
            {
                var label = _records.LabelOf(row);
                if (_records.IsTaken(row) || (_year is { } year && label.Year != year && label.Year != 0)
                    || !Identity.Same(clause, texts.TextOf(label.Clause))
                    || !Identity.Same(rowKey, RecordTexts.TextOf(label.RowKey, texts) ?? ""))
                {
                    continue;
                }
                _records.Take(row);
                if (!_echoes.Contains(owner))
                    findings.TryAdd(_records.LineOf(row),
                        RowDiagnostics.DoubtfulApproval.With(line).At(new(table.Shown, _records.LineOf(row))));
            }
        }
    }

    private bool IsOfOtherYear(TableRow row) =>
        int.TryParse(Identity.Of(row.Trimmed(Year)), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
        && stated != (_year ?? stated);

    private void FindRows(IReadOnlyDictionary<IrDetail, DetailTable> details, int year, int owners, StringDictionary texts,
        SortedDictionary<long, DataFinding> findings)
    {
        var matchers = details.ToDictionary(static table => table.Key, table => new RowMatcher(table.Value, texts));
        var rows = new List<int>();
        for (var owner = 0; owner < owners; owner++)
        {
            rows.Clear();
            _records.AddRows(owner, rows);
            foreach (var row in rows)
            {
                var label = _records.LabelOf(row);
                if (label.RowKey == DictionaryCode.Missing)
                    continue;
                // Where rows are missing or rejected, it is unknown whether they have the key.
                if (!_details.TryGetValue((label.Policy, label.Clause), out var detail) || !matchers.TryGetValue(detail, out var matcher)
                    || matcher.Detail.IsDamaged(owner, null))
                {
                    // Two writings of an unknown row still are two records of one row.
                    if (!rules.IsPayment && RecordTexts.TextOf(label.RowKey, texts) is { } unknown && !Identity.IsCanonical(unknown))
                        _records.Rewrite(row, texts.CodeOf(Identity.Of(unknown)));
                    continue;
                }
                if (NameRow(matcher, owner, row, label, year, texts) is { } finding && !_echoes.Contains(owner))
                    findings.TryAdd(_records.LineOf(row), finding);
            }
        }
    }

    /// <summary>Puts the detail's writing of a key in the place of the record's; or why the record is of no row.</summary>
    private DataFinding? NameRow(RowMatcher matcher, int owner, int row, RecordLabel label, int year, StringDictionary texts)
    {
        var match = matcher.Find(owner, label.RowKey);
        if (match.Code >= 0)
        {
            if (match.Code != label.RowKey)
                _records.Rewrite(row, match.Code);
            return null;
        }
        var key = texts.TextOf(label.RowKey);
        if (Array.Find(PaymentRecord.RowsOfNone, own => Identity.Same(key, own)) is { } ownRow)
        {
            _records.Rewrite(row, texts.CodeOf(ownRow));
            return null;
        }
        if (match.Near is null && rules.IsPayment)
        {
            // What was paid for in earlier years need not be in this year's table.
            OtherRows = _echoes.Contains(owner) ? OtherRows : OtherRows.Add(_records.LineOf(row), key);
            return null;
        }
        if (match.Near is null && label.Year != 0 && label.Year != year)
            return null;
        _damaged.Add(owner);
        _records.Take(row);
        var (subject, detail) = (_ownerKeys.TextOf(owner), matcher.Detail.Detail.Name);
        return (match.Near is { } near
            ? RowDiagnostics.NearRow.With(subject, detail, key, near)
            : RowDiagnostics.NoSuchRow.With(subject, detail, key))
            .At(new(table.Shown, _records.LineOf(row), RecordFields.Row, key));
    }

    /// <summary>Whether a row, read or rejected, has the key.</summary>
    private bool Names(int owner)
    {
        if (_damaged.Contains(owner) || _unattributed.Contains(owner))
            return true;
        var rows = new List<int>();
        _records.AddRows(owner, rows);
        return rows.Count > 0;
    }
}
