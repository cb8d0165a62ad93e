// 名额 and then 总额 of one clause: from claims to what is given, a pure function.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Places;

/// <summary>
/// Settles the claims of a clause. A subject is within only where it is in every case, beyond only where it is in every case; who ties
/// across the line, and whose place depends on what is not known, is open.
/// </summary>
public static class PlaceSettling
{
    /// <summary>One per claim that may be due, in the same order; null for one that only holds a place of an earlier year.</summary>
    public static IReadOnlyList<SettledPlace?> Settle(ClauseClaims clause)
    {
        var claims = clause.Claims;
        var positions = clause.Clause.Quota is { } quota ? Positions(claims, quota) : new PlaceRange?[claims.Count];
        var holders = claims.Count(static claim => claim.HoldsPlace);
        var outcomes = new PlaceOutcome[claims.Count];
        var asked = new Bounds[claims.Count];
        for (var i = 0; i < claims.Count; i++)
        {
            outcomes[i] = positions[i] is { } position ? Outcome(position, Left(clause.Terms.Places, holders)) : PlaceOutcome.Within;
            asked[i] = claims[i].IsDue == Truth.No || outcomes[i] == PlaceOutcome.Beyond ? Bounds.Exactly(0)
                : outcomes[i] == PlaceOutcome.Open || claims[i].IsDue == Truth.Unknown ? claims[i].Amount with { Low = 0 }
                : claims[i].Amount;
        }
        var sum = asked.Aggregate(Bounds.Exactly(0), static (total, one) => total + one);
        var figures = new PlaceFigures(clause.Terms, claims.Count(static claim => claim.IsDue != Truth.No), holders, sum);
        var settled = new SettledPlace?[claims.Count];
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].IsDue != Truth.No)
                settled[i] = new(outcomes[i], outcomes[i] == PlaceOutcome.Within ? claims[i].Amount : asked[i])
                {
                    Claimed = claims[i].Amount,
                    Position = positions[i],
                    HoldsPlace = claims[i].HoldsPlace,
                    OfQuota = outcomes[i],
                    Figures = figures,
                };
        }
        if (clause.Clause.Budget is { } budget)
            new BudgetSharing(clause, asked, settled).Settle(budget);
        return settled;
    }

    // Who holds a place of an earlier year keeps it, and stands before all others.
    private static PlaceRange?[] Positions(List<PlaceClaim> claims, IrQuota quota)
    {
        Contender Of(PlaceClaim claim) =>
            new(PlaceOrder.Turned(claim.Score, quota.Order.IsLowestFirst), claim.IsDue == Truth.Yes);
        static bool TakesPart(PlaceClaim claim) => claim is { HoldsPlace: false, IsDue: not Truth.No };
        var order = new PlaceOrder([.. claims.Where(TakesPart).Select(Of)]);
        return [.. claims.Select(claim => TakesPart(claim) ? order.Of(Of(claim)) : (PlaceRange?)null)];
    }

    private static Bounds Left(Bounds places, int holders) =>
        places.Monotone(number => Rational.Max(number.Floor() - holders, 0));

    private static PlaceOutcome Outcome(PlaceRange position, Bounds places) =>
        position.Last <= (places.Low ?? 0) ? PlaceOutcome.Within
        : places.High is { } most && position.First > most ? PlaceOutcome.Beyond
        : PlaceOutcome.Open;
}
