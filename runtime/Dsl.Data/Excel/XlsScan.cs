// Finds in the records of an xls sheet the cells that hold an error value, and the formulas that no program has computed yet.
using System.Buffers.Binary;
using Dsl.Loading.Documents;
using ExcelDataReader.Exceptions;

namespace Dsl.Data.Excel;

internal static class XlsScan
{
    private const int Begin = 0x0809;
    private const int End = 0x000A;
    private const int Encrypted = 0x002F;
    private const int DateMode = 0x0022;
    private const int Sheet = 0x0085;
    private const int TruthOrError = 0x0205;
    private const int Formula = 0x0006;
    private const int Uncalculated = 0x005E;

    private static readonly Dictionary<byte, string> Errors = new()
    {
        [0x00] = "#NULL!", [0x07] = "#DIV/0!", [0x0F] = "#VALUE!", [0x17] = "#REF!", [0x1D] = "#NAME?", [0x24] = "#NUM!", [0x2A] = "#N/A",
    };

    /// <summary>Reads a sheet of a workbook.</summary>
    /// <param name="sheetIndex">Which of its worksheets, 0-based.</param>
    /// <exception cref="InvalidDataException">Damaged.</exception>
    public static SheetNotes Read(Stream file, int sheetIndex)
    {
        var container = CompoundFile.Read(file);
        var records = container.Find("Workbook", "Book") ?? throw new InvalidDataException("no workbook inside");
        // Spreadsheet programs say who they are; libraries that write formulas and compute nothing do not.
        var isByLibrary = container.Find("\u0005SummaryInformation") is null;
        // SheetJS names itself by a stream; where there is no result it writes an empty text.
        var isBySheetJs = container.Find("Sh33tJ5", "\u0001Sh33tJ5") is not null;
        var (sheets, from1904) = (new List<int>(), false);
        foreach (var (id, data) in Records(records, 0))
        {
            if (id == Encrypted)
                throw new InvalidPasswordException("encrypted");
            if (id == DateMode)
                from1904 = data.Span[0] != 0;
            else if (id == Sheet && data.Span[5] == 0)
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(data.Span));
        }
        var (errors, empty) = (new Dictionary<(int, int), string>(), new HashSet<(int, int)>());
        foreach (var (id, data) in sheetIndex < sheets.Count ? Records(records, sheets[sheetIndex]) : [])
        {
            isByLibrary |= id == Uncalculated;
            if (Error(id, data.Span) is { } code)
                errors[Place(data.Span)] = Errors.GetValueOrDefault(code, "#错误");
            else if (id == Formula && HasNoResult(data.Span) && (!isBySheetJs || data.Span[12] == 0xFF))
                empty.Add(Place(data.Span));
        }
        return new(from1904, errors, isByLibrary || isBySheetJs ? empty : new HashSet<(int, int)>());
    }

    private static (int Row, int Column) Place(ReadOnlySpan<byte> data) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));

    // Zero, or kind 3: an empty text.
    private static bool HasNoResult(ReadOnlySpan<byte> data) =>
        data.Length >= 14
        && (BinaryPrimitives.ReadInt64LittleEndian(data[6..]) == 0 || (data[12] == 0xFF && data[13] == 0xFF && data[6] == 3));

    // Row, column and format take six bytes. Then a constant: value, whether it is an error. Or a result of eight bytes: a number, or
    // kind (2 is an error), –, value, –, –, –, FF, FF.
    private static byte? Error(int id, ReadOnlySpan<byte> data) => id switch
    {
        TruthOrError when data.Length >= 8 && data[7] != 0 => data[6],
        Formula when data.Length >= 14 && data[12] == 0xFF && data[13] == 0xFF && data[6] == 2 => data[8],
        _ => null,
    };

    /// <summary>The records of a part, up to its end; parts inside it (charts) are passed over.</summary>
    private static IEnumerable<(int Id, ReadOnlyMemory<byte> Data)> Records(byte[] bytes, int start)
    {
        var depth = 0;
        for (var at = start; at + 4 <= bytes.Length;)
        {
            var (id, length) =
                (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2)));
            if (at + 4 + length > bytes.Length)
                throw new InvalidDataException("a record is cut off");
            depth += id == Begin ? 1 : id == End ? -1 : 0;
            if (depth <= 0)
                yield break;
            if (depth == 1)
                yield return (id, bytes.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }
}
