// A version of a policy's file, block by block: made of the one before by putting other blocks in place of some.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>All blocks of a version in the order of the file. Immutable; what did not change is copied, never looked at.</summary>
internal sealed class BoundVersion
{
    // What each block is bound to.
    private readonly ImmutableArray<byte> _parts = [];

    private BoundVersion()
    {
    }

    private BoundVersion(BoundVersion before, SameEnds same, ReadOnlySpan<KeptBlock> between, ImmutableArray<BlockSyntax> syntax,
        BoundPolicy head)
    {
        Syntax = syntax;
        Blocks = same.Replace(before.Blocks, between);
        var (bound, parts) = (new BoundBlock[between.Length], new byte[between.Length]);
        Compared = before.Compared;
        foreach (var block in before.Blocks.AsSpan()[same.First..^same.Last])
            Compared -= block.Bound.Part.Compared;
        for (var i = 0; i < between.Length; i++)
        {
            (bound[i], parts[i]) = (between[i].Bound, (byte)PartOf(between[i].Bound.Part.Bound));
            Compared += bound[i].Part.Compared;
        }
        Bound = same.Replace<BoundBlock>(before.Bound, bound);
        _parts = same.Replace<byte>(before._parts, parts);
        WithFindings = FoundIn(before, same, between);
        Policy = before.PolicyWith(head, same, between) with { Blocks = Bound };
    }

    private enum Part : byte
    {
        Other,
        Clause,
        Target,
        Pool,
        Duty,
        Procedure,
        Example,
        Invariant,
        JointRules,
    }

    /// <summary>A text without blocks.</summary>
    public static BoundVersion Nothing { get; } = new();

    /// <summary>The blocks.</summary>
    public ImmutableArray<BlockSyntax> Syntax { get; } = [];

    /// <summary>The blocks with what their binding depended on.</summary>
    public ImmutableArray<KeptBlock> Blocks { get; } = [];

    /// <summary>The blocks with what they are bound to.</summary>
    public ImmutableArray<BoundBlock> Bound { get; } = [];

    /// <summary>The blocks in which something was found.</summary>
    public ImmutableArray<KeptBlock> WithFindings { get; } = [];

    /// <summary>Known names that unknown ones were compared with.</summary>
    public int Compared { get; }

    /// <summary>The policy that the blocks make; null where there are none.</summary>
    public BoundPolicy? Policy { get; }

    /// <summary>The next version.</summary>
    /// <param name="same">The blocks that stay.</param>
    /// <param name="between">Those that stand in place of the others.</param>
    /// <param name="syntax">All blocks of the next version.</param>
    /// <param name="head">Its policy without blocks.</param>
    public BoundVersion With(SameEnds same, ReadOnlySpan<KeptBlock> between, ImmutableArray<BlockSyntax> syntax, BoundPolicy head) =>
        new(this, same, between, syntax, head);

    /// <summary>The policy that a head and the blocks of the next version make.</summary>
    public BoundPolicy PolicyWith(BoundPolicy head, SameEnds same, ReadOnlySpan<KeptBlock?> between)
    {
        var made = new List<object>(between.Length);
        foreach (var block in between)
        {
            if (block?.Bound.Part.Bound is { } bound)
                made.Add(bound);
        }
        return head with
        {
            Clauses = Spliced(Part.Clause, static policy => policy.Clauses),
            Targets = Spliced(Part.Target, static policy => policy.Targets),
            Pools = Spliced(Part.Pool, static policy => policy.Pools),
            Duties = Spliced(Part.Duty, static policy => policy.Duties),
            Procedures = Spliced(Part.Procedure, static policy => policy.Procedures),
            Examples = Spliced(Part.Example, static policy => policy.Examples),
            Invariants = Spliced(Part.Invariant, static policy => policy.Invariants),
            JointRules = Spliced(Part.JointRules, static policy => policy.JointRules),
        };

        ImmutableArray<T> Spliced<T>(Part part, Func<BoundPolicy, ImmutableArray<T>> of)
        {
            var before = Policy is null ? [] : of(Policy);
            var parts = _parts.AsSpan();
            var (first, last) = (parts[..same.First].Count((byte)part), parts[(parts.Length - same.Last)..].Count((byte)part));
            T[] now = [.. made.OfType<T>()];
            return now.Length == 0 && first + last == before.Length ? before : new SameEnds(first, last).Replace<T>(before, now);
        }
    }

    private static ImmutableArray<KeptBlock> FoundIn(BoundVersion before, SameEnds same, ReadOnlySpan<KeptBlock> between)
    {
        var found = ImmutableArray.CreateBuilder<KeptBlock>();
        var gone = before.Syntax.AsSpan()[same.First..^same.Last];
        var (first, last) = gone.IsEmpty ? (int.MaxValue, -1) : (gone[0].Span.Start, gone[^1].Span.Start);
        foreach (var block in before.WithFindings)
        {
            if (block.Bound.Syntax.Span.Start < first || block.Bound.Syntax.Span.Start > last)
                found.Add(block);
        }
        foreach (var block in between)
        {
            if (!block.Bound.Part.Found.IsEmpty)
                found.Add(block);
        }
        return found.ToImmutable();
    }

    private static Part PartOf(object? bound) => bound switch
    {
        BoundClause => Part.Clause,
        BoundTarget => Part.Target,
        BoundPool => Part.Pool,
        BoundDuty => Part.Duty,
        BoundProcedure => Part.Procedure,
        BoundExample => Part.Example,
        BoundInvariant => Part.Invariant,
        BoundJointRules => Part.JointRules,
        _ => Part.Other,
    };
}
