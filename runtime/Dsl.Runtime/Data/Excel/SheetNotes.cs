// What an xls file says of a sheet and ExcelDataReader does not pass on; without it a wrong cell would look like an empty one.
namespace Dsl.Runtime.Data.Excel;

/// <summary>What to know beside the values of a sheet.</summary>
/// <param name="DatesFrom1904">Whether days are counted from 1904 (old Excel for Mac).</param>
/// <param name="Errors">Cells with an error value, by row and column (0-based).</param>
internal sealed record SheetNotes(bool DatesFrom1904, IReadOnlyDictionary<(int Row, int Column), string> Errors)
{
    /// <summary>Nothing of note.</summary>
    public static SheetNotes None { get; } = new(false, new Dictionary<(int, int), string>());
}
