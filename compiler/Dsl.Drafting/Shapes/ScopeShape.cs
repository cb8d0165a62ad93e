// 在本区登记注册、依法纳税、诚信经营的企事业单位: the addressees of the whole policy.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class ScopeShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        // Elsewhere such words name the addressees of one article.
        if (Scope().Match(sentence.Text) is not { Success: true } match || sentence.Figures.Length > 0 || Denial().IsMatch(sentence.Text)
            || !(Whole().IsMatch(sentence.Text)
                || Whole().IsMatch($"{sentence.Article.Heading} {sentence.Article.Section} {sentence.Article.Chapter}")))
            return [];
        var conditions = match.Groups["conditions"].Value.Split(['、', '，', '且'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static words => Names.Of(Within().Replace(words, "在本地"), "")).Where(static name => name.Length > 1)
            .Distinct(StringComparer.Ordinal).ToList();
        return
        [
            new DraftBlock
            {
                Kind = "范围",
                Title = "企业",
                Quote = [match.Value],
                Lines = [.. conditions.Select(static name => new DraftLine("", name))],
                Facts = [.. conditions.Select(static name => new Fact(null, name, "是否"))],
                Notes = [$"对象是「{Names.Title(match.Groups["who"].Value, "企业")}」：要排除其他类别的主体，补上一行条件"],
            },
        ];
    }

    [GeneratedRegex(
        "(?:适用于)?(?<conditions>[^，。；]{0,20}(?:登记注册|注册登记|工商注册|依法注册|注册地|注册)[^。；的]{0,60})的(?<who>[^。；，]{2,40"
        + "}(?:企业|单位|机构|组织|主体|法人))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Scope();

    [GeneratedRegex("适用(?:于|范围|对象)|(?:支持|扶持|奖励|补贴|政策)(?:对象|范围)|^本(?:政策|措施|办法|意见|规定)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("不|除|未|非", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex(
        "^(?:本(?:政策|措施|办法|意见)?(?:支持|适用于?|的?适用对象为?))?在?(?:本|我|全)[市区县省](?:行政区域|辖区|区域|范围)?(?:内)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
