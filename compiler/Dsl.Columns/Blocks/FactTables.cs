// Subjects whose facts are at hand (from a request, from a sample) in the form in which engines read those of a registry.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Text;

namespace Dsl.Columns.Blocks;

/// <summary>The tables of some subjects of one kind: the number of a subject's key is its index.</summary>
public sealed class FactTables : ISubjectRows
{
    private readonly IReadOnlyList<SubjectFacts> _facts;

    private FactTables(IReadOnlyList<SubjectFacts> facts, int kind, StringDictionary texts)
    {
        (_facts, Subject) = (facts, facts[0].Subject);
        Details = [.. Subject.Details.Select(detail => (IDetailRows?)new Rows(detail, facts, texts))];
        (Approvals, Payments) = (new(texts), new(texts));
        for (var owner = 0; owner < facts.Count; owner++)
        {
            foreach (var (line, record) in facts[owner].Approvals.Index())
                Approvals.Add(owner, kind, Label(record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year ?? 0, texts),
                    record.Amount, line);
            foreach (var (line, record) in facts[owner].Payments.Index())
            {
                Payments.Add(owner, kind, Label(record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year, texts),
                    record.Amount, line);
                Payments.AddMore(record.Quantity, record.Part);
            }
        }
        Approvals.Sort(facts.Count);
        Payments.Sort(facts.Count);
    }

    /// <inheritdoc/>
    public IrSubject Subject { get; }

    /// <inheritdoc/>
    public ImmutableArray<IDetailRows?> Details { get; }

    /// <inheritdoc/>
    public RecordColumns Approvals { get; }

    /// <inheritdoc/>
    public RecordColumns Payments { get; }

    /// <summary>The subjects as a block.</summary>
    /// <param name="facts">Subjects of one kind, at least one.</param>
    /// <param name="schema">The schema that they belong to.</param>
    /// <param name="texts">Numbers of texts of the engine that will read the block; it grows by those of the facts.</param>
    public static FactBatch Batch(ImmutableArray<SubjectFacts> facts, IrSchema schema, StringDictionary texts)
    {
        var tables = new FactTables(facts, schema.Subjects.IndexOf(facts[0].Subject), texts);
        var fields = new FieldColumn?[tables.Subject.Fields.Length];
        foreach (var field in tables.Subject.Fields)
        {
            var column = fields[field.Ordinal] = new FieldColumn(field, facts.Length);
            for (var i = 0; i < facts.Length; i++)
                column.Set(i, facts[i].Values[field.Ordinal], texts);
        }
        return new(tables, facts, fields, texts);
    }

    ImmutableArray<ApprovalRecord> ISubjectRows.ApprovalsOf(int owner) => _facts[owner].Approvals;

    ImmutableArray<PaymentRecord> ISubjectRows.PaymentsOf(int owner) => _facts[owner].Payments;

    RecordColumns? ISubjectRows.Approvals => Approvals;

    RecordColumns? ISubjectRows.Payments => Payments;

    private static RecordLabel Label(string? policy, string clause, string? rowKey, int year, StringDictionary texts) =>
        new(policy is null ? DictionaryCode.Missing : texts.CodeOf(policy), texts.CodeOf(clause),
            rowKey is null ? DictionaryCode.Missing : texts.CodeOf(rowKey), year);

    /// <summary>The rows of a detail, one subject after another.</summary>
    private sealed class Rows : IDetailRows
    {
        private readonly IReadOnlyList<SubjectFacts> _facts;
        private readonly StringDictionary _texts;
        private readonly int[] _offsets;
        private readonly List<RowFacts> _rows = [];

        public Rows(IrDetail detail, IReadOnlyList<SubjectFacts> facts, StringDictionary texts)
        {
            (Detail, _facts, _texts, _offsets) = (detail, facts, texts, new int[facts.Count + 1]);
            for (var i = 0; i < facts.Count; i++)
            {
                if (facts[i].Details[detail.Ordinal] is { } rows)
                    _rows.AddRange(rows);
                _offsets[i + 1] = _rows.Count;
            }
        }

        public IrDetail Detail { get; }

        /// <summary>A table that was not supplied says too little, like one with a row that cannot be read.</summary>
        public bool IsDamaged(int owner, int[]? near) => _facts[owner].Details[Detail.Ordinal] is null;

        public ImmutableArray<RowFacts> FactsOf(int owner) => _facts[owner].Details[Detail.Ordinal] ?? [];

        public void AddRows(int owner, List<int> rows)
        {
            for (var row = _offsets[owner]; row < _offsets[owner + 1]; row++)
                rows.Add(row);
        }

        public int KeyOf(int row, int index) => _texts.CodeOf(_rows[row].Key);

        public void Fill(RowBlock block, ReadOnlySpan<int> rows, Span<bool> beyond)
        {
            foreach (var field in Detail.Fields)
            {
                var column = new FieldColumn(field, rows.Length);
                for (var i = 0; i < rows.Length; i++)
                    column.Set(i, _rows[rows[i]].Values[field.Ordinal], _texts);
                column.Fill(block, _texts, beyond);
            }
        }
    }
}
