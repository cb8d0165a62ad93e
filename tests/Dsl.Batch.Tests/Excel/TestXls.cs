// Workbooks of old Excel for tests: the records of BIFF8 in a compound file, spelled out.
using System.Text;

namespace Dsl.Batch.Tests.Excel;

/// <summary>Builds an xls file with one sheet.</summary>
internal static class TestXls
{
    private const int Sector = 512;

    /// <summary>
    /// A row is a list of cells such as n:12.5, t:文字, b:1, e:42 (an error value), f:7 (a formula whose result is an error), or nothing.
    /// </summary>
    /// <param name="name">The sheet.</param>
    /// <param name="rows">Its cells.</param>
    /// <param name="streams">Names of empty streams beside the workbook, by which programs are known.</param>
    public static byte[] Sheet(string name, string[][] rows, params string[] streams)
    {
        var sheet = new MemoryStream();
        Record(sheet, 0x0809, [.. U16(0x0600), .. U16(0x0010), .. new byte[12]]);
        Record(sheet, 0x0200, [.. U32(0), .. U32((uint)rows.Length), .. U16(0), .. U16(rows.Max(static row => row.Length)), .. U16(0)]);
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, cell) in cells.Index().Where(static cell => cell.Item.Length > 0))
                Cell(sheet, [.. U16(row), .. U16(column), .. U16(0)], cell[0], cell[2..]);
        }
        Record(sheet, 0x000A, []);
        byte[] Globals(int offset)
        {
            var globals = new MemoryStream();
            Record(globals, 0x0809, [.. U16(0x0600), .. U16(0x0005), .. new byte[12]]);
            Record(globals, 0x0042, U16(1200));
            Record(globals, 0x00E0, new byte[20]);
            Record(globals, 0x0085, [.. U32((uint)offset), 0, 0, (byte)name.Length, 1, .. Encoding.Unicode.GetBytes(name)]);
            Record(globals, 0x000A, []);
            return globals.ToArray();
        }
        return Compound([.. Globals(Globals(0).Length), .. sheet.ToArray()], streams);
    }

    /// <summary>The same container around something that is no workbook.</summary>
    /// <param name="content">The name of its one stream.</param>
    public static byte[] Container(string content) => Compound(new byte[5000], [], content);

    private static void Cell(MemoryStream sheet, byte[] place, char kind, string text)
    {
        switch (kind)
        {
            case 'n':
                Record(sheet, 0x0203,
                    [.. place, .. BitConverter.GetBytes(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))]);
                break;
            case 't':
                Record(sheet, 0x0204, [.. place, .. U16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                break;
            case 'z':
                Record(sheet, 0x0006, [.. place, 3, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[6], .. U16(3), 0x1E, 1, 0]);
                break;
            case 'f':
                Record(sheet, 0x0006, [.. place, 2, 0, byte.Parse(text), 0, 0, 0, 0xFF, 0xFF, .. new byte[6], .. U16(3), 0x1E, 1, 0]);
                break;
            default:
                Record(sheet, 0x0205, [.. place, byte.Parse(text), (byte)(kind == 'e' ? 1 : 0)]);
                break;
        }
    }

    // Header, then sectors: 0 the table of chains, 1 the directory, from 2 on the stream, which is long enough to have sectors of its own.
    private static byte[] Compound(byte[] stream, string[] streams, string content = "Workbook")
    {
        var sectors = Math.Max(8, (stream.Length + Sector - 1) / Sector);
        var file = new byte[(sectors + 3) * Sector];
        void Put(int at, params ReadOnlySpan<byte> bytes) => bytes.CopyTo(file.AsSpan(at));
        Put(0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        Put(24, [.. U16(0x3E), .. U16(3), .. U16(0xFFFE), .. U16(9), .. U16(6)]);
        Put(44, [.. U32(1), .. U32(1), .. U32(0), .. U32(4096), .. U32(0xFFFFFFFE), .. U32(0), .. U32(0xFFFFFFFE), .. U32(0), .. U32(0)]);
        file.AsSpan(80, Sector - 80).Fill(0xFF);
        file.AsSpan(Sector, Sector).Fill(0xFF);
        Put(Sector, [.. U32(0xFFFFFFFD), .. U32(0xFFFFFFFE)]);
        for (var i = 0; i < sectors; i++)
            Put(Sector + 4 * (i + 2), U32(i + 1 < sectors ? (uint)i + 3 : 0xFFFFFFFE));
        Put(2 * Sector, Entry("Root Entry", 5, 0xFFFFFFFE, 0, child: 1));
        Put(2 * Sector + 128, Entry(content, 2, 2, sectors * Sector, child: 0xFFFFFFFF));
        foreach (var (index, name) in streams.Index())
            Put(2 * Sector + 128 * (index + 2), Entry(name, 2, 0xFFFFFFFE, 0, child: 0xFFFFFFFF));
        Put(3 * Sector, stream);
        return file;
    }

    private static byte[] Entry(string name, byte kind, uint start, int length, uint child)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        U16(name.Length * 2 + 2).CopyTo(entry, 64);
        (entry[66], entry[67]) = (kind, 1);
        ((byte[])[.. U32(0xFFFFFFFF), .. U32(0xFFFFFFFF), .. U32(child)]).CopyTo(entry, 68);
        ((byte[])[.. U32(start), .. U32((uint)length)]).CopyTo(entry, 116);
        return entry;
    }

    private static void Record(MemoryStream stream, int id, byte[] data) => stream.Write([.. U16(id), .. U16(data.Length), .. data]);

    private static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] U32(uint value) => BitConverter.GetBytes(value);
}
