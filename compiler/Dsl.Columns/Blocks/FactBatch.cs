// Subjects of one kind as engines take them: in columns, and as facts that are made when asked for.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Blocks;

/// <summary>Some subjects of one kind. Used by one thread.</summary>
public sealed class FactBatch
{
    private readonly ISubjectRows _table;
    private readonly string[] _keys;
    private readonly int[] _owners;
    private readonly FieldColumn?[] _fields;
    private readonly StringDictionary _texts;
    private readonly bool[] _beyond;
    private readonly int[]?[]? _near;
    private SubjectBlock? _columns;

    public FactBatch(ISubjectRows table, string[] keys, int[] owners, FieldColumn?[] fields, StringDictionary texts, int[]?[]? near)
    {
        (_table, _keys, _owners, _fields, _texts, _beyond, _near) = (table, keys, owners, fields, texts, new bool[owners.Length], near);
        // One delegate of each kind for the whole block.
        var (values, details) =
            ((Func<int, ImmutableArray<Value?>>)ValuesOf, (Func<int, ImmutableArray<ImmutableArray<RowFacts>?>>)DetailsOf);
        var records = (Func<int, (ImmutableArray<ApprovalRecord>, ImmutableArray<PaymentRecord>)>)RecordsOf;
        var facts = ImmutableArray.CreateBuilder<SubjectFacts>(owners.Length);
        for (var i = 0; i < owners.Length; i++)
            facts.Add(FactsOf(i, values, details, records));
        Facts = facts.MoveToImmutable();
    }

    /// <summary>Subjects whose facts are at hand.</summary>
    /// <param name="table">The tables beside them; the number of a subject's key is its index.</param>
    /// <param name="facts">The subjects.</param>
    /// <param name="fields">Their values.</param>
    /// <param name="texts">Numbers of texts.</param>
    internal FactBatch(FactTables table, ImmutableArray<SubjectFacts> facts, FieldColumn?[] fields, StringDictionary texts)
    {
        (_table, _fields, _texts, _beyond, Facts) = (table, fields, texts, new bool[facts.Length], facts);
        (_keys, _owners) = ([.. facts.Select(static subject => subject.Key)], [.. Enumerable.Range(0, facts.Length)]);
    }

    /// <summary>One of the subjects as a batch of its own.</summary>
    public FactBatch Only(int subject) =>
        new(_table, [_keys[subject]], [_owners[subject]], [.. _fields.Select(column => column?.Select([subject]))], _texts,
            _near is null ? null : [_near[subject]]);

    /// <summary>The kind of subject.</summary>
    public IrSubject Subject => _table.Subject;

    /// <summary>The subjects; values and rows are made on first use, and only of fields that the program reads.</summary>
    public ImmutableArray<SubjectFacts> Facts { get; }

    /// <summary>The same subjects in columns (缺省 filled in); made on first use.</summary>
    public SubjectBlock Columns => _columns ??= MakeColumns();

    /// <summary>Whether a subject has a value that no column holds, so that it must be read from its facts.</summary>
    public bool IsBeyondColumns(int subject) => Columns.Count > 0 && _beyond[subject];

    /// <summary>核定 and 兑现记录 in columns; null where there is no such table.</summary>
    internal (RecordColumns? Approvals, RecordColumns? Payments) Records => (_table.Approvals, _table.Payments);

    /// <summary>The number of the key of a subject, by which tables know it.</summary>
    internal int OwnerOf(int subject) => _owners[subject];

    private SubjectFacts FactsOf(
        int index, Func<int, ImmutableArray<Value?>> values, Func<int, ImmutableArray<ImmutableArray<RowFacts>?>> details,
        Func<int, (ImmutableArray<ApprovalRecord> Approvals, ImmutableArray<PaymentRecord> Payments)> records)
    {
        var damaged = ImmutableArray<string>.Empty;
        foreach (var detail in _table.Details)
        {
            if (detail is not null && detail.IsDamaged(_owners[index], _near?[index]))
                damaged = damaged.Add(detail.Detail.Name);
        }
        return new(Subject, _keys[index], index, values, details)
        {
            DamagedDetails = damaged,
            MakeRecords = records,
        };
    }

    private (ImmutableArray<ApprovalRecord> Approvals, ImmutableArray<PaymentRecord> Payments) RecordsOf(int index) =>
        (_table.ApprovalsOf(_owners[index]), _table.PaymentsOf(_owners[index]));

    private ImmutableArray<Value?> ValuesOf(int index)
    {
        var values = ImmutableArray.CreateBuilder<Value?>(_fields.Length);
        for (var i = 0; i < _fields.Length; i++)
            values.Add(
                _fields[i] is { } column ? column.ValueAt(index, _texts) : i == Subject.Key.Ordinal ? TextValue.Of(_keys[index]) : null);
        return values.MoveToImmutable();
    }

    private ImmutableArray<ImmutableArray<RowFacts>?> DetailsOf(int index)
    {
        var tables = ImmutableArray.CreateBuilder<ImmutableArray<RowFacts>?>(_table.Details.Length);
        foreach (var detail in _table.Details)
            tables.Add(detail is null || detail.IsDamaged(_owners[index], _near?[index]) ? null : detail.FactsOf(_owners[index]));
        return tables.MoveToImmutable();
    }

    private SubjectBlock MakeColumns()
    {
        var block = new SubjectBlock(_owners.Length, Subject.Fields.Length, Subject.Details.Length);
        foreach (var column in _fields)
            column?.Fill(block, _texts, _beyond);
        foreach (var detail in Subject.Details)
            block.Details[detail.Ordinal] = MakeRows(detail);
        return block;
    }

    private RowBlock MakeRows(IrDetail detail)
    {
        var (offsets, isMissing, rows) = (new int[_owners.Length + 1], new bool[_owners.Length], new List<int>());
        var table = _table.Details[detail.Ordinal];
        for (var i = 0; i < _owners.Length; i++)
        {
            isMissing[i] = table is null || table.IsDamaged(_owners[i], _near?[i]);
            if (!isMissing[i])
                table?.AddRows(_owners[i], rows);
            offsets[i + 1] = rows.Count;
        }
        var (block, beyond) = (new RowBlock(offsets, isMissing, KeysOf(table, offsets, rows), detail.Fields.Length), new bool[rows.Count]);
        if (table is null)
        {
            foreach (var field in detail.Fields)
                new FieldColumn(field, 0).Fill(block, _texts, beyond);
            return block;
        }
        table.Fill(block, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows), beyond);
        for (var i = 0; i < _owners.Length; i++)
            _beyond[i] |= beyond.AsSpan(offsets[i]..offsets[i + 1]).Contains(true);
        return block;
    }

    private int[] KeysOf(IDetailRows? table, int[] offsets, List<int> rows)
    {
        var keys = new int[rows.Count];
        for (var i = 0; i < _owners.Length; i++)
        {
            for (var row = offsets[i]; row < offsets[i + 1]; row++)
                keys[row] = table?.KeyOf(rows[row], row - offsets[i]) ?? DictionaryCode.Missing;
        }
        return keys;
    }
}
