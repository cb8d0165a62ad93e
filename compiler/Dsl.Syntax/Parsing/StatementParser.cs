// One statement: read by the grammar alone, so that a mistake never reaches the next one.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>A statement that was read.</summary>
/// <param name="Header">The header of a block; null for a line.</param>
/// <param name="Line">The line; null for a header.</param>
/// <param name="Found">What was found in it, in the order of the text.</param>
internal readonly record struct ParsedStatement(BlockHeader? Header, LineSyntax? Line, ImmutableArray<Diagnostic> Found);

/// <summary>
/// Reads statements, each by itself. What fits nowhere is kept in the tree as skipped tokens. One mistake is reported once: after a
/// mistake further ones of the statement are not reported unless clearly independent. Not thread-safe.
/// </summary>
internal sealed class StatementParser
{
    private readonly StatementContext _context;
    private readonly HeaderGrammar _headers;
    private readonly LineGrammar _lines;

    public StatementParser(SourceText source)
    {
        _context = new(source);
        var expressions = new ExpressionGrammar(_context);
        _lines = new(_context, expressions);
        _headers = new(_context, expressions, _lines);
    }

    /// <summary>Tokens taken so far, for tests of linear work.</summary>
    public long Taken => _context.Taken;

    /// <summary>Reads a statement. Its tokens are not needed any more afterwards.</summary>
    public ParsedStatement Parse(Statement statement)
    {
        var tokens = _context.Begin(statement);
        if (statement.Keyword is { Opens: not BlockKinds.None } header)
        {
            _context.Block = header.Opens;
            return new(_headers.Read(header.Opens, tokens), null, Found());
        }
        if (_context.Block == BlockKinds.None)
            return new(null, StrayLine(statement), Found());
        if (statement.Keyword is not { } keyword)
            return new(null, _lines.ReadBare(tokens), Found());
        ReportIfMisplaced(statement, keyword);
        return new(null, _lines.Read(keyword, tokens), Found());
    }

    // A line before the first block.
    private ErrorLine StrayLine(Statement statement)
    {
        _context.Found.Clear();
        if (!statement.Before.FollowsStray)
            _context.Found.Add(SyntaxDiagnostics.LineBeforeBlock(_context.Source, _context.At(0).Span));
        return new ErrorLine { Skipped = [.. statement.Tokens] };
    }

    // A forgotten header misplaces every line below it: one report for a run of such lines.
    private void ReportIfMisplaced(Statement statement, LineKeyword keyword)
    {
        if (statement.Before.Takes(keyword))
            return;
        _context.Found.Clear();
        if (!statement.Before.FollowsMisplaced)
            _context.Found.Add(SyntaxDiagnostics.MisplacedKeyword(_context.Source, _context.At(0).Span, keyword, _context.Block));
        _context.IsSilent = true;
    }

    private ImmutableArray<Diagnostic> Found()
    {
        var found = _context.Found;
        if (found.Count == 0)
            return [];
        ImmutableArray<Diagnostic> inOrder = [.. found.OrderBy(static one => one.Span.Start).Take(FoundDiagnostics.Limit + 1)];
        found.Clear();
        return inOrder;
    }
}
