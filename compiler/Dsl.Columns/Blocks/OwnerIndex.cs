// Rows of a table by the subject that they belong to, the order of the table kept within a subject.
namespace Dsl.Columns.Blocks;

/// <summary>
/// Finds the rows of an owner. Rows of one owner that stand together are one run, so that a table in the order of its subjects, as
/// registries are usually exported, costs next to nothing per row. Filled by one thread; afterwards safe to read on several.
/// </summary>
public sealed class OwnerIndex
{
    // Runs in the order of the table, until they are sorted: the owner and the first row.
    private PackedNumbers _owners = new();
    private PackedNumbers _firstRows = new();
    private int _lastOwner = -1;

    // Runs of owner i, once sorted, are those from _offsets[i] to before _offsets[i + 1]: the first row and how many.
    private readonly PackedNumbers _offsets = new();
    private readonly PackedNumbers _starts = new();
    private readonly PackedNumbers _lengths = new();

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the next row.</summary>
    /// <param name="owner">The number of its owner, at least 0.</param>
    public void Add(int owner)
    {
        if (owner != _lastOwner)
        {
            _owners.Add(owner);
            _firstRows.Add(Count);
            _lastOwner = owner;
        }
        Count++;
    }

    /// <summary>The rows with their owners, in the order of the table. Before <see cref="Sort"/>.</summary>
    public IEnumerable<(int Row, int Owner)> Rows()
    {
        for (var run = 0; run < _owners.Count; run++)
        {
            for (var row = (int)_firstRows[run]; row < EndOf(run); row++)
                yield return (row, (int)_owners[run]);
        }
    }

    /// <summary>Sorts the rows by owner, once all are there.</summary>
    /// <param name="owners">How many owners there are: numbers are less.</param>
    public void Sort(int owners)
    {
        var next = new int[owners + 1];
        for (var run = 0; run < _owners.Count; run++)
            next[_owners[run] + 1]++;
        _offsets.Add(0);
        for (var owner = 0; owner < owners; owner++)
            _offsets.Add(next[owner + 1] += next[owner]);
        // By counting: runs of one owner stay in the order of the table.
        var sorted = new int[_owners.Count];
        for (var run = 0; run < sorted.Length; run++)
            sorted[next[_owners[run]]++] = run;
        foreach (var run in sorted)
        {
            _starts.Add(_firstRows[run]);
            _lengths.Add(EndOf(run) - _firstRows[run]);
        }
        _offsets.Finish();
        _starts.Finish();
        _lengths.Finish();
        (_owners, _firstRows) = (new(), new());
    }

    /// <summary>Appends the rows of an owner to a list, in the order of the table; none for an owner that came later.</summary>
    public void AddRows(int owner, List<int> rows)
    {
        if (owner < 0 || owner + 1 >= _offsets.Count)
            return;
        var end = (int)_offsets[owner + 1];
        for (var run = (int)_offsets[owner]; run < end; run++)
        {
            var (row, count) = ((int)_starts[run], (int)_lengths[run]);
            for (; count > 0; count--)
                rows.Add(row++);
        }
    }

    /// <summary>The rows of some owners, in the order of the table.</summary>
    /// <param name="isWanted">Which owners; asked once each.</param>
    public IEnumerable<(int Row, int Owner)> RowsOf(Func<int, bool> isWanted)
    {
        var runs = new List<(int Start, int Length, int Owner)>();
        for (var owner = 0; owner + 1 < _offsets.Count; owner++)
        {
            var (first, end) = ((int)_offsets[owner], (int)_offsets[owner + 1]);
            if (first == end || !isWanted(owner))
                continue;
            for (var run = first; run < end; run++)
                runs.Add(((int)_starts[run], (int)_lengths[run], owner));
        }
        runs.Sort();
        return runs.SelectMany(static run => Enumerable.Range(run.Start, run.Length).Select(row => (row, run.Owner)));
    }

    private long EndOf(int run) => run + 1 < _firstRows.Count ? _firstRows[run + 1] : Count;
}
