// The rows of one sheet of a workbook, as texts, with the number that Excel shows beside each row.
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Data.Excel;

/// <summary>A row.</summary>
/// <param name="Number">As Excel shows it, 1-based.</param>
/// <param name="Cells">The cells; as many as the header has.</param>
/// <param name="Problems">Cells that cannot be used, by column (0-based); empty where all can be.</param>
internal readonly record struct ExcelRow(long Number, string[] Cells, IReadOnlyList<(int Column, DataProblem Problem)> Problems);

/// <summary>Reads a sheet once, from the first row to the last.</summary>
internal sealed class ExcelRows : IDisposable
{
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private readonly SheetNotes _notes;
    private readonly CellRange[] _merged;
    private readonly string _file;
    private int _row = -1;

    private ExcelRows(string file, Stream stream, IExcelDataReader reader, SheetNotes notes)
    {
        (_file, _stream, _reader, _notes) = (file, stream, reader, notes);
        _merged = reader.MergeCells ?? [];
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
    public long Length => Math.Max(_reader.RowCount, _row + 1);

    /// <summary>The names of the visible sheets, in their order; the finding says why there are none.</summary>
    public static (IReadOnlyList<string> Names, DataFinding? Finding) Sheets(string path) =>
        Guard<IReadOnlyList<string>>(path, [], () =>
        {
            using var stream = Share(path);
            using var reader = CreateReader(stream);
            return (VisibleSheets(reader), null);
        });

    /// <summary>Opens a sheet; the finding says why it cannot be read.</summary>
    public static (ExcelRows? Rows, DataFinding? Finding) Open(ExcelAddress address) => Guard<ExcelRows?>(address.Path, null, () =>
    {
        var stream = Share(address.Path);
        try
        {
            var reader = CreateReader(stream);
            var names = VisibleSheets(reader);
            reader.Reset();
            if (Select(reader, address.Sheet ?? names.FirstOrDefault()) is not { } index)
            {
                stream.Dispose();
                return (null, ExcelRules.NoSheet.With(address.Sheet ?? "", string.Join('、', names)).At(new(PathText.Shown(address.Path))));
            }
            return (new(ShownOf(address.Path, reader.Name), stream, reader, Notes(address.Path, reader.Name, index)), null);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    });

    /// <summary>Reads the next row that is not blank; false at the end, and where <see cref="Fatal"/> is set.</summary>
    public bool TryRead(out ExcelRow row)
    {
        row = default;
        while (Fatal is null && Next())
        {
            var cells = new string[Header.Length];
            List<(int, DataProblem)>? problems = null;
            for (var column = 0; column < cells.Length; column++)
            {
                var (text, problem) = Cell(column);
                cells[column] = text;
                if (problem is not null)
                    (problems ??= []).Add((column, problem));
            }
            if (problems is null && Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            row = new(_row + 1, cells, problems ?? (IReadOnlyList<(int, DataProblem)>)[]);
            return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private string[] ReadHeader()
    {
        if (_merged.FirstOrDefault(static range => range.FromRow == 0) is { } merged)
        {
            Fatal = ExcelRules.MergedHeader.With(Name(merged)).At(new(_file, 1));
            return [];
        }
        while (Fatal is null && Next())
        {
            var names = Enumerable.Range(0, _reader.FieldCount).Select(column => Cell(column).Text.Trim()).ToArray();
            var width = Array.FindLastIndex(names, static name => name.Length > 0) + 1;
            if (width == 0)
                continue;
            if (_row > 0)
                Fatal = ExcelRules.BlankFirstRow.With(_reader.Name, _row + 1).At(new(_file, _row + 1));
            return Fatal is null ? names[..width] : [];
        }
        Fatal ??= FileRules.NoHeader.With().At(new(_file, 1));
        return [];
    }

    private bool Next()
    {
        var (found, finding) = Guard(_file, false, () => (_reader.Read(), null));
        Fatal ??= finding;
        _row++;
        return found;
    }

    private ExcelCell Cell(int column)
    {
        if (column >= _reader.FieldCount)
            return new("", null);
        var cell = ExcelCellText.Read(_reader.GetValue(column), _reader.GetNumberFormatString(column), _reader.GetNumberFormatIndex(column), _notes.DatesFrom1904);
        if (_notes.Problems.TryGetValue((_row, column), out var noted))
            return noted;
        foreach (var range in _merged)
        {
            if (_row >= range.FromRow && _row <= range.ToRow && column >= range.FromColumn && column <= range.ToColumn)
                return cell with { Problem = ExcelRules.MergedCell.With(Name(range)) };
        }
        return cell;
    }

    private static IExcelDataReader CreateReader(Stream stream)
    {
        // Old workbooks are written in code pages.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    private static List<string> VisibleSheets(IExcelDataReader reader)
    {
        var names = new List<string>();
        do
        {
            if (reader.VisibleState == "visible")
                names.Add(reader.Name);
        }
        while (reader.NextResult());
        return names;
    }

    /// <summary>Goes to a sheet; null where there is none of that name.</summary>
    private static int? Select(IExcelDataReader reader, string? name)
    {
        var index = 0;
        do
        {
            if (string.Equals(reader.Name, name, StringComparison.OrdinalIgnoreCase))
                return index;
            index++;
        }
        while (reader.NextResult());
        return null;
    }

    private static SheetNotes Notes(string path, string sheet, int index)
    {
        using var stream = Share(path);
        return SheetNotes.Read(stream, sheet, index);
    }

    /// <summary>Opens a file that Excel may have open too.</summary>
    private static FileStream Share(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static string ShownOf(string path, string sheet) => $"{PathText.Shown(path)}#{sheet}";

    private static string Name(CellRange range) => $"{CellNames.Cell(range.FromRow, range.FromColumn)}:{CellNames.Cell(range.ToRow, range.ToColumn)}";

    /// <summary>A damaged workbook makes the libraries fail in many ways: whatever they throw is a finding about the file.</summary>
    private static (T Value, DataFinding? Finding) Guard<T>(string path, T otherwise, Func<(T, DataFinding?)> work)
    {
        var shown = PathText.Shown(path);
        (T, DataFinding?) Fail(DataProblem problem) => (otherwise, problem.At(new(shown)));
        try
        {
            return work();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(FileRules.NotFound.With(shown));
        }
        catch (InvalidPasswordException)
        {
            return Fail(ExcelRules.Unreadable.With("设有打开密码"));
        }
        catch (HeaderException)
        {
            return Fail(ExcelRules.Unreadable.With("内容不是 Excel 格式"));
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or XmlException or OpenXmlPackageException
            or FormatException or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException
            or InvalidCastException or OverflowException or EndOfStreamException or FileFormatException)
        {
            return Fail(ExcelRules.Unreadable.With("文件已损坏"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileRules.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }
}
