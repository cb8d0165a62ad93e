// What the head of a policy says of several of its clauses together; bound after the clauses that it names.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>The lines of the head that name clauses.</summary>
/// <param name="Syntax">The head.</param>
/// <param name="Caps">合计上限, in the order of the text: that is the order in which they are applied.</param>
/// <param name="Exclusions">竞合 between clauses that are named.</param>
public sealed record BoundJointRules(PolicyBlock Syntax, ImmutableArray<BoundJointCap> Caps, ImmutableArray<BoundExclusion> Exclusions)
{
    /// <summary>Whether it is the very same one.</summary>
    public bool Equals(BoundJointRules? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>竞合 between clauses that are named.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Kind">How they stand to one another.</param>
/// <param name="Clauses">The numbers; empty for all clauses with 事项 (本政策内 晋级补差).</param>
/// <param name="Against">The numbers of the other side; empty where all stand against all.</param>
/// <param name="Choice">The field that names one of them; null but for 择一.</param>
public sealed record BoundExclusion(WordsLine Syntax, ExclusionKind Kind, ImmutableArray<string> Clauses, ImmutableArray<string> Against,
    FieldSymbol? Choice)
{
    /// <summary>Every clause that it names.</summary>
    public IEnumerable<string> All => Clauses.Concat(Against);

    /// <summary>What a field says to choose a clause: its number, 条款 and its number, its title.</summary>
    public static IEnumerable<string> NamesOf(BoundClause clause) =>
        new[] { clause.Number, $"{SyntaxFacts.ClauseKind} {clause.Number}", clause.LegalBasis.Title }
            .Where(static name => name.Length > 0).Distinct();

    /// <summary>The values of a field that choose a clause.</summary>
    public static ImmutableArray<string> ValuesOf(FieldSymbol field, BoundClause clause) => field.Type is EnumType list
        ? [.. list.Members.Where(member => NamesOf(clause).Any(name => Identity.Same(name, member)))] : [.. NamesOf(clause)];
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
