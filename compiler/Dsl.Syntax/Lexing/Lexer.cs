// The lexer, line by line: the first word of a statement decides how the rest of it is read (free text, words, quotations, code).
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Lexing;

/// <summary>
/// Cuts a text into statements of tokens. Never fails, and loses no character: what lies between two tokens is the leading
/// trivia of the second one. Every method moves forward only, or looks ahead no further than a bounded number of times
/// over the same text, so that the work is linear (<see cref="Work"/> counts it).
/// </summary>
internal sealed partial class Lexer(SourceText source)
{
    /// <summary>
    /// How many words and signs a statement may have; a table may have any number of rows, each with so many. Beyond it is no
    /// policy but a file gone wrong, and its tree would take a gigabyte.
    /// </summary>
    public const int TokenLimit = 400_000;

    private readonly string _text = source.Content;
    private readonly TextCache _cache = new();
    private Statement _statement = new();
    private int _position;
    private int _triviaStart;

    // The block that the present line lies in: it decides whether a line may begin with a name.
    private BlockKinds _block;

    // Brackets open in the present statement, and the kind of the first token on the present line.
    private int _depth;
    private SyntaxKind _lineStart;

    // Where the tokens that TokenLimit counts begin, and the start of the last statement that was reported for them.
    private int _longFrom;
    private int _reportedLong = -1;

    /// <summary>How many characters were looked at, ahead or for good.</summary>
    public long Work { get; private set; }

    private bool AtEnd => _position >= _text.Length;

    private char Current => Peek(0);

    private SyntaxKind LastKind => _statement.Tokens is [.., var last] ? last.Kind : SyntaxKind.EndOfFile;

    /// <summary>Reads the next statement into the one that is always returned; it has no tokens at the end of the file.</summary>
    public Statement ReadStatement()
    {
        _statement.Clear();
        _depth = 0;
        _longFrom = 0;
        SkipTrivia();
        if (AtEnd)
            return _statement;
        ReadFirstWord();
        return _statement;
    }

    /// <summary>Reads the next statement into another one.</summary>
    public Statement ReadStatement(Statement into)
    {
        _statement = into;
        return ReadStatement();
    }

    /// <summary>The end-of-file token with the trivia before it.</summary>
    public SyntaxToken EndOfFile() => new(SyntaxKind.EndOfFile, _text.Length, "", _text[_triviaStart..]);

    /// <summary>The whole file as one statement of one bad token: for content that is no text.</summary>
    public Statement ReadAllAsBad()
    {
        Add(SyntaxKind.Bad, _text.Length);
        return _statement;
    }

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    /// <summary>Adds the token from the present position to an end, and moves there.</summary>
    private void Add(SyntaxKind kind, int end, string? value = null)
    {
        var text = _cache.Get(_text.AsSpan(_position, end - _position));
        var trivia = _cache.Get(_text.AsSpan(_triviaStart, _position - _triviaStart));
        if (_statement.Tokens.Count == 0 || trivia.AsSpan().IndexOfAny(CharacterFacts.LineEnds) >= 0)
            _lineStart = kind;
        _statement.Tokens.Add(new SyntaxToken(kind, _position, text, trivia) { Value = value ?? text });
        if (kind is SyntaxKind.Word or SyntaxKind.TextLiteral)
            ReportInvisible(_position, end);
        MoveBehindToken(end);
    }

    private void AddNumber(SyntaxKind kind, int end, string value, NumberLiteral number)
    {
        var text = _cache.Get(_text.AsSpan(_position, end - _position));
        var trivia = _cache.Get(_text.AsSpan(_triviaStart, _position - _triviaStart));
        if (trivia.AsSpan().IndexOfAny(CharacterFacts.LineEnds) >= 0)
            _lineStart = kind;
        _statement.Tokens.Add(new SyntaxToken(kind, _position, text, trivia) { Value = value == text ? text : value, Number = number });
        MoveBehindToken(end);
    }

    private void MoveBehindToken(int end)
    {
        Work += end - _position;
        _position = _triviaStart = end;
    }

    private void Report(Diagnostics.Diagnostic diagnostic) => _statement.Diagnostics.Add(diagnostic);

    private TextSpan To(int end) => TextSpan.FromBounds(_position, end);

    private int NameEnd(int position)
    {
        var end = CharacterFacts.NameEnd(_text, position);
        Work += end - position + 1;
        return end;
    }
}
