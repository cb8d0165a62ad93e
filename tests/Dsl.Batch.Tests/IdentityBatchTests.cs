// Keys, document numbers, clauses, rows and matters in other writings, misspelt or of nobody: what is computed and what is said,
// by both engines.
using Dsl.Batch.Engines;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class IdentityBatchTests : IDisposable
{
    private const string Schema = """
        名录 支持事项 = [研发补助, 展会补助]
        数据 企业
          主键 代码 : 文本
          额 : 金额
          人数 : 人
        明细 项目 属于 企业
          主键 编号 : 文本
          费 : 金额
        """;

    private const string Policy = """
        政策 甲办法
          文号 示〔2021〕1号
          地区 示
          施行日期 2021-01-01
          级次 区级
          竞合 本区其他政策 从高不重复
        参数 补助比例 : 比率 外部
        条款 1 没有项目的
          频次 每年
          条件 非 存在(项目)
          奖补 = 1万元
        条款 2 一次性
          频次 一次性
          奖补 = 5万元
        条款 3 核定的
          频次 每年
          奖补 = 核定 最高 额
        条款 4 每个项目
          频次 一次性
          每个 项目
          奖补 = 费
        条款 5 研发
          频次 每年
          事项 研发补助
          奖补 = 3万元
        条款 6 外部
          频次 每年
          奖补 = 额 * 补助比例
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a01")]
    [InlineData("Ａ０１")]
    [InlineData("A01\u200B")]
    [InlineData("\uFEFFA01")]
    [InlineData("A\u00AD01")]
    public void 明细的主键换一种写法_是同一家(string key)
    {
        _folder.Write("in/项目.csv", $"代码,编号,费\n{key},P1,100\n");
        var lines = Run();
        Assert.DoesNotContain(lines, static line => line.StartsWith("A01,示〔2021〕1号,1,", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("A01,示〔2021〕1号,4,P1,符合,100.00,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("А01,P1,100", "DSL5220")]
    [InlineData("AO1,P1,100", "DSL5220")]
    [InlineData("А01,P1,很多", "DSL5301")]
    [InlineData("A01,P1,很多", "DSL5301")]
    [InlineData("a01,p1,1\nA01,P1,1", "DSL5204")]
    public void 未读入的行里有他的_就不定案(string rows, string code)
    {
        _folder.Write("in/项目.csv", "代码,编号,费\n" + rows + "\n");
        var lines = Run();
        Assert.Contains(lines, static line => line.StartsWith("A01,示〔2021〕1号,1,,资料不全,0.00,10000.00,", StringComparison.Ordinal));
        Assert.Contains(code, Rejected(), StringComparison.Ordinal);
    }

    [Fact]
    public void 两家的主键看起来一样_各有各的明细_不算写错()
    {
        _folder.Write("in/企业.csv", "代码,额,人数\nA01,100,1\nAO1,100,1\n");
        _folder.Write("in/项目.csv", "代码,编号,费\nAO1,P1,100\n");
        var lines = Run();
        Assert.Contains(lines, static line => line.StartsWith("A01,示〔2021〕1号,1,,符合,10000.00,", StringComparison.Ordinal));
        Assert.False(HasRejected());
    }

    [Fact]
    public void 主表里两种写法是重复()
    {
        _folder.Write("in/企业.csv", "代码,额,人数\na01,100,1\nＡ01,100,1\n");
        var lines = Run();
        Assert.Contains(lines, static line => line.StartsWith("a01,", StringComparison.Ordinal));
        Assert.Contains("与第 2 行重复（写法不同", Rejected(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("示〔２０２１〕1号", "2", false)]
    [InlineData("示[2021]1号", "２", false)]
    [InlineData("示 【2021】 1号", "2\u200B", false)]
    [InlineData("示2021第1号", "2", true)]
    [InlineData("甲办法", "2", true)]
    [InlineData("示〔2021〕1号", "22", true)]
    public void 兑现记录的文号和条款(string number, string clause, bool isRejected)
    {
        _folder.Write("in/兑现记录.csv", $"主键,文号,条款,年度,金额\na01,{number},{clause},2022,50000\n");
        var lines = Run();
        Assert.DoesNotContain(lines, static line => line.StartsWith("A01,示〔2021〕1号,2,", StringComparison.Ordinal));
        // What cannot be attributed keeps the subject from being settled at all.
        Assert.Equal(isRejected, !lines.Exists(static line => line.StartsWith("A01,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("А01", "2022")]
    [InlineData("A01", "")]
    [InlineData("A01", "1022")]
    [InlineData("A01", "2202")]
    public void 兑现记录看不出是谁的哪一年的_不测算(string key, string year)
    {
        _folder.Write("in/兑现记录.csv", $"主键,文号,条款,年度,金额\n{key},示〔2021〕1号,2,{year},50000\n");
        Assert.DoesNotContain(Run(), static line => line.StartsWith("A01,", StringComparison.Ordinal));
    }

    [Fact]
    public void 事项行换写法认得_几乎一样的不猜_旧项目照算()
    {
        _folder.Write("in/企业.csv", "代码,额,人数\nA01,100,1\nB01,100,1\nC01,100,1\n");
        _folder.Write("in/项目.csv", "代码,编号,费\nA01,p－1,100\nB01,P-1,100\nC01,P-1,100\n");
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,事项行,年度,金额\nA01,示〔2021〕1号,4,P-1,2022,1\nB01,示〔2021〕1号,4,P1,2022,1\n"
            + "C01,示〔2021〕1号,4,Q7,2022,1\n");
        var lines = Run();
        Assert.DoesNotContain(lines, static line => line.StartsWith("A01,示〔2021〕1号,4,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.StartsWith("B01,", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("C01,示〔2021〕1号,4,P-1,符合,100.00,", StringComparison.Ordinal));
        Assert.Contains("DSL5222", Rejected(), StringComparison.Ordinal);
    }

    [Fact]
    public void 核定的写法_重复也看得出()
    {
        _folder.Write("in/核定.csv", "主键,文号,条款,年度,金额\nＡ01,示﹝2021﹞1号,３,2023,60\n");
        Assert.Contains(Run(), static line => line.StartsWith("A01,示〔2021〕1号,3,,符合,60.00,", StringComparison.Ordinal));
        _folder.Write("in/核定.csv", "主键,文号,条款,年度,金额\nA01,示〔2021〕1号,3,2023,60\na01,示[2021]1号,３,2023,70\n");
        Assert.Contains(Run(), static line => line.StartsWith("A01,示〔2021〕1号,3,,待核定,", StringComparison.Ordinal));
        Assert.Contains("DSL5208", Rejected(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("研发补助", "符合,0.00", "")]
    [InlineData("研发 补助\u200B", "让位", "")]
    [InlineData("研发补贴", "资料不全", "DSL5224")]
    [InlineData("展会补助", "符合,30000.00", "")]
    [InlineData("租房", "符合,30000.00", "")]
    public void 其他政策支持的事项(string matter, string status, string code)
    {
        _folder.Write("in/其他政策支持.csv", $"主键,文号,事项,事项行,年度,金额\nA01,别府〔2020〕1号,{matter},,2023,4万元\n");
        var line = Run().Single(static line => line.StartsWith("A01,示〔2021〕1号,5,", StringComparison.Ordinal));
        if (matter.StartsWith("研发", StringComparison.Ordinal) && code.Length == 0)
            Assert.Contains(",让位,0.00,", line, StringComparison.Ordinal);
        else
            Assert.Contains(status, line, StringComparison.Ordinal);
        Assert.Equal(code.Length > 0, HasRejected());
        if (code.Length > 0)
            Assert.Contains(code, Rejected(), StringComparison.Ordinal);
    }

    [Fact]
    public void 信用代码核对校验码_错一处的明细不算没有()
    {
        _folder.Write("p/s.policy", Schema.Replace("主键 代码 : 文本", "主键 代码 : 统一社会信用代码", StringComparison.Ordinal));
        _folder.Write("in/企业.csv", "代码,额,人数\n91350100m000100y43,100,1\n91350100M000100Y44,100,1\n");
        _folder.Write("in/项目.csv", "代码,编号,费\n91350100M000100Y53,P1,100\n");
        var lines = Run();
        Assert.Contains(lines, static line => line.StartsWith("91350100m000100y43,示〔2021〕1号,1,,资料不全,", StringComparison.Ordinal));
        Assert.Contains("DSL5316", Rejected(), StringComparison.Ordinal);
        Assert.Contains("DSL5220", Rejected(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20.5", "DSL5315")]
    [InlineData("20.5人", "DSL5315")]
    [InlineData("0.00002万", "DSL5315")]
    [InlineData("20.0", "")]
    [InlineData("1.5万人", "")]
    public void 人数是整数(string count, string code)
    {
        _folder.Write("p/a.policy", Policy + "\n条款 7 人数\n  频次 每年\n  条件 人数 达到 1人\n  奖补 = 1万元\n");
        _folder.Write("in/企业.csv", $"代码,额,人数\nA01,100,{count}\n");
        Assert.Equal(code.Length == 0,
            Run().Exists(static line => line.StartsWith("A01,示〔2021〕1号,7,,符合,", StringComparison.Ordinal)));
        Assert.Equal(code.Length > 0, HasRejected());
    }

    [Theory]
    [InlineData("补助比例,50", "DSL5302")]
    [InlineData("补助比例,-1%", "DSL5303")]
    [InlineData("补助比利,5%", "DSL5214")]
    [InlineData("补助比例,5%\n补助比例\u200B,6%", "DSL5217")]
    public void 外部参数按字段的规矩读(string rows, string code)
    {
        _folder.Write("in/参数.csv", $"参数,值\n{rows}\n");
        Assert.Contains(Outcome(EvaluationEngines.Reference).Findings, finding => finding.Code == code);
        var json = string.Join(',',
            rows.Split('\n').Select(static row => row.Split(',')).Select(static cells => $"\"{cells[0]}\": \"{cells[1]}\""));
        Assert.Contains(FactsJson.Read(Load().Compilation.Program, "facts.json", "{\"企业\": {}, \"参数\": {" + json + "}}").Findings,
            finding => finding.Code == code);
    }

    [Theory]
    [InlineData("研发 补助\u200B", "")]
    [InlineData("研发补贴", "DSL5224")]
    public void 一个主体的文件里_事项和行也按同一个规矩(string matter, string code)
    {
        var text = "{\"企业\": {\"代码\": \"A01\"}, \"项目\": [{\"编号\": \"P-1\", \"费\": 100}], \"其他政策支持\": [{\"文号\": \"别\", "
            + "\"事项\": \""
            + matter
            + "\", \"年度\": 2023, \"金额\": 40000}], \"兑现记录\": [{\"文号\": \"示[2021]1号\", \"条款\": \"４\", \"事项行\": \"ｐ－1\", "
            + "\"年度\": 2022, \"金额\": 1}]}";
        var reading = FactsJson.Read(Load().Compilation.Program, "facts.json", text);
        Assert.Equal(code, string.Join(',', reading.Findings.Select(static finding => finding.Code)));
        if (code.Length == 0)
            Assert.Equal("P-1", reading.Facts?.Payments[0].RowKey);
    }

    [Fact]
    public void 公布时主键和文号换写法_不重复追加()
    {
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,事项行,年度,金额\nＡ01,示[2021]1号,２,,2023,50000\n");
        Assert.NotNull(Outcome(EvaluationEngines.Reference).Result);
        var report = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None).Report;
        Assert.NotNull(report);
        Assert.DoesNotContain(report.Appended, static payment => payment.ClauseNumber == "2");
    }

    private List<string> Run() => EveryEngine.Lines(Outcome, () => _folder.Read("out.csv"));

    private BatchOutcome Outcome(string engine) =>
        BatchRunner.Run(Load(),
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
                { Engine = engine },
            null, CancellationToken.None);

    private LoadedPolicies Load()
    {
        foreach (var (name, text) in new[] { ("p/s.policy", Schema), ("p/a.policy", Policy), ("in/企业.csv", "代码,额,人数\nA01,100,1\n"),
            ("in/项目.csv", "代码,编号,费\n"), ("in/其他政策支持.csv", "主键,文号,事项,事项行,年度,金额\n") })
        {
            if (!File.Exists(_folder[name]))
                _folder.Write(name, text);
        }
        return PolicyLoader.Load([_folder["p"]]);
    }

    private bool HasRejected() => File.Exists(_folder["out.csv.rejected.csv"]);

    private string Rejected() => _folder.Read("out.csv.rejected.csv");
}
