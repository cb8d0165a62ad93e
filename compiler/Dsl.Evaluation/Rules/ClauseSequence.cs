// The sequence of a clause for the subject as a whole: units → sum → 单位上限 → 累计上限. Each engine supplies values only.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>A cap of the subject.</summary>
public enum CapKind
{
    /// <summary>单位上限.</summary>
    Subject,

    /// <summary>累计上限, less what was paid for earlier years.</summary>
    Cumulative,
}

/// <summary>The units of a clause for one subject, in order.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TMoney">What holds a rounded amount.</typeparam>
public interface IClauseUnits<TTruth, TMoney>
{
    /// <summary>How many units there are: rows under 每个; 1 for a clause without it.</summary>
    int Count { get; }

    /// <summary>未知, waiting for the table of 每个; 否 where the table was supplied.</summary>
    TTruth MissingTable { get; }

    /// <summary>The result of a unit; asked once for each, in order.</summary>
    UnitOutcome<TTruth, TMoney> Unit(int index);

    /// <summary>What holds of any row; asked only where there is no unit.</summary>
    UnitOutcome<TTruth, TMoney> AnyRow();
}

/// <summary>The caps of a clause for one subject; asked only where the clause has them and something may be due.</summary>
/// <typeparam name="TMoney">What holds a rounded amount.</typeparam>
public interface IClauseCaps<TMoney>
{
    /// <summary>A cap, rounded to the fen.</summary>
    TMoney Cap(CapKind kind);

    /// <summary>What 累计上限 takes off for earlier years: <see cref="HistoryRule.TakenOff"/>.</summary>
    TMoney PaidBefore { get; }

    /// <summary>Called with what a cap did; an engine that explains nothing ignores it.</summary>
    void Applied(CapKind kind, TMoney limit, TMoney before, TMoney after);
}

/// <summary>The result of a clause for the subject as a whole, before competition.</summary>
/// <param name="InForce">否 where the policy is in force for no unit.</param>
/// <param name="Qualifies">否 where no unit can qualify.</param>
/// <param name="IsDue">Whether some unit is due.</param>
/// <param name="Amount">The amount: the sum of the units, or what the caps leave of it.</param>
public readonly record struct ClauseOutcome<TTruth, TMoney>(TTruth InForce, TTruth Qualifies, TTruth IsDue, TMoney Amount);

/// <summary>Evaluates a clause for the subject as a whole.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TMoney">What holds a rounded amount.</typeparam>
public static class ClauseSequence<TTruth, TMoney>
    where TTruth : ITruthFace<TTruth> where TMoney : IBoundsFace<TMoney, TTruth>
{
    /// <summary>The units together, before the caps.</summary>
    public static ClauseOutcome<TTruth, TMoney> Sum<TUnits>(ref TUnits units)
        where TUnits : IClauseUnits<TTruth, TMoney>, allows ref struct
    {
        var count = units.Count;
        var sum = UnitsRule<TTruth, TMoney>.None;
        for (var i = 0; i < count; i++)
            sum.Add(units.Unit(i));
        return count > 0 ? sum.Outcome : UnitsRule<TTruth, TMoney>.OfUnknown(units.AnyRow(), units.MissingTable).Outcome;
    }

    /// <summary>What the caps leave of a sum.</summary>
    public static ClauseOutcome<TTruth, TMoney> Cap<TCaps>(IrClause clause, ClauseOutcome<TTruth, TMoney> sum, ref TCaps caps)
        where TCaps : IClauseCaps<TMoney>, allows ref struct
    {
        if (sum.IsDue.IsNo)
            return sum;
        var amount = sum.Amount;
        if (clause.SubjectCap is not null)
            amount = Cut(CapKind.Subject, TMoney.Of(0), amount, ref caps);
        if (clause.CumulativeCap is not null)
            amount = Cut(CapKind.Cumulative, caps.PaidBefore, amount, ref caps);
        return sum with { Amount = amount };
    }

    private static TMoney Cut<TCaps>(CapKind kind, TMoney paidBefore, TMoney before, ref TCaps caps)
        where TCaps : IClauseCaps<TMoney>, allows ref struct
    {
        var limit = CapRule.LeftOf(caps.Cap(kind), paidBefore);
        var after = CapRule.Cut(before, limit);
        caps.Applied(kind, limit, before, after);
        return after;
    }
}
