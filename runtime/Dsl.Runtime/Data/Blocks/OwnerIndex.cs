// Rows of a table by the subject that they belong to: sorted by counting, the order of the table kept within a subject.
namespace Dsl.Runtime.Data.Blocks;

/// <summary>Finds the rows of an owner. Immutable.</summary>
internal sealed class OwnerIndex
{
    // Rows of owner i are _rows[_offsets[i] .. _offsets[i + 1]].
    private readonly int[] _offsets;
    private readonly int[] _rows;

    /// <summary>An index of rows.</summary>
    /// <param name="owners">Per row, the number of its owner.</param>
    /// <param name="count">How many owners there are.</param>
    public OwnerIndex(ReadOnlySpan<int> owners, int count)
    {
        (_offsets, _rows) = (new int[count + 1], new int[owners.Length]);
        foreach (var owner in owners)
            _offsets[owner + 1]++;
        for (var i = 0; i < count; i++)
            _offsets[i + 1] += _offsets[i];
        var next = _offsets.AsSpan(0, count).ToArray();
        for (var row = 0; row < owners.Length; row++)
            _rows[next[owners[row]]++] = row;
    }

    /// <summary>No rows.</summary>
    public static OwnerIndex Empty { get; } = new([], 0);

    /// <summary>The rows of an owner, in the order of the table; none for an owner that came later.</summary>
    public ReadOnlySpan<int> this[int owner] => owner >= 0 && owner + 1 < _offsets.Length ? _rows.AsSpan(_offsets[owner].._offsets[owner + 1]) : [];
}
