// Rows of sources that give their cells as texts, and the reader that they share.
using System.Collections.Immutable;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;

namespace Dsl.Data.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Number">As its users see it, 1-based; where rows have no numbers, their order.</param>
/// <param name="Cells">The cells; what is missing is the empty text.</param>
/// <param name="Kinds">What each cell is; empty where all are texts.</param>
/// <param name="Problems">Cells that cannot be used, by place in <paramref name="Cells"/>; empty where all can be.</param>
internal readonly record struct SourceRow(long Number, string[] Cells, CellKind[] Kinds,
    IReadOnlyList<(int Column, DataProblem Problem)> Problems);

/// <summary>Puts rows of texts into batches.</summary>
/// <param name="columns">By wanted column: its place in a row.</param>
internal abstract class RowTableReader(ImmutableArray<int> columns) : ITableReader
{
    /// <inheritdoc/>
    public abstract DataFinding? Fatal { get; }

    /// <inheritdoc/>
    public abstract long Position { get; }

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        var cells = chunk.StartTexts(columns.Length);
        while (chunk.Count < TableBatch.Capacity)
        {
            if (!TryRead(out var row))
            {
                End();
                break;
            }
            for (var i = 0; i < columns.Length; i++)
                cells[i].Add(row.Cells[columns[i]], row.Kinds.Length == 0 ? CellKind.Text : row.Kinds[columns[i]]);
            foreach (var (column, problem) in row.Problems)
            {
                if (columns.IndexOf(column) is >= 0 and var at)
                    cells[at].Reject(chunk.Count, problem);
            }
            chunk.Add(row.Number);
        }
        return chunk.Count > 0;
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Reads the next row; false at the end, and where nothing can be read (any more).</summary>
    protected abstract bool TryRead(out SourceRow row);

    /// <summary>Called where no further row was found: the last chance to refuse what was read.</summary>
    protected abstract void End();
}
