// The units of a clause (its rows, or the subject itself) together, before the caps of the subject.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Adds up the units of a clause.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TMoney">What holds an amount.</typeparam>
public struct UnitsRule<TTruth, TMoney> where TTruth : ITruthFace<TTruth> where TMoney : IBoundsFace<TMoney, TTruth>
{
    private UnitsRule(ClauseOutcome<TTruth, TMoney> outcome) => Outcome = outcome;

    /// <summary>No unit: nothing.</summary>
    public static UnitsRule<TTruth, TMoney> None => new(new(TTruth.Of(false), TTruth.Of(false), TTruth.Of(false), TMoney.Of(0)));

    /// <summary>The units so far.</summary>
    public ClauseOutcome<TTruth, TMoney> Outcome { get; private set; }

    /// <summary>
    /// No unit of which anything is known, but perhaps some: 0 if a unit can only give 0, else from 0 without an upper end.
    /// </summary>
    /// <param name="any">What holds of any unit.</param>
    /// <param name="missingTable">未知, waiting for the table; 否 where the table is there and has no rows.</param>
    public static UnitsRule<TTruth, TMoney> OfUnknown(in UnitOutcome<TTruth, TMoney> any, TTruth missingTable)
    {
        var nothing = None.Outcome with { InForce = any.InForce };
        if (missingTable.IsNo)
            return new(nothing);
        nothing = nothing with { Qualifies = TTruth.Of(!any.Qualifies.IsNo) };
        return new(any.IsDue.IsNo ? nothing : nothing with
        {
            IsDue = missingTable & any.IsDue,
            Amount = (any.Amount <= TMoney.Of(0)).IsYes ? TMoney.Of(0) : TMoney.NonNegative(missingTable),
        });
    }

    /// <summary>Adds a unit.</summary>
    public void Add(in UnitOutcome<TTruth, TMoney> unit)
    {
        var isInForce = unit.InForce.IsNo ? Outcome.InForce : TTruth.Of(true);
        Outcome = unit.Qualifies.IsNo ? Outcome with { InForce = isInForce }
            : new(isInForce, TTruth.Of(true), Outcome.IsDue | unit.IsDue, Outcome.Amount + unit.Amount);
    }
}
