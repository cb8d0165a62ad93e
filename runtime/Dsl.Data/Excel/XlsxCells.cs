// The cells of an xlsx sheet as the file holds them. Programs leave out what the standard lets them leave out;
// what contradicts itself is refused.
using System.Globalization;
using System.Xml;
using Dsl.Loading.Documents;

namespace Dsl.Data.Excel;

/// <summary>Reads the XML of a sheet once, row by row.</summary>
internal sealed class XlsxCells(XlsxBook book, XmlReader xml) : SheetCells
{
    /// <summary>How many columns a sheet has.</summary>
    public const int MostColumns = 16_384;

    // Nobody computes more at once; what claims to would be looked through again for every row.
    private const int MostArrays = 10_000;

    // Results of array formulas stand in other cells than the formula: without a result those look empty, with one like something typed.
    private readonly List<CellArea> _arrays = [];
    private int _row = -1;
    private bool _inData;
    private bool _isBehind;

    /// <inheritdoc/>
    public override int? ReadRow(List<RawCell> cells)
    {
        cells.Clear();
        while (!_isBehind && xml.Read())
        {
            if (xml.LocalName == "sheetData")
            {
                _isBehind = xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement;
                _inData = true;
            }
            else if (_inData && xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName != "row")
                    throw new BrokenSheetException(WorkbookPhrases.BetweenRows.With(xml.LocalName));
                ReadCells(cells);
                return _row;
            }
        }
        return null;
    }

    /// <inheritdoc/>
    public override void Dispose() => xml.Dispose();

    private void ReadCells(List<RawCell> cells)
    {
        var before = _row;
        var named = xml.GetAttribute("r");
        _row = named is null ? _row + 1 : int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1
            : throw new BrokenSheetException(WorkbookPhrases.RowNumber.With(named));
        var (column, isFirst, seen) = (-1, true, new HashSet<int>());
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName != "c")
                {
                    PassExtension();
                    continue;
                }
                column = ColumnOf(column, named is null && isFirst);
                isFirst = false;
                if (column >= MostColumns || _row >= XlsxWriter.MostRows)
                    throw new BrokenSheetException(
                        WorkbookPhrases.CellOutside.With(CellNames.Cell(_row, column), XlsxWriter.MostRows));
                if (!seen.Add(column))
                    throw new BrokenSheetException(WorkbookPhrases.CellTwice.With(CellNames.Cell(_row, column)));
                if (ReadCell(column) is { } cell)
                    cells.Add(cell);
            }
        }
        if (_row >= XlsxWriter.MostRows)
            throw new BrokenSheetException(WorkbookPhrases.RowOutside.With(_row + 1L, XlsxWriter.MostRows));
        if (_row <= before)
            throw new BrokenSheetException(WorkbookPhrases.RowTwice.With(_row + 1));
        MarkArrays(cells);
        cells.Sort(static (left, right) => left.Column.CompareTo(right.Column));
    }

    /// <summary>The column of a cell; one without a name follows the one before.</summary>
    /// <param name="last">The column of the cell before.</param>
    /// <param name="namesRow">Whether the row has no number of its own, so that its first cell gives it.</param>
    private int ColumnOf(int last, bool namesRow)
    {
        if (xml.GetAttribute("r") is not { } name)
            return last + 1;
        if (CellNames.Parse(name.Replace("$", "", StringComparison.Ordinal)) is not { } place)
            throw new BrokenSheetException(WorkbookPhrases.CellName.With(name));
        if (namesRow && place.Row > _row)
            _row = place.Row;
        return place.Row == _row ? place.Column : throw new BrokenSheetException(WorkbookPhrases.CellInOtherRow.With(name, _row + 1));
    }

    private RawCell? ReadCell(int column)
    {
        var (type, format) = (xml.GetAttribute("t") ?? "n", book.FormatOf(xml.GetAttribute("s")));
        var (isFormula, value, inline) = (false, default(string), default(string));
        var area = default(CellArea?);
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.NodeType != XmlNodeType.EndElement)
            {
                switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
                {
                    case "f":
                        isFormula = true;
                        area = xml.GetAttribute("t") is "array" or "dataTable" ? CellArea.Parse(xml.GetAttribute("ref")) : null;
                        xml.Skip();
                        break;
                    case "v":
                        value = xml.ReadElementContentAsString();
                        break;
                    case "is":
                        inline = XlsxText.Read(xml);
                        xml.Read();
                        break;
                    default:
                        xml.Skip();
                        break;
                }
            }
        }
        if (area is { } results)
        {
            _arrays.Add(results);
            if (_arrays.Count > MostArrays)
                throw new BrokenSheetException(WorkbookPhrases.TooManyArrays.With(MostArrays));
        }
        return Cell(column, type, value, inline, format, isFormula);
    }

    private RawCell? Cell(int column, string type, string? value, string? inline, NumberFormat format, bool isFormula)
    {
        // A formula whose result is an empty text says so by its type; others have no result yet.
        if (isFormula && (value is null || (string.IsNullOrWhiteSpace(value) && type != "str")) && inline is null)
            return new(column, RawKind.NotCalculated, "", format, true);
        RawCell Of(RawKind kind, string text) => new(column, kind, text, format, isFormula);
        if (type == "inlineStr")
            return (inline ?? value) is { } text ? Of(RawKind.Text, text) : null;
        if (value is null)
            return inline is null ? null : Of(RawKind.Text, inline);
        return type switch
        {
            "str" => Of(RawKind.Text, XlsxText.Unescape(value)),
            _ when string.IsNullOrWhiteSpace(value) => null,
            "n" => Of(RawKind.Number, value.Trim()),
            "s" => Of(RawKind.Text, book.TextOf(value, CellNames.Cell(_row, column))),
            "b" => Of(RawKind.Truth,
                XlsxBook.IsTrue(value) ? "1"
                : value.Trim() is "0" or "false" ? "0"
                : throw new BrokenSheetException(WorkbookPhrases.NoTruth.With(CellNames.Cell(_row, column), value))),
            "e" => Of(RawKind.Error, value.Trim()),
            "d" => Of(RawKind.Day, value.Trim()),
            _ => throw new BrokenSheetException(WorkbookPhrases.CellType.With(CellNames.Cell(_row, column), type)),
        };
    }

    private void MarkArrays(List<RawCell> cells)
    {
        _arrays.RemoveAll(area => area.ToRow < _row);
        if (!_arrays.Exists(area => area.FromRow <= _row))
            return;
        var places = cells.Index().ToDictionary(static cell => cell.Item.Column, static cell => cell.Index);
        foreach (var area in _arrays.Where(area => area.FromRow <= _row))
        {
            for (var column = area.FromColumn; column <= Math.Min(area.ToColumn, MostColumns - 1); column++)
            {
                if (places.TryGetValue(column, out var at))
                {
                    cells[at] = cells[at] with { IsFormula = true };
                    continue;
                }
                places.Add(column, cells.Count);
                cells.Add(new(column, RawKind.NotCalculated, "", NumberFormat.General, true));
            }
        }
    }

    /// <summary>Passes over what programs keep for themselves, up to its end.</summary>
    private void PassExtension()
    {
        if (xml.LocalName != "extLst")
            throw new BrokenSheetException(WorkbookPhrases.WithinRow.With(_row + 1, xml.LocalName));
        for (var depth = xml.Depth; !xml.IsEmptyElement && xml.Read() && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth);)
        {
        }
    }
}
