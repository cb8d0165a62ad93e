// Rows that cannot be used: never dropped silently, each with file, line, column, value and reason.
using Dsl.Loading.Findings;

namespace Dsl.Batch.Registries;

/// <summary>Where rejected rows go.</summary>
public interface IRejectedRows
{
    /// <summary>Takes the findings of one row (one per bad cell, at least one).</summary>
    void Add(IReadOnlyList<DataFinding> row);
}

/// <summary>Where the rejected rows of a run go.</summary>
internal interface IRejectedOutput : IRejectedRows
{
    /// <summary>How many rows were rejected.</summary>
    long RowCount { get; }

    /// <summary>Takes the cells of a line, as another run wrote them, of a row that is counted elsewhere.</summary>
    void Add(string[] cells);
}

/// <summary>Keeps rejected rows until it is their turn.</summary>
internal sealed class RejectedRowQueue : IRejectedRows
{
    private readonly List<IReadOnlyList<DataFinding>> _rows = [];

    public void Add(IReadOnlyList<DataFinding> row) => _rows.Add(row);

    /// <summary>Hands the rows on, in the order in which they came.</summary>
    public void MoveTo(IRejectedRows target)
    {
        foreach (var row in _rows)
            target.Add(row);
        _rows.Clear();
    }
}

/// <summary>Keeps the findings in memory.</summary>
public sealed class RejectedRowList : IRejectedRows
{
    private readonly List<DataFinding> _findings = [];

    /// <summary>All findings, in the order in which they came.</summary>
    public IReadOnlyList<DataFinding> Findings => _findings;

    /// <summary>How many rows were rejected.</summary>
    public long RowCount { get; private set; }

    /// <inheritdoc/>
    public void Add(IReadOnlyList<DataFinding> row)
    {
        _findings.AddRange(row);
        RowCount++;
    }
}
