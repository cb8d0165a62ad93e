// What the head says is what the document says of itself; the rest is 待定, never taken from another article,
// an addressee or a document that is cited.
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class HeadTests
{
    private const string Front =
        "某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n各镇人民政府：\n某市某区人民政府\n2024年3月1日\n";

    private const string Body = "第一条 对新升规企业，一次性奖励10万元。\n";

    [Theory]
    [InlineData("第二条 本措施自2024年4月1日起施行，有效期3年。", "2024-04-01", "2027-03-31")]
    [InlineData("第 2 0 条 本措施自2024年4月1日起施行，有效期至2026年12月31日。", "2024-04-01", "2026-12-31")]
    [InlineData("第二条 本措施自2 0 2 4年4月1日起施行。", "2024-04-01", null)]
    [InlineData("第二条 本文件自2024年4月1日施行。", "2024-04-01", null)]
    [InlineData("第二条 本措施自印发之日起施行。", "2024-03-01", null)]
    [InlineData("第二条 本措施由区科技局负责解释，自2024年4月1日起施行。", "2024-04-01", null)]
    [InlineData("第二条 本措施自发布之日起30日后施行。", null, null)]
    [InlineData("第二条 《某区旧办法》自2020年1月1日起施行，有效期3年。", null, null)]
    [InlineData("第二条 对新引进的企业，自2024年7月1日起执行新的标准。", null, null)]
    [InlineData("第二条 本措施自2024年4月1日起施行。\n第三条 本措施自2024年5月1日起施行。", null, null)]
    [InlineData("第二条 高新技术企业证书有效期3年。", null, null)]
    [InlineData("第二条 本措施自2024年4月1日起执行，暂定三年。", "2024-04-01", null)]
    [InlineData("第二条 本措施自2024年4月1日起执行，至2026年6月30日止。", "2024-04-01", "2026-06-30")]
    [InlineData("第二条 本措施自2024年4月1日起实施，至2026年6月30日结束。", "2024-04-01", "2026-06-30")]
    public void 施行和失效日期(string article, string? effective, string? expires)
    {
        var head = HeadOf(Front + Body + article + "\n");
        Assert.Equal((effective, expires), (head.Effective, head.Expires));
        Assert.Equal(effective is null, head.Doubts.Any(static doubt => doubt.StartsWith("施行日期", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("第二条 本措施执行期限为2024年4月1日至2026年12月31日。", true)]
    [InlineData("第二条 自2024年4月1日至2026年12月31日有效。", true)]
    [InlineData("第二条 本措施自2024年4月1日起施行。", false)]
    public void 推不出的失效日期标为待定(string article, bool isOpen)
    {
        var head = HeadOf(Front + Body + article + "\n");
        Assert.Equal(isOpen,
            head.Expires is null && head.Doubts.Any(static doubt => doubt.StartsWith("失效日期", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n某市某区人民政府\n2024年3月1日\n", "某府〔2024〕1号",
        "2024-03-01", "区级", "某区")]
    [InlineData("若干措施\n按照《某省办法》（某政发〔2020〕5号）和某政办发〔2021〕7号精神，制定本措施。\n各区人民政府：\n", null, null,
        null, null)]
    [InlineData("某县若干措施\n某省人民政府于2020年1月1日印发了办法，现制定本措施。\n", null, null, "县级", "某县")]
    public void 文号日期和地区(string front, string? number, string? dated, string? level, string? region)
    {
        var head = HeadOf(front + Body);
        Assert.Equal((number, dated, level, region), (head.Number, head.Dated, head.Level, head.Region));
        Assert.Equal(number is null, head.Doubts.Any(static doubt => doubt.StartsWith("文号", StringComparison.Ordinal)));
        Assert.Equal(dated is null, head.Doubts.Any(static doubt => doubt.StartsWith("成文日期", StringComparison.Ordinal)));
    }

    [Fact]
    public void 县级市和标题里的地区标为待定()
    {
        Assert.Contains(HeadOf("某市人民政府关于印发若干措施的通知\n某市人民政府\n2024年3月1日\n" + Body).Doubts,
            static doubt => doubt.StartsWith("级次", StringComparison.Ordinal));
        Assert.Contains(HeadOf("某县若干措施\n" + Body).Doubts, static doubt => doubt.StartsWith("级次", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "第一章 总则\n第 1 条 甲企业，奖励1万元。\n（一）乙企业，奖励2万元。\n1．丙企业，奖励3万元。\n(1)丁企业，奖励4万元。\n"
        + "①戊企业，奖励5万元。\n第 1 2 条 己企业，奖励6万元。",
        "一1 一1(一) 一1(一)1 一1(一)1(1) 一1(一)1(1)① 一12")]
    [InlineData("一、总则\n（一）甲企业，奖励1万元。\n1.乙企业，奖励2万元。\n（1）丙企业，奖励3万元。\n二、附则\n2.丁企业，奖励4万元。",
        "一(一) 一(一)1 一(一)1(1) 二2")]
    [InlineData("第一条 甲企业，奖励1万元。\n一、乙企业，奖励2万元。\n第二条 丙企业，奖励3万元。", "1 1一 2")]
    public void 条的写法(string body, string places) =>
        Assert.Equal(places.Split(' '), Draft(Front + body + "\n").Blocks.Select(static block => block.Place));

    private static Structure.DocumentHead HeadOf(string text) => Draft(text).Head;

    private static Draft Draft(string text)
    {
        var draft = Texts.Draft(text);
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        return draft;
    }
}
