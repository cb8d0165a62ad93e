// What a comment stands for: its own line or the next one; above the first line of a statement, the statement without the single rows of
// its table.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>The lines that the statements of a file take up. Only what lies around a comment is looked at.</summary>
internal sealed class StatementLines(SyntaxTree tree)
{
    private readonly SourceText _source = tree.Source;

    // The lines of comments that were looked at last, and the line after them.
    private (int First, int End) _comments = (-1, -1);

    /// <summary>What a comment stands for.</summary>
    public CommentScope For(TextSpan comment)
    {
        var line = _source.PositionOf(comment.Start).Line;
        var isAlone = _source[TextSpan.FromBounds(_source.LineSpan(line).Start, comment.Start)].Trim().Length == 0;
        // Several comments may stand above one line.
        if (isAlone)
            line = NextWithoutComment(line + 1);
        var statement = StatementOn(line);
        var (first, last) = statement is null ? (line, line) : LinesOf(statement);
        if (line != first)
            return new(line, line, (_, end) => end == line);
        var rows =
            isAlone && last > first && statement is not null ? RowsOf(statement).Select(row => LineOf(row.Span.Start)).ToHashSet() : [];
        return new(first, last, (begin, end) => end > begin || (isAlone ? !rows.Contains(begin) : begin == line));
    }

    private int LineOf(int place) => _source.PositionOf(place).Line;

    private (int First, int Last) LinesOf(LineSyntax statement) => (LineOf(statement.Span.Start), LineOf(statement.Span.End));

    private int NextWithoutComment(int line)
    {
        // Comments are asked for in their order: each of many that follow one another ends where the first of them does.
        if (line >= _comments.First && line <= _comments.End)
            return _comments.End;
        var end = line;
        while (end < _source.LineCount && _source[_source.LineSpan(end)].TrimStart().StartsWith("//", StringComparison.Ordinal))
            end++;
        _comments = (line, Math.Min(end, _source.LineCount));
        return _comments.End;
    }

    /// <summary>The statement that reaches a line; null where none does.</summary>
    private LineSyntax? StatementOn(int line)
    {
        if (line >= _source.LineCount)
            return null;
        var end = _source.LineSpan(line).End;
        var block = LastUpTo(tree.Root.Blocks.Length, index => tree.Root.Blocks[index].Span.Start <= end);
        // The lines of a block may all lie after its head; then those of the block before may reach here.
        for (; block >= 0; block--)
        {
            var lines = tree.Root.Blocks[block].Lines;
            if (LastUpTo(lines.Length, index => lines[index].Span.Start <= end) is var index and >= 0)
                return LinesOf(lines[index]).Last >= line ? lines[index] : null;
        }
        return null;
    }

    private static int LastUpTo(int count, Func<int, bool> isUpTo)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isUpTo(middle))
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private static IEnumerable<TableRowSyntax> RowsOf(SyntaxNode node)
    {
        var left = new Stack<SyntaxNode>([node]);
        while (left.TryPop(out var next))
        {
            if (next is TableExpression table)
            {
                foreach (var row in table.Rows.Skip(1))
                    yield return row;
                continue;
            }
            foreach (var child in next.Children.OfType<SyntaxNode>())
                left.Push(child);
        }
    }
}

/// <summary>What a comment covers.</summary>
/// <param name="First">The first line, 0-based, on which a finding may begin.</param>
/// <param name="Last">The last one.</param>
/// <param name="Covers">Whether it covers a finding from one of these lines to another.</param>
internal sealed record CommentScope(int First, int Last, Func<int, int, bool> Covers);
