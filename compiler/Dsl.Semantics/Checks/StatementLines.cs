// Which lines a comment stands for: its own or the next one, with all lines of the statement there.
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>The lines that the statements of a file take up.</summary>
internal sealed class StatementLines
{
    private readonly SourceText _source;

    // For each line the first statement that reaches it, or 0..-1 for none.
    private readonly (int First, int Last)[] _statements;

    // For each line the next one, itself included, that is no comment alone: several comments may stand above one line.
    private readonly int[] _noComment;

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
        }
        _noComment = new int[_source.LineCount + 1];
        _noComment[^1] = _source.LineCount;
        for (var line = _source.LineCount - 1; line >= 0; line--)
            _noComment[line] = _source[_source.LineSpan(line)].TrimStart().StartsWith("//", StringComparison.Ordinal) ? _noComment[line + 1] : line;
    }

    /// <summary>First and last line, 0-based, that a comment stands for.</summary>
    public (int First, int Last) For(TextSpan comment)
    {
        var line = _source.PositionOf(comment.Start).Line;
        if (_source[TextSpan.FromBounds(_source.LineSpan(line).Start, comment.Start)].Trim().Length == 0)
            line = _noComment[Math.Min(line + 1, _source.LineCount)];
        return _statements[line] is { Last: >= 0 } statement ? statement : (line, line);
    }
}
