// Writes blocks and lines: indentation, comments, blank lines; statements with mistakes as they were.
using System.Text;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Formatting;

/// <summary>Writes one file in canonical layout.</summary>
internal sealed class LayoutWriter(SyntaxTree tree)
{
    private const int LineIndent = 2;

    private readonly StringBuilder _output = new(tree.Source.Content.Length + 256);
    private readonly string _newLine = EndsAllLinesWithCarriageReturn(tree.Source.Content) ? "\r\n" : "\n";
    private readonly List<(int Position, string Comment)> _trailing = [];
    private bool _inBlock;

    /// <summary>The whole file.</summary>
    public string Write()
    {
        if (tree.Source.Content.StartsWith('\uFEFF'))
            _output.Append('\uFEFF');
        foreach (var block in tree.Root.Blocks)
            WriteBlock(block);
        WriteTriviaLines(tree.Root.EndOfFile.LeadingTrivia, ownIndent: null, atEnd: true);
        return TrailingComments.Put(_output.ToString(), _trailing);
    }

    // A file in the manner of Windows stays one; anything mixed becomes plain.
    private static bool EndsAllLinesWithCarriageReturn(string text)
    {
        var pairs = text.AsSpan().Count("\r\n");
        return pairs > 0 && pairs == text.AsSpan().Count('\n') && pairs == text.AsSpan().Count('\r');
    }

    private void WriteBlock(BlockSyntax block)
    {
        var layout = BlockLayout.Of(block, IsSound);
        if (block is not ErrorBlock)
        {
            var header = new List<SyntaxToken>();
            foreach (var child in block.Children)
            {
                if (child is not LineSyntax)
                    header.AddRange(child.Tokens);
            }
            WriteStatement(block, header, indent: 0, layout);
            _inBlock = true;
        }
        foreach (var line in block.Lines)
            WriteStatement(line, [.. line.Tokens], _inBlock ? LineIndent : 0, layout);
    }

    private void WriteStatement(SyntaxNode node, List<SyntaxToken> tokens, int indent, BlockLayout layout)
    {
        tokens.RemoveAll(static token => token.IsMissing);
        var first = tokens[0];
        WriteTriviaLines(first.LeadingTrivia, indent == 0 ? null : indent, atEnd: false);
        if (IsSound(node))
            WriteSound(StatementLayout.Of(node, layout), tokens, indent);
        else
            WriteAsItWas(first, tokens[^1]);
    }

    private void WriteAsItWas(SyntaxToken first, SyntaxToken last)
    {
        var (start, end) = (tree.Source.OffsetOf(first.Span.Start), tree.Source.OffsetOf(last.Span.End));
        var indentStart = start;
        while (indentStart > 0 && CharacterFacts.IsSpace(tree.Source.Content[indentStart - 1]))
            indentStart--;
        if (_output.Length == 0 && tree.Source.Content[start] == '\uFEFF')
            _output.Append(_newLine); // a stray mark must not become the mark of the file
        _output.Append(tree.Source.Content, indentStart, end - indentStart);
    }

    private void WriteSound(StatementLayout layout, List<SyntaxToken> tokens, int indent)
    {
        _output.Append(' ', indent);
        SyntaxToken? previous = null;
        foreach (var token in tokens)
        {
            if (previous is not null && token.StartsLine)
                WriteInnerBreak(token, indent, layout);
            else if (layout.BreaksBefore(token))
                _output.Append(_newLine).Append(' ', layout.Continuation(indent));
            else if (previous is not null)
                _output.Append(layout.Between(previous, token));
            _output.Append(layout.Text(token));
            previous = token;
        }
    }

    private void WriteInnerBreak(SyntaxToken token, int indent, StatementLayout layout)
    {
        WriteTriviaLines(token.LeadingTrivia, layout.Continuation(indent), atEnd: false);
        _output.Append(' ', layout.Continuation(indent, token));
    }

    /// <summary>
    /// Ends the line before with its comment, then writes own-line comments and blank lines (one for a run). Without an
    /// indentation of their own (before a header, at the end), comments keep to column 0 or to the block, as they were.
    /// </summary>
    private void WriteTriviaLines(string trivia, int? ownIndent, bool atEnd)
    {
        var lines = CharacterFacts.SplitLines(trivia.TrimStart('\uFEFF'));
        var isStart = _output.Length == 0 || _output is [.., '\uFEFF'] && _output.Length == 1;
        var index = 0;
        if (!isStart)
            WriteTrailingComment(lines[index++]);
        var blank = false;
        for (; index < lines.Length; index++)
        {
            var line = lines[index];
            var comment = Comment(line);
            if (comment.Length == 0)
            {
                blank |= index < lines.Length - 1;
                continue;
            }
            if (blank && !isStart)
                _output.Append(_newLine);
            (blank, isStart) = (false, false);
            var indent = ownIndent ?? (_inBlock && CharacterFacts.IsSpace(line[0]) ? LineIndent : 0);
            _output.Append(' ', indent).Append(comment).Append(_newLine);
        }
        if (blank && !isStart && !atEnd)
            _output.Append(_newLine);
    }

    private void WriteTrailingComment(string line)
    {
        var comment = Comment(line);
        if (comment.Length > 0 && CharacterFacts.IsSpace(line[0]))
            _trailing.Add((_output.Length, comment));
        else
            _output.Append(comment);
        _output.Append(_newLine);
    }

    /// <summary>
    /// The comment of a line, empty for a blank one. Characters that other programs take for line ends are kept, ordinary trailing space is
    /// removed.
    /// </summary>
    private static string Comment(string line) =>
        string.IsNullOrWhiteSpace(line) ? "" : line.TrimStart().TrimEnd(' ', '\t', '\u00A0', '\u3000');

    /// <summary>Whether a header or line has no mistake, so that it may be laid out.</summary>
    private bool IsSound(SyntaxNode node)
    {
        if (node is ErrorLine or LineSyntax { Skipped.IsEmpty: false } or BlockSyntax { Skipped.IsEmpty: false })
            return false;
        var parts = node.Children.Where(static child => child is not LineSyntax).ToList();
        if (parts.OfType<SyntaxNode>().SelectMany(static part => part.DescendantsAndSelf()).Any(static part => part is ErrorExpression))
            return false;
        var (start, end) = (int.MaxValue, 0);
        foreach (var token in parts.SelectMany(static part => part.Tokens))
        {
            if (token.Kind == SyntaxKind.Bad || (token.IsMissing && token.Kind != SyntaxKind.FreeText))
                return false;
            (start, end) = (Math.Min(start, token.Span.Start), Math.Max(end, token.Span.End));
        }
        return !HasDiagnostic(start, end);
    }

    // Diagnostics stand in the order of the text: the first one at or after the start decides.
    private bool HasDiagnostic(int start, int end)
    {
        var first = FirstFrom(start);
        return first < tree.Diagnostics.Length && tree.Diagnostics[first].Span.Start <= end;
    }

    private int FirstFrom(int start)
    {
        var (low, high) = (0, tree.Diagnostics.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tree.Diagnostics[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
