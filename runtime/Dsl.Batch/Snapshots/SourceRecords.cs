// 核定 and 兑现记录 that a snapshot brings, row by row, for whoever keeps them from then on.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>The records of a snapshot.</summary>
/// <param name="Approvals">核定, each of another thing.</param>
/// <param name="Payments">兑现记录.</param>
/// <param name="Skipped">Rows of 核定 that could not be used: their things wait for a decision.</param>
public sealed record SourceRecords(ImmutableArray<KeptRecord> Approvals, ImmutableArray<KeptRecord> Payments, long Skipped)
{
    /// <summary>A hash of what they say.</summary>
    public string Print
    {
        get
        {
            var lines = Approvals.Select(static record => "核定 " + KeptRecords.Line(record.Cells))
                .Concat(Payments.Select(static record => "兑现 " + KeptRecords.Line(record.Cells))).Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        }
    }

    /// <summary>Reads the records; the finding says why one of 兑现记录 cannot be kept: without it too much would be paid.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="folder">The snapshot.</param>
    /// <param name="year">年度 of 核定 that name none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (SourceRecords? Records, DataFinding? Finding) Read(
        LoadedPolicies policies, string folder, int year, CancellationToken cancellation)
    {
        var (snapshot, findings) = RegistrySnapshot.Open(folder);
        if (snapshot is null)
            return (null, findings.First(static finding => finding.Severity == Severity.Error));
        var reader = new SourceRecordReader(policies.Compilation.Program, year, cancellation);
        foreach (var part in snapshot.Partitions)
        {
            var source = snapshot.Source(part.Number);
            var (registry, problems) = Registry.Open(reader.Program,
                source with { OtherDocuments = [.. source.OtherDocuments.Union(policies.Documents([]))] });
            if (registry is null)
                return (null, problems.First(static finding => finding.Severity == Severity.Error));
            foreach (var table in registry.RecordTables)
            {
                if (reader.Read(table) is { } unusable)
                    return (null, unusable);
            }
        }
        return (reader.Records, null);
    }
}

/// <summary>Collects the records of parts.</summary>
internal sealed class SourceRecordReader(IrProgram program, int year, CancellationToken cancellation)
{
    private readonly List<(long Line, KeptRecord Record)> _approvals = [], _payments = [];

    // 核定 that cannot be used leave others of the same thing in doubt.
    private readonly HashSet<string> _doubtful = new(StringComparer.Ordinal);
    private long _skipped;

    public IrProgram Program => program;

    /// <summary>What was read so far.</summary>
    public SourceRecords Records
    {
        get
        {
            var single = _approvals.OrderBy(static row => row.Line).GroupBy(static row => row.Record.Place, StringComparer.Ordinal)
                .Where(group => group.Count() == 1 && !_doubtful.Contains(group.Key)).Select(static group => group.Single().Record)
                .ToImmutableArray();
            return new(single, [.. _payments.OrderBy(static row => row.Line).Select(static row => row.Record)],
                _skipped + _approvals.Count - single.Length);
        }
    }

    /// <summary>Reads a table of a part; or says why a payment cannot be kept.</summary>
    public DataFinding? Read(RecordTable table)
    {
        var (rejected, keys, texts) = (new RejectedRowList(), new StringDictionary([]), new StringDictionary([]));
        if (table.Load(keys, texts, rejected, null, cancellation) is { } fatal)
            return fatal;
        var lines = rejected.Findings.Select(static finding => finding.Place.Row).ToHashSet();
        using var rows = table.Table.Open();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsEcho || row.Problem?.Rule.Is(RowDiagnostics.NotData) == true)
                continue;
            if (!table.IsPayment && row.Problem is null && row.Trimmed(RecordRow.At(RecordFields.Amount)).IsEmpty)
                continue;
            if (row.Problem is { } broken)
            {
                if (table.IsPayment)
                    return broken.At(row.Place());
                _skipped++;
                continue;
            }
            if (Take(table.IsPayment, row, lines.Contains(row.Number)) is { } unusable)
                return unusable;
        }
        return rows.Fatal;
    }

    private DataFinding? Take(bool isPayment, TableRow row, bool isRejected)
    {
        var problems = new List<(DataProblem Problem, string Column)>();
        var record = RecordRow.Read(row, isPayment, program.Policies.Length > 1, problems);
        // What a spreadsheet made of a cell: a date of a code, an error.
        for (var column = 0; isPayment && column < RecordRow.PaymentColumns.Length; column++)
        {
            if (row.CellProblem(column) is { } unusable)
                return unusable.At(row.Place(column));
        }
        if (isPayment && problems is [var (problem, name), ..])
            return problem.At(row.Place(RecordRow.At(name)));
        if (record is null)
        {
            _skipped++;
            return null;
        }
        var kept = new KeptRecord(row.Cell(0).Trim(), record.PolicyNumber ?? program.Policies[0].Number, record.ClauseNumber,
            record.RowKey ?? "", record.Year ?? year, KeptRecords.Amount(record.Amount)) 
        {
            Quantity = record.QuantityText.Trim(), Part = record.PartText.Trim(),
        };
        if (isPayment)
            _payments.Add((row.Number, kept));
        else if (!isRejected)
            _approvals.Add((row.Number, kept));
        else
        {
            _doubtful.Add(kept.Place);
            _skipped++;
        }
        return null;
    }
}
