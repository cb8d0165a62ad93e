// Writes a table as an xlsx workbook, row by row in constant memory: amounts as numbers to the fen, everything else as text.
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

/// <summary>Writes one sheet with a frozen header, a filter and fitting widths. Same rows, same bytes.</summary>
public sealed class XlsxWriter : IDisposable
{
    /// <summary>What a sheet holds, the header among them.</summary>
    public const int MostRows = 1_048_576;

    // Widths stand before the rows in the file: they follow the first rows.
    private const int RowsForWidths = 500;
    private const double NarrowestColumn = 8;
    private const double WidestColumn = 60;

    /// <summary>Excel keeps fifteen digits of a number; a longer amount is written as text.</summary>
    private const int SignificantDigits = 15;

    private readonly string _file;
    private readonly IReadOnlyList<XlsxColumn> _columns;
    private readonly string[] _columnNames;
    private readonly XlsxPackage _package;
    private readonly List<string[]> _first = [];
    private readonly int _mostRows;
    private Stream? _stream;
    private PlainXml? _xml;
    private int _rows;

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="sheetName">The name of the sheet.</param>
    /// <param name="mostRows">How many rows the sheet may have, the header among them.</param>
    public XlsxWriter(Stream stream, string file, string sheetName, IReadOnlyList<XlsxColumn> columns, int mostRows = MostRows)
    {
        (_file, _columns, _mostRows) = (PathText.Shown(file), columns, mostRows);
        _columnNames = [.. columns.Select(static (_, i) => CellNames.Column(i))];
        _package = new(stream, sheetName);
    }

    /// <summary>Writes a row; the finding says why Excel cannot hold it.</summary>
    /// <param name="cells">One per column; amounts as decimal text, empty for none.</param>
    public DataFinding? Write(IReadOnlyList<string> cells)
    {
        if (_first.Count + _rows + 2 > _mostRows)
            return ExcelDiagnostics.TooManyRows.With(_mostRows).At(new(_file));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > XlsxText.LongestCell)
                return ExcelDiagnostics.TooLongText.With(_first.Count + _rows + 1, _columns[i].Name, XlsxText.LongestCell).At(new(_file));
        }
        if (_xml is { } xml)
            WriteRow(xml, cells);
        else
            _first.Add([.. cells]);
        if (_first.Count >= RowsForWidths)
            Begin();
        return null;
    }

    /// <summary>Writes what follows the rows and completes the workbook.</summary>
    public void Finish()
    {
        var xml = Begin();
        xml.WriteEndElement();
        if (_columns.Any(static column => column.IsToFill))
        {
            xml.Write(new SheetProtection
            {
                Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, Sort = false, AutoFilter = false,
            });
        }
        xml.Write(new AutoFilter { Reference = $"A1:{CellNames.Cell(_rows, _columns.Count - 1)}" });
        WriteValidations(xml);
        xml.WriteEndElement();
        xml.Close();
        _stream?.Dispose();
        _package.Dispose();
        (_xml, _stream) = (null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml?.Dispose();
        _stream?.Dispose();
        _package.Dispose();
    }

    /// <summary>Writes what stands before the rows, the header, and the rows that were held back for the widths.</summary>
    private PlainXml Begin()
    {
        if (_xml is { } begun)
            return begun;
        _stream = _package.OpenSheet();
        var xml = _xml = new PlainXml(_stream);
        xml.Begin("worksheet");
        xml.Write(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
                { WorkbookViewId = 0 }));
        xml.Write(new Columns(_columns.Select(Width)));
        xml.Begin("sheetData");
        xml.BeginRow(1);
        for (var i = 0; i < _columns.Count; i++)
            xml.Write(TextCell(_columnNames[i] + "1", _columns[i].Name, XlsxStyles.Header));
        xml.WriteEndElement();
        foreach (var row in _first)
            WriteRow(xml, row);
        _first.Clear();
        return xml;
    }

    private Column Width(XlsxColumn column, int index)
    {
        var widest = _first.Select(row => XlsxText.Width(row[index]) + (column.Content == XlsxContent.Amount ? row[index].Length / 3 : 0))
            .Append(XlsxText.Width(column.Name) + 3).Max();
        return new()
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = Math.Clamp(widest + 2.0, NarrowestColumn, WidestColumn),
            CustomWidth = true
        };
    }

    private void WriteRow(PlainXml xml, IReadOnlyList<string> cells)
    {
        _rows++;
        var number = (uint)_rows + 1;
        xml.BeginRow(number);
        for (var i = 0; i < cells.Count; i++)
        {
            var (name, style, text) = ($"{_columnNames[i]}{number}", XlsxStyles.Of(_columns[i]), cells[i]);
            if (text.Length == 0 && _columns[i].IsToFill)
                xml.Write(new Cell { CellReference = name, StyleIndex = style });
            else if (text.Length > 0)
                xml.Write(_columns[i].Content == XlsxContent.Amount && IsNumber(text)
                    ? NumberCell(name, text, style)
                    : TextCell(name, text, style));
        }
        xml.WriteEndElement();
    }

    /// <summary>Whether Excel keeps every digit.</summary>
    private static bool IsNumber(string text) =>
        text.Count(char.IsAsciiDigit) is > 0 and <= SignificantDigits
        && text.All(static letter => char.IsAsciiDigit(letter) || letter is '.' or '-');

    private static Cell NumberCell(string name, string text, uint style) =>
        new(new CellValue(text)) { CellReference = name, StyleIndex = style };

    private static Cell TextCell(string name, string text, uint style) =>
        new(new InlineString(new Text(XlsxText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = name, StyleIndex = style, DataType = CellValues.InlineString,
        };

    private void WriteValidations(PlainXml xml)
    {
        var amounts = _columns.Index().Where(static column => column.Item is { IsToFill: true, Content: XlsxContent.Amount })
            .Select(static column => column.Index).ToList();
        if (amounts.Count == 0)
            return;
        xml.Write(new DataValidations(amounts.Select(index => new DataValidation(new Formula1("0"))
        {
            Type = DataValidationValues.Decimal, Operator = DataValidationOperatorValues.GreaterThanOrEqual, AllowBlank = true,
            ShowErrorMessage = true, ErrorTitle = "金额", Error = "请填写不小于 0 的数，单位：元。",
            SequenceOfReferences = new() { InnerText = $"{_columnNames[index]}2:{_columnNames[index]}{Math.Max(_rows + 1, 2)}" },
        })));
    }
}
