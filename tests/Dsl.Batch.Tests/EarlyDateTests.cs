// Dates before 1949 are read, and named with row, column and value, whichever file they come from; numbers of days are no dates.
using Dsl.Batch.Running;
using Dsl.Batch.Tests.Excel;
using Dsl.Facts.Cells;
using Dsl.Facts.Json;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class EarlyDateTests : IDisposable
{
    private const string Columns = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("1899-12-30", true)]
    [InlineData("1899年12月30日", true)]
    [InlineData("0001-01-01", true)]
    [InlineData("1948-12-31", true)]
    [InlineData("1949-01-01", false)]
    [InlineData("", false)]
    public void CSV的日期(string date, bool isEarly)
    {
        _folder.Write("in/企业.csv", $"{Columns}\nA1,甲,渝中区,2020-01-01,是,50,0,\nA2,甲,渝中区,{date},是,50,0,\n");
        var found = Found();
        Assert.Equal(isEarly ? 1 : 0, found.Count);
        Assert.All(found, finding => Assert.Equal((3, "登记日期", date), (finding.Place.Row, finding.Place.Column, finding.Place.Value)));
    }

    [Fact]
    public void 各行都数到_与线程数无关()
    {
        _folder.Write("in/企业.csv", Columns + "\n" + string.Concat(
            Enumerable.Range(1, 3000).Select(static row => $"A{row},甲,渝中区,{(row % 2 == 0 ? "1900-01-01" : "2000-01-01")},是,50,0,\n")));
        var texts = new[] { 1, 4 }.Select(threads => Found(threads).Single().ToString()).ToList();
        Assert.Equal(texts[0], texts[1]);
        Assert.Contains("这一列共有 1500 个：另有第 5 行“1900-01-01”、第 7 行“1900-01-01”、第 9 行“1900-01-01”、第 11 行“1900-01-01”等",
            texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Excel_JSON_和事实文件也一样()
    {
        _folder.WriteBytes("in/企业.xlsx",
            new TestWorkbook()
                .Sheet("企业",
                    [[.. Columns.Split(',').Select(static name => "t:" + name)],
                        ["t:A1", "t:甲", "t:渝中区", "n2:61", "b:1", "n:50", "n:0", "n:0"]])
                .ToArray());
        Assert.Equal((2, "1900-03-01"), (Found().Single().Place.Row, Found().Single().Place.Value));
        File.Delete(_folder["in/企业.xlsx"]);
        _folder.Write("in/企业.json", "[{\"统一社会信用代码\":\"A1\",\"名称\":\"甲\",\"注册区县\":\"渝中区\",\"登记日期\":\"1900-01-01\","
            + "\"依法纳税\":true,\"职工总数\":1,\"研发投入\":0,\"研发占比\":null}]");
        Assert.Equal("1900-01-01", Found().Single().Place.Value);
        var reading = FactsJson.Read(TestProgram.Program, "f.json", "{\"企业\":{\"统一社会信用代码\":\"A1\",\"登记日期\":\"1900-01-01\"}}");
        Assert.NotNull(reading.Facts);
        Assert.Equal(("DSL5326", Severity.Warning, "企业.登记日期"),
            (reading.Findings.Single().Code, reading.Findings.Single().Severity, reading.Findings.Single().Place.Column));
    }

    [Theory]
    [InlineData("44368", "2021-06-21")]
    [InlineData("44368.5", "2021-06-21")]
    [InlineData("1", "")]
    public void 天数不是日期(string text, string day)
    {
        var problem = ValueReader.Read(text, TestProgram.Enterprise.Fields[3]).Problem;
        Assert.Equal("DSL5305", problem?.Rule.Code);
        Assert.Equal(day.Length > 0, problem?.Message.Contains($"{day} 的序号", StringComparison.Ordinal));
    }

    private List<DataFinding> Found(int threads = 1) =>
        [.. BatchRunner.Run(TestProgram.Program, [], new(new(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Threads = threads },
            null, CancellationToken.None).Findings.Where(static finding => finding.Code == "DSL5326")];
}
