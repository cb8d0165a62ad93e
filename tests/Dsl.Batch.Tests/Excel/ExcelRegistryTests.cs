// Workbooks as registries, results and sheets to fill in: the same results as through CSV.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Data.Excel;
using Dsl.Data.Tables;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed partial class ExcelRegistryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 样本登记经工作簿测算_结果逐字节相同()
    {
        var workbook = new TestWorkbook();
        foreach (var (name, rows) in SampleRegistry.Tables)
            workbook.Sheet(name,
                [.. rows.Select(static (row, index) => row.Select(cell => index == 0 ? "t:" + cell : Cell(cell)).ToArray())]);
        _folder.WriteBytes("登记.xlsx", workbook.ToArray());
        var expected = SampleRegistry.Run(new(SampleRegistry.Folder), _folder["csv.csv"]);
        var actual = SampleRegistry.Run(new(_folder["登记.xlsx"]), _folder["xlsx.csv"]);
        Assert.Equal(_folder.Read("csv.csv"), _folder.Read("xlsx.csv"));
        Assert.Equal(expected.Result?.RejectedRows, actual.Result?.RejectedRows);
        Assert.Contains("登记.xlsx#企业", _folder.Read("xlsx.csv.manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void 结果写成工作簿_内容与CSV相同()
    {
        SampleRegistry.Run(new(SampleRegistry.Folder), _folder["结果.csv"]);
        SampleRegistry.Run(new(SampleRegistry.Folder), _folder["结果.xlsx"]);
        var expected = CsvRecords.Of(_folder.Read("结果.csv")).Select(static row => string.Join('|', row.Select(Plain))).ToList();
        using var sheet = ExcelRows.Open(new(_folder["结果.xlsx"], null)).Rows;
        Assert.NotNull(sheet);
        var actual = new List<string> { string.Join('|', sheet.Header) };
        while (sheet.TryRead(out var row))
            actual.Add(string.Join('|', row.Cells.Select(Plain)));
        Assert.Equal(expected, actual);
        using var manifest = System.Text.Json.JsonDocument.Parse(_folder.Read("结果.xlsx.manifest.json"));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["结果.xlsx"]))),
            manifest.RootElement.GetProperty("输出")[0].GetProperty("SHA-256").GetString());
    }

    [Fact]
    public void 坏单元格进入未读入表_写明工作表行号和列()
    {
        _folder.WriteBytes("登记.xlsx", new TestWorkbook().Sheet("企业",
        [
            [.. "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比".Split(',')
                .Select(static name => "t:" + name)],
            ["t:A1", "t:甲", "t:渝中区", "n2:43831", "b:1", "n:50", "n:2000000", "n1:0.35"],
            ["t:A2", "t:乙", "t:渝中区", "n2:43831", "b:1", "n:50", "e:#N/A", "n1:0.35"],
        ]).Sheet("说明", [["t:随便写写"]]).ToArray());
        var outcome = Run(new(_folder["登记.xlsx"]), "out.csv");
        Assert.Equal(1, outcome.Result?.RejectedRows);
        Assert.Contains("登记.xlsx#企业,3,研发投入,#N/A,DSL5705,", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5108");
        Assert.Contains("A1,测府〔2021〕1号,1,,符合,200000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Equal("DSL5117",
            Assert.Single(Run(new(_folder["登记.xlsx"]), "登记.xlsx").Findings,
                static finding => finding.Severity == Syntax.Diagnostics.Severity.Error).Code);
    }

    [Theory]
    [InlineData("t:单位：万元", true)]
    [InlineData("t:单位：元", false)]
    [InlineData("t:请核对", false)]
    public void 表头右边写着单位的停下_别的说明不管(string note, bool stops)
    {
        _folder.WriteBytes("登记.xlsx", new TestWorkbook().Sheet("企业",
        [
            [.. "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比".Split(',')
                .Select(static name => "t:" + name)],
            ["t:A1", "t:甲", "t:渝中区", "n2:43831", "b:1", "n:50", "n:2000000", "n1:0.35", "", note],
        ]).ToArray());
        Assert.Equal(stops, Run(new(_folder["登记.xlsx"]), "out.csv").Findings.Any(static finding => finding.Code == "DSL5122"));
    }

    [Fact]
    public void 合计_备注_栏次不是数据_列名的单位算数_百分比格式不再除以一百()
    {
        _folder.WriteBytes("登记.xlsx", new TestWorkbook().Sheet("企业",
        [
            [.. "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入(万元),研发占比(%)".Split(',')
                .Select(static name => "t:" + name)],
            ["t:甲", "t:乙", "n:1", "n:2", "n:3", "n:4", "n:5", "n:6"],
            ["t:A1", "t:甲", "t:渝中区", "n2:43831", "b:1", "n:50", "n:20", "n1:0.35"],
            ["t:A2", "t:乙", "t:渝中区", "n2:43831", "b:1", "n:50", "n:20", "n:35"],
            ["t:合　计", "", "", "", "", "n:100", "n:40"],
            ["t:备注：单位为万元"],
            ["t:填表人：某某", "", "", "", "t:审核："],
        ], "A6:H6").ToArray());
        var outcome = Run(new(_folder["登记.xlsx"]), "out.csv");
        Assert.Equal(2, outcome.Result?.Summary.SubjectCount);
        Assert.Equal(["2,DSL5230", "5,DSL5230", "6,DSL5230", "7,DSL5230"],
            File.ReadAllLines(_folder["out.csv.rejected.csv"]).Skip(1).Select(static line => $"{line.Split(',')[1]},{line.Split(',')[4]}"));
        Assert.Contains("A2,测府〔2021〕1号,1,,符合,20000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 结果不写成旧格式()
    {
        _folder.Write("in/企业.csv",
            "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\nA1,甲,渝中区,2020-01-01,否,50,0,\n");
        Assert.Contains(Run(new(_folder["in"]), "out/结果.xls").Findings, static finding => finding.Code == "DSL5711");
        Assert.DoesNotContain(_folder.Names, static name => name.StartsWith("out", StringComparison.Ordinal));
    }

    [Fact]
    public void 工作表不叫表名的_读第一张()
    {
        _folder.WriteBytes("登记.xlsx", new TestWorkbook()
            .Sheet("Sheet1",
                [[.. "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比".Split(',')
                    .Select(static name => "t:" + name)],
                    ["t:A1"]])
            .Sheet("Sheet2", []).ToArray());
        Assert.Equal(1, Run(new(_folder["登记.xlsx"]), "out.csv").Result?.Summary.SubjectCount);
    }

    [Fact]
    public void 待核定的表写成工作簿_填好读回()
    {
        _folder.Write("in/企业.csv",
            "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\nA1,甲,渝中区,2020-01-01,否,50,0,\n");
        Assert.Empty(Run(new(_folder["in"]), "out.csv", "核定.xlsx").Findings
            .Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error));
        var (header, row) = FirstRow("核定.xlsx");
        Assert.Equal(["主键", "文号", "条款", "事项行", "年度", "金额"], header[..6]);
        Assert.Equal(["A1", TestProgram.PolicyNumber, "3", "", "2024", ""], row.Cells[..6]);
        row.Cells[5] = "180000.5";
        _folder.WriteBytes("已填.xlsx",
            new TestWorkbook().Sheet("核定", [[.. header.Select(static name => "t:" + name)], [.. row.Cells.Select(Cell)]]).ToArray());
        var source = new RegistrySource(_folder["in"]);
        Run(source with { Tables = source.Tables.Add("核定", _folder["已填.xlsx"]) }, "out.csv");
        Assert.Contains("A1,测府〔2021〕1号,3,,符合,180000.50,", _folder.Read("out.csv"), StringComparison.Ordinal);
        // What a user filled in is not overwritten.
        File.Copy(_folder["已填.xlsx"], _folder["核定.xlsx"], overwrite: true);
        Assert.Contains(Run(new(_folder["in"]), "out.csv", "核定.xlsx").Findings, static finding => finding.Code == "DSL5118");
    }

    private (string[] Header, SourceRow Row) FirstRow(string name)
    {
        using var sheet = ExcelRows.Open(new(_folder[name], null)).Rows;
        Assert.NotNull(sheet);
        Assert.True(sheet.TryRead(out var row));
        return (sheet.Header, row);
    }

    private BatchOutcome Run(RegistrySource source, string output, string? approvals = null) => BatchRunner.Run(
        TestProgram.Program, [],
        new(source, _folder[output], TestProgram.Context) { ApprovalsPath = approvals is null ? null : _folder[approvals] }, null,
        CancellationToken.None);

    /// <summary>What Excel makes of a cell that is typed in: numbers, percentages, dates, yes and no, else text.</summary>
    private static string Cell(string text) =>
        text.Length == 0 ? ""
        : Number().IsMatch(text) ? "n:" + text
        : text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? "n1:"
            + (percent / 100).ToString(CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? "n2:"
            + (date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)
        : "t:" + text;

    private static string Plain(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : text;

    [GeneratedRegex(@"^-?(0|[1-9]\d{0,12})(\.\d{1,2})?$")]
    private static partial Regex Number();
}
