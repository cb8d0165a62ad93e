// Records (核定, 兑现记录) in columns: a registry of a million subjects has many millions of them.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dsl.Ir.Facts;
using Dsl.Library.Kernels;
using Dsl.Library.Values;

namespace Dsl.Runtime.Data.Blocks;

/// <summary>What a record is about; texts by their number in the pool.</summary>
/// <param name="Policy">文号; <see cref="Coded.Missing"/> where left out.</param>
/// <param name="Clause">条款.</param>
/// <param name="RowKey">事项行; <see cref="Coded.Missing"/> for the subject as a whole.</param>
/// <param name="Year">年度; 0 where left out.</param>
internal readonly record struct RecordLabel(int Policy, int Clause, int RowKey, int Year);

/// <summary>Records of all kinds of subjects. Filled by one thread; afterwards safe to read on several.</summary>
internal sealed class RecordColumns(TextPool texts)
{
    /// <summary>The kind of a record that counts for nobody.</summary>
    private const byte NoKind = byte.MaxValue;

    private const int Fen = 100;

    private readonly List<int> _owners = [];
    private readonly List<long> _lines = [];
    private readonly List<byte> _kinds = [];
    private readonly List<RecordLabel> _labels = [];
    private readonly List<long> _amounts = [];

    // Amounts that are no whole fen, or beyond the limit of columns.
    private readonly Dictionary<int, Rational> _exact = [];
    private OwnerIndex _index = OwnerIndex.Empty;

    /// <summary>Adds a record.</summary>
    /// <param name="owner">The number of the subject's key.</param>
    /// <param name="kind">The kind of subject, by its index in the schema.</param>
    /// <param name="label">What it is about.</param>
    /// <param name="fen">The amount.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(int owner, int kind, RecordLabel label, long fen, long line)
    {
        _owners.Add(owner);
        _kinds.Add((byte)kind);
        _labels.Add(label);
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

    /// <summary>Sorts the records by owner, once all are there.</summary>
    public void Sort(int owners) => _index = new(CollectionsMarshal.AsSpan(_owners), owners);

    /// <summary>The 核定 of a subject, in the order of the table.</summary>
    public ImmutableArray<ApprovalRecord> Approvals(int kind, int owner) => Of(kind, owner, row => new ApprovalRecord(
        TextOf(_labels[row].Policy), texts.TextOf(_labels[row].Clause), TextOf(_labels[row].RowKey), _labels[row].Year is var year && year == 0 ? null : year, AmountOf(row)));

    /// <summary>The 兑现记录 of a subject, in the order of the table.</summary>
    public ImmutableArray<PaymentRecord> Payments(int kind, int owner) => Of(kind, owner, row => new PaymentRecord(
        TextOf(_labels[row].Policy), texts.TextOf(_labels[row].Clause), TextOf(_labels[row].RowKey), _labels[row].Year, AmountOf(row)));

    /// <summary>The records of an owner, of any kind of subject, in the order of the table.</summary>
    public ReadOnlySpan<int> RowsOf(int owner) => _index[owner];

    /// <summary>Whether a record is of a kind of subject.</summary>
    public bool IsOfKind(int row, int kind) => _kinds[row] == kind;

    /// <summary>What a record is about.</summary>
    public RecordLabel LabelOf(int row) => _labels[row];

    /// <summary>The amount of a record in fen; false where it is finer than a fen, or too large for columns.</summary>
    public bool TryGetFen(int row, out long fen)
    {
        fen = _amounts[row];
        return !_exact.ContainsKey(row);
    }

    /// <summary>The records of subjects of a kind with their lines, in the order of the table.</summary>
    public IEnumerable<(int Owner, long Line)> OfKind(int kind)
    {
        for (var row = 0; row < _owners.Count; row++)
        {
            if (_kinds[row] == kind)
                yield return (_owners[row], _lines[row]);
        }
    }

    /// <summary>Takes out records that say the same of the same; the lines of each and of another one, in the order of the table.</summary>
    public IEnumerable<(long Line, long Other)> TakeDoubles(int owners)
    {
        var doubles = new List<(long Line, long Other)>();
        for (var owner = 0; owner < owners; owner++)
        {
            if (_index[owner] is not { Length: > 1 } all)
                continue;
            var rows = all.ToArray();
            // The sort must keep the order within equals: compare rows last.
            Array.Sort(rows, Compare);
            for (var first = 0; first < rows.Length;)
            {
                var end = first + 1;
                while (end < rows.Length && IsDouble(rows[first], rows[end]))
                    end++;
                for (var i = first; i < end && end - first > 1; i++)
                {
                    doubles.Add((_lines[rows[i]], _lines[rows[i == first ? first + 1 : first]]));
                    _kinds[rows[i]] = NoKind;
                }
                first = end;
            }
        }
        return doubles.OrderBy(static row => row.Line);
    }

    private ImmutableArray<T> Of<T>(int kind, int owner, Func<int, T> make)
    {
        var rows = _index[owner];
        if (rows.IsEmpty)
            return [];
        var records = ImmutableArray.CreateBuilder<T>(rows.Length);
        foreach (var row in rows)
        {
            if (_kinds[row] == kind)
                records.Add(make(row));
        }
        return records.DrainToImmutable();
    }

    private Rational AmountOf(int row) => _exact.TryGetValue(row, out var exact) ? exact : new Rational(_amounts[row], Fen);

    private string? TextOf(int code) => code == Coded.Missing ? null : texts.TextOf(code);

    private bool IsDouble(int left, int right) => _kinds[left] == _kinds[right] && _labels[left] == _labels[right];

    private int Compare(int left, int right)
    {
        var (a, b) = (_labels[left], _labels[right]);
        return (_kinds[left], a.Policy, a.Clause, a.RowKey, a.Year, left).CompareTo((_kinds[right], b.Policy, b.Clause, b.RowKey, b.Year, right));
    }
}
