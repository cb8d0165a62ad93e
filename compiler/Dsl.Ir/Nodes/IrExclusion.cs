// 竞合 between clauses that are named.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;

namespace Dsl.Ir.Nodes;

/// <summary>Clauses of a policy that stand against one another. Reference identity.</summary>
/// <param name="kind">How.</param>
/// <param name="text">The line as written.</param>
/// <param name="clauses">The clauses.</param>
/// <param name="against">Those that they stand against; empty where each stands against all others.</param>
public sealed class IrExclusion(ExclusionKind kind, string text, ImmutableArray<IrClause> clauses, ImmutableArray<IrClause> against)
{
    /// <summary>How they stand to one another.</summary>
    public ExclusionKind Kind { get; } = kind;

    /// <summary>The line as written.</summary>
    public string Text { get; } = text;

    /// <summary>The clauses.</summary>
    public ImmutableArray<IrClause> Clauses { get; } = clauses;

    /// <summary>The other side; empty where there is one side only.</summary>
    public ImmutableArray<IrClause> Against { get; } = against;

    /// <summary>择一: the field that names one of the clauses; null otherwise.</summary>
    public IrField? Choice { get; init; }

    /// <summary>Whether clauses and all their rows compete as one: rows of one 明细 do not meet row by row.</summary>
    public bool IsOfWhole => Kind is ExclusionKind.OnlyOne or ExclusionKind.Choice;

    /// <summary>Whether two clauses stand against one another.</summary>
    public bool Separates(IrClause one, IrClause other) => !ReferenceEquals(one, other) && (Against.IsEmpty
        ? Clauses.Contains(one) && Clauses.Contains(other)
        : (Clauses.Contains(one) && Against.Contains(other)) || (Clauses.Contains(other) && Against.Contains(one)));
}
