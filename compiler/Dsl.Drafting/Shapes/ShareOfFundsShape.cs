// 科研项目资金的70%以上用于支持企业: a share of public money that must go somewhere, measured from outside.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class ShareOfFundsShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        foreach (var figure in sentence.Open.Where(static figure => figure.Figure.Unit == "%"))
        {
            if (!Spent().IsMatch(sentence.Text[figure.Figure.End..]) || Targets.ValueOf(sentence.Text, figure.Figure) is not { } value)
                continue;
            sentence.Claim(figure);
            yield return Targets.Make(Targets.NounBefore(sentence.Text, 0, figure.Figure.Start).TrimEnd('的') + "占比", [sentence.Text],
                null, "比率", value);
        }
    }

    [GeneratedRegex("^(?:以上|及以上)?(?:资金)?(?:用于|投向|专项用于)", RegexOptions.CultureInvariant)]
    private static partial Regex Spent();
}
