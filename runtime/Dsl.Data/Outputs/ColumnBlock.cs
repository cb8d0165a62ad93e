// Rows of results as columns, on their way into a file that stores columns.
using System.Collections.Immutable;

namespace Dsl.Data.Outputs;

/// <summary>Takes rows cell by cell, and holds them column by column. For one thread.</summary>
internal sealed class ColumnBlock : CellWriter
{
    private readonly BlockColumn[] _columns;
    private int _at;
    private string _key = "";

    /// <summary>An empty block.</summary>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="mostDigits">From how many digits on an amount is noted.</param>
    public ColumnBlock(ImmutableArray<ResultColumn> columns, int mostDigits) =>
        _columns =
        [
            .. columns.Select(BlockColumn (column) => column.Cell == ResultCell.Text ? new BlockTexts() : new BlockNumbers(mostDigits)),
        ];

    /// <summary>The columns, each with a value or nothing for every row.</summary>
    public ReadOnlySpan<BlockColumn> Columns => _columns;

    /// <summary>The first amount with more digits than asked for.</summary>
    /// <remarks>The first column must be of texts: it is the key.</remarks>
    public LongAmount? TooLong
    {
        get
        {
            var found = default(LongAmount?);
            for (var i = 0; i < _columns.Length; i++)
            {
                if (_columns[i] is BlockNumbers { TooLong: var (row, digits) } && (found is not { } known || row + 1 < known.Row))
                    found = new(((BlockTexts)_columns[0]).TextOf(row), row + 1, i, digits);
            }
            return found;
        }
    }

    /// <summary>How many bytes of UTF-8 the first rows have in texts.</summary>
    public long TextBytes(int rows) => _columns.OfType<BlockTexts>().Sum(column => column.BytesOf(rows));

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        foreach (var column in _columns)
            column.Clear();
        RowCount = 0;
    }

    /// <inheritdoc/>
    public override void Begin(string key) => _key = key;

    /// <inheritdoc/>
    public override void AddKey() => _columns[_at++].Add(_key);

    /// <inheritdoc/>
    public override void Add(CellText text) => _columns[_at++].Add(text);

    /// <inheritdoc/>
    public override void Add(string text) => _columns[_at++].Add(text);

    /// <inheritdoc/>
    public override void Add(Int128 fen) => _columns[_at++].Add(fen);

    /// <inheritdoc/>
    public override void EndRow()
    {
        _at = 0;
        RowCount++;
    }
}

/// <summary>The cells of one column of a block.</summary>
internal abstract class BlockColumn
{
    /// <summary>How many rows there are.</summary>
    protected int Count { get; set; }

    /// <summary>The next cell: a text, or a number as text.</summary>
    public abstract void Add(string text);

    /// <summary>The next cell: a text that stands in many rows.</summary>
    public abstract void Add(CellText text);

    /// <summary>The next cell: an amount in fen.</summary>
    public abstract void Add(Int128 fen);

    /// <summary>Forgets all cells.</summary>
    public virtual void Clear() => Count = 0;

    /// <summary>An array with room for one more cell.</summary>
    protected T[] WithRoom<T>(T[] cells)
    {
        const int least = 256;
        if (Count == cells.Length)
            Array.Resize(ref cells, Math.Max(least, 2 * Count));
        return cells;
    }
}
