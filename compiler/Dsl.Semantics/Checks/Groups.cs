// Blocks that have something in common, directly or by way of others.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;

namespace Dsl.Semantics.Checks;

/// <summary>Puts blocks together.</summary>
internal static class Groups
{
    /// <summary>A topic that a block has with no other: it is looked at, if need be alone.</summary>
    public static object Itself { get; } = new();

    /// <summary>
    /// The groups of blocks that have a topic of a kind, each in the order of the file; blocks without a topic are in none.
    /// </summary>
    public static IEnumerable<ImmutableArray<BoundBlock>> Of(ImmutableArray<BoundBlock> blocks, Reach reach, CheckedBlocks known)
    {
        var members = blocks.Where(block => known[block]?.TopicsOf(reach).IsEmpty == false).ToList();
        var leaders = Enumerable.Range(0, members.Count).ToArray();
        var first = new Dictionary<object, int>();
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var topic in known[members[i]]?.TopicsOf(reach) ?? [])
            {
                if (topic != Itself && !first.TryAdd(topic, i))
                    Join(leaders, first[topic], i);
            }
        }
        return Enumerable.Range(0, members.Count).GroupBy(i => Leader(leaders, i), i => members[i])
            .Select(static group => group.ToImmutableArray());
    }

    private static void Join(int[] leaders, int one, int other)
    {
        var (left, right) = (Leader(leaders, one), Leader(leaders, other));
        leaders[Math.Max(left, right)] = Math.Min(left, right);
    }

    private static int Leader(int[] leaders, int member)
    {
        while (leaders[member] != member)
            member = leaders[member] = leaders[leaders[member]];
        return member;
    }
}
