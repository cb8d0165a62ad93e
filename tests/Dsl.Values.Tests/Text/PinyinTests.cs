// Readings and distances of names.
using Dsl.Values.Text;

namespace Dsl.Values.Tests.Text;

public class PinyinTests
{
    [Theory]
    [InlineData("实际费用", "shi ji fei yong", "sjfy")]
    [InlineData("绿色", "lv se", "ls")]
    [InlineData("PCT专利", "p c t zhuan li", "pctzl")]
    [InlineData("〇号", "ling hao", "lh")]
    [InlineData("重庆市", "chong qing shi", "cqs")]
    [InlineData("银行业", "yin hang ye", "yhy")]
    [InlineData("行业增长", "hang ye zeng zhang", "hyzz")]
    [InlineData("增长", "zeng zhang", "zz")]
    public void 读音(string text, string syllables, string initials)
    {
        Assert.Equal(syllables, string.Join(' ', Pinyin.Of(text)));
        Assert.Equal(initials, Pinyin.Initials(text));
    }

    [Fact]
    public void 多音字各音都认()
    {
        Assert.Equal("zhong", Pinyin.Readings('重')[0]);
        Assert.Contains("chong", Pinyin.Readings('重'));
        Assert.True(Pinyin.FitsInitials("CQS", "重庆市"));
        Assert.True(Pinyin.FitsInitials("zqs", "重庆市"));
        Assert.False(Pinyin.FitsInitials("cqx", "重庆市"));
        Assert.False(Pinyin.FitsInitials("cq", "重庆市"));
    }

    [Fact]
    public void 国标一二级汉字都有读音()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var gb2312 = System.Text.Encoding.GetEncoding("gb2312");
        var characters = Enumerable.Range(0xB0, 0xF7 - 0xB0 + 1)
            .SelectMany(row => Enumerable.Range(0xA1, 94).Select(cell => gb2312.GetString([(byte)row, (byte)cell])))
            .Where(text => text is [>= '\u4e00' and <= '\u9fff'])
            .ToList();
        Assert.Equal(6763, characters.Count);
        Assert.All(characters, character => Assert.Matches("^[a-z]+$", Pinyin.Of(character)[0]));
    }

    [Fact]
    public void 基本区汉字大都有读音()
    {
        var characters = Enumerable.Range(0x4e00, 0x9fff - 0x4e00 + 1).Select(static code => (char)code).ToList();
        Assert.InRange(characters.Count(static character => Pinyin.Of(character.ToString())[0] == character.ToString()), 0, 150);
    }

    [Theory]
    [InlineData("实际费用", "实际费用", 0)]
    [InlineData("事迹费用", "实际费用", 0)]
    [InlineData("实际用费", "实际费用", 1)]
    [InlineData("实际发生费用", "实际费用", 2)]
    [InlineData("登记日期", "注册区县", 4)]
    public void 读音的距离(string left, string right, int distance) => Assert.Equal(distance, Pinyin.Distance(left, right));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("实际费用", "实际费", 1)]
    [InlineData("实际费用", "际实费用", 1)]
    [InlineData("实际费用", "实际支出", 2)]
    [InlineData("𠮷祥", "吉祥", 1)]
    [InlineData("甲", "甲乙丙丁戊", 4)]
    public void 字面的距离(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Between(left, right, limit: 3));
}
