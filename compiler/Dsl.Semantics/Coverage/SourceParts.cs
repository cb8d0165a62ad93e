// Cuts a document into sentences, headings and lists of departments.
using System.Buffers;
using System.Text.RegularExpressions;
using Dsl.Syntax.Text;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Coverage;

/// <summary>The parts of a document whose paragraphs are lines.</summary>
internal static partial class SourceParts
{
    /// <summary>The parts in their order; white space around them is left out.</summary>
    public static IEnumerable<(TextSpan Span, SourceRole Role)> Of(SourceText source)
    {
        for (var line = 0; line < source.LineCount; line++)
        {
            var (start, end) = Trim(source, source.LineSpan(line));
            // What closes a list of 「…：」 or a signature stands without an end mark: it says nothing by itself.
            var isText = end > start
                && (source.Content[end - 1] is '。' or '；' or ';'
                    || (source.Content[end - 1] is '）' or ')' or '：' && source.Content.AsSpan(start, end - start).IndexOf('。') >= 0)
                    || IsOpenText(source.Content.AsSpan(start, end - start)));
            for (var isFirst = true; start < end; isFirst = false)
            {
                var stop = EndOfSentence(source.Content, start, end);
                var span = TextSpan.FromBounds(start, stop);
                var text = source.Content.AsSpan(start, span.Length);
                yield return (span,
                    Departments().IsMatch(text) && !SaysMoney(text) ? SourceRole.Departments
                    : SaysMoney(text) || (isText && !(isFirst && stop < end && Numbered().IsMatch(text))) ? SourceRole.Sentence
                    : SourceRole.Heading);
                (start, _) = Trim(source, TextSpan.FromBounds(stop, end));
            }
        }
    }

    /// <summary>
    /// Whether a line without an end mark says something nevertheless: an item of a list or a paragraph with a comma in it, which no
    /// heading has, nor who is addressed.
    /// </summary>
    private static bool IsOpenText(ReadOnlySpan<char> line) =>
        line.Length >= ShortestOpenText && line[^1] is not ('：' or ':') && line.ContainsAny('，', '；');

    /// <summary>Titles, signatures and the heads of tables are shorter, or have no comma.</summary>
    private const int ShortestOpenText = 20;

    /// <summary>
    /// Whether a part says an amount, a share or a ratio: an item of a list, a row of a table and a heading that does are no mere headings.
    /// </summary>
    private static bool SaysMoney(ReadOnlySpan<char> part) => WithoutFigure().IsMatch(part) || part.ContainsAny(MoneyWords)
        && OfficialFigures.Read(part.ToString())
            .Any(static figure =>
                figure.Kind is FigureKind.Percent or FigureKind.Ratio || figure.Unit.EndsWith('元') || figure.PerUnit.EndsWith('元'));

    private static readonly SearchValues<char> MoneyWords = SearchValues.Create("元%％‰:：∶分点");

    // Money that no unit of it is written with: 租金减半, 全额补贴, 免收三年, 2倍奖励, 奖励50万, 补贴三成.
    [GeneratedRegex("减半|半价|半额|全额|[减全]免|免[收征缴交除费租]|[0-9０-９一二三四五六七八九十两双加翻]倍|翻番"
        + "|[0-9０-９一二三四五六七八九十]成(?![立为员果功效长绩])|(?:奖|补助?|补贴|资助|给予|[高过])[^，。；]{0,6}[0-9０-９]+[万亿](?![人"
        + "家户亩平立吨台套辆个件千标次])")]
    private static partial Regex WithoutFigure();

    /// <summary>How many characters of a part are its number in the document.</summary>
    public static int NumberLength(ReadOnlySpan<char> part)
    {
        foreach (var number in Marked().EnumerateMatches(part))
            return number.Length;
        return 0;
    }

    // 1.支持科技创新平台建设。 （一）设立高端研发机构。
    [GeneratedRegex("^(?:[0-9０-９]+ *[.．、]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)")]
    private static partial Regex Numbered();

    // The same, and marks directly followed by the text of an article or item: 第三条 (1) ①
    [GeneratedRegex("^(?:[0-9０-９]+ *[.．、]|[（(]?(?:[一二三四五六七八九十]+|[0-9０-９]{1,2})[）)]|[一二三四五六七八九十]+、|[①-⑳]"
        + "|第 ?(?:[一二三四五六七八九十百零]+|[0-9０-９ ]{1,5}) ?条)")]
    private static partial Regex Marked();

    [GeneratedRegex("^[（(](?:牵头|责任|配合|主管)(?:单位|部门)?[：:]")]
    private static partial Regex Departments();

    /// <summary>Behind 。！？； outside of brackets, or the end; a bracket of departments is a part of its own.</summary>
    private static int EndOfSentence(string content, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            switch (content[i])
            {
                case '（' or '(' when i > start && depth == 0 && Departments().IsMatch(content.AsSpan(i, end - i)):
                    return i;
                case '（' or '(':
                    depth++;
                    break;
                case '）' or ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '。' or '！' or '？' or '；' when depth == 0:
                    return i + 1;
            }
        }
        return end;
    }

    private static (int Start, int End) Trim(SourceText source, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(source.Content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(source.Content[end - 1]))
            end--;
        return (start, end);
    }
}
