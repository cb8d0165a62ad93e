// Rows as CSV in UTF-8, without a string for what stands in many rows.
using System.Buffers;
using System.Text;
using Dsl.Values.Quantities;

namespace Dsl.Data.Outputs;

/// <summary>Writes rows as <see cref="CsvText"/> does.</summary>
/// <param name="isRaw">Whether cells are written as they are, whatever a spreadsheet makes of them.</param>
public sealed class CsvWriter(bool isRaw) : CellWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly StringBuilder _cell = new();
    private bool _hasCell;

    private byte[] _key = [];
    private int _keyLength;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        RowCount = 0;
    }

    /// <inheritdoc/>
    public override void Begin(string key)
    {
        _cell.Clear().AppendCell(key, isRaw);
        if (_key.Length < Encoding.UTF8.GetMaxByteCount(_cell.Length))
            _key = new byte[Encoding.UTF8.GetMaxByteCount(_cell.Length)];
        _keyLength = 0;
        foreach (var chunk in _cell.GetChunks())
            _keyLength += Encoding.UTF8.GetBytes(chunk.Span, _key.AsSpan(_keyLength));
    }

    /// <inheritdoc/>
    public override void AddKey()
    {
        Separate();
        _bytes.Write(_key.AsSpan(0, _keyLength));
    }

    /// <inheritdoc/>
    public override void Add(CellText text)
    {
        Separate();
        _bytes.Write(text.Csv(isRaw));
    }

    /// <inheritdoc/>
    public override void Add(string text)
    {
        Separate();
        if (text.Length == 0)
            return;
        foreach (var chunk in _cell.Clear().AppendCell(text, isRaw).GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, _bytes);
    }

    /// <inheritdoc/>
    public override void Add(Int128 fen)
    {
        Separate();
        _bytes.Advance(QuantityFormat.Ledger(fen, _bytes.GetSpan(QuantityFormat.LongestLedger)));
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        _bytes.Write("\n"u8);
        _hasCell = false;
        RowCount++;
    }

    private void Separate()
    {
        if (_hasCell)
            _bytes.Write(","u8);
        _hasCell = true;
    }
}
