// What a comment stands for: its own line or the next one; above the first line of a statement, the statement without the single rows of its table.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>The lines that the statements of a file take up.</summary>
internal sealed class StatementLines
{
    private readonly SourceText _source;

    // For each line the first statement that reaches it, or 0..-1 for none.
    private readonly (int First, int Last)[] _statements;

    // For each line the next one, itself included, that is no comment alone: several comments may stand above one line.
    private readonly int[] _noComment;

    // The lines on which a row of a table begins, the head left out.
    private readonly HashSet<int> _rows = [];

    /// <summary>Reads a file.</summary>
    public StatementLines(SyntaxTree tree)
    {
        _source = tree.Source;
        _statements = new (int, int)[_source.LineCount + 1];
        Array.Fill(_statements, (0, -1));
        foreach (var statement in tree.Root.Blocks.SelectMany(static block => block.Lines))
        {
            var (first, last) = (_source.PositionOf(statement.Span.Start).Line, _source.PositionOf(statement.Span.End).Line);
            for (var line = last; line >= first && _statements[line].Last < 0; line--)
                _statements[line] = (first, last);
            if (last > first)
                _rows.UnionWith(RowsOf(statement).Select(row => _source.PositionOf(row.Span.Start).Line));
        }
        _noComment = new int[_source.LineCount + 1];
        _noComment[^1] = _source.LineCount;
        for (var line = _source.LineCount - 1; line >= 0; line--)
            _noComment[line] = _source[_source.LineSpan(line)].TrimStart().StartsWith("//", StringComparison.Ordinal) ? _noComment[line + 1] : line;
    }

    /// <summary>What a comment stands for.</summary>
    public CommentScope For(TextSpan comment)
    {
        var line = _source.PositionOf(comment.Start).Line;
        var isAlone = _source[TextSpan.FromBounds(_source.LineSpan(line).Start, comment.Start)].Trim().Length == 0;
        if (isAlone)
            line = _noComment[Math.Min(line + 1, _source.LineCount)];
        var statement = _statements[line] is { Last: >= 0 } found ? found : (First: line, Last: line);
        var isHead = line == statement.First;
        return isHead ? new(statement.First, statement.Last, (first, last) => last > first || (isAlone ? !_rows.Contains(first) : first == line)) : new(line, line, (_, last) => last == line);
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
