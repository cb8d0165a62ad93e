// Checks against the text of the document: quotations, figures, boundary words, departments.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class SourceCheckTests
{
    private const string Document = """
        二、支持措施
        1.支持科技创新。对研发费用超过 1000 万元的企业，按研发费用30%给予补贴，
        最高 100万元，不超过3年。对面积达到500平方米及以上的，一次性奖励20万元。（牵头单位：区科技局；责任单位：区财政局）
        2.支持协同创新。由市区按照6:4比例共担，租金半价。对新引进企业奖励最高2万元/件。
        """;

    private const string Sound = """
        条款 1 研发补贴
          依据 「对研发费用超过1000万元的企业，按研发费用30%给予补贴，最高100万元，不超过3年」
          牵头 区科技局
          频次 每年 最多 3年
          条件 研发费用 超过 1000万元
          奖补 = min(研发费用 * 30%, 100万元)
        """;

    [Fact]
    public void 忠于原文的条款没有发现() => Assert.Equal("", CheckRun.Describe(Sound, Document));

    [Fact]
    public void 空白换行和标点宽度不计较() =>
        Assert.Equal("",
            CheckRun.Describe(Sound.Replace("「对研发费用超过1000万元的企业，按", "「对研发费用超过 １０００ 万元的企业,按"), Document));

    [Fact]
    public void 段内可以略去() =>
        Assert.Equal("", CheckRun.Describe(Sound.Replace("的企业，按研发费用30%", "的企业，……30%"), Document));

    [Theory]
    [InlineData("超过1000万元的企业", "超过2000万元的企业",
        "DSL3001 |2| 依据与原文不符：引文写「2000万元的企业,按研」，原文此处是「1000万元的企业,按研」。")]
    [InlineData("按研发费用30%给予补贴", "按实际研发费用30%给予补贴",
        "DSL3001 |实| 依据与原文不符：引文写「实际研发费用30%给予补」，原文此处是「研发费用30%给予补贴,」。")]
    [InlineData("对研发费用超过", "凡研发费用超过", "DSL3001 |凡| 依据与原文不符：引文写「凡」，原文此处是「对」。")]
    public void 引文走样(string official, string quoted, string expected) =>
        Assert.Contains(expected, CheckRun.Describe(Sound.Replace(official, quoted), Document));

    [Fact]
    public void 引文走样可以改回原文()
    {
        var mended = CheckRun.Fixed(Sound.Replace("的企业，按研发费用", "的各类企业，按研发费用"), Document);
        Assert.Equal("", CheckRun.Describe(mended, Document));
        Assert.DoesNotContain("各类", mended);
    }

    [Theory]
    [InlineData("对研发费用超过1000万元的企业……由市区按照6:4比例共担", "「……」前后的话不在原文的同一段落，或次序颠倒")]
    [InlineData("最高100万元……按研发费用30%给予补贴", "「……」前后的话不在原文的同一段落，或次序颠倒")]
    [InlineData("鼓励各类市场主体做大做强", "原文中没有这段话")]
    public void 引文不在原文(string quote, string message) =>
        Assert.Contains(message, CheckRun.Describe($"条款 1 说明\n  依据 「{quote}」\n  牵头 区科技局\n  说明 只作说明", Document));

    [Fact]
    public void 没有依据() =>
        Assert.StartsWith("DSL3018 |2| 资金池 2 没有写依据", CheckRun.Describe(Sound + "\n资金池 2 基金\n  规模 1亿元", Document));

    [Fact]
    public void 每亿元多少件()
    {
        const string target = """
            目标 15 高价值专利
              依据 「到2027年，每亿元研发投入高价值专利产出达到17件」
              期限 2027年度
              指标 外部 : 件/元
              值 达到 17件/亿元
            """;
        const string official = "到2027年，每亿元研发投入高价值专利产出达到17件。";
        Assert.Equal("", CheckRun.Describe(target, official));
        Assert.Contains("DSL3002 |18件/亿元|", CheckRun.Describe(target.Replace("17件/亿元", "18件/亿元"), official));
        Assert.Equal("DSL3004 |17件/元| 「17件/元」是原文「每亿元……17件」的一亿倍：多半是漏写或多写了「万」「亿」或百分号。",
            CheckRun.Describe(target.Replace("17件/亿元", "17件/元"), official));
        Assert.Contains("DSL3004 |17件/万元| 「17件/万元」是原文「每亿元……17件」的一万倍",
            CheckRun.Describe(target.Replace("17件/亿元", "17件/万元"), official));
        Assert.Equal(target, CheckRun.Fixed(target.Replace("17件/亿元", "17件/元"), official));
        Assert.Contains("DSL3004 |17件/元|", CheckRun.Describe(
            target.Replace("17件/亿元", "17件/元").Replace("每亿元研发投入高价值专利产出达到17件", "研发投入高价值专利产出达到17件/亿元"),
            "到2027年，研发投入高价值专利产出达到17件/亿元。"));
    }

    [Fact]
    public void 条款的数不在依据里()
    {
        var wrong = Sound.Replace("30%, 100万元)", "30%, 150万元)");
        Assert.Equal("DSL3002 |150万元| 「150万元」不在本条的依据里，原文写的是「100万元」。", CheckRun.Describe(wrong, Document));
        Assert.Equal(Sound, CheckRun.Fixed(wrong, Document));
    }

    [Fact]
    public void 依据的数没有用到() =>
        Assert.Equal("DSL3003 |3年| 依据中的「3年」在本条没有用到。", CheckRun.Describe(Sound.Replace(" 最多 3年", ""), Document));

    [Theory]
    [InlineData("30%, 100万元)", "30%, 100元)",
        "DSL3004 |100元| 「100元」是原文「100万元」的一万分之一：多半是漏写或多写了「万」「亿」或百分号。")]
    [InlineData("超过 1000万元", "超过 1000亿元",
        "DSL3004 |1000亿元| 「1000亿元」是原文「1000万元」的一万倍：多半是漏写或多写了「万」「亿」或百分号。")]
    [InlineData("* 30%", "* 0.3%", "DSL3004 |0.3%| 「0.3%」是原文「30%」的百分之一：多半是漏写或多写了「万」「亿」或百分号。")]
    [InlineData("* 30%", "* 30‰", "DSL3004 |30‰| 「30‰」是原文「30%」的十分之一：多半是漏写或多写了「万」「亿」或百分号。")]
    public void 差一万倍或一百倍(string right, string wrong, string expected)
    {
        Assert.Equal(expected, CheckRun.Describe(Sound.Replace(right, wrong), Document));
        Assert.Equal(Sound, CheckRun.Fixed(Sound.Replace(right, wrong), Document));
    }

    [Theory]
    [InlineData("50家", "50家", "")]
    [InlineData("50家", "50个", "")]
    [InlineData("50名", "50人", "")]
    [InlineData("50家", "50人", "DSL3002 |50人| 「50人」不在本条的依据里。")]
    [InlineData("50人", "50家", "DSL3002 |50家| 「50家」不在本条的依据里。")]
    public void 人数和家数不是一个数(string said, string written, string expected) =>
        Assert.Equal(expected,
            CheckRun.Describe($"目标 1 家数\n  依据 「达到{said}」\n  指标 外部 : {written[^1]}\n  值 达到 {written}",
                $"力争达到{said}。").Split('\n')[^1]);

    [Theory]
    [InlineData("突破50家", "超过 50家", "")]
    [InlineData("突破50家", "达到 50家",
        "DSL3005 |达到 50家| 原文是「突破50家」，恰好50家时归入低的一边；此处写「达到 50家」，恰好50家时归入高的一边。")]
    [InlineData("提高到50家", "50家", "")]
    [InlineData("提高到50家", "超过 50家",
        "DSL3005 |超过 50家| 原文是「提高到50家」，恰好50家时归入高的一边；此处写「超过 50家」，恰好50家时归入低的一边。")]
    public void 目标的界限词(string said, string written, string expected) =>
        Assert.Equal(expected, CheckRun.Describe($"目标 1 家数\n  依据 「{said}」\n  指标 外部 : 家\n  值 {written}", said));

    [Fact]
    public void 参数算作用到() =>
        Assert.Equal("",
            CheckRun.Describe(
                "参数 封顶额 : 金额 = 2021-06-21 起 100万元 | 2023-01-01 起 120万元\n\n" + Sound.Replace("30%, 100万元)", "30%, 封顶额)"),
                Document));

    [Fact]
    public void 分担的比例和半价() => Assert.Equal("", CheckRun.Describe("""
        条款 2 共担
          依据 「由市区按照6:4比例共担，租金半价」
          分担 市级:区级 = 6:4
          奖补 = 实际费用 * 50%
        """, Document));

    [Fact]
    public void 六四也可以写成百分比() => Assert.Equal("", CheckRun.Describe("""
        条款 2 市级部分
          依据 「由市区按照6:4比例共担」
          奖补 = 实际费用 * 60%
        """, Document));

    [Fact]
    public void 同一句话由几条合起来用() => Assert.Equal("", CheckRun.Describe(Sound.Replace(" 最多 3年", "") + """


        目标 1.2 三年
          依据 「对研发费用超过1000万元的企业，按研发费用30%给予补贴，最高100万元，不超过3年」
          牵头 区科技局
          指标 外部 : 年
          值 不超过 3年
        """, Document));

    [Theory]
    [InlineData("说明 由细则规定")]
    [InlineData("享受 优先支持")]
    public void 不计算的条款不要求用到(string line) =>
        Assert.Equal("", CheckRun.Describe($"条款 1 说明\n  依据 「最高100万元，不超过3年」\n  牵头 区科技局\n  {line}", Document));

    [Theory]
    [InlineData("超过 1000万元", "达到 1000万元", "DSL3005 |达到 1000万元| 原文是「超过1000万元」，恰好1000万元时归入低的一边；"
        + "此处写「达到 1000万元」，恰好1000万元时归入高的一边。")]
    [InlineData("研发费用 超过 1000万元", "研发费用 1000万元以上",
        "DSL3005 |1000万元以上| 原文是「超过1000万元」，恰好1000万元时归入低的一边；此处写「1000万元以上」，恰好1000万元时归入高的一边。")]
    [InlineData("研发费用 超过 1000万元", "非 研发费用 低于 1000万元", "DSL3005 |低于 1000万元| 原文是「超过1000万元」，"
        + "恰好1000万元时归入低的一边；此处写「低于 1000万元」，恰好1000万元时归入高的一边。")]
    public void 界限词不一致(string right, string wrong, string expected) =>
        Assert.Equal(expected, CheckRun.Describe(Sound.Replace(right, wrong), Document));

    [Theory]
    [InlineData("研发费用 > 1000万元")]
    [InlineData("1000万元 < 研发费用")]
    [InlineData("非 研发费用 不超过 1000万元")]
    public void 界限词一致(string condition) =>
        Assert.Equal("", CheckRun.Describe(Sound.Replace("研发费用 超过 1000万元", condition), Document));

    [Fact]
    public void 界限词可以改正() => Assert.Equal(Sound, CheckRun.Fixed(Sound.Replace("超过 1000万元", "达到 1000万元"), Document));

    [Theory]
    [InlineData("超过1000万元", "超过 1000万元", "..1000万元", "")]
    [InlineData("1000万元以上", "1000万元..", "..<1000万元", "")]
    [InlineData("超过1000万元", "1000万元..", "..<1000万元",
        "DSL3005 |1000万元..| 原文是「超过1000万元」，恰好1000万元时归入低的一边；此处写「1000万元..」，恰好1000万元时归入高的一边。\n"
        + "DSL3005 |..<1000万元| 原文是「超过1000万元」，恰好1000万元时归入低的一边；此处写「..<1000万元」，恰好1000万元时归入高的一边。")]
    public void 表格里的区间也对照界限词(string quoted, string high, string low, string expected) =>
        Assert.Equal(expected, CheckRun.Describe(
            $"条款 1 测试\n  依据 「研发费用{quoted}的补贴30%」\n  令 比例 =\n    | 研发费用 | 比例 |\n    | {high} | 30% |\n    | {low} | "
            + $"0% |\n  奖补 = 实际费用 * 比例",
            $"研发费用{quoted}的补贴30%。"));

    [Fact]
    public void 缺牵头()
    {
        var without = Sound.Replace("  牵头 区科技局\n", "");
        Assert.Equal("DSL3013 |1| 没有写牵头单位；原文这一段写明「区科技局」。", CheckRun.Describe(without, Document));
        Assert.Contains("  牵头 区科技局\n  依据 「", CheckRun.Fixed(without, Document));
    }

    [Fact]
    public void 牵头与原文不同()
    {
        var other = Sound.Replace("牵头 区科技局", "牵头 区经信委");
        Assert.Equal("DSL3014 |区经信委| 牵头写的是「区经信委」，原文这一段写明「区科技局」。", CheckRun.Describe(other, Document));
        Assert.Equal(Sound, CheckRun.Fixed(other, Document));
    }

    [Fact]
    public void 没有原文时不查依据() => Assert.Equal("", CheckRun.Describe("条款 9 无依据\n  奖补 = 实际费用 * 5%", ""));
}
