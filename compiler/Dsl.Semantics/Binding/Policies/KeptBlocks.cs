// What was bound of a policy, block by block, kept for the next version of its text.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Something that the binder of a block asked about the rest of the policy and the other policies, with the answer it got.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Answer">The answer: a symbol or bound block (the very same one), a text or a truth.</param>
/// <param name="IsOfOthers">Whether it is about other policies.</param>
internal readonly record struct Question(Func<PolicyContext, object?> Ask, object? Answer, bool IsOfOthers)
{
    /// <summary>Whether the answer is still the same.</summary>
    public bool StillHolds(PolicyContext context) => Equals(Ask(context), Answer);
}

/// <summary>The head of a policy with its 范围: all blocks of the policy are bound under it.</summary>
internal sealed class PolicyHead(ImmutableArray<BlockSyntax> blocks, bool hasOfficialText, SubjectSymbol? subject, FilePart<BoundPolicy> part)
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

/// <summary>The parts of a file. What is no longer in the file is dropped when it is bound the next time.</summary>
internal sealed class KeptBlocks
{
    private Dictionary<BlockSyntax, BoundBlock> _before = new(ReferenceEqualityComparer.Instance);
    private Dictionary<BlockSyntax, BoundBlock> _now = new(ReferenceEqualityComparer.Instance);

    /// <summary>The head; null before the first time.</summary>
    public PolicyHead? Head { get; set; }

    /// <summary>The block as it was bound under this head, where all that its binder asked has the same answers; else null.</summary>
    public BoundBlock? Find(BlockSyntax syntax, PolicyHead head, PolicyContext context) =>
        _before.GetValueOrDefault(syntax) is { } known && known.Head == head && known.Questions.All(question => question.StillHolds(context)) ? known : null;

    /// <summary>Keeps a block.</summary>
    public void Add(BoundBlock block) => _now[block.Syntax] = _before[block.Syntax] = block;

    /// <summary>The block of the present version; null where it was not bound.</summary>
    public BoundBlock? this[BlockSyntax syntax] => _now.GetValueOrDefault(syntax);

    /// <summary>Begins a version of the text.</summary>
    public void Open() => _now = new(_before.Count, ReferenceEqualityComparer.Instance);

    /// <summary>Drops what that version does not have.</summary>
    public void Close() => _before = _now;

    /// <summary>Whether what the blocks asked about other policies has the same answers.</summary>
    public bool StillHolds(PolicyContext context) =>
        _before.Values.All(block => block.Questions.All(question => !question.IsOfOthers || question.StillHolds(context)));
}
