// The order of rows decides nothing: doubles, rows that cannot be read and almost equal keys leave the same certain amounts in any order,
// in both engines.
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Loading.Policies;
using Dsl.Values.Text;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class RowOrderTests : IDisposable
{
    private const string Schema = """
        名录 支持事项 = [研发补助, 展会补助]
        数据 企业
          主键 代码 : 文本
          额 : 金额
        明细 项目 属于 企业
          主键 编号 : 文本
          费 : 金额
        """;

    private const string Policy = """
        政策 甲办法
          文号 渝中府〔2021〕19号
          地区 示
          施行日期 2021-01-01
          级次 区级
        条款 1 没有项目的
          频次 每年
          条件 非 存在(项目)
          奖补 = 额 * 10%
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
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("A,100\nB,1\nA,200", "A,200\nB,1\nA,100")]
    [InlineData("A,100\nA,很多", "A,很多\nA,100")]
    [InlineData("A,100\nA,", "A,\nA,100")]
    [InlineData("a,100\nＡ,200", "Ａ,200\na,100")]
    [InlineData("A,100\nA", "A\nA,100")]
    public void 主体的几行不一样_哪一行也不采用(string rows, string otherOrder)
    {
        foreach (var written in (string[])[rows, otherOrder])
        {
            _folder.Write("in/企业.csv", $"代码,额\n{written}\n");
            _folder.Write("in/项目.csv", "代码,编号,费\nA,P1,7\n");
            Assert.DoesNotContain(Run(), static line => line.StartsWith("A,", StringComparison.Ordinal));
            Assert.Contains("DSL52", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
            Assert.Contains("DSL5206", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("A,100\nA,100")]
    [InlineData("A,100\nａ, 100")]
    [InlineData("合计,300\nA,100\n合计,400")]
    public void 填得一样的几行是一行_合计不是谁的行(string rows)
    {
        _folder.Write("in/企业.csv", $"代码,额\n{rows}\n");
        _folder.Write("in/项目.csv", "代码,编号,费\n");
        Assert.Contains(Run(), static line => line.StartsWith("A,渝中府〔2021〕19号,1,,符合,10.00,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A,渝中府〔2021〕19号,3,2023,60\nA,,3,2023,50")]
    [InlineData("A,,3,2023,60\nA,,3,,50")]
    [InlineData("A,,３,2023,60\nA,渝中府[2021]19号,3,,5o")]
    [InlineData("A,,3,2023,60\nA,,3,2023,-1")]
    public void 一件事的两条核定_写法不同或者有一条读不懂_都不采用(string rows)
    {
        _folder.Write("in/企业.csv", "代码,额\nA,100\n");
        foreach (var written in (string[])[rows, string.Join('\n', rows.Split('\n').Reverse())])
        {
            _folder.Write("in/核定.csv", $"主键,文号,条款,年度,金额\n{written}\n");
            Assert.Contains(Run(), static line => line.StartsWith("A,渝中府〔2021〕19号,3,,待核定,0.00,100.00,", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("A,,3,2023,60\nA,,3,2022,5o")]
    [InlineData("A,,3,2023,60\nA,,3,2022,50")]
    public void 别的年度的核定不相干(string rows)
    {
        _folder.Write("in/企业.csv", "代码,额\nA,100\n");
        _folder.Write("in/核定.csv", $"主键,文号,条款,年度,金额\n{rows}\n");
        Assert.Contains(Run(), static line => line.StartsWith("A,渝中府〔2021〕19号,3,,符合,60.00,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("渝中府〔2021〕9号", "2")]
    [InlineData("渝中府〔2012〕19号", "2")]
    [InlineData("渝中府办〔2021〕19号", "2")]
    [InlineData("渝府办〔2021〕19号", "77")]
    [InlineData("渝中府〔2023〕8号", "2")]
    [InlineData("渝文旅发〔2021〕19号", "2")]
    public void 兑现记录的文号不认识的_退回_那个主体不测算(string number, string clause)
    {
        _folder.Write("in/企业.csv", "代码,额\nA,100\n");
        _folder.Write("in/兑现记录.csv", $"主键,文号,条款,年度,金额\nA,{number},{clause},2022,50000\n");
        Assert.DoesNotContain(Run(), static line => line.StartsWith("A,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9.15E+17", "915001234567890123", "916001234567890123")]
    [InlineData("重庆\uFFFD\uFFFD公司", "重庆甲乙公司", "北京甲乙公司")]
    public void 主键丢了一部分的行_可能是他的就不定案(string lost, string mine, string other)
    {
        _folder.Write("in/企业.csv", $"代码,额\n{mine},100\n{other},100\n");
        _folder.Write("in/项目.csv", $"代码,编号,费\n{lost},P1,7\n");
        var lines = Run();
        Assert.Contains(lines, line => line.StartsWith($"{mine},渝中府〔2021〕19号,1,,资料不全,0.00,10.00,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{other},渝中府〔2021〕19号,1,,符合,10.00,", StringComparison.Ordinal));
        _folder.Write("in/兑现记录.csv", $"主键,条款,年度,金额\n{lost},2,2022,50000\n");
        lines = Run();
        Assert.DoesNotContain(lines, line => line.StartsWith($"{mine},", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{other},", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9.15E+17")]
    [InlineData("A\uFFFD")]
    public void 主键读不懂的行_提醒可能漏算(string key)
    {
        _folder.Write("in/企业.csv", "代码,额\nA,100\n");
        _folder.Write("in/项目.csv", $"代码,编号,费\n{key},P1,7\n");
        _folder.Write("in/兑现记录.csv", $"主键,条款,年度,金额\n{key},2,2022,50000\n");
        foreach (var engine in EvaluationEngines.Names)
            Assert.Equal(2, Outcome(engine).Findings.Count(static finding => finding.Code == "DSL5221"));
    }

    [Fact]
    public void 一件事的两条核定_事实文件里也停下()
    {
        const string First = "{\"条款\": \"3\", \"年度\": 2023, \"金额\": \"60\"}";
        foreach (var (other, isDouble) in ((string, bool)[])[("\"文号\": \"渝中府〔2021〕19号\", \"年度\": 2023,", true), ("", true),
            ("\"年度\": 2022,", false)])
        {
            var text = "{\"年度\": 2023, \"企业\": {\"代码\": \"A\"}, \"核定\": [" + First + ", {" + other
                + " \"条款\": \"3\", \"金额\": \"50\"}]}";
            Assert.Equal(isDouble,
                FactsJson.Read(Load().Compilation.Program, "facts.json", text).Findings.Any(static finding => finding.Code == "DSL5402"));
        }
    }

    [Theory]
    [InlineData(2023, true)]
    [InlineData(2022, false)]
    public void 年度空着的核定_事实文件里按测算的年度(int year, bool isDouble)
    {
        const string Text = "{\"年度\": 2021, \"企业\": {\"代码\": \"A\"}, \"核定\": [{\"条款\": \"3\", \"金额\": \"60\"}, {\"条款\": "
            + "\"3\", \"年度\": 2023, \"金额\": \"50\"}]}";
        Assert.Equal(isDouble,
            FactsJson.Read(Load().Compilation.Program, "facts.json", Text, yearOf: (_, _) => year).Findings
                .Any(static finding => finding.Code == "DSL5402"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void 打乱各表的行_确定的金额不变(int seed)
    {
        var random = new Random(seed);
        var tables = new Dictionary<string, (string Header, List<string> Rows)>
        {
            ["企业"] = ("代码,额", [.. Enumerable.Range(0, 40).Select(i => $"K{i},{random.Next(1, 999)}")]),
            ["项目"] = ("代码,编号,费",
                [.. Enumerable.Range(0, 60).Select(i => $"K{random.Next(44)},P{random.Next(9)},{random.Next(1, 99)}")]),
            ["核定"] = ("主键,文号,条款,年度,金额", [.. Enumerable.Range(0, 40).Select(i => $"K{random.Next(40)},"
                + $"{Pick("", "渝中府〔2021〕19号", "渝中府[2021] 19号")},3,{Pick("", "2023", "２０２３", "2022")},"
                + $"{Pick("5", "6", "6元", "六", "-1")}")]),
            ["兑现记录"] = ("主键,文号,条款,年度,金额", [.. Enumerable.Range(0, 12).Select(i => $"{Pick("K", "k")}{random.Next(60)},"
                + $"{Pick("", "渝中府〔2021〕19号", "渝中府〔2021〕9号")},{Pick("2", "22")},2022,{Pick("50000", "-50000", "1.2.3")}")]),
        };
        foreach (var index in Enumerable.Range(0, 14))
            tables["企业"].Rows.Add(
                Pick($"K{index},{random.Next(1, 999)}", $"k{index},很多", tables["企业"].Rows[index], $"К{index},5", $"K{index}"));
        List<string>? first = null;
        for (var round = 0; round < 5; round++)
        {
            foreach (var (name, (header, rows)) in tables)
            {
                var shuffled = rows.ToArray();
                random.Shuffle(shuffled);
                _folder.Write($"in/{name}.csv", $"{header}\n{string.Join('\n', shuffled)}\n");
            }
            // Of equal rows the first lends its writing of the key; rows stand in the order of their tables.
            var certain = Run().Where(static line => line.Contains(",符合,", StringComparison.Ordinal)).Select(Identity.Of)
                .Order(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(certain);
            Assert.Equal(first ??= certain, certain);
        }

        string Pick(params string[] texts) => texts[random.Next(texts.Length)];
    }

    private List<string> Run() => EveryEngine.Lines(Outcome, () => _folder.Read("out.csv"));

    private BatchOutcome Outcome(string engine) =>
        BatchRunner.Run(Load(),
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
                { Engine = engine },
            null, CancellationToken.None);

    private LoadedPolicies Load()
    {
        _folder.Write("p/s.policy", Schema);
        _folder.Write("p/a.policy", Policy);
        return PolicyLoader.Load([_folder["p"]]);
    }
}
