// The records of a block, clause by clause, and what they say of one unit: the columns' counterpart of ClauseRecords.
using System.Runtime.InteropServices;
using Dsl.Columns.Blocks;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>A 核定 or 兑现记录 of a clause.</summary>
/// <param name="Subject">The subject's index in the block.</param>
/// <param name="RowKey">事项行 by its number in the pool of texts; <see cref="DictionaryCode.Missing"/> for the subject as a whole.</param>
/// <param name="Year">年度; 0 where left out.</param>
/// <param name="Fen">The amount.</param>
internal readonly record struct RecordEntry(int Subject, int RowKey, int Year, long Fen);

/// <summary>Which clauses records name. Safe on several threads.</summary>
internal sealed class RecordDispatch
{
    private readonly Dictionary<(int Policy, int Clause), int[]> _slots = [];
    private readonly int _count;

    /// <summary>The clauses of a kind of subject, by their index.</summary>
    public RecordDispatch(IReadOnlyList<(IrPolicy Policy, IrClause Clause)> clauses, StringDictionary texts)
    {
        _count = clauses.Count;
        // A record without 文号 is of every policy that has such a clause.
        var names = clauses.SelectMany((entry, index) => new[] { texts.CodeOf(entry.Policy.Number), DictionaryCode.Missing }
            .Select(policy => ((Policy: policy, Clause: texts.CodeOf(entry.Clause.Number)), Index: index)));
        foreach (var name in names.GroupBy(static name => name.Item1, static name => name.Index))
            _slots.Add(name.Key, [.. name]);
    }

    /// <summary>The records of the subjects of a block, by clause: in the order of the subjects, then of the table.</summary>
    /// <param name="records">The table; null for none.</param>
    /// <param name="kind">The index of the kind of subject in the schema.</param>
    /// <param name="beyond">Set for subjects with an amount that is no whole fen.</param>
    public List<RecordEntry>?[] Of(FactBatch block, RecordColumns? records, int kind, bool[] beyond)
    {
        var (entries, rows) = (new List<RecordEntry>?[_count], new List<int>());
        for (var subject = 0; subject < block.Facts.Length && records is not null; subject++)
        {
            rows.Clear();
            records.AddRows(block.OwnerOf(subject), rows);
            foreach (var row in rows)
            {
                var label = records.LabelOf(row);
                if (!records.IsOfKind(row, kind) || !_slots.TryGetValue((label.Policy, label.Clause), out var slots))
                    continue;
                beyond[subject] |= !records.TryGetFen(row, out var fen);
                foreach (var slot in slots)
                    (entries[slot] ??= []).Add(new(subject, label.RowKey, label.Year, fen));
            }
        }
        return entries;
    }
}

/// <summary>Walks the entries of a clause subject by subject.</summary>
internal ref struct EntryCursor(List<RecordEntry>? entries)
{
    private ReadOnlySpan<RecordEntry> _left = CollectionsMarshal.AsSpan(entries);

    /// <summary>The entries of a subject; subjects are asked for in ascending order.</summary>
    public ReadOnlySpan<RecordEntry> Of(int subject)
    {
        var first = 0;
        while (first < _left.Length && _left[first].Subject < subject)
            first++;
        var end = first;
        while (end < _left.Length && _left[end].Subject == subject)
            end++;
        var found = _left[first..end];
        _left = _left[end..];
        return found;
    }
}

/// <summary>What the records of one subject say of a clause. Amounts in fen.</summary>
/// <param name="approvals">核定 of any year.</param>
/// <param name="payments">兑现记录 of any year.</param>
/// <param name="year">The application year.</param>
internal readonly ref struct SubjectEntries(ReadOnlySpan<RecordEntry> approvals, ReadOnlySpan<RecordEntry> payments, int year)
{
    // Beyond this many records a subject's units would search too long.
    private const int Few = 16;

    private readonly ReadOnlySpan<RecordEntry> _approvals = approvals;
    private readonly ReadOnlySpan<RecordEntry> _payments = payments;
    private readonly Dictionary<int, long>? _approved = approvals.Length > Few ? ByRow(approvals, year) : null;
    private readonly Dictionary<int, int>? _paidYears = payments.Length > Few ? YearsByRow(payments, year) : null;

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _approvals.IsEmpty && _payments.IsEmpty;

    /// <summary>The approvals, of any year.</summary>
    public ReadOnlySpan<RecordEntry> Approvals => _approvals;

    /// <summary>Whether an approval counts in the application year.</summary>
    public bool Counts(in RecordEntry approval) => IsOfYear(approval, year);

    /// <summary>The approved amount of one unit, the last where there are several; null for none.</summary>
    public long? Approved(int rowKey)
    {
        if (_approved is not null)
            return _approved.TryGetValue(rowKey, out var fen) ? fen : null;
        for (var i = _approvals.Length - 1; i >= 0; i--)
        {
            if (_approvals[i].RowKey == rowKey && IsOfYear(_approvals[i], year))
                return _approvals[i].Fen;
        }
        return null;
    }

    /// <summary>What was paid for the application year so far; null where no record says so.</summary>
    public Int128? PaidThisYear
    {
        get
        {
            Int128? paid = null;
            foreach (var payment in _payments)
                paid = payment.Year == year ? (paid ?? 0) + payment.Fen : paid;
            return paid;
        }
    }

    /// <summary>Whether there are payments of earlier years.</summary>
    public bool HasEarlierPayments
    {
        get
        {
            foreach (var payment in _payments)
            {
                if (HistoryRule.IsOfEarlierYear(payment.Year, year))
                    return true;
            }
            return false;
        }
    }

    /// <summary>What 累计上限 takes off for earlier years.</summary>
    public Int128 PaidBefore(bool hasRows)
    {
        Int128 paid = 0;
        foreach (var payment in _payments)
        {
            var isOfRow = payment.RowKey != DictionaryCode.Missing;
            if (HistoryRule.IsOfEarlierYear(payment.Year, year) && HistoryRule.CountsForCap(hasRows, isOfRow))
                paid += payment.Fen;
        }
        return HistoryRule.TakenOff(paid);
    }

    /// <summary>How many earlier years have a net payment for one unit.</summary>
    public int PaidYears(int rowKey)
    {
        if (_paidYears is not null)
            return _paidYears.GetValueOrDefault(rowKey);
        var count = 0;
        for (var i = 0; i < _payments.Length; i++)
        {
            var first = _payments[i];
            if (first.RowKey != rowKey || !HistoryRule.IsOfEarlierYear(first.Year, year) || Has(_payments[..i], rowKey, first.Year))
                continue;
            Int128 net = 0;
            foreach (var payment in _payments[i..])
                net += payment.RowKey == rowKey && payment.Year == first.Year ? payment.Fen : 0;
            count += HistoryRule.IsPaidYear(net) ? 1 : 0;
        }
        return count;
    }

    private static bool Has(ReadOnlySpan<RecordEntry> payments, int rowKey, int year)
    {
        foreach (var payment in payments)
        {
            if (payment.RowKey == rowKey && payment.Year == year)
                return true;
        }
        return false;
    }

    private static bool IsOfYear(in RecordEntry approval, int year) =>
        HistoryRule.CountsApproval(approval.Year == 0 ? null : approval.Year, year);

    private static Dictionary<int, long> ByRow(ReadOnlySpan<RecordEntry> approvals, int year)
    {
        var approved = new Dictionary<int, long>();
        foreach (var approval in approvals)
        {
            if (IsOfYear(approval, year))
                approved[approval.RowKey] = approval.Fen;
        }
        return approved;
    }

    private static Dictionary<int, int> YearsByRow(ReadOnlySpan<RecordEntry> payments, int year)
    {
        var nets = new Dictionary<(int RowKey, int Year), Int128>();
        foreach (var payment in payments)
        {
            if (HistoryRule.IsOfEarlierYear(payment.Year, year))
                nets[(payment.RowKey, payment.Year)] = nets.GetValueOrDefault((payment.RowKey, payment.Year)) + payment.Fen;
        }
        return nets.Where(static net => HistoryRule.IsPaidYear(net.Value))
            .GroupBy(static net => net.Key.RowKey).ToDictionary(static row => row.Key, static row => row.Count());
    }
}
