// Workbooks as other programs shape them: what the standard allows is read, what contradicts itself is refused,
// nothing becomes another value.
using Dsl.Data.Excel;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class ForeignWorkbookTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[][] Cells = [["t:主键", "t:值", "t:日期"], ["t:A1", "n:5", "n2:44368"], ["t:A2", "", "n3:44369"]];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Shapes =>
        ["没有单元格名称", "没有行号", "只有单元格名称", "严格格式", "名字空间前缀", "绝对路径", "反斜杠", "工作表在别处", "先后倒置",
            "共用文字", "小写的部分名", "另有内容"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DSL5708", "\u0005SummaryInformation", "Sh33tJ5")]
    [InlineData("DSL5708")]
    [InlineData("", "\u0005SummaryInformation")]
    public void 旧格式里没有算过的公式不是空(string code, params string[] streams)
    {
        _folder.WriteBytes("a.xls", TestXls.Sheet("企业", [["t:主键", "t:值"], ["t:甲1", "z:"]], streams));
        using var rows = ExcelRows.Open(new(_folder["a.xls"], null)).Rows;
        Assert.NotNull(rows);
        Assert.True(rows.TryRead(out var row));
        Assert.Equal(code, row.Problems.Count == 0 ? "" : row.Problems[0].Problem.Rule.Code);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void 各种程序的写法读出同样的内容(string shape)
    {
        var book = shape switch
        {
            "没有单元格名称" => Sheet(
                static xml => System.Text.RegularExpressions.Regex.Replace(xml, "<c r=\"[A-Z]+\\d+\"", "<c")
                    .Replace("</c></row></sheetData>", "</c></row></sheetData>", StringComparison.Ordinal),
                [Cells[0], Cells[1], ["t:A2", "x:<c/>", "n3:44369"]]),
            "没有行号" => Sheet(static xml => System.Text.RegularExpressions.Regex.Replace(xml, "<row r=\"\\d+\">", "<row>")),
            "只有单元格名称" =>
                Sheet(static xml => System.Text.RegularExpressions.Regex.Replace(xml, "<row r=\"\\d+\">", "<row spans=\"1:9\">")
                    .Replace("<sheetData>", "<dimension ref=\"A1:A1\"/><sheetData>", StringComparison.Ordinal)),
            "严格格式" =>
                All(static (_, xml) => xml.Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                    .Replace(Relations, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)),
            "名字空间前缀" => Sheet(static xml => System.Text.RegularExpressions.Regex.Replace(
                xml.Replace($"xmlns=\"{Main}\"", $"xmlns:x=\"{Main}\"", StringComparison.Ordinal), "<(/?)(?=[a-z])", "<$1x:")),
            "绝对路径" => All(static (part, xml) =>
                part == "xl/_rels/workbook.xml.rels" ? xml.Replace("Target=\"", "Target=\"/xl/", StringComparison.Ordinal)
                : part == "_rels/.rels" ? xml.Replace("Target=\"", "Target=\"/", StringComparison.Ordinal)
                : xml),
            "反斜杠" => new TestWorkbook { Rename = static name => name.Replace('/', '\\') }.Sheet("表", Cells),
            "工作表在别处" => new TestWorkbook
            {
                Edit = static (part, xml) => part == "xl/_rels/workbook.xml.rels"
                    ? xml.Replace("worksheets/sheet1.xml", "../data/./一.xml", StringComparison.Ordinal)
                    : xml,
                Rename = static name => name == "xl/worksheets/sheet1.xml" ? "data/一.xml" : name,
            }.Sheet("表", Cells),
            "先后倒置" => new TestWorkbook
            {
                Edit = static (part, xml) => part == "xl/_rels/workbook.xml.rels"
                    ? xml.Replace("sheet1.xml", "sheet0.xml", StringComparison.Ordinal)
                        .Replace("sheet2.xml", "sheet1.xml", StringComparison.Ordinal)
                        .Replace("sheet0.xml", "sheet2.xml", StringComparison.Ordinal)
                    : xml,
            }.Sheet("表", [["t:别的"]]).Sheet("另一张", Cells),
            "共用文字" => new TestWorkbook
            {
                Edit = static (part, xml) => part == "xl/_rels/workbook.xml.rels"
                    ? xml.Replace("</Relationships>",
                        $"<Relationship Id=\"s\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
                        StringComparison.Ordinal)
                    : xml,
                More = [("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\" count=\"1\"><si/><si><r><t>A</t></r><r><t>1</t></r><rPh sb=\"0\" "
                    + $"eb=\"1\"><t>念</t></rPh><phoneticPr fontId=\"1\"/></si></sst>")],
            }.Sheet("表", [Cells[0], ["x:<c r='$' t='s'><v>1</v></c>", .. Cells[1][1..]], Cells[2]]),
            "小写的部分名" => new TestWorkbook { Rename = static name => name.ToUpperInvariant() }.Sheet("表", Cells),
            _ => Sheet(static xml => xml.Replace("<sheetData>", "<sheetPr/><sheetViews/><cols><col min=\"1\" max=\"3\"/></cols><sheetData>",
                StringComparison.Ordinal)
                .Replace("</sheetData>",
                    "</sheetData><sheetProtection sheet=\"1\"/><autoFilter ref=\"A1:C3\"/><mc:AlternateContent "
                    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x14\"><row "
                    + "r=\"9\"><c><v>9</v></c></row></mc:Choice></mc:AlternateContent>",
                    StringComparison.Ordinal)),
        };
        _folder.WriteBytes("a.xlsx", book.ToArray());
        Assert.Equal(["主键|值|日期", "A1|5|2021-06-21", "A2||2021-06-22"], Rows());
    }

    [Fact]
    public void 没有样式的_数还是数()
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook { Edit = static (part, xml) => part is "xl/styles.xml" ? ""
                : part == "xl/_rels/workbook.xml.rels" ? xml.Replace("styles\" Target", "none\" Target", StringComparison.Ordinal)
                : xml }
                .Sheet("表", Cells).ToArray());
        Assert.Equal(["主键|值|日期", "A1|5|44368", "A2||44369"], Rows());
    }

    [Theory]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='3'><c r='A3'><v>3</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>",
        "次序")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>3</v></c></row>", "写了两次")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c><c r='A2'><v>2</v></c></row>", "写了两次")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A5'><v>1</v></c></row>", "写在第 2 行里")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2' t='s'><v>0</v></c></row>", "单元格 A2 用的是第 0 个共用文字")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='ZZZZZZ2'><v>0</v></c></row>", "ZZZZZZ2")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='XFE2'><v>0</v></c></row>", "单元格 XFE2 超出了工作表")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='1048577'><c r='A1048577'><v>0</v></c></row>", "A1048577 超出了工作表")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2147483647'/>", "第 2147483647 行超出了工作表")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='0'><c r='A0'><v>0</v></c></row>", "第 0 行")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2' t='z'><v>0</v></c></row>", "类型")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='第2'><v>0</v></c></row>", "名称")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><alt><row r='2'><c r='A2'><v>0</v></c></row></alt>", "读不懂")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><alt><c r='A2'><v>0</v></c></alt></row>", "读不懂")]
    public void 自相矛盾的不读(string rows, string words)
    {
        _folder.WriteBytes("a.xlsx", new TestWorkbook().Raw("表", rows).ToArray());
        var (opened, finding) = ExcelRows.Open(new(_folder["a.xlsx"], null));
        using (opened)
        {
            while (opened is not null && opened.TryRead(out _))
            {
            }
            var problem = finding ?? opened?.Fatal;
            Assert.Equal("DSL5701", problem?.Code);
            Assert.Contains(words, $"{problem}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 行号在后的单元格也对()
    {
        _folder.WriteBytes("a.xlsx", new TestWorkbook().Raw("表",
            "<row><c t='inlineStr'><is><t>乙</t></is></c><c t='inlineStr'><is><t>甲</t></is></c></row><row><c r='B7'><v>2</v></c><c "
            + "r='A7'><v>1</v></c></row><row><c><v>3</v></c></row>")
                .ToArray());
        using var rows = ExcelRows.Open(new(_folder["a.xlsx"], null)).Rows;
        Assert.NotNull(rows);
        Assert.True(rows.TryRead(out var row));
        Assert.Equal((7, "1", "2"), (row.Number, row.Cells[0], row.Cells[1]));
        Assert.True(rows.TryRead(out row));
        Assert.Equal((8, "3"), (row.Number, row.Cells[0]));
    }

    private static TestWorkbook All(Func<string, string, string> edit) => new TestWorkbook { Edit = edit }.Sheet("表", Cells);

    private static TestWorkbook Sheet(Func<string, string> edit, string[][]? cells = null) =>
        new TestWorkbook { Edit = (part, xml) => part == "xl/worksheets/sheet1.xml" ? edit(xml) : xml }.Sheet("表", cells ?? Cells);

    private List<string> Rows()
    {
        var (rows, finding) = ExcelRows.Open(new(_folder["a.xlsx"], null));
        Assert.Null(finding);
        using (rows)
        {
            Assert.NotNull(rows);
            var all = new List<string> { string.Join('|', rows.Header) };
            while (rows.TryRead(out var row))
                all.Add(
                    string.Join('|', row.Cells) + string.Concat(row.Problems.Select(static problem => " " + problem.Problem.Rule.Code)));
            Assert.False(rows.TryRead(out _));
            Assert.Null(rows.Fatal);
            return all;
        }
    }
}
