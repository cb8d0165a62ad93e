// Clauses of one article that divide a number between them: at the dividing number both apply, or none.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>Overlaps and gaps between clauses at the number where one ends and the other begins.</summary>
public sealed class AdjacentClauseCheck : ICheck
{
    private static readonly DiagnosticRule Overlap = new("DSL3027", Severity.Warning,
        "「{0} = {1}」时，本条与条款 {2} 同时适用。",
        "原文两处都含本数时，写明恰好在界限上的归哪一条（另一条改用「低于」或「超过」），取舍写在注释里。");

    private static readonly DiagnosticRule Gap = new("DSL3028", Severity.Warning,
        "「{0} = {1}」时，本条与条款 {2} 都不适用。", "对照原文的「以上」「以下」「超过」「不足」，写明恰好在界限上的归哪一条。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Overlap, Gap];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            foreach (var article in Articles(policy))
                Check(context, policy, [.. article.Select(clause => new Divided(clause, ClauseDomain.Of(policy, clause)))]);
        }
    }

    /// <summary>Clauses with 奖补 of the same article, kind of subject and detail.</summary>
    internal static IEnumerable<List<BoundClause>> Articles(BoundPolicy policy) => policy.Clauses
        .Where(static clause => clause.Award is not null && clause.LegalBasis.Place.Length > 0)
        .GroupBy(static clause => (clause.LegalBasis.Place, clause.Subject, clause.PerRow))
        .Select(static article => article.ToList());

    private static void Check(CheckContext context, BoundPolicy policy, List<Divided> article)
    {
        // Where a clause begins, by what it divides and at which number: no pair is looked at that does not share one.
        var beginnings = article.SelectMany(static divided =>
            divided.Numbers.Where(static number => number.Set.Low is not null).Select(number => (divided, number)))
            .ToLookup(static entry => (entry.number.Key, entry.number.Set.Low));
        foreach (var below in article)
        {
            foreach (var (key, on, set) in below.Numbers)
            {
                // The limits of the declaration divide no clauses.
                if (set.High is not { } limit || ValueSet.Of(on).High == limit || context.IsFull(policy.Source))
                    continue;
                foreach (var (above, number) in beginnings[(key, limit)]
                    .Where(above => above.divided != below && above.number.Set.LowIsOpen == set.HighIsOpen))
                {
                    // On other facts the two must be able to meet.
                    if (!(below.Domain with { Sets = below.Domain.Sets.Remove(key) }).Meets(above.Domain))
                        continue;
                    var (first, second) = article.IndexOf(above) < article.IndexOf(below) ? (above, below) : (below, above);
                    context.Report((set.HighIsOpen ? Gap : Overlap).At(
                        policy.Source, Place(policy, second.Clause, key), policy.Source[on.Span], QuantityFormat.Display(limit, on.Type),
                        first.Clause.Number));
                }
            }
        }
    }

    private static TextSpan Place(BoundPolicy policy, BoundClause clause, object key) => ClauseDomain.Conditions(clause)
        .Where(static condition => condition.IsOwn)
        .Select(condition => Restriction.Of(condition.Truth, condition.MustHold, policy.Source))
        .FirstOrDefault(restriction => restriction is not null && restriction.Key.Equals(key))?.Truth.Span
            ?? clause.LegalBasis.Syntax.Number.Span;

    /// <summary>A clause with what its conditions leave of each number.</summary>
    private sealed record Divided(BoundClause Clause, ClauseDomain Domain)
    {
        public IEnumerable<(object Key, BoundExpression On, ValueSet Set)> Numbers =>
            Domain.Sets.Where(static entry => entry.Value.On.Type is QuantityType)
                .Select(static entry => (entry.Key, entry.Value.On, entry.Value.Set));
    }
}
