// Names of blocks in diagnostics: 条款 3.1, 资金池 9, 参数 配套比例, 算例 条款 3.1.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>Finds the block that a place lies in, and its name, without going through all blocks.</summary>
public sealed class BlockNames
{
    private readonly ImmutableArray<BlockSyntax> _blocks;

    public BlockNames(SyntaxTree tree) => _blocks = tree.Root.Blocks;

    /// <summary>
    /// The name of the block that holds a place (UTF-16 units from the start of the file);
    /// null in the head of a policy and before the first block.
    /// </summary>
    public string? At(int position)
    {
        var (low, high) = (0, _blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_blocks[middle].Span.Start <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? null : NameOf(_blocks[low - 1]);
    }

    /// <summary>
    /// The keyword and what distinguishes the block from others of its kind; null for the head of a policy and for lines outside of blocks.
    /// </summary>
    public static string? NameOf(BlockSyntax block) => block switch
    {
        PolicyBlock or ErrorBlock => null,
        NumberedBlock numbered => Join(block, numbered.Number),
        ExampleBlock example => Join(block, example.TargetKind, example.Number),
        InvariantBlock invariant => Join(block, invariant.TargetKind, invariant.Number),
        ScopeBlock scope => Join(block, scope.Subject),
        ListBlock list => Join(block, list.Name),
        DataBlock data => Join(block, data.Name),
        DetailBlock detail => Join(block, detail.Name),
        ParameterBlock parameter => Join(block, parameter.Name),
        _ => block.Keyword?.Value,
    };

    private static string Join(BlockSyntax block, params ReadOnlySpan<SyntaxToken?> words)
    {
        var name = block.Keyword?.Value ?? "";
        foreach (var word in words)
        {
            if (word is { IsMissing: false })
                name += " " + word.Value;
        }
        return name;
    }
}
