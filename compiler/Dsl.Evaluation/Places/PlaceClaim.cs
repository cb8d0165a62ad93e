// What 名额 and 总额 are settled from: the claims of one clause, and what there is to give. Plain data, small enough to be kept.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Places;

/// <summary>What a subject claims under a clause, after 竞合 and before 名额 and 总额. Several rows of 每个 are one claim.</summary>
/// <param name="Key">The subject's key.</param>
/// <param name="IsDue">Whether it claims at all; 否 only for one that holds a place of an earlier year.</param>
/// <param name="Amount">In yuan, whole fen; from 0 where it may not claim.</param>
/// <param name="Score">What 名额 orders by; anything where there is no 名额.</param>
/// <param name="Turn">What 总额 orders by; anything where there is no order.</param>
/// <param name="HoldsPlace">Whether it was paid in an earlier year, and so holds one of the places of all years.</param>
public sealed record PlaceClaim(string Key, Truth IsDue, Bounds Amount, Bounds Score, Bounds Turn, bool HoldsPlace);

/// <summary>What there is to give under a clause; the same for all.</summary>
/// <param name="Places">名额; anything where the clause has none.</param>
/// <param name="Budget">总额 in yuan; anything where the clause has none.</param>
public readonly record struct PlaceTerms(Bounds Places, Bounds Budget);

/// <summary>The claims of one clause.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Terms">What there is to give.</param>
public sealed record ClauseClaims(IrPolicy Policy, IrClause Clause, PlaceTerms Terms)
{
    /// <summary>In any order: what is settled does not depend on it.</summary>
    public List<PlaceClaim> Claims { get; } = [];
}
