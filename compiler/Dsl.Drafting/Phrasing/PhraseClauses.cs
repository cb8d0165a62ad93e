// Clauses of a sentence read phrase by phrase: whom it is for, what is given, what limits it. A phrase of no kind leaves it 待定.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Whole;

namespace Dsl.Drafting.Phrasing;

/// <summary>Reads sentences of a document in their order.</summary>
internal sealed partial class PhraseClauses
{
    /// <summary>A sentence that is longer says more than one thing.</summary>
    private const int Longest = 360;

    /// <summary>Whom the last sentence was for: its first phrases, and all of them.</summary>
    private (PhraseSubject Head, PhraseSubject Whole) _last = (PhraseSubject.Empty, PhraseSubject.Empty);

    /// <summary>The clauses of a sentence, one for each award; none where a phrase is left over.</summary>
    public List<DraftBlock> Read(SentenceReading sentence)
    {
        if (!sentence.Sentence.IsPart)
            _last = (PhraseSubject.Empty, PhraseSubject.Empty);
        if (sentence.Text.Length > Longest || WholeClause.IsNoMoney(Harmless().Replace(sentence.Text, ""))
            || !UndecidedClause.Gives(FigureMask.Of(Harmless().Replace(sentence.Text, "")))
            || Refused().IsMatch(Harmless().Replace(sentence.Text, "")))
            return [];
        var lead = LeadOf(sentence);
        if (lead is null)
            return [];
        var line = PhraseLine.Of(sentence.Text);
        var reading = new SentenceState(sentence, line, lead, _last);
        foreach (var phrase in line.Phrases)
        {
            if (!reading.Take(phrase))
                return [];
        }
        var blocks = reading.Finish();
        if (blocks.Count > 0)
            _last = reading.Last;
        return blocks;
    }

    /// <summary>The words that open the list which the sentence stands in; null where they refuse, limit or give by themselves.</summary>
    private static string? LeadOf(SentenceReading sentence)
    {
        var lead = sentence.Article.Lead.Length > 0 ? sentence.Article.Lead
            : sentence.Sentence.Lead.Contains('：') || sentence.Sentence.Lead.Contains(':')
                ? sentence.Sentence.Lead[..(sentence.Sentence.Lead.LastIndexOfAny(['：', ':']) + 1)]
            : "";
        return lead.Length == 0 ? "" : ClosedLead().IsMatch(lead) || UndecidedClause.HasMoney(FigureMask.Of(lead)) ? null : lead;
    }

    [GeneratedRegex("不予|不得|不再|取消|追回|材料|程序|职责|申报条件|除外|任一|之一|按比例|加分|扣", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedLead();

    // What is refused or paid besides: it says nothing of whether this is given.
    [GeneratedRegex("缴纳[^，。；]{0,16}?(?:保险|社保|公积金|税)[费金款]?|，[^，]*(?:不再|不得|不予)(?:重复|对外|转让|转租|改变|再次)[^，"
        + "]*|，已享受[^，]*不[再予][^，]*|，[^，]*(?:晋级|晋升|升级|提升)[^，]*差额[^，]*"
        + "|享受[^，]{0,20}不得[^，]*|(?<=\\d%?)以?上[^，]{0,8}股权投资", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    // Words with which a sentence says more than its phrases: what is given is cut, shared, put off, added up.
    [GeneratedRegex("减半|[加双翻]倍|翻番|[分共]担|各承担|差额|补差|补足|上浮|下浮|下调|参照|比照|左右|同比例|两级"
        + "|抵扣|不足部分|每超过|分阶段|第[一二三四五六七八九十0-9]+[条款项]|递减|(?<!每增加[^，。；]{1,14})递增"
        + "|另有规定|合计给予|至少|最低(?!生活|工资)", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();
}
