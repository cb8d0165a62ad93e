// Rows of results, cell by cell, on their way into an output of any kind.
namespace Dsl.Data.Outputs;

/// <summary>Takes rows. For one thread.</summary>
public abstract class CellWriter
{
    /// <summary>How many rows were taken.</summary>
    public long RowCount { get; protected set; }

    /// <summary>The rows that follow are of a subject.</summary>
    public abstract void Begin(string key);

    /// <summary>The next cell: the key of the subject.</summary>
    public abstract void AddKey();

    /// <summary>The next cell: a text.</summary>
    public abstract void Add(CellText text);

    /// <summary>The next cells: texts.</summary>
    public virtual void Add(CellRun run)
    {
        foreach (var text in run.Cells)
            Add(text);
    }

    /// <summary>The next cell: a text that stands in few rows.</summary>
    public abstract void Add(string text);

    /// <summary>The next cell: an amount in fen.</summary>
    public abstract void Add(Int128 fen);

    /// <summary>The row is complete.</summary>
    public abstract void EndRow();

    /// <summary>A row.</summary>
    public void Add(string[] row)
    {
        foreach (var cell in row)
            Add(cell);
        EndRow();
    }
}
