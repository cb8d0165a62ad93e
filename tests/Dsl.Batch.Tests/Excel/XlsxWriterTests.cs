// Writing sheets: valid files, exact amounts, same bytes, nothing cut off silently.
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Dsl.Data.Excel;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class XlsxWriterTests : IDisposable
{
    private static readonly XlsxColumn[] Columns =
        [new("主键", XlsxContent.Text), new("金额", XlsxContent.Amount), new("说明", XlsxContent.Text)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 写出的文件合乎格式_数字一字不差()
    {
        Write("a.xlsx", Columns,
            [["00123", "600000.00", "=1+1"], ["A2", "", " 两边 \"<&>\n换行\r_x0041_\u0001𠮷"], ["A3", "-12345678901234.56", ""]]);
        using var document = SpreadsheetDocument.Open(_folder["a.xlsx"], false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(static error => error.Description));
        var cells =
            document.WorkbookPart
                ?.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(static cell => cell.CellReference?.Value ?? "")
            ?? [];
        Assert.Equal("600000.00", cells["B2"].CellValue?.Text);
        Assert.Null(cells["B2"].DataType);
        Assert.Equal(CellValues.InlineString, cells["C2"].DataType?.Value);
        // Sixteen digits are more than Excel keeps of a number.
        Assert.Equal("-12345678901234.56", cells["B4"].InlineString?.Text?.Text);
    }

    [Fact]
    public void 元素没有前缀_别的程序也打得开()
    {
        Write("a.xlsx", [Columns[0], Columns[1] with { IsToFill = true }, Columns[2]], [["A1", "1.00", "<x:说明 xmlns:x=\"\">"]]);
        using var archive = System.IO.Compression.ZipFile.OpenRead(_folder["a.xlsx"]);
        foreach (var entry in archive.Entries)
        {
            using var reader = System.Xml.XmlReader.Create(entry.Open());
            while (reader.Read())
                Assert.True(reader.NodeType != System.Xml.XmlNodeType.Element || reader.Prefix.Length == 0,
                    $"{entry.FullName}: {reader.Name}");
        }
    }

    [Fact]
    public void 写出再读回是同样的文字()
    {
        string[][] rows = [["00123", "600000.00", "=1+1"], ["A2", "", " 两边 \"<&>\n换行 _x0041_ 𠮷"], ["A3", "-0.05", "是"]];
        Write("a.xlsx", Columns, rows);
        Assert.Equal(
            [["主键", "金额", "说明"], ["00123", "600000", "=1+1"], rows[1], rows[2]],
            Read("a.xlsx"));
    }

    [Fact]
    public void 同样的行写出同样的字节()
    {
        var rows = Enumerable.Range(0, 1500).Select(static i => new[] { $"A{i}", $"{i}.00", "说明" }).ToArray();
        var first = Write("a.xlsx", Columns, rows);
        Thread.Sleep(2100);
        Assert.Equal(first, Write("b.xlsx", Columns, rows));
        Assert.Equal(1501, Read("a.xlsx").Count);
    }

    [Fact]
    public void 超过行数不写半截()
    {
        using var stream = new MemoryStream();
        using var writer = new XlsxWriter(stream, "a.xlsx", "结果", Columns, mostRows: 3);
        Assert.Null(writer.Write(["A1", "1.00", ""]));
        Assert.Null(writer.Write(["A2", "1.00", ""]));
        Assert.Equal("DSL5709", writer.Write(["A3", "1.00", ""])?.Code);
    }

    [Fact]
    public void 太长的文字不截断()
    {
        using var stream = new MemoryStream();
        using var writer = new XlsxWriter(stream, "a.xlsx", "结果", Columns);
        Assert.Equal("DSL5710", writer.Write(["A1", "1.00", new('长', 32_768)])?.Code);
    }

    [Fact]
    public void 要填的列有底色_没有锁定_不收负数()
    {
        Write("a.xlsx", [Columns[0], Columns[1] with { IsToFill = true }], [["A1", ""], ["A2", ""]]);
        using var document = SpreadsheetDocument.Open(_folder["a.xlsx"], false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(static error => error.Description));
        var sheet = document.WorkbookPart?.WorksheetParts.Single().Worksheet;
        Assert.NotNull(sheet?.Descendants<SheetProtection>().Single());
        Assert.Equal("B2:B3", sheet?.Descendants<DataValidation>().Single().SequenceOfReferences?.InnerText);
        var format = document.WorkbookPart?.WorkbookStylesPart?.Stylesheet.CellFormats?.Elements<CellFormat>()
            .ElementAt((int)(sheet?.Descendants<Cell>().Single(static cell => cell.CellReference == "B2").StyleIndex?.Value ?? 0));
        Assert.False(format?.Protection?.Locked?.Value);
    }

    [Fact]
    public void 没有行也是完整的文件()
    {
        Write("a.xlsx", Columns, []);
        Assert.Equal([["主键", "金额", "说明"]], Read("a.xlsx"));
    }

    private byte[] Write(string name, XlsxColumn[] columns, string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new XlsxWriter(stream, name, "结果", columns))
        {
            foreach (var row in rows)
                Assert.Null(writer.Write(row));
            writer.Finish();
        }
        _folder.WriteBytes(name, stream.ToArray());
        return stream.ToArray();
    }

    private List<string[]> Read(string name)
    {
        var (rows, finding) = ExcelRows.Open(new(_folder[name], null));
        Assert.Null(finding);
        using (rows)
        {
            var all = new List<string[]> { rows?.Header ?? [] };
            while (rows is not null && rows.TryRead(out var row))
            {
                Assert.Empty(row.Problems);
                all.Add(row.Cells);
            }
            return all;
        }
    }
}
