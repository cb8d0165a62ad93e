// When a policy is in force, and what of it runs on after its end.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Rules;

/// <summary>Where the rules ask for X of 频次 自 X; they ask only where it matters.</summary>
/// <typeparam name="TNumber">What holds it.</typeparam>
public interface IAnchored<TNumber>
{
    /// <summary>X: a day number, or a year.</summary>
    TNumber Anchor { get; }
}

/// <summary>Whether a clause is in force.</summary>
public static class ForceRule
{
    /// <summary>
    /// From 施行日期 to 失效日期, both included. After that, only what runs on
    /// 自 X 次年起|当年起 连续 N年 (or 次月起 连续 N个月) for an X that lies in the period.
    /// </summary>
    public static TTruth IsInForce<TUnit, TNumber, TTruth>(IrPolicy policy, IrFrequency frequency, DateOnly asOf, TUnit unit)
        where TUnit : IAnchored<TNumber> where TNumber : IOrderedFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
    {
        if (asOf < policy.EffectiveDate)
            return TTruth.Of(false);
        if (policy.ExpiryDate is not { } expiry || asOf <= expiry)
            return TTruth.Of(true);
        if (!frequency.RunsOn || frequency.Anchor is not { } anchor)
            return TTruth.Of(false);
        var isYear = anchor.Type is YearType;
        TNumber End(DateOnly date) => TNumber.Of(isYear ? date.Year : date.DayNumber);
        var x = unit.Anchor;
        return x >= End(policy.EffectiveDate) & x <= End(expiry);
    }
}
