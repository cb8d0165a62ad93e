// Shares of one cost that exceed it together.
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class JointShareCheckTests
{
    private const string Own = "研发费用 * 40%";

    [Theory]
    [InlineData("条款 1 的 40%、条款 2 的 40%、条款 3 的 40%，合计 120%", "", Own, "", Own, "", Own)]
    [InlineData("条款 1 的 50%、条款 2 的 60%，合计 110%", "", "研发费用 / 2", "", "min(研发费用 * 60%, 10万元)", "条件 高新技术企业",
        "1万元")]
    [InlineData("条款 1 的 70%、条款 2 的 40%，合计 110%", "", "研发费用 * 若 高新技术企业 则 70% 否则 20%", "", Own, "", "1万元")]
    [InlineData("条款 1 的 60%、条款 2 的 50%，合计 110%", "条件 研发费用 达到 100万元", "min(研发费用 * 60%, 80万元)", "",
        "min(研发费用 * 50%, 80万元)", "", "1万元")]
    [InlineData("条款 1 的 60%、条款 2 的 50%，合计 110%", "每个 科技项目", "经费 * 60%", "每个 科技项目", "min(经费 * 50%, 30万元)", "",
        "1万元")]
    [InlineData("条款 1 的 60%、条款 2 的 50%，合计 110%", "每个 科技项目", "经费 * 60%", "", "合计(科技项目, 经费) * 50%", "", "1万元")]
    [InlineData("条款 1 的 80%、条款 2 的 40%，合计 120%", "", "max(研发费用 - 100万元, 0元) * 80%", "", Own, "", "1万元")]
    [InlineData("条款 2 的 80%、条款 3 的 30%，合计 110%", "条件 所属行业 = 软件业", "研发费用 * 20%", "条件 非 所属行业 = 软件业",
        "研发费用 * 80%", "", "研发费用 * 30%")]
    public void 超过费用本身(string expected, params string[] lines)
    {
        var finding = Assert.Single(Findings(lines));
        Assert.Equal("DSL3034", finding.Code);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Up to 100%, shares of different costs, one clause alone.
    [InlineData("", Own, "", "研发费用 * 60%", "", "1万元")]
    [InlineData("", Own, "", "营业收入 * 80%", "", "1万元")]
    [InlineData("", "研发费用 * 120%", "", "1万元", "", "1万元")]
    // Conditions that exclude each other.
    [InlineData("条件 高新技术企业", "研发费用 * 60%", "排除 高新技术企业", "研发费用 * 60%", "", "1万元")]
    [InlineData("条件 职工总数 50人以上", "研发费用 * 60%", "条件 职工总数 不足 50人", "研发费用 * 60%", "", "1万元")]
    [InlineData("条件 高新技术企业", "研发费用 * 60%", "", "若 高新技术企业 则 研发费用 * 30% 否则 研发费用 * 60%", "", "1万元")]
    [InlineData("令 第几年 = 年度 - 所在年度(登记日期) + 1年\n  条件 第几年 1年以内", "研发费用 * 60%",
        "令 第几年 = 年度 - 所在年度(登记日期) + 1年\n  条件 第几年 2年以上", "研发费用 * 60%", "", "1万元")]
    // Caps: from 1000万元 on 300万元 are less than the cost.
    [InlineData("条件 研发费用 达到 1000万元", "min(研发费用 * 40%, 100万元)", "条件 研发费用 达到 1000万元",
        "min(研发费用 * 40%, 100万元)", "条件 研发费用 达到 1000万元", "min(研发费用 * 40%, 100万元)")]
    // Paid by others, or no grant.
    [InlineData("落实 渝府〔2021〕1号", "研发费用 * 60%", "", "研发费用 * 60%", "", "1万元")]
    [InlineData("形式 股权投资", "研发费用 * 60%", "", "研发费用 * 60%", "", "1万元")]
    public void 没有超过(params string[] lines) =>
        Assert.DoesNotContain(Findings(lines), static finding => finding.Severity != Severity.Remark);

    [Theory]
    [InlineData("", "研发费用 * 60%", "条件 研发人员数 / 职工总数 超过 30% 或 依法纳税", "研发费用 * 60%", "", "1万元")]
    [InlineData("", "研发费用 * 60%", "", "核定 最高 研发费用 * 60%", "", "1万元")]
    public void 拿不准的是提示(params string[] lines) => Assert.Equal("DSL3035", Assert.Single(Findings(lines)).Code);

    [Theory]
    [InlineData("", true)]
    [InlineData("  竞合     本政策内 从高不重复\n", false)]
    [InlineData("  竞合     本区其他政策 从高不重复\n", true)]
    public void 同一事项竞合的不加(string combination, bool isFound)
    {
        var text = $"政策 甲\n  文号 甲〔2024〕1号\n  发文机关 甲\n  施行日期 2024-01-01\n{combination}\n"
            + Clauses(["事项 研发投入", "研发费用 * 60%", "事项 研发投入", "研发费用 * 60%"]);
        Assert.Equal(isFound, Prelude.Compile(text).Diagnostics.Any(static finding => finding.Code == "DSL3034"));
    }

    [Fact]
    public void 另行给予的照加()
    {
        var text = "政策 甲\n  文号 甲〔2024〕1号\n  发文机关 甲\n  施行日期 2024-01-01\n  竞合 本政策内 从高不重复\n\n"
            + Clauses(["事项 研发投入", "研发费用 * 60%", "事项 研发投入\n  另行给予", "研发费用 * 60%"]);
        Assert.Contains(Prelude.Compile(text).Diagnostics, static finding => finding.Code == "DSL3034");
    }

    [Fact]
    public void 许多条款也很快()
    {
        var lines = Enumerable.Range(0, 300).SelectMany(static _ => new[] { "", "研发费用 * 1%" }).ToArray();
        // So many are added up at most; they exceed the cost already.
        Assert.Contains("合计 200%", Assert.Single(Findings(lines)).Message, StringComparison.Ordinal);
    }

    private static List<Diagnostic> Findings(string[] lines)
    {
        var found = Prelude.Compile(Clauses(lines)).Diagnostics;
        Assert.DoesNotContain(found, static finding => finding.Severity == Severity.Error);
        return [.. found.Where(static finding => finding.Code is "DSL3034" or "DSL3035")];
    }

    private static string Clauses(string[] lines) =>
        string.Concat(lines.Chunk(2).Select(static (pair, index) => $"条款 {index + 1} 甲\n  频次 "
            + $"{(pair[0].StartsWith("每个", StringComparison.Ordinal) ? "每次" : "每年")}\n"
            + $"{(pair[0].Length > 0 ? $"  {pair[0]}\n" : "")}  奖补 = {pair[1]}\n\n"));
}
