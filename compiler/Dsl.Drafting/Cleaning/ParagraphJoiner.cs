// Which lines belong to one paragraph: in a text whose lines are all of one width, those that fill it;
// elsewhere those that stop inside a sentence.
using System.Text;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting.Cleaning;

/// <summary>Joins lines to paragraphs.</summary>
internal sealed class ParagraphJoiner
{
    /// <summary>A line may be this much narrower than the page and still be full: an indent, a number that did not fit.</summary>
    private const int Slack = 8;

    /// <summary>No page of an official text is set wider.</summary>
    private const int WidestPage = 110;

    /// <summary>A line narrower than this that ends without a stop is a heading or a signature.</summary>
    private const int NarrowLine = 60;

    private const string SentenceEnds = "。；！？：:;）)";

    private readonly List<RawLine> _lines;

    /// <summary>The width that the lines were broken at; 0 where they were not.</summary>
    private readonly int _page;

    public ParagraphJoiner(List<RawLine> lines)
    {
        _lines = lines;
        _page = PageWidth(lines);
    }

    public IEnumerable<string> Join()
    {
        var paragraph = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            if (i > 0 && !Continues(_lines[i - 1], _lines[i], paragraph))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
            if (paragraph.Length > 0 && char.IsAsciiLetter(paragraph[^1]) && char.IsAsciiLetter(_lines[i].Text[0]))
                paragraph.Append(' ');
            paragraph.Append(_lines[i].Text);
        }
        if (paragraph.Length > 0)
            yield return paragraph.ToString();
    }

    /// <summary>The usual width of full lines; 0 where most lines are no wider than others of their kind.</summary>
    private static int PageWidth(List<RawLine> lines)
    {
        if (lines.Count < 8)
            return 0;
        var widths = lines.Select(static line => line.Width).Order().ToList();
        var page = widths[widths.Count * 9 / 10];
        var full = widths.Count(width => width >= page - Slack && width <= page + Slack / 2);
        return page is > 20 and <= WidestPage && full * 10 >= lines.Count * 4 ? page : 0;
    }

    private bool Continues(RawLine previous, RawLine next, StringBuilder paragraph)
    {
        var last = previous.Text[^1];
        if (Markers.Read(next.Text) is not null && SentenceEnds.Contains(last))
            return false;
        if (IsOpen(paragraph))
            return true;
        // 各有关单位： stands alone.
        if (last is '：' or ':')
            return false;
        if (_page > 0 && previous.Width >= _page - Slack)
            return !StartsPart(next.Text);
        if (_page > 0 || Markers.Read(next.Text) is not null)
            return IsTitlePart(previous.Text, next.Text);
        return IsTitlePart(previous.Text, next.Text) || last is '，' or '、'
            || (previous.Width > NarrowLine && !SentenceEnds.Contains(last) && last is not ('”' or '》'));
    }

    /// <summary>关于 and the line after it, 关于印发… without its 的通知.</summary>
    private static bool IsTitlePart(string previous, string next) =>
        previous.EndsWith("关于", StringComparison.Ordinal)
        || (previous.EndsWith('的') && next.Length <= 4)
        || (next.StartsWith("关于", StringComparison.Ordinal) && next.Length > 8 && previous.Length is > 3 and < 30
            && !SentenceEnds.Contains(previous[^1]));

    private static bool StartsPart(string text) =>
        Markers.Read(text) is { Length: > 1 } marker && (!marker.IsOfArticle || text.Length > marker.Length + 3);

    /// <summary>Whether a bracket or a quotation of the paragraph's end is still open.</summary>
    private static bool IsOpen(StringBuilder paragraph)
    {
        const int Window = 60;
        var (round, quote, title) = (0, 0, 0);
        for (var i = Math.Max(0, paragraph.Length - Window); i < paragraph.Length; i++)
        {
            switch (paragraph[i])
            {
                case '（': round++; break;
                case '）' when round > 0: round--; break;
                case '“': quote++; break;
                case '”' when quote > 0: quote--; break;
                case '《': title++; break;
                case '》' when title > 0: title--; break;
                case '。': (round, quote, title) = (0, 0, 0); break;
                default: break;
            }
        }
        return round > 0 || quote > 0 || title > 0;
    }
}
