// The way from the root of a tree down to the token at an offset.
using System.Collections.Immutable;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Names;

/// <summary>A token with the nodes that it stands in.</summary>
/// <param name="Nodes">The nodes above it, the file first, the nearest last.</param>
internal sealed record TreePath(SyntaxToken Token, ImmutableArray<SyntaxNode> Nodes)
{
    /// <summary>The block; null for a token outside of blocks.</summary>
    public BlockSyntax? Block => Nodes.OfType<BlockSyntax>().FirstOrDefault();

    /// <summary>The line; null in a header.</summary>
    public LineSyntax? Line => Nodes.OfType<LineSyntax>().FirstOrDefault();

    /// <summary>The way to the token that holds an offset or ends at it; null in space and comments.</summary>
    public static TreePath? To(SyntaxTree tree, int offset)
    {
        var nodes = ImmutableArray.CreateBuilder<SyntaxNode>();
        SyntaxElement? element = tree.Root;
        while (element is SyntaxNode node)
        {
            nodes.Add(node);
            var count = node.CountUpTo(offset);
            // An empty node (a word that is missing) may begin where the token of the next one does.
            while (count > 1 && node.Children[count - 1].Span.Length == 0 && node.Children[count - 2].Span.Touches(offset))
                count--;
            element = count > 0 ? node.Children[count - 1] : null;
        }
        return element is SyntaxToken { IsMissing: false } token && token.Span.Length > 0 && token.Span.Touches(offset)
            ? new(token, nodes.ToImmutable())
            : null;
    }
}
