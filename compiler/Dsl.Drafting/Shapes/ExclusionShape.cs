// 有弄虚作假、骗取资金行为的企业，不得享受本措施: who is excluded.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

/// <summary>Records an exclusion; the user writes into 范围 what it applies to and by which fact.</summary>
internal sealed partial class ExclusionShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Exclusion().Match(sentence.Text) is not { Success: true } match || sentence.Figures.Length > 0)
            return [];
        var situation = Names.Of(match.Groups["what"].Value, "排除的情形");
        return
        [
            new DraftBlock
            {
                Kind = "条款",
                Title = Names.Title(match.Groups["what"].Value, "排除") + "的排除",
                Quote = [sentence.Text],
                Lines = [new("说明", "排除的情形，不另给支持。")],
                Notes = [$"这些对象不得享受：在「范围」里写上 排除 {situation}（新的事实先写进数据定义），只限几条的写进那几条"],
            },
        ];
    }

    [GeneratedRegex(
        "^(?<what>[^。；]{2,60}?)的?(?:企业|单位|机构|个人|主体|项目)?，(?:[^，。；]{0,8})?(?:不得|不予|不再|不能)"
        + "(?:申报|申请|享受|获得|给予|纳入|支持|奖励|补助|兑现)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Exclusion();
}
