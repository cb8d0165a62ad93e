// What is said of 兑付: what was awarded, which parts of which awards are paid this year, and of which awards nothing is known.
using Dsl.Ir.Printing;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Texts on awards that are paid in parts.</summary>
internal static class PayoutRemarks
{
    /// <summary>What is paid this year, and of what.</summary>
    public static IEnumerable<string> Of(ClauseEvaluation work)
    {
        if (work.Payout is not { } payout)
            yield break;
        yield return $"应得 {Wording.Money(payout.Award.Bounds)}，分期兑付，本年兑付 {Wording.Money(payout.Paid.Bounds)}。";
        foreach (var part in payout.Parts)
            yield return $"{part.Part} {Wording.Money(part.Amount.Bounds)}。";
        foreach (var note in WithoutAward(work))
            yield return note;
    }

    /// <summary>Parts were paid of awards that are not on record: how much is left of these is not known, and not guessed.</summary>
    public static IEnumerable<string> WithoutAward(ClauseEvaluation work) => work.Payout is null ? []
        : work.Records.YearsWithoutAward.Select(static year =>
            $"兑现记录里有 {year}年度应得的期次，没有 {year}年度的应得，以后各期没有算；请补上应得的一笔（不写期次）。");
}
