// A workbook of old Excel (and, under whichever name, files that are no zip archives), through ExcelDataReader.
using System.Globalization;
using System.Text;
using Dsl.Loading.Documents;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Dsl.Data.Excel;

internal sealed class XlsBook : ExcelBook
{
    private readonly Stream _file;
    private readonly List<SheetInfo> _sheets = [];

    /// <summary>Takes a file apart.</summary>
    public XlsBook(Stream file)
    {
        _file = file;
        RefuseOthers();
        using var reader = CreateReader();
        do
        {
            _sheets.Add(new(reader.Name, reader.VisibleState != "visible", IsGrid: true));
        }
        while (reader.NextResult());
        DatesFrom1904 = XlsScan.Read(Rewound(), 0).DatesFrom1904;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SheetInfo> Sheets => _sheets;

    /// <inheritdoc/>
    public override bool DatesFrom1904 { get; }

    /// <inheritdoc/>
    public override SheetCells Read(int index)
    {
        var notes = XlsScan.Read(Rewound(), index);
        return new XlsCells(CreateReader(), index, notes);
    }

    /// <inheritdoc/>
    public override SheetSurvey Survey(int index)
    {
        using var reader = CreateReader();
        XlsCells.Go(reader, index);
        var (hidden, count, rows) = (new List<int>(), 0, 0);
        for (; reader.Read(); rows++)
        {
            if (reader.RowHeight > 0 || Enumerable.Range(0, reader.FieldCount).All(column => reader.GetValue(column) is null))
                continue;
            count++;
            if (hidden.Count < 5)
                hidden.Add(rows + 1);
        }
        var merged =
            (reader.MergeCells ?? []).Select(static range => new CellArea(range.FromRow, range.FromColumn, range.ToRow, range.ToColumn));
        return new([.. merged.OrderBy(static area => area.FromRow)], rows, hidden, count, HasResults: false,
            [.. Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetColumnWidth(column) <= 0)
                .Select(static column => (column, column))]);
    }

    /// <inheritdoc/>
    public override void Dispose() => _file.Dispose();

    /// <summary>Old documents of other programs, and new ones under a password, lie in the same container.</summary>
    private void RefuseOthers()
    {
        var start = new byte[4];
        _file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!CompoundFile.IsOne(start))
            return;
        var container = CompoundFile.Read(Rewound());
        if (container.Has("Workbook") || container.Has("Book"))
            return;
        throw container.HasPassword
            ? new InvalidPasswordException("encrypted")
            : new NoWorkbookException(container.Kind);
    }

    private IExcelDataReader CreateReader()
    {
        // Old workbooks are written in code pages.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(Rewound(), new ExcelReaderConfiguration { LeaveOpen = true });
    }

    private Stream Rewound()
    {
        _file.Position = 0;
        return _file;
    }
}

/// <summary>The rows of a sheet of old Excel.</summary>
internal sealed class XlsCells : SheetCells
{
    private readonly IExcelDataReader _reader;
    private readonly SheetNotes _notes;
    private readonly Dictionary<int, NumberFormat> _formats = [];
    private int _row = -1;

    /// <summary>Goes to a sheet.</summary>
    public XlsCells(IExcelDataReader reader, int index, SheetNotes notes)
    {
        (_reader, _notes) = (reader, notes);
        Go(reader, index);
    }

    /// <summary>Goes to a sheet.</summary>
    public static void Go(IExcelDataReader reader, int index)
    {
        for (; index > 0; index--)
            reader.NextResult();
    }

    /// <inheritdoc/>
    public override int? ReadRow(List<RawCell> cells)
    {
        cells.Clear();
        if (!_reader.Read())
            return null;
        _row++;
        for (var column = 0; column < _reader.FieldCount; column++)
        {
            if (_notes.Errors.TryGetValue((_row, column), out var error))
                cells.Add(new(column, RawKind.Error, error, NumberFormat.General));
            else if (_notes.NotCalculated.Contains((_row, column)))
                cells.Add(new(column, RawKind.NotCalculated, "", NumberFormat.General, true));
            else if (Cell(column) is { } cell)
                cells.Add(cell);
        }
        return _row;
    }

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    private RawCell? Cell(int column)
    {
        RawCell Of(RawKind kind, string text, NumberFormat format) => new(column, kind, text, format);
        return _reader.GetValue(column) switch
        {
            null => null,
            string text => Of(RawKind.Text, text, NumberFormat.General),
            bool truth => Of(RawKind.Truth, truth ? "1" : "0", NumberFormat.General),
            DateTime date => Of(RawKind.Number, Serial(date).ToString("R", CultureInfo.InvariantCulture), NumberFormat.Date),
            TimeSpan time => Of(RawKind.Number, time.TotalDays.ToString("R", CultureInfo.InvariantCulture), NumberFormat.Time),
            double number => Of(RawKind.Number, number.ToString("R", CultureInfo.InvariantCulture), FormatOf(column)),
            int number => Of(RawKind.Number, number.ToString(CultureInfo.InvariantCulture), FormatOf(column)),
            var other => Of(RawKind.Text, Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", NumberFormat.General),
        };
    }

    /// <summary>
    /// The serial number of a date. The reader moves the first days of 1900, so that two of them become one: they cannot be
    /// distinguished here, and whoever makes dates of numbers accepts none of them.
    /// </summary>
    private double Serial(DateTime date) => date.ToOADate() - (_notes.DatesFrom1904 ? 1462 : date < new DateTime(1900, 3, 1) ? 1 : 0);

    private NumberFormat FormatOf(int column)
    {
        var index = _reader.GetNumberFormatIndex(column);
        if (!_formats.TryGetValue(index, out var format))
            _formats.Add(index,
                format = index is > 0 and < 164 && NumberFormat.Of(index, null) is var known && known != NumberFormat.General
                    ? known
                    : NumberFormat.Of(index, _reader.GetNumberFormatString(column)));
        return format;
    }
}
