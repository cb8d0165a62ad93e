// Statements of a file one after another. A large file is cut into statements on a second thread while the first ones are parsed.
using System.Collections.Concurrent;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Lexing;

/// <summary>Reads statements, ahead of the parser where that pays. For one thread.</summary>
internal sealed class StatementReader
{
    /// <summary>From this many characters on the lexer works on a thread of its own.</summary>
    public const int LargeFile = 1 << 18;

    private const int BatchSize = 256;

    private readonly Lexer _lexer;
    private readonly BlockingCollection<Statement[]>? _ahead;
    private Statement[] _batch = [];
    private int _next;

    /// <summary>Begins a file.</summary>
    /// <param name="source">The text.</param>
    /// <param name="isText">Whether it is text that statements can be read from.</param>
    public StatementReader(SourceText source, bool isText)
    {
        (_lexer, IsText) = (new(source), isText);
        if (!isText || source.Content.Length < LargeFile)
            return;
        _ahead = [];
        Task.Run(ReadAhead);
    }

    /// <summary>Whether statements can be read at all.</summary>
    public bool IsText { get; }

    /// <summary>Characters looked at so far; all of them once the file is read.</summary>
    public long Work => _lexer.Work;

    /// <summary>The next statement, good until the one after it is read; it has no tokens at the end of the file.</summary>
    public Statement Read()
    {
        if (_ahead is null)
            return _lexer.ReadStatement();
        if (_next == _batch.Length)
            (_batch, _next) = (_ahead.Take(), 0);
        return _batch[_next++];
    }

    /// <summary>The end-of-file token, once every statement was read.</summary>
    public SyntaxToken EndOfFile() => _lexer.EndOfFile();

    /// <summary>The whole file as one statement of one bad token: for content that is no text.</summary>
    public Statement ReadAllAsBad() => _lexer.ReadAllAsBad();

    private void ReadAhead()
    {
        var batch = new List<Statement>(BatchSize);
        bool isLast;
        do
        {
            var statement = _lexer.ReadStatement(new Statement());
            batch.Add(statement);
            isLast = statement.Tokens.Count == 0;
            if (!isLast && batch.Count < BatchSize)
                continue;
            _ahead?.Add([.. batch]);
            batch.Clear();
        }
        while (!isLast);
    }
}
