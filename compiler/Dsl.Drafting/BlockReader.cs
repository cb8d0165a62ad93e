// Drafts the blocks of an article, sentence by sentence; words that no block quotes become a comment in place.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Phrasing;
using Dsl.Drafting.Shapes;
using Dsl.Drafting.Structure;
using Dsl.Drafting.Whole;

namespace Dsl.Drafting;

/// <summary>Drafts the blocks of articles.</summary>
/// <param name="details">Names of 明细 of the whole document.</param>
internal sealed partial class BlockReader(DetailNames details)
{
    /// <summary>What a later sentence adds to the award of an earlier one, by the number of the article.</summary>
    private readonly Dictionary<string, List<(string Place, string Text)>> _limits = new(StringComparer.Ordinal);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private readonly WrittenWords _written = new();

    private readonly PhraseClauses _phrases = new();

    /// <summary>The sentences that were written into the award before them.</summary>
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);

    /// <summary>The blocks of an article in the order of its words.</summary>
    public ImmutableArray<DraftBlock> Read(Article article)
    {
        var blocks = new List<DraftBlock>();
        if (article.HeadingLine.Length > 0)
        {
            blocks.Add(DraftBlock.Remark("标题", article.HeadingLine));
            _written.Add(article.HeadingLine);
        }
        var lead = article.Lead;
        foreach (var paragraph in article.Paragraphs)
        {
            var drafted = article.IsPreamble
                ? []
                : Drafted(article, Departments.Without(paragraph), lead);
            blocks.AddRange(InOrder(paragraph, drafted, article.IsPreamble));
            if (paragraph.EndsWith('：') || paragraph.EndsWith(':'))
                lead = paragraph;
        }
        return blocks.Exists(static block => !block.IsRemark) || article.IsPreamble
            ? [.. blocks]
            : Explained(article, blocks);
    }

    /// <summary>The blocks with notes where another sentence of the same article limits what they give.</summary>
    public DraftBlock Limited(Article article, DraftBlock block)
    {
        if (!block.IsWhole || !_limits.TryGetValue(article.Number, out var limits))
            return block;
        string[] own = [.. block.Quote, .. block.Further];
        var others = limits.Where(limit => !own.Any(words => words.Contains(limit.Text, StringComparison.Ordinal)))
            .Where(limit => article.Place.StartsWith(limit.Place, StringComparison.Ordinal)
                || Reaching().IsMatch(limit.Text)).Take(3).ToList();
        return others.Count == 0
            ? block
            : block with { Notes =
                [.. block.Notes,
                    .. others.Select(static other => $"同一条里的「{Names.Words(other.Text, 60)}」也管着这一款，还没有写进来")] };
    }

    /// <summary>The blocks of a paragraph; a sentence that only limits the award before it is written into that.</summary>
    private List<DraftBlock> Drafted(Article article, string paragraph, string lead)
    {
        var blocks = new List<DraftBlock>();
        foreach (var sentence in Sentences.Of(paragraph, lead))
        {
            if (blocks is [.., { Limit: { } limit }] && blocks.Count(static block => block.IsWhole) == 1 && !_seen.Contains(sentence.Text)
                && limit(sentence.Text) is { } limited)
            {
                _seen.Add(sentence.Text);
                _folded.Add(WrittenWords.Of(sentence.Text));
                blocks[^1] = limited;
                continue;
            }
            blocks.AddRange(Drafted(article, sentence));
        }
        return blocks.ConvertAll(block => DistinctFacts.In(details, block));
    }

    private IEnumerable<DraftBlock> Drafted(Article article, Sentence sentence)
    {
        if (Definition().IsMatch(sentence.Text) && !UndecidedClause.HasMoney(FigureMask.Of(sentence.Text)) && _seen.Add(sentence.Text))
            return Read(new SentenceReading(article, sentence, details));
        if (Notice().IsMatch(sentence.Text) || sentence.Text.Length > Sentences.Longest || !_seen.Add(sentence.Text))
            return [];
        var drafted = Read(new SentenceReading(article, sentence, details)).ToList();
        var isWhole = drafted.Exists(static block => block.IsWhole);
        if (GoesOn(sentence, drafted) && (!isWhole || drafted.TrueForAll(static block => block.Thresholds.Length == 0))
            || !isWhole && (StartsAnew(sentence) ? PointsBack() : Limits()).IsMatch(sentence.Text))
        {
            if (!_limits.TryGetValue(article.Number, out var limits))
                _limits[article.Number] = limits = [];
            limits.Add((article.Place, sentence.Text));
        }
        return drafted;
    }

    private static bool StartsAnew(Sentence sentence) =>
        sentence.Text.StartsWith('对') || sentence.Text.Contains("，对", StringComparison.Ordinal);

    /// <summary>Whether it is a further case of the sentence before the semicolon: …奖励1500万元；大型的，奖励500万元.</summary>
    private static bool GoesOn(Sentence sentence, List<DraftBlock> drafted) =>
        sentence.IsPart && !sentence.Text.StartsWith('对') && drafted.Exists(static block => block.Kind == "条款")
        && UndecidedClause.HasMoney(FigureMask.Of(sentence.Text));

    private IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (OverAll().IsMatch(sentence.Text))
            return [UndecidedClause.Make(sentence, FigureMask.Of(sentence.Text))];
        var phrased = _phrases.Read(sentence);
        if (Wholes(sentence) is { Count: > 0 } whole)
            return whole.Count == phrased.Count
                ? whole.Zip(phrased, static (one, same) => one with { Limit = same.Limit, Thresholds = same.Thresholds }).ToList()
                : whole;
        if (phrased.Count > 0)
            return phrased;
        var mask = FigureMask.Of(sentence.Text);
        if (UndecidedClause.Gives(mask))
            return [UndecidedClause.Make(sentence, mask)];
        var blocks = ShapeTable.Figures.SelectMany(shape => shape.Read(sentence)).ToList();
        if (!UndecidedClause.HasMoney(mask))
        {
            // After a target a sentence may continue with a benefit: …公寓，并在全职工作满3年后，可享受….
            if (blocks.TrueForAll(static block => block.Kind != "条款")
                && (blocks.Count == 0 || sentence.Open.Any(static figure => figure.Role == FigureRole.Threshold)))
                blocks.AddRange(First(ShapeTable.Words, sentence));
            return blocks;
        }
        // Words around an amount that no shape recognised do not determine its use.
        if (blocks.Count == 0)
            blocks = First(ShapeTable.Rules, sentence);
        return blocks.Count == 0 || sentence.Open.Any(static figure => figure.IsMoney)
            ? [.. blocks, UndecidedClause.Make(sentence, mask)]
            : blocks;
    }

    private static List<DraftBlock> First(ImmutableArray<ISentenceShape> shapes, SentenceReading sentence) =>
        shapes.Select(shape => shape.Read(sentence).ToList()).FirstOrDefault(static read => read.Count > 0) ?? [];

    /// <summary>The clause of a sentence, or of each of its parts that begins with 对, where all of them are accounted for.</summary>
    private static List<DraftBlock> Wholes(SentenceReading sentence)
    {
        if (WholeClause.Read(sentence) is { } whole)
            return [whole];
        var parts = NextSubject().Split(sentence.Text);
        if (parts.Length < 2)
            return [];
        var blocks =
            parts.Select(part =>
                WholeClause.Read(new SentenceReading(sentence.Article, sentence.Sentence with { Text = part }, sentence.Details)))
                .OfType<DraftBlock>().ToList();
        return blocks.Count == parts.Length ? blocks : [];
    }

    /// <summary>
    /// Blocks, each after comments with the sentences that it quotes only in part and those that nothing was drafted from.
    /// </summary>
    private IEnumerable<DraftBlock> InOrder(string paragraph, List<DraftBlock> drafted, bool isPreamble)
    {
        var open = drafted.ToList();
        foreach (var unit in Sentences.Units(paragraph))
        {
            if (_folded.Contains(WrittenWords.Of(unit)))
                continue;
            var from = open.Where(block => block.Quote.Any(piece => WrittenWords.Contains(unit, piece))).ToList();
            var isQuoted = from.Exists(block => block.Quote.Any(piece => WrittenWords.Contains(piece, unit)));
            if (!isQuoted && !_written.Has(unit))
                yield return DraftBlock.Remark(
                    from.Count > 0 || isPreamble && !UndecidedClause.HasMoney(FigureMask.Of(unit)) || Departments.IsNote(unit)
                        ? "原文"
                        : "未起草",
                    unit);
            else if (from.Count == 0 && FigureMask.Of(unit) is var mask && UndecidedClause.HasMoney(mask))
                yield return DraftBlock.Remark("未起草", unit);
            _written.Add(unit);
            foreach (var block in from)
                yield return block;
            open.RemoveAll(from.Contains);
        }
        foreach (var block in open)
            yield return block;
    }

    /// <summary>An article that promises nothing: one 说明 that quotes its sentences.</summary>
    private static ImmutableArray<DraftBlock> Explained(Article article, List<DraftBlock> remarks)
    {
        var left = remarks.Where(static remark => remark.Kind == "未起草").Select(static remark => remark.Title).ToList();
        if (left.Count == 0)
            return [.. remarks];
        var isForce = left.Count == 1 && Force().IsMatch(left[0]);
        var block = new DraftBlock
        {
            Kind = "条款",
            Title = isForce ? "施行日期" : Names.Title(article.Heading, Names.Title(left[0], "说明")),
            Quote = [left[0]],
            Further = [.. left.Skip(1)],
            Lines = [new("说明", isForce ? "由首部的「施行日期」「失效日期」执行。" : Reason(article, left[0]))],
        };
        return [.. remarks.Where(static remark => remark.Kind == "标题"), block, .. remarks.Where(static remark => remark.Kind == "原文")];
    }

    private static string Reason(Article article, string sentence)
    {
        if (article.Chapter.Contains("保障", StringComparison.Ordinal) || article.Chapter.Contains("组织", StringComparison.Ordinal))
            return "组织实施的要求，对申报主体没有可计算的内容。";
        if (sentence.Contains("负责", StringComparison.Ordinal) || sentence.Contains("解释", StringComparison.Ordinal))
            return "职责分工，没有可计算的内容。";
        return Encouraging().IsMatch(sentence + article.Heading)
            ? "鼓励性、倡导性条文，没有标准、对象和金额，没有可计算的内容。"
            : "原文没有标准和金额，没有可计算的内容。";
    }

    // The words of the notice around the policy; damaged copies repeat them anywhere.
    [GeneratedRegex("现(?:将[^。]{0,60})?印发(?:给)?你们|此件公开发布|^文件下载|^发布日期", RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    // 同一企业每年享受本办法扶持资金合计不超过1000万元: it limits what other clauses give.
    [GeneratedRegex("^(?:同一|单个|单家|每家|每户|每个)[^，。；]{0,24}?(?:本(?:办法|细则|措施|政策|意见|规定|通知|实施)|各项|所有|全年|当"
        + "年|年度)[^，。；]{0,30}?"
        + "(?:合计|总额|累计|总计|总量)[^，。；]{0,12}(?:不超过|最高|不高于|上限|控制在)", RegexOptions.CultureInvariant)]
    private static partial Regex OverAll();

    [GeneratedRegex("[，,](?=对于?[^，,。；]{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex NextSubject();

    [GeneratedRegex("(?:所称|所指|中的?).{0,30}是指|口径", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    // Words that reduce an award, or say when and to whom it is not given.
    [GeneratedRegex(
        "上述|以上(?:各项|奖励|补贴|政策|资金|条款|补助|扶持)|前款|前述|该项?(?:奖励|补贴|资金|政策|补助)|本条|本款|下列|如下|以下(?:标准"
        + "|方式|条件|档次|情形|规定|办法)|同一|单个|单户|每家|每户|累计|总额|合计|不超过|最高|封顶|减半|分[期年两三二]|逐年|递减|比例"
        + "|不重复|不再|不得|不予|除外|另行|再给予|仅限?|之一|不少于|不低于|未|的部分|超出|其余|否则",
        RegexOptions.CultureInvariant)]
    private static partial Regex Limits();

    [GeneratedRegex(
        "上述|以上(?:各项|奖励|补贴|政策|资金|条款|补助|扶持)|前款|前述|该项?(?:奖励|补贴|资金|政策|补助)|本条|本款|下列|如下|以下(?:标准"
        + "|方式|条件|档次|情形|规定|办法)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();

    // What an item of a list says of the other items, too.
    [GeneratedRegex("上述|以上|前款|前述|本条|同一|累计|总额|合计|不重复|各项|所有", RegexOptions.CultureInvariant)]
    private static partial Regex Reaching();

    [GeneratedRegex("(?:自.{2,16}起|有效期.{0,12})(?:施行|实施|执行|有效)?", RegexOptions.CultureInvariant)]
    private static partial Regex Force();

    [GeneratedRegex("鼓励|支持|引导|加强|推动|推进|促进|探索|完善|健全|加快|加大|深化|建立|打造|优化|强化|积极|发挥",
        RegexOptions.CultureInvariant)]
    private static partial Regex Encouraging();
}
