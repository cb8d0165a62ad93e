// 须在本政策出台后1个月内印发实施细则: something that must be done by a day.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class DutyShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Duty().Match(sentence.Text) is not { Success: true } match)
            return [];
        var figure = sentence.Figures.FirstOrDefault(figure => figure.Figure.Unit is "月" or "天" or "工作日" or "年"
            && figure.Figure.Start >= match.Index && figure.Figure.End <= match.Index + match.Length);
        if (figure is null)
            return [];
        sentence.Claim(figure);
        var isWorkday = figure.Figure.Unit == "工作日";
        var span = isWorkday ? $"{figure.Figure.Value}天" : Quantities.Write(figure.Figure);
        return span is null ? [] :
        [
            new DraftBlock
            {
                Kind = "义务",
                Title = Names.Title(match.Groups["what"].Value, "限期办理"),
                Quote = [sentence.Text[..(match.Index + match.Length)]],
                Lines = [new("期限", $"施行日期 + {span}")],
                Notes = isWorkday ? ["原文是工作日，这里按日历天计"] : [],
            },
        ];
    }

    [GeneratedRegex(
        "(?:印发|出台|发布|施行|实施|公布)(?:后|之日起)?的?(?<span>[0-9一二两三四五六七八九十]{1,3}个?(?:月|工作日|日|天|年))"
        + "(?:之)?内(?<what>(?:印发|制定|出台|完成|公布|发布|报送|建立|修订)[^，。；]{0,30})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Duty();
}
