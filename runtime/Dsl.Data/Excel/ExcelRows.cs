// The rows of one sheet of a workbook, as texts, with the number that Excel shows beside each row.
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

/// <summary>Reads a sheet once, from the first row to the last.</summary>
internal sealed class ExcelRows : IDisposable
{
    // Where a unit for the whole table is looked for beside it.
    private const int TopRows = 50;

    private readonly ExcelBook _book;
    private readonly SheetCells _reader;
    private readonly ExcelCellText _meaning;
    private readonly SheetSurvey _survey;
    private readonly string _file;
    private readonly string _sheet;
    private readonly List<RawCell> _cells = [];
    private readonly int _unitsUpTo;
    private int _row = -1;

    private ExcelRows(string path, ExcelBook book, int sheet)
    {
        _book = book;
        _sheet = book.Sheets[sheet].Name;
        _file = $"{PathText.Shown(path)}#{_sheet}";
        _survey = book.Survey(sheet);
        _meaning = new(book.DatesFrom1904, book.IsToBeCalculated);
        _unitsUpTo = UnitsUpTo(book, sheet);
        _reader = book.Read(sheet);
        Header = ReadHeader();
    }

    /// <summary>The sheet, as shown in messages: 数据.xlsx#企业.</summary>
    public string Shown => _file;

    /// <summary>The column names, trimmed, up to the last that is not empty; empty where <see cref="Fatal"/> is set.</summary>
    public string[] Header { get; }

    /// <summary>Why reading had to stop; null while all is well.</summary>
    public DataFinding? Fatal { get; private set; }

    /// <summary>How many rows were read, the header among them.</summary>
    public long Position => _row + 1;

    /// <summary>How many rows the sheet has, the header among them.</summary>
    public long Length => Math.Max(_survey.RowCount, _row + 1);

    /// <summary>What to know of the sheet as a whole: hidden rows, old results.</summary>
    public IEnumerable<DataFinding> Remarks()
    {
        if (_survey.HiddenCount > 0)
            yield return ExcelDiagnostics.HiddenRows
                .With(_survey.HiddenCount,
                    string.Join('、', _survey.HiddenRows) + (_survey.HiddenCount > _survey.HiddenRows.Count ? "……" : ""))
                .At(new(_file));
        var hidden =
            Header.Where((name, column) => name.Length > 0 && _survey.HiddenColumns.Any(area => column >= area.From && column <= area.To))
                .ToList();
        if (hidden.Count > 0)
            yield return ExcelDiagnostics.HiddenColumns.With(
                string.Join('、', hidden.Take(5).Select(static name => $"“{name}”")) + (hidden.Count > 5 ? $"……共 {hidden.Count} 列" : ""))
                .At(new(_file));
        if (_book.IsToBeCalculated && _survey.HasResults)
            yield return ExcelDiagnostics.OldResults.With().At(new(_file));
    }

    /// <summary>The names of the visible sheets, in their order; the finding says why there are none.</summary>
    public static (IReadOnlyList<string> Names, DataFinding? Finding) Sheets(string path) => ExcelFile.Use<IReadOnlyList<string>>(
        path, [],
        static book =>
            ([.. book.Sheets.Where(static sheet => sheet is { IsHidden: false, IsGrid: true }).Select(static sheet => sheet.Name)], null));

    /// <summary>Opens a sheet, by default the first visible one; the finding says why it cannot be read.</summary>
    public static (ExcelRows? Rows, DataFinding? Finding) Open(ExcelAddress address) =>
        ExcelFile.Guard<ExcelRows?>(address.Path, null, () =>
        {
            var book = ExcelBook.Open(ExcelFile.Share(address.Path));
            try
            {
                if (SheetChoice.Find(book, address.Sheet) is { } index)
                    return (new(address.Path, book, index), null);
                var names =
                    book.Sheets.Where(static sheet => sheet is { IsHidden: false, IsGrid: true }).Select(static sheet => sheet.Name);
                book.Dispose();
                return (null, ExcelDiagnostics.NoSheet.With(address.Sheet ?? "", string.Join('、', names))
                    .At(new(PathText.Shown(address.Path))));
            }
            catch
            {
                book.Dispose();
                throw;
            }
        });

    /// <summary>Reads the next row that is not blank; false at the end, and where <see cref="Fatal"/> is set.</summary>
    public bool TryRead(out SourceRow row)
    {
        row = default;
        while (Fatal is null && Next())
        {
            var (cells, kinds) = (new string[Header.Length], new CellKind[Header.Length]);
            Array.Fill(cells, "");
            List<(int, DataProblem)>? problems = null;
            foreach (var (column, cell) in Row(Header.Length))
            {
                (cells[column], kinds[column]) = (cell.Text, cell.Kind);
                if (cell.Problem is { } problem)
                    (problems ??= []).Add((column, problem));
            }
            if (problems is null && Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            row = new(_row + 1, cells, kinds, problems ?? (IReadOnlyList<(int, DataProblem)>)[]);
            return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _book.Dispose();
    }

    /// <summary>
    /// How many columns hold all that state a unit for the table: 单位：万元 stands in a corner, often beside the header's last column.
    /// </summary>
    private static int UnitsUpTo(ExcelBook book, int sheet)
    {
        using var reader = book.Read(sheet);
        var (cells, width) = (new List<RawCell>(), 0);
        for (var rows = 0; rows < TopRows && reader.ReadRow(cells) is not null; rows++)
        {
            foreach (var cell in cells)
            {
                if (cell.Kind == RawKind.Text && RowWords.TableUnit(cell.Text) is not null)
                    width = Math.Max(width, cell.Column + 1);
            }
        }
        return width;
    }

    private string[] ReadHeader()
    {
        if (_survey.Merged.Any(static area => area.FromRow == 0))
        {
            Fatal = ExcelDiagnostics.MergedHeader.With(_survey.Merged[0].Name).At(new(_file, 1));
            return [];
        }
        while (Fatal is null && Next())
        {
            var cells = Row(int.MaxValue).ToList();
            var names = new string[Math.Max(_unitsUpTo, cells.Count == 0 ? 0 : cells[^1].Column + 1)];
            Array.Fill(names, "");
            foreach (var (column, cell) in cells)
                names[column] = cell.Text.Trim();
            var width = Array.FindLastIndex(names, static name => name.Length > 0) + 1;
            if (width == 0)
                continue;
            width = Math.Max(width, _unitsUpTo);
            if (_row > 0)
                Fatal = ExcelDiagnostics.BlankFirstRow.With(_sheet, _row + 1).At(new(_file, _row + 1));
            return Fatal is null ? names[..width] : [];
        }
        Fatal ??= FileDiagnostics.NoHeader.With().At(new(_file, 1));
        return [];
    }

    private bool Next()
    {
        var (row, finding) = ExcelFile.Guard<int?>(_file, null, () => (_reader.ReadRow(_cells), null));
        Fatal ??= finding;
        _row = row ?? _row + 1;
        return row is not null;
    }

    /// <summary>The cells of the row that was read, from the left; those of merged areas among them, even where they are empty.</summary>
    private IEnumerable<(int Column, ExcelCell Cell)> Row(int width)
    {
        var merged = _survey.Merged.Count == 0
            ? []
            : _survey.Merged.TakeWhile(area => area.FromRow <= _row).Where(area => area.ToRow >= _row).ToList();
        if (merged.Count == 0)
            return _cells.Where(cell => cell.Column < width).Select(cell => (cell.Column, _meaning.Read(cell)));
        var cells = _cells.Where(cell => cell.Column < width).ToDictionary(static cell => cell.Column, _meaning.Read);
        foreach (var area in merged)
        {
            for (var column = area.FromColumn; column <= Math.Min(area.ToColumn, Math.Min(width - 1, XlsxCells.MostColumns)); column++)
                cells[column] = cells.GetValueOrDefault(column, new("")) is var cell && cell.Problem is null
                    ? cell with { Problem = ExcelDiagnostics.MergedCell.With(area.Name) }
                    : cell;
        }
        return cells.OrderBy(static cell => cell.Key).Select(static cell => (cell.Key, cell.Value));
    }
}
