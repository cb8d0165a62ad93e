// The parts of an xlsx file around its one sheet. Entries carry a fixed time: same content, same bytes.
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dsl.Data.Excel;

/// <summary>Writes a workbook with one sheet, from the first byte to the last; the stream need not be able to seek.</summary>
internal sealed class XlsxPackage : IDisposable
{
    // The earliest time that a zip archive can store.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string ContentTypes = Declaration + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        </Types>
        """;

    private const string Root = Declaration + $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>
        </Relationships>
        """;

    private const string WorkbookRelations = Declaration + $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/>
        </Relationships>
        """;

    private readonly ZipArchive _archive;

    public XlsxPackage(Stream stream, string sheetName)
    {
        _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        WriteText("[Content_Types].xml", ContentTypes);
        WriteText("_rels/.rels", Root);
        WriteText("xl/_rels/workbook.xml.rels", WorkbookRelations);
        WriteElement("xl/workbook.xml", new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = "rId1" })));
        WriteElement("xl/styles.xml", XlsxStyles.Sheet());
    }

    /// <summary>Opens the sheet; nothing else can be written any more.</summary>
    public Stream OpenSheet() => Open("xl/worksheets/sheet1.xml");

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private void WriteText(string name, string text)
    {
        using var stream = Open(name);
        stream.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
    }

    private void WriteElement(string name, OpenXmlElement element)
    {
        using var stream = Open(name);
        using var xml = new PlainXml(stream);
        xml.Write(element);
    }

    private Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
