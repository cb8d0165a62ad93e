// 兑现记录 as a file: read in full, added to without touching what stands in it.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data.Csv;
using Dsl.Data.Outputs;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Batch.Publishing;

/// <summary>A payment that is recorded.</summary>
/// <param name="Key">主键.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; empty for the subject as a whole.</param>
/// <param name="Year">年度.</param>
/// <param name="Amount">In yuan; negative where money is taken back.</param>
public sealed record Payment(string Key, string PolicyNumber, string ClauseNumber, string RowKey, int Year, Rational Amount)
{
    /// <summary>数量 in the unit that the clause counts; null where it counts nothing.</summary>
    public Rational? Quantity { get; init; }

    /// <summary>期次; empty where it is no part.</summary>
    public string Part { get; init; } = "";

    /// <summary>Whether it is the award of a clause that is paid in parts: what is paid of it are payments of their own.</summary>
    public bool IsEntitlement { get; init; }

    /// <summary>What is paid by it.</summary>
    public Rational Paid => IsEntitlement ? Rational.Zero : Amount;
}

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

    /// <summary>Net payments of parts, by 事项行 and 期次 together (<see cref="PartKey"/>).</summary>
    public SortedDictionary<string, Rational> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Net 数量 by 事项行, of clauses that count something.</summary>
    public SortedDictionary<string, Rational> Quantities { get; } = new(StringComparer.Ordinal);

    // 事项行 by what they name: the first writing stands for all.
    private readonly Dictionary<string, string> _rowKeys = new(Identity.Comparer);

    /// <summary>Adds a payment.</summary>
    public void Add(string rowKey, Rational amount, Rational? quantity)
    {
        if (!_rowKeys.TryGetValue(rowKey, out var first))
            _rowKeys.Add(rowKey, first = rowKey);
        Net[first] = Net.GetValueOrDefault(first) + amount;
        if (quantity is { } counted)
            Quantities[first] = Quantities.GetValueOrDefault(first) + counted;
    }

    /// <summary>Writes the keys of rows as the result does.</summary>
    public void WriteAs(IEnumerable<string> rowKeys)
    {
        foreach (var rowKey in rowKeys)
        {
            if (!_rowKeys.TryGetValue(rowKey, out var written) || written == rowKey || !Net.Remove(written, out var amount))
                continue;
            Net[_rowKeys[rowKey] = rowKey] = amount;
            if (Quantities.Remove(written, out var quantity))
                Quantities[rowKey] = quantity;
        }
    }

    /// <summary>Whether the result says something of it.</summary>
    public bool IsSettled { get; set; }
}

/// <summary>The records of the published policies.</summary>
internal sealed class PaymentHistory
{
    private readonly HistoryFile _place;
    private readonly PublishedManifest _manifest;
    private readonly CsvSource? _file;
    private readonly Dictionary<((string Key, string Policy, string Clause) Place, PaymentPart Part), SortedDictionary<int, Rational>>
        _partsOfOtherYears = [];

    private readonly Dictionary<(string Key, string Policy, string Clause, string RowKey), SortedDictionary<int, Rational>> _otherYears =
        [];
    // The years in which clauses were paid whose amounts depend on what others got, by subject.
    private readonly Dictionary<(string Key, string Policy, string Clause), SortedDictionary<int, Rational>> _ofReaders = [];
    private MappedTable? _columns;
    private Sightings _unknown = Sightings.None;
    private string _firstUnattributed = "";
    private int _width;

    private PaymentHistory(HistoryFile place, PublishedManifest manifest, CsvSource? file) =>
        (_place, _manifest, _file, _width) = (place, manifest, file, HeaderOf(manifest).Length);

    /// <summary>What is recorded for the published year, by subject and clause.</summary>
    public Dictionary<(string Key, string Policy, string Clause), RecordedClause> OfYear { get; } = [];

    /// <summary>What the records say, to be compared with what the result was computed from.</summary>
    public RecordPrints Prints { get; private set; } = RecordPrints.None;

    /// <summary>
    /// Whose records were appended to those that the result was computed from; null where the file does not begin with these.
    /// </summary>
    public HashSet<string>? Added { get; private set; }

    /// <summary>The columns of a new file: 数量 only where a clause counts something.</summary>
    private static string[] HeaderOf(PublishedManifest manifest) =>
        manifest.Limited.Any(static clause => clause.IsInParts) ? RecordRow.PaymentColumns
        : manifest.Limited.Any(static clause => clause.Unit is not null) ? [.. RecordTable.Columns, RecordFields.Quantity]
        : RecordTable.Columns;

    /// <summary>Why payments cannot be appended: their quantities have no column. Null where they can.</summary>
    public DataProblem? ColumnProblem(IEnumerable<Payment> payments) =>
        _columns is not null && _columns.IndexOf(RecordRow.At(RecordFields.Quantity)) is null
        && payments.FirstOrDefault(static payment => payment.Quantity is { IsZero: false }) is { } payment
            ? PublishDiagnostics.NoQuantityColumn.With(_place.Shown, payment.ClauseNumber)
        : _columns is not null && _columns.IndexOf(RecordRow.At(RecordFields.Part)) is null
        && payments.FirstOrDefault(static payment => payment.Part.Length > 0) is { } part
            ? PublishDiagnostics.NoPartColumn.With(_place.Shown, part.ClauseNumber) : null;

    /// <summary>Whether there is no file yet.</summary>
    public bool IsNew => _file is null;

    /// <summary>Subjects with records under an unknown 文号: nothing is published for them.</summary>
    public HashSet<string> Unattributed { get; } = new(Identity.Comparer);

    /// <summary>Reads a file, or makes a history of nothing where there is none. With one bad row nothing is published.</summary>
    public static (PaymentHistory? History, List<DataFinding> Findings) Read(HistoryFile place, PublishedManifest manifest,
        string keyHeader)
    {
        if (!place.Exists)
            return (new(place, manifest, null), []);
        var (file, finding) = CsvSource.Inspect(place.Given);
        if (file is null)
            return (null, finding is null ? [] : [finding]);
        var history = new PaymentHistory(place, manifest, file);
        var findings = history.Load(file, keyHeader);
        return (findings.Exists(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error) ? null : history, findings);
    }

    /// <summary>How a clause is looked up: whichever way key, 文号 and 条款 are written.</summary>
    public static (string Key, string Policy, string Clause) Place(string key, string policy, string clause) =>
        (Identity.Of(key), Identity.Of(policy), Identity.Of(clause));

    /// <summary>The years before and after in which a row of a clause with a limit was paid for, net.</summary>
    public IEnumerable<int> OtherYearsOf(Payment payment)
    {
        var (key, policy, clause) = Place(payment.Key, payment.PolicyNumber, payment.ClauseNumber);
        return _manifest.LimitOf(policy, clause) is { IsLimit: true } limit
            && _otherYears.TryGetValue((key, policy, clause, RowOf(limit, payment.RowKey)), out var years)
            ? years.Where(static year => year.Value.Sign > 0).Select(static year => year.Key)
            : [];
    }

    /// <summary>A later year in which the part was paid that a payment is of; null where there is none, or it is of no part.</summary>
    public int? PartPaidAfter(Payment payment) => RecordPart.TryParse(payment.Part) is { } part
        && _partsOfOtherYears.TryGetValue((Place(payment.Key, payment.PolicyNumber, payment.ClauseNumber), part), out var years)
        && years.LastOrDefault(static year => year.Value.Sign > 0).Key is var last && last > payment.Year ? last : null;

    /// <summary>A later year in which a clause was paid whose amount depends on the payment; null where there is none.</summary>
    public (string Clause, int Year)? ReaderPaidAfter(Payment payment)
    {
        var (key, policy, clause) = Place(payment.Key, payment.PolicyNumber, payment.ClauseNumber);
        foreach (var reader in _manifest.LimitOf(policy, clause)?.Readers ?? [])
        {
            if (_ofReaders.TryGetValue((key, policy, Identity.Of(reader)), out var years)
                && years.LastOrDefault(static year => year.Value.Sign > 0).Key is var last && last > payment.Year)
                return (reader, last);
        }
        return null;
    }

    /// <summary>
    /// Writes the file anew with the payments appended to its content; it appears when whole. Null, or why nothing was written.
    /// </summary>
    public DataProblem? Append(IEnumerable<Payment> payments)
    {
        var encoding = _file?.Encoding ?? new UTF8Encoding(false);
        byte[] Bytes(IReadOnlyList<string> cells) => encoding.GetBytes(new StringBuilder().AppendRow(cells).ToString());
        return _place.Append(_file?.Input.Sha256, Bytes(HeaderOf(_manifest)), payments.Select(payment => Bytes(Cells(payment))));
    }

    private List<DataFinding> Load(CsvSource file, string keyHeader)
    {
        var wanted = RecordRow.PaymentColumns.Select(name => RecordFields.Column(
            name, name is not (RecordFields.Policy or RecordFields.Quantity or RecordFields.Part)
                || (name == RecordFields.Policy && _manifest.PolicyNumbers.Length > 1), [keyHeader]));
        (_columns, var bound) = MappedTable.Bind(file, [.. wanted], ColumnMapping.None);
        // Columns of the officer's own are no concern: the cells of new rows stay empty there.
        var findings = bound.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error).ToList();
        _width = file.Header.Length;
        var printer = new RecordPrinter(_manifest.PolicyNumbers, _manifest.Year, isPayment: true);
        var then = _manifest.Payments?.Prints ?? RecordPrints.None;
        using var rows = _columns.Open();
        while (findings.Count == 0 && rows.TryRead(out var row))
        {
            var count = printer.Count;
            if (count == then.Count && Added is null && printer.Prints == then)
                Added = new(Identity.Comparer);
            printer.Add(row);
            if (printer.Count > count)
                Added?.Add(row.Cell(0).Trim());
            if (row.Problem is { } problem)
                findings.Add(problem.At(row.Place()));
            else
                Add(row, findings);
        }
        Prints = printer.Prints;
        if (rows.Fatal is { } fatal)
            findings.Add(fatal);
        if (_unknown.Count > 0)
            findings.Add(PublishDiagnostics.UnknownDocuments.With(_unknown.Count, _unknown.Line, _unknown.Example, _firstUnattributed)
                .At(new(file.Shown)));
        return findings;
    }

    private void Add(TableRow row, List<DataFinding> findings)
    {
        var problems = new List<(DataProblem Problem, string Column)>();
        var record = RecordRow.Read(row, isPayment: true, _manifest.PolicyNumbers.Length > 1, problems);
        findings.AddRange(problems.Select(problem => problem.Problem.At(row.Place(RecordRow.At(problem.Column)))));
        if (record is null)
            return;
        var key = row.Cell(0).Trim();
        var written = record.PolicyNumber ?? _manifest.PolicyNumbers.FirstOrDefault() ?? "";
        if (Identity.Find(written, _manifest.PolicyNumbers) is not { } policy)
        {
            if (Identity.Find(written, _manifest.OtherDocuments) is not null)
                return;
            _firstUnattributed = _unknown.Count == 0 ? key : _firstUnattributed;
            _unknown = _unknown.Add(row.Number, written);
            Unattributed.Add(key);
            return;
        }
        var place = Place(key, policy, record.ClauseNumber);
        if (Identity.Of(record.PartText).Length > 0)
        {
            AddPart(row, record, (place, policy, key), findings);
            return;
        }
        if (record.Year != _manifest.Year)
        {
            AddOtherYear(place, record);
            return;
        }
        var quantity = _manifest.LimitOf(place.Policy, place.Clause)?.Counted is { } type
            ? RecordQuantity.Read(record.ClauseNumber, record.RowKey, record.QuantityText, type, problems) : null;
        if (problems is [var (problem, column), ..])
        {
            findings.Add(problem.At(row.Place(RecordRow.At(column))));
            return;
        }
        if (!OfYear.TryGetValue(place, out var clause))
            OfYear.Add(place, clause = new(policy, key, record.ClauseNumber));
        clause.Add(record.RowKey ?? "", record.Amount, quantity);
    }

    private void AddPart(TableRow row, AmountRecord record, ((string, string, string) Place, string Policy, string Key) of,
        List<DataFinding> findings)
    {
        if (RecordPart.TryParse(record.PartText) is not { } part)
        {
            findings.Add(RowDiagnostics.NoSuchPart.With(record.PartText.Trim(), record.ClauseNumber, 0)
                .At(row.Place(RecordRow.At(RecordFields.Part))));
            return;
        }
        if (record.Year is { } year && year != _manifest.Year)
        {
            var paid = (of.Place, part);
            if (!_partsOfOtherYears.TryGetValue(paid, out var years))
                _partsOfOtherYears.Add(paid, years = []);
            years[year] = years.GetValueOrDefault(year) + record.Amount;
            return;
        }
        if (!OfYear.TryGetValue(of.Place, out var clause))
            OfYear.Add(of.Place, clause = new(of.Policy, of.Key, record.ClauseNumber));
        var key = PartKey.Of(record.RowKey is null ? "" : PaymentRecord.PartRow, part.ToString());
        clause.Parts[key] = clause.Parts.GetValueOrDefault(key) + record.Amount;
    }

    private void AddOtherYear((string Key, string Policy, string Clause) place, AmountRecord record)
    {
        if (_manifest.LimitOf(place.Policy, place.Clause) is not { } limit || record.Year is not { } year)
            return;
        var of = (place.Key, place.Policy, place.Clause, RowOf(limit, record.RowKey ?? ""));
        if (!_otherYears.TryGetValue(of, out var years))
            _otherYears.Add(of, years = []);
        years[year] = years.GetValueOrDefault(year) + record.Amount;
        if (!_ofReaders.TryGetValue(place, out var all))
            _ofReaders.Add(place, all = []);
        all[year] = all.GetValueOrDefault(year) + record.Amount;
    }

    /// <summary>What is limited by its sum is limited over all rows.</summary>
    private static string RowOf(LimitedClause limit, string rowKey) => limit.IsByRow ? Identity.Of(rowKey) : "";

    private string[] Cells(Payment payment)
    {
        string[] values = [payment.Key, payment.PolicyNumber, payment.ClauseNumber, payment.RowKey, $"{payment.Year}",
            QuantityFormat.Ledger(payment.Amount), payment.Quantity?.ToString() ?? "", payment.Part];
        if (_columns is not { } table)
            return values[.._width];
        var cells = new string[_width];
        Array.Fill(cells, "");
        for (var i = 0; i < values.Length; i++)
        {
            // Where the column says another unit, 元 is appended to the figure.
            if (table.IndexOf(i) is { } index)
                cells[index] = table.UnitOf(i) is null or "元" ? values[i] : values[i] + "元";
        }
        return cells;
    }
}
