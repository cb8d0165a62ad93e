// What the checks found block by block, for as long as the bound block lives.
using System.Runtime.CompilerServices;
using Dsl.Semantics.Bound;

namespace Dsl.Semantics.Checks.Framework;

/// <summary>The blocks that were checked. May be asked by several threads.</summary>
internal sealed class CheckedBlocks
{
    private readonly ConditionalWeakTable<BoundBlock, CheckedBlock> _byBlock = [];

    /// <summary>A block as it was checked last; null where it was not checked yet.</summary>
    public CheckedBlock? this[BoundBlock block]
    {
        get => _byBlock.TryGetValue(block, out var known) ? known : null;
        set
        {
            if (value is null)
                _byBlock.Remove(block);
            else
                _byBlock.AddOrUpdate(block, value);
        }
    }
}
