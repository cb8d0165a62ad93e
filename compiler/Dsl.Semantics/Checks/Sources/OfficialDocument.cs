// The text of a document, made comparable: white space and line breaks left out, punctuation in one width.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Sources;

/// <summary>A document that quotations are looked up in.</summary>
public sealed class OfficialDocument
{
    private static readonly ConditionalWeakTable<SourceText, OfficialDocument> Known = [];

    private readonly ComparableText _text;
    private readonly int[] _paragraphs;

    /// <summary>Prepares a document.</summary>
    public OfficialDocument(SourceText source)
    {
        Source = source;
        _text = new ComparableText(source.Content);
        _paragraphs = ParagraphNumbers(source.Content);
    }

    /// <summary>The document of a text, prepared once.</summary>
    public static OfficialDocument Of(SourceText source) => Known.GetValue(source, static source => new(source));

    /// <summary>The text as it is checked in.</summary>
    public SourceText Source { get; }

    /// <summary>Where a quotation stands word for word; null where it does not.</summary>
    public TextSpan? Find(Quotation quotation) =>
        FindPieces(quotation) is [var first, ..] pieces ? TextSpan.FromBounds(first.Start, pieces[^1].End) : null;

    /// <summary>Where each piece of a quotation stands, in their order within a paragraph; empty where one does not.</summary>
    public ImmutableArray<TextSpan> FindPieces(Quotation quotation)
    {
        var pieces = quotation.Pieces;
        if (pieces.IsEmpty)
            return [];
        var starts = new int[pieces.Length];
        for (var start = IndexOf(pieces[0], 0); start >= 0; start = IndexOf(pieces[0], start + 1))
        {
            starts[0] = start;
            var isFound = true;
            for (var i = 1; i < pieces.Length && isFound; i++)
            {
                var end = starts[i - 1] + pieces[i - 1].Text.Length;
                starts[i] = IndexOf(pieces[i], end);
                isFound = starts[i] >= 0 && ParagraphAt(end - 1) == ParagraphAt(starts[i]);
            }
            if (isFound)
                return [.. pieces.Select((piece, i) =>
                    TextSpan.FromBounds(_text.Positions[starts[i]], _text.Positions[starts[i] + piece.Text.Length - 1] + 1))];
        }
        return [];
    }

    /// <summary>Where a piece stands word for word; null where it does not.</summary>
    public TextSpan? Find(ComparableText piece) =>
        IndexOf(piece, 0) is var start and >= 0
            ? TextSpan.FromBounds(_text.Positions[start], _text.Positions[start + piece.Text.Length - 1] + 1)
            : null;

    /// <summary>All places at which a piece stands.</summary>
    public IEnumerable<TextSpan> PlacesOf(ComparableText piece)
    {
        for (var start = IndexOf(piece, 0); start >= 0; start = IndexOf(piece, start + 1))
            yield return TextSpan.FromBounds(_text.Positions[start], _text.Positions[start + piece.Text.Length - 1] + 1);
    }

    /// <summary>
    /// A number for the place of a piece, the same for the same words of the document; null where they do not stand there.
    /// </summary>
    public int? Locate(ComparableText piece) => IndexOf(piece, 0) is var start and >= 0 ? start : null;

    /// <summary>What stands in the document where a quotation departs from it; null where nothing like it stands there.</summary>
    public NearMiss? FindNearMiss(Quotation quotation)
    {
        foreach (var piece in quotation.Pieces)
        {
            if (IndexOf(piece, 0) < 0)
                return NearMiss.Of(piece, _text, Source.Content);
        }
        return null;
    }

    /// <summary>The rest of the paragraph after a place.</summary>
    public string RestOfParagraph(int position)
    {
        var end = position;
        while (end < Source.Content.Length && _paragraphs[end] == _paragraphs[Math.Max(0, position - 1)])
            end++;
        return Source.Content[position..end];
    }

    private int IndexOf(ComparableText piece, int from) =>
        from > _text.Text.Length ? -1 : _text.Text.IndexOf(piece.Text, from, StringComparison.Ordinal);

    private int ParagraphAt(int index) => _paragraphs[_text.Positions[index]];

    /// <summary>
    /// A line end closes a paragraph only after the end of a sentence: documents as obtained break their lines anywhere.
    /// </summary>
    private static int[] ParagraphNumbers(string content)
    {
        var numbers = new int[content.Length];
        var (paragraph, last) = (0, '。');
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' && last is '。' or '；' or '！' or '？' or '）' or ')' or ';')
                paragraph++;
            numbers[i] = paragraph;
            if (!char.IsWhiteSpace(content[i]))
                last = content[i];
        }
        return numbers;
    }
}
