// Rows as CSV in UTF-8, without a string for what stands in many rows.
using System.Text;

namespace Dsl.Data.Outputs;

/// <summary>Writes rows as <see cref="CsvText"/> does.</summary>
/// <param name="isRaw">Whether cells are written as they are, whatever a spreadsheet makes of them.</param>
public sealed class CsvWriter(bool isRaw) : LineWriter
{
    private readonly StringBuilder _cell = new();

    private byte[] _key = [];
    private int _keyLength;

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
        Put(_key.AsSpan(0, _keyLength));
    }

    /// <inheritdoc/>
    public override void Add(CellText text)
    {
        Separate();
        Put(text.Csv(isRaw));
    }

    /// <inheritdoc/>
    public override void Add(CellRun run)
    {
        Separate();
        Put(run.Csv(isRaw));
    }

    /// <inheritdoc/>
    public override void Add(string text)
    {
        Separate();
        if (text.Length == 0)
            return;
        foreach (var chunk in _cell.Clear().AppendCell(text, isRaw).GetChunks())
            Put(chunk.Span);
    }
}
