// Clauses that name the amount of another one, in contests with clauses that do not: the same by every engine.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ReferenceBatchTests : IDisposable
{
    private const string Policy = """
        政策 甲办法
          文号 示〔2021〕1号
          地区 示
          施行日期 2021-01-01
          级次 区级
          竞合 本政策内 从高不重复
        条款 1 研发
          频次 每年
          条件 规上
          奖补 = 研发费 * 10%
          单位上限 若 规上 则 50万元 否则 1万元
        条款 2 一半，参加竞合
          频次 每年
          事项 研发补助
          奖补 = 条款 1 的金额 * 50%
        条款 3 与它竞合的
          频次 每年
          事项 研发补助
          奖补 = 营收 * 1%
        条款 4 比照
          频次 每年
          奖补 = 比照 条款 1 (研发费 = 营收)
        条款 5 不参加竞合
          频次 每年
          奖补 = min(条款 2 的金额 + 条款 3 的金额, 30万元)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 参加竞合的各引擎一样()
    {
        _folder.Write("p/s.policy",
            "名录 支持事项 = [研发补助]\n数据 企业\n  主键 代码 : 文本\n  研发费 : 金额\n  营收 : 金额\n  规上 : 是否\n");
        _folder.Write("p/a.policy", Policy);
        _folder.Write("in/企业.csv",
            "代码,研发费,营收,规上\nA01,400万,100万,是\nA02,20万,3000万,是\nA03,1000万,2000万,否\nA04,,2000万,是\nA05,1000万,2000万,\n");
        var lines = EveryEngine.Lines(engine => BatchRunner.Run(PolicyLoader.Load([_folder["p"]]),
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
                { Engine = engine },
            null, CancellationToken.None), () => _folder.Read("out.csv"));
        void Is(string start) => Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal));
        // Before 竞合 clause 2 comes to 20万元, whoever wins.
        Is("A01,示〔2021〕1号,1,,符合,400000.00,");
        Is("A01,示〔2021〕1号,2,,符合,200000.00,");
        Is("A01,示〔2021〕1号,3,,让位,");
        Is("A01,示〔2021〕1号,4,,符合,100000.00,");
        Is("A01,示〔2021〕1号,5,,符合,210000.00,");
        Is("A02,示〔2021〕1号,2,,让位,");
        Is("A02,示〔2021〕1号,3,,符合,300000.00,");
        Is("A02,示〔2021〕1号,5,,符合,300000.00,");
        Is("A03,示〔2021〕1号,2,,让位,");
        Is("A03,示〔2021〕1号,5,,符合,200000.00,");
        Is("A04,示〔2021〕1号,2,,资料不全,0.00,250000.00,");
        Is("A05,示〔2021〕1号,2,,资料不全,0.00,250000.00,");
    }
}
