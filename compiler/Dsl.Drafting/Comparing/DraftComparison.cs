// How much of a finished policy its draft had: for each figure of a block, whether the draft writes and quotes it under the same article.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Drafting.Comparing;

/// <summary>A draft beside a finished policy.</summary>
/// <param name="Figures">The figures of the finished policy's blocks, 0 and 1 and the places of 四舍五入 aside.</param>
/// <param name="Missed">Those that no drafted block of the same article writes and quotes.</param>
public sealed record DraftComparison(int Figures, ImmutableArray<MissedFigure> Missed)
{
    /// <summary>How many figures are in the right place.</summary>
    public int Placed => Figures - Missed.Length;

    /// <summary>The share of them in whole per cent, rounded down; 100 where there are no figures.</summary>
    public int Percent => Figures == 0 ? 100 : Placed * 100 / Figures;

    /// <summary>Compares.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="finished">The finished policy.</param>
    public static DraftComparison Of(Draft draft, SyntaxTree finished)
    {
        var drafted = BlocksOf(SyntaxTree.Parse(new SourceText("draft.policy", draft.Policy))).ToLookup(static block => block.Place, StringComparer.Ordinal);
        var (count, missed) = (0, ImmutableArray.CreateBuilder<MissedFigure>());
        foreach (var block in BlocksOf(finished))
        {
            foreach (var (written, figure) in block.Written)
            {
                count++;
                if (!drafted[block.Place].Any(other => other.Has(figure)))
                    missed.Add(new MissedFigure(block.Kind, block.Number, block.Place, written));
            }
        }
        return new DraftComparison(count, missed.ToImmutable());
    }

    private static IEnumerable<Block> BlocksOf(SyntaxTree tree) => tree.Root.Blocks.OfType<NumberedBlock>().Select(Read);

    private static Block Read(NumberedBlock block)
    {
        var quoted = block.Lines.OfType<QuoteLine>().SelectMany(static line => line.Quotes)
            .SelectMany(static quote => new Quotation(quote).Pieces).SelectMany(static piece => OfficialFigures.Read(piece.Text));
        var written = block.Lines.Where(static line => line is ExpressionLine or LetLine or AwardLine or FrequencyLine or ShareLine or IndicatorLine or TargetValueLine)
            .SelectMany(static line => line.Tokens)
            .Select(static token => (token.Text, Figure: ClauseFigure.Read(token)))
            .Where(static pair => pair.Figure is { } figure && !FigureMatching.IsTrivial(figure));
        var place = block.LinesOf("条").OfType<TextLine>().Select(static line => line.Text.Text).FirstOrDefault() ?? "";
        return new Block(
            block.Keyword?.Value ?? "", block.Number.Text, string.Concat(WidthFolding.Fold(place).Where(static character => !char.IsWhiteSpace(character))),
            [.. quoted], [.. written.Select(static pair => (pair.Text, pair.Figure ?? new(0, 0, FigureKind.Quantity, 0, "")))]);
    }

    private sealed record Block(string Kind, string Number, string Place, ImmutableArray<OfficialFigure> Quoted, ImmutableArray<(string Text, OfficialFigure Figure)> Written)
    {
        public bool Has(OfficialFigure figure) =>
            Written.Any(pair => FigureMatching.Same(pair.Figure, figure)) && Quoted.Any(quoted => FigureMatching.Same(quoted, figure));
    }
}

/// <summary>A figure of a finished policy that its draft did not have in the right place.</summary>
/// <param name="Kind">The kind of block that has it, such as 条款.</param>
/// <param name="Number">The number of the block.</param>
/// <param name="Place">条.</param>
/// <param name="Written">The figure as the finished policy writes it.</param>
public sealed record MissedFigure(string Kind, string Number, string Place, string Written);
