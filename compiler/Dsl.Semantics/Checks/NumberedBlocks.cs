// The numbered blocks of a file, found by place and by number without going through all of them.
using System.Collections.Immutable;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>条款, 目标, 资金池, 义务 and 程序 of one file.</summary>
public sealed class NumberedBlocks
{
    private readonly ImmutableArray<NumberedBlock> _inOrder;
    private readonly int[] _starts;
    private readonly Dictionary<string, NumberedBlock> _byNumber = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    public NumberedBlocks(SyntaxTree tree)
    {
        _inOrder = [.. tree.Root.Blocks.OfType<NumberedBlock>()];
        _starts = [.. _inOrder.Select(static block => block.Span.Start)];
        foreach (var block in _inOrder)
            _byNumber.TryAdd(block.Number.Value, block);
    }

    /// <summary>The block that holds a place (UTF-16 units from the start of the file), or null.</summary>
    public NumberedBlock? At(int position)
    {
        var index = Array.BinarySearch(_starts, position);
        if (index < 0)
            index = ~index - 1;
        return index >= 0 && _inOrder[index].Span.Touches(position) ? _inOrder[index] : null;
    }

    /// <summary>The first block of a number as written, or null.</summary>
    public NumberedBlock? Find(string number) => _byNumber.GetValueOrDefault(number);
}
