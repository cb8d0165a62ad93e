// Windows of years, ranges one after the other, what a ceiling is of, and figures that go on in steps: what each sentence computes.
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class ScopeTests
{
    private const string Head = "某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n某市某区人民政府\n2024年3月1日\n";

    [Theory]
    // how many years, and from when
    [InlineData("对新认定的高新技术企业，自认定次年起连续3年每年给予10万元奖励。", "10万元", "频次 每年 自 认定日期 次年起 连续 3年")]
    [InlineData("对新引进企业，自落户之年起3年内每年给予租金30%的补贴，每年最高20万元。", "min(租金 * 30%, 20万元)",
        "频次 每年 自 落户日期 当年起 连续 3年")]
    // what a ceiling is of
    [InlineData("换电站运营奖补标准为0.12元/千瓦时，单站每年最高50万元。", "min(符合条件千瓦时数 * 0.12元/千瓦时, 50万元)", "每个 站")]
    [InlineData("对新建冷库的，按建筑面积给予每平方米100元补助，单个项目最高80万元。", "min(符合条件平方米数 * 100元/平方米, 80万元)",
        "每个 项目")]
    [InlineData("个人购买住房的，每平方米补贴150元，每套最高2万元。", "min(符合条件平方米数 * 150元/平方米, 2万元)", "每个 房屋")]
    [InlineData("对参加培训的企业，按每人每天50元给予补贴，每人不超过2000元。", "min(补贴天数 * 50元/天, 2000元)", "每个 人员")]
    [InlineData("企业购置新能源货车的，按购车价的10%给予补贴，最高不超过3万元/辆。", "min(购车价 * 10%, 符合条件辆数 * 3万元/辆)")]
    [InlineData("对改造提升的民宿，每家民宿给予5万元补助。", "5万元", "每个 民宿")]
    [InlineData("对自建、租赁标准厂房的企业，分别给予30元/平方米、20元/平方米的补贴。",
        "| 类别 | 金额 | | 自建 | 符合条件平方米数 * 30元/平方米 | | 租赁标准厂房 | 符合条件平方米数 * 20元/平方米 |")]
    // ranges one after the other
    [InlineData("年度营业收入1亿元（含）—5亿元（不含）、5亿元（含）—10亿元（不含）、10亿元以上的，分别奖励10万元、30万元、60万元。",
        "若 年度营业收入 达到 10亿元 则 60万元 否则 若 年度营业收入 达到 5亿元 则 30万元 否则 10万元", "条件 年度营业收入 达到 1亿元")]
    [InlineData("对年营业收入增长10%（含）至20%、20%（含）以上的商贸企业，分别给予5万元、10万元奖励。",
        "若 年营业收入增长率 达到 20% 则 10万元 否则 5万元", "条件 年营业收入增长率 达到 10%")]
    [InlineData("对年销售额10亿元以上、5亿元—10亿元、1亿元—5亿元的企业，分别奖励30万元、20万元、10万元。",
        "若 年销售额 达到 10亿元 则 30万元 否则 若 年销售额 达到 5亿元 则 20万元 否则 10万元")]
    [InlineData("对新建仓库，面积1000—3000平方米（不含3000平方米）、3000—5000平方米（含5000平方米）的，分别给予5万元、8万元补助。",
        "若 面积 达到 3000平方米 则 8万元 否则 5万元", "条件 面积 不超过 5000平方米")]
    [InlineData("对年销售额1亿元以下、1亿元（含）至5亿元、5亿元（含）以上的企业，分别奖励5万元、10万元、20万元。",
        "若 年销售额 达到 5亿元 则 20万元 否则 若 年销售额 达到 1亿元 则 10万元 否则 5万元")]
    // figures that go on in steps
    [InlineData("对一般贸易出口企业，每出口1美元奖励0.02元人民币，单个企业每年最高50万元。", "min(出口额 * 0.02元/美元, 50万元)")]
    [InlineData("企业年产值突破5亿元的，奖励20万元，每增加1亿元递增5万元。",
        "20万元 + 向下取整(max(企业年产值额 - 5亿元, 0元) / 1亿元) * 5万元")]
    // kinds
    [InlineData("对取得1类新药证书的企业，一次性奖励100万元。", "100万元")]
    [InlineData("新评为五、四、三星级饭店的，分别奖励50万元、20万元、10万元。",
        "| 级别 | 金额 | | 五星级 | 50万元 | | 四星级 | 20万元 | | 三星级 | 10万元 |")]
    [InlineData("依据《示范园区管理办法》认定为示范园区的，一次性奖励20万元。", "20万元")]
    public void 这一类的句子起草为(string sentence, string award, string line = "")
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains(award, Texts.Awards(draft));
        if (line.Length > 0)
            Assert.Contains($"  {line}\n", Texts.Plain(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("每年评出十家诚信企业，每家奖励1万元。", "评出十家")]
    [InlineData("对县级财政遴选不超过3家的企业，每家给予20万元补助。", "遴选不超过3家")]
    [InlineData("对新认定的示范企业，给予60万元奖励，分3年安排。", "分3年安排")]
    [InlineData("对开展技能培训的，按每人每天40元给予补助，单期不超过1500元。", "每人每期")]
    [InlineData("年产值首次达到5亿元的工业企业，一次性奖励20万元。", "首次")]
    [InlineData("对年度营业收入首次达到1亿元—5亿元、5亿元—10亿元的企业，分别给予10万元、30万元奖励。", "首次")]
    [InlineData("对年度营业收入1亿元—5亿元、5亿元—10亿元的企业，分别给予10万元、30万元奖励。", "各档两头含不含")]
    public void 没有写进算式的问一句(string sentence, string asked)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains(draft.Blocks, block => block.Notes.Any(note => note.Contains(asked, StringComparison.Ordinal)));
    }

    [Theory]
    // a gap, an overlap, one end in both, amounts that fall
    [InlineData("对年销售额1亿元—5亿元、6亿元—10亿元的企业，分别奖励5万元、10万元。")]
    [InlineData("对年销售额1亿元—5亿元、3亿元—10亿元的企业，分别奖励5万元、10万元。")]
    [InlineData("对年销售额1亿元（含）—5亿元（含）、5亿元（含）—10亿元的企业，分别奖励5万元、10万元。")]
    [InlineData("对年销售额1亿元—5亿元、5亿元—10亿元的企业，分别奖励10万元、5万元。")]
    [InlineData("对年销售额1亿元以上、1亿元以下的企业，分别奖励5万元、10万元。")]
    [InlineData("对年销售额1亿元—5亿元、5万吨—10万吨的企业，分别奖励5万元、10万元。")]
    // a ceiling cut in two is no case, a ceiling per person of persons is none
    [InlineData("对举办会议的，国际性、全国性会议单个项目最高分别补助50万元、30万元。")]
    [InlineData("对新建公共停车位的，按停车位数分别给予每个500元、800元补贴。")]
    public void 读不准的不起草算式(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.DoesNotContain(draft.Blocks, static block => block.Nature == "公式");
    }

    [Fact]
    public void 两类东西的级别不是一个事实()
    {
        var draft = Texts.Draft($"{Head}第一条 对新认定为国家级、省级研究中心的，分别奖励50万元、20万元。\n"
            + "第二条 对新评为国家级、省级旅游度假区的，分别奖励100万元、40万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        var policy = Texts.Plain(draft);
        Assert.Contains("条件 级别 属于", policy, StringComparison.Ordinal);
        Assert.Contains("条件 级别2 属于", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void 两个险种的保费不是一个事实()
    {
        var draft = Texts.Draft($"{Head}第一条 对投保出口信用保险的企业，按当年实际支付保费的40%给予补贴。\n"
            + "第二条 对投保国内贸易信用保险的企业，按当年实际支付保费的20%给予补贴。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(["当年实际支付保费 * 40%", "当年实际支付保费2 * 20%"], Texts.Awards(draft));
    }
}
