// The blocks of an article, sentence by sentence; what promises nothing becomes one 说明 for the article.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Shapes;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting;

/// <summary>Drafts the blocks of articles.</summary>
/// <param name="details">Names of 明细 of the whole document.</param>
/// <param name="seen">Sentences that were drafted already: copies of texts repeat them.</param>
internal sealed partial class BlockReader(DetailNames details, HashSet<string> seen)
{
    /// <summary>The blocks of an article in the order of its words.</summary>
    public ImmutableArray<DraftBlock> Read(Article article)
    {
        var blocks = new List<DraftBlock>();
        var left = new List<string>();
        foreach (var sentence in article.Paragraphs.Select(Departments.Without).SelectMany(Sentences.Of))
        {
            if (Notice().IsMatch(sentence.Text) || !seen.Add(sentence.Text))
                continue;
            var drafted = sentence.Text.Length > Sentences.Longest ? [] : Read(new SentenceReading(article, sentence, details)).ToList();
            blocks.AddRange(drafted);
            if (drafted.Count == 0)
                left.Add(sentence.Text);
        }
        if (blocks.Count == 0 && left.Count > 0)
            blocks.Add(Explanation(article, left[0]));
        return [.. blocks];
    }

    private static IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        // What follows from an award some years later is told behind it.
        var before = ShapeTable.Before.SelectMany(shape => shape.Read(sentence)).ToList();
        foreach (var block in before.Where(static block => block.Kind != "条款"))
            yield return block;
        var awards = AwardSplitter.Split(sentence.Text, [.. sentence.Open]);
        var count = before.Count;
        foreach (var (index, award) in awards.Index())
        {
            var reading = new AwardReading(sentence, award, index, awards[0].Start);
            if (ShapeTable.Awards.Select(shape => shape.Read(reading)).FirstOrDefault(static form => form is not null) is not { } form)
                continue;
            count++;
            sentence.Claim(award.Figures);
            yield return ClauseMaker.Make(reading, form);
        }
        foreach (var block in before.Where(static block => block.Kind == "条款"))
            yield return block;
        // Behind a target or a fund a sentence may go on with what someone gets: …公寓，并在全职工作满3年后，可享受….
        var goesOn = awards.IsEmpty && sentence.Open.Any(static figure => figure.Role == FigureRole.Threshold);
        foreach (var shape in ShapeTable.After)
        {
            if (count > 0 && !goesOn)
                yield break;
            foreach (var block in shape.Read(sentence))
            {
                (count, goesOn) = (count + 1, false);
                yield return block;
            }
        }
    }

    private static DraftBlock Explanation(Article article, string sentence)
    {
        var title = Names.Title(article.Heading, Names.Title(sentence, "说明"));
        var isForce = Force().IsMatch(sentence);
        return new DraftBlock
        {
            Kind = "条款",
            Title = isForce ? "施行日期" : title,
            Quote = [sentence],
            Lines = [new("说明", isForce ? "由首部的「施行日期」「失效日期」执行。" : Reason(article, sentence))],
        };
    }

    private static string Reason(Article article, string sentence)
    {
        if (article.Chapter.Contains("保障", StringComparison.Ordinal) || article.Chapter.Contains("组织", StringComparison.Ordinal))
            return "组织实施的要求，对申报主体没有可计算的内容。";
        if (sentence.Contains("负责", StringComparison.Ordinal) || sentence.Contains("解释", StringComparison.Ordinal))
            return "职责分工，没有可计算的内容。";
        return Encouraging().IsMatch(sentence + article.Heading) ? "鼓励性、倡导性条文，没有标准、对象和金额，没有可计算的内容。" : "原文没有标准和金额，没有可计算的内容。";
    }

    // The words of the notice around the policy; damaged copies repeat them anywhere.
    [GeneratedRegex("现(?:将[^。]{0,60})?印发(?:给)?你们|此件公开发布|^文件下载|^发布日期", RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    [GeneratedRegex("(?:自.{2,16}起|有效期.{0,12})(?:施行|实施|执行|有效)?", RegexOptions.CultureInvariant)]
    private static partial Regex Force();

    [GeneratedRegex("鼓励|支持|引导|加强|推动|推进|促进|探索|完善|健全|加快|加大|深化|建立|打造|优化|强化|积极|发挥", RegexOptions.CultureInvariant)]
    private static partial Regex Encouraging();
}
