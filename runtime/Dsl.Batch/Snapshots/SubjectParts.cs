// Which part the rows of each key belong to, decided once over the whole registry.
using Dsl.Batch.Registries;
using Dsl.Facts.Cells;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>
/// Subjects are spread by the hash of their keys. Rows of no subject whose key looks like that of subjects stand beside these, since they
/// leave in doubt what these have: with the first of them they are reported, in the parts of the others they are echoes.
/// </summary>
internal sealed class SubjectParts
{
    private readonly StringDictionary _keys = new([]);

    // Keys of no subject that look like those of subjects: the parts of these, first that of the first one.
    private readonly Dictionary<int, List<int>> _near = [];

    // Bit i of word i/64: whether key i is that of a subject.
    private ulong[] _isSubject = [];
    private ulong[] _isCounted = [];

    private SubjectParts()
    {
    }

    /// <summary>How many parts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the keys of all tables; or says why they cannot be read.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="countOf">How many parts for how many rows of main tables.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (SubjectParts? Parts, DataFinding? Finding) Of(Registry registry, Func<long, int> countOf, CancellationToken cancellation)
    {
        var parts = new SubjectParts();
        if (parts.ReadOwned(registry.OwnedTables, cancellation) is { } unreadable)
            return (null, unreadable);
        var near = parts.Near(registry.Tables);
        if (parts.ReadSubjects(registry.Tables, cancellation, out var rows) is { } finding)
            return (null, finding);
        parts.Count = countOf(rows);
        return parts.Finish(near, registry.Tables, cancellation);
    }

    /// <summary>The same for rows of some tables only, where it is known how many parts there are.</summary>
    /// <param name="owned">The tables whose rows are spread.</param>
    /// <param name="mains">All parts of the main tables.</param>
    /// <param name="count">How many parts.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (SubjectParts? Parts, DataFinding? Finding) Of(IEnumerable<MappedTable> owned, IReadOnlyCollection<SubjectTable> mains,
        int count, CancellationToken cancellation)
    {
        var parts = new SubjectParts { Count = count };
        if (parts.ReadOwned(owned, cancellation) is { } unreadable)
            return (null, unreadable);
        var near = parts.Near(mains);
        // Without rows, or where all are in one part, it does not matter whose they are.
        if (near is null || count == 1)
            return (parts, null);
        return parts.ReadSubjects(mains, cancellation, out _) is { } finding ? (null, finding) : parts.Finish(near, mains, cancellation);
    }

    /// <summary>The parts that rows of a key stand in, from 0: first the one in which they are reported.</summary>
    /// <param name="key">The key.</param>
    /// <param name="single">Where one part is put.</param>
    public IReadOnlyList<int> PartsOf(ReadOnlySpan<char> key, int[] single)
    {
        if (_near.Count > 0 && _keys.CodeOfIdentity(key) is >= 0 and var code && _near.TryGetValue(code, out var parts))
            return parts;
        single[0] = KeyHash.PartOf(key, Count);
        return single;
    }

    /// <summary>Whether a key of a subject is met for the first time.</summary>
    public bool IsFirst(ReadOnlySpan<char> key)
    {
        if (_keys.CodeOfIdentity(key) is not (>= 0 and var code))
            return false;
        if (_isCounted.Length == 0)
            _isCounted = new ulong[_isSubject.Length];
        var (word, bit) = (code >> 6, 1UL << (code & 63));
        var isFirst = (_isCounted[word] & bit) == 0;
        _isCounted[word] |= bit;
        return isFirst;
    }

    private DataFinding? ReadOwned(IEnumerable<MappedTable> owned, CancellationToken cancellation) =>
        owned.Select(table => Read(table, key => _keys.CodeOfIdentity(key), cancellation))
            .FirstOrDefault(static finding => finding is not null);

    /// <summary>As a run does it: before the keys of subjects are among the others.</summary>
    private NearKeys? Near(IEnumerable<SubjectTable> mains) => _keys.Count == 0 ? null
        : new NearKeys(_keys, mains.Any(static table => table.Subject.Key.IsCreditCode), Subjects);

    private DataFinding? ReadSubjects(IEnumerable<SubjectTable> mains, CancellationToken cancellation, out long rows)
    {
        var count = 0L;
        var finding = mains.Select(table => Read(table.Table, key => { count++; MarkSubject(key); }, cancellation))
            .FirstOrDefault(static finding => finding is not null);
        rows = count;
        return finding;
    }

    private (SubjectParts? Parts, DataFinding? Finding) Finish(
        NearKeys? near, IEnumerable<SubjectTable> mains, CancellationToken cancellation)
    {
        if (near is null || Count == 1)
            return (this, null);
        var finding = mains.Select(table => Read(table.Table, key => FindNear(near, key), cancellation))
            .FirstOrDefault(static finding => finding is not null);
        return finding is null ? (this, null) : (null, finding);
    }

    private static DataFinding? Read(MappedTable table, KeyAction take, CancellationToken cancellation)
    {
        var chunk = new TableBatch();
        using var reader = table.OpenKeys();
        while (reader?.Read(chunk) == true)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < chunk.Count; row++)
                take(KeyOf(chunk.Columns[0], row));
        }
        chunk.Release();
        return reader?.Fatal;
    }

    /// <summary>The key of a row as it stands in its cell.</summary>
    public static ReadOnlySpan<char> KeyOf(CellColumn cells, int row) => SpreadsheetText.Unwrap(cells.Text(row)).Trim();

    private void MarkSubject(ReadOnlySpan<char> key)
    {
        var code = _keys.CodeOfIdentity(key);
        if (code < 0)
            return;
        if (code >> 6 >= _isSubject.Length)
            Array.Resize(ref _isSubject, Math.Max((code >> 6) + 1, _isSubject.Length * 2));
        _isSubject[code >> 6] |= 1UL << (code & 63);
    }

    private void FindNear(NearKeys near, ReadOnlySpan<char> key)
    {
        var code = _keys.CodeOfIdentity(key);
        if (code < 0 || near.Of(code, key.ToString()) is not { } others)
            return;
        var part = KeyHash.PartOf(key, Count);
        foreach (var other in others)
        {
            if (!_near.TryGetValue(other, out var parts))
                _near.Add(other, parts = []);
            if (!parts.Contains(part))
                parts.Add(part);
        }
    }

    private HashSet<int> Subjects() => [.. Enumerable.Range(0, _keys.Count).Where(IsSubject)];

    private bool IsSubject(int code) => code >> 6 < _isSubject.Length && (_isSubject[code >> 6] >> (code & 63) & 1) != 0;

    private delegate void KeyAction(ReadOnlySpan<char> key);
}
