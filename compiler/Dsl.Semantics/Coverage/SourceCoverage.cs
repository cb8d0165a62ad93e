// What of a document the policy file quotes: sentence by sentence, figure by figure.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Coverage;

/// <summary>What a part of a document is.</summary>
public enum SourceRole
{
    /// <summary>正文: says something; a policy file quotes it or leaves it out knowingly.</summary>
    Sentence,

    /// <summary>标题: a heading, the title, who is addressed, a signature.</summary>
    Heading,

    /// <summary>责任单位: （牵头单位：…；责任单位：…）, which 牵头 and 责任 lines take over.</summary>
    Departments,
}

/// <summary>How much of a sentence is quoted.</summary>
public enum QuotedShare
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Some of it.</summary>
    Part,

    /// <summary>All but punctuation and the number in the document.</summary>
    Whole,
}

/// <summary>What became of a figure of a document.</summary>
public enum FigureUse
{
    /// <summary>No 依据 holds it.</summary>
    NotQuoted,

    /// <summary>An 依据 holds it, and no line of its block says it (a 说明).</summary>
    Quoted,

    /// <summary>An 依据 holds it and its block computes with it.</summary>
    Used,
}

/// <summary>A span of a document that a block quotes.</summary>
/// <param name="Span">Where it stands in the document.</param>
/// <param name="Block">The block, of the .policy file.</param>
public sealed record QuotedSpan(TextSpan Span, BlockSyntax Block);

/// <summary>A sentence, heading or list of departments of a document.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Role">What it is.</param>
/// <param name="Share">How much of it is quoted.</param>
/// <param name="Blocks">The blocks that quote from it, in the order of the .policy file.</param>
public sealed record SourcePart(TextSpan Span, SourceRole Role, QuotedShare Share, ImmutableArray<BlockSyntax> Blocks);

/// <summary>A figure of a sentence of a document.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Use">What became of it.</param>
public sealed record SourceFigure(TextSpan Span, FigureUse Use);

/// <summary>What of a document a policy file quotes.</summary>
/// <param name="Source">The document.</param>
/// <param name="Quoted">Every span that is quoted, by place; spans of different blocks may overlap.</param>
/// <param name="Parts">All parts of the document in their order.</param>
/// <param name="Figures">The figures of the sentences in their order.</param>
public sealed record SourceCoverage(
    BoundPolicy Policy, SourceText Source, ImmutableArray<QuotedSpan> Quoted, ImmutableArray<SourcePart> Parts,
    ImmutableArray<SourceFigure> Figures)
{
    /// <summary>The sentences: what can be quoted.</summary>
    public IEnumerable<SourcePart> Sentences => Parts.Where(static part => part.Role == SourceRole.Sentence);

    /// <summary>Compares a policy with its document.</summary>
    /// <param name="source">Its document.</param>
    /// <param name="parameters">All 参数 of the set: a figure may be the value of one.</param>
    public static SourceCoverage Of(BoundPolicy policy, SourceText source, IEnumerable<ParameterSymbol> parameters)
    {
        var document = new OfficialDocument(source);
        var byName = parameters.ToLookup(static parameter => parameter.Name, StringComparer.Ordinal);
        var blocks = CitedBlock.Of(policy, name => byName[name].FirstOrDefault()).ToList();
        var quoted = blocks
            .SelectMany(block => Quotation.TokensOf(block.Syntax)
                .SelectMany(quote => document.FindPieces(new Quotation(quote))).Select(span => new QuotedSpan(span, block.Syntax)))
            .OrderBy(static quote => quote.Span.Start).ThenBy(static quote => quote.Span.Length)
            .ToImmutableArray();
        var (isQuoted, isUsed) = (new bool[source.Content.Length], new bool[source.Content.Length]);
        foreach (var (span, _) in quoted)
            isQuoted.AsSpan(span.Start, span.Length).Fill(true);
        foreach (var figure in blocks.SelectMany(static block => block.Used))
        {
            foreach (var span in document.FindPieces(new Quotation(figure.Quote)))
                MarkUsed(source, span, figure, isUsed);
        }
        var parts = SourceParts.Of(source).Select(part => Measure(source, part.Span, part.Role, isQuoted, quoted)).ToImmutableArray();
        return new(policy, source, quoted, parts,
            [.. parts.Where(static part => part.Role == SourceRole.Sentence)
                .SelectMany(part => FiguresOf(source, part, isQuoted, isUsed))]);
    }

    /// <summary>Marks the places of a span at which the figure stands.</summary>
    private static void MarkUsed(SourceText source, TextSpan span, QuotedFigure used, bool[] isUsed)
    {
        var text = new ComparableText(source[span], span.Start);
        if (text.Text != used.Piece.Text)
            return;
        isUsed[text.Positions[used.Figure.Start]] = true;
    }

    private static SourcePart Measure(SourceText source, TextSpan span, SourceRole role, bool[] isQuoted,
        ImmutableArray<QuotedSpan> quotes)
    {
        var (quoted, left) = (0, 0);
        for (var i = span.Start + SourceParts.NumberLength(source.Content.AsSpan(span.Start, span.Length)); i < span.End; i++)
        {
            if (char.IsWhiteSpace(source.Content[i]) || char.IsPunctuation(source.Content[i]))
                continue;
            (quoted, left) = isQuoted[i] ? (quoted + 1, left) : (quoted, left + 1);
        }
        var blocks = quotes.Where(quote => quote.Span.Start < span.End && quote.Span.End > span.Start)
            .Select(static quote => quote.Block).Distinct().OrderBy(static block => block.Span.Start).ToImmutableArray();
        return new(span, role, quoted == 0 ? QuotedShare.None : left == 0 ? QuotedShare.Whole : QuotedShare.Part, blocks);
    }

    private static IEnumerable<SourceFigure> FiguresOf(SourceText source, SourcePart part, bool[] isQuoted, bool[] isUsed)
    {
        var text = new ComparableText(source[part.Span], part.Span.Start);
        foreach (var figure in OfficialFigures.Read(text.Text).Where(static figure => !figure.IsBare))
        {
            var (start, end) = (text.Positions[figure.Start], text.Positions[figure.End - 1] + 1);
            yield return new(TextSpan.FromBounds(start, end),
                isUsed[start] ? FigureUse.Used : isQuoted[start] ? FigureUse.Quoted : FigureUse.NotQuoted);
        }
    }
}
