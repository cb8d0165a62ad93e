// Details that have a row for each year: read from tables and from JSON, computed by every engine, and refused where a year stands twice.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Loading.Policies;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class YearBatchTests : IDisposable
{
    private const string Schema = """
        数据 企业
          主键 代码 : 文本
        明细 年度经营 属于 企业 按年度
          营业收入 : 金额
          人数 : 人
        """;

    private const string Policy = """
        政策 甲办法
          文号 示〔2021〕1号
          地区 示
          施行日期 2021-01-01
          级次 区级
        条款 1 增量
          频次 每年
          奖补 = max(本年.营业收入 - 上年.营业收入, 0元) * 1%
        条款 2 首次
          频次 每年
          奖补 = 首次 营业收入 超过 1亿元、3亿元 : 10万元、30万元
        条款 3 每增加
          频次 每年
          奖补 = 人数 每增加 5人 : 1万元
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 各年一行_几种写法()
    {
        _folder.Write("in/年度经营.csv",
            "代码,年度,营业收入,人数\nA01,2023年度,4亿元,21\nA01,２０２２,1亿元,10人\nA02,2023,2亿元,5\nA03,2022,1亿元,5\nA03,2023,0,4\n");
        var lines = Run("A01", "A02", "A03", "A04");
        string Of(string start) => lines.Single(line => line.StartsWith(start, StringComparison.Ordinal));
        Assert.StartsWith("A01,示〔2021〕1号,1,,符合,3000000.00,", Of("A01,示〔2021〕1号,1,"), StringComparison.Ordinal);
        Assert.StartsWith("A01,示〔2021〕1号,2,,符合,300000.00,", Of("A01,示〔2021〕1号,2,"), StringComparison.Ordinal);
        Assert.StartsWith("A01,示〔2021〕1号,3,,符合,20000.00,", Of("A01,示〔2021〕1号,3,"), StringComparison.Ordinal);
        Assert.StartsWith("A02,示〔2021〕1号,1,,资料不全,0.00,2000000.00,", Of("A02,示〔2021〕1号,1,"), StringComparison.Ordinal);
        Assert.Contains("没有行：上年.营业收入", Of("A02,示〔2021〕1号,1,"), StringComparison.Ordinal);
        Assert.StartsWith("A02,示〔2021〕1号,2,,资料不全,0.00,100000.00,", Of("A02,示〔2021〕1号,2,"), StringComparison.Ordinal);
        Assert.StartsWith("A03,示〔2021〕1号,1,,符合,0.00,", Of("A03,示〔2021〕1号,1,"), StringComparison.Ordinal);
        Assert.StartsWith("A04,示〔2021〕1号,2,,资料不全,0.00,300000.00,", Of("A04,示〔2021〕1号,2,"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A01,2023,2亿元,1\nA01,2022,1亿元,1\nA01,2023,3亿元,1", "DSL5270", ":4")]
    [InlineData("A01,2023,2亿元,1\nA01,2023年度,2亿元,1\nA01,2022,1亿元,1", "DSL5270", ":3")]
    [InlineData("A01,,2亿元,1\nA01,2022,1亿元,1", "DSL5203", ":2")]
    [InlineData("A01,去年,2亿元,1\nA01,2022,1亿元,1", "DSL5306", ":2")]
    public void 一个年度写了两行_或者看不出年度_就不定案(string rows, string code, string place)
    {
        _folder.Write("in/年度经营.csv", $"代码,年度,营业收入,人数\n{rows}\n");
        var lines = Run("A01");
        Assert.Contains(lines, static line => line.StartsWith("A01,示〔2021〕1号,1,,资料不全,", StringComparison.Ordinal));
        var rejected = _folder.Read("out.csv.rejected.csv");
        Assert.Contains(code, rejected, StringComparison.Ordinal);
        Assert.Contains(place[1..], rejected, StringComparison.Ordinal);
    }

    [Fact]
    public void 两行同年_一个主体的文件也不收()
    {
        const string Text = """
            {"企业": {"代码": "A01"}, "年度经营": [{"年度": 2023, "营业收入": "2亿元"}, {"年度": "2023年度", "营业收入": 1}]}
            """;
        var found = FactsJson.Read(Load("A01").Compilation.Program, "facts.json", Text).Findings;
        Assert.Contains(found, static finding => finding.Code == "DSL5270");
    }

    [Fact]
    public void 一个主体的文件()
    {
        const string Text = """
            {"企业": {"代码": "A01"}, "年度经营": [{"年度": 2023, "营业收入": "2亿元"}, {"年度": "2022年度", "营业收入": 100000000}]}
            """;
        var program = Load("A01").Compilation.Program;
        var reading = FactsJson.Read(program, "facts.json", Text);
        Assert.Empty(reading.Findings);
        Assert.NotNull(reading.Facts);
        var result = new Interpreter(program, new(new DateOnly(2023, 6, 30), 2023)).Evaluate(reading.Facts);
        Assert.Equal(Bounds.Exactly(1_000_000), result.Policies[0].Clauses[0].Amount);
        Assert.Equal(["2023", "2022"], reading.Facts.Details[0]?.Select(static row => row.Key));
    }

    private List<string> Run(params string[] keys) => EveryEngine.Lines(engine => BatchRunner.Run(Load(keys),
        new(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
            { Engine = engine },
        null, CancellationToken.None), () => _folder.Read("out.csv"));

    private LoadedPolicies Load(params string[] keys)
    {
        _folder.Write("p/s.policy", Schema);
        _folder.Write("p/a.policy", Policy);
        _folder.Write("in/企业.csv", $"代码\n{string.Join('\n', keys)}\n");
        return PolicyLoader.Load([_folder["p"]]);
    }
}
