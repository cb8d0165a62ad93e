// 奖补: the amount of each kind of award, and how much of it is due.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>What an engine supplies of an award; each value is asked for only where it matters.</summary>
/// <typeparam name="TNumber">What holds the amount before rounding.</typeparam>
/// <typeparam name="TMoney">What holds the rounded amount.</typeparam>
public interface IAwarded<TNumber, TMoney>
{
    /// <summary>The formula, or the ceiling of 核定, before any rule.</summary>
    TNumber Amount { get; }

    /// <summary>The floor of 核定 or 一事一议, before any rule; asked for only where there is one.</summary>
    TNumber Floor { get; }

    /// <summary>The 核定 record; without one [0, ∞), waiting for 核定.</summary>
    TNumber Approved { get; }

    /// <summary>Whether there is a 核定 record.</summary>
    bool IsApproved { get; }

    /// <summary>累计上限 每行, rounded to the fen; asked for only where there is one.</summary>
    TMoney RowCap => throw new InvalidOperationException("The interpreter computes caps of rows.");

    /// <summary>What 累计上限 每行 takes off: <see cref="HistoryRule.TakenOff"/> of the row.</summary>
    TMoney PaidToRow => throw new InvalidOperationException("The interpreter computes caps of rows.");

    /// <summary>取整 of the clause.</summary>
    TMoney Round(TNumber amount);
}

/// <summary>The rules of each kind of award.</summary>
public static class AwardRule
{
    /// <summary>The award: never below 0 or the floor, never above the ceiling, rounded once.</summary>
    public static TMoney Of<TAward, TNumber, TMoney>(IrAward? award, TAward unit)
        where TAward : IAwarded<TNumber, TMoney> where TNumber : INumberFace<TNumber> => unit.Round(award switch
        {
            IrFormula => unit.Amount.AtLeastZero(),
            IrApproval { Ceiling: not null } => TNumber.Min(Decided<TAward, TNumber, TMoney>(award, unit), unit.Amount.AtLeastZero()),
            IrApproval or IrCaseByCase => Decided<TAward, TNumber, TMoney>(award, unit),
            _ => TNumber.Of(0),
        });

    private static TNumber Decided<TAward, TNumber, TMoney>(IrAward award, TAward unit)
        where TAward : IAwarded<TNumber, TMoney> where TNumber : INumberFace<TNumber> =>
        award.Floor is null ? unit.Approved.AtLeastZero() : TNumber.Max(unit.Approved.AtLeastZero(), unit.Floor.AtLeastZero());

    /// <summary>Formulas before rounding, all known, in the form of <see cref="Of"/>: never below 0.</summary>
    public static void OfFormulas(Span<long> amounts)
    {
        foreach (ref var amount in amounts)
            amount = Math.Max(amount, 0);
    }

    /// <summary>Whether the approved amount exceeds the ceiling, whatever is still unknown, and is cut to it.</summary>
    public static bool IsOverCeiling<TAward, TNumber, TMoney, TTruth>(IrAward? award, TAward unit)
        where TAward : IAwarded<TNumber, TMoney> where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> =>
        unit.IsApproved && award is IrApproval { Ceiling: not null } && (unit.Approved > unit.Amount.AtLeastZero()).IsYes;

    /// <summary>Whether the approved amount is below the floor, whatever is still unknown, and is lifted to it.</summary>
    public static bool IsUnderFloor<TAward, TNumber, TMoney, TTruth>(IrAward? award, TAward unit)
        where TAward : IAwarded<TNumber, TMoney> where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> =>
        unit.IsApproved && award is { Floor: not null } && (unit.Approved < unit.Floor.AtLeastZero()).IsYes;

    /// <summary>An award (at least 0) where it is due, else 0; [0, its upper end] where that is open.</summary>
    public static TNumber WhereDue<TNumber, TTruth>(TTruth isDue, TNumber award)
        where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> =>
        isDue.IsYes ? award : isDue.IsNo ? TNumber.Of(0) : TNumber.Between(TNumber.Of(0), award, isDue & award.Waiting);
}
