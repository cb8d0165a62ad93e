// What an xls file says of a sheet and ExcelDataReader does not pass on; without it a wrong cell would look like an empty one.
namespace Dsl.Data.Excel;

/// <summary>What to know beside the values of a sheet.</summary>
/// <param name="DatesFrom1904">Whether days are counted from 1904 (old Excel for Mac).</param>
/// <param name="Errors">Cells with an error value, by row and column (0-based).</param>
/// <param name="NotCalculated">Formulas whose result is a placeholder: the program that wrote the file does not compute.</param>
internal sealed record SheetNotes(
    bool DatesFrom1904, IReadOnlyDictionary<(int Row, int Column), string> Errors, IReadOnlySet<(int Row, int Column)> NotCalculated);
