// Binds the blocks of a policy of which most were bound before: those that an edit touched, and those that asked for one of them.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>The binding of one version of a file that is being edited.</summary>
/// <param name="file">The file.</param>
/// <param name="directory">All policies of the set.</param>
/// <param name="policy">Its policy without blocks.</param>
/// <param name="bind">Binds a block.</param>
/// <param name="cancellation">Cancelled when the policy is of no use any more.</param>
internal sealed class BlockReuse(
    FileContext file, PolicyDirectory directory, BoundPolicy policy, Func<PolicyContext, BlockSyntax, object?> bind,
    CancellationToken cancellation)
{
    private readonly KeptBlocks _kept = file.Kept;
    private readonly ImmutableArray<BlockSyntax> _blocks = file.Tree.Root.Blocks;

    /// <summary>The policy with all blocks.</summary>
    public BoundPolicy Bind(PolicyHead head)
    {
        var under = new Surroundings(head, directory.State, file.Visible);
        var context = new PolicyContext(file, directory, policy);
        var same = SameEnds.Of(_kept.Version.Syntax, _blocks);
        if (!under.IsSame(_kept.Under))
            same = Standing(same, context);
        var loose = _kept.Loose(same);
        var numbered = new KeptBlock?[_blocks.Length - same.First - same.Last];
        for (var i = 0; i < numbered.Length; i++)
        {
            if (!IsExpected(_blocks[same.First + i]))
                numbered[i] = Bind(_blocks[same.First + i], loose, context);
        }
        context = new PolicyContext(file, directory, _kept.Version.PolicyWith(policy, same, numbered));
        var wide = Widened(same, numbered);
        var made = new KeptBlock[_blocks.Length - wide.First - wide.Last];
        foreach (var block in _kept.Version.Blocks.AsSpan()[wide.First..same.First])
            loose[block.Bound.Syntax] = block;
        foreach (var block in _kept.Version.Blocks.AsSpan()[^same.Last..^wide.Last])
            loose[block.Bound.Syntax] = block;
        for (var i = 0; i < made.Length; i++)
        {
            var among = wide.First + i - same.First;
            made[i] = (among >= 0 && among < numbered.Length ? numbered[among] : null)
                ?? Bind(_blocks[wide.First + i], loose, context);
        }
        var version = _kept.Version.With(wide, made, _blocks, policy);
        file.Sink.Add(version, file.Newest);
        _kept.Close(version, wide, under);
        return version.Policy ?? policy;
    }

    private static bool IsExpected(BlockSyntax block) => block is ExampleBlock or InvariantBlock or PolicyBlock;

    private KeptBlock Bind(BlockSyntax block, Dictionary<BlockSyntax, KeptBlock> loose, PolicyContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        if (loose.TryGetValue(block, out var known) && known.StillHolds(context))
            return known;
        var made = context.Keep(block, bind);
        _kept.Add(made);
        return made;
    }

    /// <summary>The blocks at both ends that stand under another head, with other declarations and among other numbers.</summary>
    private SameEnds Standing(SameEnds same, PolicyContext context)
    {
        var (blocks, first, last) = (_kept.Version.Blocks, 0, 0);
        while (first < same.First && blocks[first].Stands(context))
            first++;
        while (last < same.Last && blocks[^(last + 1)].Stands(context))
            last++;
        return new(first, last);
    }

    /// <summary>The blocks that need no look: not those that asked for a block which is bound to something else now.</summary>
    private SameEnds Widened(SameEnds same, ReadOnlySpan<KeptBlock?> numbered)
    {
        var now = new List<object>();
        foreach (var block in numbered)
        {
            if (block?.Bound.Part.Bound is BoundClause or BoundTarget)
                now.Add(block.Bound.Part.Bound);
        }
        var before = same.Between(_kept.Version.Bound).Select(static block => block.Part.Bound)
            .Where(static bound => bound is BoundClause or BoundTarget).OfType<object>().ToList();
        if (!now.Select(AskedBy).SequenceEqual(before.Select(AskedBy)))
            return default;
        var (first, last) = same;
        foreach (var asker in before.Except(now, ReferenceEqualityComparer.Instance).OfType<object>().SelectMany(AskersOf))
        {
            var index = IndexOf(asker.Bound.Syntax);
            (first, last) = (Math.Min(first, index), Math.Min(last, _kept.Version.Blocks.Length - 1 - index));
        }
        return new(first, last);
    }

    /// <summary>The blocks that asked for a block as it is bound, or for a clause as it is written.</summary>
    private IEnumerable<KeptBlock> AskersOf(object bound) => bound is BoundClause { LegalBasis.Syntax: var written }
        ? _kept.AskersOf(bound).Concat(_kept.AskersOf(written)) : _kept.AskersOf(bound);

    /// <summary>By what a block is asked for, and what is known of it without it.</summary>
    private static object AskedBy(object bound) => bound switch
    {
        BoundClause clause => (clause.Number, clause.Subject),
        BoundTarget target => target.LegalBasis.Number,
        _ => bound,
    };

    /// <summary>Where a block of the last version stands in it.</summary>
    private int IndexOf(BlockSyntax block)
    {
        var (blocks, low, high) = (_kept.Version.Syntax, 0, _kept.Version.Syntax.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.Start < block.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
