// 兑付: the parts of an award. Shares are cut to the fen, the last part is the remainder, so that nothing is lost or paid twice.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>The parts of awards.</summary>
public static class PayoutRule
{
    private const int Fen = 100;

    /// <summary>Whether a part that is paid by years is due.</summary>
    /// <param name="awardYear">The year of the award.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="year">The year of payment.</param>
    public static bool IsPartDue(IrPayout payout, int awardYear, int part, int year) => awardYear + payout.YearsToFirst + part <= year;

    /// <summary>A part of an award (at least 0) in whole fen; between two ends where the award is.</summary>
    public static NumberValue PartOf(IrPayout payout, NumberValue award, int part)
    {
        if (part < payout.Parts.Length - 1)
            return new(new Bounds(Cut(award.Bounds.Low, payout.Parts[part].Share), Cut(award.Bounds.High, payout.Parts[part].Share)),
                award.Unknowns);
        if (award.Bounds is { IsPoint: true, Low: { } known })
            return NumberValue.Of(Rest(payout, known));
        // What the others lose to the fen is in it: less than a fen each.
        var share = payout.Parts[^1].Share;
        var lost = new Rational(payout.Parts.Length, Fen);
        var high = Cut(award.Bounds.High, share) is { } most ? most + lost : (Rational?)null;
        return new(new Bounds(Cut(award.Bounds.Low ?? Rational.Zero, share), high), award.Unknowns);
    }

    /// <summary>A part where it is, may be, or is not due.</summary>
    public static NumberValue OfDue(TruthValue isDue, NumberValue part) => AwardRule.WhereDue(isDue, part);

    private static Rational Rest(IrPayout payout, Rational award)
    {
        var rest = award;
        for (var i = 0; i < payout.Parts.Length - 1; i++)
            rest -= Cut(award, payout.Parts[i].Share).GetValueOrDefault();
        return rest;
    }

    private static Rational? Cut(Rational? award, Rational share) =>
        award is { } known ? new Rational((known * share * Fen).Floor(), Fen) : null;
}
