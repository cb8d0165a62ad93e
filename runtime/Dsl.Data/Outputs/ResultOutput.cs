// Where the results of a batch go: a text, or a table. Blocks are made on several threads and taken in order on one.
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Data.Outputs;

/// <summary>The results of some subjects on their way to the output. Used by one thread at a time.</summary>
public abstract class ResultBlock
{
    /// <summary>Adds the results of some subjects.</summary>
    public abstract void Add(ResultBatch results);

    /// <summary>Adds a row of cells that another run made of results, where the form has rows of cells.</summary>
    public abstract void Add(string[] row);
}

/// <summary>The output of a batch; it appears with <see cref="AtomicOutput.Commit"/>.</summary>
public abstract class ResultOutput : IDisposable
{
    /// <summary>Rows (or JSON results) that were taken.</summary>
    public long RowCount { get; protected set; }

    /// <summary>Why the output cannot hold the results; null while all is well. Later blocks are ignored.</summary>
    public DataFinding? Fatal { get; protected set; }

    /// <summary>An empty block. Safe on several threads.</summary>
    public abstract ResultBlock NewBlock();

    /// <summary>Takes a block, in order, on one thread.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public abstract void Take(ResultBlock block);

    /// <summary>Writes what is still to be written; returns the SHA-256 of the result, in hex.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public abstract string Finish(CancellationToken cancellation);

    /// <summary>Makes the output visible where that is not done with the files; null, or why it cannot be.</summary>
    public virtual DataFinding? Commit() => null;

    /// <inheritdoc/>
    public abstract void Dispose();
}
