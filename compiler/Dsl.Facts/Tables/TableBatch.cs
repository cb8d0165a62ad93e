// Some rows of a table, column by column.
using Dsl.Loading.Findings;

namespace Dsl.Facts.Tables;

/// <summary>Up to <see cref="Capacity"/> rows. Filled by one thread; afterwards safe to read on several.</summary>
/// <remarks>
/// Cells may lie in memory of the source (vectors of DuckDB), which is given back when the last holder releases the chunk.
/// A chunk has one holder when it is made, its reader; others hold it while they read its cells.
/// What is never released is given back by the finalizer of its owner.
/// </remarks>
public sealed class TableBatch
{
    /// <summary>How many rows it holds at most.</summary>
    public const int Capacity = 2048;

    private readonly long[] _numbers = new long[Capacity];
    private readonly Dictionary<int, DataProblem> _problems = [];
    private RowContext[] _contexts = [];
    private IDisposable? _memory;
    private int _holders = 1;

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>One per wanted column.</summary>
    public IReadOnlyList<CellColumn> Columns { get; private set; } = [];

    /// <summary>The number of a row as its users see it: the line of a file, the row of a sheet. Numbers grow.</summary>
    public long Number(int row) => _numbers[row];

    /// <summary>
    /// What is wrong with the form of a row; null where its cells can be read. The cells of a broken row are what could be made out.
    /// </summary>
    public DataProblem? Problem(int row) => _problems.GetValueOrDefault(row);

    /// <summary>What a row is in its whole table, where it is read without the rows before it.</summary>
    public RowContext Context(int row) => _contexts.Length == 0 ? RowContext.None : _contexts[row];

    /// <summary>Says what a row is in its whole table.</summary>
    public void SetContext(int row, RowContext context)
    {
        if (_contexts.Length == 0)
            _contexts = new RowContext[Capacity];
        _contexts[row] = context;
    }

    /// <summary>Says what is wrong with a row, in the place of what was said of it before.</summary>
    public void Reject(int row, DataProblem problem) => _problems[row] = problem;

    /// <summary>Empties the chunk; the columns are cleared by the reader that fills them.</summary>
    /// <param name="columns">Where the cells are.</param>
    /// <param name="memory">What the cells lie in; null where they have memory of their own.
    /// The memory of the rows before is given back.</param>
    public void Start(IReadOnlyList<CellColumn> columns, IDisposable? memory = null)
    {
        _memory?.Dispose();
        (Count, Columns, _memory) = (0, columns, memory);
        _problems.Clear();
        Array.Clear(_contexts);
    }

    /// <summary>Empties the chunk for texts; the columns of texts that it has are used again.</summary>
    /// <param name="columns">How many columns.</param>
    /// <returns>The columns, empty.</returns>
    public TextCells[] StartTexts(int columns)
    {
        var cells = Columns as TextCells[] ?? [.. Enumerable.Range(0, columns).Select(static _ => new TextCells())];
        foreach (var column in cells)
            column.Clear();
        Start(cells);
        return cells;
    }

    /// <summary>Keeps the cells readable until <see cref="Release"/>, on whichever thread.</summary>
    public void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>Ends a hold, or the reader's own; the last one gives the memory of the cells back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            Interlocked.Exchange(ref _memory, null)?.Dispose();
    }

    /// <summary>Adds a row; its cells are added to the columns by the caller.</summary>
    public void Add(long number, DataProblem? problem = null)
    {
        if (problem is not null)
            _problems.Add(Count, problem);
        _numbers[Count++] = number;
    }
}
