// A main table: streamed in the order of the input, block by block, each block completed with details and records.
using System.Collections.Immutable;
using Dsl.Columns.Blocks;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Some rows of a main table before their values are read.</summary>
/// <param name="Chunk">Where the cells are.</param>
/// <param name="First">The first row in the chunk.</param>
/// <param name="Owners">Per row, the number of its key; -1 where it has none.</param>
/// <param name="Keys">Per row, its key as the table writes it.</param>
/// <param name="DuplicateOf">Per row, the line of the row that has the key already; 0 where none has.</param>
internal sealed record RawBatch(SubjectTable Table, TableBatch Chunk, int First, int[] Owners, string[] Keys, long[] DuplicateOf)
{
    /// <summary>
    /// Per row, keys of details and records that look like its own and are of no subject; null for none. Null where no row has some.
    /// </summary>
    public int[]?[]? Near { get; set; }

    /// <summary>Rows whose key an earlier row has in another writing; null where there are none.</summary>
    public HashSet<int>? OtherWritings { get; set; }
}

/// <summary>What rows of a main table became.</summary>
/// <param name="Facts">The subjects that were read.</param>
/// <param name="Owners">The numbers of their keys.</param>
/// <param name="Lines">Their rows, as users see them.</param>
/// <param name="Rejected">The findings on each row that was not read, in the order of the table.</param>
/// <param name="RejectedOwners">The numbers of the keys of rejected rows, but for those whose key an earlier row has.</param>
internal sealed record SubjectBatch(
    SubjectTable Table, FactBatch Facts, int[] Owners, long[] Lines, IReadOnlyList<IReadOnlyList<DataFinding>> Rejected,
    IReadOnlyList<int> RejectedOwners);

/// <param name="subject">The kind of subject.</param>
/// <param name="details">One per <see cref="IrSubject.Details"/>; null where not supplied.</param>
/// <param name="approvals">核定; null where not supplied.</param>
/// <param name="payments">兑现记录; null where not supplied.</param>
/// <param name="isRead">Which fields are read.</param>
internal sealed class SubjectTable(
    IrSubject subject, MappedTable table, ImmutableArray<DetailTable?> details, RecordTable? approvals, RecordTable? payments,
    Func<IrField, bool> isRead)
        : ISubjectRows
{
    private const int BlockSize = 512;

    private readonly List<OwnerState> _states = [];
    private readonly List<long> _firstLines = [];
    private OwnerKeys? _ownerKeys;
    private Dictionary<int, (long First, long Second)> _conflicts = [];
    private NearKeys? _near;

    public IrSubject Subject { get; } = subject;

    public MappedTable Table { get; } = table;

    /// <summary>One per <see cref="IrSubject.Details"/>; null where not supplied.</summary>
    public ImmutableArray<DetailTable?> Details { get; } = details;

    ImmutableArray<IDetailRows?> ISubjectRows.Details => ImmutableArray<IDetailRows?>.CastUp(Details);

    RecordColumns? ISubjectRows.Approvals => Approvals?.Records;

    RecordColumns? ISubjectRows.Payments => Payments?.Records;

    ImmutableArray<ApprovalRecord> ISubjectRows.ApprovalsOf(int owner) => Approvals?.ApprovalsOf(Subject, owner) ?? [];

    ImmutableArray<PaymentRecord> ISubjectRows.PaymentsOf(int owner) => Payments?.PaymentsOf(Subject, owner) ?? [];

    public RecordTable? Approvals { get; } = approvals;

    public RecordTable? Payments { get; } = payments;

    /// <summary>Looks for keys whose rows differ, before any row is computed but when all details and records are there.</summary>
    /// <param name="near">Finds keys of details and records that look like one of a subject; null where there are none at all.</param>
    /// <param name="keys">The keys of all tables.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Settle(NearKeys? near, StringDictionary keys, CancellationToken cancellation) =>
        (_near, _conflicts) = (near, KeyConflicts.Of(Table, Subject.Fields.Length, keys, cancellation));

    /// <summary>
    /// The rows in the order of the table, each block to be given to <see cref="Complete"/> once;
    /// <paramref name="reader"/> says at the end whether reading had to stop.
    /// </summary>
    public IEnumerable<RawBatch> Read(ITableReader reader, StringDictionary keys)
    {
        for (var chunk = new TableBatch(); reader.Read(chunk); chunk = new())
        {
            for (var first = 0; first < chunk.Count; first += BlockSize)
            {
                chunk.Hold();
                yield return Number(chunk, first, Math.Min(BlockSize, chunk.Count - first), keys);
            }
            chunk.Release();
        }
    }

    public FieldReaders Readers(StringDictionary texts) =>
        // A text key is kept with the keys, not once more with the texts, unless a policy asks for it.
        new(Table, Subject.Fields, firstColumn: 0, field => isRead(field) || (field == Subject.Key && field.Type is not TextType), texts);

    /// <summary>
    /// Reads the values of rows and puts details and records beside them; the cells are not needed any more. Safe on several threads, for
    /// different blocks.
    /// </summary>
    public SubjectBatch Complete(RawBatch raw, FieldReaders readers, StringDictionary texts)
    {
        try
        {
            return Convert(raw, readers, texts);
        }
        finally
        {
            raw.Chunk.Release();
        }
    }

    /// <summary>Notes what became of subjects. On one thread.</summary>
    public void Note(SubjectBatch reading)
    {
        // A broken row with the key of a subject that was read takes nothing from it.
        foreach (var owner in reading.RejectedOwners)
            _states[owner] = _states[owner] == OwnerState.Read ? OwnerState.Read : OwnerState.Rejected;
        foreach (var owner in reading.Owners)
            _states[owner] = OwnerState.Read;
    }

    /// <summary>What became of a subject.</summary>
    public OwnerState StateOf(int owner) => owner < _states.Count ? _states[owner] : OwnerState.None;

    private bool IsKeyRead => isRead(Subject.Key) || Subject.Key.Type is not TextType;

    private SubjectBatch Convert(RawBatch raw, FieldReaders readers, StringDictionary texts)
    {
        var findings = new RowFindings();
        for (var row = 0; row < raw.Keys.Length; row++)
        {
            if (RowOf(raw, row) is var place && place.Problem is null
                && (IsKeyRead ? place.IdentityProblem(0) : place.CellProblem(0)) is { } unusable)
                findings.Add(row, unusable.At(place.Place(0)));
        }
        var fields = readers.Read(raw.Chunk, raw.First, raw.Keys.Length, findings);
        var (accepted, rejected, rejectedOwners) =
            (new List<int>(raw.Keys.Length), new List<IReadOnlyList<DataFinding>>(), new List<int>());
        for (var row = 0; row < raw.Keys.Length; row++)
        {
            if (Check(raw, row, findings) is not { } problems)
            {
                accepted.Add(row);
                continue;
            }
            rejected.Add(problems);
            // Of equal rows the details belong to the first; leave them to it.
            if (raw.DuplicateOf[row] == 0 && raw.Owners[row] >= 0)
                rejectedOwners.Add(raw.Owners[row]);
        }
        var owners = accepted.Select(row => raw.Owners[row]).ToArray();
        var isWhole = accepted.Count == raw.Keys.Length;
        var rows = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(accepted);
        for (var i = 0; i < fields.Length && !isWhole; i++)
            fields[i] = fields[i]?.Select(rows);
        var keys = isWhole ? raw.Keys : [.. accepted.Select(row => raw.Keys[row])];
        var near = raw.Near is { } ofRows ? accepted.Select(row => ofRows[row]).ToArray() : null;
        var lines = accepted.Select(row => raw.Chunk.Number(raw.First + row)).ToArray();
        return new(this, new FactBatch(this, keys, owners, fields, texts, near), owners, lines, rejected, rejectedOwners);
    }

    private RawBatch Number(TableBatch chunk, int first, int count, StringDictionary keys)
    {
        var ownerKeys = _ownerKeys ??= new(keys);
        var raw = new RawBatch(this, chunk, first, new int[count], new string[count], new long[count]);
        for (var row = 0; row < count; row++)
        {
            var place = RowOf(raw, row);
            var key = place.Trimmed(0);
            var owner = raw.Owners[row] = ownerKeys.CodeOf(key);
            raw.Keys[row] = owner < 0 ? "" : Identity.IsCanonical(key) ? keys.TextOf(owner) : key.ToString();
            if (owner < 0)
                continue;
            if (_near?.Of(owner, raw.Keys[row]) is { } near)
                (raw.Near ??= new int[]?[count])[row] = near;
            while (_states.Count <= owner)
            {
                _states.Add(OwnerState.None);
                _firstLines.Add(0);
            }
            if (place.Problem is not null)
                continue;
            if (_firstLines[owner] != 0)
            {
                raw.DuplicateOf[row] = _firstLines[owner];
                if (ownerKeys.TextOf(owner) != raw.Keys[row])
                    (raw.OtherWritings ??= []).Add(row);
                continue;
            }
            _firstLines[owner] = place.Number;
            ownerKeys.Note(owner, key);
        }
        return raw;
    }

    private static DiagnosticRule Duplicate(bool isConflict, bool isOtherWriting) => (isConflict, isOtherWriting) switch
    {
        (false, false) => RowDiagnostics.DuplicateRow,
        (false, true) => RowDiagnostics.DuplicateRowInOtherWriting,
        (true, false) => RowDiagnostics.OtherRowOfKey,
        (true, true) => RowDiagnostics.OtherRowInOtherWriting,
    };

    /// <summary>Why a row is not read; null where it is.</summary>
    private IReadOnlyList<DataFinding>? Check(RawBatch raw, int row, RowFindings findings)
    {
        var place = RowOf(raw, row);
        if (place.Problem is { } problem)
            return [problem.At(place.Place())];
        if (raw.Owners[row] < 0)
            findings.Add(row, RowDiagnostics.NoKey.With(Subject.Key.Name).At(place.Place(0)));
        else if (Subject.Key.IsCreditCode && !IsKeyRead && ValueReader.CheckCreditCode(raw.Keys[row]) is { } wrongCode)
            findings.Add(row, wrongCode.At(place.Place(0)));
        if (raw.DuplicateOf[row] is not 0 and var first)
            findings.AddFirst(row,
                Duplicate(_conflicts.ContainsKey(raw.Owners[row]), raw.OtherWritings?.Contains(row) == true)
                    .With(raw.Keys[row], first).At(place.Place(0)));
        else if (findings.Of(row) is null && _conflicts.TryGetValue(raw.Owners[row], out var lines))
            findings.Add(row,
                RowDiagnostics.ConflictingRows.With(raw.Keys[row], lines.First == place.Number ? lines.Second : lines.First)
                    .At(place.Place(0)));
        else if (findings.Of(row) is null && Payments?.IsDamaged(Subject, raw.Owners[row], raw.Near?[row]) == true)
            findings.Add(row, RowDiagnostics.HistoryDamaged.With(raw.Keys[row]).At(place.Place(0)));
        return findings.Of(row);
    }

    private TableRow RowOf(RawBatch raw, int row) => new(Table, raw.Chunk, raw.First + row);
}
