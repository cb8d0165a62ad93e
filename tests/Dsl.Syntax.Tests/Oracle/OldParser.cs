// The parser (hand-written recursive descent, one method per line form): the file, its blocks, and what was found.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

/// <summary>
/// Builds the tree from statements. Never fails: what fits nowhere is kept in the tree as skipped tokens, and the next line
/// starts afresh. One mistake is reported once: behind a mistake the rest of the statement is read in silence unless it is
/// clearly another one.
/// </summary>
internal sealed partial class OldParser(SourceText source)
{
    /// <summary>How many diagnostics a file may have before the rest is left out.</summary>
    public const int DiagnosticLimit = 500;

    private readonly StatementReader _statements = new(source, TextCheck.IsText(source.Content));
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<Diagnostic> _found = [];
    private Statement _statement = new();
    private BlockKinds _block;

    /// <summary>Characters looked at by the lexer and tokens taken by the parser, for tests of linear work.</summary>
    public long Work => _statements.Work + _taken;

    /// <summary>Parses the whole file.</summary>
    public SyntaxTree ParseFile()
    {
        if (!_statements.IsText)
            return ParseAsBad();
        var blocks = ImmutableArray.CreateBuilder<BlockSyntax>();
        Advance();
        while (_statement.Tokens.Count > 0)
            blocks.Add(ParseBlock());
        var root = new CompilationUnit(blocks.ToImmutable(), _statements.EndOfFile());
        return new(source, root, HiddenCharacters.Add(source, root, _diagnostics.ToImmutable()));
    }

    private SyntaxTree ParseAsBad()
    {
        var line = new ErrorLine { Skipped = [.. _statements.ReadAllAsBad().Tokens] };
        var root = new CompilationUnit([new ErrorBlock { Lines = [line] }], _statements.EndOfFile());
        return new(source, root, [LexicalDiagnostics.NotText(source)]);
    }

    /// <summary>Goes to the next statement; what was found in this one is put in the order of the text and kept.</summary>
    private void Advance()
    {
        FlushFound();
        _statement = _statements.Read();
        _found.AddRange(_statement.Diagnostics);
        (_index, _reportedAt, _silent, _nesting, _openParentheses, _openBrackets, _compared) = (0, -1, false, 0, 0, 0, null);
        ReadHabits();
    }

    private void FlushFound()
    {
        if (_found.Count == 0)
            return;
        foreach (var diagnostic in _found.OrderBy(static diagnostic => diagnostic.Span.Start))
        {
            if (_diagnostics.Count < DiagnosticLimit)
                _diagnostics.Add(diagnostic);
            else if (_diagnostics.Count == DiagnosticLimit)
                _diagnostics.Add(LexicalDiagnostics.TooMany(source, diagnostic.Span, DiagnosticLimit));
        }
        _found.Clear();
    }
}
