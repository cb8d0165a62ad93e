// Publishing over years: what is appended to 兑现记录, what later years make of it, and that nothing is paid twice.
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PublishTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          级次 区级
          竞合 本政策内 从高不重复

        名录 事项 = [人才引进]

        数据 企业
          主键 代码 : 文本
          投入 : 金额
          合格 : 是否

        明细 项目 属于 企业
          主键 编号 : 文本
          经费 : 金额

        条款 1 一次性奖励
          频次 一次性
          条件 合格
          奖补 = 投入 * 10%

        条款 2 最多两年
          频次 每年 最多 2年
          条件 合格
          奖补 = 投入 * 1%

        条款 3 项目，有单位上限和累计上限
          频次 每年
          每个 项目
          条件 合格
          奖补 = 经费 * 10%
          单位上限 25万元
          累计上限 40万元

        条款 4 高的一项
          频次 每年
          事项 人才引进
          条件 合格
          奖补 = 5万元

        条款 5 低的一项
          频次 每年
          事项 人才引进
          条件 合格
          奖补 = 3万元

        条款 6 每个项目一次
          频次 每次
          每个 项目
          条件 合格
          奖补 = 核定 最高 1万元
        """;

    private readonly TemporaryFolder _folder = new();

    public PublishTests()
    {
        _folder.Write("p/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码,投入,合格\nA,100万元,是\nB,10万元,是\nC,1万元,否\n");
        _folder.Write("in/项目.csv", "主键,编号,经费\nA,P1,200万元\nA,P2,100万元\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 公布两次只记一次_本年重算不变()
    {
        var first = Batch(2023);
        var report = Publish();
        Assert.Equal(
            """
            主键,文号,条款,事项行,年度,金额
            A,兑府〔2023〕1号,1,,2023,100000.00
            A,兑府〔2023〕1号,2,,2023,10000.00
            A,兑府〔2023〕1号,3,P1,2023,200000.00
            A,兑府〔2023〕1号,3,P2,2023,100000.00
            A,兑府〔2023〕1号,3,（上限扣减）,2023,-50000.00
            A,兑府〔2023〕1号,4,,2023,50000.00
            B,兑府〔2023〕1号,1,,2023,10000.00
            B,兑府〔2023〕1号,2,,2023,1000.00
            B,兑府〔2023〕1号,4,,2023,50000.00

            """.ReplaceLineEndings("\n"), History());
        Assert.Equal(9, report.Appended.Length);
        Assert.Empty(Publish().Appended);
        Assert.Equal(first, Batch(2023));
        Assert.Empty(Publish().Appended);
        Assert.Equal(10, History().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void 以后年度_一次性_最多几年_累计上限()
    {
        Batch(2023);
        Publish();
        var second = Batch(2024);
        Assert.DoesNotContain("A,兑府〔2023〕1号,1,", second, StringComparison.Ordinal);
        Assert.Contains("A,兑府〔2023〕1号,2,,符合,10000.00,", second, StringComparison.Ordinal);
        // 40 − 25 of the year before: 15 of the 25 that the subject could get.
        Assert.Contains("A,兑府〔2023〕1号,3,（上限扣减）,符合,-150000.00,", second, StringComparison.Ordinal);
        Publish();
        var third = Batch(2025);
        Assert.DoesNotContain("A,兑府〔2023〕1号,2,", third, StringComparison.Ordinal);
        Assert.Contains("A,兑府〔2023〕1号,3,（上限扣减）,符合,-300000.00,", third, StringComparison.Ordinal);
        // Nothing is left to pay under clause 3: no record, the year does not count as paid.
        Assert.DoesNotContain(Publish().Appended, static payment => payment.ClauseNumber == "3");
    }

    [Fact]
    public void 更正以后只追加差额_也可以是负数()
    {
        Batch(2023);
        Publish();
        _folder.Write("in/企业.csv", "代码,投入,合格\nA,90万元,是\nB,10万元,否\nC,1万元,是\n");
        _folder.Write("in/项目.csv", "主键,编号,经费\nA,P1,100万元\n");
        Batch(2023);
        var report = Publish();
        Assert.Equal(
            [
                "A 1  -10000.00", "A 2  -1000.00", "A 3 P1 -100000.00", "A 3 P2 -100000.00", "A 3 （上限扣减） 50000.00",
                "C 1  1000.00", "C 2  100.00", "C 4  50000.00",
            ], report.Appended.Select(Line));
        // B is not in the result at all: reported, and taken back only when asked for.
        Assert.Equal((3, (Rational)61000), (report.MissingCount, report.MissingSum));
        Assert.Equal(["B 1  -10000.00", "B 2  -1000.00", "B 4  -50000.00"], Publish(withdraw: true).Appended.Select(Line));
        Assert.Empty(Publish(withdraw: true).Appended);
        // Taken back in full: the year does not count.
        _folder.Write("in/企业.csv", "代码,投入,合格\nB,10万元,是\n");
        Assert.Contains("B,兑府〔2023〕1号,1,,符合,10000.00,", Batch(2024), StringComparison.Ordinal);
    }

    [Fact]
    public void 还没有确定的不冲回()
    {
        _folder.Write("in/核定.csv", "主键,条款,事项行,年度,金额\nA,6,P1,2023,8000\n");
        Batch(2023);
        Publish();
        File.Delete(_folder["in/核定.csv"]);
        _folder.Write("in/企业.csv", "代码,投入,合格\nA,,是\nB,10万元,\n");
        Batch(2023);
        var report = Publish();
        Assert.Empty(report.Appended);
        Assert.Equal(0, report.MissingCount);
    }

    [Fact]
    public void 原有的内容一个字节也不变()
    {
        var before = "\uFEFF备注,条款,主键,年度,事项行,金额,文号\r\n旧,1,Z,2020,,7,别的文号";
        _folder.Write("in/兑现记录.csv", before);
        Batch(2023);
        Assert.NotNull(Publish());
        var lines = History().Split('\n');
        Assert.Equal("旧,1,Z,2020,,7,别的文号", lines[1]);
        Assert.Equal(",1,A,2023,,100000.00,兑府〔2023〕1号", lines[2]);
        Assert.StartsWith(before, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder["in/兑现记录.csv"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 有问题就什么也不记()
    {
        Batch(2023);
        _folder.Write("in/兑现记录.csv", "主键,条款,事项行,年度,金额\nA,1,,2023,一百\n");
        Assert.Equal("DSL5301", Stops());
        _folder.Write("in/兑现记录.csv", "主键,条款,事项行,年度,金额\nA,1,,2022,100\n");
        Assert.Equal("DSL5505", Stops());
        File.Delete(_folder["in/兑现记录.csv"]);
        _folder.Write("out.csv", _folder.Read("out.csv").Replace("100000.00", "900000.00", StringComparison.Ordinal));
        Assert.Equal("DSL5502", Stops());
        File.Delete(_folder["out.csv.manifest.json"]);
        Assert.Equal("DSL5501", Stops());
        Assert.False(File.Exists(_folder["in/兑现记录.csv"]));
    }

    [Theory]
    [InlineData("\"年度\": 2023", "\"别的\": 2023", "缺少项目")]
    [InlineData("\"年度\": 2023", "\"年度\": \"2023\"", "缺少项目")]
    [InlineData("\"年度\": 2023", "\"年度\": 2023,,", "不是正确的 JSON")]
    [InlineData("\"文号\": [", "\"文号\": [null,", "缺少项目")]
    [InlineData("\"输出\": [", "\"输出\": [],\"别的\": [", "缺少项目")]
    [InlineData("\"按以前年度限制的条款\"", "\"别的\"", "以前的程序写的")]
    public void 读不懂的清单_说明为什么(string text, string damaged, string reason)
    {
        Batch(2023);
        var manifest = _folder.Read("out.csv.manifest.json");
        Assert.Contains(text, manifest, StringComparison.Ordinal);
        _folder.Write("out.csv.manifest.json", manifest.Replace(text, damaged, StringComparison.Ordinal));
        var (read, finding) = PublishedManifest.Read(_folder["out.csv"]);
        Assert.Null(read);
        Assert.Equal("DSL5503", finding?.Code);
        Assert.Contains(reason, finding?.Problem.Message, StringComparison.Ordinal);
    }

    private static string Line(Payment payment) =>
        $"{payment.Key} {payment.ClauseNumber} {payment.RowKey} {QuantityFormat.Ledger(payment.Amount)}";

    private string History() => _folder.Read("in/兑现记录.csv");

    private string Batch(int year)
    {
        var policies = PolicyLoader.Load([_folder["p"]]);
        Assert.DoesNotContain(policies.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(year, 6, 30), year));
        var outcome = BatchRunner.Run(policies, options, null, CancellationToken.None);
        Assert.NotNull(outcome.Result);
        return _folder.Read("out.csv");
    }

    private PublishReport Publish(bool withdraw = false)
    {
        var outcome =
            Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]) { WithdrawMissing = withdraw }, CancellationToken.None);
        Assert.NotNull(outcome.Report);
        return outcome.Report;
    }

    private string Stops()
    {
        var outcome = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.Null(outcome.Report);
        return Assert.Single(outcome.Findings).Code;
    }
}
