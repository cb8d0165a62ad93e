// A text that stands in many cells, made once for each way of writing cells.
using System.Text;

namespace Dsl.Data.Outputs;

/// <summary>The text of cells.</summary>
public sealed class CellText
{
    private byte[]? _utf8;
    private byte[]? _neutral;
    private byte[]? _raw;

    /// <summary>A text.</summary>
    public CellText(string text) => Text = text;

    /// <summary>Nothing.</summary>
    public static CellText Empty { get; } = new("");

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The text in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8 ??= Encoding.UTF8.GetBytes(Text);

    /// <summary>A cell of CSV.</summary>
    /// <param name="isRaw">Whether cells are written as they are, whatever a spreadsheet makes of them.</param>
    internal byte[] Csv(bool isRaw) => isRaw ? _raw ??= Of(isRaw: true) : _neutral ??= Of(isRaw: false);

    private byte[] Of(bool isRaw) => Encoding.UTF8.GetBytes(new StringBuilder().AppendCell(Text, isRaw).ToString());
}

/// <summary>Texts of cells side by side that stand in many rows.</summary>
/// <param name="cells">The texts.</param>
public sealed class CellRun(params CellText[] cells)
{
    private byte[]? _neutral;
    private byte[]? _raw;

    /// <summary>The texts, in order.</summary>
    public ReadOnlySpan<CellText> Cells => cells;

    /// <summary>Cells of CSV with commas between.</summary>
    /// <param name="isRaw">Whether cells are written as they are, whatever a spreadsheet makes of them.</param>
    internal byte[] Csv(bool isRaw) => isRaw ? _raw ??= Of(isRaw: true) : _neutral ??= Of(isRaw: false);

    private byte[] Of(bool isRaw)
    {
        var bytes = new List<byte>();
        foreach (var (index, cell) in cells.Index())
        {
            if (index > 0)
                bytes.Add((byte)',');
            bytes.AddRange(cell.Csv(isRaw));
        }
        return [.. bytes];
    }
}
