// 筹集不少于400套高品质人才公寓, 遴选100家骨干企业: a target quantity without a year.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Shapes;

internal sealed partial class QuantityTargetShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        var text = sentence.Text;
        foreach (var figure in sentence.Open.Where(static figure =>
            figure.Role is FigureRole.Threshold or FigureRole.Other && figure.Figure is { Kind: FigureKind.Quantity, PerUnit: "" }))
        {
            if (figure.Figure.Unit is "元" or "年" or "月" or "天" or "工作日" or "" || !Doing().IsMatch(text[..figure.Figure.Start]))
                continue;
            var noun = Noun().Match(text, figure.Figure.End);
            if (!noun.Success || Quantities.TypeOf(figure.Figure) is not { } type || Targets.ValueOf(text, figure.Figure) is not { } value)
                continue;
            sentence.Claim(figure);
            yield return Targets.Make(noun.Groups["what"].Value, [text[..(noun.Index + noun.Length)]], null, type, value);
        }
    }

    [GeneratedRegex(
        "(?:^|[，；、])(?:力争|计划|新|重点|累计|每年)*(?:筹集|建设|建成|新建|新增|遴选|引进|引育|支持|打造|培育|选派|举办|组织|开展|布局"
        + "|改造|提供|培养|完成)(?:不少于|不低于|超过|达到|约|至少)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    [GeneratedRegex("\\G(?:以上|左右)?的?(?<what>[^，。；、]{2,24})", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();
}
