// A whole file: cut into statements, each read by itself, put together as blocks. A large file is cut on one thread and read on the others.
using System.Collections.Concurrent;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>Parses a file. Never fails: what fits nowhere is kept in the tree, and the next line starts afresh.</summary>
internal sealed class Parser(SourceText source)
{
    /// <summary>From this many characters on several threads work.</summary>
    public const int LargeFile = 1 << 18;

    private const int BatchSize = 256;

    // Batches that are cut but not yet joined: bounds memory, whichever thread is slowest.
    private const int MostBatches = 64;

    private readonly Lexer _lexer = new(source);
    private readonly ConcurrentBag<StatementParser> _parsers = [];

    /// <summary>Characters looked at by the lexer and tokens taken by the parsers, for tests of linear work.</summary>
    public long Work => _lexer.Work + _parsers.Sum(static parser => parser.Taken);

    public SyntaxTree ParseFile()
    {
        if (!TextCheck.IsText(source.Content))
            return ParseAsBad();
        var (blocks, found) = (new BlockBuilder(), new FoundDiagnostics(source));
        foreach (var statement in source.Content.Length < LargeFile ? ReadOneByOne() : ReadOnThreads())
        {
            blocks.Add(statement);
            found.Add(statement.Found);
        }
        var root = new CompilationUnit(blocks.ToImmutable(), _lexer.EndOfFile());
        return new(source, root, HiddenCharacters.Add(source, root, found.ToImmutable()));
    }

    private SyntaxTree ParseAsBad()
    {
        var line = new ErrorLine { Skipped = [.. _lexer.ReadAllAsBad().Tokens] };
        var root = new CompilationUnit([new ErrorBlock { Lines = [line] }], _lexer.EndOfFile());
        return new(source, root, [LexicalDiagnostics.NotText(source)]);
    }

    private IEnumerable<ParsedStatement> ReadOneByOne()
    {
        var parser = new StatementParser(source);
        _parsers.Add(parser);
        while (_lexer.ReadStatement() is { Tokens.Count: > 0 } statement)
            yield return parser.Parse(statement);
    }

    private IEnumerable<ParsedStatement> ReadOnThreads()
    {
        using var batches = new BlockingCollection<Task<ParsedStatement[]>>(MostBatches);
        // A separate thread: if all pool threads waited for their lexers, none would be left to run those.
        var cutting = Task.Factory.StartNew(
            () => Cut(batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        foreach (var batch in batches.GetConsumingEnumerable())
        {
            foreach (var statement in batch.GetAwaiter().GetResult())
                yield return statement;
        }
        cutting.GetAwaiter().GetResult();
    }

    private void Cut(BlockingCollection<Task<ParsedStatement[]>> batches)
    {
        try
        {
            var isLast = false;
            while (!isLast)
            {
                var batch = new List<Statement>(BatchSize);
                while (!isLast && batch.Count < BatchSize)
                {
                    var statement = _lexer.ReadStatement(new Statement());
                    isLast = statement.Tokens.Count == 0;
                    if (!isLast)
                        batch.Add(statement);
                }
                batches.Add(Task.Run(() => Parse(batch)));
            }
        }
        finally
        {
            batches.CompleteAdding();
        }
    }

    private ParsedStatement[] Parse(List<Statement> batch)
    {
        var parser = _parsers.TryTake(out var free) ? free : new(source);
        var parsed = new ParsedStatement[batch.Count];
        for (var i = 0; i < parsed.Length; i++)
            parsed[i] = parser.Parse(batch[i]);
        _parsers.Add(parser);
        return parsed;
    }
}
