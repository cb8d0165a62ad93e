// 单位上限 and 累计上限: what a subject can get at most.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Caps of the subject.</summary>
public static class CapRule
{
    /// <summary>
    /// What is left of a cap. The sum is of fen; a cap that is not (a share of a figure) must not bring fractions back in.
    /// </summary>
    /// <param name="cap">The cap as it is computed.</param>
    /// <param name="paidBefore">What 累计上限 takes off (<see cref="HistoryRule.TakenOff"/>); 0 for 单位上限.</param>
    /// <param name="toFen">Rounds to the nearest fen.</param>
    public static TMoney LeftOf<TNumber, TMoney>(TNumber cap, TNumber paidBefore, IRounding<TNumber, TMoney> toFen)
        where TNumber : INumberFace<TNumber> => toFen.Round((cap - paidBefore).AtLeastZero());

    /// <summary>An amount under what is left of a cap.</summary>
    public static TMoney Cut<TMoney>(TMoney amount, TMoney limit) where TMoney : INumberFace<TMoney> => TMoney.Min(amount, limit);
}
