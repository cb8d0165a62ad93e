// 兑现记录 as a file: read in full, added to without touching what stands in it.
using System.Text;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Runtime.Data;
using Dsl.Runtime.Data.Csv;
using Dsl.Runtime.Data.Tables;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Publishing;

/// <summary>A payment that is recorded.</summary>
/// <param name="Key">主键.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; empty for the subject as a whole.</param>
/// <param name="Year">年度.</param>
/// <param name="Amount">In yuan; negative where money is taken back.</param>
public sealed record Payment(string Key, string PolicyNumber, string ClauseNumber, string RowKey, int Year, Rational Amount);

/// <summary>The payments under one clause for one subject in one year: net by 事项行.</summary>
internal sealed class RecordedClause(string policyNumber, string key, string clauseNumber)
{
    /// <summary>主键 as the records write it first.</summary>
    public string Key { get; } = key;

    /// <summary>条款 as the records write it first.</summary>
    public string ClauseNumber { get; } = clauseNumber;

    /// <summary>文号 as it is to be written.</summary>
    public string PolicyNumber { get; } = policyNumber;

    /// <summary>Net payments by 事项行; empty for the subject as a whole.</summary>
    public SortedDictionary<string, Rational> Net { get; } = new(StringComparer.Ordinal);

    // 事项行 by what they name: the first writing stands for all.
    private readonly Dictionary<string, string> _rowKeys = new(Identity.Comparer);

    /// <summary>Adds a payment.</summary>
    public void Add(string rowKey, Rational amount)
    {
        if (!_rowKeys.TryGetValue(rowKey, out var first))
            _rowKeys.Add(rowKey, first = rowKey);
        Net[first] = Net.GetValueOrDefault(first) + amount;
    }

    /// <summary>Writes the keys of rows as the result does.</summary>
    public void WriteAs(IEnumerable<string> rowKeys)
    {
        foreach (var rowKey in rowKeys)
        {
            if (_rowKeys.TryGetValue(rowKey, out var written) && written != rowKey && Net.Remove(written, out var amount))
                Net[_rowKeys[rowKey] = rowKey] = amount;
        }
    }

    /// <summary>Whether the result says something of it.</summary>
    public bool IsSettled { get; set; }
}

/// <summary>The records of the published policies.</summary>
internal sealed class PaymentHistory
{
    private readonly string _path;
    private readonly CsvSource? _file;
    private BoundTable? _columns;
    private Sightings _unknown = Sightings.None;
    private string _firstUnattributed = "";
    private int _width = RecordTable.Columns.Length;

    private PaymentHistory(string path, CsvSource? file) => (_path, _file) = (path, file);

    /// <summary>What is recorded for the published year, by subject and clause.</summary>
    public Dictionary<(string Key, string Policy, string Clause), RecordedClause> OfYear { get; } = [];

    /// <summary>Subjects with records under a 文号 that nobody knows: nothing is published for them.</summary>
    public HashSet<string> Unattributed { get; } = new(Identity.Comparer);

    /// <summary>How many records are of earlier years.</summary>
    public long EarlierCount { get; private set; }

    /// <summary>Reads a file, or makes a history of nothing where there is none. With one bad row nothing is published.</summary>
    public static (PaymentHistory? History, List<DataFinding> Findings) Read(string path, PublishedManifest manifest, string keyHeader)
    {
        if (!File.Exists(path))
            return (new(path, null), []);
        var (file, finding) = CsvSource.Inspect(path);
        if (file is null)
            return (null, finding is null ? [] : [finding]);
        var history = new PaymentHistory(path, file);
        var findings = history.Load(file, manifest, keyHeader);
        return (findings.Exists(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error) ? null : history, findings);
    }

    /// <summary>How a clause is looked up: whichever way key, 文号 and 条款 are written.</summary>
    public static (string Key, string Policy, string Clause) Place(string key, string policy, string clause) =>
        (Identity.Of(key), Identity.Of(policy), Identity.Of(clause));

    /// <summary>Writes the file anew with the payments behind what stands in it; it appears when whole.</summary>
    public void Append(IEnumerable<Payment> payments)
    {
        using var output = new AtomicOutput();
        var stream = output.Create(_path);
        var encoding = _file?.Encoding ?? new UTF8Encoding(false);
        if (_file is null)
            stream.Write(encoding.GetBytes(new StringBuilder().AppendRow(RecordTable.Columns).ToString()));
        else
            Copy(_path, stream);
        foreach (var payment in payments)
            stream.Write(encoding.GetBytes(new StringBuilder().AppendRow(Cells(payment)).ToString()));
        output.Commit();
    }

    private List<DataFinding> Load(CsvSource file, PublishedManifest manifest, string keyHeader)
    {
        var wanted = RecordTable.Columns.Select(name => new WantedColumn(name, IsRequired: name is not RecordFields.Policy || manifest.PolicyNumbers.Length > 1)
        {
            Aliases = name == DetailTable.KeyAlias ? [keyHeader] : [],
            Type = name == RecordFields.Amount ? DslType.Money : name == RecordFields.Year ? DslType.Year : DslType.Text,
            IsLabel = name is not (RecordFields.Amount or RecordFields.Year),
        });
        (_columns, var bound) = BoundTable.Bind(file, [.. wanted], ColumnMapping.None);
        // Columns of the officer's own are no concern: the cells of new rows stay empty there.
        var findings = bound.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error).ToList();
        _width = file.Header.Length;
        using var rows = _columns.Open();
        while (findings.Count == 0 && rows.TryRead(out var row))
        {
            if (row.Problem is { } problem)
                findings.Add(problem.At(row.Place()));
            else
                Add(row, manifest, findings);
        }
        if (rows.Fatal is { } fatal)
            findings.Add(fatal);
        if (_unknown.Count > 0)
            findings.Add(PublishRules.UnknownDocuments.With(_unknown.Count, _unknown.Line, _unknown.Example, _firstUnattributed).At(new(file.Shown)));
        return findings;
    }

    private void Add(TableRow row, PublishedManifest manifest, List<DataFinding> findings)
    {
        static int At(string column) => Array.IndexOf(RecordTable.Columns, column);
        var problems = new List<(DataProblem Problem, string Column)>();
        var record = AmountRecord.Read(column => row.Cell(At(column)), isPayment: true, problems);
        var key = row.Cell(0).Trim();
        if (ValueReader.TextProblem(key) is { } lost)
            problems.Add((lost, DetailTable.KeyAlias));
        if (Identity.Of(key).Length == 0)
            problems.Add((RowRules.NoKey.With(DetailTable.KeyAlias), DetailTable.KeyAlias));
        if (record is { PolicyNumber: null } && manifest.PolicyNumbers.Length > 1)
            problems.Add((RowRules.NoPolicyNumber.With(), RecordFields.Policy));
        findings.AddRange(problems.Select(problem => problem.Problem.At(row.Place(At(problem.Column)))));
        if (record is null || problems.Count > 0)
            return;
        var written = record.PolicyNumber ?? manifest.PolicyNumbers.FirstOrDefault() ?? "";
        if (Identity.Find(written, manifest.PolicyNumbers) is not { } policy)
        {
            if (Identity.Find(written, manifest.OtherDocuments) is not null)
                return;
            _firstUnattributed = _unknown.Count == 0 ? key : _firstUnattributed;
            _unknown = _unknown.Add(row.Number, written);
            Unattributed.Add(key);
            return;
        }
        EarlierCount += record.Year < manifest.Year ? 1 : 0;
        if (record.Year != manifest.Year)
            return;
        var place = Place(key, policy, record.ClauseNumber);
        if (!OfYear.TryGetValue(place, out var clause))
            OfYear.Add(place, clause = new(policy, key, record.ClauseNumber));
        clause.Add(record.RowKey ?? "", record.Amount);
    }

    private string[] Cells(Payment payment)
    {
        string[] values = [payment.Key, payment.PolicyNumber, payment.ClauseNumber, payment.RowKey, $"{payment.Year}", ValueText.Money(payment.Amount)];
        if (_columns is not { } table)
            return values;
        var cells = new string[_width];
        Array.Fill(cells, "");
        for (var i = 0; i < values.Length; i++)
        {
            // Where the column says another unit, 元 is written behind the figure.
            if (table.IndexOf(i) is { } index)
                cells[index] = table.UnitOf(i) is null or "元" ? values[i] : values[i] + "元";
        }
        return cells;
    }

    /// <summary>The bytes as they stand; a last line without an end gets one.</summary>
    private static void Copy(string path, Stream target)
    {
        using var source = File.OpenRead(path);
        source.CopyTo(target);
        source.Seek(-1, SeekOrigin.End);
        if (source.ReadByte() != '\n')
            target.WriteByte((byte)'\n');
    }
}
