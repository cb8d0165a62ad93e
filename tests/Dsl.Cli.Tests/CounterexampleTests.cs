// What `policy test` prints for a broken 恒有 goes into `policy eval --facts` as it stands, and breaks it there too.
using System.Text.Json;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public class CounterexampleTests
{
    private const string Policy = """
        政策 反例办法
          文号 反府〔2023〕1号
          施行日期 2023-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          名称 : 文本
          费用 : 金额
          登记日期 : 日期
          高新 : 是否

        明细 项目 属于 企业
          主键 编号 : 文本
          经费 : 金额
          级别 : [国家级, 市级]

        明细 活动 属于 企业
          次数 : 次

        条款 1 费用补贴
          频次 每年 最多 2年
          条件 高新 且 登记日期 满 1年
          奖补 = min(费用 * 10%, 50万元)

        条款 2 项目奖励
          频次 每次
          每个 项目
          条件 级别 = 国家级
          奖补 = 核定 最高 经费

        恒有 条款 1 奖补 <= 40万元

        恒有 条款 2 奖补 <= 100万元
        """;

    [Fact]
    public void 反例原样交给试算_看得到同样的违反()
    {
        using var folder = new ScratchFolder();
        folder.Write("p/反例.policy", Policy);
        var run = PolicyRun.Of("test", folder["p"], "--format", "json");
        Assert.Equal(1, run.Code);
        using var report = JsonDocument.Parse(run.Output);
        var found = report.RootElement.GetProperty("恒有").EnumerateArray().ToList();
        Assert.Equal(["1", "2"], found.Select(static item => item.GetProperty("条款").GetString()));
        foreach (var (invariant, limit) in found.Zip([400_000m, 1_000_000m]))
        {
            Assert.NotEqual(0, invariant.GetProperty("反例").GetArrayLength());
            foreach (var failure in invariant.GetProperty("反例").EnumerateArray())
            {
                var facts = folder.Write("facts.json", failure.GetProperty("事实").GetRawText());
                Assert.True(Largest(folder["p"], facts, invariant.GetProperty("条款").GetString()) > limit, failure.GetRawText());
            }
        }
    }

    [Fact]
    public void 反例只留下违反所需的事实()
    {
        using var folder = new ScratchFolder();
        folder.Write("p/反例.policy", Policy);
        var run = PolicyRun.Of("test", folder["p"]);
        // One line of facts stands below each case.
        var facts = run.Output.Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith('{')).ToList();
        Assert.NotEmpty(facts);
        Assert.All(facts, static line => Assert.DoesNotContain("活动", line, StringComparison.Ordinal));
        Assert.All(facts, static line => Assert.DoesNotContain("兑现记录", line, StringComparison.Ordinal));
        Assert.All(facts,
            static line => Assert.StartsWith("""{"测算日":"2024-01-01","年度":2024,"企业":{"代码":""", line, StringComparison.Ordinal));
        var ofRows = facts.Where(static line => line.Contains("项目", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ofRows);
        Assert.All(ofRows, static line => Assert.DoesNotContain("费用", line, StringComparison.Ordinal));
        Assert.All(ofRows, static line => Assert.Equal(2, line.Split("编号").Length));
    }

    private static decimal Largest(string policies, string facts, string? clause)
    {
        var run = PolicyRun.Of("eval", policies, "--facts", facts, "--format", "json");
        Assert.True(run.Code == 0, run.Error);
        using var result = JsonDocument.Parse(run.Output);
        Assert.Equal("2024-01-01", result.RootElement.GetProperty("测算日").GetString());
        var found = result.RootElement.GetProperty("政策")[0].GetProperty("条款").EnumerateArray()
            .Single(item => item.GetProperty("条款").GetString() == clause);
        return found.GetProperty("行").EnumerateArray().Append(found)
            .Max(static row => decimal.Parse(row.GetProperty("金额").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture));
    }
}
