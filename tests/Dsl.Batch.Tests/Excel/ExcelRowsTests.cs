// Reading sheets: typed cells are read as typed, doubtful ones have a finding with its place.
using Dsl.Data.Excel;
using Dsl.Data.Tables;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class ExcelRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("n:4.3499999999999996", "4.35")]
    [InlineData("n:1234567.89", "1234567.89")]
    [InlineData("n:0.1", "0.1")]
    [InlineData("n:1E-2", "0.01")]
    [InlineData("n:1.5E-7", "0.00000015")]
    [InlineData("n:-0.05", "-0.05")]
    [InlineData("n:12345678901234.5", "12345678901234.5")]
    [InlineData("n:999999999999999", "999999999999999")]
    [InlineData("n5:600000", "600000")]
    [InlineData("n1:0.35", "35%")]
    [InlineData("n2:44368", "2021-06-21")]
    [InlineData("n2:44368.5", "2021-06-21 12:00:00")]
    [InlineData("n3:44368", "2021-06-21")]
    [InlineData("n4:123", "00000123")]
    [InlineData("b:1", "TRUE")]
    [InlineData("b:0", "FALSE")]
    [InlineData("t:200万元", "200万元")]
    [InlineData("t: 两边有空格 ", " 两边有空格 ")]
    [InlineData("f:A1*2=4", "4")]
    public void 单元格读成填写的样子(string cell, string text)
    {
        var (row, _) = Only(cell);
        Assert.Empty(row.Problems);
        Assert.Equal(["A1", text], row.Cells);
    }

    [Theory]
    [InlineData("e:#N/A", "DSL5705")]
    [InlineData("e:#DIV/0!", "DSL5705")]
    [InlineData("t:#REF!", "DSL5705")]
    [InlineData("n:0.30000000000000004", "DSL5706")]
    [InlineData("n:500383199001010000", "DSL5706")]
    [InlineData("n:1E15", "DSL5706")]
    [InlineData("f:B1*3", "DSL5708")]
    public void 靠不住的单元格有说明(string cell, string code)
    {
        var (row, _) = Only(cell);
        Assert.Equal((1, code), (row.Problems.Single().Column, row.Problems.Single().Problem.Rule.Code));
        Assert.Equal(2, row.Number);
    }

    [Fact]
    public void 从1904年起算的日期()
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook { From1904 = true }
                .Sheet("表", [["t:主键", "t:日期", "t:日期2"], ["t:A1", "n2:42906", "n3:42906"]]).ToArray());
        Assert.Equal(["A1", "2021-06-21", "2021-06-21"], Rows(new(_folder["a.xlsx"], null)).Single().Cells);
    }

    [Fact]
    public void 行号是Excel显示的行号_空行跳过_短行补齐()
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook().Sheet("表", [["t:主键", "t:值", ""], ["t:A1"], [], ["t:A2", "n:1", "t:表头之外"]]).ToArray());
        var rows = Rows(new(_folder["a.xlsx"], null));
        Assert.Equal([2, 4], rows.Select(static row => row.Number));
        Assert.Equal(["A1", "", "A2", "1"], rows.SelectMany(static row => row.Cells));
    }

    [Fact]
    public void 选工作表_缺省为第一张看得见的()
    {
        _folder.WriteBytes("a#1.xlsx", new TestWorkbook()
            .Sheet("隐藏", [["t:甲"], ["t:0"]], state: "hidden").Sheet("企业", [["t:乙"], ["t:1"]])
            .Sheet("科技项目", [["t:丙"], ["t:2"]]).ToArray());
        Assert.Equal(["企业", "科技项目"], ExcelRows.Sheets(_folder["a#1.xlsx"]).Names);
        Assert.Equal("1", Rows(Address("a#1.xlsx")).Single().Cells[0]);
        Assert.Equal("2", Rows(Address("a#1.xlsx#科技项目")).Single().Cells[0]);
        Assert.Equal("0", Rows(Address("a#1.xlsx#隐藏")).Single().Cells[0]);
        var finding = ExcelRows.Open(Address("a#1.xlsx#人才")).Finding;
        Assert.Equal("DSL5702", finding?.Code);
        Assert.Contains("企业、科技项目", $"{finding}", StringComparison.Ordinal);
    }

    [Fact]
    public void 表头有问题就停下()
    {
        Assert.Equal("DSL5703", Fatal([[], [], ["t:主键"], ["t:A1"]])?.Code);
        Assert.Equal("DSL5704", Fatal([["t:企业情况表"], ["t:主键", "t:值"], ["t:A1", "n:1"]], "A1:B1")?.Code);
        Assert.Equal("DSL5104", Fatal([])?.Code);
    }

    [Fact]
    public void 数据里合并的单元格都不采用()
    {
        _folder.WriteBytes("a.xlsx",
            new TestWorkbook().Sheet("表", [["t:主键", "t:金额"], ["t:A1", "n:5"], ["t:A2"], ["t:A3", "n:1"]], "B2:B3").ToArray());
        var rows = Rows(new(_folder["a.xlsx"], null));
        Assert.Equal(["DSL5707", "DSL5707"],
            rows.SelectMany(static row => row.Problems).Select(static problem => problem.Problem.Rule.Code));
        Assert.Empty(rows[2].Problems);
    }

    [Fact]
    public void 旧格式的工作簿_错误值也有说明()
    {
        _folder.WriteBytes("a.xls",
            TestXls.Sheet("企业",
                [["t:主键", "t:金额", "t:说明"], ["t:甲1", "n:1234567.89", "b:1"], ["t:甲2", "e:42", "f:7"], ["t:甲3", "", "t:文字"]]));
        var rows = Rows(Address("a.xls#企业"));
        Assert.Equal(["甲1", "1234567.89", "TRUE"], rows[0].Cells);
        Assert.Equal(["甲2", "#N/A", "#DIV/0!"], rows[1].Cells);
        Assert.Equal([(1, "DSL5705"), (2, "DSL5705")],
            rows[1].Problems.Select(static problem => (problem.Column, problem.Problem.Rule.Code)));
        Assert.Equal(["甲3", "", "文字"], rows[2].Cells);
        Assert.Empty(rows[2].Problems);
    }

    [Fact]
    public void 不是工作簿或者已损坏()
    {
        var whole = new TestWorkbook().Sheet("表", [["t:主键"], ["t:A1"]]).ToArray();
        _folder.Write("text.xlsx", "主键\nA1\n");
        _folder.WriteBytes("cut.xlsx", whole[..(whole.Length / 2)]);
        _folder.WriteBytes("empty.xlsx", []);
        foreach (var (name, code) in ((string, string)[])[("text.xlsx", "DSL5147"), ("cut.xlsx", "DSL5701"), ("empty.xlsx", "DSL5147")])
        {
            Assert.Equal(code, ExcelRows.Open(new(_folder[name], null)).Finding?.Code);
            Assert.Equal(code, ExcelRows.Sheets(_folder[name]).Finding?.Code);
        }
        Assert.Equal("DSL5001", ExcelRows.Open(new(_folder["none.xlsx"], null)).Finding?.Code);
    }

    private ExcelAddress Address(string name) => ExcelAddress.Parse(_folder[name]) ?? throw new InvalidOperationException(name);

    private (SourceRow Row, string[] Header) Only(string cell)
    {
        _folder.WriteBytes("a.xlsx", new TestWorkbook().Sheet("表", [["t:主键", "t:值"], ["t:A1", cell]]).ToArray());
        var (rows, finding) = ExcelRows.Open(new(_folder["a.xlsx"], null));
        Assert.Null(finding);
        using (rows)
        {
            Assert.NotNull(rows);
            Assert.True(rows.TryRead(out var row));
            Assert.False(rows.TryRead(out _));
            return (row, rows.Header);
        }
    }

    private DataFinding? Fatal(string[][] cells, string merged = "")
    {
        _folder.WriteBytes("a.xlsx", new TestWorkbook().Sheet("表", cells, merged).ToArray());
        using var rows = ExcelRows.Open(new(_folder["a.xlsx"], null)).Rows;
        return rows?.Fatal;
    }

    private static List<SourceRow> Rows(ExcelAddress address)
    {
        var (rows, finding) = ExcelRows.Open(address);
        Assert.Null(finding);
        using (rows)
        {
            var all = new List<SourceRow>();
            while (rows is not null && rows.TryRead(out var row))
                all.Add(row);
            Assert.Null(rows?.Fatal);
            return all;
        }
    }
}
