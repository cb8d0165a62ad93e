// Rows of a detail or of records by the key of the subject that they belong to.
namespace Dsl.Runtime.Data;

/// <summary>What became of the subject that rows belong to.</summary>
internal enum OwnerState
{
    /// <summary>No row of the main table has the key (so far).</summary>
    None,

    /// <summary>Its row was read.</summary>
    Read,

    /// <summary>Its row was rejected.</summary>
    Rejected,
}

/// <summary>The rows of one subject.</summary>
internal sealed class KeyedEntry<TRow>
{
    /// <summary>The rows with their lines in the file.</summary>
    public List<(TRow Row, long Line)> Rows { get; } = [];

    /// <summary>Whether a row of the subject was rejected.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>Set by the one worker that reads the subject.</summary>
    public OwnerState Owner { get; set; }
}

/// <summary>An index of rows. Filled by one thread; afterwards read by many, each key by one.</summary>
internal sealed class KeyedRows<TRow>(string file)
{
    private readonly Dictionary<string, KeyedEntry<TRow>> _entries = new(StringComparer.Ordinal);

    /// <summary>The file, as shown in messages.</summary>
    public string File { get; } = file;

    /// <summary>Every entry.</summary>
    public IEnumerable<KeyedEntry<TRow>> All => _entries.Values;

    /// <summary>The entry of a key, made when first asked for.</summary>
    public KeyedEntry<TRow> Entry(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            _entries.Add(key, entry = new());
        return entry;
    }

    /// <summary>The entry of a key, or null.</summary>
    public KeyedEntry<TRow>? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>Notes what became of a subject, and gives its rows.</summary>
    public KeyedEntry<TRow>? Take(string key, OwnerState state)
    {
        var entry = Find(key);
        if (entry is not null)
            entry.Owner = state;
        return entry;
    }

    /// <summary>Rejects the rows whose subject was not read, in the order of the file.</summary>
    public void RejectOrphans(string keyColumn, string subject, IRejectedRows rejected)
    {
        var orphans = _entries
            .Where(static pair => pair.Value.Owner != OwnerState.Read)
            .SelectMany(static pair => pair.Value.Rows.Select(row => (row.Line, pair.Key, pair.Value.Owner)))
            .OrderBy(static orphan => orphan.Line);
        foreach (var (line, key, owner) in orphans)
        {
            var rule = owner == OwnerState.Rejected ? RowRules.OwnerRejected : RowRules.NoOwner;
            rejected.Add([rule.With(key, subject).At(new(File, line, keyColumn, key))]);
        }
    }
}
