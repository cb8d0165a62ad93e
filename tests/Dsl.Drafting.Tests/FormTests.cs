// Awards that grow in steps, differ by case or by year, lie between two ends or change for some: what each sentence computes.
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class FormTests
{
    private const string Head = "某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n某市某区人民政府\n2024年3月1日\n";

    [Theory]
    // for each of something
    [InlineData("对组织外地旅客的旅行社，按每人每天30元给予奖励。", "符合条件人数 * 补贴天数 * 30元/人/天")]
    [InlineData("对外贸集装箱，每标箱补贴200元，单个企业每年最高50万元。", "min(符合条件标箱数 * 200元, 50万元)")]
    [InlineData("对新建公共充电站的企业，按每千瓦300元给予建设补贴。", "符合条件千瓦数 * 300元/千瓦")]
    [InlineData("报废老旧货车的，每辆补贴1万元，单个企业每年不超过30辆。", "min(符合条件辆数, 30辆) * 1万元/辆")]
    [InlineData("果园安装滴灌设备的，按设备造价的40%给予补助，每亩最高不超过800元。", "min(设备造价 * 40%, 符合条件亩数 * 800元/亩)")]
    [InlineData("租用厂房的企业，按租金的50%给予补贴，补贴标准不高于10元/平方米·月，补贴面积不超过2000平方米。",
        "min(租金 * 50%, min(符合条件平方米数, 2000平方米) * 补贴月数 * 10元/平方米/月)")]
    // tiers for each person
    [InlineData("参加技能培训取得初级、中级、高级证书的，分别按每人600元、900元、1200元给予补贴。",
        "| 级别 | 金额 | | 初级 | 600元 | | 中级 | 900元 | | 高级 | 1200元 |", "每个 人员")]
    [InlineData("硕士、本科毕业生来区就业的，分别按每人每月1200元、800元给予补贴，最长24个月。",
        "| 级别 | 金额 | | 硕士 | 1200元/月 * min(补贴月数, 24个月) | | 本科 | 800元/月 * min(补贴月数, 24个月) |")]
    [InlineData("外地毕业生来区面试的，给予省内200元、省外600元的一次性补贴。", "| 类别 | 金额 | | 省内 | 200元 | | 省外 | 600元 |")]
    [InlineData("中介机构引荐A、B、C类人才的，每引进1名分别给予10万元、5万元、2万元奖励。",
        "| 级别 | 金额 | | A类 | 10万元 | | B类 | 5万元 | | C类 | 2万元 |", "每个 人员")]
    // between two ends
    [InlineData("对投资项目，按固定资产投资额的10%给予最高2000万元补贴，其中奖补资金50%待企业达产后兑现。",
        "min(固定资产投资额 * 10%, 2000万元)")]
    [InlineData("对批准设立的金融机构，给予实收资本3%、总额不超过5000万元的一次性奖励。", "min(实收资本 * 3%, 5000万元)")]
    [InlineData("对专营机构给予总额不超过500万元的一次性奖励。", "核定 最高 500万元")]
    [InlineData("对工业企业新增产值50亿元及以上、10亿元及以上、5亿元及以上的，分别给予300万元、100万元、50万元奖励。",
        "若 工业企业新增产值额 达到 50亿元 则 300万元 否则 若 工业企业新增产值额 达到 10亿元 则 100万元 否则 50万元")]
    [InlineData("对企业年纳税额达到100万元以上的，每增加100万元给予30万元奖励，每年奖励最高不超过100万元。",
        "min(向下取整(max(企业年纳税额 - 上年度企业年纳税额, 0元) / 100万元) * 30万元, 100万元)")]
    [InlineData("对创业企业，前3年按地方财政贡献额予以全额奖励，第4、5年按50%予以奖励。",
        "地方财政贡献额 * (若 第几年 不超过 3年 则 100% 否则 50%)")]
    [InlineData("对租赁办公用房的机构，前3年属地财政每年给予每平方米100元的补贴。", "符合条件平方米数 * 100元/平方米")]
    [InlineData("对快递企业进行每单0.5元的补贴，推动快递统仓统配。", "符合条件单数 * 0.5元")]
    [InlineData("对金融机构，按其当年区级财政留成部分的20%予以奖励。", "当年区级财政留成部分 * 20%")]
    [InlineData("对家政企业，按其实际缴纳社会保险费的50%给予补贴。", "实际缴纳社会保险费 * 50%")]
    [InlineData("对出口额前6位的企业，设一等奖1名、二等奖2名、三等奖3名，分别给予30万元、20万元、10万元补助。",
        "| 级别 | 金额 | | 一等奖 | 30万元 | | 二等奖 | 20万元 | | 三等奖 | 10万元 |")]
    [InlineData("对示范企业给予5-10万元奖励。", "核定 5万元..10万元")]
    [InlineData("对示范企业给予5万元至10万元奖励。", "核定 5万元..10万元")]
    [InlineData("对示范企业给予不低于5万元奖励。", "核定 最低 5万元")]
    [InlineData("对新引进的项目，按设备投资额的5%—20%给予补贴，最高300万元。",
        "核定 min(设备投资额 * 5%, 300万元)..min(设备投资额 * 20%, 300万元)")]
    // beyond a floor, beyond last year, step by step
    [InlineData("对超过500万元的固定资产投资部分给予补贴。")]
    [InlineData("托管服务面积达到800亩的合作社，对超出800亩的部分按每亩30元奖励。", "max(托管服务面积 - 800亩, 0亩) * 30元/亩")]
    [InlineData("研发费用不低于100万元的企业，按增量部分的10%给予扶持，单个企业年度最高80万元。",
        "min(max(研发费用 - 上年度研发费用, 0元) * 10%, 80万元)")]
    [InlineData("对年进出口额1亿元以上的企业，较上年每增加5000万元奖励8万元，不足5000万元部分不计。",
        "向下取整(max(年进出口额 - 上年度进出口额, 0元) / 5000万元) * 8万元")]
    [InlineData("对年出口额100万美元以上的企业，按每1美元给予0.02元人民币奖励。", "年出口额 * 0.02元/美元")]
    // year by year
    [InlineData("对认定的总部企业，自认定当年起，前两年按租金的60%给予补贴，第三年按租金的30%给予补贴，每年最高20万元。",
        "min(租金 * (若 第几年 不超过 2年 则 60% 否则 30%), 20万元)", "频次 每年 自 认定日期 当年起 连续 3年")]
    [InlineData("在园区外租房创业的，第一年、第二年分别按年租金的60%、40%给予补贴，每年最高5000元。",
        "min(若 第几年 = 1年 则 年租金 * 60% 否则 年租金 * 40%, 5000元)")]
    [InlineData("对新认定的总部企业，首年奖励20万元，第二年奖励10万元。", "若 第几年 不超过 1年 则 20万元 否则 10万元")]
    // other figures, other ceilings for some
    [InlineData("企业投保出口信用保险的，按实缴保费的50%补贴，小微企业补贴80%，每户每年最高40万元。",
        "min(实缴保费 * (若 小微企业 则 80% 否则 50%), 40万元)")]
    [InlineData("对首次入统的工业企业，一次性奖励5万元，年产值达到1亿元以上的提高到10万元。",
        "若 年产值额 达到 1亿元 则 10万元 否则 5万元")]
    [InlineData("举办行业会议的，按实际支出的30%给予补助，国际性、全国性会议最高分别为50万元、30万元。",
        "min(实际支出 * 30%, 若 类别 = 国际性 则 50万元 否则 30万元)")]
    [InlineData("获国家、省认定的首台套装备，分别按销售额的20%、10%给予奖励，最高分别不超过200万元、100万元。",
        "| 级别 | 金额 | | 国家 | min(销售额 * 20%, 200万元) | | 省 | min(销售额 * 10%, 100万元) |")]
    public void 这一类的句子起草为(string sentence, string award = "", string line = "")
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        if (award.Length == 0)
        {
            Assert.DoesNotContain(draft.Blocks, static block => block.Nature == "公式");
            return;
        }
        Assert.Equal([award], Texts.Awards(draft));
        Assert.Contains(line, Texts.Plain(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("对首次认定的高新技术企业奖励20万元，重新认定的奖励8万元。", "20万元", "8万元")]
    [InlineData("对新认定的工作站给予30万元补助，对新认定的基地给予10万元补助。", "30万元", "10万元")]
    public void 各给各的不是改档(string sentence, params string[] awards)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(awards, Texts.Awards(draft));
    }

    [Theory]
    [InlineData("同一企业每年享受本办法扶持资金合计不超过1000万元。")]
    [InlineData("单个企业全年奖励总额不超过80万元。")]
    [InlineData("对港口企业，不超过上年度的部分每标箱奖励30元，超过上年度的部分每标箱奖励60元。")]
    [InlineData("对上市企业一次性奖励100万元，其中股改完成奖励30万元。")]
    [InlineData("留用率达到50%以上的，补贴标准提高到2200元。")]
    [InlineData("对首次升规的企业，首年奖励12万元，第二年仍在库的企业奖励6万元。")]
    [InlineData("对总部企业，第二年奖励12万元，第三年奖励6万元。")]
    public void 说的是别的笔的不起草算式(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.DoesNotContain(draft.Blocks, static block => block.Nature == "公式");
    }

    [Fact]
    public void 几笔后面的上限问一句是不是合起来的()
    {
        var draft = Texts.Draft($"{Head}第一条 经认定的智能工厂奖励50万元，智能车间每个奖励20万元，同一企业累计不超过100万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(2, draft.Blocks.Count(static block => block.Notes.Any(static note => note.Contains("合起来",
            StringComparison.Ordinal))));
    }

    [Fact]
    public void 各级的上限不另成一款()
    {
        var draft = Texts.Draft($"{Head}第一条 企业承担国家级、省级项目的，分别按到账经费的20%和10%给予配套支持，"
            + "单个项目最高分别为200万元、50万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(["| 级别 | 金额 | | 国家级 | min(到账经费 * 20%, 200万元) | | 省级 | min(到账经费 * 10%, 50万元) |"],
            Texts.Awards(draft));
    }

    [Fact]
    public void 两款数的不是同一样东西的名称不同()
    {
        var draft = Texts.Draft($"{Head}第一条 建设水稻基地的，每亩补助100元。\n第二条 建设大棚的，每亩补助200元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(["符合条件亩数 * 100元/亩", "符合条件亩数2 * 200元/亩"], Texts.Awards(draft));
    }

    [Theory]
    [InlineData("实收资本在2亿元以上（含）5亿元以下的，给予一次性奖励80万元。", "达到 2亿元", "低于 5亿元")]
    [InlineData("实收资本10亿元以下、5亿元（含）以上的，给予一次性奖励80万元。", "达到 5亿元", "低于 10亿元")]
    [InlineData("实收资本1亿至2亿元的，给予一次性奖励80万元。", "达到 1亿元", "不超过 2亿元")]
    [InlineData("实收资本达到1亿元（含）以上，2亿以下的，给予一次性奖励80万元。", "达到 1亿元", "低于 2亿元")]
    public void 两头都写在一处的是两个条件(string sentence, string low, string high)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal(["80万元"], Texts.Awards(draft));
        var policy = Texts.Plain(draft);
        Assert.Contains($"条件 实收资本 {low}\n", policy, StringComparison.Ordinal);
        Assert.Contains($"条件 实收资本 {high}\n", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("对批发企业，零售额列前五名的，奖励5万元。", "前五名")]
    [InlineData("批发业年销售额达到1亿元及以上、餐饮业年营业额达到3000万元及以上的，奖励10万元。", "顿号")]
    [InlineData("对商业设施，按总投资的30%给予最高50万元的分期补贴。", "分期")]
    public void 条件或兑付没有写全的问一句(string sentence, string asked)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains(draft.Blocks, block => block.Notes.Any(note => note.Contains(asked, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("固定资产投资5000万元以上，且每亩土地的固定资产投资在100万元以上的，补贴80%。")]
    [InlineData("对企业第1年按照租金的30%给予补助，第2年、第3年分别按照租金的20%给予补助。")]
    public void 读不准的不起草算式也不中断(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.DoesNotContain(draft.Blocks, static block => block.Nature == "公式");
    }

    [Theory]
    [InlineData("对示范企业一次性奖励50万元，奖励资金分三年按照40%、30%、30%的比例分批拨付。", "兑付 40%、30%、30%")]
    [InlineData("对示范企业一次性奖励50万元，分3年平均兑付。", "兑付 分 3年")]
    [InlineData("对示范企业一次性奖励50万元，自次年起分两年等额发放。", "兑付 次年起 分 2年")]
    public void 分期的写成兑付(string sentence, string line)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Contains($"  {line}\n", Texts.Plain(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("对示范企业一次性奖励50万元，分三年按40%、30%的比例拨付。")]
    [InlineData("对示范企业一次性奖励50万元，分三年按40%、30%、20%的比例拨付。")]
    public void 各期加不到全部的不写兑付(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.DoesNotContain("  兑付 ", Texts.Plain(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void 低一档含着的高一档不含()
    {
        var draft = Texts.Draft($"{Head}第一条 对种植基地，面积100—500亩（含500亩）的，一次性奖励10万元；"
            + "500亩以上的，一次性奖励30万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        var policy = Texts.Plain(draft);
        Assert.Contains("条件 面积 不超过 500亩\n", policy, StringComparison.Ordinal);
        Assert.Contains("条件 面积 超过 500亩\n", policy, StringComparison.Ordinal);
    }
}
