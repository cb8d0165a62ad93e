// Some rows of a table, column by column.
namespace Dsl.Runtime.Data.Tables;

/// <summary>Up to <see cref="Capacity"/> rows. Filled by one thread; afterwards safe to read on several.</summary>
internal sealed class TableChunk
{
    /// <summary>How many rows it holds at most.</summary>
    public const int Capacity = 2048;

    private readonly long[] _numbers = new long[Capacity];
    private readonly Dictionary<int, DataProblem> _problems = [];

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>One per wanted column.</summary>
    public IReadOnlyList<CellColumn> Columns { get; private set; } = [];

    /// <summary>The number of a row as its users see it: the line of a file, the row of a sheet. Numbers grow.</summary>
    public long Number(int row) => _numbers[row];

    /// <summary>What is wrong with the form of a row; null where its cells can be read. The cells of a broken row are what could be made out.</summary>
    public DataProblem? Problem(int row) => _problems.GetValueOrDefault(row);

    /// <summary>Empties the chunk; the columns are cleared by whoever fills them.</summary>
    public void Start(IReadOnlyList<CellColumn> columns)
    {
        (Count, Columns) = (0, columns);
        _problems.Clear();
    }

    /// <summary>Adds a row; its cells are added to the columns by the caller.</summary>
    public void Add(long number, DataProblem? problem = null)
    {
        if (problem is not null)
            _problems.Add(Count, problem);
        _numbers[Count++] = number;
    }
}
