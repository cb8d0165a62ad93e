// 优先推荐, 纳入培育库, 可享受优惠, 面积50万平方米以上的大型孵化社区: a benefit other than money.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Shapes;

internal sealed partial class EntitlementShape : ISentenceShape
{
    private const int LongestBenefit = 80;

    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        var text = sentence.Text;
        if (Sized().Matches(text) is { Count: > 0 } sized && sentence.Open.Any(static figure => figure.Role == FigureRole.Threshold))
            return Recognised(sentence, sized);
        var from = sentence.SubjectEnd;
        var benefits = Benefit().Matches(text[from..]);
        if (benefits.Count == 0)
            return [];
        // The benefit begins after the comma; without one, at the word that grants it.
        var match = from + benefits[from == 0 && sentence.NamesSubject(text.Length) ? benefits.Count - 1 : 0].Index;
        var at = text.LastIndexOf('，', match) is >= 0 and var comma ? comma + 1
            : Giving().Match(text) is { Success: true } giving && giving.Index < match ? giving.Index
            : match;
        var block = OpenClause.Entitle(sentence, at, Names.Words(text[at..], LongestBenefit));
        return sentence.Open.FirstOrDefault(static figure => figure.Figure.Unit is "年" or "月") is { } years
            && Lasting(text, years) is { } lasting
            ? [block with
            {
                Lines = block.Lines.Insert(0, new("排除", $"{lasting.Name} 满 {Quantities.Write(years.Figure)}")),
                Facts = block.Facts.Add(lasting), Notes = block.Notes.Add("期限从哪一天起算")
            }]
            : [block];
    }

    /// <summary>A benefit that lasts some years: 给予3年期的重点培育.</summary>
    private static Fact? Lasting(string text, RoleFigure years) =>
        Term().IsMatch(text[years.Figure.End..]) ? new Fact(null, "享受起始日期", "日期") : null;

    /// <summary>面积50万平方米以上的大型创新创业孵化社区和10万平方米以上的大型科技企业孵化园.</summary>
    private static IEnumerable<DraftBlock> Recognised(SentenceReading sentence, MatchCollection sized)
    {
        Fact? previous = null;
        foreach (Match match in sized)
        {
            var figures = sentence.Open.Where(figure => figure.Role == FigureRole.Threshold && figure.Figure.Start >= match.Index
                && figure.Figure.End <= match.Index + match.Length).ToList();
            if (FigureConditions.In(sentence.Text, figures, 0, sentence.Text.Length, null) is not [var threshold, ..])
                continue;
            var fact = threshold.Fact;
            var expression = threshold.Expression;
            if (previous is not null && previous.Type == fact.Type && fact.Name is "数量" or "投入额")
                (fact, expression) = (previous, expression.Replace(fact.Name, previous.Name, StringComparison.Ordinal));
            previous = fact;
            sentence.Claim(figures);
            var what = Names.Title(match.Groups["what"].Value, "对象");
            yield return new DraftBlock
            {
                Kind = "条款",
                Title = what,
                Quote = [sentence.Text],
                Lines = [new("条件", expression), new("享受", "认定为" + what)],
                Facts = [fact],
                Notes = ["原文是建设要求还是认定的门槛"],
            };
        }
    }

    [GeneratedRegex(
        "[^，。；、和]{0,12}[0-9.]+(?:" + Scales.Pattern
        + ")?(?:平方米|人|家|亩|公顷|台|套|个)(?:及?以上|以下)的(?<what>[^，。；、和]{2,24})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sized();

    [GeneratedRegex(
        "优先|纳入|列入|可?享受|优惠|减免|减半|免费|绿色通道|上调|授信额度|推荐|倾斜支持|重点支持|重点培育|储备库|培育库|后备库|备案"
        + "|贷款服务|投融资服务|专项服务|(?:给予|予以)[^，。；]{0,16}(?:支持|保障|服务|指导|奖牌|荣誉|激励)|择优支持|可[^，。；]{0,6}退出",
        RegexOptions.CultureInvariant)]
    private static partial Regex Benefit();

    [GeneratedRegex("(?:给予|予以|落实|可享受|推荐|纳入|列入)(?![^，。；]*的(?:企业|机构|单位))", RegexOptions.CultureInvariant)]
    private static partial Regex Giving();

    [GeneratedRegex("^期", RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
