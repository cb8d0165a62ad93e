// Where a quotation first departs from the document, found by the longest span that the two share.
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Sources;

/// <summary>A quotation that almost stands in the document.</summary>
/// <param name="Place">Where it departs, in the .policy file.</param>
/// <param name="Quoted">What it says from there on.</param>
/// <param name="Official">What the document says there.</param>
/// <param name="Whole">The place of the whole piece in the .policy file.</param>
/// <param name="Replacement">What the document says instead of the whole piece; null where its end was not found.</param>
public sealed record NearMiss(TextSpan Place, string Quoted, string Official, TextSpan Whole, string? Replacement)
{
    /// <summary>Less in common than this is chance.</summary>
    private const int LeastCommon = 4;

    /// <summary>How much of either text is shown.</summary>
    private const int Shown = 12;

    /// <summary>How much of a piece after the place where it departs is compared in search of its end.</summary>
    private const int LongestTail = 500;

    /// <summary>Compares a piece with the span of the document that shares its longest beginning, else its longest end.</summary>
    internal static NearMiss? Of(ComparableText piece, ComparableText document, string content)
    {
        var (common, start) = LongestBeginning(piece.Text, document.Text);
        if (common < LeastCommon)
            return OfEnd(piece, document, content);
        var tail = Tail(piece, common, document, start + common);
        return new NearMiss(
            new TextSpan(piece.Positions[common], 1),
            Cut(piece.Text, common, piece.Text.Length),
            Cut(document.Text, start + common, document.Text.Length),
            WholeOf(piece),
            tail is { } end ? Slice(document, content, start, end) : null);
    }

    private static NearMiss? OfEnd(ComparableText piece, ComparableText document, string content)
    {
        var (common, end) = LongestEnd(piece.Text, document.Text);
        if (common < LeastCommon)
            return null;
        var quotedEnd = piece.Text.Length - common;
        var start = Math.Max(0, end - common - quotedEnd);
        return new NearMiss(
            TextSpan.FromBounds(piece.Positions[0], piece.Positions[quotedEnd - 1] + 1),
            Cut(piece.Text, Math.Max(0, quotedEnd - Shown), quotedEnd),
            Cut(document.Text, Math.Max(start, end - common - Shown), end - common),
            WholeOf(piece),
            null);
    }

    /// <summary>The end in the document of a span that closes like the piece does; null where there is none nearby.</summary>
    private static int? Tail(ComparableText piece, int common, ComparableText document, int from)
    {
        var rest = piece.Text.Length - common;
        if (rest > LongestTail)
            return null;
        var window = document.Text.Substring(from, Math.Min(document.Text.Length - from, rest * 3 / 2 + 20));
        for (var length = rest - 1; length >= Math.Min(LeastCommon, rest - 1) && length > 0; length--)
        {
            if (window.IndexOf(piece.Text[^length..], StringComparison.Ordinal) is var found and >= 0)
                return from + found + length;
        }
        return null;
    }

    private static (int Length, int Start) LongestBeginning(string piece, string document)
    {
        var (length, start) = (0, -1);
        for (var at = document.IndexOf(piece[0], StringComparison.Ordinal); at >= 0; at = document.IndexOf(piece[0], at + 1))
        {
            var common = piece.AsSpan().CommonPrefixLength(document.AsSpan(at));
            if (common > length)
                (length, start) = (common, at);
        }
        return (length, start);
    }

    private static (int Length, int End) LongestEnd(string piece, string document)
    {
        var (length, end) = (0, -1);
        for (var at = document.IndexOf(piece[^1], StringComparison.Ordinal); at >= 0; at = document.IndexOf(piece[^1], at + 1))
        {
            var common = 0;
            while (common < piece.Length && common <= at && piece[^(common + 1)] == document[at - common])
                common++;
            if (common > length)
                (length, end) = (common, at + 1);
        }
        return (length, end);
    }

    private static TextSpan WholeOf(ComparableText piece) => TextSpan.FromBounds(piece.Positions[0], piece.Positions[^1] + 1);

    private static string Cut(string text, int start, int end) => text[start..Math.Min(end, start + Shown)];

    /// <summary>The document's own characters of a span, without line breaks.</summary>
    private static string Slice(ComparableText document, string content, int start, int end) =>
        content[document.Positions[start]..(document.Positions[end - 1] + 1)].ReplaceLineEndings("");
}
