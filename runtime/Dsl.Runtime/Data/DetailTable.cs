// A detail table in columns: read once, its rows found by the subject that they belong to.
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Kernels;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Blocks;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data;

/// <param name="detail">The detail; 其他政策支持 is one table for all kinds of subjects.</param>
/// <param name="keyColumn">The name of the key column.</param>
/// <param name="table">The table.</param>
/// <param name="isRead">Which fields are read.</param>
internal sealed class DetailTable(IrDetail detail, string keyColumn, BoundTable table, Func<IrField, bool> isRead)
{
    /// <summary>The name that the key column may have in every detail and record.</summary>
    public const string KeyAlias = "主键";

    private readonly OwnerIndex _owners = new();
    private readonly RowNumbers _lines = new();
    private readonly HashSet<int> _damaged = [];
    private StoredColumn?[] _columns = [];
    private TextPool _texts = new([]);

    // The numbers of the keys' texts, where the column of the key holds none: a key that is no text.
    private PackedNumbers? _keys;

    public IrDetail Detail { get; } = detail;

    /// <summary>What to know of values that were read all the same.</summary>
    public ImmutableArray<DataFinding> Warnings() => table.EarlyDates.Findings(table);

    /// <summary>The columns that a detail wants: the subject's key, then its own fields.</summary>
    public static ImmutableArray<WantedColumn> Wanted(string keyColumn, ImmutableArray<string> aliases, IrDetail detail, Func<IrField, bool> isRead) =>
    [
        new(keyColumn) { Aliases = aliases, IsIdentity = true },
        .. detail.Fields.Select(field => new WantedColumn(field.Name) { IsRead = isRead(field), IsIdentity = field == detail.Key && field.Type is (TextType or EnumType) }),
    ];

    /// <summary>The names of the keys of all kinds of subjects.</summary>
    public static ImmutableArray<string> KeyNames(IrSchema schema) => [.. schema.Subjects.Select(static subject => subject.Key.Name)];

    /// <summary>Reads the table; null, or why it cannot be read.</summary>
    public DataFinding? Load(TextPool keys, TextPool texts, IRejectedRows rejected, CancellationToken cancellation)
    {
        var readers = new FieldReaders(table, Detail.Fields, firstColumn: 1, isRead, texts);
        (_columns, _texts) = (readers.Start(), texts);
        _keys = Detail.Key is { Type: not (TextType or EnumType) } ? new() : null;
        using var reader = table.OpenReader();
        var (chunk, accepted, owners, seen) = (new TableChunk(), new List<int>(TableChunk.Capacity), new List<int>(TableChunk.Capacity), new RowKeys(_owners, KeyOf));
        while (reader.Read(chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new RowFindings();
            var columns = readers.Read(chunk, 0, chunk.Count, findings);
            accepted.Clear();
            owners.Clear();
            for (var index = 0; index < chunk.Count; index++)
            {
                var row = new TableRow(table, chunk, index);
                var key = row.Trimmed(0);
                var owner = key.IsEmpty ? -1 : keys.CodeOf(key);
                if (Check(row, owner, columns, findings, seen, _owners.Count + accepted.Count) is { } problems)
                {
                    rejected.Add(problems);
                    if (owner >= 0)
                        _damaged.Add(owner);
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
    public bool IsDamaged(int owner) => _damaged.Contains(owner);

    /// <summary>Puts the rows of a subject behind those of a list, in the order of the table.</summary>
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
    /// <param name="keys">The keys.</param>
    /// <param name="subject">What messages call a subject.</param>
    /// <param name="rejected">Takes the rows.</param>
    public void RejectOrphans(Func<int, OwnerState> stateOf, TextPool keys, string subject, IRejectedRows rejected)
    {
        foreach (var (row, owner) in _owners.RowsOf(owner => stateOf(owner) != OwnerState.Read))
        {
            var (rule, key) = (stateOf(owner) == OwnerState.Rejected ? RowRules.OwnerRejected : RowRules.NoOwner, keys.TextOf(owner));
            rejected.Add([rule.With(key, subject).At(new(table.Shown, _lines[row], keyColumn, key))]);
        }
    }

    private int KeyOf(int row) => Detail.Key is not { } key ? Coded.Missing : _keys is not null ? (int)_keys[row] : _columns[key.Ordinal]?.CodeAt(row) ?? Coded.Missing;

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
        if ((row.CellProblem(0) ?? (owner < 0 ? RowRules.NoKey.With(keyColumn) : null)) is { } noOwner)
            findings.AddFirst(row.Index, noOwner.At(row.Place(0)));
        if (Detail.Key is { } own && row.IdentityProblem(own.Ordinal + 1) is { } lost)
            findings.Add(row.Index, lost.At(row.Place(own.Ordinal + 1)));
        if (findings.Of(row.Index) is { } found || Detail.Key is not { } key || columns[key.Ordinal] is not { } column)
            return findings.Of(row.Index);
        var code = key.Type is TextType or EnumType ? column.CodeAt(row.Index)
            : column.ValueAt(row.Index, _texts) is { } value ? _texts.CodeOf(ValueText.Cell(value, key.Type))
            : Coded.Missing;
        if (code == Coded.Missing)
            return [RowRules.NoKey.With(key.Name).At(row.Place(key.Ordinal + 1))];
        if (seen.Add(owner, code, number) is { } earlier)
            return [RowRules.DuplicateKey.With(_texts.TextOf(code), _lines[earlier], "").At(row.Place(key.Ordinal + 1))];
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
