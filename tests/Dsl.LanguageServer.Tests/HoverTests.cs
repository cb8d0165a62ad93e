// What is said of each kind of word.
using Dsl.LanguageServer.Features.Hover;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class HoverTests
{
    [Theory]
    [InlineData("max(实际|费用", "企业", "金额（元）")]
    [InlineData("条件 研发|人员数", "类型：人", "全职")]
    [InlineData("条件 已|认定 且", "由主管部门认定", "schema.policy 第")]
    [InlineData("活|动费用   ", "主题活动 每一行", "金额")]
    [InlineData("属于 行|业\n", "名录", "文化旅游、专业服务、其他")]
    [InlineData("行业 = 文化|旅游\n  奖补", "名录「行业」的取值", "专业服务")]
    [InlineData("基数 * 比|例", "测算日 2023-06-30 的值：**30%**", "2021-06-21 起 20%")]
    [InlineData("参数 比|例", "两年一调", "2023-01-01 起 30%")]
    [InlineData("超过 门|槛", "外部", "人")]
    [InlineData("min(基|数", "令", "max(实际费用 - 1, 0元)")]
    [InlineData("= m|in(基", "取低", "例：`min(")]
    [InlineData("计|数(主题", "行数", "例：")]
    [InlineData("|频次 每年", "一次性、每次、每年", "")]
    [InlineData("比例, 100|万元)", "`100万元` = **1,000,000元**", "金额")]
    [InlineData("实际费用 - |1,", "**1元**", "没有写单位")]
    [InlineData("实际费用 = 200|万元", "**2,000,000元**", "金额")]
    [InlineData("「按实际|费用30%", "对经认定的企业，**按实际费用30%给予补贴，最高100万元**。", "原文.txt 第 2 行")]
    [InlineData("恒有 条款 |1", "费用补贴", "奖补 = min(基数 * 比例, 100万元)")]
    [InlineData("落实 试|政发", "支持办法", "2021-06-21 起施行")]
    [InlineData("每个 主题|活动", "企业 的明细", "协同举办")]
    [InlineData("范围 企|业", "申报主体", "主题活动")]
    [InlineData("研发人员数 超|过 门槛", "不含本数", "")]
    [InlineData("已知 其他政策|支持", "系统自带", "金额")]
    [InlineData("恒有 条款 1 奖|补", "条款算出的金额", "")]
    public void 说明(string marked, string first, string second)
    {
        using var folder = Names.Folder();
        var hover = HoverText.At(Names.Snapshot(folder), Names.Path(folder), Names.Address(Names.Policy, marked));
        Assert.NotNull(hover);
        Assert.Contains(first, hover.Markdown, StringComparison.Ordinal);
        Assert.Contains(second, hover.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void 忽略的代码和没有可说的地方()
    {
        using var folder = Names.Folder();
        folder.Write(Names.File, Names.Policy.Replace("  频次 每年", "  频次 每年  // 忽略 DSL3005 有意取舍", StringComparison.Ordinal));
        var (snapshot, text) = (Names.Snapshot(folder), folder.Read(Names.File));
        Assert.Contains("界限词与原文不一致", HoverText.At(snapshot, Names.Path(folder), Names.Address(text, "忽略 DSL|3005"))?.Markdown,
            StringComparison.Ordinal);
        Assert.Null(HoverText.At(snapshot, Names.Path(folder), Names.Address(text, "有意|取舍")));
        Assert.Null(HoverText.At(snapshot, Names.Path(folder), Names.Address(text, "牵头 区|科技局")));
    }
}
