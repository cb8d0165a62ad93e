// A number that decides in a clause, and what examples there are around it.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Verification.Boundaries;

/// <summary>A side of a boundary.</summary>
public enum BoundarySide
{
    /// <summary>低于.</summary>
    Below,

    /// <summary>恰好.</summary>
    At,

    /// <summary>高于.</summary>
    Above,
}

/// <summary>A comparison of a clause (or a part of its min or max) as a boundary between two numbers.</summary>
/// <param name="Left">What is compared, the side that facts decide.</param>
/// <param name="Right">What it is compared with.</param>
/// <param name="Origin">Where it is written.</param>
/// <param name="Sides">The sides that have an example.</param>
/// <param name="Proposals">A case for each side that can be reached from an example of the clause, in the order of
/// <see cref="BoundarySide"/>.</param>
public sealed record Boundary(
    IrPolicy Policy, IrClause Clause, IrExpression Left, IrExpression Right, SourceLocation Origin, ImmutableHashSet<BoundarySide> Sides,
    ImmutableArray<BoundaryProposal> Proposals)
{
    /// <summary>The sides that could have an example and have none.</summary>
    public IEnumerable<BoundaryProposal> Missing => Proposals.Where(proposal => !Sides.Contains(proposal.Side));
}

/// <summary>A case beside a boundary: an example of the clause with one fact moved.</summary>
/// <param name="Side">Its side of the boundary.</param>
/// <param name="Field">The fact that was moved.</param>
/// <param name="Value">To which value.</param>
/// <param name="Result">The result of the clause; its <see cref="ExampleResult.Example"/> holds the facts.</param>
public sealed record BoundaryProposal(BoundarySide Side, IrField Field, Rational Value, ExampleResult Result);
