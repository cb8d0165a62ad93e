// What was bound of a policy, block by block, kept for the next version of its text.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>What a question is about.</summary>
internal enum QuestionKind
{
    /// <summary>The numbers of the policy's blocks, or other policies: <see cref="PolicyDirectory.State"/>.</summary>
    Numbers,

    /// <summary>A 范围 of the policy.</summary>
    Scope,

    /// <summary>The subject of another block of the policy.</summary>
    Subject,

    /// <summary>What another block of the policy is bound to.</summary>
    Bound,
}

/// <summary>
/// Something that the binder of a block asked about the rest of the policy and the other policies, with the answer it got.
/// </summary>
/// <param name="Ask">The question.</param>
/// <param name="Answer">The answer: a symbol or bound block (the very same one), a text or a truth.</param>
internal readonly record struct Question(Func<PolicyContext, object?> Ask, object? Answer, QuestionKind Kind)
{
    /// <summary>Whether the answer is still the same.</summary>
    public bool StillHolds(PolicyContext context) => Kind is QuestionKind.Bound or QuestionKind.Scope
        ? ReferenceEquals(Ask(context), Answer) : Equals(Ask(context), Answer);
}

/// <summary>A 范围 that was bound, with all that its binding depended on.</summary>
/// <param name="Header">Its subject; null where that is unknown.</param>
/// <param name="DefaultSubject">The subject of a 范围 that names none.</param>
/// <param name="Earlier">The subjects of those before it.</param>
/// <param name="Lines">The lines of its conditions.</param>
/// <param name="Parameters">What these asked about parameters.</param>
/// <param name="Conditions">What they are bound to.</param>
internal sealed record KeptScope(FilePart<SubjectSymbol> Header, SubjectSymbol? DefaultSubject, ImmutableArray<SubjectSymbol> Earlier,
    ImmutableArray<ExpressionLine> Lines, ParameterAnswers Parameters, FilePart<ScopeConditions> Conditions)
{
    /// <summary>The block.</summary>
    public required ScopeBlock Syntax { get; init; }

    /// <summary>The 范围; null where its subject is unknown.</summary>
    public BoundScope? Bound { get; init; }

    /// <summary>The same in newer texts.</summary>
    public KeptScope In(IReadOnlyDictionary<string, SourceText> newest) =>
        this with { Header = Header.In(newest), Conditions = Conditions.In(newest) };
}

/// <summary>The head of a policy with its 范围.</summary>
/// <param name="Terms">The head beside its 范围.</param>
/// <param name="HasOfficialText">Whether its official text was there.</param>
/// <param name="Parameters">What it asked about parameters.</param>
/// <param name="Scopes">Its 范围.</param>
internal sealed record PolicyHead(FilePart<PolicyTerms> Terms, bool HasOfficialText, ParameterAnswers Parameters,
    ImmutableArray<KeptScope> Scopes)
{
    /// <summary>Whether it is bound to the very same as another one, whatever was found in it.</summary>
    public bool IsSame(PolicyHead? other) => ReferenceEquals(Terms.Bound, other?.Terms.Bound)
        && Scopes.Select(static scope => scope.Bound)
            .SequenceEqual(other?.Scopes.Select(static scope => scope.Bound) ?? [], ReferenceEqualityComparer.Instance);
}

/// <summary>A block with what its binding depended on.</summary>
/// <param name="bound">The block with what it was bound to.</param>
/// <param name="terms">The head that it was bound under.</param>
/// <param name="reads">The parts of the head that were read.</param>
/// <param name="questions">What its binder asked about the rest.</param>
/// <param name="parameters">What it asked about parameters.</param>
internal sealed class KeptBlock(BoundBlock bound, PolicyTerms terms, TermParts reads, ImmutableArray<Question> questions,
    ParameterAnswers parameters)
{
    private PolicyTerms _terms = terms;

    /// <summary>The block with what it was bound to.</summary>
    public BoundBlock Bound { get; } = bound;

    /// <summary>The bound blocks that its binder asked for.</summary>
    public IEnumerable<object> Asked =>
        questions.Where(static question => question.Kind == QuestionKind.Bound).Select(static question => question.Answer)
            .OfType<object>().Distinct();

    /// <summary>Whether it would be bound to the same.</summary>
    public bool StillHolds(PolicyContext context) => Stands(context) && Holds(context, static _ => true);

    /// <summary>Whether it would be bound to the same as far as it depends on no other block that is bound.</summary>
    public bool Stands(PolicyContext context)
    {
        if ((context.Policy.Terms.ChangedFrom(_terms) & reads) != 0 || !parameters.StillHold(context.File.Visible.Parameters)
            || !Holds(context, static kind => kind is QuestionKind.Scope or QuestionKind.Numbers))
            return false;
        // Old heads need not be kept.
        _terms = context.Policy.Terms;
        return true;
    }

    private bool Holds(PolicyContext context, Func<QuestionKind, bool> isMeant)
    {
        foreach (var question in questions)
        {
            if (isMeant(question.Kind) && !question.StillHolds(context))
                return false;
        }
        return true;
    }
}

/// <summary>What the blocks of a version of a text were bound under, beside one another.</summary>
/// <param name="Head">The head.</param>
/// <param name="Policies">All policies with the numbers of their blocks (<see cref="PolicyDirectory.State"/>).</param>
/// <param name="Declarations">The declarations in sight.</param>
internal readonly record struct Surroundings(PolicyHead? Head, ImmutableArray<object> Policies, VisibleDeclarations? Declarations)
{
    /// <summary>Whether nothing in them has changed.</summary>
    public bool IsSame(Surroundings other) => Head is not null && Head.IsSame(other.Head)
        && ReferenceEquals(Declarations, other.Declarations)
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
            foreach (var answer in block.Asked)
            {
                if (_askers.TryGetValue(answer, out var askers) && askers.Remove(block) && askers.Count == 0)
                    _askers.Remove(answer);
            }
        }
        foreach (var block in next.Blocks.AsSpan()[same.First..^same.Last])
        {
            foreach (var answer in block.Asked)
            {
                if (!_askers.TryGetValue(answer, out var askers))
                    _askers.Add(answer, askers = []);
                askers.Add(block);
            }
        }
        _begun.Clear();
        (Version, Under) = (next, under);
    }
}
