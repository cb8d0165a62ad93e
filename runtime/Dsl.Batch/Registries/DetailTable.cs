// A detail table in columns: read once, its rows found by the subject that they belong to.
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Dsl.Columns.Blocks;
using Dsl.Columns.Kernels;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <param name="detail">The detail; 其他政策支持 is one table for all kinds of subjects.</param>
/// <param name="keyColumn">The name of the key column.</param>
/// <param name="isRead">Which fields are read.</param>
/// <param name="matters">What 事项 of 其他政策支持 are compared with; null for other details.</param>
internal sealed class DetailTable(IrDetail detail, string keyColumn, MappedTable table, Func<IrField, bool> isRead,
    BenefitItemNames? matters = null)
    : IDetailRows
{
    /// <summary>The table that is read.</summary>
    public MappedTable Table => table;

    private readonly OwnerIndex _owners = new();
    private readonly RowNumbers _lines = new();
    private readonly HashSet<int> _damaged = [];

    // Whose rows another part of the registry reports.
    private readonly HashSet<int> _echoes = [];
    private StoredColumn?[] _columns = [];
    private StringDictionary _texts = new([]);
    private OwnerKeys _ownerKeys = new(new([]));

    // Keys of rows that are not written in canonical form: what they are compared by.
    private readonly Dictionary<int, int> _identities = [];

    // The numbers of the keys' texts, where the column of the key holds none: a key that is no text.
    private PackedNumbers? _keys;

    public IrDetail Detail { get; } = detail;

    /// <summary>The table, as shown in messages.</summary>
    public string Shown => table.Shown;

    /// <summary>Rows that do not say whose they are.</summary>
    public long Ownerless { get; private set; }

    /// <summary>Rows of 其他政策支持 that concern no clause: how many, and what one of them says.</summary>
    public Sightings Unrelated { get; private set; } = Sightings.None;

    /// <summary>The names of the keys of all kinds of subjects.</summary>
    public static ImmutableArray<string> KeyNames(IrSchema schema) => [.. schema.Subjects.Select(static subject => subject.Key.Name)];

    /// <summary>Reads the table; null, or why it cannot be read.</summary>
    public DataFinding? Load(StringDictionary keys, StringDictionary texts, IRejectedRows rejected, CancellationToken cancellation)
    {
        var readers = new FieldReaders(table, Detail.Fields, firstColumn: 1, isRead, texts);
        (_columns, _texts, _ownerKeys) = (readers.Start(), texts, new(keys));
        _keys = Detail.Key is { Type: not (TextType or EnumType) } ? new() : null;
        using var reader = table.OpenReader();
        var (chunk, accepted, owners, seen) =
            (new TableBatch(), new List<int>(TableBatch.Capacity), new List<int>(TableBatch.Capacity), new RowKeys(_owners, IdentityOf));
        while (reader.Read(chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new RowFindings();
            var columns = readers.Read(chunk, 0, chunk.Count, findings);
            if (matters is not null && columns[BenefitItemNames.Field] is { } ofBenefitItem)
                ReadBenefitItems(chunk, ofBenefitItem, matters, findings);
            accepted.Clear();
            owners.Clear();
            for (var index = 0; index < chunk.Count; index++)
            {
                var row = new TableRow(table, chunk, index);
                var key = row.Trimmed(0);
                var owner = _ownerKeys.CodeOf(key);
                _ownerKeys.Note(owner, key);
                if (row.IsEcho)
                    _echoes.Add(owner);
                if (Check(row, owner, columns, findings, seen, _owners.Count + accepted.Count) is { } problems)
                {
                    if (!row.IsEcho)
                        rejected.Add(problems);
                    // A subtotal is none of his rows: nothing is missing without it.
                    if (row.Problem?.Rule.Is(RowDiagnostics.NotData) == true)
                        continue;
                    if (owner >= 0)
                        _damaged.Add(owner);
                    Ownerless += OwnerProblems.IsOwnerless(row, owner) ? 1 : 0;
                    continue;
                }
                accepted.Add(index);
                owners.Add(owner);
                _lines.Add(row.Number);
            }
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is { } column)
                    _columns[i]?.Append(column, CollectionsMarshal.AsSpan(accepted));
            }
            owners.ForEach(_owners.Add);
            seen.EndChunk(CollectionsMarshal.AsSpan(owners));
        }
        chunk.Release();
        Finish(keys.Count);
        return reader.Fatal;
    }

    /// <summary>Whether a row of the subject was rejected.</summary>
    /// <param name="owner">The subject.</param>
    /// <param name="near">Keys of no subject that look like that of the subject: whose rows they are is unknown.</param>
    public bool IsDamaged(int owner, int[]? near) => _damaged.Contains(owner) || (near is not null && Array.Exists(near, Names));

    /// <summary>Whether a row, read or rejected, has the key.</summary>
    public bool Names(int owner)
    {
        if (_damaged.Contains(owner))
            return true;
        var rows = new List<int>();
        AddRows(owner, rows);
        return rows.Count > 0;
    }

    /// <summary>Finds the rows that 其他政策支持 names, once all details are read.</summary>
    /// <param name="details">The details whose rows may be meant.</param>
    /// <param name="owners">How many keys there are.</param>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="rejected">Takes the rejected rows.</param>
    public void Settle(ImmutableArray<RowMatcher> details, int owners, StringDictionary texts, IRejectedRows rejected)
    {
        if (_columns[BenefitItemNames.RowField] is not { } column)
            return;
        // Owners are numbered in the order in which threads met them; rejected rows stand in the order of the table.
        var (rows, findings) = (new List<int>(), new SortedDictionary<long, DataFinding>());
        for (var owner = 0; owner < owners; owner++)
        {
            rows.Clear();
            AddRows(owner, rows);
            foreach (var row in rows)
            {
                if (column.CodeAt(row) is not (not DictionaryCode.Missing and var code))
                    continue;
                var matches =
                    details.Where(detail => !detail.Detail.IsDamaged(owner, null)).Select(detail => detail.Find(owner, code)).ToList();
                if (matches.Find(static match => match.Code >= 0) is { Code: >= 0 and var meant }
                    && matches.Exists(static match => match.Code >= 0))
                {
                    if (meant != code)
                        column.Rewrite(row, meant);
                }
                else if (matches.Find(static match => match.Near is not null).Near is { } near)
                {
                    _damaged.Add(owner);
                    if (_echoes.Contains(owner))
                        continue;
                    var key = texts.TextOf(code);
                    findings[_lines[row]] = RowDiagnostics.NearRow.With(_ownerKeys.TextOf(owner), "明细", key, near)
                        .At(new(table.Shown, _lines[row], Detail.Fields[BenefitItemNames.RowField].Name, key));
                }
                else if (matches.Count > 0 && !_echoes.Contains(owner))
                {
                    Unrelated = Unrelated.Add(_lines[row], texts.TextOf(code));
                }
            }
        }
        foreach (var finding in findings.Values)
            rejected.Add([finding]);
    }

    /// <summary>Appends the rows of a subject to a list, in the order of the table.</summary>
    public void AddRows(int owner, List<int> rows) => _owners.AddRows(owner, rows);

    /// <summary>The rows of a subject as facts, whose values are made when they are asked for.</summary>
    public ImmutableArray<RowFacts> FactsOf(int owner)
    {
        var rows = new List<int>();
        AddRows(owner, rows);
        if (rows.Count == 0)
            return [];
        var facts = ImmutableArray.CreateBuilder<RowFacts>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
            facts.Add(new(_texts.TextOf(KeyOf(rows[i], i)), rows[i], ValuesOf));
        return facts.MoveToImmutable();
    }

    /// <summary>The number of a row's key in the pool of texts.</summary>
    /// <param name="row">The row, as <see cref="AddRows"/> gives it.</param>
    /// <param name="index">Its index among the rows of its subject: without a key rows are numbered from 1.</param>
    public int KeyOf(int row, int index)
    {
        if (Detail.Key is not null)
            return KeyOf(row);
        Span<char> digits = stackalloc char[11];
        (index + 1).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return _texts.CodeOf(digits[..length]);
    }

    /// <summary>The columns of some rows of some subjects.</summary>
    /// <param name="block">The block; it has as many rows as <paramref name="rows"/>.</param>
    /// <param name="rows">The rows, as <see cref="AddRows"/> gives them.</param>
    /// <param name="beyond">Set for rows with a value that no column holds.</param>
    public void Fill(RowBlock block, ReadOnlySpan<int> rows, Span<bool> beyond)
    {
        foreach (var column in _columns)
            column?.Select(rows).Fill(block, _texts, beyond);
    }

    /// <summary>Rejects the rows whose subject was not read, in the order of the table.</summary>
    /// <param name="stateOf">What became of a subject.</param>
    /// <param name="near">Which subjects keys look like.</param>
    /// <param name="subject">What messages call a subject.</param>
    /// <param name="isCreditCode">Whether keys are 统一社会信用代码.</param>
    /// <param name="rejected">Takes the rows.</param>
    public void RejectOrphans(Func<int, OwnerState> stateOf, NearKeys? near, string subject, bool isCreditCode, IRejectedRows rejected)
    {
        foreach (var (row, owner) in _owners.RowsOf(owner => stateOf(owner) != OwnerState.Read && !_echoes.Contains(owner)))
        {
            var key = _ownerKeys.TextOf(owner);
            var problem = OwnerProblems.Of(stateOf(owner), key, subject, near?.SubjectLike(owner),
                OwnerPhrases.DetailUnknown.With(Detail.Name), isCreditCode);
            rejected.Add([problem.At(new(table.Shown, _lines[row], keyColumn, key))]);
        }
    }

    /// <summary>The number that all writings of a row's key have in common.</summary>
    private int Identify(ReadOnlySpan<char> written, IrField key, int code, int number)
    {
        if (key.Type is not TextType || Identity.IsCanonical(written))
            return code;
        var identity = _texts.CodeOfIdentity(written);
        if (identity < 0 || identity == code)
            return code;
        return _identities[number] = identity;
    }

    private int IdentityOf(int row) => _identities.TryGetValue(row, out var identity) ? identity : KeyOf(row);

    /// <summary>事项 as the clauses write it; what is nearly that of a clause is a finding.</summary>
    private void ReadBenefitItems(TableBatch chunk, FieldColumn column, BenefitItemNames matters, RowFindings findings)
    {
        for (var row = 0; row < chunk.Count; row++)
        {
            if (column.CodeAt(row) is not (not DictionaryCode.Missing and var code))
                continue;
            var (meant, problem, isOther) = matters.Find(code, _texts);
            if (problem is not null)
                findings.Add(row, problem.At(new TableRow(table, chunk, row).Place(BenefitItemNames.Field + 1)));
            else if (meant != code)
                column.SetCode(row, meant);
            if (isOther && !chunk.Context(row).HasFlag(RowContext.Echo))
                Unrelated = Unrelated.Add(chunk.Number(row), _texts.TextOf(code));
        }
    }

    private int KeyOf(int row) =>
        Detail.Key is not { } key ? DictionaryCode.Missing
        : _keys is not null ? (int)_keys[row]
        : _columns[key.Ordinal]?.CodeAt(row) ?? DictionaryCode.Missing;

    private void Finish(int ownerCount)
    {
        _owners.Sort(ownerCount);
        _lines.Finish();
        _keys?.Finish();
        foreach (var column in _columns)
            column?.Finish();
    }

    /// <summary>What is wrong with a row; null where it can be taken.</summary>
    private IReadOnlyList<DataFinding>? Check(
        TableRow row, int owner, FieldColumn?[] columns, RowFindings findings, RowKeys seen, int number)
    {
        if (row.Problem is { } problem)
            return [problem.At(row.Place())];
        if ((row.CellProblem(0) ?? (owner < 0 ? RowDiagnostics.NoKey.With(keyColumn) : null)) is { } noOwner)
            findings.AddFirst(row.Index, noOwner.At(row.Place(0)));
        if (Detail.Key is { } own && row.IdentityProblem(own.Ordinal + 1) is { } lost)
            findings.Add(row.Index, lost.At(row.Place(own.Ordinal + 1)));
        if (findings.Of(row.Index) is { } found || Detail.Key is not { } key || columns[key.Ordinal] is not { } column)
            return findings.Of(row.Index);
        var code = key.Type is TextType or EnumType ? column.CodeAt(row.Index)
            : column.ValueAt(row.Index, _texts) is { } value ? _texts.CodeOf(ValueText.Cell(value, key.Type))
            : DictionaryCode.Missing;
        if (code == DictionaryCode.Missing)
            return [RowDiagnostics.NoKey.With(key.Name).At(row.Place(key.Ordinal + 1))];
        if (Identify(row.Trimmed(key.Ordinal + 1), key, code, number) is var identity && seen.Add(owner, identity, number) is { } earlier)
        {
            _identities.Remove(number);
            return [(Detail.IsByYear ? YearRowDiagnostics.YearTwice
                : identity == code ? RowDiagnostics.DuplicateKey : RowDiagnostics.DuplicateKeyInOtherWriting)
                .With(_texts.TextOf(code), _lines[earlier]).At(row.Place(key.Ordinal + 1))];
        }
        _keys?.Add(code);
        return null;
    }

    private ImmutableArray<Value?> ValuesOf(int row)
    {
        var values = ImmutableArray.CreateBuilder<Value?>(_columns.Length);
        foreach (var column in _columns)
            values.Add(column?.ValueAt(row, _texts));
        return values.MoveToImmutable();
    }
}
