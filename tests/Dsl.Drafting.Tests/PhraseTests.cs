// Sentences that are read phrase by phrase: what each computes, and what is asked beside it.
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class PhraseTests
{
    private const string Head = "某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n某市某区人民政府\n2024年3月1日\n";

    [Theory]
    [InlineData("被市级部门认定为示范基地的，一次性给予30万元奖励。", "30万元")]
    [InlineData("对上年度出口额超过500万美元的企业，每年给予20万元扶持资金。", "20万元", "条件 上年度出口额 超过 500万美元")]
    [InlineData("对建设公共仓库的企业，每年按其租金的30%给予补贴，每家企业每年最高不超过20万元，补贴期限不超过3年。",
        "min(租金 * 30%, 20万元)", "频次 每年 最多 3年")]
    [InlineData("对引进的研发机构，一次性给予不超过实际投资总额10%的补助，补助金额不超过500万元。",
        "核定 最高 min(实际投资总额 * 10%, 500万元)")]
    [InlineData("对入驻园区的企业，每新引进1家配套企业，给予园区2万元奖励，每年最高50万元。",
        "min(新引进配套企业数 * 2万元/家, 50万元)", "频次 每年")]
    [InlineData("对验收合格的技改项目，一次性按设备投资额的8%给予补助，单个项目最高100万元。", "min(设备投资额 * 8%, 100万元)",
        "每个 项目")]
    [InlineData("对举办行业展会的协会，一次性给予展会承办方10万元补助。", "10万元", "受益人 展会承办方")]
    [InlineData("对首次认定为国家、省级重点实验室的，分别一次性给予100万元、50万元奖励。",
        "| 级别 | 金额 | | 国家级 | 100万元 | | 省级 | 50万元 |")]
    [InlineData("对上年度进口额100万美元、500万美元以上的企业，每年分别奖励5万元、20万元。",
        "若 上年度进口额 达到 500万美元 则 20万元 否则 5万元", "条件 上年度进口额 达到 100万美元")]
    [InlineData("新建标准化基地的，一次性奖励200元/亩。", "符合条件亩数 * 200元/亩")]
    [InlineData("租用公共仓库的企业，每年对其租金给予50%的补助，每家企业最高20万元。", "min(租金 * 50%, 20万元)")]
    [InlineData("对获评示范项目的单位，每年给予30万元奖励（房地产企业除外）。", "30万元", "排除 房地产企业")]
    [InlineData("对新建养老机构，每张床位给予10000元一次性建设补贴。", "床位数 * 1万元/张")]
    [InlineData("对企业引进的博士，给予5万元安家费。", "5万元", "每个 博士")]
    [InlineData("对网络货运企业，年纳税1000万元以上的，给予最高不超过其地方贡献50%的奖励。", "核定 最高 地方贡献额 * 50%")]
    [InlineData("对营业收入1亿元以上且增长20%以上的企业，一次性奖励30万元。", "30万元", "条件 营业收入增长率 达到 20%")]
    [InlineData("对引进人才的中介机构，每成功引进1人奖励1万元。", "成功引进人数 * 1万元/人")]
    [InlineData("对产值5亿元以上的企业，给予企业高管团队20万元奖励。", "20万元", "受益人 企业高管团队")]
    [InlineData("对一等奖、二等奖、三等奖获得者分别给予10万元、5万元、3万元奖励。",
        "| 级别 | 金额 | | 一等奖 | 10万元 | | 二等奖 | 5万元 | | 三等奖 | 3万元 |", "每个 获得者")]
    [InlineData("对新认定的国家级、省级工程中心和市级工程中心，分别给予100万元、50万元、20万元奖励。",
        "| 类别 | 金额 | | 国家级 | 100万元 | | 省级工程中心 | 50万元 | | 市级工程中心 | 20万元 |")]
    [InlineData("对获省级以上奖励的企业，按上级奖励资金1:0.5给予配套奖励。", "上级奖励资金 * 1:0.5")]
    public void 每一段都归得到一种的起草为(string sentence, string award, params string[] lines)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal([award], Texts.Awards(draft));
        Assert.All(lines, line => Assert.Contains("  " + line + "\n", Texts.Plain(draft), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("第一条 对新认定的示范企业，一次性给予20万元奖励；被评为省级的，给予50万元奖励。", "接着前一句")]
    [InlineData("第一条 对规模以上工业企业，按下列标准给予奖励：\n（一）对新认定的研发中心，一次性奖励50万元。", "列在")]
    [InlineData("第一条 对年产值1亿元以上的重点企业，给予10万元奖励。对年产值5亿元以上的龙头企业，给予50万元奖励。", "一档")]
    [InlineData("第一条 对使用费超过5万元以上的企业，一次性补贴3万元。", "没有写成单独的条件")]
    [InlineData("第一条 在市级奖励的基础上，再给予示范企业10万元奖励。", "还没有写进来")]
    [InlineData("第一条 对总投资未达到1亿元的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对非总投资1亿元以上的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对总投资1亿元以上企业以外的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对引进总投资1亿元以上项目的招商企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对举办10场以上活动的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对营业收入、税收均超过1亿元的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 对营业收入和税收超过1亿元的企业，一次性奖励50万元。", "没有写成单独的条件")]
    [InlineData("第一条 在市级奖励基础上，对引进院士的企业，一次性奖励50万元。", "还没有写进来")]
    [InlineData("第一条 对新认定的示范企业法定代表人一次性给予5万元奖励。", "一家可能有几个")]
    [InlineData("第一条 对经认定的总部企业，自认定之日起三年内每年给予50万元奖励。", "按年度算")]
    public void 拿不准的写在待定里(string text, string question)
    {
        var draft = Texts.Draft($"{Head}{text}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains(draft.Blocks, static block => block.Nature == "公式");
        Assert.Contains(draft.Blocks.SelectMany(static block => block.Notes), note => note.Contains(question, StringComparison.Ordinal));
    }

    [Fact]
    public void 同一个数的几档低的一档到高的一档为止()
    {
        var draft = Texts.Draft($"{Head}第一条 对年产值1亿元以上的企业，每年给予10万元奖励；年产值5亿元以上的企业，每年给予50万元奖励。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains("条件 年产值额 低于 5亿元", draft.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public void 另成一句的上限并进前一笔()
    {
        var draft = Texts.Draft($"{Head}第一条 对实施技改的企业，每年按设备投资额的10%给予补助。每家企业每年最高不超过50万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(["min(设备投资额 * 10%, 50万元)"], Texts.Awards(draft));
        Assert.Contains("「每家企业每年最高不超过50万元」", draft.Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("对获奖的企业和个人各奖励5万元。")]
    [InlineData("对示范企业，每举办一期培训给予5万元至8万元补助。")]
    [InlineData("对示范企业，参照本办法第三条给予20万元奖励。")]
    [InlineData("对租用厂房的企业，第一年按租金的100%给予补贴，第二年减半。")]
    [InlineData("申请奖励20万元以上的企业，须提供审计报告。")]
    [InlineData("对示范企业给予最高500万元授信支持。")]
    [InlineData("对示范企业给予20万元奖励，培训人员的比例限定在员工总数的15%以内。")]
    public void 有一段没有着落的不起草算式(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.DoesNotContain(Texts.Awards(draft), static award => award != "核定");
    }

    [Fact]
    public void 逐句说明起草成了什么()
    {
        var draft = Texts.Draft($"{Head}第"
            + "一条 对新认定的示范企业，一次性奖励20万元。对示范企业给予5万元左右奖励。鼓励企业加强管理。\n");
        Assert.NotNull(draft);
        var rows = draft.Sentences.Where(static row => row.Place == "1").ToList();
        Assert.Equal([SentenceOutcome.Drafted, SentenceOutcome.Undecided, SentenceOutcome.NotDrafted],
            rows.Select(static row => row.Outcome));
        Assert.Equal(["= 20万元", "= 核定", ""], rows.Select(static row => row.Award));
        Assert.Equal([true, true, false], rows.Select(static row => row.Pays));
        Assert.NotEmpty(rows[1].Questions);
    }
}
