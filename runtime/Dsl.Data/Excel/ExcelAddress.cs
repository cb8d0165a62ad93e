// How a table in a workbook is named: 数据.xlsx is its first sheet, 数据.xlsx#企业 one of its sheets.
namespace Dsl.Data.Excel;

/// <summary>A table in a workbook.</summary>
/// <param name="Path">The file.</param>
/// <param name="Sheet">The sheet's name; null for the first visible sheet.</param>
public sealed record ExcelAddress(string Path, string? Sheet)
{
    private static readonly string[] Extensions = [".xlsx", ".xlsm", ".xls"];

    /// <summary>Whether a path, without the name of a sheet, is that of a workbook.</summary>
    public static bool IsWorkbook(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address in a text; null where the text names no workbook. A # may also stand in the name of a folder or file.</summary>
    public static ExcelAddress? Parse(string text)
    {
        if (IsWorkbook(text))
            return new(text, null);
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if (IsWorkbook(text[..at]) && at + 1 < text.Length)
                return new(text[..at], text[(at + 1)..]);
        }
        return null;
    }
}
