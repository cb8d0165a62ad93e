// The blocks of a policy that are looked at together, from version to version of the text: an edit makes anew the groups that it touches.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;

namespace Dsl.Semantics.Checks;

/// <summary>The groups of a policy in one way of looking. Immutable, so that a run that is cancelled leaves nothing half done.</summary>
internal sealed class KeptGroups
{
    private readonly Reach _reach;
    private readonly ImmutableDictionary<BoundBlock, CheckedGroup> _byBlock;

    private KeptGroups(Reach reach, ImmutableDictionary<BoundBlock, CheckedGroup> byBlock, ImmutableArray<CheckedGroup> open) =>
        (_reach, _byBlock, Open) = (reach, byBlock, open);

    /// <summary>The groups to look at: those made anew, and those in which something was found or is left to look for.</summary>
    public ImmutableArray<CheckedGroup> Open { get; }

    /// <summary>The groups of all blocks.</summary>
    /// <param name="blocks">The blocks of the policy, all checked.</param>
    /// <param name="reach">The way of looking.</param>
    /// <param name="states">What is known of them.</param>
    /// <param name="before">Groups that are kept where they are the same; null where there are none.</param>
    public static KeptGroups Of(ImmutableArray<BoundBlock> blocks, Reach reach, CheckedBlocks states, KeptGroups? before)
    {
        var byBlock = ImmutableDictionary.CreateBuilder<BoundBlock, CheckedGroup>(ReferenceEqualityComparer.Instance);
        var all = ImmutableArray.CreateBuilder<CheckedGroup>();
        foreach (var members in Groups.Of(blocks, reach, states))
        {
            var known = before?._byBlock.GetValueOrDefault(members[0]);
            var group = known is not null && known.Blocks.SequenceEqual(members) ? known : new CheckedGroup(members);
            foreach (var member in members)
                byBlock.Add(member, group);
            all.Add(group);
        }
        return new(reach, byBlock.ToImmutable(), all.ToImmutable());
    }

    /// <summary>The groups where blocks were replaced by ones that have the same in common with others; null where one has not.</summary>
    public KeptGroups? With(ImmutableArray<(BoundBlock Old, BoundBlock New)> replaced, CheckedBlocks states)
    {
        var (byBlock, open) = (_byBlock, Open);
        foreach (var (old, now) in replaced)
        {
            if (states[now]?.TopicsOf(_reach) is not { } topics || states[old]?.TopicsOf(_reach) is not { } before
                || !topics.SequenceEqual(before))
                return null;
            if (!byBlock.TryGetValue(old, out var group))
                continue;
            var next = new CheckedGroup(group.Blocks.Replace(old, now, ReferenceEqualityComparer.Instance));
            byBlock = byBlock.Remove(old);
            foreach (var member in next.Blocks)
                byBlock = byBlock.SetItem(member, next);
            open = open.Remove(group).Add(next);
        }
        return new(_reach, byBlock, open);
    }

    /// <summary>The same with groups to look at anew in place of those for which that is so.</summary>
    public KeptGroups Without(Func<CheckedGroup, bool> isStale)
    {
        var (byBlock, open) = (_byBlock, Open);
        foreach (var group in _byBlock.Values.Distinct().Where(isStale))
        {
            var next = new CheckedGroup(group.Blocks);
            byBlock = byBlock.SetItems(next.Blocks.Select(member => KeyValuePair.Create(member, next)));
            open = open.Remove(group).Add(next);
        }
        return new(_reach, byBlock, open);
    }

    /// <summary>The same after a look at those that were open.</summary>
    /// <param name="isSound">Whether the file has no errors.</param>
    public KeptGroups Looked(bool isSound) =>
        new(_reach, _byBlock, Open.RemoveAll(group => group.Findings.IsIdle(isSound)));
}
