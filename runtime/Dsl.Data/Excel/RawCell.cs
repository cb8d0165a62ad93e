// A cell as a workbook holds it, in both file formats, before it is interpreted.
namespace Dsl.Data.Excel;

/// <summary>What a cell holds.</summary>
internal enum RawKind
{
    /// <summary>A number; its meaning depends on the format.</summary>
    Number,

    Text,

    /// <summary>Yes (1) or no (0).</summary>
    Truth,

    Error,

    /// <summary>A day spelled out (ISO 8601).</summary>
    Day,

    /// <summary>A formula that no program has computed.</summary>
    NotCalculated,
}

/// <summary>A cell that is not empty.</summary>
/// <param name="Column">0-based.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text, the error value, the digits of the number.</param>
/// <param name="Format">How numbers are shown.</param>
/// <param name="IsFormula">Whether it was computed.</param>
internal readonly record struct RawCell(int Column, RawKind Kind, string Text, NumberFormat Format, bool IsFormula = false);

/// <summary>A rectangle of cells, 0-based, both ends included.</summary>
internal readonly record struct CellArea(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    public bool Holds(int row, int column) => row >= FromRow && row <= ToRow && column >= FromColumn && column <= ToColumn;

    /// <summary>A1:B2.</summary>
    public string Name => $"{CellNames.Cell(FromRow, FromColumn)}:{CellNames.Cell(ToRow, ToColumn)}";

    /// <summary>The area of a name such as A1:B2 or A1; null where it is none.</summary>
    public static CellArea? Parse(string? name)
    {
        var ends = (name ?? "").Replace("$", "", StringComparison.Ordinal).Split(':');
        return ends.Length <= 2 && CellNames.Parse(ends[0]) is { } from && CellNames.Parse(ends[^1]) is { } to
            ? new(from.Row, from.Column, to.Row, to.Column)
            : null;
    }
}

/// <summary>What is known of a sheet before its rows are read.</summary>
/// <param name="Merged">Merged cells, from the top.</param>
/// <param name="RowCount">How many rows, counted to the last.</param>
/// <param name="HiddenRows">The numbers of hidden rows (1-based) that are not empty; the first few.</param>
/// <param name="HiddenCount">How many rows are hidden.</param>
/// <param name="HasResults">Whether formulas with results other than 0 stand in it.</param>
/// <param name="HiddenColumns">Hidden columns (0-based): the first and the last of each range.</param>
internal sealed record SheetSurvey(
    IReadOnlyList<CellArea> Merged, int RowCount, IReadOnlyList<int> HiddenRows, int HiddenCount, bool HasResults,
    IReadOnlyList<(int From, int To)> HiddenColumns);

/// <summary>A sheet of a workbook.</summary>
/// <param name="IsHidden">Whether users do not see it.</param>
/// <param name="IsGrid">Whether it has cells: charts and dialogs have none.</param>
internal sealed record SheetInfo(string Name, bool IsHidden, bool IsGrid);

/// <summary>A workbook that is open.</summary>
internal abstract class ExcelBook : IDisposable
{
    /// <summary>Its sheets, in the order of the tabs.</summary>
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>Whether days are counted from 1904 (old Excel for Mac).</summary>
    public abstract bool DatesFrom1904 { get; }

    /// <summary>
    /// Whether results of formulas may be place holders, since the program that wrote the file does not compute them.
    /// </summary>
    public virtual bool IsToBeCalculated => false;

    /// <summary>Opens a workbook of whichever format, by its first bytes.</summary>
    /// <param name="file">The file; belongs to the workbook from now on.</param>
    public static ExcelBook Open(Stream file)
    {
        try
        {
            // By its first bytes, not by its name: an xlsx file is a zip archive.
            var isZip = file.ReadByte() == 'P' && file.ReadByte() == 'K';
            file.Position = 0;
            return isZip ? new XlsxBook(file) : new XlsBook(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Begins to read a sheet.</summary>
    /// <param name="index">Which one.</param>
    public abstract SheetCells Read(int index);

    /// <summary>Looks a sheet through.</summary>
    public abstract SheetSurvey Survey(int index);

    /// <summary>Whether a sheet has no cell with anything in it.</summary>
    public bool IsEmpty(int index)
    {
        using var rows = Read(index);
        var cells = new List<RawCell>();
        while (rows.ReadRow(cells) is not null)
        {
            if (cells.Exists(static cell => cell.Kind != RawKind.Text || !string.IsNullOrWhiteSpace(cell.Text)))
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>The rows of a sheet, one by one.</summary>
internal abstract class SheetCells : IDisposable
{
    /// <summary>Reads a row: its number, 0-based; null at the end.</summary>
    /// <param name="cells">Takes its cells, from the left.</param>
    public abstract int? ReadRow(List<RawCell> cells);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A file that is something else than a workbook.</summary>
/// <param name="kind">What it is, for users.</param>
internal sealed class NoWorkbookException(string kind) : Exception(kind);
