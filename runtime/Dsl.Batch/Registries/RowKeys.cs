// Whether a subject has two rows with the same key.
using Dsl.Columns.Blocks;

namespace Dsl.Batch.Registries;

/// <summary>
/// Knows the keys of the rows that were accepted so far. As long as the rows of a subject stand together it remembers no more than a chunk
/// of them; from the first subject on that comes again it remembers all. Used by one thread.
/// </summary>
/// <param name="owners">The owners of the rows of earlier chunks.</param>
/// <param name="keyOf">The key of a row of an earlier chunk.</param>
internal sealed class RowKeys(OwnerIndex owners, Func<int, int> keyOf)
{
    private readonly Dictionary<(int Owner, int Key), int> _rows = [];

    // Owners of earlier chunks; bit i of word i/64.
    private ulong[] _met = [];
    private int _lastOwner = -1;
    private bool _hasAll;

    /// <summary>Notes the key of a row, unless an earlier row of the owner has it: then that row, else null.</summary>
    public int? Add(int owner, int key, int row)
    {
        if (!_hasAll && owner != _lastOwner && HasMet(owner))
            TakeAll();
        if (_rows.TryAdd((owner, key), row))
            return null;
        return _rows[(owner, key)];
    }

    /// <summary>Ends a chunk.</summary>
    /// <param name="accepted">The owners of its rows that were accepted, in the order of the table.</param>
    public void EndChunk(ReadOnlySpan<int> accepted)
    {
        if (_hasAll || accepted.IsEmpty)
            return;
        foreach (var owner in accepted)
        {
            if (owner >> 6 >= _met.Length)
                Array.Resize(ref _met, Math.Max((owner >> 6) + 1, _met.Length * 2));
            _met[owner >> 6] |= 1UL << (owner & 63);
        }
        _lastOwner = accepted[^1];
        foreach (var row in _rows.Keys)
        {
            if (row.Owner != _lastOwner)
                _rows.Remove(row);
        }
    }

    private bool HasMet(int owner) => owner >> 6 < _met.Length && (_met[owner >> 6] >> (owner & 63) & 1) != 0;

    private void TakeAll()
    {
        _hasAll = true;
        foreach (var (row, owner) in owners.Rows())
            _rows.TryAdd((owner, keyOf(row)), row);
    }
}
