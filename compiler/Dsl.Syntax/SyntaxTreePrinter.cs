// The tree as indented text, for baselines and debugging.
using System.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax;

/// <summary>Prints a tree: a line per node, followed by its tokens as Kind |text|.</summary>
public static class SyntaxTreePrinter
{
    public static string Print(SyntaxTree tree)
    {
        var text = new StringBuilder();
        var pending = new Stack<(SyntaxElement Element, int Depth)>();
        pending.Push((tree.Root, 0));
        while (pending.TryPop(out var next))
        {
            Write(text, next.Element, next.Depth);
            if (next.Element is not SyntaxNode node)
                continue;
            foreach (var child in node.Children.Reverse())
                pending.Push((child, next.Depth + 1));
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, SyntaxElement element, int depth)
    {
        text.Append(' ', 2 * Math.Min(depth, 100));
        if (element is not SyntaxToken token)
            text.Append(element.GetType().Name);
        else if (token.IsMissing)
            text.Append(token.Kind).Append(" missing");
        else
            text.Append(token.Kind).Append(" |").Append(token.Text).Append('|')
                .Append(token.Value == token.Text ? "" : $" = |{token.Value}|").Append(Figure(token));
        text.Append('\n');
    }

    private static string Figure(SyntaxToken token) => token.Number is not { } number
        ? ""
        : $" {number.Figure} {number.Unit}{(number.PerUnit.Length > 0 ? "/" + number.PerUnit : "")}".TrimEnd();
}
