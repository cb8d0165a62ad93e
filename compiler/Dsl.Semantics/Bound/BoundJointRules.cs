// What the head of a policy says of several of its clauses together; bound after the clauses that it names.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Bound;

/// <summary>The lines of the head that name clauses.</summary>
/// <param name="Syntax">The head.</param>
/// <param name="Caps">合计上限, in the order of the text: that is the order in which they are applied.</param>
public sealed record BoundJointRules(PolicyBlock Syntax, ImmutableArray<BoundJointCap> Caps)
{
    /// <summary>Whether it is the very same one.</summary>
    public bool Equals(BoundJointRules? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>合计上限.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Clauses">The numbers; empty for 全部.</param>
/// <param name="First">The numbers of those that are paid first.</param>
/// <param name="Subject">Whose facts the amount is computed from.</param>
/// <param name="Limit">The amount.</param>
/// <param name="Locals">The 令 of the head that the amount uses, each after those that it uses.</param>
public sealed record BoundJointCap(JointCapLine Syntax, ImmutableArray<string> Clauses, ImmutableArray<string> First,
    SubjectSymbol Subject, BoundExpression Limit, ImmutableArray<BoundLet> Locals);
