// Batches over small registries: what is written, what is rejected, what stops the run, which files remain.
using System.Collections.Immutable;
using System.Text;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class BatchTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string ProjectHeader = "统一社会信用代码,项目编号,国拨经费\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 每个主体条款和明细行各一行_上限扣减另列一行()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,200万元,35%\nA2,乙,江津区,2020-01-01,否,5,100万元,\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + "A1,P1,1000万元\nA1,P2,1000万元\n");
        var result = Run();
        Assert.Equal(
            """
            统一社会信用代码,文号,条款,事项行,状态,金额,最高,市级,区级,让位于,缺少,等待,计入合计,形式,对象,备注
            A1,测府〔2021〕1号,1,,符合,200000.00,200000.00,,200000.00,,,,是,,企业,
            A1,测府〔2021〕1号,2,P1,符合,300000.00,300000.00,180000.00,120000.00,,,,是,,企业,
            A1,测府〔2021〕1号,2,P2,符合,300000.00,300000.00,180000.00,120000.00,,,,是,,企业,
            A1,测府〔2021〕1号,2,（上限扣减）,符合,-100000.00,-100000.00,-60000.00,-40000.00,,,,是,,企业,
            A1,测府〔2021〕1号,3,,待核定,0.00,200000.00,,0.00,,,核定,是,,企业,
            A2,测府〔2021〕1号,3,,待核定,0.00,200000.00,,0.00,,,核定,是,,企业,

            """.ReplaceLineEndings("\n"), _folder.Read("out.csv"));
        Assert.Equal("700000", $"{result.Summary.Total.Low}");
        Assert.Equal("1100000", $"{result.Summary.Total.High}");
        Assert.Equal("300000", $"{result.Summary.Levels["市级"].Low}");
        Assert.Equal(0, result.RejectedRows);
        Assert.Equal(["out.csv", "out.csv.manifest.json"], Written());
    }

    [Fact]
    public void 坏行进入未读入表_其余照常()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,二百万,35\n,乙,渝中区,,,,,\n"
            + "A3,丙,火星,2020-13-01,是,50,1,0.5\nA3,丙,渝中区,2020-01-01,是,50,1,0.5\nA4,丁,渝中区,2020-01-01\n"
            + "A5,戊,渝中区,2020-01-01,是,50,10,0.5\n");
        var result = Run();
        Assert.Equal(5, result.RejectedRows);
        Assert.Equal(1, result.Summary.SubjectCount);
        Assert.Equal(
            """
            2,研发投入,二百万,DSL5301
            2,研发占比,35,DSL5302
            3,统一社会信用代码,,DSL5203
            4,注册区县,火星,DSL5304
            4,登记日期,2020-13-01,DSL5305
            5,统一社会信用代码,A3,DSL5204
            6,,,DSL5201
            """.ReplaceLineEndings("\n"), Rejected());
    }

    [Theory]
    [InlineData("A1,甲,渝中区,2020-01-01,是,50,10,0.5\nA1,甲\n", "2,统一社会信用代码,A1,DSL5228\n3,,,DSL5201")]
    [InlineData("A1,甲\nA1,甲,渝中区,2020-01-01,是,50,10,0.5\n", "2,,,DSL5201\n3,统一社会信用代码,A1,DSL5228")]
    public void 坏行与读入的主体同一主键_不知道哪一行对_不测算(string rows, string rejected)
    {
        _folder.Write("in/企业.csv", Header + rows);
        _folder.Write("in/科技项目.csv", ProjectHeader + "A1,P1,100\n");
        _folder.Write("in/兑现记录.csv", "主键,条款,年度,金额\nA1,1,2020,1\n");
        var result = Run();
        Assert.Equal(0, result.Summary.SubjectCount);
        Assert.Contains(rejected, Rejected(), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有条款用到的列不检查()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,10,0.5\n");
        _folder.Write("in/主题活动.csv", "主键,费用\nA1,没有这种写法\nA9,1\n");
        var result = Run();
        Assert.Equal(1, result.RejectedRows);
        Assert.Equal("3,统一社会信用代码,A9,DSL5205", Rejected());
    }

    [Theory]
    [InlineData("2.005", "1000000000000")]
    [InlineData("0.333333333333", "999999999999.99")]
    [InlineData("10", "100000000000000000000")]
    public void 列装不下的数也精确(string small, string large)
    {
        _folder.Write("in/企业.csv",
            Header + $"A1,甲,渝中区,2020-01-01,是,50,{small},0.3333333\nA2,乙,渝中区,2020-01-01,是,50,{large},0.5\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + $"A2,P2,{small}\nA1,P1,{large}\nA2,P1,1\n");
        var texts = EvaluationEngines.Names.Select(engine => (Outcome(Options() with { Engine = engine }), _folder.Read("out.csv")).Item2)
            .Distinct();
        Assert.Single(texts);
    }

    [Fact]
    public void 明细坏一行_主体有标记_不当作完整的付()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,0,35%\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + "A1,P1,1000万元\nA1,P2,很多\n");
        var result = Run();
        Assert.Equal(1, result.RejectedRows);
        Assert.Equal(1, result.Summary.MarkedSubjects);
        Assert.Contains("A1,测府〔2021〕1号,2,,资料不全,0.00,500000.00,0.00,0.00,,科技项目（未提供）,,是,,企业,科技项目有未能读入的行\n",
            _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有主体的明细和坏主体的明细都要列出()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,大概,50,0,35%\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + "A9,P1,1\nA1,P2,1\nA9,P3,1\n,P4,1\n");
        Run();
        Assert.Equal(
            """
            5,统一社会信用代码,,DSL5203
            2,依法纳税,大概,DSL5307
            2,统一社会信用代码,A9,DSL5205
            3,统一社会信用代码,A1,DSL5206
            4,统一社会信用代码,A9,DSL5205
            """.ReplaceLineEndings("\n"), Rejected());
    }

    [Fact]
    public void 明细主键重复()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,0,35%\nA2,甲,渝中区,2020-01-01,是,50,0,35%\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + "A1,P1,1\nA1,P1,2\nA2,P1,1\n");
        var result = Run();
        Assert.Equal("3,项目编号,P1,DSL5204", Rejected());
        Assert.Equal(1, result.Summary.MarkedSubjects);
    }

    [Fact]
    public void 引号没有闭合只损失一行()
    {
        _folder.Write("in/企业.csv", Header + "A1,\"甲,渝中区,2020-01-01,是,50,10,35%\nA2,乙,渝中区,2020-01-01,是,50,10,35%\n"
            + "A3,丙\"丙,渝中区,2020-01-01,是,50,10,35%\nA4,\"丁\n丁\",渝中区,2020-01-01,是,50,10,35%\n");
        var result = Run();
        Assert.Equal("2,,,DSL5202\n4,,,DSL5202", Rejected());
        Assert.Equal(2, result.Summary.SubjectCount);
    }

    [Fact]
    public void 最后一行引号没有闭合()
    {
        _folder.Write("in/企业.csv", Header + "A1,\"甲,渝中区,2020-01-01,是,50,10,35%\nA2,乙,渝中区,2020-01-01,是,50,10,35%\n");
        var result = Run();
        Assert.Equal("2,,,DSL5216", Rejected());
        Assert.Equal(1, result.Summary.SubjectCount);
    }

    [Fact]
    public void 核定和兑现记录()
    {
        _folder.Write("in/企业.csv",
            Header + "A1,甲,渝中区,2020-01-01,是,50,0,\nA2,乙,渝中区,2020-01-01,是,50,0,\nA3,丙,渝中区,2020-01-01,是,50,0,\n");
        _folder.Write("in/核定.csv", "主键,文号,条款,事项行,年度,金额\nA1,,3,,,18万元\nA2,,3,,,18万元\n");
        _folder.Write("in/兑现记录.csv",
            $"主键,文号,条款,事项行,年度,金额\nA2,{TestProgram.PolicyNumber},3,,2022,50000\nA3,别的号,3,,2022,50000\n");
        Run(out _);
        Assert.DoesNotContain("A3,", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains("DSL5250", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        var findings = Outcome(Options() with { Source = new RegistrySource(_folder["in"]) { OtherDocuments = ["别的号"] } }).Findings;
        var text = _folder.Read("out.csv");
        Assert.Contains("A1,测府〔2021〕1号,3,,符合,180000.00,180000.00,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A2,测府〔2021〕1号,3,", text, StringComparison.Ordinal);
        Assert.Contains(findings, finding => finding.Code == "DSL5213");
    }

    [Fact]
    public void 记录写错()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,0,\nA2,乙,渝中区,2020-01-01,是,50,0,\n");
        _folder.Write("in/核定.csv",
            "主键,条款,事项行,金额\nA1,3,,18万元\nA1,3,,17万元\nA1,33,,1\nA1,2,,1\nA1,3,P1,1\nA1,3,,-1\nA9,3,,1\n,3,,1\nA1,,,1\n");
        _folder.Write("in/兑现记录.csv", "主键,条款,年度,金额\nA2,3,,1\n");
        var result = Run();
        Assert.Equal(
            """
            4,条款,33,DSL5209
            5,事项行,,DSL5211
            6,事项行,P1,DSL5211
            7,金额,-1,DSL5215
            9,主键,,DSL5203
            10,条款,,DSL5212
            2,年度,,DSL5212
            2,,,DSL5208
            3,,,DSL5208
            3,统一社会信用代码,A2,DSL5207
            8,主键,A9,DSL5205
            """.ReplaceLineEndings("\n"), Rejected());
        Assert.Equal(1, result.Summary.SubjectCount);
    }

    [Fact]
    public void 几种对象各有主表()
    {
        _folder.Write("in/企业.csv", Header);
        _folder.Write("in/人才.csv", "证件号,资助金额\nT1,3万元\n");
        var result = Run();
        Assert.Contains("T1,测府〔2021〕1号,4,,符合,30000.00,30000.00,,30000.00,,,,是,,人才,\n", _folder.Read("out.csv"),
            StringComparison.Ordinal);
        Assert.Equal(1, result.Summary.Subjects["人才"]);
    }

    [Theory]
    [InlineData("统一社会信用代码,名称\nA1,甲\n", "DSL5101",
        "表头里少了这些列：注册区县、登记日期、依法纳税、职工总数、研发投入、研发占比。")]
    [InlineData("统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比,名称\n", "DSL5102",
        "表头中“名称”出现了不止一次。")]
    [InlineData("", "DSL5104", "文件是空的，没有表头。")]
    [InlineData("统一社会信用代码;名称;注册区县\n", "DSL5112", "表头像是用“;”分隔的，应当用逗号分隔。")]
    [InlineData("\"统一社会信用代码,名称\n", "DSL5113", "表头无法读取：这一格以双引号开头，后面没有结尾的双引号。")]
    public void 表头有误就停下_什么也不写(string text, string code, string message)
    {
        _folder.Write("in/企业.csv", text);
        var finding = Assert.Single(Stops(), static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        Assert.Equal((code, message), (finding.Code, finding.Problem.Message));
    }

    [Fact]
    public void 列名写错给出建议()
    {
        _folder.Write("in/企业.csv", Header.Replace("研发投入", "研发投入额", StringComparison.Ordinal));
        Assert.Contains(Stops(), static finding =>
            finding.Code == "DSL5103" && finding.Problem.Message == "数据定义中没有“研发投入额”这一列，未读取（是否应为“研发投入”？）。");
    }

    [Fact]
    public void 没有文件_没有主表_不是表格()
    {
        Assert.Equal("DSL5001", Assert.Single(Stops()).Code);
        _folder.Write("in/科技项目.csv", ProjectHeader);
        Assert.Equal("DSL5107", Assert.Single(Stops()).Code);
        _folder.WriteBytes("in/企业.csv", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        Assert.Equal("不是 CSV 文本：是 Excel（xlsx）文件。",
            Assert.Single(Stops(), static finding => finding.Code == "DSL5106").Problem.Message);
        _folder.WriteBytes("in/企业.csv", [0xFF, 0xFF, 0x41]);
        Assert.Single(Stops(), static finding => finding.Code == "DSL5106");
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("GB18030", false)]
    public void 编码(string name, bool withMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _folder.Write("in/企业.csv", (withMark ? "\uFEFF" : "") + Header + "A1,重庆㐂公司,渝中区,2020-01-01,是,50,100,35%\r\n",
            Encoding.GetEncoding(name));
        Assert.Equal(0, Run().RejectedRows);
        Assert.Contains("A1,测府〔2021〕1号,1,,符合,10.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 输出与线程数无关()
    {
        var (main, detail) = (new StringBuilder(Header), new StringBuilder(ProjectHeader));
        for (var i = 0; i < 1500; i++)
        {
            main.Append(i % 7 == 3 ? $"K{i},名,火星,,是,1,1,\n" : $"K{i},名,渝中区,,是,{i},{i}.37,{i % 100}%\n");
            detail.Append($"K{i * 31 % 1600},P{i},{i * 1000}.11\n");
        }
        _folder.Write("in/企业.csv", main.ToString());
        _folder.Write("in/科技项目.csv", detail.ToString());
        var outputs = new List<string>();
        foreach (var threads in (int[])[1, 2, 5])
        {
            Assert.NotNull(Outcome(Options() with { Threads = threads, SummaryPath = _folder["sum.json"] }).Result);
            outputs.Add(string.Join("\n=====\n", Written().Append("sum.json").Select(_folder.Read)));
        }
        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal(outputs[0], outputs[2]);
        Assert.Contains("DSL5304", outputs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void 中断不留下任何文件()
    {
        _folder.Write("in/企业.csv",
            Header + string.Concat(Enumerable.Range(0, 2000).Select(static i => $"K{i},名,{(i == 0 ? "火星" : "渝中区")},,是,1,1,\n")));
        using var stop = new CancellationTokenSource();
        var progress = new Report(_ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() =>
            BatchRunner.Run(TestProgram.Program, [], Options() with { Threads = 2 }, progress, stop.Token));
        Assert.Equal([Path.Combine("in", "企业.csv")], _folder.Names);
    }

    [Fact]
    public void 旧结果在中断时保持原样()
    {
        _folder.Write("in/企业.csv", Header + "K1,名,火星,,是,1,1,\n");
        _folder.Write("out.csv", "旧的");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => BatchRunner.Run(TestProgram.Program, [], Options(), null, stop.Token));
        Assert.Equal("旧的", _folder.Read("out.csv"));
    }

    [Fact]
    public void 写不进去要说明()
    {
        _folder.Write("in/企业.csv", Header);
        Directory.CreateDirectory(_folder["out.csv"]);
        var outcome = Outcome(Options());
        Assert.Null(outcome.Result);
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5006");
        Assert.DoesNotContain(_folder.Names,
            static name => name.Contains(".tmp", StringComparison.Ordinal) || name.Contains("manifest", StringComparison.Ordinal));
    }

    [Fact]
    public void 输出不能覆盖输入()
    {
        _folder.Write("in/企业.csv", Header);
        var outcome = Outcome(Options() with { Output = _folder["in/企业.csv"] });
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5117");
        Assert.Equal(Header, _folder.Read("in/企业.csv"));
    }

    [Fact]
    public void 列名对照带单位()
    {
        _folder.Write("in/企业.csv",
            Header.Replace("研发投入", "研发费用(万元)", StringComparison.Ordinal) + "A1,甲,渝中区,,是,1,200,\nA2,乙,渝中区,,是,1,  ,\n");
        var (mapping, finding) =
            ColumnMapping.Read(_folder.Write("map.json", """{"研发费用(万元)": {"字段": "研发投入", "单位": "万元"}}"""));
        Assert.Null(finding);
        Assert.NotNull(Outcome(Options() with { Source = new RegistrySource(_folder["in"]) { Mapping = mapping } }).Result);
        Assert.Contains(",1,,符合,200000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 外部参数写错就停下()
    {
        _folder.Write("in/企业.csv", Header);
        _folder.Write("in/参数.csv", "参数,值\n补助比例,一成\n没有的,1\n");
        Assert.Equal(["DSL5301", "DSL5214"],
            Stops().Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
                .Select(static finding => finding.Code));
    }

    private BatchOptions Options() => new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Threads = 2 };

    private static BatchOutcome Outcome(BatchOptions options) =>
        BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);

    private BatchResult Run() => Run(out _);

    private BatchResult Run(out ImmutableArray<DataFinding> findings)
    {
        var outcome = Outcome(Options());
        findings = outcome.Findings;
        Assert.NotNull(outcome.Result);
        return outcome.Result ?? throw new InvalidOperationException();
    }

    private ImmutableArray<DataFinding> Stops()
    {
        var outcome = Outcome(Options());
        Assert.Null(outcome.Result);
        Assert.Empty(Written());
        return outcome.Findings;
    }

    private string[] Written() => [.. _folder.Names.Where(static name => name.StartsWith("out", StringComparison.Ordinal))];

    /// <summary>Line, column, value and code of each line of the rejected rows.</summary>
    private string Rejected() =>
        string.Join('\n', _folder.Read("out.csv.rejected.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => string.Join(',', line.Split(',')[1..5])));

    private sealed class Report(Action<BatchProgress> report) : IProgress<BatchProgress>
    {
        void IProgress<BatchProgress>.Report(BatchProgress value) => report(value);
    }
}
