// The place of the cursor: the text before it is parsed with a stand-in for the word being typed, so that what stands after it, and what is
// still wrong, does not matter.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>What is typed, and where.</summary>
internal sealed class CompletionPlace
{
    // No word of the language is like it, and no figure, name or keyword comes about by touching it.
    private const string StandIn = "〇〇〇〇〇〇";

    private CompletionPlace(SyntaxTree tree, int offset, TextSpan word)
    {
        (Tree, Offset, Word) = (tree, offset, word);
        Block = tree.Root.Blocks.LastOrDefault(block => block.Span.Start < word.Start && block is not ErrorBlock);
    }

    /// <summary>The tree of the whole file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The cursor.</summary>
    public int Offset { get; }

    /// <summary>The word being typed, up to the cursor: what proposals replace.</summary>
    public TextSpan Word { get; }

    /// <summary>What is typed of the word.</summary>
    public string Typed => Tree.Source[Word];

    /// <summary>The digits that the word touches, such as 2.5; empty where the word is no unit.</summary>
    public string Figure { get; private init; } = "";

    /// <summary>The word with the digits that it touches: 5G应用 is a name.</summary>
    public TextSpan Run { get; private init; }

    /// <summary>Whether the word is the unit below the line: 万元/件.</summary>
    public bool IsPerUnit { get; private init; }

    /// <summary>Whether the place is inside 「 of an 依据 that is not closed before the cursor.</summary>
    public bool IsInQuote { get; private init; }

    /// <summary>The block of the file that the place is in, with the lines after the cursor; null before the first one.</summary>
    public BlockSyntax? Block { get; }

    /// <summary>The kind of the block that the statement belongs to.</summary>
    public BlockKinds BlockKind { get; private set; }

    /// <summary>The keyword of the statement; null for a bare line.</summary>
    public LineKeyword? Keyword { get; private set; }

    /// <summary>The tokens of the statement before the word, its keyword first.</summary>
    public IReadOnlyList<SyntaxToken> Before { get; private set; } = [];

    /// <summary>The nodes around the word, outermost first.</summary>
    public IReadOnlyList<SyntaxNode> Path { get; private set; } = [];

    /// <summary>Where the word stands in the text that the path is of.</summary>
    public int PathOffset { get; private set; }

    /// <summary>Whether the word begins a statement.</summary>
    public bool IsLineStart => Before.Count == 0;

    /// <summary>Whether nothing stands before the word on its line, not even space.</summary>
    public bool IsAtMargin => Tree.Source.PositionOf(Word.Start).Column == 0;

    /// <summary>The token before the word in its statement.</summary>
    public SyntaxToken? Previous => Before.Count > 0 ? Before[^1] : null;

    /// <summary>The place of an address; null in comments and where nothing can be proposed.</summary>
    public static CompletionPlace? At(SyntaxTree tree, int offset)
    {
        var (source, content, at) = (tree.Source, tree.Source.Content, tree.Source.OffsetOf(offset));
        var line = source.OffsetOf(source.LineSpan(source.PositionOf(offset).Line).Start);
        if (QuoteStart(content, line, at) is { } quote)
        {
            var inside = new CompletionPlace(tree, offset, source.SpanBetween(quote, at)) { IsInQuote = true };
            return inside.Read(content, quote - 1, "「" + StandIn) && inside.Keyword?.Shape == LineForm.Quotes ? inside : null;
        }
        var (start, isName) = WordStart(content, line, at);
        var (figure, unit, isPer) = isName ? FigureBefore(content, line, start, at) : (start, start, false);
        var place = new CompletionPlace(tree, offset, source.SpanBetween(unit, at))
        {
            Figure = content[figure..unit].TrimEnd('/', '／'), IsPerUnit = isPer, Run = source.SpanBetween(isPer ? unit : figure, at),
        };
        return place.Read(content, figure, StandIn) ? place : null;
    }

    private static int? QuoteStart(string content, int lineStart, int offset)
    {
        var open = content.AsSpan(lineStart, offset - lineStart).LastIndexOf('「');
        return open >= 0 && content.AsSpan(lineStart + open, offset - lineStart - open).IndexOf('」') < 0 ? lineStart + open + 1 : null;
    }

    /// <summary>Lines of words and texts have words of their own; elsewhere a word is a run of name characters.</summary>
    private static (int Start, bool IsName) WordStart(string content, int lineStart, int offset)
    {
        var first = lineStart;
        while (first < offset && CharacterFacts.IsSpace(content[first]))
            first++;
        var keywordEnd = Math.Min(offset, CharacterFacts.NameEnd(content, first));
        var keyword = keywordEnd < offset ? SyntaxFacts.FindLineKeyword(content[first..keywordEnd]) : null;
        var start = offset;
        switch (keyword)
        {
            case { Shape: LineForm.Words }
                or { Opens: BlockKinds.Example or BlockKinds.Clause or BlockKinds.Target or BlockKinds.Pool or BlockKinds.Duty
                    or BlockKinds.Procedure }:
                while (start > keywordEnd && !CharacterFacts.IsSpace(content[start - 1])
                    && content[start - 1] is not (',' or '，' or '、' or ';' or '；'))
                    start--;
                return (start, false);
            case { Shape: LineForm.Text }:
                while (keywordEnd < offset && CharacterFacts.IsSpace(content[keywordEnd]))
                    keywordEnd++;
                return (keywordEnd, false);
            default:
                while (start > lineStart && NameCharacterBefore(content, start) is > 0 and var length)
                    start -= length;
                return (Math.Max(start, lineStart), true);
        }
    }

    private static int NameCharacterBefore(string content, int end)
    {
        if (end > 1 && char.IsLowSurrogate(content[end - 1]))
            return CharacterFacts.NameCharacterLength(content, end - 2) == 2 ? 2 : 0;
        return CharacterFacts.NameCharacterLength(content, end - 1) == 1 ? 1 : 0;
    }

    /// <summary>
    /// Where the figure begins that a word is the unit of, and where the unit begins; both the start of the word where it is none.
    /// </summary>
    private static (int Figure, int Unit, bool IsPer) FigureBefore(string content, int lineStart, int start, int offset)
    {
        var figure = start;
        var isPer = false;
        // 40元/平方米/: one stroke after the other.
        while (figure > lineStart + 1 && (content[figure - 1] is '/' or '／' || CompoundUnits.IsDot(content[figure - 1])))
        {
            isPer = true;
            figure--;
            while (figure > lineStart && NameCharacterBefore(content, figure) is > 0 and var length)
                figure -= length;
        }
        if (figure >= offset || !CharacterFacts.IsDigit(content[figure]))
            return (start, start, false);
        var unit = figure;
        while (unit < offset && CharacterFacts.IsDigit(content[unit]))
            unit++;
        while (figure > lineStart && (CharacterFacts.IsDigit(content[figure - 1]) || content[figure - 1] is '.' or '．'))
            figure--;
        return (figure, isPer ? start : unit, isPer);
    }

    /// <summary>Parses the block up to the word with the stand-in in its place.</summary>
    private bool Read(string content, int wordStart, string standIn)
    {
        var start = Math.Min(Block is null ? 0 : Tree.Source.OffsetOf(Block.Span.Start), wordStart);
        PathOffset = wordStart - start;
        var root = SyntaxTree.Parse(new SourceText("", content[start..wordStart] + standIn)).Root;
        var path = new List<SyntaxNode>();
        SyntaxElement? at = root;
        while (at is SyntaxNode node)
        {
            path.Add(node);
            at = node.Children.LastOrDefault(child => child.Span.Start <= PathOffset && child.Span.End > PathOffset);
        }
        if (at is not SyntaxToken)
            return false;
        Path = path;
        var block = path.OfType<BlockSyntax>().LastOrDefault();
        var statement = path.OfType<LineSyntax>().LastOrDefault();
        BlockKind = block?.Keyword is { } header && header.Span.Start < PathOffset && SyntaxFacts.FindLineKeyword(header.Value) is { } known
            ? known.Opens
            : BlockKinds.None;
        Keyword = (statement is null ? block?.Keyword : statement.Keyword) is { } keyword && keyword.Span.Start < PathOffset
            ? SyntaxFacts.FindLineKeyword(keyword.Value)
            : null;
        if (statement is null && BlockKind != BlockKinds.None)
            Keyword = SyntaxFacts.LineKeywords.FirstOrDefault(candidate => candidate.Opens == BlockKind);
        Before =
            [.. (statement ?? (SyntaxNode?)block)?.Tokens.Where(token => token.Span.Start < PathOffset && token.Text.Length > 0) ?? []];
        // Lines before the first block lie in one node without a header: the word begins its line, or belongs to nothing.
        if (block is ErrorBlock or null)
            Before = path.OfType<LineSyntax>().Any() ? Before : [];
        return true;
    }
}
