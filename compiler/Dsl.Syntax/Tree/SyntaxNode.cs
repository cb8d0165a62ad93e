// The base of the lossless tree: nodes own tokens, tokens own all text.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Syntax.Tree;

public abstract class SyntaxElement
{
    private protected SyntaxElement() { }

    /// <summary>The span without leading trivia.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>Every token below, in the order of the text.</summary>
    public abstract IEnumerable<SyntaxToken> Tokens { get; }

    /// <summary>The text of the element with all trivia: for a whole file, exactly its source.</summary>
    public string ToFullString()
    {
        var text = new StringBuilder();
        foreach (var token in Tokens)
            text.Append(token.LeadingTrivia).Append(token.Text);
        return text.ToString();
    }
}

/// <summary>
/// A token. All text that is not of a token (space, line ends, comments) is the leading trivia of the next one; the
/// end-of-file token carries the rest.
/// </summary>
public sealed class SyntaxToken(SyntaxKind kind, int start, string text, string leadingTrivia) : SyntaxElement
{
    public SyntaxKind Kind { get; } = kind;

    /// <summary>The text as written.</summary>
    public string Text { get; } = text;

    /// <summary>The text in canonical form: half width, aliases of line keywords kept.</summary>
    public string Value { get; init; } = text;

    /// <summary>The figure, for <see cref="SyntaxKind.NumberLiteral"/>; null otherwise.</summary>
    public NumberLiteral? Number { get; init; }

    /// <summary>Space, line ends and comments before the token.</summary>
    public string LeadingTrivia { get; } = leadingTrivia;

    /// <summary>Whether the parser put the token in because it was expected (then its text is empty).</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether a line end lies between the token before and this one.</summary>
    public bool StartsLine => LeadingTrivia.AsSpan().IndexOfAny(CharacterFacts.LineEnds) >= 0;

    /// <inheritdoc/>
    public override TextSpan Span => new(start, Text.Length);

    /// <inheritdoc/>
    public override IEnumerable<SyntaxToken> Tokens => [this];

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Text}";
}

/// <summary>A figure as written: digits, scale, unit.</summary>
/// <param name="Figure">The number with its scale applied and % or ‰ resolved: 1.5亿元 is 150000000, 30% is 3/10,
/// 17件/亿元 is 17/10^8.</param>
/// <param name="Digits">The digits in half width.</param>
/// <param name="Scale">万, 亿, 万亿, 千, 百 or empty.</param>
/// <param name="Unit">The unit's word, such as 元 or 个月; % or ‰; empty for a bare figure.</param>
/// <param name="PerScale">The scale below the line, such as 亿 in 件/亿元; empty where none.</param>
/// <param name="PerUnit">The unit below the line, such as 件 in 元/件, all of them in 40元/平方米/月 (平方米/月); empty where none.</param>
public sealed record NumberLiteral(Rational Figure, string Digits, string Scale, string Unit, string PerScale, string PerUnit)
{
    /// <summary>Whether it is a share: 30%, 3‰.</summary>
    public bool IsShare => Unit is "%" or "％" or "‰";

    /// <summary>What it counts in: nothing for shares and bare figures; null where a word is no unit.</summary>
    public Dimension? Dimension => CompoundUnits.Find(IsShare ? "" : Unit, PerUnit);
}

/// <summary>A node of the tree. Children stand in the order of the text; absent parts are left out.</summary>
public abstract class SyntaxNode : SyntaxElement
{
    private protected SyntaxNode() { }

    private ImmutableArray<SyntaxElement> _children;
    private int _start = -1;
    private int _end = -1;

    /// <summary>The parts that are there, in the order of the text.</summary>
    public ImmutableArray<SyntaxElement> Children => _children.IsDefault ? _children = MakeChildren : _children;

    /// <summary>The parts, put in order when they are first asked for.</summary>
    private protected abstract ImmutableArray<SyntaxElement> MakeChildren { get; }

    // Every walk below keeps its own stack: a chain of 50,000 terms is a tree of that depth, and must not end the program.

    /// <inheritdoc/>
    public override IEnumerable<SyntaxToken> Tokens => ElementsBelow().OfType<SyntaxToken>();

    /// <inheritdoc/>
    public override TextSpan Span => TextSpan.FromBounds(Start(), End());

    /// <summary>This node and every node below, parents first.</summary>
    public IEnumerable<SyntaxNode> DescendantsAndSelf() => ElementsBelow().OfType<SyntaxNode>().Prepend(this);

    /// <summary>The last token that begins at an offset or before it; null where none does.</summary>
    public virtual SyntaxToken? LastTokenUpTo(int offset)
    {
        SyntaxElement? element = this;
        while (element is SyntaxNode node)
        {
            element = node.CountUpTo(offset) is > 0 and var count ? node.Children[count - 1] : null;
        }
        return element as SyntaxToken;
    }

    /// <summary>How many of the children begin at an offset or before it.</summary>
    public int CountUpTo(int offset)
    {
        var (low, high) = (0, Children.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Children[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Nodes and tokens below, parents first, in the order of the text.</summary>
    private IEnumerable<SyntaxElement> ElementsBelow()
    {
        var stack = new Stack<SyntaxElement>();
        PushChildren(this);
        while (stack.TryPop(out var element))
        {
            yield return element;
            if (element is SyntaxNode node)
                PushChildren(node);
        }

        void PushChildren(SyntaxNode node)
        {
            var children = node.Children;
            for (var i = children.Length - 1; i >= 0; i--)
                stack.Push(children[i]);
        }
    }

    // The first token's start, remembered in every node on the way down to it, so that asking along a chain stays linear.
    private int Start()
    {
        if (_start >= 0)
            return _start;
        // Nearly every node begins with a token or with a node that was asked before: then no way down has to be kept.
        if (Children is [var nearest, ..] && nearest is not SyntaxNode { _start: < 0 })
            return _start = nearest is SyntaxNode near ? near._start : nearest.Span.Start;
        var path = new List<SyntaxNode>();
        SyntaxElement? element = this;
        while (element is SyntaxNode { _start: < 0 } node)
        {
            path.Add(node);
            element = node.Children is [var first, ..] ? first : null;
        }
        var start = element switch { SyntaxNode known => known._start, SyntaxToken token => token.Span.Start, _ => 0 };
        foreach (var node in path)
            node._start = start;
        return start;
    }

    private int End()
    {
        if (_end >= 0)
            return _end;
        if (Children is [.., var nearest] && nearest is not SyntaxNode { _end: < 0 })
            return _end = nearest is SyntaxNode near ? near._end : nearest.Span.End;
        var path = new List<SyntaxNode>();
        SyntaxElement? element = this;
        while (element is SyntaxNode { _end: < 0 } node)
        {
            path.Add(node);
            element = node.Children is [.., var last] ? last : null;
        }
        var end = element switch { SyntaxNode known => known._end, SyntaxToken token => token.Span.End, _ => 0 };
        foreach (var node in path)
            node._end = end;
        return end;
    }

    /// <summary>Puts parts in order, leaving out those that are absent and spreading lists.</summary>
    private protected static ImmutableArray<SyntaxElement> List(params ReadOnlySpan<ChildPart> parts) =>
        List(default, parts, default, default);

    /// <summary>The same, with parts that every node of a kind has before and after its own, without an array to join them.</summary>
    private protected static ImmutableArray<SyntaxElement> List(ChildPart first, ReadOnlySpan<ChildPart> parts, ChildPart beforeLast,
        ChildPart last)
    {
        var count = first.Count + beforeLast.Count + last.Count;
        foreach (var part in parts)
            count += part.Count;
        if (count == 0)
            return [];
        var children = new SyntaxElement[count];
        var next = first.CopyTo(children, 0);
        foreach (var part in parts)
            next = part.CopyTo(children, next);
        last.CopyTo(children, beforeLast.CopyTo(children, next));
        return ImmutableCollectionsMarshal.AsImmutableArray(children);
    }

    /// <summary>
    /// A part of a node: an element, a list of elements, or nothing. A type of its own, because asking an object whether it is a list
    /// of elements is the slowest question there is, and every node asks it.
    /// </summary>
    private protected readonly struct ChildPart
    {
        private readonly SyntaxElement? _one;
        private readonly ImmutableArray<SyntaxElement> _many;

        private ChildPart(SyntaxElement? one) => _one = one;

        private ChildPart(ImmutableArray<SyntaxElement> many) => _many = many;

        public int Count => _one is not null ? 1 : _many.IsDefault ? 0 : _many.Length;

        public static implicit operator ChildPart(SyntaxElement? one) => new(one);

        public static implicit operator ChildPart(ImmutableArray<SyntaxElement> many) => new(many);

        public static implicit operator ChildPart(ImmutableArray<SyntaxToken> many) => new(ImmutableArray<SyntaxElement>.CastUp(many));

        public static implicit operator ChildPart(ImmutableArray<BlockSyntax> many) => new(ImmutableArray<SyntaxElement>.CastUp(many));

        public static implicit operator ChildPart(ImmutableArray<LineSyntax> many) => new(ImmutableArray<SyntaxElement>.CastUp(many));

        public static implicit operator ChildPart(ImmutableArray<TableRowSyntax> many) => new(ImmutableArray<SyntaxElement>.CastUp(many));

        public static implicit operator ChildPart(ImmutableArray<FieldModifierSyntax> many) =>
            new(ImmutableArray<SyntaxElement>.CastUp(many));

        /// <summary>Puts the elements into an array.</summary>
        /// <returns>The index after them.</returns>
        public int CopyTo(SyntaxElement[] children, int start)
        {
            if (_one is not null)
                children[start] = _one;
            else if (!_many.IsDefault)
                _many.CopyTo(children, start);
            return start + Count;
        }
    }
}

/// <summary>Nodes with the separators between them, as written.</summary>
/// <param name="Items">The nodes.</param>
/// <param name="Elements">Nodes and separators in the order of the text.</param>
public sealed record SeparatedList<TNode>(ImmutableArray<TNode> Items, ImmutableArray<SyntaxElement> Elements)
    where TNode : SyntaxElement
{
    public static SeparatedList<TNode> Empty { get; } = new([], []);
}
