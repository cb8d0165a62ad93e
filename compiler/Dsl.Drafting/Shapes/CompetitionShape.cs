// 同一事项……按“从高不重复”的原则执行; 以往政策不一致的，以本政策为准: rules for combining supports, written as 竞合 in the head of the
// policy.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class CompetitionShape : ISentenceShape
{
    /// <summary>The 竞合 of a whole text, in the words of the language.</summary>
    public static IEnumerable<string> In(string text)
    {
        if (Higher().IsMatch(text))
            yield return "本区其他政策 从高不重复";
        if (Newer().IsMatch(text))
            yield return "以往政策 从新";
    }

    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (!In(sentence.Text).Any())
            return [];
        return
        [
            new DraftBlock
            {
                Kind = "条款",
                Title = Higher().IsMatch(sentence.Text) ? "从高不重复" : "以本文件为准",
                Quote = [sentence.Text],
                Lines = [new("说明", "由首部的「竞合」执行，无另外可计算的内容。")],
                Notes = Higher().IsMatch(sentence.Text) ? ["各条款写上「事项」才参加比较；事项是名录里的值"] : [],
            },
        ];
    }

    [GeneratedRegex("从高不重复|不重复(?:享受|奖励|支持|补助|兑现|资助)|就高不(?:就低|重复)|从优不重复|择高不重复|不得重复享受",
        RegexOptions.CultureInvariant)]
    private static partial Regex Higher();

    [GeneratedRegex("(?:以往|此前|原有?|之前|过去)[^。；]{0,40}不一致的?[^。；]{0,10}以本[^。；]{1,12}为准", RegexOptions.CultureInvariant)]
    private static partial Regex Newer();
}
