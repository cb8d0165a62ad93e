// Awards that are paid in parts, from batch to 兑现记录 and on to later years.
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PayoutPublishTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          失效日期 2023-12-31
          级次 区级

        数据 企业
          主键 代码 : 文本
          投入 : 金额
          合格 : 是否

        明细 项目 属于 企业
          主键 编号 : 文本
          经费 : 金额

        条款 1 建设补助
          频次 一次性
          条件 合格
          奖补 = 投入
          兑付 次年起 40%、30%、余款

        条款 2 项目补助
          频次 每次
          每个 项目
          奖补 = 经费
          单位上限 100元
          兑付 分 2年
        """;

    private readonly TemporaryFolder _folder = new();

    public PayoutPublishTests()
    {
        _folder.Write("p/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码,投入,合格\nA,100.01,是\nB,,是\n");
        _folder.Write("in/项目.csv", "主键,编号,经费\nA,P1,80\nA,P2,40\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 应得记一次_各期到了年度从记录付()
    {
        var first = Batch(2023);
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,0.00,0.00,,0.00,,,,是,,企业,,,100.01,100.01\n", first, StringComparison.Ordinal);
        Publish();
        Assert.Equal(
            """
            主键,文号,条款,事项行,年度,金额,数量,期次
            A,兑府〔2023〕1号,1,,2023,100.01,,
            A,兑府〔2023〕1号,2,P1,2023,80.00,,
            A,兑府〔2023〕1号,2,P2,2023,40.00,,
            A,兑府〔2023〕1号,2,（上限扣减）,2023,-20.00,,
            A,兑府〔2023〕1号,2,（分期兑付）,2023,50.00,,2023年度第1期

            """.ReplaceLineEndings("\n"), History());
        Assert.Empty(Publish().Appended);
        Assert.Equal(first, Batch(2023));
        Assert.Empty(Publish().Appended);
        // The policy has ended, the facts are gone.
        _folder.Write("in/企业.csv", "代码,投入,合格\nA,,否\nB,,是\n");
        _folder.Write("in/项目.csv", "主键,编号,经费\n");
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,40.00,40.00,,40.00,,,,是,,企业,,2023年度第1期,,\n", Batch(2024),
            StringComparison.Ordinal);
        Assert.Equal(["A 1  40 2023年度第1期", "A 2 （分期兑付） 50 2023年度第2期"], Publish().Appended.Select(Line));
        Assert.Empty(Publish().Appended);
        Batch(2025);
        Assert.Equal(["A 1  30 2023年度第2期"], Publish().Appended.Select(Line));
        Batch(2026);
        Assert.Equal(["A 1  30.01 2023年度第3期"], Publish().Appended.Select(Line));
        Assert.DoesNotContain("\nA,", Batch(2027), StringComparison.Ordinal);
    }

    [Fact]
    public void 不是一期的_退回_不分期的也不能写()
    {
        const string Head = "主键,文号,条款,事项行,年度,金额,期次\n";
        foreach (var part in (string[])["第1期", "2023年度第4期", "2023-1"])
        {
            _folder.Write("in/兑现记录.csv", $"{Head}A,兑府〔2023〕1号,1,,2023,40,{part}\n");
            Batch(2024);
            Assert.Contains("DSL5262", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        }
        _folder.Write("in/兑现记录.csv", $"{Head}A,兑府〔2023〕1号,1,,2023,100,\nA,兑府〔2023〕1号,1,,2023,40,２０２３年第１期\n");
        Assert.Contains("A,兑府〔2023〕1号,1,,符合,30.00,", Batch(2025), StringComparison.Ordinal);
    }

    private static string Line(Payment payment) =>
        $"{payment.Key} {payment.ClauseNumber} {payment.RowKey} {payment.Amount} {payment.Part}";

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
}
