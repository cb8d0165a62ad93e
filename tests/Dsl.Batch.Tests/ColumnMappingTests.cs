// Mapping files: whatever is not understood stops, since a unit that is passed over multiplies every figure;
// units in the names of columns count.
using System.Text.Json;
using Dsl.Data.DuckDb;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Tests.DuckDb;
using Dsl.Batch.Tests.Excel;
using Dsl.Facts.Tables;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ColumnMappingTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string Row = "A1,甲,渝中区,2020-01-01,是,50,12,0.5\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"研发费用": {"字段": "研发投入", "unit": "万元"}}""", "“unit”（是否应为“单位”？）")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "單位": "万元"}}""", "不认识“單位”")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单 位": "万元"}}""", "（是否应为“单位”？）")]
    [InlineData("""{"研发费用": {"field": "研发投入"}}""", "（是否应为“字段”？）")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": 10000}}""", "“单位”应当是文字")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": null}}""", "“单位”应当是文字")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": ["万元"]}}""", "“单位”应当是文字")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": ""}}""", "“单位”应当是文字")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": "万镑"}}""", "不是能读的单位")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": "元", "单位": "万元"}}""", "“单位”写了不止一次")]
    [InlineData("""{"研发费用": "研发投入", "研发费用": {"字段": "研发投入", "单位": "万元"}}""", "写了不止一次")]
    [InlineData("""{"研发费用（万元）": "研发投入", "研发费用(万元)": "职工总数"}""", "相同")]
    [InlineData("""{"研发费用": {"单位": "万元"}}""", "没有写“字段”")]
    [InlineData("""{"研发费用": {"字段": ""}}""", "“字段”应当是文字")]
    [InlineData("""{"研发费用": {"字段": 1}}""", "“字段”应当是文字")]
    [InlineData("""{"研发费用": ""}""", "没有写对应的字段")]
    [InlineData("""{"研发费用": ["研发投入"]}""", "应当写成字段名")]
    [InlineData("""{"研发费用": null}""", "应当写成字段名")]
    [InlineData("""{"": "研发投入"}""", "列名是空的")]
    [InlineData("{}", "没有写任何列")]
    [InlineData("[]", "一对花括号")]
    [InlineData("\"研发投入\"", "一对花括号")]
    [InlineData("", "不是正确的 JSON")]
    [InlineData("""{"研发费用": "研发投入"} 1""", "不是正确的 JSON")]
    public void 对照文件有一处不明白就停下(string text, string words)
    {
        var (_, finding) = ColumnMapping.Read(_folder.Write("map.json", text));
        Assert.Equal("DSL5110", finding?.Code);
        Assert.Contains(words, finding?.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"研发费用": "研发投人"}""", "研发费用", "DSL5110", "“研发投入”")]
    [InlineData("""{"研发费用": "没有的字段"}""", "研发费用", "DSL5110", "不在数据定义中")]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": "人"}}""", "研发费用", "DSL5110", "不适合")]
    [InlineData("""{"研发费用(万元)": {"字段": "研发投入", "单位": "元"}}""", "研发费用(万元)", "DSL5110", "不一致")]
    [InlineData("""{"研发费用(人)": "研发投入"}""", "研发费用(人)", "DSL5123", "不适合")]
    [InlineData("""{"企业名称": {"字段": "名称"}}""", "研发投入", "DSL5124", "企业名称")]
    [InlineData("""{"研发投人": {"字段": "研发投入", "单位": "万元"}}""", "研发投入", "DSL5110", "是否应为")]
    [InlineData("""{"别的列": {"字段": "研发投入", "单位": "万元"}}""", "研发投入", "DSL5124", "没有用到")]
    [InlineData("""{"研发费用": "研发投入"}""", "研发费用,研发投入", "DSL5125", "不知道用哪一列")]
    [InlineData("""{"研发费用": "研发投入", "研发支出": "研发投入"}""", "研发费用,研发支出", "DSL5125", "不知道用哪一列")]
    public void 对照文件与数据不合(string text, string column, string code, string words)
    {
        var (mapping, finding) = ColumnMapping.Read(_folder.Write("map.json", text));
        Assert.Null(finding);
        Write(column, column.Contains(',', StringComparison.Ordinal) ? "12,12" : "12");
        Assert.Contains(words, Assert.Single(Run(mapping).Findings, found => found.Code == code).Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"研发费用": {"字段": "研发投入", "单位": "万元"}}""", "研发费用", "12", "12000.00")]
    [InlineData("""{"研发费用(万元)": {"字段": "研发投入", "单位": "万元"}}""", "研发费用（万元）", "12", "12000.00")]
    [InlineData("""{"研发费用(万元)": "研发投入"}""", "研发费用(万元)", "12", "12000.00")]
    [InlineData("""{"研发费用(万元,含税)": "研发投入"}""", "研发费用（万元，含税）", "12", "12000.00")]
    [InlineData("""{"研发费用/万元": {"字段": "研发投入"}}""", "研发费用/万元", "12元", "1.20")]
    [InlineData("""{"研发费用(年)": {"字段": "研发投入", "单位": "万元"}}""", "研发费用(年)", "12", "12000.00")]
    [InlineData(null, "研发投入(万元)", "12", "12000.00")]
    [InlineData(null, "研发投入（单位：万元）", "12", "12000.00")]
    [InlineData(null, "研发投入(万元)", "12亿元", "1000000.00")]
    [InlineData(null, "研发投入（人民币万元）", "12", "12000.00")]
    [InlineData(null, "研发投入 （ 万元 ）", "人民币12", "12000.00")]
    [InlineData(null, "研发投入(人民币)", "12", "1.20")]
    [InlineData(null, "研发投入(人民币)", "12万元", "12000.00")]
    [InlineData("""{"研发费用(人民币)": {"字段": "研发投入", "单位": "万元"}}""", "研发费用(人民币)", "12", "12000.00")]
    [InlineData(null, "研发投入(元)", "12", "1.20")]
    [InlineData(null, "研发投入", "12", "1.20")]
    public void 单位算数(string? text, string column, string cell, string amount)
    {
        var mapping = text is null ? ColumnMapping.None : ColumnMapping.Read(_folder.Write("map.json", text)).Mapping;
        Write(column, cell);
        var outcome = Run(mapping);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        var expected = _folder.Read("out.csv");
        Assert.Contains($"A1,测府〔2021〕1号,1,,符合,{amount},", expected, StringComparison.Ordinal);
        foreach (var format in (string[])["json", "xls", "xlsx", "parquet"])
        {
            WriteAs(format);
            outcome = Run(mapping, format);
            Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
            Assert.Equal(expected, _folder.Read("out.csv"));
        }
    }

    /// <summary>The main table once more, in a folder and a format of its own.</summary>
    private void WriteAs(string format)
    {
        var rows = CsvRecords.Of(_folder.Read("in/企业.csv")).ToList();
        string[][] cells = [.. rows.Select(static row => row.Select(static cell => cell.Length == 0 ? "" : "t:" + cell).ToArray())];
        static string Member(string name, string cell) => $"{JsonSerializer.Serialize(name)}: {JsonSerializer.Serialize(cell)}";
        var file = $"{format}/企业.{format}";
        _folder.Write(file, "");
        if (format == "json")
            _folder.Write(file,
                $"[{string.Join(",\n", rows.Skip(1).Select(row => $"{{{string.Join(", ", rows[0].Zip(row, Member))}}}"))}]");
        else if (format == "parquet")
            DuckDbFiles.Make($"COPY (SELECT * FROM read_csv({DuckDbSql.Text(_folder["in/企业.csv"])}, header = true, all_varchar = true, "
                + $"nullstr = '')) TO {DuckDbSql.Text(_folder[file])} (FORMAT parquet)");
        else
            _folder.WriteBytes(file, format == "xls" ? TestXls.Sheet("企业", cells) : new TestWorkbook().Sheet("企业", cells).ToArray());
    }

    [Fact]
    public void 各张表的列名都可以有单位()
    {
        _folder.Write("in/企业.csv",
            Header.Replace("研发占比", "研发占比(%)", StringComparison.Ordinal)
                .Replace("职工总数", "职工总数(人)", StringComparison.Ordinal)
                + "A1,甲,渝中区,2020-01-01,是,50,10,35\n");
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费/万元\nA1,P1,100\n");
        _folder.Write("in/核定.csv", "主键,条款,金额（万元）\nA1,3,1.5\n");
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,事项行,年度,金额（万元）\nA1,测府〔2021〕1号,1,,2024,0.0001\n");
        _folder.Write("in/参数.csv", "参数,值(%)\n补助比例,10\n");
        var outcome = Run(ColumnMapping.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        Assert.Contains("A1,测府〔2021〕1号,2,P1,符合,30000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains("A1,测府〔2021〕1号,3,,符合,15000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
        // What is appended to a column of 万元 says 元.
        var published = Dsl.Batch.Publishing.Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.True(published.Report is not null, string.Join('\n', published.Findings));
        Assert.Contains("A1,测府〔2021〕1号,2,P1,2024,30000.00元\n", _folder.Read("in/兑现记录.csv"), StringComparison.Ordinal);
        Assert.Empty(
            Dsl.Batch.Publishing.Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None).Report?.Appended
                ?? throw new InvalidOperationException());
    }

    private void Write(string column, string cells) =>
        _folder.Write("in/企业.csv",
            $"{Header.Replace("研发投入", column, StringComparison.Ordinal)}{Row.Replace(",12,", $",{cells},", StringComparison.Ordinal)}");

    private BatchOutcome Run(ColumnMapping mapping, string folder = "in") =>
        BatchRunner.Run(TestProgram.Program, [],
            new BatchOptions(new RegistrySource(_folder[folder]) { Mapping = mapping }, _folder["out.csv"], TestProgram.Context), null,
            CancellationToken.None);
}
