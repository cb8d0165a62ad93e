// What a workbook says of a sheet and ExcelDataReader does not pass on; without it a wrong cell would look like an empty one.
namespace Dsl.Runtime.Data.Excel;

/// <summary>What to know beside the values of a sheet.</summary>
/// <param name="DatesFrom1904">Whether days are counted from 1904 (old Excel for Mac).</param>
/// <param name="Problems">Cells without a usable value, by row and column (0-based): error values, formulas that were never computed.</param>
internal sealed record SheetNotes(bool DatesFrom1904, IReadOnlyDictionary<(int Row, int Column), ExcelCell> Problems)
{
    /// <summary>Nothing of note.</summary>
    public static SheetNotes None { get; } = new(false, new Dictionary<(int, int), ExcelCell>());

    /// <summary>Reads a sheet of a workbook.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheetName">The sheet's name.</param>
    /// <param name="sheetIndex">Which sheet it is, 0-based, as ExcelDataReader counts.</param>
    public static SheetNotes Read(Stream file, string sheetName, int sheetIndex)
    {
        // By its first bytes, not by its name: an xlsx file is a zip archive.
        var isZip = file.ReadByte() == 'P' && file.ReadByte() == 'K';
        file.Position = 0;
        return isZip ? XlsxScan.Read(file, sheetName) : XlsScan.Read(file, sheetIndex);
    }
}
