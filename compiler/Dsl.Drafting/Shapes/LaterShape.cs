// 3年后可按约定退出: what may be done some years after an award.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class LaterShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        foreach (var figure in sentence.Open.Where(static figure => figure.Figure.Unit is "年" or "月"))
        {
            if (Later().Match(sentence.Text, figure.Figure.End) is not { Success: true } match
                || Quantities.Write(figure.Figure) is not { } span)
                continue;
            sentence.Claim(figure);
            var subject = sentence.SubjectBefore(figure.Figure.Start);
            var who = ClauseMaker.Named(subject);
            var start = new Fact(null, "支持起始日期", "日期", "从这一天起算");
            yield return new DraftBlock
            {
                Kind = "条款",
                Title = Names.Title(match.Groups["what"].Value, "期满后的安排"),
                Quote = [subject.TrimEnd('，'), sentence.Text[figure.Figure.Start..(match.Index + match.Length)]],
                Lines = [.. who is null ? [] : new[] { new DraftLine("条件", who) }, new("条件", $"{start.Name} 满 {span}"),
                    new("享受", Names.Words(match.Groups["what"].Value, 60))],
                Facts = [.. who is null ? [] : new[] { new Fact(null, who, "是否 认定") }, start],
                Notes = ["年限从哪一天起算"],
            };
        }
    }

    [GeneratedRegex("\\G以?后，?(?<what>可[^，。；]{2,30})", RegexOptions.CultureInvariant)]
    private static partial Regex Later();
}
