// 数量 over the years: what a batch counts, what is published, what later years leave; and what keeps a publication back.
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class QuantityPublishTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          月数 : 月

        明细 场地 属于 企业
          主键 编号 : 文本
          租期 : 月

        条款 1 缴费补贴
          频次 每年 累计 最多 20个月 计 月数
          奖补 = 1000元/月 * min(月数, 可补月数)

        条款 2 场地补贴
          每个 场地
          频次 每年 累计 最多 12个月 计 租期
          奖补 = 100元/月 * min(租期, 可补月数)
          单位上限 2000元

        条款 3 参展
          每个 场地
          频次 每次 累计 最多 1次
          奖补 = 1元

        条款 4 余额
          频次 每年
          奖补 = max(10万元 - 已得(条款 1), 0元)
        """;

    private readonly TemporaryFolder _folder = new();

    public QuantityPublishTests()
    {
        _folder.Write("p/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码,月数\nA,12\nB,\n");
        _folder.Write("in/场地.csv", "主键,编号,租期\nA,P1,8\nA,P2,12个月\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 公布记下数量_以后年度只余其余的()
    {
        var first = Batch(2023);
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,12000.00,12000.00,,12000.00,,,,是,,企业,,12\n", first, StringComparison.Ordinal);
        Assert.Contains("B,兑府〔2023〕1号,1,,资料不全,0.00,20000.00,,0.00,,月数,,是,,企业,,0\n", first, StringComparison.Ordinal);
        Publish();
        Assert.Equal(
            """
            主键,文号,条款,事项行,年度,金额,数量
            A,兑府〔2023〕1号,1,,2023,12000.00,12
            A,兑府〔2023〕1号,2,P1,2023,800.00,8
            A,兑府〔2023〕1号,2,P2,2023,1200.00,12
            A,兑府〔2023〕1号,3,P1,2023,1.00,
            A,兑府〔2023〕1号,3,（上限扣减）,2023,-1.00,
            A,兑府〔2023〕1号,3,P2,2023,1.00,
            A,兑府〔2023〕1号,4,,2023,100000.00,
            B,兑府〔2023〕1号,4,,2023,100000.00,

            """.ReplaceLineEndings("\n").Split('\n').Order(), History().Split('\n').Order());
        Assert.Empty(Publish().Appended);
        Assert.Equal(first, Batch(2023));
        var second = Batch(2024);
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,8000.00,8000.00,,8000.00,,,,是,,企业,,8\n", second, StringComparison.Ordinal);
        Assert.Contains("A,兑府〔2023〕1号,2,P1,符合,400.00,", second, StringComparison.Ordinal);
        Assert.DoesNotContain("A,兑府〔2023〕1号,2,P2,", second, StringComparison.Ordinal);
        Assert.Contains("A,兑府〔2023〕1号,4,,符合,88000.00,", second, StringComparison.Ordinal);
        Publish();
        Assert.DoesNotContain("A,兑府〔2023〕1号,1,", Batch(2025), StringComparison.Ordinal);
    }

    [Fact]
    public void 更正只追加差额_退回的数量是负数()
    {
        Batch(2023);
        Publish();
        _folder.Write("in/企业.csv", "代码,月数\nA,5\nB,3\n");
        Batch(2023);
        Assert.Equal(["A 1  -7000 -7", "B 1  3000 3"], Publish().Appended.Select(Line));
        _folder.Write("in/企业.csv", "代码,月数\nA,12\n");
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,12000.00,", Batch(2024), StringComparison.Ordinal);
    }

    [Fact]
    public void 兑现记录没有数量_那一户不测算()
    {
        _folder.Write("in/兑现记录.csv", "主键,条款,事项行,年度,金额,数量\nA,1,,2022,1000,\n");
        Assert.DoesNotContain("\nA,", Batch(2023), StringComparison.Ordinal);
        Assert.Contains("DSL5260", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        _folder.Write("in/兑现记录.csv", "主键,条款,事项行,年度,金额,数量\nA,1,,2022,1000,15人\n");
        Assert.DoesNotContain("\nA,", Batch(2023), StringComparison.Ordinal);
        _folder.Write("in/兑现记录.csv", "主键,条款,事项行,年度,金额,数量\nA,1,,2022,1000,１年\n");
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,8000.00,", Batch(2023), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有数量一列的_不追加()
    {
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,事项行,年度,金额\n");
        Batch(2023);
        Assert.Equal("DSL5261", Stops().Code);
        Assert.Equal("主键,文号,条款,事项行,年度,金额\n", History());
    }

    [Theory]
    [InlineData("3", "P1", "1元", "累计最多 1次")]
    [InlineData("1", "", "1000元", "累计最多 20个月")]
    [InlineData("4", "", "1000元", "条款 4 在 2025 年度已经兑现，它按条款 1 以前年度的已得计算")]
    public void 以后年度先公布了的_写明是哪一种限制(string clause, string row, string amount, string reason)
    {
        _folder.Write("in/兑现记录.csv", $"主键,文号,条款,事项行,年度,金额,数量\nA,兑府〔2023〕1号,{clause},{row},2025,{amount},1\n");
        Batch(2023);
        var finding = Stops();
        Assert.Equal("DSL5259", finding.Code);
        Assert.Contains(reason, finding.Problem.Message, StringComparison.Ordinal);
    }

    private static string Line(Payment payment) =>
        $"{payment.Key} {payment.ClauseNumber} {payment.RowKey} {payment.Amount} {payment.Quantity}";

    private string History() => _folder.Read("in/兑现记录.csv");

    private string Batch(int year)
    {
        var policies = PolicyLoader.Load([_folder["p"]]);
        Assert.DoesNotContain(policies.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(year, 6, 30), year));
        Assert.NotNull(BatchRunner.Run(policies, options, null, CancellationToken.None).Result);
        return _folder.Read("out.csv");
    }

    private PublishReport Publish()
    {
        var outcome = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.NotNull(outcome.Report);
        return outcome.Report;
    }

    private Loading.Findings.DataFinding Stops()
    {
        var outcome = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.Null(outcome.Report);
        return Assert.Single(outcome.Findings);
    }
}
