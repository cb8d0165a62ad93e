// Workbooks for tests, spelled out in the file's own XML: what other programs write, not what ours would.
using System.IO.Compression;
using System.Text;

namespace Dsl.Batch.Tests.Excel;

/// <summary>Builds an xlsx file from sheets of raw cells.</summary>
internal sealed class TestWorkbook
{
    // Number formats by style index: 0 general, 1 percent, 2 date, 3 yyyy"年"m"月"d"日" by number only, 4 eight digits, 5 amount.
    private const string Styles =
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
        + "formatCode=\"FORMAT\"/></numFmts>"
        + "<cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf "
        + "numFmtId=\"164\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(string Name, string Xml, string State)> _sheets = [];

    /// <summary>Whether days are counted from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>Whether the file asks to be computed when it is opened.</summary>
    public bool CalculatesOnLoad { get; init; }

    /// <summary>A number format of its own, in place of the eight digits of style 4.</summary>
    public string Format { get; init; } = "00000000";

    /// <summary>Rewrites a part as another program would write it; an empty text leaves it out.</summary>
    public Func<string, string, string> Edit { get; init; } = static (_, xml) => xml;

    /// <summary>The name of a part as another program would write it.</summary>
    public Func<string, string> Rename { get; init; } = static name => name;

    /// <summary>Parts beside the usual ones.</summary>
    public IReadOnlyList<(string Name, string Xml)> More { get; init; } = [];

    /// <summary>A sheet whose rows are spelled out.</summary>
    public TestWorkbook Raw(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>", state));
        return this;
    }

    /// <summary>
    /// A sheet; a row is a list of cells such as n:12.5, n1:0.35 (with style 1), t:文字, b:1, e:#N/A, f:A1*2=4, f:A1*2 (never computed),
    /// x: and the XML of the cell with $ for its name, or nothing.
    /// </summary>
    public TestWorkbook Sheet(string name, string[][] rows, string merged = "", string state = "visible")
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (var (index, row) in rows.Index())
        {
            if (row.Length == 0)
                continue;
            xml.Append($"<row r=\"{index + 1}\">");
            foreach (var (column, cell) in row.Index())
                xml.Append(Cell(Data.Excel.CellNames.Cell(index, column), cell));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merged.Length > 0)
            xml.Append($"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>");
        _sheets.Add((name, xml.Append("</worksheet>").ToString(), state));
        return this;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Write(string name, string xml)
            {
                if (Edit(name, xml) is not { Length: > 0 } edited)
                    return;
                using var entry = new StreamWriter(zip.CreateEntry(Rename(name)).Open(), new UTF8Encoding(false));
                entry.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + edited);
            }
            const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Write("[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
                + $"ContentType=\"{Types}.styles+xml\"/>"
                + string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" "
                + $"ContentType=\"{Types}.worksheet+xml\"/>"))
                + "</Types>");
            Write("_rels/.rels",
                Relationships($"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Write("xl/workbook.xml",
                $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + $"xmlns:r=\"{Relations}\">{(From1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>"
                + string.Concat(_sheets.Select(static (sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" "
                + $"state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))
                + "</sheets>" + (CalculatesOnLoad ? "<calcPr fullCalcOnLoad=\"1\"/>" : "") + "</workbook>");
            Write("xl/_rels/workbook.xml.rels", Relationships(
                string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" "
                    + $"Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId99\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"));
            Write("xl/styles.xml", Styles.Replace("FORMAT", System.Security.SecurityElement.Escape(Format), StringComparison.Ordinal));
            foreach (var (name, xml) in More)
                Write(name, xml);
            foreach (var (i, sheet) in _sheets.Index())
                Write($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml);
        }
        return bytes.ToArray();
    }

    private static string Relationships(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static string Cell(string name, string cell)
    {
        if (cell.Length == 0)
            return "";
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        var (kind, text) = (cell[0], System.Security.SecurityElement.Escape(cell[(colon + 1)..]));
        var style = colon > 1 ? $" s=\"{cell[1..colon]}\"" : "";
        return kind switch
        {
            't' => $"<c r=\"{name}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>",
            'b' => $"<c r=\"{name}\"{style} t=\"b\"><v>{text}</v></c>",
            'e' => $"<c r=\"{name}\"{style} t=\"e\"><v>{text}</v></c>",
            'x' => cell[(colon + 1)..].Replace("$", name, StringComparison.Ordinal),
            'f' when text.Split('=') is [var formula, var value] => $"<c r=\"{name}\"{style}><f>{formula}</f><v>{value}</v></c>",
            'f' => $"<c r=\"{name}\"{style}><f>{text}</f></c>",
            _ => $"<c r=\"{name}\"{style}><v>{text}</v></c>",
        };
    }
}
