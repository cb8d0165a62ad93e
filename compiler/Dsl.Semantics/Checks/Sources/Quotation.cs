// A quotation of an 依据 line, cut where …… leaves something out.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks.Sources;

/// <summary>A quotation.</summary>
public sealed partial class Quotation
{
    /// <summary>Reads a quotation token with its brackets.</summary>
    public Quotation(SyntaxToken token)
    {
        Token = token;
        Pieces = Cut(token.Text, token.Span.Start);
    }

    /// <summary>The tokens of all quotations of a block, in order.</summary>
    public static IEnumerable<SyntaxToken> TokensOf(BlockSyntax block) =>
        block.Lines.OfType<QuoteLine>().SelectMany(static line => line.Quotes);

    public SyntaxToken Token { get; }

    /// <summary>The pieces between the gaps, with places in the .policy file; none is empty.</summary>
    public ImmutableArray<ComparableText> Pieces { get; }

    /// <summary>The place inside the brackets.</summary>
    public TextSpan Inside
    {
        get
        {
            var (start, end) = Brackets(Token.Text);
            return TextSpan.FromBounds(Token.Span.Start + start, Token.Span.Start + end);
        }
    }

    [GeneratedRegex("…+|\\.{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    private static ImmutableArray<ComparableText> Cut(string text, int offset)
    {
        var (start, end) = Brackets(text);
        var pieces = ImmutableArray.CreateBuilder<ComparableText>();
        foreach (var gap in Gap().Matches(text[..end]).Select(static match => (match.Index, End: match.Index + match.Length))
            .Append((Index: end, End: end)))
        {
            var piece = new ComparableText(text[start..gap.Index], offset + start);
            if (piece.Text.Length > 0)
                pieces.Add(piece);
            start = gap.End;
        }
        return pieces.ToImmutable();
    }

    private static (int Start, int End) Brackets(string text) =>
        (text.StartsWith('「') ? 1 : 0, text.EndsWith('」') ? text.Length - 1 : text.Length);
}
