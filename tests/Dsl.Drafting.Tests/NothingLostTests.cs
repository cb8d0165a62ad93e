// Every sentence of a text is in its draft, whatever the text: quoted by a block, or in a comment.
using Dsl.Drafting.Cleaning;
using Dsl.Drafting.Structure;
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class NothingLostTests
{
    private static readonly string[] Pieces =
    [
        "对新认定的高新技术企业，一次性奖励20万元。", "对投资500万元以上的项目，按投资额的5%给予补助，最高300万元。",
        "设立总规模5亿元的基金。", "到2027年，高新技术企业达到300家。",
        "鼓励企业参加展会，优先安排展位。", "（牵头单位：区科技局；责任单位：区财政局）", "收取每平方米30元租金。",
        "同一企业每年累计不超过500万元。", "名称 金额 备注\n国家级 100万元 一次性\n",
        "注：①本表金额含税。", "[1]见附件。", "符合条件的“小巨人”企业（含分公司）；省级的，奖励10万元；市级的，奖励5万元。",
        "本措施自2024年4月1日起施行，有效期3年。", "一人一策！", "是否享受？以文件为准。", "甲",
    ];

    private static readonly string[] Marks =
        ["第一章 总则\n", "第二章", "一、", "二、", "（一）", "（二）", "1.", "2．", "第 1 0 条 ", "第三条 ", "第十二条", "(1)", "（2）",
            "①", "附则\n", "第一节", "3、", "\n", "", ""];

    [Fact]
    public void 库里的原文一句不少() => Assert.All(Texts.Official.Values, static text => AssertWhole(text));

    [Fact]
    public void 截断和打乱的原文一句不少()
    {
        var random = new Random(20240304);
        var paragraphs = Texts.Official.Values.SelectMany(static text => SourceCleaner.Clean(text).Paragraphs).ToArray();
        for (var round = 0; round < 30; round++)
        {
            random.Shuffle(paragraphs);
            var text = string.Join('\n', paragraphs.Take(random.Next(3, 40)));
            AssertWhole(text[random.Next(text.Length / 4)..(text.Length - random.Next(text.Length / 4))]);
        }
    }

    [Fact]
    public void 随意拼成的原文一句不少()
    {
        var random = new Random(20240305);
        for (var round = 0; round < 300; round++)
        {
            var text = "某市某区人民政府\n关于印发若干措施的通知\n某府〔2024〕1号\n";
            for (var i = random.Next(2, 20); i > 0; i--)
                text += Marks[random.Next(Marks.Length)] + Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "" : "\n");
            AssertWhole(text);
        }
    }

    /// <summary>
    /// The words of each sentence, cut at every stop, stand together in the draft; marks in front of a part are told by 条.
    /// </summary>
    private static void AssertWhole(string text)
    {
        if (Texts.Draft(text) is not { } draft)
            return;
        Assert.Empty(Texts.Errors(draft));
        var written = WrittenWords.Of(draft.Policy);
        foreach (var paragraph in SourceCleaner.Clean(text).Paragraphs)
        {
            var plain = Markers.Read(paragraph) is { } marker ? paragraph[marker.Length..] : paragraph;
            foreach (var sentence in plain.Split(['。', '！', '？', '；']))
            {
                if (!written.Contains(WrittenWords.Of(sentence), StringComparison.Ordinal))
                    Assert.Fail($"「{sentence}」 is not in the draft of\n{text}\n\n{draft.Policy}");
            }
        }
    }
}
