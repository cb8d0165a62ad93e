// Finds in the XML of an xlsx sheet the cells that hold an error value, and the formulas that no program has computed yet.
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dsl.Runtime.Data.Excel;

internal static class XlsxScan
{
    /// <summary>Reads a sheet of a workbook.</summary>
    /// <exception cref="OpenXmlPackageException">Not a workbook.</exception>
    public static SheetNotes Read(Stream file, string sheetName)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        if (document.WorkbookPart is not { } workbook)
            return SheetNotes.None;
        var from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        var sheet = workbook.Workbook.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == sheetName);
        if (sheet?.Id?.Value is not { } id || !workbook.TryGetPartById(id, out var part))
            return SheetNotes.None with { DatesFrom1904 = from1904 };
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return new(from1904, Scan(stream));
    }

    private static Dictionary<(int Row, int Column), ExcelCell> Scan(Stream sheet)
    {
        var found = new Dictionary<(int, int), ExcelCell>();
        using var xml = XmlReader.Create(sheet, new XmlReaderSettings { IgnoreWhitespace = true, IgnoreComments = true, DtdProcessing = DtdProcessing.Prohibit });
        // Some programs leave the names of rows and cells out: each then stands behind the one before.
        var (row, column) = (-1, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                (row, column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1, -1);
            if (xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } name && CellNames.Parse(name) is { } place ? place.Column : column + 1;
            if (!xml.IsEmptyElement && Problem(xml) is { } problem)
                found[(row, column)] = problem;
        }
        return found;
    }

    /// <summary>Reads a cell up to its end.</summary>
    private static ExcelCell? Problem(XmlReader xml)
    {
        var isError = xml.GetAttribute("t") == "e";
        var (hasFormula, hasValue, value) = (false, false, "");
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            hasFormula |= xml.NodeType == XmlNodeType.Element && xml.LocalName == "f";
            hasValue |= xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is";
            if (isError && hasValue && xml.NodeType == XmlNodeType.Text)
                value = xml.Value;
        }
        return isError ? new(value, ExcelRules.ErrorCell.With(value)) : hasFormula && !hasValue ? new("", ExcelRules.NotCalculated.With()) : null;
    }
}
