// Clauses that give shares of one cost to the same subject and together more than the cost: three times 40% of 研发费用.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Semantics.Checks.Shares;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>Sums of shares above the cost, of clauses that can apply together.</summary>
public sealed class JointShareCheck : ICheck
{
    private const string Remedy = "对照原文：不能重复享受的，写 竞合 本政策内 从高不重复，各条写同一个 事项；"
        + "合计另有上限的，写进公式或条件；确实可以叠加的，写明理由（// 忽略 {3} …）。";

    private static readonly DiagnosticRule Exceeds = new("DSL3034", Severity.Warning,
        "「{0}」的几项奖补可以一起享受，加起来超过它本身：{1}，合计 {2}。", Remedy);

    private static readonly DiagnosticRule MayExceed = new("DSL3035", Severity.Remark,
        "「{0}」的几项奖补也许可以一起享受，加起来超过它本身：{1}，合计 {2}。", Remedy);

    /// <summary>How many combinations of a policy are tried.</summary>
    private const int MostTried = 20_000;

    /// <summary>How many clauses are added up at most; those with the greatest shares come first.</summary>
    private const int MostTogether = 200;

    /// <summary>A sum of so many clauses costs as much as a combination more.</summary>
    private const int CheapSum = 10;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Exceeds, MayExceed];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            var shares = policy.Clauses
                .SelectMany(clause => ShareReader.Of(clause).Select(share => new Entry(clause, share, DomainOf(policy, clause, share))))
                .Where(static entry => !entry.Domain.IsEmpty).ToList();
            foreach (var cost in shares.SelectMany(static entry => entry.Share.Pieces).Where(static piece => piece.Rate.Sign > 0)
                .Select(static piece => piece.Cost).OfType<FieldSymbol>().Distinct())
            {
                var search = new Search(policy, cost,
                    [.. shares.Where(entry => entry.Share.RateOf(cost).Sign > 0).OrderByDescending(entry => entry.Share.RateOf(cost))]);
                if (search.Best() is { Count: > 1 } together)
                    Report(context, policy, cost, together);
            }
        }
    }

    private static void Report(CheckContext context, BoundPolicy policy, FieldSymbol cost, List<Entry> together)
    {
        var inOrder = together.OrderBy(static entry => entry.Clause.LegalBasis.Syntax.Span.Start).ToList();
        var sum = inOrder.Aggregate(Rational.Zero, (sum, entry) => sum + entry.Share.RateOf(cost));
        var isSure = inOrder.TrueForAll(entry => entry.Share.IsExact && entry.IsUnderstood(policy));
        var rule = isSure ? Exceeds : MayExceed;
        var place = inOrder[^1].Clause.LegalBasis.Syntax.Number.Span;
        var finding =
            rule.At(policy.Source, place, cost.Name,
                string.Join('、', inOrder.Select(entry => $"条款 {entry.Clause.Number} 的 {Percent(entry.Share.RateOf(cost))}")),
                Percent(sum), rule.Code);
        context.Report(finding with { Related = [.. inOrder.SkipLast(1)
            .Select(entry => (policy.Source, entry.Clause.LegalBasis.Syntax.Number.Span, $"占 {Percent(entry.Share.RateOf(cost))}"))] });
    }

    private static string Percent(Rational share) => QuantityFormat.Display(share, DslType.Ratio);

    private static ClauseDomain DomainOf(BoundPolicy policy, BoundClause clause, CostShare share) =>
        share.When.Aggregate(ClauseDomain.Of(policy, clause), static (domain, truth) => domain.With(truth.Truth, truth.MustHold));

    /// <summary>A clause in one of its cases.</summary>
    private sealed record Entry(BoundClause Clause, CostShare Share, ClauseDomain Domain)
    {
        /// <summary>
        /// Whether every condition says something of one fact alone, so that the conditions of two clauses can be compared.
        /// </summary>
        public bool IsUnderstood(BoundPolicy policy) =>
            ClauseDomain.Conditions(Clause).Where(static condition => condition.IsOwn)
                .Select(static condition => (condition.Truth, condition.MustHold))
                .Concat(Share.When.SelectMany(static truth => ClauseDomain.Parts(truth.Truth, truth.MustHold)))
                .All(condition => Restriction.Of(condition.Truth, condition.MustHold, policy.Source) is not null);
    }

    /// <summary>Looks for the clauses that give the greatest share of a cost together.</summary>
    private sealed class Search(BoundPolicy policy, FieldSymbol cost, List<Entry> entries)
    {
        private List<Entry> _best = [];
        private Rational _most = Rational.One;
        private int _tried;

        public List<Entry> Best()
        {
            // The sum of all, one case of each clause, is what the search could find at most.
            if (entries.DistinctBy(static entry => entry.Clause).Aggregate(Rational.Zero, (sum, entry) => sum + entry.Share.RateOf(cost))
                > Rational.One)
                Extend([], ClauseDomain.Any(policy.Source), 0, Rational.Zero);
            return _best;
        }

        private void Extend(List<Entry> chosen, ClauseDomain domain, int from, Rational sum)
        {
            if (sum > _most)
            {
                _tried += chosen.Count / CheapSum;
                if (Exceeds(chosen, domain))
                    (_best, _most) = ([.. chosen], sum);
            }
            for (var i = from; i < entries.Count && _tried < MostTried && chosen.Count < MostTogether; i++)
            {
                var next = entries[i];
                _tried++;
                if (chosen.Exists(other => other.Clause == next.Clause || Competes(other.Clause, next.Clause))
                    || domain.Join(next.Domain) is not { IsEmpty: false } both)
                    continue;
                chosen.Add(next);
                Extend(chosen, both, i + 1, sum + next.Share.RateOf(cost));
                chosen.RemoveAt(chosen.Count - 1);
            }
        }

        private bool Competes(BoundClause left, BoundClause right) =>
            policy.JointRules.SelectMany(static rules => rules.Exclusions).Any(exclusion =>
                exclusion.All.Contains(left.Number) && exclusion.All.Contains(right.Number))
            || (policy.CompetesWithinPolicy && left.BenefitItem is { } matter && matter == right.BenefitItem && !left.IsStackable
            && !right.IsStackable
            && left.PerRow == right.PerRow);

        /// <summary>
        /// Whether the sum is above the cost for some cost that the conditions let through: where a cap begins to bite, at the ends,
        /// or beyond all caps.
        /// </summary>
        private bool Exceeds(List<Entry> chosen, ClauseDomain domain)
        {
            var set = domain.Sets.TryGetValue(cost, out var known)
                ? known.Set
                : new ValueSet { Low = cost.InputRange.Low, High = cost.InputRange.High };
            var places = chosen.SelectMany(static entry => entry.Share.Pieces.Select(piece => (piece, Cap: entry.Share.Cap)))
                .Where(one => one.piece.Cost == cost && one.piece.Rate.Sign > 0)
                .SelectMany(static one =>
                    new[] { one.piece.Cap, one.Cap }.OfType<Rational>().Select(cap => (cap - one.piece.Offset) / one.piece.Rate))
                .ToList();
            var beyond = places.Append(set.Low ?? Rational.Zero).Max() + 100_000_000;
            return places.Append(set.Low ?? Rational.Zero).Append(set.High is { } high && high < beyond ? high : beyond)
                .Where(place => place.Sign >= 0 && !(set.Low is { } low && place < low) && !(set.High is { } most && place > most))
                .Any(place => chosen.Aggregate(Rational.Zero, (sum, entry) => sum + entry.Share.AmountOf(cost, place)) > place);
        }
    }
}
