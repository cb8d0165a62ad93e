// 兑付 of one clause for one subject: the award of this year and those of earlier years, in parts, as far as they are due now.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>What is paid this year.</summary>
/// <param name="Award">The award of this year in full: after caps, competition and places.</param>
/// <param name="Parts">The parts that are, or may be, due.</param>
/// <param name="Earlier">What is due of awards of earlier years.</param>
/// <param name="Paid">All that is due this year.</param>
internal sealed record PayoutOutcome(NumberValue Award, ImmutableArray<PaidPart> Parts, NumberValue Earlier, NumberValue Paid)
{
    /// <summary>Says what is paid this year of a clause whose award is settled, where it is paid in parts.</summary>
    public static void Apply(ClauseEvaluation work, ExpressionEvaluator evaluator, int year)
    {
        if (work.Clause.Payout is { } payout)
            work.Payout = Of(work, payout, evaluator, year);
    }

    private static PayoutOutcome Of(ClauseEvaluation work, IrPayout payout, ExpressionEvaluator evaluator, int year)
    {
        var reached = payout.Parts
            .Select(part => part.Stage is { } stage ? evaluator.EvaluateTruth(stage, work.Subject) : TruthValue.Yes).ToImmutableArray();
        TruthValue IsDue(int awardYear, int part) =>
            payout.IsByStage ? reached[part] : TruthValue.Of(PayoutRule.IsPartDue(payout, awardYear, part, year));
        var earlier = work.Records.Awards.SelectMany(award => OfEarlier(award, payout, part => IsDue(award.Year, part))).ToList();
        var own = payout.Parts.Select((_, part) => new PaidPart(new(year, part + 1),
            PayoutRule.OfDue(IsDue(year, part), PayoutRule.PartOf(payout, work.Award, part)))).ToList();
        return new(work.Award, [.. earlier.Concat(own).Where(static part => part.Amount.Bounds != Bounds.Exactly(0))],
            Sum(earlier), Sum(earlier.Concat(own)));
    }

    /// <summary>The status of a clause, whose own award has a status, with what is due of earlier ones.</summary>
    public ClauseStatus With(ClauseStatus own)
    {
        if (own is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision)
            return own;
        if (own != ClauseStatus.Eligible && Earlier.Bounds == Bounds.Exactly(0))
            return own;
        return Paid.IsCertain ? ClauseStatus.Eligible
            : Paid.Unknowns.MissesData ? ClauseStatus.MissingFacts : ClauseStatus.AwaitingDecision;
    }

    // A part that was begun is due, whatever is said of its stage now. What was paid beyond its part (the award was corrected since) comes
    // off the parts that follow, so that nothing is paid twice and never more than the award.
    private static IEnumerable<PaidPart> OfEarlier(RecordedAward award, IrPayout payout, Func<int, TruthValue> isDue)
    {
        var sizes = payout.Parts.Select((_, part) => PayoutRule.PartOf(payout, NumberValue.Of(award.Amount), part).Bounds.Low ?? 0)
            .ToList();
        var over = award.Paid.Aggregate(Rational.Zero, (sum, paid) =>
            sum + Rational.Max(paid.Value - (paid.Key <= sizes.Count ? sizes[paid.Key - 1] : 0), 0));
        // What is left of it where every part that may be due is, and where only those are that certainly are.
        var (mostTaken, leastTaken) = (over, over);
        for (var part = 0; part < sizes.Count; part++)
        {
            var before = award.Paid.GetValueOrDefault(part + 1);
            var due = before.Sign > 0 ? TruthValue.Yes : isDue(part);
            if (due.IsNo)
                continue;
            var owed = Rational.Max(sizes[part] - before, 0);
            var high = Take(owed, ref leastTaken);
            var low = due.IsYes ? Take(owed, ref mostTaken) : Rational.Zero;
            yield return new(new(award.Year, part + 1), new(new Bounds(low, high), due.Unknowns));
        }
    }

    private static Rational Take(Rational owed, ref Rational over)
    {
        var taken = Rational.Min(owed, over);
        over -= taken;
        return owed - taken;
    }

    private static NumberValue Sum(IEnumerable<PaidPart> parts) =>
        parts.Aggregate(NumberValue.Zero, static (sum, part) => sum + part.Amount);
}

/// <summary>A part that is, or may be, due.</summary>
/// <param name="Part">Of which award, and which part.</param>
/// <param name="Amount">What is due of it, less what was paid.</param>
internal sealed record PaidPart(PaymentPart Part, NumberValue Amount);

/// <summary>An award of an earlier year that is on record.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Amount">In full, net.</param>
/// <param name="Paid">What was paid of it before this year, by the number of the part.</param>
public sealed record RecordedAward(int Year, Rational Amount, ImmutableDictionary<int, Rational> Paid);
