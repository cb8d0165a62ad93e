// 单位上限 and 累计上限: the most that a subject can get.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Caps of the subject.</summary>
public static class CapRule
{
    /// <summary>What is left of a cap.</summary>
    /// <param name="cap">The cap, rounded to the nearest fen: a share of a figure must not bring fractions back into a sum of fen.</param>
    /// <param name="paidBefore">What 累计上限 takes off (<see cref="HistoryRule.TakenOff"/>), in whole fen; 0 for 单位上限.</param>
    public static TMoney LeftOf<TMoney>(TMoney cap, TMoney paidBefore) where TMoney : INumberFace<TMoney> =>
        (cap - paidBefore).AtLeastZero();

    /// <summary>An amount under what is left of a cap.</summary>
    public static TMoney Cut<TMoney>(TMoney amount, TMoney limit) where TMoney : INumberFace<TMoney> => TMoney.Min(amount, limit);
}
