// From an official text to a first .policy that compiles: read, draft, write, check, and reduce what the check refuses.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Cleaning;
using Dsl.Drafting.Phrasing;
using Dsl.Drafting.Shapes;
using Dsl.Drafting.Structure;
using Dsl.Drafting.Writing;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;

namespace Dsl.Drafting;

/// <summary>Drafts policies. Pure: the same text gives the same draft.</summary>
public static class Drafter
{
    /// <summary>No document has more clauses; what a longer text holds is left out and counted.</summary>
    private const int MostBlocks = 2000;

    /// <summary>A text with fewer Chinese characters is no document.</summary>
    private const int FewestCharacters = 20;

    /// <summary>How often what does not compile is reduced before the rest is given up.</summary>
    private const int MostRounds = 5;

    private const string PolicyPath = "draft.policy";

    /// <summary>Drafts a policy.</summary>
    /// <param name="text">The official text as obtained.</param>
    /// <param name="options">Where the files will lie.</param>
    /// <returns>The draft; null where the text is no official document (no parts with numbers, no number of a document,
    /// no promise).</returns>
    public static Draft? Draft(string text, DraftOptions options)
    {
        var source = SourceCleaner.Clean(text);
        if (!IsDocument(source))
            return null;
        var head = HeadReader.Read(source.Paragraphs);
        var (blocks, leftOut) = Blocks(source);
        string[] competitions = [.. CompetitionShape.In(source.Content)];
        if (!blocks.Exists(static block => !block.Block.IsRemark) || !IsPolicy(source, head, blocks))
            return null;
        if (competitions.Length > 0)
            head = head with { Doubts = [.. head.Doubts, "竞合的范围（本区其他政策、本政策内、以往政策）以原文为准"] };
        var (written, final) = Reduce(new PolicyText(source, head, options, competitions), blocks);
        return new Draft(
            Format(written.Policy), written.Schema.Length > 0 ? Format(written.Schema) : "", source, head,
            [.. final.Where(static block => block.Extent != Extent.Nothing && !block.Block.IsRemark).Select(Told)],
            [.. final.Where(static block => block.Extent == Extent.Nothing || block.Block.Kind == "未起草")
                .Select(static block =>
                    new UndraftedSentence(block.Article.Place, string.Concat(block.Block.Quote.AddRange(block.Block.Further))))],
            leftOut)
        {
            Sentences = DraftReport.Of(final),
        };
    }

    private static bool IsDocument(CleanedText source) =>
        source.Paragraphs.Sum(static paragraph => paragraph.Count(static character => character is >= '\u4e00' and <= '\u9fff'))
        >= FewestCharacters;

    private static bool IsPolicy(CleanedText source, DocumentHead head, List<PlacedBlock> blocks) =>
        head.Number is not null || source.Paragraphs.Any(static paragraph => Markers.Read(paragraph) is not null)
        || blocks.Exists(static block => !block.Block.IsRemark && block.Block.Lines.Any(static line => line.Keyword is not "说明"));

    private static (List<PlacedBlock> Blocks, int LeftOut) Blocks(CleanedText source)
    {
        var reader = new BlockReader(new DetailNames());
        var (blocks, counts, leftOut, scoped) = (new List<PlacedBlock>(), new Dictionary<string, int>(StringComparer.Ordinal), 0, false);
        foreach (var article in OutlineReader.Read(source.Paragraphs))
        {
            if (blocks.Count >= MostBlocks)
            {
                leftOut++;
                blocks.AddRange(article.Paragraphs.Prepend(article.HeadingLine).Where(static words => words.Length > 0)
                    .Select(words => new PlacedBlock("", article, Departments.None, DraftBlock.Remark("未起草", words))));
                continue;
            }
            var departments = Departments.In(article.Paragraphs);
            foreach (var block in reader.Read(article))
            {
                if (block.IsRemark)
                {
                    blocks.Add(new PlacedBlock("", article, departments, block));
                    continue;
                }
                // Only one 范围 is allowed; a second one would be a second definition.
                var extent = block.Kind == "范围" && scoped ? Extent.Explained : Extent.Whole;
                scoped |= block.Kind == "范围";
                var count = counts[article.Number] = counts.GetValueOrDefault(article.Number) + 1;
                blocks.Add(new PlacedBlock($"{article.Number}.{count}", article, departments, block, extent));
            }
        }
        // Lines that cleaning took for a page header or footer may be words of the document.
        if (blocks.Count > 0)
            blocks.AddRange(source.Removals.Where(static removal => removal.Reason == "页眉页脚").Select(static removal => removal.Text)
                .Distinct(StringComparer.Ordinal)
                .Select(text =>
                    new PlacedBlock("", blocks[0].Article, Departments.None, DraftBlock.Remark("原文", $"（页眉页脚）{text}"))));
        return ([.. Stepped(blocks).Select(block => Finished(block, counts, reader))], leftOut);
    }

    /// <summary>The steps of one figure within an article, each with its end.</summary>
    private static List<PlacedBlock> Stepped(List<PlacedBlock> blocks)
    {
        List<PlacedBlock> stepped = [.. blocks];
        foreach (var article in blocks.Index().Where(static pair => !pair.Item.Block.IsRemark)
            .GroupBy(static pair => pair.Item.Article.Number, StringComparer.Ordinal))
        {
            var bounded = TierSeries.Bounded([.. article.Select(static pair => pair.Item.Block)]);
            foreach (var ((index, block), own) in article.Zip(bounded))
                stepped[index] = block with { Block = own };
        }
        return stepped;
    }

    /// <summary>The only block of an article has its number alone; what other sentences say of an award is noted.</summary>
    private static PlacedBlock Finished(PlacedBlock block, Dictionary<string, int> counts, BlockReader reader) =>
        block.Block.IsRemark ? block
            : block with
            {
                Number = counts[block.Article.Number] == 1 ? block.Article.Number : block.Number,
                Block = reader.Limited(block.Article, block.Block)
            };

    /// <summary>Compiles, and reduces the blocks that errors lie in, until none is left.</summary>
    private static (WrittenDraft Written, List<PlacedBlock> Blocks) Reduce(PolicyText text, List<PlacedBlock> blocks)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var written = text.Write(blocks);
            var errors = text.Errors(written);
            if (errors.Count == 0)
                return (written, blocks);
            var wrong = errors
                .Select(finding => (Owner: finding.Source.Path == PolicyPath ? written.OwnerOf(finding.Span.Start) : null, finding.Message))
                .Where(static pair => pair.Owner is not null).GroupBy(static pair => pair.Owner ?? 0, static pair => pair.Message)
                .ToDictionary(static group => group.Key, static group => group.First());
            // An error in the head or in the data definitions: the block at fault is not known, so all blocks drop their facts.
            blocks = [.. blocks.Select((block, index) => !block.Block.IsRemark && wrong.Count == 0 || wrong.ContainsKey(index)
                ? block with { Extent = Less(block.Extent), Refusal = wrong.GetValueOrDefault(index, errors[0].Message) }
                : block)];
        }
        List<PlacedBlock> nothing =
            [.. blocks.Select(static block => block.Block.IsRemark ? block : block with { Extent = Extent.Nothing })];
        return (text.Write(nothing), nothing);
    }

    private static Extent Less(Extent extent) => extent == Extent.Whole ? Extent.Explained : Extent.Nothing;

    private static string Format(string text) => Formatter.Format(SyntaxTree.Parse(new SourceText(PolicyPath, text)));

    private static DraftedBlock Told(PlacedBlock numbered)
    {
        var isClause = numbered.Extent == Extent.Explained || numbered.Block.Kind == "条款";
        return new DraftedBlock(
            isClause ? "条款" : numbered.Block.Kind, numbered.Block.Kind == "范围" ? "" : numbered.Number, numbered.Article.Place,
            numbered.Block.Title,
            numbered.Extent == Extent.Explained ? [] : numbered.Block.Notes, isClause ? NatureOf(numbered) : numbered.Block.Kind);
    }

    private static string NatureOf(PlacedBlock numbered)
    {
        if (numbered.Extent == Extent.Explained)
            return "说明";
        var award = numbered.Block.Lines.FirstOrDefault(static line => line.Keyword == "奖补")?.Content;
        return award is null ? numbered.Block.Lines.Any(static line => line.Keyword == "享受") ? "享受" : "说明"
            : award.StartsWith("= 核定", StringComparison.Ordinal) ? "核定"
            : award.StartsWith("= 一事一议", StringComparison.Ordinal) ? "一事一议" : "公式";
    }

    /// <summary>The texts of a draft, to write and to compile.</summary>
    private sealed record PolicyText(CleanedText Source, DocumentHead Head, DraftOptions Options, IReadOnlyList<string> Competitions)
    {
        public WrittenDraft Write(List<PlacedBlock> blocks) => new PolicyWriter(Head, Options).Write(blocks, Competitions);

        public List<Diagnostic> Errors(WrittenDraft written)
        {
            List<SourceText> texts = [new SourceText(PolicyPath, written.Policy)];
            if (Options.SchemaPath is { } schema)
                texts.Add(new SourceText(schema, written.Schema));
            var compilation = Compilation.Create(texts, [new SourceText(Options.SourcePath, Source.Content)]);
            return [.. compilation.Diagnostics.Where(static finding => finding.Severity == Severity.Error)];
        }
    }
}
