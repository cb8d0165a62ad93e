// Blocks: a header and the lines up to the next one.
using System.Collections.Immutable;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>Puts the statements of a file together. Lines before the first header are a block of their own.</summary>
internal sealed class BlockBuilder
{
    private readonly ImmutableArray<BlockSyntax>.Builder _blocks = ImmutableArray.CreateBuilder<BlockSyntax>();
    private readonly ImmutableArray<LineSyntax>.Builder _lines = ImmutableArray.CreateBuilder<LineSyntax>();
    private BlockHeader? _header;

    /// <summary>Adds the next statement.</summary>
    public void Add(in ParsedStatement statement)
    {
        if (statement.Line is { } line)
        {
            _lines.Add(line);
            return;
        }
        EndBlock();
        _header = statement.Header;
    }

    /// <summary>All blocks.</summary>
    public ImmutableArray<BlockSyntax> ToImmutable()
    {
        EndBlock();
        return _blocks.ToImmutable();
    }

    private void EndBlock()
    {
        if (_header is null && _lines.Count == 0)
            return;
        var lines = _lines.ToImmutable();
        _blocks.Add(_header is { } header ? header(lines) : new ErrorBlock { Lines = lines });
        _lines.Clear();
        _header = null;
    }
}
