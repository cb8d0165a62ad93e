// The lexer, line by line: the first word of a statement decides how the rest of it is read (free text, words, quotations, code).
using Dsl.Syntax.Diagnostics;
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
    /// The most words and signs of a statement (of a row in a table, which may have any number of rows). A longer one is not
    /// a policy but a damaged file, and its tree would take a gigabyte.
    /// </summary>
    public const int TokenLimit = 400_000;

    private readonly string _text = source.Content;
    private readonly TextCache _cache = new();
    private Statement _statement = new();
    private int _position;
    private int _triviaStart;

    // The state after the statements so far; the block decides whether a line may begin with a name.
    private StatementState _state;

    // From offsets to addresses in the present statement, and how far the search for the end of its quotations reached.
    private int _shift;
    private int _quoteReach;

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

    /// <summary>Where the next statement begins, with the space before it.</summary>
    public int Start => _triviaStart;

    /// <summary>How far the text has been read: past <see cref="Start"/> where space or a comment was skipped already.</summary>
    public int Position => _position;

    /// <summary>The state after the statements so far.</summary>
    public StatementState State => _state;

    /// <summary>Reads the next statement into the one that is always returned; it has no tokens at the end of the file.</summary>
    public Statement ReadStatement()
    {
        _statement.Clear();
        _statement.Before = _state;
        (_depth, _longFrom, _quoteReach) = (0, 0, 0);
        SkipTrivia();
        if (AtEnd)
            return _statement;
        ReadFirstWord();
        _state = _state.After(_statement.Keyword);
        return _statement;
    }

    /// <summary>Goes to a place between two statements.</summary>
    /// <param name="start">Where the next statement begins, with the space before it.</param>
    /// <param name="position">Up to where the text was read.</param>
    /// <param name="state">The state after the statements before.</param>
    public void MoveTo(int start, int position, StatementState state) =>
        (_triviaStart, _position, _state, _shift) = (start, position, state, source.AddressOf(start + 1) - start - 1);

    /// <summary>
    /// The last offset that the reading of the present statement may have looked at: the end of the line that the next one begins on,
    /// or where the end of a quotation was looked for.
    /// </summary>
    public int Reach()
    {
        var (position, work) = (_position, Work);
        SkipTrivia();
        var end = Math.Max(_quoteReach, LineEnd(_position));
        (_position, Work) = (position, work);
        return end;
    }

    /// <summary>Reads the next statement into another one.</summary>
    public Statement ReadStatement(Statement into)
    {
        _statement = into;
        return ReadStatement();
    }

    /// <summary>The end-of-file token with the trivia before it.</summary>
    public SyntaxToken EndOfFile() => new(SyntaxKind.EndOfFile, _text.Length + _shift, "", _text[_triviaStart..]);

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
        _statement.Tokens.Add(new SyntaxToken(kind, _position + _shift, text, trivia) { Value = value ?? text });
        if (kind is SyntaxKind.Word or SyntaxKind.TextLiteral)
            ReportInvisible(_position, end);
        MovePastToken(end);
    }

    private void AddNumber(SyntaxKind kind, int end, string value, NumberLiteral number)
    {
        var text = _cache.Get(_text.AsSpan(_position, end - _position));
        var trivia = _cache.Get(_text.AsSpan(_triviaStart, _position - _triviaStart));
        if (trivia.AsSpan().IndexOfAny(CharacterFacts.LineEnds) >= 0)
            _lineStart = kind;
        _statement.Tokens.Add(new(kind, _position + _shift, text, trivia) { Value = value == text ? text : value, Number = number });
        MovePastToken(end);
    }

    private void MovePastToken(int end)
    {
        Work += end - _position;
        _position = _triviaStart = end;
    }

    private void Report(Diagnostic diagnostic) => _statement.Diagnostics.Add(diagnostic);

    private TextSpan To(int end) => At(_position, end - _position);

    private TextSpan At(int start, int length) => new(start + _shift, length);

    private int NameEnd(int position)
    {
        var end = CharacterFacts.NameEnd(_text, position);
        Work += end - position + 1;
        return end;
    }
}
