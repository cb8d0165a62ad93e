// What the units of a clause (its rows, or the subject itself) come to together, before the caps of the subject.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Gathers the units of a clause.</summary>
/// <typeparam name="TNumber">What holds an amount.</typeparam>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public struct UnitsRule<TNumber, TTruth> where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
{
    private UnitsRule(TTruth no, TNumber zero) => (InForce, Qualifies, IsDue, Amount) = (no, no, no, zero);

    /// <summary>否 where the policy is in force for no unit.</summary>
    public TTruth InForce { get; private set; }

    /// <summary>否 where no unit can qualify.</summary>
    public TTruth Qualifies { get; private set; }

    /// <summary>Whether some unit is due.</summary>
    public TTruth IsDue { get; private set; }

    /// <summary>The sum.</summary>
    public TNumber Amount { get; private set; }

    /// <summary>No unit: nothing.</summary>
    public static UnitsRule<TNumber, TTruth> None => new(TTruth.Of(false), TNumber.Of(0));

    /// <summary>
    /// No unit of which anything is known, but perhaps some: 0 if a unit can only give 0, else from 0 without an upper end.
    /// </summary>
    /// <param name="inForce">Whether the policy is in force for any unit.</param>
    /// <param name="qualifies">Whether any unit can qualify.</param>
    /// <param name="isDue">Whether any unit can be due.</param>
    /// <param name="amount">What any unit can come to.</param>
    /// <param name="missingTable">未知, waiting for the table; 否 where the table is there and has no rows.</param>
    public static UnitsRule<TNumber, TTruth> OfUnknown(TTruth inForce, TTruth qualifies, TTruth isDue, TNumber amount, TTruth missingTable)
    {
        var units = None;
        units.InForce = inForce;
        if (missingTable.IsNo)
            return units;
        units.Qualifies = TTruth.Of(!qualifies.IsNo);
        if (isDue.IsNo)
            return units;
        units.IsDue = missingTable & isDue;
        units.Amount = (amount <= TNumber.Of(0)).IsYes ? TNumber.Of(0) : TNumber.NonNegative(missingTable);
        return units;
    }

    /// <summary>A unit.</summary>
    public void Add(TTruth inForce, TTruth qualifies, TTruth isDue, TNumber amount)
    {
        InForce = inForce.IsNo ? InForce : TTruth.Of(true);
        if (qualifies.IsNo)
            return;
        Qualifies = TTruth.Of(true);
        IsDue |= isDue;
        Amount += amount;
    }
}
