// 设立1亿元科技成果转化基金, 总规模13亿元的…基金, 用好用活1亿元风险补偿资金池: money of a fixed size.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class PoolShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        var text = sentence.Text;
        foreach (var figure in sentence.Open.Where(static figure => figure.IsMoney && figure.Figure.PerUnit.Length == 0
            && figure.Role is FigureRole.Other or FigureRole.Amount or FigureRole.Threshold))
        {
            var after = After().Match(text, figure.Figure.End);
            var before = Before().Match(text[..figure.Figure.Start]);
            if (!(after.Success && (before.Success || after.Groups["pool"].Value is not "专项资金"))
                && !Sized().IsMatch(text[..figure.Figure.Start]))
                continue;
            if (Quantities.Write(figure.Figure) is not { } written)
                continue;
            sentence.Claim(figure);
            var end = after.Success ? after.Index + after.Length : EndOf(text, figure.Figure.End);
            var title = after.Success
                ? after.Groups["name"].Value + after.Groups["pool"].Value
                : Names.Title(text[..figure.Figure.Start], "资金池");
            yield return new DraftBlock
            {
                Kind = "资金池",
                Title = Names.Title(title, "资金池"),
                Quote = [text[..end]],
                Lines = [new("规模", written)],
                Notes = ["哪些条款从这里支用，补上「适用条款」"],
            };
        }
    }

    private static int EndOf(string text, int figure)
    {
        var stop = text.IndexOf('，', figure);
        return stop < 0 ? text.Length : stop;
    }

    [GeneratedRegex("\\G(?:以上|规模)?的?(?<name>[^，。；]{0,40}?)(?<pool>风险补偿资金池|资金池|基金|专项资金)",
        RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex("(?:设立|建立|组建|安排|统筹|用好用活|用好|规模|筹集|不少于|每年安排|发挥)[^，。；、]{0,10}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("(?:基金|资金池)[^，。；]{0,10}规模[^，。；0-9]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sized();
}
