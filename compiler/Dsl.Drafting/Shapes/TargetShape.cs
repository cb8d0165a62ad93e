// 到2025年，高新技术企业突破1万家、科技型企业超过6.7万家: targets to be reached by a year.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Shapes;

internal sealed partial class TargetShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Targets.TermOf(sentence) is not { } term)
            return [];
        var text = sentence.Text;
        var blocks = new List<DraftBlock>();
        var from = 0;
        foreach (var figure in sentence.Open
            .Where(static figure => figure.Role is FigureRole.Threshold or FigureRole.Other or FigureRole.Amount or FigureRole.Rate))
        {
            // The words of the previous target include this figure.
            if (figure.Figure.Start < from)
                continue;
            // 每年 applies to the figures after it, and to what is counted: 每年最高20万元 is no target.
            if (term == "每年" && (figure.Figure.Unit is "元" or "%" or "次"
                || text.LastIndexOf("每年", figure.Figure.Start, StringComparison.Ordinal) < text.LastIndexOf('，', figure.Figure.Start)))
                continue;
            if (Quantities.TypeOf(figure.Figure) is not { } type || type == "数" || figure.Figure.Unit is "年" or "月"
                || Targets.ValueOf(text, figure.Figure) is not { } value)
                continue;
            var (start, end) = (figure.Figure.Start, End(text, figure.Figure.End));
            var noun = Targets.NounBefore(text, from, start);
            if (noun.Length < 2)
            {
                noun = Noun().Match(text, figure.Figure.End).Groups["what"].Value;
                end = text.AsSpan(end).IndexOf('，') is >= 0 and var comma ? end + comma : text.Length;
            }
            if (PerMoney().Match(text[from..start]) is { Success: true } per && type != "金额" && type != "比率")
                (type, value) = ($"{type}/元", $"{value}/{per.Groups["scale"].Value}元");
            blocks.Add(Targets.Make(noun, QuoteOf(sentence, blocks.Count == 0 ? 0 : from, end), term, type, value));
            sentence.Claim(figure);
            from = end;
        }
        return blocks;
    }

    /// <summary>The words of a target; for all but the first, preceded by the words that set the deadline.</summary>
    private static ImmutableArray<string> QuoteOf(SentenceReading sentence, int from, int end)
    {
        var words = sentence.Text[from..end].Trim('，', '、', '；');
        return Targets.TermWords(sentence) is { Length: > 0 } term && !words.Contains(term, StringComparison.Ordinal)
            ? [term, words]
            : [words];
    }

    /// <summary>The end of the words that go with a figure: 10家以上, 累计引进100所高校.</summary>
    private static int End(string text, int figure)
    {
        var stop = text.AsSpan(figure).IndexOfAny("，、；（）");
        return stop < 0 ? text.Length : figure + stop;
    }

    [GeneratedRegex("\\G(?:以上)?的?(?<what>[^，。；、（）]{2,24})", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex("每(?<scale>[" + Scales.Characters + "]{1,2})元", RegexOptions.CultureInvariant)]
    private static partial Regex PerMoney();
}
