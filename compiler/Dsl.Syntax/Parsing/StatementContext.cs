// The state of a statement while it is parsed, besides its tokens: diagnostics, nesting depth, the block around it.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Superpower.Model;
using Span = Superpower.Model.TextSpan;
using TextSpan = Dsl.Syntax.Text.TextSpan;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// The state of one statement. Parsers are functions from tokens to results and are built once; all other state, and the
/// diagnostics, are here. One instance per file, reset for each statement by <see cref="Begin"/>.
/// </summary>
internal sealed class StatementContext(SourceText source)
{
    // Statements up to this length share arrays: nearly all do, and one statement is read at a time.
    private const int LongestShared = 64;

    private static readonly SyntaxToken StatementEnd = new(SyntaxKind.EndOfFile, 0, "", "");

    private readonly Token<SyntaxToken>[]?[] _shared = new Token<SyntaxToken>[LongestShared + 1][];
    private Token<SyntaxToken>[] _tokens = [];

    // The token at which the last mistake of the statement was reported, or -1.
    private int _reportedAt = -1;

    public SourceText Source { get; } = source;

    /// <summary>The statement as the lexer gave it.</summary>
    public Statement Statement { get; private set; } = new();

    /// <summary>What was found in the statement.</summary>
    public List<Diagnostic> Found { get; } = [];

    /// <summary>The block that the statement lies in.</summary>
    public BlockKinds Block { get; set; }

    /// <summary>Whether further diagnostics of the statement are suppressed.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Brackets, 若, 非 and signs open around the present place.</summary>
    public int Nesting { get; set; }

    /// <summary>Round brackets open.</summary>
    public int OpenParentheses { get; set; }

    /// <summary>Square brackets open.</summary>
    public int OpenBrackets { get; set; }

    /// <summary>The left side of the last comparison: what 且 低于 500万元 leaves out.</summary>
    public TextSpan? Compared { get; set; }

    /// <summary>Whether the content of a cell is read: what stands for the rest of the cases there is 「-」.</summary>
    public bool IsInCell { get; set; }

    /// <summary>How many tokens the statement has.</summary>
    public int Count => _tokens.Length;

    /// <summary>Tokens taken so far in the whole file, for tests of linear work.</summary>
    public long Taken { get; set; }

    /// <summary>Makes ready for a statement; its tokens are good until the next call.</summary>
    public TokenList<SyntaxToken> Begin(Statement statement)
    {
        Statement = statement;
        Found.AddRange(statement.Diagnostics);
        Block = statement.Before.Block;
        (_reportedAt, IsSilent, Nesting, OpenParentheses, OpenBrackets, Compared, IsInCell) = (-1, false, 0, 0, 0, null, false);
        Habits.Read(this);
        var count = statement.Tokens.Count;
        _tokens = count > LongestShared ? new Token<SyntaxToken>[count] : _shared[count] ??= new Token<SyntaxToken>[count];
        for (var i = 0; i < count; i++)
        {
            var token = statement.Tokens[i];
            // Superpower wants a place in a text; it is never read, because Superpower's own messages are not shown.
            _tokens[i] = new(token, new Span(token.Text, new(0, 1, 1), token.Text.Length));
        }
        return new(_tokens);
    }

    /// <summary>The token at an index; one that is the end of the statement where there is none.</summary>
    public SyntaxToken At(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Kind : StatementEnd;

    /// <summary>The place that a list of tokens begins at.</summary>
    public Place PlaceOf(TokenList<SyntaxToken> tokens) => new(this, tokens.Position);

    /// <summary>
    /// Reports what is found at a place, unless something was reported at this very token, or a bad token lies here or before. The
    /// diagnostic is only made if it is reported.
    /// </summary>
    public void Report(Place place, Func<Place, Diagnostic?> finding) => Report(place, finding, static (finding, place) => finding(place));

    /// <summary>The same for a finding about something that was read.</summary>
    public void Report<T>(Place place, T part, Func<T, Place, Diagnostic?> finding)
    {
        if (IsSilent || _reportedAt == place.Index || place.Current.Kind == SyntaxKind.Bad || place.Previous.Kind == SyntaxKind.Bad
            || finding(part, place) is not { } found)
            return;
        _reportedAt = place.Index;
        Found.Add(found);
    }
}

/// <summary>A place between two tokens of a statement, from which one may look both ways.</summary>
internal readonly struct Place(StatementContext context, int index)
{
    /// <summary>The statement's state.</summary>
    public StatementContext Context { get; } = context;

    /// <summary>How many tokens lie before.</summary>
    public int Index { get; } = index;

    public SourceText Source => Context.Source;

    /// <summary>The token after the place.</summary>
    public SyntaxToken Current => Context.At(Index);

    public SyntaxToken Previous => Context.At(Index - 1);

    public SyntaxToken Last => Context.At(Context.Count - 1);

    public int End => Last.Span.End;

    /// <summary>Whether no token follows.</summary>
    public bool AtEnd => Index >= Context.Count;

    /// <summary>The end of the token before, where something missing would stand.</summary>
    public int PreviousEnd => Index > 0 ? Previous.Span.End : Context.Count > 0 ? Current.Span.Start : 0;

    /// <summary>The current token, or an empty span at the end of the statement.</summary>
    public TextSpan Here => AtEnd ? new(PreviousEnd, 0) : Current.Span;

    /// <summary>The token at a distance after the current one.</summary>
    public SyntaxToken Peek(int ahead) => Context.At(Index + ahead);

    /// <summary>Whether a word of the language that is a name elsewhere follows.</summary>
    public bool IsWord(string word) => Current.Kind == SyntaxKind.Name && Current.Value == word;

    /// <summary>Whether a name follows, and after it a token of a kind.</summary>
    public bool IsNameBefore(SyntaxKind kind) => Current.Kind == SyntaxKind.Name && Peek(1).Kind == kind;

    /// <summary>Whether the items of a list end here.</summary>
    public bool EndsItems =>
        AtEnd || Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis or SyntaxKind.EtcKeyword or SyntaxKind.Pipe;

    /// <summary>Whether a row of a table ends here.</summary>
    public bool EndsRow => AtEnd || Current.StartsLine;

    /// <summary>Whether a cell of a table ends here.</summary>
    public bool EndsCell => EndsRow || Current.Kind == SyntaxKind.Pipe;
}
