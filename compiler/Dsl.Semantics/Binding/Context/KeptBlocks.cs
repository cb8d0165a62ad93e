// What was bound of a policy, block by block, kept for the next version of its text.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>
/// Something that the binder of a block asked about the rest of the policy and the other policies, with the answer it got.
/// </summary>
/// <param name="Ask">The question.</param>
/// <param name="Answer">The answer: a symbol or bound block (the very same one), a text or a truth.</param>
/// <param name="IsBound">Whether what other blocks of the policy are bound to is asked for; else their numbers, or other policies.</param>
internal readonly record struct Question(Func<PolicyContext, object?> Ask, object? Answer, bool IsBound)
{
    /// <summary>Whether the answer is still the same.</summary>
    public bool StillHolds(PolicyContext context) => IsBound ? ReferenceEquals(Ask(context), Answer) : Equals(Ask(context), Answer);
}

/// <summary>The head of a policy with its 范围: all blocks of the policy are bound under it.</summary>
internal sealed class PolicyHead(ImmutableArray<BlockSyntax> blocks, bool hasOfficialText, SubjectSymbol? subject,
    FilePart<BoundPolicy> part)
{
    /// <summary>What it was bound from.</summary>
    public ImmutableArray<BlockSyntax> Blocks { get; } = blocks;

    /// <summary>Whether its official text was there.</summary>
    public bool HasOfficialText { get; } = hasOfficialText;

    /// <summary>The subject of blocks that name none.</summary>
    public SubjectSymbol? Subject { get; } = subject;

    /// <summary>The policy without its blocks.</summary>
    public FilePart<BoundPolicy> Part { get; set; } = part;
}

/// <summary>A block with what its binding depended on.</summary>
internal sealed class KeptBlock(BoundBlock bound, PolicyHead head, ImmutableArray<Question> questions)
{
    /// <summary>The block with what it was bound to.</summary>
    public BoundBlock Bound { get; } = bound;

    /// <summary>What its binder asked about the rest.</summary>
    public ImmutableArray<Question> Questions { get; } = questions;

    /// <summary>Whether it would be bound to the same under a head.</summary>
    public bool StillHolds(PolicyHead under, PolicyContext context)
    {
        if (head != under)
            return false;
        foreach (var question in Questions)
        {
            if (!question.StillHolds(context))
                return false;
        }
        return true;
    }
}

/// <summary>What the blocks of a version of a text were bound under, beside one another.</summary>
/// <param name="Head">The head.</param>
/// <param name="Policies">All policies with the numbers of their blocks (<see cref="PolicyDirectory.State"/>).</param>
internal readonly record struct Surroundings(PolicyHead? Head, ImmutableArray<object> Policies)
{
    /// <summary>Whether nothing in them has changed.</summary>
    public bool IsSame(Surroundings other) => Head is not null && Head == other.Head
        && Policies.SequenceEqual(other.Policies, ReferenceEqualityComparer.Instance);
}

/// <summary>The blocks of a file as they were bound in the last version, and what was bound in versions that were left half done.</summary>
internal sealed class KeptBlocks
{
    private readonly Dictionary<BlockSyntax, KeptBlock> _begun = new(ReferenceEqualityComparer.Instance);

    // The blocks of the last version that asked for what another one is bound to.
    private readonly Dictionary<object, List<KeptBlock>> _askers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The head; null before the first time.</summary>
    public PolicyHead? Head { get; set; }

    /// <summary>The last version.</summary>
    public BoundVersion Version { get; private set; } = BoundVersion.Nothing;

    /// <summary>What it was bound under.</summary>
    public Surroundings Under { get; private set; }

    /// <summary>
    /// Blocks that were bound before, and may be used again: those that others stand in place of, and those left half done.
    /// </summary>
    public Dictionary<BlockSyntax, KeptBlock> Loose(SameEnds same)
    {
        var loose = new Dictionary<BlockSyntax, KeptBlock>(_begun, ReferenceEqualityComparer.Instance);
        foreach (var block in Version.Blocks.AsSpan()[same.First..^same.Last])
            loose[block.Bound.Syntax] = block;
        return loose;
    }

    /// <summary>The blocks of the last version that asked for what a block was bound to.</summary>
    public IEnumerable<KeptBlock> AskersOf(object bound) => _askers.GetValueOrDefault(bound) ?? [];

    /// <summary>Keeps a block of a version that is not closed yet.</summary>
    public void Add(KeptBlock block)
    {
        // Versions may be left half done again and again.
        if (_begun.Count > 2 * Version.Blocks.Length + 1000)
            _begun.Clear();
        _begun[block.Bound.Syntax] = block;
    }

    /// <summary>Closes a version.</summary>
    /// <param name="next">The version.</param>
    /// <param name="same">What it has in common with the last one.</param>
    /// <param name="under">What it was bound under.</param>
    public void Close(BoundVersion next, SameEnds same, Surroundings under)
    {
        foreach (var block in Version.Blocks.AsSpan()[same.First..^same.Last])
        {
            foreach (var answer in AnswersOf(block))
            {
                if (_askers.TryGetValue(answer, out var askers) && askers.Remove(block) && askers.Count == 0)
                    _askers.Remove(answer);
            }
        }
        foreach (var block in next.Blocks.AsSpan()[same.First..^same.Last])
        {
            foreach (var answer in AnswersOf(block))
            {
                if (!_askers.TryGetValue(answer, out var askers))
                    _askers.Add(answer, askers = []);
                askers.Add(block);
            }
        }
        _begun.Clear();
        (Version, Under) = (next, under);
    }

    private static IEnumerable<object> AnswersOf(KeptBlock block) =>
        block.Questions.Where(static question => question.IsBound).Select(static question => question.Answer).OfType<object>().Distinct();
}
