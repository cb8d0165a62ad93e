// Records (核定, 兑现记录) in columns: a registry of a million subjects has many millions of them.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Ir.Facts;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Blocks;

/// <summary>What a record is about; texts by their number in the pool.</summary>
/// <param name="Policy">文号; <see cref="DictionaryCode.Missing"/> where left out.</param>
/// <param name="Clause">条款.</param>
/// <param name="RowKey">事项行; <see cref="DictionaryCode.Missing"/> for the subject as a whole.</param>
/// <param name="Year">年度; 0 where left out.</param>
public readonly record struct RecordLabel(int Policy, int Clause, int RowKey, int Year);

/// <summary>Records of all kinds of subjects. Filled by one thread; afterwards safe to read on several.</summary>
public sealed class RecordColumns(StringDictionary texts)
{
    private const int Fen = 100;

    private readonly OwnerIndex _owners = new();
    private readonly RowNumbers _lines = new();

    // What records are about but for the row, which few differ in: each once, and per record which one.
    private readonly Dictionary<(int Kind, int Policy, int Clause, int Year), int> _numbers = [];
    private readonly List<(int Kind, int Policy, int Clause, int Year)> _places = [];
    private readonly PackedNumbers _placeOf = new();
    private readonly PackedNumbers _rowKeys = new();
    private readonly PackedNumbers _amounts = new();

    // 事项行 that are written otherwise than in the detail: the numbers of the detail's writing, by record.
    private Dictionary<int, int>? _rewritten;

    // Amounts that are no whole fen, or beyond the limit of columns.
    private readonly Dictionary<int, Rational> _exact = [];

    // 数量, by record; few clauses count anything.
    private readonly Dictionary<int, Rational> _quantities = [];

    // 期次, by record; few clauses are paid in parts.
    private readonly Dictionary<int, PaymentPart> _parts = [];

    // Records that count for no subject; bit i of word i/64. Empty as long as there are none.
    private ulong[] _taken = [];

    /// <summary>Adds a record.</summary>
    /// <param name="owner">The number of the subject's key.</param>
    /// <param name="kind">The kind of subject, by its index in the schema.</param>
    /// <param name="label">What it is about.</param>
    /// <param name="fen">The amount.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(int owner, int kind, RecordLabel label, long fen, long line)
    {
        var place = (kind, label.Policy, label.Clause, label.Year);
        if (!_numbers.TryGetValue(place, out var number))
        {
            _numbers.Add(place, number = _places.Count);
            _places.Add(place);
        }
        _owners.Add(owner);
        _placeOf.Add(number);
        _rowKeys.Add(label.RowKey == DictionaryCode.Missing ? PackedNumbers.Missing : label.RowKey);
        _amounts.Add(fen);
        _lines.Add(line);
    }

    /// <summary>Adds a record whose amount may be finer than a fen.</summary>
    public void Add(int owner, int kind, RecordLabel label, Rational amount, long line)
    {
        if (!FixedPoint.TryConvert(amount, Fen, out var fen))
            _exact.Add(_owners.Count, amount);
        Add(owner, kind, label, fen, line);
    }

    /// <summary>Says 数量 and 期次 of the record that was added last; null for none.</summary>
    public void AddMore(Rational? quantity, PaymentPart? part)
    {
        if (quantity is { } counted)
            _quantities.Add(_owners.Count - 1, counted);
        if (part is { } paid)
            _parts.Add(_owners.Count - 1, paid);
    }

    /// <summary>Sorts the records by owner, once all are there.</summary>
    public void Sort(int owners)
    {
        _owners.Sort(owners);
        _lines.Finish();
        foreach (var column in (ReadOnlySpan<PackedNumbers>)[_placeOf, _rowKeys, _amounts])
            column.Finish();
    }

    /// <summary>The 核定 of a subject, in the order of the table.</summary>
    public ImmutableArray<ApprovalRecord> Approvals(int kind, int owner) => Of(kind, owner, (row, label) =>
        new ApprovalRecord(TextOf(label.Policy), texts.TextOf(label.Clause), TextOf(label.RowKey), label.Year == 0 ? null : label.Year,
            AmountOf(row)));

    /// <summary>The 兑现记录 of a subject, in the order of the table.</summary>
    public ImmutableArray<PaymentRecord> Payments(int kind, int owner) => Of(kind, owner, (row, label) =>
        new PaymentRecord(TextOf(label.Policy), texts.TextOf(label.Clause), TextOf(label.RowKey), label.Year, AmountOf(row))
        {
            Quantity = _quantities.TryGetValue(row, out var quantity) ? quantity : null,
            Part = _parts.TryGetValue(row, out var part) ? part : null,
        });

    /// <summary>Appends the records of an owner, of any kind of subject, to a list, in the order of the table.</summary>
    public void AddRows(int owner, List<int> rows) => _owners.AddRows(owner, rows);

    /// <summary>Whether a record is of a kind of subject.</summary>
    public bool IsOfKind(int row, int kind) => _places[(int)_placeOf[row]].Kind == kind && !IsTaken(row);

    /// <summary>What a record is about.</summary>
    public RecordLabel LabelOf(int row)
    {
        var (_, policy, clause, year) = _places[(int)_placeOf[row]];
        return new(policy, clause, RowKeyOf(row) is var key && key == PackedNumbers.Missing ? DictionaryCode.Missing : (int)key, year);
    }

    /// <summary>Where a record stands.</summary>
    public long LineOf(int row) => _lines[row];

    /// <summary>Puts the detail's writing of a row's key in the place of the record's.</summary>
    public void Rewrite(int row, int rowKey) => (_rewritten ??= [])[row] = rowKey;

    /// <summary>Whether a record was taken out.</summary>
    public bool IsTaken(int row) => _taken.Length > 0 && (_taken[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Takes a record out: it counts for no subject.</summary>
    public void Take(int row)
    {
        if (_taken.Length == 0)
            _taken = new ulong[(_owners.Count >> 6) + 1];
        _taken[row >> 6] |= 1UL << (row & 63);
    }

    /// <summary>The amount of a record in fen; false where it is finer than a fen, or too large for columns.</summary>
    public bool TryGetFen(int row, out long fen)
    {
        fen = _amounts[row];
        return !_exact.ContainsKey(row);
    }

    /// <summary>The records of some subjects of a kind with their lines, in the order of the table.</summary>
    /// <param name="kind">The kind of subject.</param>
    /// <param name="isWanted">Which owners; asked once each.</param>
    public IEnumerable<(int Owner, long Line)> OfKind(int kind, Func<int, bool> isWanted) =>
        _owners.RowsOf(isWanted).Where(record => IsOfKind(record.Row, kind)).Select(record => (record.Owner, _lines[record.Row]));

    /// <summary>
    /// Takes out records that say the same of the same; whose each is, its line and that of another one, in the order of the table.
    /// </summary>
    public IEnumerable<(int Owner, long Line, long Other)> TakeDoubles(int owners)
    {
        var (doubles, rows) = (new List<(int Owner, long Line, long Other)>(), new List<int>());
        for (var owner = 0; owner < owners; owner++)
        {
            rows.Clear();
            AddRows(owner, rows);
            rows.RemoveAll(IsTaken);
            // The sort must keep the order within equals: compare rows last.
            if (rows.Count > 1)
                rows.Sort(Compare);
            for (var first = 0; first < rows.Count;)
            {
                var end = first + 1;
                while (end < rows.Count && IsDouble(rows[first], rows[end]))
                    end++;
                for (var i = first; i < end && end - first > 1; i++)
                {
                    doubles.Add((owner, _lines[rows[i]], _lines[rows[i == first ? first + 1 : first]]));
                    Take(rows[i]);
                }
                first = end;
            }
        }
        return doubles.OrderBy(static row => row.Line);
    }

    private ImmutableArray<T> Of<T>(int kind, int owner, Func<int, RecordLabel, T> make)
    {
        var rows = new List<int>();
        AddRows(owner, rows);
        return [.. rows.Where(row => IsOfKind(row, kind)).Select(row => make(row, LabelOf(row)))];
    }

    private Rational AmountOf(int row) => _exact.TryGetValue(row, out var exact) ? exact : new Rational(_amounts[row], Fen);

    private string? TextOf(int code) => code == DictionaryCode.Missing ? null : texts.TextOf(code);

    private bool IsDouble(int left, int right) => _placeOf[left] == _placeOf[right] && RowKeyOf(left) == RowKeyOf(right);

    private int Compare(int left, int right) =>
        (_placeOf[left], RowKeyOf(left), left).CompareTo((_placeOf[right], RowKeyOf(right), right));

    private long RowKeyOf(int row) => _rewritten is not null && _rewritten.TryGetValue(row, out var key) ? key : _rowKeys[row];
}
