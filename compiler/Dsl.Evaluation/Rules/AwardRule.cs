// 奖补: what each kind of award comes to, and what is left of it under conditions and gates.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Where the rules ask for what an award is computed from; they ask only where it matters.</summary>
/// <typeparam name="TNumber">What holds it.</typeparam>
public interface IAwarded<TNumber>
{
    /// <summary>The formula, or the ceiling of 核定, as it is computed.</summary>
    TNumber Amount { get; }

    /// <summary>The 核定 record; without one [0, ∞), waiting for 核定.</summary>
    TNumber Approved { get; }
}

/// <summary>The rules of each kind of award.</summary>
public static class AwardRule
{
    /// <summary>The award: never below 0, never above the ceiling, rounded once.</summary>
    public static TMoney Of<TUnit, TNumber, TMoney>(IrAward? award, TUnit unit, IRounding<TNumber, TMoney> rounding)
        where TUnit : IAwarded<TNumber> where TNumber : INumberFace<TNumber> => rounding.Round(award switch
        {
            IrFormula => unit.Amount.AtLeastZero(),
            IrApproval { Ceiling: not null } => TNumber.Min(unit.Approved.AtLeastZero(), unit.Amount.AtLeastZero()),
            IrApproval or IrCaseByCase => unit.Approved.AtLeastZero(),
            _ => TNumber.Of(0),
        });

    /// <summary>Whether the approved amount is above the ceiling whatever is still unknown, and was cut to it.</summary>
    public static bool ExceedsCeiling<TNumber, TTruth>(TNumber ceiling, TNumber approved)
        where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> => (approved > ceiling.AtLeastZero()).IsYes;

    /// <summary>An award (at least 0) where it is due, else 0; [0, its upper end] where that is open.</summary>
    public static TNumber WhereDue<TNumber, TTruth>(TTruth isDue, TNumber award)
        where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> =>
        isDue.IsYes ? award : isDue.IsNo ? TNumber.Of(0) : TNumber.Between(TNumber.Of(0), award, isDue & award.Waiting);
}
