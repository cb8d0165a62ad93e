// Which sheet is a table: the same wherever a workbook is named, and asked for where several can be meant.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class SheetChoiceTests : IDisposable
{
    private const string Columns = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比";

    private static readonly string[][] Wrong = Table("A9");
    private static readonly string[][] Right = Table("A1");
    private static readonly string[][] Empty = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("企业")]
    [InlineData(" 企业 ")]
    [InlineData("企\u200B业")]
    public void 以表名命名的_在文件夹里_单独指定_用detail指定都读它(string name)
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("旧", Wrong).Sheet(name, Right).ToArray());
        foreach (var source in (RegistrySource[])[new(_folder["d"]), new(_folder["d/企业.xlsx"]),
            With(_folder["空"], "企业", _folder["d/企业.xlsx"])])
            Assert.Equal(["A1"], Keys(source));
    }

    [Fact]
    public void 旧格式的工作簿也一样()
    {
        _folder.WriteBytes("d/企业.xls",
            TestXls.Sheet("企业 ", [Right[0], ["t:A1", "t:甲", "t:渝中区", "t:2020-01-01", "b:1", "n:50", "n:2000000", "n:0.35"]]));
        Assert.Equal(["A1"], Keys(new(_folder["d"])));
    }

    [Fact]
    public void 大小写和全角不计()
    {
        var names = new[] { "项目A" };
        Assert.Equal("项目A", Data.Excel.SheetChoice.TableOf(new("项目ａ ", IsHidden: false, IsGrid: true), names));
        Assert.Null(Data.Excel.SheetChoice.TableOf(new("项目AB", IsHidden: false, IsGrid: true), names));
    }

    [Fact]
    public void 几张都不以表名命名_停下并列出()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("一季度", Right).Sheet("二季度", Wrong).Sheet("空", Empty).ToArray());
        foreach (var source in (RegistrySource[])[new(_folder["d"]), new(_folder["d/企业.xlsx"]),
            With(_folder["空"], "企业", _folder["d/企业.xlsx"])])
        {
            var finding = Assert.Single(Run(source).Findings, static finding => finding.Severity == Severity.Error);
            Assert.Equal("DSL5712", finding.Code);
            Assert.Contains("“一季度”、“二季度”。", finding.Problem.Message, StringComparison.Ordinal);
            Assert.Contains("企业.xlsx#一季度", finding.Problem.Remedy, StringComparison.Ordinal);
        }
        Assert.Equal(["A1"], Keys(new(_folder["d/企业.xlsx#一季度"])));
        Assert.Equal(["A9"], Keys(With(_folder["空"], "企业", _folder["d/企业.xlsx#二季度"])));
    }

    [Fact]
    public void 两张名称相同_停下()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("企业", Right).Sheet("企业 ", Wrong).ToArray());
        Assert.Contains(Run(new(_folder["d"])).Findings, static finding => finding.Code == "DSL5712");
        Assert.Contains(Run(new(_folder["d/企业.xlsx"])).Findings, static finding => finding.Code == "DSL5712");
    }

    [Fact]
    public void 只有一张写了内容_不论名称都读_其余的说明()
    {
        _folder.WriteBytes("d/企业.xlsx",
            new TestWorkbook().Sheet("空", Empty).Sheet("旧表", Wrong, state: "hidden").Sheet("深藏", Wrong, state: "veryHidden")
                .Sheet("Sheet1", Right).ToArray());
        foreach (var source in (RegistrySource[])[new(_folder["d"]), new(_folder["d/企业.xlsx"])])
        {
            Assert.Equal(["A1"], Keys(source));
            Assert.Equal("没有读取的工作表：“空”（空的）、“旧表”（隐藏）、“深藏”（隐藏）。",
                Assert.Single(Run(source).Findings, static finding => finding.Code == "DSL5719").Problem.Message);
        }
    }

    [Fact]
    public void 同名的另有一张隐藏的_读看得见的_隐藏的说明()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("企业 ", Wrong, state: "veryHidden").Sheet("企业", Right).ToArray());
        foreach (var source in (RegistrySource[])[new(_folder["d"]), new(_folder["d/企业.xlsx"])])
        {
            Assert.Equal(["A1"], Keys(source));
            Assert.Contains("“企业 ”（隐藏）",
                Assert.Single(Run(source).Findings, static finding => finding.Code == "DSL5719").Problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 图表工作表不算()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook
        {
            Edit = static (part, xml) => part == "xl/_rels/workbook.xml.rels"
                ? xml.Replace("worksheet\" Target=\"worksheets/sheet1.xml", "chartsheet\" Target=\"worksheets/sheet1.xml",
                    StringComparison.Ordinal)
                : xml,
        }.Sheet("企业", Wrong).Sheet("数据", Right).ToArray());
        Assert.Equal(["A1"], Keys(new(_folder["d"])));
        Assert.Contains("“企业”（图表）",
            Assert.Single(Run(new(_folder["d"])).Findings, static finding => finding.Code == "DSL5719").Problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void 以表名命名的是隐藏的_停下()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("Sheet1", Right).Sheet("企业", Wrong, state: "hidden").ToArray());
        foreach (var source in (RegistrySource[])[new(_folder["d"]), new(_folder["d/企业.xlsx"])])
            Assert.Equal("DSL5713", Assert.Single(Run(source).Findings, static finding => finding.Severity == Severity.Error).Code);
        Assert.Equal(["A9"], Keys(new(_folder["d/企业.xlsx#企业"])));
    }

    [Fact]
    public void 隐藏的兑现记录不会悄悄不读()
    {
        _folder.WriteBytes("登记.xlsx", new TestWorkbook().Sheet("企业", Right).Sheet("兑现记录", [["t:主键"]], state: "hidden").ToArray());
        Assert.Contains(Run(new(_folder["登记.xlsx"])).Findings, static finding => finding.Code == "DSL5713");
        _folder.Write("兑现.csv", "主键,文号,条款,事项行,年度,金额\n");
        Assert.Equal(["A1"], Keys(With(_folder["登记.xlsx"], "兑现记录", _folder["兑现.csv"])));
    }

    [Fact]
    public void 文件夹里的工作簿另有别的表_也读()
    {
        string[][] projects = [["t:主键", "t:项目编号", "t:国拨经费"], ["t:A1", "t:P1", "n:1000000"]];
        _folder.WriteBytes("d/企业.xlsx",
            new TestWorkbook().Sheet("Sheet1", Right).Sheet("科技项目", projects).Sheet("说明", [["t:随便"]]).ToArray());
        Assert.Equal("DSL5712", Assert.Single(Run(new(_folder["d"])).Findings, static finding => finding.Severity == Severity.Error).Code);
        _folder.WriteBytes("d/企业.xlsx",
            new TestWorkbook().Sheet("企业", Right).Sheet("科技项目", projects).Sheet("说明", [["t:随便"]]).ToArray());
        var outcome = Run(new(_folder["d"]));
        Assert.Contains("A1,测府〔2021〕1号,2,P1,符合,30000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains(outcome.Findings,
            static finding => finding.Code == "DSL5108" && finding.Place.File.EndsWith("企业.xlsx#说明", StringComparison.Ordinal));
        _folder.Write("d/科技项目.csv", "主键,项目编号,国拨经费\nA1,P2,1\n");
        Assert.Contains(Run(new(_folder["d"])).Findings, static finding => finding.Code == "DSL5120");
        Assert.DoesNotContain(Run(With(_folder["d"], "科技项目", _folder["d/科技项目.csv"])).Findings,
            static finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void 参数和核定也按表名选()
    {
        _folder.WriteBytes("d/企业.xlsx", new TestWorkbook().Sheet("企业", Right).ToArray());
        _folder.WriteBytes("d/参数.xlsx",
            new TestWorkbook().Sheet("旧", [["t:参数", "t:值"], ["t:补助比例", "n1:0.5"]])
                .Sheet("参数", [["t:参数", "t:值"], ["t:补助比例", "n1:0.1"]]).ToArray());
        _folder.WriteBytes("d/核定.xlsx",
            new TestWorkbook().Sheet("旧", [["t:主键", "t:条款", "t:金额"], ["t:A1", "t:3", "n:1"]])
                .Sheet("核定", [["t:主键", "t:条款", "t:金额"], ["t:A1", "t:3", "n:70000"]]).ToArray());
        Run(new(_folder["d"]));
        Assert.Contains("A1,测府〔2021〕1号,3,,符合,70000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains("1/10",
            $"{Registry.Open(TestProgram.Program, new(_folder["d"])).Registry?.Parameters["补助比例"]}"
                .Replace("0.1", "1/10", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    private static string[][] Table(string key) =>
        [[.. Columns.Split(',').Select(static name => "t:" + name)],
            [$"t:{key}", "t:甲", "t:渝中区", "n2:43831", "b:1", "n:50", "n:2000000", "n1:0.35"]];

    private RegistrySource With(string folder, string table, string path)
    {
        if (!File.Exists(folder))
            Directory.CreateDirectory(folder);
        var source = new RegistrySource(folder);
        return source with { Tables = source.Tables.Add(table, path) };
    }

    private BatchOutcome Run(RegistrySource source) =>
        BatchRunner.Run(TestProgram.Program, [], new(source, _folder["out.csv"], TestProgram.Context), null, CancellationToken.None);

    /// <summary>The keys of the subjects in the result.</summary>
    private IEnumerable<string> Keys(RegistrySource source)
    {
        var outcome = Run(source);
        Assert.DoesNotContain(outcome.Findings, static finding => finding.Severity == Severity.Error);
        return CsvRecords.Of(_folder.Read("out.csv")).Skip(1).Select(static row => row[0]).Distinct();
    }
}
