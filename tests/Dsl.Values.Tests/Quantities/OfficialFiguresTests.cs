// The figures of official texts.
using Dsl.Values.Quantities;

namespace Dsl.Values.Tests.Quantities;

public class OfficialFiguresTests
{
    [Theory]
    [InlineData("最高1000万元，研发人员占比超过30%且人数达到50人以上", "1000万元=10000000元 30%=0.3% 50人=50人")]
    [InlineData("最高 5000 万元、30 ％、3‰", "5000 万元=50000000元 30 ％=0.3% 3‰=0.003%")]
    [InlineData("再融资额0.2%给予奖补最高200万元", "0.2%=0.002% 200万元=2000000元")]
    [InlineData("达到1.28万家，总规模13亿元、1.5万亿元", "1.28万家=12800家 13亿元=1300000000元 1.5万亿元=1500000000000元")]
    [InlineData("按照6:4比例共担，1：1配套，5∶3∶2", "6:4=6:4 1：1=1:1 5∶3∶2=5:3:2")]
    [InlineData("奖励2万元/件，10 万元／件", "2万元/件=20000元/件 10 万元／件=100000元/件")]
    [InlineData("17件/亿元，3件/", "17件/亿元=17件/元 3件=3件")]
    [InlineData("2021 年 6 月 21 日至2023年12月31日", "2021 年 6 月 21 日=2021-06-21 2023年12月31日=2023-12-31")]
    [InlineData("2019—2022 年，到2025年，2021年度", "2019=2019年度 2022 年=2022年度 2025年=2025年度 2021年度=2021年度")]
    [InlineData("不超过3年、3年期、满两年、三年期、18个月", "3年=3年 3年=3年 两年=2年 三年=3年 18个月=18月")]
    [InlineData("给予10—20万元、30-50%、3至5年、500、300、200万元",
        "10=100000元 20万元=200000元 30=0.3% 50%=0.5% 3=3年 5年=5年 500=5000000元 300=3000000元 200万元=2000000元")]
    [InlineData("百分之三十、百分之5、千分之二", "百分之三十=0.3% 百分之5=0.05% 千分之二=0.002%")]
    [InlineData("一百万元、二十家、一千二百五十人、三亿元", "一百万元=1000000元 二十家=20家 一千二百五十人=1250人 三亿元=300000000元")]
    [InlineData("提高5个百分点，10个工作日内，增长2倍", "5个百分点=0.05% 10个工作日=10工作日 2倍=2倍")]
    [InlineData("1,000万元，100余家，1000余万元，２０万元", "1,000万元=10000000元 100余家=100家 1000余万元=10000000元 ２０万元=200000元")]
    [InlineData("不少于400套，面积5000平方米", "400套=400套 5000平方米=5000平方米")]
    [InlineData("985高校", "985=985")]
    [InlineData("四分之一、三分之二、万分之五、3分之1", "四分之一=0.25% 三分之二=2/3% 万分之五=0.0005% 3分之1=1/3%")]
    [InlineData("租金减半，补助一半，8折、五折优惠，折合", "减半=0.5% 一半=0.5% 8折=0.8% 五折=0.5%")]
    [InlineData("增长两倍、翻番、翻两番、翻倍", "两倍=2倍 翻番=2倍 翻两番=4倍 翻倍=2倍")]
    [InlineData("35周岁以下、5位专家、世界500 强、前5%", "35周岁=35岁 5位=5名 5%=0.05%")]
    [InlineData("认定后3年内，满一年，之前500元", "3年=3年 一年=1年 500元=500元")]
    [InlineData("40元/平方米/月、500元/人·月、30元/人.月。3年",
        "40元/平方米/月=40元/平方米/月 500元/人·月=500元/人/月 30元/人.月=30元/人/月 3年=3年")]
    [InlineData("每人每月500元，每出口1美元奖励0.02元，3亿日元、5万美金、2吨、500公斤、100人次、3艘",
        "500元=500元 1美元=1美元 0.02元=0.02元 3亿日元=300000000日元 5万美金=50000美元 2吨=2吨 500公斤=500公斤 100人次=100人次 3艘=3艘")]
    [InlineData("百分之三点五、百分之零点五、百分之三十、千分之五、万分之三、千分之一点五、百分之百",
        "百分之三点五=0.035% 百分之零点五=0.005% 百分之三十=0.3% 千分之五=0.005% 万分之三=0.0003% 千分之一点五=0.0015% 百分之百=1%")]
    [InlineData("一点五亿元、零点五元、两点要求、二十五家、一百二十万元",
        "一点五亿元=150000000元 零点五元=0.5元 二十五家=25家 一百二十万元=1200000元")]
    [InlineData("3亿5000万元、1万5千元、2万500元、5万、3年", "3亿5000万元=350000000元 1万5千元=15000元 2万500元=20500元 5万=50000 3年=3年")]
    [InlineData("一年半、3年半、两年半载", "一年半=1.5年 3年半=3.5年 两年=2年")]
    [InlineData("三成以上、按5成给予、成立三成长、85折、九折", "三成=0.3% 5成=0.5% 85折=0.85% 九折=0.9%")]
    [InlineData("按1/3、2/3的比例，2024/1/1", "1/3=1/3% 2/3=2/3% 2024=2024 1=1 1=1")]
    [InlineData("二〇二五年六月一日至二○二六年底", "二〇二五年六月一日=2025-06-01 二○二六年=2026年度")]
    [InlineData("三至五年、十到二十万元、三百—五百万元、五十至一百元、三至五千元、二至三倍",
        "三=3年 五年=5年 十=100000元 二十万元=200000元 三百=3000000元 五百万元=5000000元 五十=50元 一百元=100元 "
        + "三=3000元 五千元=5000元 二=2倍 三倍=3倍")]
    [InlineData("10~20万元、10～20%、５０－１００万元、5000-1万元、3%–5%、3或5年",
        "10=100000元 20万元=200000元 10=0.1% 20%=0.2% ５０=500000元 １００万元=1000000元 "
        + "5000=5000元 1万元=10000元 3%=0.03% 5%=0.05% 3=3年 5年=5年")]
    [InlineData("双倍奖励、一至三层、二、三楼", "双倍=2倍")]
    public void 数额(string text, string expected) =>
        Assert.Equal(expected,
            string.Join(' ', OfficialFigures.Read(text).Select(figure => $"{text[figure.Start..figure.End]}={Describe(figure)}")));

    [Theory]
    [InlineData("1.支持科技创新平台建设")]
    [InlineData("3．支持；\n4、支持")]
    [InlineData("渝中府办〔2021〕13号，〔2021〕47 号")]
    [InlineData("第3条、第十二条、第2批、第三年")]
    [InlineData("5G应用、A4纸、世界500强")]
    [InlineData("（1）支持")]
    [InlineData("一次性奖励，一人（团队）一策，一事一议，一区两群，千方百计，百家争鸣，万元")]
    [InlineData("每年6月30日前")]
    [InlineData("第1年、第2—3年、第二、三年、前三年、前3名、首3年，后两年")]
    [InlineData("同一年度、上一年、每一年度、一年一次、五年规划")]
    [InlineData("三家、两名、五人，半年")]
    [InlineData("三年行动计划、3年行动方案")]
    [InlineData("十四五")]
    public void 不是数额(string text) => Assert.Empty(OfficialFigures.Read(text));

    [Theory]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("一百零五", 105)]
    [InlineData("两千", 2000)]
    [InlineData("三百万", 3_000_000)]
    [InlineData("一亿二千万", 120_000_000)]
    [InlineData("一万亿", 1_000_000_000_000)]
    [InlineData("〇", 0)]
    public void 中文数字(string word, long value)
    {
        Assert.True(ChineseNumerals.TryParse(word, out var number));
        Assert.Equal(value, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("三五")]
    [InlineData("多")]
    [InlineData("亿亿亿亿亿")]
    public void 不是中文数字(string word) => Assert.False(ChineseNumerals.TryParse(word, out _));

    [Theory]
    [InlineData("第1年、第2—3年、第二、三年", "1年=1年 2=2年 3年=3年 二=2年 三年=3年")]
    [InlineData("前三年、后两年，首3年", "三年=3年 两年=2年 3年=3年")]
    [InlineData("前三名、前10位、排名前50的", "三名=3名 10位=10名 50=50")]
    [InlineData("三家、半年", "三家=3家 半年=6月")]
    [InlineData("第三条、第2批、第十二个", "十二个=12个")]
    public void 次序和零星的数(string text, string expected)
    {
        var weak = OfficialFigures.ReadAll(text);
        Assert.DoesNotContain(weak, static figure => figure.Weight == FigureWeight.Amount);
        Assert.Equal(expected, string.Join(' ', weak.Select(figure => $"{text[figure.Start..figure.End]}={Describe(figure)}")));
    }

    private static string Describe(OfficialFigure figure) => figure.Kind switch
    {
        FigureKind.Date => Values.CivilDateTests.Text(figure.Value),
        FigureKind.Year => $"{figure.Value}年度",
        FigureKind.Ratio => string.Join(':', figure.Parts),
        _ => $"{figure.Value}{figure.Unit}{(figure.PerUnit.Length > 0 ? "/" + figure.PerUnit : "")}",
    };
}
