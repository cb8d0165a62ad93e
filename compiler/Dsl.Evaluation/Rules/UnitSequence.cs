// The sequence of one unit of a clause: in force → conditions → frequency → award, rounding and cap of the row → procedures.
// Each engine supplies values only.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>What an engine supplies of a unit (a row under 每个, or the subject as a whole) before its award.</summary>
/// <typeparam name="TNumber">What holds X of 频次 自 X.</typeparam>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public interface IUnitValues<TNumber, TTruth> : IAnchored<TNumber>
{
    /// <summary>
    /// All conditions of the clause together (<see cref="ConditionRule{TTruth, TBits}"/>). They are evaluated whether or not the policy is
    /// in force.
    /// </summary>
    TTruth Conditions { get; }

    /// <summary>How many earlier years count as paid: <see cref="HistoryRule.IsPaidYear"/>.</summary>
    int PaidYears { get; }

    /// <summary>How many rows of the clause were paid in earlier years; asked only where 累计 最多 N次 limits it.</summary>
    int PaidRows { get; }

    /// <summary>What was counted in earlier years; asked only where 累计 最多 … 计 … limits it.</summary>
    Rational PaidQuantity { get; }

    /// <summary>
    /// Whether all procedures of the clause are completed (<see cref="ProcedureRule{TTruth}"/>); read only where the unit may qualify.
    /// </summary>
    TTruth Procedures { get; }
}

/// <summary>The result of one unit, before competition and before the caps of the subject.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TMoney">What holds a rounded amount.</typeparam>
public readonly record struct UnitOutcome<TTruth, TMoney>
{
    /// <summary>Whether the policy is in force for the unit.</summary>
    public required TTruth InForce { get; init; }

    /// <summary>Whether 频次 allows an award.</summary>
    public required TTruth Frequency { get; init; }

    /// <summary>In force, all conditions and the frequency together.</summary>
    public required TTruth Qualifies { get; init; }

    /// <summary>Whether the unit qualifies and its procedures are completed.</summary>
    public required TTruth IsDue { get; init; }

    /// <summary>The award before 累计上限 每行; not said where the unit certainly does not qualify.</summary>
    public TMoney? Rounded { get; init; }

    /// <summary>What 累计上限 每行 leaves of the row; not said where there is none.</summary>
    public TMoney? RowLimit { get; init; }

    /// <summary>The rounded award, as if the unit qualified; 0 where it certainly does not.</summary>
    public required TMoney Award { get; init; }

    /// <summary>The award as far as it is due.</summary>
    public required TMoney Amount { get; init; }

    /// <summary>Whether the approved amount exceeds the ceiling of 核定, whatever is still unknown.</summary>
    public required bool IsCut { get; init; }

    /// <summary>Whether the approved amount is below the floor of 核定 or 一事一议, whatever is still unknown.</summary>
    public bool IsLifted { get; init; }
}

/// <summary>Evaluates one unit.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TMoney">What holds a rounded amount.</typeparam>
public static class UnitSequence<TTruth, TMoney>
    where TTruth : ITruthFace<TTruth> where TMoney : IBoundsFace<TMoney, TTruth>
{
    /// <summary>The result of a unit.</summary>
    /// <param name="asOf">测算日.</param>
    /// <param name="year">The application year.</param>
    /// <param name="unit">Supplies conditions, history and procedures.</param>
    /// <param name="award">Supplies the award.</param>
    public static UnitOutcome<TTruth, TMoney> Of<TUnit, TNumber, TAward, TAmount>(
        IrPolicy policy, IrClause clause, DateOnly asOf, int year, TUnit unit, TAward award)
        where TUnit : IUnitValues<TNumber, TTruth> where TNumber : IOrderedFace<TNumber, TTruth>
        where TAward : IAwarded<TAmount, TMoney> where TAmount : IOrderedFace<TAmount, TTruth>
    {
        var inForce = ForceRule.IsInForce<TUnit, TNumber, TTruth>(policy, clause.Frequency, asOf, unit);
        var conditions = unit.Conditions;
        var frequency = FrequencyRule.Allows<TUnit, TNumber, TTruth>(clause.Frequency, unit.PaidYears, year, unit);
        if (clause.Frequency.Times is not null)
            frequency &= TTruth.Of(FrequencyRule.AllowsRow(clause.Frequency, unit.PaidRows));
        if (clause.Frequency.Allowance is { } allowance)
            frequency &= TTruth.Of(AllowanceRule.QuantityLeft(allowance.Most, unit.PaidQuantity).Sign > 0);
        var qualifies = inForce & conditions & frequency;
        if (qualifies.IsNo)
            return Refused(inForce, frequency);
        var rounded = AwardRule.Of<TAward, TAmount, TMoney>(clause.Award, award);
        var limit = clause.RowCap is null ? rounded : CapRule.LeftOf(award.RowCap, award.PaidToRow);
        var money = clause.RowCap is null ? rounded : CapRule.Cut(rounded, limit);
        var isDue = qualifies & unit.Procedures;
        return new()
        {
            InForce = inForce,
            Frequency = frequency,
            Qualifies = qualifies,
            IsDue = isDue,
            Rounded = rounded,
            RowLimit = limit,
            Award = money,
            Amount = AwardRule.WhereDue(isDue, money),
            IsCut = AwardRule.IsOverCeiling<TAward, TAmount, TMoney, TTruth>(clause.Award, award),
            IsLifted = AwardRule.IsUnderFloor<TAward, TAmount, TMoney, TTruth>(clause.Award, award),
        };
    }

    private static UnitOutcome<TTruth, TMoney> Refused(TTruth inForce, TTruth frequency) => new()
    {
        InForce = inForce,
        Frequency = frequency,
        Qualifies = TTruth.Of(false),
        IsDue = TTruth.Of(false),
        Award = TMoney.Of(0),
        Amount = TMoney.Of(0),
        IsCut = false,
    };
}

/// <summary>What the sequence makes of many units that only differ in their amounts.</summary>
public static class KnownAwards
{
    /// <summary>Formulas before rounding, all known.</summary>
    public static void Of(Span<long> formulas) => AwardRule.OfFormulas(formulas);
}
