// 予以奖补, 落实市级补助政策: money without a figure, decided by the authority.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class OpenAwardShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Given().Match(sentence.Text) is not { Success: true } match || OpenClause.Denies(sentence.Text))
            return [];
        string[] notes = sentence.Text.Contains("同比例", StringComparison.Ordinal)
            ? ["「同比例」是上级规定的比例：写成外部的 参数，奖补改为 基数 * 参数"]
            : ["原文没有金额和上限，由主管部门核定"];
        return [OpenClause.Make(sentence, match.Index, "= 核定", "", [.. notes])];
    }

    [GeneratedRegex(
        "(?:给予|予以|进行|实施|享受|落实)[^，。；]{0,18}?(?:奖励|奖补|补助|补贴|资助|配套(?!设施|政策)|经费支持|资金支持|贴息|后补助"
        + "|专项支持|启动建设和运行)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Given();
}
