// Blocks: a loop over statements. Each statement is read by the grammar alone, so that a mistake never reaches the next one.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// Builds the tree from statements. Never fails: what fits nowhere is kept in the tree as skipped tokens, and the next line
/// starts afresh. One mistake is reported once: behind a mistake the rest of the statement is read in silence unless it is
/// clearly another one.
/// </summary>
internal sealed class Parser
{
    /// <summary>How many diagnostics a file may have before the rest is left out.</summary>
    public const int DiagnosticLimit = 500;

    private readonly SourceText _source;
    private readonly StatementReader _statements;
    private readonly StatementContext _context;
    private readonly HeaderGrammar _headers;
    private readonly LineGrammar _lines;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private Tokens _tokens;
    private bool _misplacedBefore;

    /// <summary>Begins a file.</summary>
    public Parser(SourceText source)
    {
        (_source, _statements, _context) = (source, new(source, TextCheck.IsText(source.Content)), new(source));
        var expressions = new ExpressionGrammar(_context);
        _lines = new(_context, expressions);
        _headers = new(_context, expressions, _lines);
    }

    /// <summary>Characters looked at by the lexer and tokens taken by the parser, for tests of linear work.</summary>
    public long Work => _statements.Work + _context.Taken;

    private LineKeyword? Keyword => _context.Statement.Keyword;

    private bool AtHeader => Keyword is { Opens: not BlockKinds.None };

    /// <summary>Parses the whole file.</summary>
    public SyntaxTree ParseFile()
    {
        if (!_statements.IsText)
            return ParseAsBad();
        var blocks = ImmutableArray.CreateBuilder<BlockSyntax>();
        Advance();
        while (_context.Count > 0)
            blocks.Add(AtHeader ? ParseBlock() : ParseLinesBeforeBlock());
        var root = new CompilationUnit(blocks.ToImmutable(), _statements.EndOfFile());
        return new(_source, root, HiddenCharacters.Add(_source, root, _diagnostics.ToImmutable()));
    }

    private SyntaxTree ParseAsBad()
    {
        var line = new ErrorLine { Skipped = [.. _statements.ReadAllAsBad().Tokens] };
        var root = new CompilationUnit([new ErrorBlock { Lines = [line] }], _statements.EndOfFile());
        return new(_source, root, [LexicalDiagnostics.NotText(_source)]);
    }

    private BlockSyntax ParseBlock()
    {
        _context.Block = Keyword?.Opens ?? BlockKinds.None;
        var header = _headers.Read(_context.Block, _tokens);
        var lines = ImmutableArray.CreateBuilder<LineSyntax>();
        for (Advance(); _context.Count > 0 && !AtHeader; Advance())
            lines.Add(ParseLine());
        return header(lines.ToImmutable());
    }

    private ErrorBlock ParseLinesBeforeBlock()
    {
        _context.Found.Clear();
        _context.Found.Add(SyntaxDiagnostics.LineBeforeBlock(_source, _context.At(0).Span));
        var lines = ImmutableArray.CreateBuilder<LineSyntax>();
        while (_context.Count > 0 && !AtHeader)
        {
            lines.Add(new ErrorLine { Skipped = [.. _context.Statement.Tokens] });
            Advance();
            if (!AtHeader)
                _context.Found.Clear();
        }
        return new ErrorBlock { Lines = lines.ToImmutable() };
    }

    private LineSyntax ParseLine()
    {
        if (Keyword is not { } keyword)
        {
            // What was meant as a header misplaces the lines below it.
            _misplacedBefore = (_context.Block & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) == 0;
            return _lines.ReadBare(_tokens);
        }
        ReportIfMisplaced(keyword);
        return _lines.Read(keyword, _tokens);
    }

    // A forgotten header misplaces every line below it: one report for a run of such lines.
    private void ReportIfMisplaced(LineKeyword keyword)
    {
        var misplaced = (keyword.Within & _context.Block) == 0;
        if (misplaced)
            _context.Found.Clear();
        if (misplaced && !_misplacedBefore)
            _context.Found.Add(SyntaxDiagnostics.MisplacedKeyword(_source, _context.At(0).Span, keyword, _context.Block));
        _misplacedBefore = misplaced;
        _context.IsSilent = misplaced;
    }

    /// <summary>Goes to the next statement; what was found in this one is put in the order of the text and kept.</summary>
    private void Advance()
    {
        FlushFound();
        _tokens = _context.Begin(_statements.Read());
    }

    private void FlushFound()
    {
        var found = _context.Found;
        if (found.Count == 0)
            return;
        foreach (var diagnostic in found.OrderBy(static diagnostic => diagnostic.Span.Start))
        {
            if (_diagnostics.Count < DiagnosticLimit)
                _diagnostics.Add(diagnostic);
            else if (_diagnostics.Count == DiagnosticLimit)
                _diagnostics.Add(LexicalDiagnostics.TooMany(_source, diagnostic.Span, DiagnosticLimit));
        }
        found.Clear();
    }
}
