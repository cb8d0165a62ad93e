// What was bound of a policy, block by block, kept for the next version of its text.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>What answers are read from.</summary>
internal enum Answers
{
    /// <summary>The numbers of the policy's blocks, and the subjects of its clauses.</summary>
    Numbers,

    /// <summary>What its blocks are bound to.</summary>
    Blocks,

    /// <summary>Other policies.</summary>
    Others,
}

/// <summary>
/// Something that the binder of a block asked about the rest of the policy and the other policies, with the answer it got.
/// </summary>
/// <param name="Ask">The question.</param>
/// <param name="Answer">The answer: a symbol or bound block (the very same one), a text or a truth.</param>
/// <param name="From">What the answer is read from.</param>
internal readonly record struct Question(Func<PolicyContext, object?> Ask, object? Answer, Answers From)
{
    /// <summary>Whether the answer is still the same.</summary>
    public bool StillHolds(PolicyContext context) => Equals(Ask(context), Answer);
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

    /// <summary>The head that it was bound under.</summary>
    public PolicyHead Head { get; } = head;

    /// <summary>What its binder asked about the rest.</summary>
    public ImmutableArray<Question> Questions { get; } = questions;

    /// <summary>The numbers of the policy's blocks when the answers were looked at last.</summary>
    public ImmutableArray<object?> Numbers { get; set; }
}

/// <summary>The blocks of a file. Those that are no longer in the file are dropped from time to time.</summary>
internal sealed class KeptBlocks
{
    private readonly Dictionary<BlockSyntax, KeptBlock> _blocks = new(ReferenceEqualityComparer.Instance);
    private ImmutableArray<Question> _ofOthers = [];
    private ImmutableArray<object?> _numbers = [];
    private bool _hasNumbers;

    /// <summary>The head; null before the first time.</summary>
    public PolicyHead? Head { get; set; }

    /// <summary>Begins a version of the text: its numbers are not known yet.</summary>
    public void Open() => _hasNumbers = false;

    /// <summary>
    /// Notes the numbers of the blocks and the subjects of the clauses; blocks found from now on are not asked for them again where they
    /// stayed the same.
    /// </summary>
    public void Note(IEnumerable<object?> numbers)
    {
        var now = numbers.ToImmutableArray();
        if (!now.SequenceEqual(_numbers, ReferenceEqualityComparer.Instance))
            _numbers = now;
        _hasNumbers = true;
    }

    /// <summary>The block as it was bound under this head, where all that its binder asked has the same answers; else null.</summary>
    public BoundBlock? Find(BlockSyntax syntax, PolicyHead head, PolicyContext context)
    {
        if (!_blocks.TryGetValue(syntax, out var known) || known.Head != head)
            return null;
        var isOfNumbers = _hasNumbers && known.Numbers == _numbers;
        foreach (var question in known.Questions)
        {
            if (!(isOfNumbers && question.From == Answers.Numbers) && !question.StillHolds(context))
                return null;
        }
        if (_hasNumbers)
            known.Numbers = _numbers;
        return known.Bound;
    }

    /// <summary>Keeps a block.</summary>
    public void Add(KeptBlock block) => _blocks[block.Bound.Syntax] = block;

    /// <summary>Closes a version of the text: all its blocks, bound or not.</summary>
    /// <param name="tree">The version.</param>
    /// <param name="head">The head that they are bound under.</param>
    /// <param name="unbound">Makes a block of which nothing is bound.</param>
    public ImmutableArray<BoundBlock> Close(CompilationUnit tree, PolicyHead head, Func<BlockSyntax, BoundBlock> unbound)
    {
        var blocks = ImmutableArray.CreateBuilder<KeptBlock>(tree.Blocks.Length);
        foreach (var syntax in tree.Blocks)
        {
            if (!_blocks.TryGetValue(syntax, out var block) || block.Head != head)
                Add(block = new(unbound(syntax), head, []));
            blocks.Add(block);
        }
        if (_blocks.Count > 2 * blocks.Count + 16)
        {
            _blocks.Clear();
            foreach (var block in blocks)
                Add(block);
        }
        var ofOthers = ImmutableArray.CreateBuilder<Question>();
        foreach (var block in blocks)
        {
            foreach (var question in block.Questions)
            {
                if (question.From == Answers.Others)
                    ofOthers.Add(question);
            }
        }
        _ofOthers = ofOthers.ToImmutable();
        return [.. blocks.Select(static block => block.Bound)];
    }

    /// <summary>Whether what the blocks asked about other policies has the same answers.</summary>
    public bool StillHolds(PolicyContext context) => _ofOthers.All(question => question.StillHolds(context));
}
