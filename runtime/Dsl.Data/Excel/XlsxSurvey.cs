// One pass over the XML of a sheet: merged cells and hidden rows are declared outside the rows.
using System.Globalization;
using System.Xml;
using Dsl.Loading.Documents;

namespace Dsl.Data.Excel;

internal static class XlsxSurvey
{
    private const int Named = 5, MostMerged = 100_000;

    /// <summary>Looks a sheet through.</summary>
    public static SheetSurvey Read(XmlReader xml)
    {
        var (merged, hidden, count, rows, hidesCells, hasResults, inFormula, inValue) =
            (new List<CellArea>(), new List<int>(), 0, 0, false, false, false, false);
        var columns = new List<(int, int)>();
        while (OfficePackage.Next(xml))
        {
            hasResults |= inValue && xml.NodeType == XmlNodeType.Text && xml.Value.Trim() != "0";
            inValue &= xml.NodeType != XmlNodeType.EndElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    rows = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : rows + 1;
                    hidesCells = XlsxBook.IsTrue(xml.GetAttribute("hidden"));
                    break;
                case "v" or "is" when hidesCells:
                    hidesCells = false;
                    count++;
                    if (hidden.Count < Named)
                        hidden.Add(rows);
                    break;
                case "mergeCell" when CellArea.Parse(xml.GetAttribute("ref")) is { } area:
                    merged.Add(area);
                    if (merged.Count > MostMerged)
                        throw new BrokenSheetException(WorkbookPhrases.TooManyMerged.With(MostMerged));
                    break;
                case "col" when XlsxBook.IsTrue(xml.GetAttribute("hidden")) && Number(xml, "min") is { } from
                    && Number(xml, "max") is { } to && columns.Count < XlsxCells.MostColumns:
                    columns.Add((from - 1, to - 1));
                    break;
            }
            inValue = inFormula && xml is { LocalName: "v", IsEmptyElement: false };
            inFormula = xml.LocalName == "f" || (inFormula && xml.LocalName != "c");
        }
        return new([.. merged.OrderBy(static area => area.FromRow)], rows, hidden, count, hasResults, columns);
    }

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
