// Whatever the text, a draft compiles without errors: cut off, shuffled, damaged, enormous, or no policy at all.
using System.Text;
using Xunit;

namespace Dsl.Drafting.Tests;

public class AnyTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("你好。")]
    [InlineData("The quick brown fox jumps over the lazy dog. 1. Second line.")]
    [InlineData("今天天气很好，我们去公园散步，看见了很多花，也遇到了许多朋友，大家都很高兴")]
    public void 不是政策的文字不起草(string text) => Assert.Null(Texts.Draft(text));

    [Fact]
    public void 截断的原文都能起草()
    {
        foreach (var text in Texts.Official.Values)
        {
            for (var length = 50; length < text.Length; length += Math.Max(97, text.Length / 24))
                AssertSound(text[..length]);
        }
    }

    [Fact]
    public void 打乱段落的原文都能起草()
    {
        var random = new Random(20240301);
        var paragraphs = Texts.Official.Values.SelectMany(static text => Cleaning.SourceCleaner.Clean(text).Paragraphs).ToArray();
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(paragraphs);
            AssertSound(string.Join('\n', paragraphs.Take(random.Next(5, 60))));
        }
    }

    [Fact]
    public void 打乱字句的原文都能起草()
    {
        var random = new Random(20240302);
        foreach (var text in Texts.Official.Values)
        {
            for (var round = 0; round < 6; round++)
            {
                var damaged = new StringBuilder(text);
                for (var i = 0; i < 300; i++)
                    damaged[random.Next(damaged.Length)] = Odd[random.Next(Odd.Length)];
                AssertSound(damaged.ToString());
            }
        }
    }

    [Theory]
    [InlineData("一、对新认定的「国家级」企业//注释，一次性奖励50万元。")]
    [InlineData("一、对新认定的企业……给予最高50万元奖励，其中……每年最高10万元。")]
    [InlineData("一、对条件、奖补、依据的，给予50万元奖励。对年度，给予60万元奖励。对合计，给予70万元奖励。")]
    [InlineData("一、对企业按超过99999999999999999999999999亿元的部分按500%给予奖励，最高0元。")]
    [InlineData("一、对企业，每平方米奖励3元，每立方米奖励5元，每公斤奖励2元，最高3万美元，按5倍给予奖励。")]
    [InlineData("一、由省市县按照5:3比例共担费用，按照1:2:3给予配套，按0:0给予配套。")]
    [InlineData("一、到9999年、到0000年达到50%，到2025年达到3倍以上，每年达到10万立方米。")]
    [InlineData("一、对企业连续0年每年给予10万元，自次年起连续999年给予补贴，最高10万元/年/家。")]
    [InlineData("1.甲乙丙丁。\n1.甲乙丙丁戊。\n一、对企业给予50万元奖励。\n1.对企业给予60万元奖励。\n1.对企业给予70万元奖励。")]
    public void 古怪的原文都能起草(string text) => AssertSound("某市某区人民政府关于若干措施的通知某府〔2024〕1号\n" + text);

    [Fact]
    public void 五兆字节的原文也能起草()
    {
        var one = string.Join('\n', Texts.Official.Values);
        var text = new StringBuilder();
        for (var copy = 0; text.Length < 1_700_000; copy++)
            text.Append(one.Replace("企业", $"第{copy}类企业", StringComparison.Ordinal)).Append('\n');
        AssertSound(text.ToString());
        AssertSound(text.Replace("\n", "").Replace("。", "，").ToString());
    }

    [Fact]
    public void 数据定义可以另存()
    {
        var options = Texts.Options with { SchemaPath = "schema/企业.policy" };
        foreach (var text in Texts.Official.Values)
        {
            var draft = Drafter.Draft(text, options);
            Assert.NotNull(draft);
            Assert.Empty(Texts.Errors(draft, options));
            Assert.Contains("使用     schema/企业.policy", draft.Policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 同样的原文起草出同样的政策() =>
        Assert.All(Texts.Official.Values, static text => Assert.Equal(Texts.Draft(text)?.Policy, Texts.Draft(text)?.Policy));

    private const string Odd = "，。；（）「」“”…/|=0123456789%万亿元年条款最高按给予对的\n 　\u200B\uFEFF\uD800\u0001Aa-—:：若则且或";

    private static void AssertSound(string text)
    {
        if (Texts.Draft(text) is { } draft)
            Assert.Empty(Texts.Errors(draft));
    }
}
