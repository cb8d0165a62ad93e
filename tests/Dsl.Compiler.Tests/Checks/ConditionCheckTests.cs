// Conditions that contradict each other or add nothing, clauses that divide a number, cliffs, ceilings left out.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class ConditionCheckTests
{
    [Theory]
    [InlineData("条件 研发人员数 达到 50人\n  条件 职工总数 达到 20人")]
    [InlineData("条件 研发人员数 达到 50人 且 研发人员数 不超过 50人")]
    [InlineData("条件 行业 属于 [文化旅游, 专业服务]\n  排除 行业 = 专业服务")]
    [InlineData("条件 行业 属于 [文化旅游, 专业服务, 等]\n  条件 行业 属于 [文化旅游, 其他]")]
    [InlineData("条件 研发人员数 / 职工总数 超过 30%\n  条件 研发人员数 / 职工总数 不超过 40%")]
    [InlineData("条件 研发人员数 不足 20人 或 研发人员数 超过 50人")]
    [InlineData("条件 研发费用 超过 实际费用\n  条件 研发费用 低于 实际费用")]
    [InlineData("令 达标 = 研发人员数 达到 50人\n  条件 达标\n  条件 研发人员数 不足 100人")]
    [InlineData("条件 研发人员数 != 50人\n  条件 研发人员数 != 60人")]
    public void 条件可以同时成立(string conditions) => Assert.Equal("", Describe(conditions));

    [Theory]
    [InlineData("条件 研发人员数 不足 50人\n  条件 研发人员数 达到 50人", "DSL3024 |研发人员数 达到 50人|")]
    [InlineData("条件 研发人员数 不超过 50人 且 研发人员数 超过 50人", "DSL3024 |研发人员数 超过 50人|")]
    [InlineData("条件 行业 = 文化旅游\n  条件 行业 = 其他", "DSL3024 |行业 = 其他|")]
    [InlineData("条件 行业 = 文化旅游\n  排除 行业 属于 [文化旅游, 其他]", "DSL3024 |行业 属于 [文化旅游, 其他]|")]
    [InlineData("条件 已认定\n  排除 已认定", "DSL3024 |已认定|")]
    [InlineData("条件 已认定\n  条件 非 已认定", "DSL3024 |已认定|")]
    [InlineData("条件 占比 超过 100%", "DSL3024 |占比 超过 100%|")]
    [InlineData("条件 支出 超过 60万元", "DSL3024 |支出 超过 60万元|")]
    [InlineData("条件 成立日期 >= 2024-01-01\n  条件 成立日期 < 2023-01-01", "DSL3024 |成立日期 < 2023-01-01|")]
    [InlineData("条件 研发人员数 超过 50人\n  条件 行业 = 其他 且 研发人员数 不足 20人 或 研发人员数 不足 10人",
        "DSL3024 |行业 = 其他 且 研发人员数 不足 20人 或 研发人员数 不足 10人|")]
    [InlineData("令 达标 = 研发人员数 达到 50人\n  条件 达标\n  条件 研发人员数 不足 20人", "DSL3024 |研发人员数 不足 20人|")]
    [InlineData("条件 研发人员数 达到 50人\n  条件 研发人员数 达到 20人", "DSL3025 |研发人员数 达到 20人|")]
    [InlineData("条件 研发人员数 >= 0人", "DSL3025 |研发人员数 >= 0人|")]
    [InlineData("条件 行业 = 文化旅游\n  条件 行业 属于 [文化旅游, 其他]", "DSL3025 |行业 属于 [文化旅游, 其他]|")]
    [InlineData("条件 研发人员数 / 职工总数 超过 40%\n  条件 研发人员数/职工总数 超过 30%", "DSL3025 |研发人员数/职工总数 超过 30%|")]
    public void 永远不成立或从不起作用(string conditions, string expected) =>
        Assert.StartsWith(expected, Describe(conditions), StringComparison.Ordinal);

    [Theory]
    [InlineData("若 研发人员数 达到 80人 则 20万元 否则 10万元", "")]
    [InlineData("若 研发人员数 达到 30人 则 20万元 否则 10万元", "DSL3026 |研发人员数 达到 30人|")]
    [InlineData("若 研发人员数 达到 80人 则 20万元 否则 若 研发人员数 不足 80人 则 10万元 否则 5万元", "DSL3026 |研发人员数 不足 80人|")]
    [InlineData("若 行业 = 专业服务 则 20万元 否则 10万元", "DSL3026 |行业 = 专业服务|")]
    public void 用不到的分支(string award, string expected) =>
        Assert.StartsWith(expected.Length == 0 ? "" : expected, Describe("条件 研发人员数 达到 50人 且 行业 = 其他", award),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("研发费用 达到 1000万元", "研发费用 低于 1000万元", "")]
    [InlineData("研发费用 达到 1000万元", "研发费用 1000万元以下",
        "DSL3027 |研发费用 1000万元以下| 「研发费用 = 1000万元」时，本条与条款 1 同时适用。")]
    [InlineData("研发费用 1000万元以下", "研发费用 达到 1000万元",
        "DSL3027 |研发费用 达到 1000万元| 「研发费用 = 1000万元」时，本条与条款 1 同时适用。")]
    [InlineData("研发费用 超过 1000万元", "研发费用 低于 1000万元",
        "DSL3028 |研发费用 低于 1000万元| 「研发费用 = 1000万元」时，本条与条款 1 都不适用。")]
    [InlineData("研发费用 达到 1000万元 且 行业 = 其他", "研发费用 1000万元以下 且 行业 = 专业服务", "")]
    [InlineData("研发费用 达到 1000万元 且 已认定", "研发费用 1000万元以下 且 行业 = 专业服务", "DSL3027 |研发费用 1000万元以下|")]
    [InlineData("占比 超过 30%", "占比 低于 30%", "DSL3028 |占比 低于 30%|")]
    public void 相邻的条款(string first, string second, string expected)
    {
        var found = CheckRun.Describe(
            $"条款 1 甲\n  条 一1\n  条件 {first}\n  奖补 = 核定\n条款 2 乙\n  条 一1\n  条件 {second}\n  奖补 = 核定", "");
        Assert.StartsWith(expected, found, StringComparison.Ordinal);
        Assert.True(expected.Length > 0 || found.Length == 0, found);
        Assert.Equal("", CheckRun.Describe(
            $"条款 1 甲\n  条 一1\n  条件 {first}\n  奖补 = 核定\n条款 2 乙\n  条 一2\n  条件 {second}\n  奖补 = 核定", ""));
    }

    [Theory]
    [InlineData("条件 研发费用 达到 1000万元", "研发费用 * 10%", "")]
    [InlineData("条件 研发费用 低于 1000万元", "研发费用 * 10%",
        "悬崖：「研发费用」从 9,999,999.99元 到 1000万元，奖补从 999,999.999元 降到 0元。")]
    [InlineData("条件 研发费用 不超过 1000万元", "研发费用 * 10%",
        "悬崖：「研发费用」从 1000万元 到 10,000,000.01元，奖补从 100万元 降到 0元。")]
    [InlineData("条件 研发人员数 不足 50人 且 行业 = 专业服务", "20万元",
        "悬崖：「研发人员数」从 49人 到 50人，奖补从 20万元 降到 0元（行业 = 专业服务）。")]
    [InlineData("条件 已认定", "若 研发人员数 不足 50人 则 20万元 否则 5万元",
        "悬崖：「研发人员数」从 49人 到 50人，奖补从 20万元 降到 5万元（已认定 = 是）。")]
    [InlineData("条件 已认定", "若 研发人员数 不足 50人 则 20万元 否则 10万元", "")]
    [InlineData("条件 已认定", "若 研发人员数 不足 50人 则 20万元 否则 30万元", "")]
    public void 悬崖(string conditions, string award, string expected) =>
        Assert.Equal(expected,
            string.Join('\n',
                CheckRun.Run($"条款 1 测试\n  {conditions}\n  奖补 = {award}", "").Where(static finding => finding.Code == "DSL3029")
                    .Select(static finding => finding.Message)));

    [Fact]
    public void 后一段接上的不是悬崖()
    {
        const string Clauses = "条款 1 甲\n  条 一1\n  条件 研发费用 低于 1000万元\n  奖补 = 研发费用 * 10%\n"
            + "条款 2 乙\n  条 一1\n  条件 研发费用 达到 1000万元 {0}\n  奖补 = 100万元";
        Assert.Equal("", CheckRun.Describe(Clauses.Replace(" {0}", "", StringComparison.Ordinal), ""));
        Assert.Contains("（已认定 = 否）", CheckRun.Describe(Clauses.Replace("{0}", "且 已认定", StringComparison.Ordinal), ""),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("奖补 = 研发费用 * 30%", "最高100万元", "奖补 = min(研发费用 * 30%, 100万元)")]
    [InlineData("奖补 = 核定", "最高不超过100万元", "奖补 = 核定 最高 100万元")]
    [InlineData("奖补 = 研发费用 * 30%", "每个单位最高100万元", "奖补 = 研发费用 * 30%\n  单位上限 100万元")]
    public void 漏写的上限(string award, string ceiling, string mended)
    {
        var sentence = award.Contains('%', StringComparison.Ordinal) ? $"按研发费用30%给予补贴，{ceiling}。" : $"给予补贴，{ceiling}。";
        var finding = Assert.Single(CheckRun.Run($"条款 1 测试\n  依据 「{sentence}」\n  {award}", sentence),
            static finding => finding.Code == "DSL3030");
        var edit = Assert.Single(Assert.Single(finding.Fixes).Edits);
        Assert.Contains(mended,
            string.Concat(finding.Source.Content.AsSpan(0, edit.Span.Start), edit.NewText, finding.Source.Content.AsSpan(edit.Span.End)),
            StringComparison.Ordinal);
    }

    private static string Describe(string conditions, string award = "20万元") =>
        string.Join('\n',
            CheckRun.Run($"条款 1 测试\n  {conditions}\n  奖补 = {award}", "")
                .Where(static finding => finding.Code is "DSL3024" or "DSL3025" or "DSL3026")
                .Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}| {finding.Message}"));
}
