// Rows as lines of cells with commas between, in UTF-8.
using System.Buffers;
using Dsl.Values.Quantities;

namespace Dsl.Data.Outputs;

/// <summary>Writes lines; how a text becomes a cell is for others to say. For one thread.</summary>
public abstract class LineWriter : CellWriter
{
    private bool _hasCell;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => Bytes.WrittenSpan;

    /// <summary>Takes the bytes of a cell, once <see cref="Separate"/> was called.</summary>
    protected ArrayBufferWriter<byte> Bytes { get; } = new();

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Bytes.ResetWrittenCount();
        RowCount = 0;
    }

    /// <inheritdoc/>
    public override void Add(Int128 fen)
    {
        Separate();
        Bytes.Advance(QuantityFormat.Ledger(fen, Bytes.GetSpan(QuantityFormat.LongestLedger)));
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        Bytes.Write("\n"u8);
        _hasCell = false;
        RowCount++;
    }

    /// <summary>Begins a cell.</summary>
    protected void Separate()
    {
        if (_hasCell)
            Bytes.Write(","u8);
        _hasCell = true;
    }
}
