// A main table: streamed in the order of the file, each row completed with its details and records.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data;

/// <summary>What a row of a main table became: facts, or why it is rejected.</summary>
/// <param name="Facts">The facts; null where rejected.</param>
/// <param name="Rejected">The findings; empty where the row was read.</param>
internal readonly record struct SubjectReading(SubjectFacts? Facts, IReadOnlyList<DataFinding> Rejected);

internal sealed class SubjectTable(IrSubject subject, BoundTable table, ImmutableArray<DetailTable?> details)
{
    public IrSubject Subject { get; } = subject;

    public BoundTable Table { get; } = table;

    /// <summary>One per <see cref="IrSubject.Details"/>; null where not supplied.</summary>
    public ImmutableArray<DetailTable?> Details { get; } = details;

    public KeyedRows<AmountRecord>? Approvals { get; set; }

    public KeyedRows<AmountRecord>? Payments { get; set; }

    /// <summary>The rows in the order of the table; <paramref name="rows"/> says at the end whether reading had to stop.</summary>
    public IEnumerable<RawSubject> Read(TableRows rows)
    {
        var firstLines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.TryRead(out var row))
        {
            var key = row.Cell(0).Trim();
            var isDuplicate = row.Problem is null && key.Length > 0 && !firstLines.TryAdd(key, row.Number);
            yield return new(this, row, isDuplicate ? firstLines[key] : null, key);
        }
    }

    /// <summary>Reads the values of a row and puts details and records beside them. Safe on several threads, for different keys.</summary>
    public SubjectReading Complete(RawSubject raw)
    {
        var findings = new List<DataFinding>();
        var values = raw.Row.Problem is null ? ReadValues(raw, findings) : [];
        if (raw.Row.Problem is { } problem)
            findings.Add(problem.At(raw.Row.Place()));
        if (raw.DuplicateOf is { } first)
            // The details belong to the first row; leave them to it.
            return new(null, [RowRules.DuplicateKey.With(raw.Key, first, "，已采用前一行").At(KeyPlace(raw)), .. findings]);
        if (findings.Count == 0 && Payments?.Find(raw.Key) is { IsDamaged: true })
            findings.Add(RowRules.HistoryDamaged.With(raw.Key).At(KeyPlace(raw)));
        var state = findings.Count == 0 ? OwnerState.Read : OwnerState.Rejected;
        var facts = Assemble(raw.Key, values, state);
        return state == OwnerState.Read ? new(facts, []) : new(null, findings);
    }

    private ImmutableArray<Value?> ReadValues(RawSubject raw, List<DataFinding> findings)
    {
        var values = FieldValues.Read(Subject.Fields, firstColumn: 0, raw.Row, findings);
        if (raw.Key.Length == 0)
            findings.Add(RowRules.NoKey.With(Subject.Key.Name).At(KeyPlace(raw)));
        return values;
    }

    private SubjectFacts Assemble(string key, ImmutableArray<Value?> values, OwnerState state)
    {
        var tables = ImmutableArray.CreateBuilder<ImmutableArray<RowFacts>?>(Details.Length);
        var damaged = ImmutableArray.CreateBuilder<string>();
        foreach (var detail in Details)
        {
            var entry = detail?.Rows.Take(key, state);
            if (detail is not null && entry is { IsDamaged: true })
                damaged.Add(detail.Detail.Name);
            tables.Add(detail is null || entry is { IsDamaged: true } ? null
                : entry is null ? ImmutableArray<RowFacts>.Empty
                : [.. entry.Rows.Select(static row => row.Row)]);
        }
        return new(Subject, key, values, tables.MoveToImmutable())
        {
            DamagedDetails = damaged.ToImmutable(),
            Approvals = Approvals?.Take(key, state) is { } approvals ? [.. approvals.Rows.Select(static row => row.Row.ToApproval())] : [],
            Payments = Payments?.Take(key, state) is { } payments ? [.. payments.Rows.Select(static row => row.Row.ToPayment())] : [],
        };
    }

    private static DataPlace KeyPlace(RawSubject raw) => raw.Row.Place(0);
}
