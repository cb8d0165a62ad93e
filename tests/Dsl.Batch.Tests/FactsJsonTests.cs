// Facts in JSON: exact numbers, every mistake with its place.
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Cells;
using Dsl.Facts.Json;
using Dsl.Facts.Results;
using Dsl.Testing;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Batch.Tests;

public class FactsJsonTests
{
    [Fact]
    public void 金额一位不差()
    {
        var reading = Read("""{"企业": {"统一社会信用代码": "A1", "研发投入": 123456789012.123456789}}""");
        Assert.Equal("123456789012.123456789", ValueText.Cell(reading.Facts?.Values[6], DslType.Money));
    }

    [Theory]
    [InlineData("2e6", "2000000")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("\"200万元\"", "2000000")]
    [InlineData("0.1", "0.1")]
    public void 金额的写法(string json, string expected) =>
        Assert.Equal(expected, ValueText.Cell(Read($$$"""{"企业": {"研发投入": {{{json}}}}}""").Facts?.Values[6], DslType.Money));

    [Fact]
    public void 没有写的表是未提供_空表是没有行()
    {
        var facts = Read("""{"企业": {"名称": null}, "科技项目": []}""").Facts;
        Assert.True(facts?.Details[0] is { IsEmpty: true });
        Assert.Null(facts?.Details[1]);
        Assert.Null(facts?.Values[1]);
    }

    [Fact]
    public void 像算例那样给行编号()
    {
        const string Json = "{\"企业\": {}, \"科技项目\": [{}, {\"项目编号\": \"P\"}, {\"项目编号\": \" \"}]}";
        var program = TestProgram.Program;
        Assert.Equal(["1", "P", "3"],
            FactsJson.Read(program, "企业.json", Json, numbersRows: true).Facts?.Details[0]?.Select(static row => row.Key) ?? []);
        Assert.Equal([0, 2], FactsJson.Read(program, "企业.json", Json).Findings.Select(static finding => finding.Place.Item ?? -1));
    }

    [Fact]
    public void 记录()
    {
        var facts = Read("""{"企业": {}, "核定": [{"文号": null, "条款": "3", "事项行": null, "年度": 2024, "金额": "18万元"}], "兑现记录": [{"条款": "3", "年度": "2023年度", "金额": -5}]}""").Facts;
        Assert.Equal(180000, facts?.Approvals[0].Amount);
        Assert.Equal(2023, facts?.Payments[0].Year);
    }

    [Theory]
    [InlineData("""{"企业": {"依法纳税": true, "依法纳税": false}}""", "DSL5402", 1, "依法纳税")]
    [InlineData("{\"企业\": {\n\"研发投人\": 1}}", "DSL5403", 2, "研发投人")]
    [InlineData("""{"企业": {}, "项目": []}""", "DSL5403", 1, "项目")]
    [InlineData("{\"企业\": {\n\n\"研发占比\": 35}}", "DSL5302", 3, "企业.研发占比")]
    [InlineData("""{"企业": {"研发投入": [1]}}""", "DSL5404", 1, "企业.研发投入")]
    [InlineData("""{"企业": {}, "科技项目": {}}""", "DSL5404", 1, "科技项目")]
    [InlineData("""{"企业": {}, "科技项目": [{"国拨经费": 1}]}""", "DSL5203", 1, "科技项目")]
    [InlineData("""{"企业": {}, "科技项目": [{"项目编号": "P"}, {"项目编号": "P"}]}""", "DSL5402", 1, "科技项目.项目编号")]
    [InlineData("""{"企业": {}, "人才": {}}""", "DSL5405", 1, null)]
    [InlineData("{}", "DSL5405", 1, null)]
    [InlineData("[]", "DSL5404", 1, null)]
    [InlineData("{\"企业\":\n {,}}", "DSL5401", 2, null)]
    [InlineData("", "DSL5401", 1, null)]
    [InlineData("{\"企业\":\n {\"名称\": \"\\ud800\"}}", "DSL5401", 2, null)]
    [InlineData("""{"企业": {}, "核定": [{"条款": "3"}]}""", "DSL5212", 1, "核定.金额")]
    [InlineData("""{"企业": {}, "核定": [{"条款": "99", "金额": 1}]}""", "DSL5209", 1, "核定.条款")]
    [InlineData("""{"企业": {}, "参数": {"补助比例": "一成"}}""", "DSL5301", 1, "参数.补助比例")]
    public void 每个错误都指明位置(string json, string code, int line, string? path)
    {
        var reading = Read(json);
        Assert.Null(reading.Facts);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, (long?)line, path), (finding.Code, finding.Place.Row, finding.Place.Column));
    }

    [Fact]
    public void 结果JSON()
    {
        var facts = Read("""
            {"企业": {"统一社会信用代码": "A1", "研发投入": "2000万元"},
             "科技项目": [{"项目编号": "P1", "国拨经费": "1000万元"}, {"项目编号": "P2", "国拨经费": "1000万元"}, {"项目编号": "P3"}]}
            """).Facts ?? throw new InvalidOperationException();
        var result = new Interpreter(TestProgram.Program, TestProgram.Context).Evaluate(facts);
        Snapshot.Verify(RepositoryRoot.Combine("tests", "Dsl.Batch.Tests", "cases", "结果.verified.json"), ResultJson.Write(result));
    }

    private static FactsReading Read(string json) => FactsJson.Read(TestProgram.Program, "facts.json", json);
}
