// A draft beside a finished policy: for each figure of a block, whether the draft quotes it under the same article and uses it for the
// same thing.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Drafting.DraftEvaluation;

/// <summary>What became of a figure of a finished policy in its draft.</summary>
public enum FigureOutcome
{
    /// <summary>A block of the same article uses it for the same thing.</summary>
    Same,

    /// <summary>The draft quotes it and leaves the decision to the user.</summary>
    Undecided,

    /// <summary>A block of the same article uses it for something else.</summary>
    OtherUse,

    /// <summary>No block of the same article uses it or leaves it open.</summary>
    Missed,
}

/// <summary>A figure of a finished policy.</summary>
/// <param name="Kind">The kind of block that has it, such as 条款.</param>
/// <param name="Number">The number of the block.</param>
/// <param name="Place">条.</param>
/// <param name="Written">The figure as the finished policy writes it.</param>
/// <param name="Use">Its use there.</param>
/// <param name="Outcome">Its outcome in the draft.</param>
public sealed record ComparedFigure(string Kind, string Number, string Place, string Written, FigurePurpose Use, FigureOutcome Outcome);

/// <summary>A draft beside a finished policy.</summary>
/// <param name="Figures">The figures of the finished policy's blocks, 0 and 1 and the places of 四舍五入 aside.</param>
public sealed record DraftComparison(ImmutableArray<ComparedFigure> Figures)
{
    /// <summary>How many figures had an outcome.</summary>
    public int Count(FigureOutcome outcome) => Figures.Count(figure => figure.Outcome == outcome);

    /// <summary>
    /// The share of figures that had an outcome, in whole per cent, rounded down;
    /// 100 for <see cref="FigureOutcome.Same"/> where there are no figures.
    /// </summary>
    public int Percent(FigureOutcome outcome) =>
        Figures.IsEmpty ? outcome == FigureOutcome.Same ? 100 : 0 : Count(outcome) * 100 / Figures.Length;

    /// <summary>The name of a use, for users.</summary>
    public static string NameOf(FigurePurpose use) => FigurePurposes.NameOf(use);

    /// <summary>Compares.</summary>
    /// <param name="finished">The finished policy.</param>
    public static DraftComparison Of(Draft draft, SyntaxTree finished)
    {
        var drafted = BlocksOf(SyntaxTree.Parse(new SourceText("draft.policy", draft.Policy)))
            .ToLookup(static block => block.Place, StringComparer.Ordinal);
        var figures = ImmutableArray.CreateBuilder<ComparedFigure>();
        foreach (var block in BlocksOf(finished))
        {
            foreach (var (written, figure, use) in block.Written)
                figures.Add(new(block.Kind, block.Number, block.Place, written, use, OutcomeOf([.. drafted[block.Place]], figure, use)));
        }
        return new DraftComparison(figures.ToImmutable());
    }

    private static FigureOutcome OutcomeOf(List<Block> drafted, OfficialFigure figure, FigurePurpose use)
    {
        var quoting = drafted.FindAll(block => block.Quoted.Any(quoted => FigureMatching.Same(quoted, figure)));
        var uses = quoting.SelectMany(static block => block.Written).Where(pair => FigureMatching.Same(pair.Figure, figure))
            .Select(static pair => pair.Use).ToList();
        return uses.Contains(use) ? FigureOutcome.Same
            : quoting.Exists(static block => block.IsUndecided) ? FigureOutcome.Undecided
            : uses.Count > 0 ? FigureOutcome.OtherUse
            : FigureOutcome.Missed;
    }

    private static IEnumerable<Block> BlocksOf(SyntaxTree tree) =>
        tree.Root.Blocks.OfType<NumberedBlock>().Select(block => Read(block, tree.Source));

    private static Block Read(NumberedBlock block, SourceText source)
    {
        var quoted = block.Lines.OfType<QuoteLine>().SelectMany(static line => line.Quotes)
            .SelectMany(static quote => new Quotation(quote).Pieces).SelectMany(static piece => OfficialFigures.Read(piece.Text));
        var written =
            block.Lines.Where(static line =>
                line is ExpressionLine or LetLine or AwardLine or FrequencyLine or ShareLine or IndicatorLine or TargetValueLine)
                .SelectMany(FigurePurposes.Of);
        var place = block.LinesOf<TextLine>("条").Select(static line => line.Text.Text).FirstOrDefault() ?? "";
        return new Block(
            block.Keyword?.Value ?? "", block.Number.Text,
            string.Concat(WidthFolding.Fold(place).Where(static character => !char.IsWhiteSpace(character))),
            [.. quoted], [.. written], source[block.Span].Contains("// 待定：", StringComparison.Ordinal));
    }

    private sealed record Block(
        string Kind, string Number, string Place, ImmutableArray<OfficialFigure> Quoted,
        ImmutableArray<(string Text, OfficialFigure Figure, FigurePurpose Use)> Written, bool IsUndecided);
}
