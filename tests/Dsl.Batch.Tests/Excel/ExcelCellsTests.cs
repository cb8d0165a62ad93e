// Contents of cells: formulas without a computed value, dates of both calendars, numbers displayed as something else.
using Dsl.Data.Excel;
using Dsl.Facts.Tables;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class ExcelCellsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<c r='$'><f>A1*2</f><v/></c>")]
    [InlineData("<c r='$'><f>A1*2</f><v></v></c>")]
    [InlineData("<c r='$'><f>A1*2</f></c>")]
    [InlineData("<c r='$' t='n'><f>A1*2</f><v> </v></c>")]
    [InlineData("<c r='$'><f t='shared' ref='B2:B3' si='0'>A1*2</f><v/></c>")]
    [InlineData("<c r='$'><f t='shared' si='0'/></c>")]
    [InlineData("<c r='$'><f t='array' ref='B2:B3'>A1:A2*2</f><v/></c>")]
    [InlineData("<c r='$' t='s'><f>A1</f><v/></c>")]
    [InlineData("<c r='$' t='b'><f>A1</f><v/></c>")]
    public void 没有结果的公式不是空(string cell) => Assert.Equal(("", "DSL5708"), Only("x:" + cell));

    [Theory]
    [InlineData("<c r='$' t='str'><f>IF(A1,1,\"\")</f><v></v></c>", "", "")]
    [InlineData("<c r='$' t='str'><f>A1</f><v>甲</v></c>", "甲", "")]
    [InlineData("<c r='$'><f>A1</f><v>0</v></c>", "0", "")]
    [InlineData("<c r='$' s='1'/>", "", "")]
    [InlineData("<c r='$' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", "DSL5705")]
    [InlineData(
        "<c r='$' t='inlineStr'><is><r><t>甲</t></r><r><rPr/><t xml:space='preserve'> 乙</t></r><rPh sb='0' "
        + "eb='1'><t>jia</t></rPh></is></c>",
        "甲 乙", "")]
    [InlineData("<c r='$' t='inlineStr'><is><t>甲_x000D_</t></is></c>", "甲\r", "")]
    [InlineData("<c r='$' t='inlineStr'><is><t>_x005F_x000D_</t></is></c>", "_x000D_", "")]
    [InlineData("<c r='$' t='d'><v>2021-06-21</v></c>", "2021-06-21", "")]
    [InlineData("<c r='$' t='d'><v>2021-06-21T00:00:00Z</v></c>", "2021-06-21", "")]
    [InlineData("<c r='$' t='d'><v>2021-06-21T08:30:00.000</v></c>", "2021-06-21 08:30:00", "")]
    [InlineData("<c r='$' t='b'><v>true</v></c>", "TRUE", "")]
    [InlineData("<c r='$'><v>1e2</v></c>", "100", "")]
    [InlineData("<c r='$'><v>1,5</v></c>", "1,5", "DSL5720")]
    [InlineData("<c r='$'><v>12</v><extLst><ext><v>99</v></ext></extLst></c>", "12", "")]
    public void 各种单元格(string cell, string text, string code) => Assert.Equal((text, code), Only("x:" + cell));

    [Theory]
    [InlineData("f:A1*2=0", "DSL5714")]
    [InlineData("f:A1*2=4", "")]
    [InlineData("n:0", "")]
    [InlineData("x:<c r='$' t='str'><f>A1</f><v></v></c>", "DSL5714")]
    public void 文件要求打开时计算的_零和空可能没有算过(string cell, string code)
    {
        Assert.Equal(code, Only(cell, calculatesOnLoad: true).Code);
        using var rows = ExcelRows.Open(new(_folder["a.xlsx"], null)).Rows;
        Assert.Equal(cell.EndsWith("=4", StringComparison.Ordinal) ? ["DSL5715"] : [],
            rows?.Remarks().Select(static finding => finding.Code));
    }

    [Fact]
    public void 不计算的程序写的零也一样()
    {
        const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        _folder.WriteBytes("a.xlsx", new TestWorkbook
        {
            Edit = static (part, xml) => part == "_rels/.rels"
                ? xml.Replace("</Relationships>",
                    $"<Relationship Id=\"p\" Type=\"{Rels}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>",
                    StringComparison.Ordinal)
                : xml,
            More = [("docProps/app.xml", "<Properties><Application>Apache POI</Application></Properties>")],
        }.Sheet("表", [["t:主键", "t:值"], ["t:A1", "f:B1*2=0.0"], ["t:A2", "f:B1*2=3"]]).ToArray());
        Assert.Equal(["A1|0|DSL5714", "A2|3|"], Rows());
    }

    [Fact]
    public void 数组公式的各格都是算出来的()
    {
        string Array(string value) => $"<c r='$'><f t='array' ref='B2:C3'>A1:A2*2</f>{value}</c>";
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook()
                .Sheet("表", [["t:主键", "t:值", "t:值2"], ["t:A1", "x:" + Array("<v/>")], ["t:A2", "n:5"], ["t:A3"]]).ToArray());
        Assert.Equal(["A1|||DSL5708,DSL5708", "A2|5||DSL5708", "A3|||"], Rows());
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook { CalculatesOnLoad = true }
                .Sheet("表", [["t:主键", "t:值", "t:值2"], ["t:A1", "x:" + Array("<v>0</v>"), "n:0"], ["t:A2", "n:0", "n:3"]]).ToArray());
        Assert.Equal(["A1|0|0|DSL5714,DSL5714", "A2|0|3|DSL5714"], Rows());
    }

    [Theory]
    [InlineData("0", "0", "DSL5716")]
    [InlineData("1", "1", "DSL5716")]
    [InlineData("59", "59", "DSL5716")]
    [InlineData("60", "60", "DSL5716")]
    [InlineData("60.5", "60.5", "DSL5716")]
    [InlineData("61", "1900-03-01", "")]
    [InlineData("-1", "-1", "DSL5716")]
    [InlineData("44368.75", "2021-06-21 18:00:00", "")]
    [InlineData("44368.9999999", "2021-06-21 23:59:59", "")]
    [InlineData("2958465", "9999-12-31", "")]
    [InlineData("2958466", "2958466", "DSL5716")]
    public void 日期的序号(string serial, string text, string code) => Assert.Equal((text, code), Only("n2:" + serial));

    [Theory]
    [InlineData("1", "0", "DSL5716")]
    [InlineData("1", "1", "1904-01-02")]
    [InlineData("true", "42906", "2021-06-21")]
    [InlineData("true", "60", "1904-03-01")]
    [InlineData("false", "44368", "2021-06-21")]
    [InlineData("0", "44368", "2021-06-21")]
    public void 从1904年起算(string flag, string serial, string expected)
    {
        foreach (var style in (int[])[2, 3, 4])
        {
            var (text, code) = Only($"n{style}:{serial}", format: "yyyy\"年\"m\"月\"d\"日\"",
                edit: (part, xml) => part == "xl/workbook.xml"
                    ? xml.Replace("<sheets>", $"<workbookPr date1904=\"{flag}\"/><sheets>", StringComparison.Ordinal)
                    : xml);
            Assert.Equal(expected, code.Length > 0 ? code : text);
        }
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "44368", "2021-06-21")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "44368", "2021-06-21")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "44368", "2021-06-21")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "44368", "2021-06-21")]
    [InlineData("yyyy\\年m\\月d\\日", "44368", "2021-06-21")]
    [InlineData("e\"年\"m\"月\"", "44368", "2021-06-21")]
    [InlineData("aaaa", "44368", "2021-06-21")]
    [InlineData("m\"月\"", "44368", "2021-06-21")]
    [InlineData("yyyy-mm-dd hh:mm:ss.000", "44368.5", "2021-06-21 12:00:00")]
    [InlineData("上午/下午h\"时\"mm\"分\"", "0.5", "12:00:00")]
    [InlineData("[h]:mm", "1.5", "36:00:00")]
    [InlineData("0\"万元\"", "860", "860万元")]
    [InlineData("General\"人\"", "50", "50人")]
    [InlineData("G/通用格式\"人\"", "50", "50人")]
    [InlineData("0\"%\"", "35", "35%")]
    [InlineData("0.0%", "0.355", "35.5%")]
    [InlineData("0.00%;[Red]-0.00%", "-0.05", "-5%")]
    [InlineData("\"¥\"#,##0.00", "500", "500")]
    [InlineData("[$¥-804]#,##0.00", "500", "500")]
    [InlineData("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "-500", "-500")]
    [InlineData("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "0", "0")]
    [InlineData("#,##0_);(#,##0)", "-500", "-500")]
    [InlineData("# ?/8", "0.5", "0.5")]
    [InlineData("0.00_);(0.00)", "66", "66")]
    [InlineData("+0;-0", "66", "66")]
    [InlineData("\"A-\"00", "7", "A-07")]
    [InlineData("0.00E+00", "12000000", "12000000")]
    [InlineData("#,##0.00_);[Red](#,##0.00)", "2000000", "2000000")]
    [InlineData("\"KJ-\"000", "7", "KJ-007")]
    [InlineData("[>=10000]0.0,\"万\";0", "50", "50")]
    [InlineData("[$$-409]#,##0.00", "500", "$500")]
    public void 数字格式_读成显示的样子(string format, string number, string text) =>
        Assert.Equal((text, ""), Only("n4:" + number, format: format));

    [Theory]
    [InlineData("(0)", "66")]
    [InlineData("\"-\"0", "66")]
    [InlineData("0\"-\"", "66")]
    [InlineData("-0;0", "5")]
    [InlineData("#,##0,", "8600000")]
    [InlineData("0\\.0,\"万\"", "86000")]
    [InlineData("0.00,,", "8600000")]
    [InlineData("[>=10000]0.0,\"万\";0", "86000")]
    [InlineData("000-0000", "5551234")]
    [InlineData("\"是\";\"是\";\"否\"", "1")]
    [InlineData(";;;", "5")]
    public void 显示的是另一个数_退回(string format, string number) =>
        Assert.Equal((number, "DSL5717"), Only("n4:" + number, format: format));

    [Fact]
    public void 隐藏的行说明后照样读()
    {
        _folder.WriteBytes("a.xlsx", new TestWorkbook().Raw("表",
            "<row r='1'><c r='A1' t='inlineStr'><is><t>主键</t></is></c></row><row r='2' hidden='1'><c r='A2'><v>1</v></c></row><row r='3' "
            + "hidden='1'/><row r='4'><c r='A4'><v>2</v></c></row>")
                .ToArray());
        Assert.Equal(["1|", "2|"], Rows());
        using var rows = ExcelRows.Open(new(_folder["a.xlsx"], null)).Rows;
        Assert.Contains("有 1 行是隐藏的或被筛选掉的（第 2 行）", Assert.Single(rows?.Remarks() ?? []).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 单元格的种类传给后面()
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook().Sheet("表", [["t:甲", "t:乙", "t:丙", "t:丁"], ["t:1", "n:1", "n2:44368", ""]]).ToArray());
        using var rows = ExcelRows.Open(new(_folder["a.xlsx"], null)).Rows;
        Assert.NotNull(rows);
        Assert.True(rows.TryRead(out var row));
        Assert.Equal([CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Text], row.Kinds);
    }

    private (string Text, string Code) Only(string cell, bool calculatesOnLoad = false, string format = "General",
        Func<string, string, string>? edit = null)
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook { CalculatesOnLoad = calculatesOnLoad, Format = format, Edit = edit ?? (static (_, xml) => xml) }
                .Sheet("表", [["t:主键", "t:值"], ["t:A1", cell]]).ToArray());
        var row = Rows()[0].Split('|');
        return (row[1], row[2]);
    }

    /// <summary>The rows: cells, and followed by the codes of problems.</summary>
    private List<string> Rows()
    {
        var (rows, finding) = ExcelRows.Open(new(_folder["a.xlsx"], null));
        Assert.Null(finding);
        using (rows)
        {
            var all = new List<string>();
            while (rows is not null && rows.TryRead(out var row))
                all.Add(
                    string.Join('|', [.. row.Cells, string.Join(',', row.Problems.Select(static problem => problem.Problem.Rule.Code))]));
            Assert.Null(rows?.Fatal);
            return all;
        }
    }
}
