// A formula is drafted from a sentence of which every word is read, and from no other: what is left over makes it 待定.
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class WholeSentenceTests
{
    private const string Head = "某市某区人民政府关于印发若干措施的通知\n某府〔2024〕1号\n某市某区人民政府\n2024年3月1日\n";

    [Theory]
    [InlineData("设立总规模100亿元的产业发展母基金，重点支持战略性新兴产业。")]
    [InlineData("申报奖励50万元以上的，须提供50万元以上发票复印件。")]
    [InlineData("对入驻园区的企业，第一年给予100%租金补贴，第二年给予50%租金补贴。")]
    [InlineData("对贷款企业不再给予50%的贴息。")]
    [InlineData("对未通过验收的项目，不给予20万元奖励。")]
    [InlineData("对重点企业不给予20万元奖励。")]
    [InlineData("对重点企业暂不给予20万元奖励。")]
    [InlineData("对国家级、省级工程中心，分别给予100万元、50万元、20万元奖励。")]
    [InlineData("市区两级各承担50%，对企业给予最高100万元补助。")]
    [InlineData("对首次认定的高新技术企业给予20万元奖励，重新认定的减半。")]
    [InlineData("对出口企业按出口额超出上年部分的1%给予奖励。")]
    [InlineData("对在主板上市的企业，分三个阶段给予总额1000万元奖励。")]
    [InlineData("对在新三板挂牌的企业，给予一次性奖励100万元，其中股改完成奖励30万元。")]
    [InlineData("对年度研发投入首次突破1亿元、5亿元的企业，分别给予10万元、20万元、50万元奖励。")]
    [InlineData("对年度研发投入首次突破5亿元、1亿元的企业，分别给予10万元、20万元奖励。")]
    [InlineData("对年度研发投入首次突破1亿元、5亿元的企业，分别给予20万元、10万元奖励。")]
    [InlineData("对非首次突破1亿元、5亿元的企业，分别给予10万元、20万元奖励。")]
    [InlineData("对营业收入较前年每增加1000万元的企业，给予1万元奖励。")]
    [InlineData("对营业收入较上年每增加10%的企业，给予1万元奖励。")]
    [InlineData("对人均营业收入较上年每增加1000万元的企业，给予1万元奖励。")]
    [InlineData("对新认定的专精特新企业，一次性奖励20万元，其中区级承担10万元。")]
    [InlineData("对退出规上的企业，追回已发放的10万元奖励。")]
    [InlineData("对违规申报的企业，处以5万元罚款。")]
    [InlineData("对科技型企业，给予最高500万元信用贷款支持。")]
    [InlineData("对符合条件的企业，给予最高2000万元股权投资。")]
    [InlineData("对每个获批项目给予不低于20万元的资助。")]
    [InlineData("对孵化器，给予入驻企业每家5万元补贴。")]
    [InlineData("对新认定的省级示范基地，给予一次性奖励30万元，已享受市级奖励的按差额补足。")]
    [InlineData("对屋顶光伏项目，按装机容量给予0.2元/瓦一次性补贴。")]
    [InlineData("鼓励各镇加大投入，对新升规企业一次性奖励10万元。")]
    [InlineData("鼓励企业给予50万元奖励。")]
    [InlineData("对投资10余万元的企业，一次性奖励1万元。")]
    [InlineData("对新认定的示范企业，一次性给予50万元左右奖励。")]
    [InlineData("对新认定的示范企业，一次性给予50万元加倍奖励。")]
    [InlineData("对新认定的示范企业，一次性给予50万元预拨资金。")]
    [InlineData("对新认定的示范企业，一次性给予50万元过桥资金支持。")]
    [InlineData("对新认定的示范企业，一次性给予50万元风险补偿。")]
    [InlineData("对新认定的示范企业，一次性给予50万元贷款贴息。")]
    [InlineData("对新认定的示范企业，一次性给予50万元团队奖励。")]
    [InlineData("对新认定的示范企业，一次性给予50万元差额补助。")]
    [InlineData("对新认定的示范企业，一次性给予50万元总额补助。")]
    [InlineData("对引进院士的企业，一次性给予50万元安家费。")]
    [InlineData("对新认定的示范企业，每年按单个项目投资额的10%给予补助，最高50万元。")]
    [InlineData("对新认定的示范企业，每年按人均工资收入的10%给予补助，最高50万元。")]
    [InlineData("对新认定的示范企业，每年按研发费用增长额的10%给予补助，最高50万元。")]
    [InlineData("对新建充电站的企业，一次性按国家或省级补助资金20%给予配套，最高50万元。")]
    [InlineData("原则上，对引进院士的企业，一次性奖励50万元。")]
    [InlineData("从明年起，对引进院士的企业，一次性奖励50万元。")]
    [InlineData("建议市财政出资，对引进院士的企业，一次性奖励50万元。")]
    [InlineData("对新认定的示范企业原则上每年给予不超过50万元的补助。")]
    [InlineData("对新认定的示范企业酌情每年给予10万元奖励。")]
    [InlineData("对新认定的示范企业择优每年给予20万元奖励。")]
    [InlineData("对新认定的示范企业共一次性给予30万元补贴。")]
    [InlineData("对所有参展企业一次性给予50万元补贴。")]
    [InlineData("对新认定的示范企业及其团队一次性给予50万元奖励。")]
    [InlineData("对符合第三条规定的企业，一次性给予30万元奖励。")]
    [InlineData("对联合申报的企业，一次性奖励50万元。")]
    [InlineData("满足一定条件后，对更新设备的企业，一次性奖励10万元。")]
    [InlineData("排名前列，对更新设备的企业，一次性奖励10万元。")]
    [InlineData("降低奖励标准，对更新设备的企业，一次性奖励10万元。")]
    [InlineData("对新引进的电商企业，每年按上述资金的50%给予奖励。")]
    [InlineData("对新引进的电商企业，每年按首次奖励的50%给予奖励。")]
    [InlineData("对新引进的电商企业，每年按收入环比增额的1%给予奖励。")]
    [InlineData("对新引进的电商企业，一次性给予50万元场地支持。")]
    [InlineData("对新引进的电商企业，一次性给予50万元循环资金。")]
    public void 有一个词没有读懂就不起草算式(string sentence)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.DoesNotContain(Texts.Awards(draft), static award => award != "核定");
        Assert.All(draft.Blocks.Where(static block => block.Kind == "条款"), static block => Assert.NotEmpty(block.Notes));
        Assert.Contains(WrittenWords.Of(sentence), WrittenWords.Of(draft.Policy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("对新认定的高新技术企业，给予最高不超过20万元的一次性奖励。", "核定 最高 20万元")]
    [InlineData("对新获得的市级科技园区一次性奖补最高一百万元。", "核定 最高 100万元")]
    [InlineData("对获得中国驰名商标的企业，一次性奖励５０万元。", "50万元")]
    [InlineData("对实缴注册资本达到1亿元的总部企业，一次性奖励100万元。", "100万元")]
    [InlineData("对实施技术改造的企业，每年按设备投资额的10%给予补助，最高300万元。", "min(设备投资额 * 10%, 300万元)")]
    [InlineData("对通过评估的平台，每年给予运营费用20%、最高50万元的补贴。", "min(运营费用 * 20%, 50万元)")]
    [InlineData("对投保的外贸企业，按保费的50%给予补助，每家企业每年最高20万元。", "min(保费 * 50%, 20万元)")]
    [InlineData("对国家级、省级、市级农业龙头企业，分别给予50万元、20万元、10万元的一次性奖励。",
        "| 级别 | 金额 | | 国家级 | 50万元 | | 省级 | 20万元 | | 市级 | 10万元 |")]
    [InlineData("对年度研发投入达到500万元、1000万元的企业，分别给予10万元、20万元一次性奖励。",
        "若 年度研发投入额 达到 1000万元 则 20万元 否则 10万元")]
    [InlineData("对年度研发投入首次突破1亿元、5亿元、10亿元的企业，分别给予10万元、20万元、50万元奖励。",
        "首次 年度研发投入额 超过 1亿元、5亿元、10亿元 : 10万元、20万元、50万元")]
    [InlineData("对营业收入首次达到1亿元、5亿元的企业，分别一次性给予10万元、20万元奖励。",
        "首次 营业收入 达到 1亿元、5亿元 : 10万元、20万元")]
    [InlineData("对营业收入较上年每增加1000万元的企业，每年给予1万元奖励，最高50万元。",
        "min(营业收入 每增加 1000万元 : 1万元, 50万元)")]
    [InlineData("对获得授权的国内发明专利，每件奖励3000元，每家企业每年最高10万元。", "min(国内发明专利数 * 3000元/件, 10万元)")]
    [InlineData("对获得市级奖励的企业，按市级奖励资金1:1给予一次性配套。", "市级奖励资金 * 1:1")]
    [InlineData("对改造提升的农贸市场，每年每平方米补助500元，最高100万元。", "min(符合条件平方米数 * 500元/平方米, 100万元)")]
    [InlineData("对购买新能源汽车的个人，每年每辆补贴3000元。", "符合条件辆数 * 3000元/辆")]
    [InlineData("对总投资1亿元以上、年税收500万元以上的企业，一次性奖励50万元。", "50万元")]
    public void 每个词都读懂的起草为(string sentence, string award)
    {
        var draft = Texts.Draft($"{Head}第一条 {sentence}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.Equal([award], Texts.Awards(draft));
        Assert.All(draft.Blocks, static block => Assert.Empty(block.Notes));
    }

    [Theory]
    [InlineData("第一条 农业扶持。国家级龙头企业，一次性奖励50万元；省级龙头企业，一次性奖励20万元。")]
    [InlineData("第一条 农业龙头企业。对省级企业，一次性奖励20万元。")]
    [InlineData("第一条 对首次入库的升规企业，一次性奖励10万元；总额不超过500万元。")]
    [InlineData("第一条 支持企业升规。\n（一）对首次入库的升规企业，一次性奖励10万元。\n（二）上述奖励按50%发放。")]
    [InlineData("第一条 对首次取得合格证的企业，一次性奖励1500万元；大型产品的，一次性奖励500万元。")]
    [InlineData("第一条 对研发投入超过500万元的部分，每年按10%给予奖励；超过1000万元的部分，按20%给予奖励。")]
    [InlineData("第一条 对新招用毕业生的企业，按每人2000元给予一次性补贴。")]
    public void 同一条里另有限制的标为待定(string text)
    {
        var draft = Texts.Draft($"{Head}{text}\n");
        Assert.NotNull(draft);
        Assert.NotEmpty(draft.Blocks.First(static block => block.Nature == "公式").Notes);
    }

    [Theory]
    [InlineData("第一条 对符合下列条件的企业：\n（一）国家级的，奖励50万元；\n（二）省级的，奖励20万元。")]
    [InlineData("第一条 对获奖企业按以下标准奖励：\n1．对国家级的企业，一次性奖励50万元。")]
    [InlineData("第一条 对获奖企业按以下标准奖励：对国家级企业，一次性奖励50万元；对省级企业，一次性奖励20万元。")]
    [InlineData("第一条 对规模以上工业企业，按下列标准给予奖励。\n（一）对新认定的研发中心，一次性奖励50万元。")]
    public void 列在别的话下面的各项写明列在哪里(string text)
    {
        var draft = Texts.Draft($"{Head}{text}\n");
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Assert.All(draft.Blocks.Where(static block => block.Nature == "公式"),
            static block => Assert.Contains(block.Notes, static note => note.StartsWith("这一项列在", StringComparison.Ordinal)));
    }
}
