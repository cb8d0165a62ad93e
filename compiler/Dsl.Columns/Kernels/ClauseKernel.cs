// What generated code fills in for a clause, and what it computes per unit (the subject, or a row under 每个).
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>What a clause comes to for one unit, before it meets its rivals and the caps of the subject.</summary>
public struct UnitOutcome
{
    /// <summary>Whether the policy is in force.</summary>
    public Tri InForce { get; private set; }

    /// <summary>In force, every condition and the frequency together.</summary>
    public Tri Qualifies { get; private set; }

    /// <summary>Bit i is set where condition i is certainly false.</summary>
    public ulong Failed { get; private set; }

    /// <summary>The award as if it qualified, in whole fen, never below 0; 0 where it certainly does not qualify.</summary>
    public Interval Award { get; set; }

    /// <summary>Whether more was approved than the ceiling, whatever is still unknown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A unit of which everything is known.</summary>
    /// <param name="inForce">Whether the policy is in force.</param>
    /// <param name="qualifies">In force, every condition and the frequency together.</param>
    /// <param name="failed">Bit i is set where condition i is false.</param>
    /// <param name="award">The award in fen as if it qualified.</param>
    public static UnitOutcome Known(bool inForce, bool qualifies, ulong failed, long award) => new()
    {
        InForce = Tri.Of(inForce), Qualifies = Tri.Of(qualifies), Failed = failed, Award = qualifies ? Interval.Of(award) : Interval.Zero,
    };

    /// <summary>Begins with the question whether the policy is in force.</summary>
    public static UnitOutcome Begin(Tri inForce) => new() { InForce = inForce, Qualifies = inForce };

    /// <summary>A condition.</summary>
    /// <param name="index">Its index in the clause.</param>
    /// <param name="condition">Whether it holds.</param>
    public void Require(int index, Tri condition)
    {
        Qualifies &= condition;
        Failed |= condition.Truth == Truth.No ? 1UL << index : 0;
    }

    /// <summary>频次.</summary>
    public void RequireFrequency(Tri allows) => Qualifies &= allows;

    /// <summary>核定 最高 y, before rounding, in the fraction of the ceiling.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="approved">The record in fen; null for none.</param>
    /// <param name="perFen">Fractions of the ceiling per fen.</param>
    /// <param name="wait">The bit that stands for 核定.</param>
    public Interval UpTo(Interval ceiling, long? approved, Int128 perFen, ulong wait)
    {
        var limit = ceiling.AtLeastZero();
        if (approved is not { } amount)
            return new(0, limit.High, limit.Waits | wait);
        IsCut = amount * perFen > limit.High;
        return Interval.Min(Interval.Of(Math.Max(0, amount) * perFen), limit);
    }

    /// <summary>Whether nothing can be due, so that the award need not be computed.</summary>
    public readonly bool IsRefused => Qualifies.Truth == Truth.No;
}

/// <summary>The code of one clause. Generated; holds no state, so one instance serves any number of threads.</summary>
public abstract class ClauseKernel
{
    /// <summary>Conditions, frequency and award of a unit.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="row">The row under 每个; not read by a clause without it.</param>
    /// <param name="records">What records say of the unit.</param>
    public abstract UnitOutcome Evaluate(in SubjectFrame subject, in RowFrame row, in UnitRecords records);

    /// <summary>The same for all units of a block whose inputs are known; the others are opened. False where there is no such form.</summary>
    /// <param name="block">The block.</param>
    /// <param name="units">Begun for as many units as the block has.</param>
    public virtual bool Evaluate(BlockFrame block, UnitColumns units) => false;

    /// <summary>Whether every gate (程序) lets the subject pass.</summary>
    public virtual Tri Gate(in SubjectFrame subject) => Tri.Yes;

    /// <summary>单位上限 in whole fen; not asked of a clause without it.</summary>
    public virtual Interval SubjectCap(in SubjectFrame subject) => Interval.Of(Interval.Infinity);

    /// <summary>累计上限 less what was paid in earlier years, in whole fen, never below 0; not asked of a clause without it.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="paidBefore">Net payments of earlier years in fen.</param>
    public virtual Interval CumulativeCap(in SubjectFrame subject, Int128 paidBefore) => Interval.Of(Interval.Infinity);
}

/// <summary>The code of all clauses of a program. Generated.</summary>
public abstract class ProgramKernel
{
    /// <summary>One per clause that the generator took, in its order.</summary>
    public abstract ClauseKernel[] Clauses { get; }
}

/// <summary>Steps of a clause that are the same for all clauses.</summary>
public static class ClauseSteps
{
    private static readonly Int128 FenPerYuan = 100;

    /// <summary>自 X 次年起|当年起 连续 N年: first ≤ Y &lt; first + N.</summary>
    /// <param name="first">The first year: that of X, or the one after it.</param>
    /// <param name="year">Y.</param>
    /// <param name="years">N; 0 for no end.</param>
    public static Tri Follows(Interval first, int year, int years)
    {
        var elapsed = Interval.Of(year) - first;
        var hasBegun = elapsed >= Interval.Of(0);
        return years == 0 ? hasBegun : hasBegun & elapsed < Interval.Of(years);
    }

    /// <summary>In force on the day, or, for what runs on after the end of the policy, where X lies in the period.</summary>
    public static Tri RunsOn(KernelRun run, long first, long last, Interval anchor, long firstAnchor, long lastAnchor) =>
        run.AsOf < first ? Tri.No : run.AsOf <= last ? Tri.Yes
        : anchor >= Interval.Of(firstAnchor) & anchor <= Interval.Of(lastAnchor);

    /// <summary>核定 without a ceiling, or 一事一议, in fen.</summary>
    public static Interval Fixed(long? approved, ulong wait) => approved is { } amount ? Interval.Of(Math.Max(0, amount)) : Interval.NonNegative(wait);

    /// <summary>What a gate waits for: nothing where it does not apply or all steps are done.</summary>
    /// <param name="applies">Whether it applies.</param>
    /// <param name="open">The bits of the steps that are not certainly done.</param>
    public static ulong GateWaits(Tri applies, ulong open) => applies.Truth == Truth.No || open == 0 ? 0 : open | applies.Waits;

    /// <summary>The bit of a step unless it is certainly done.</summary>
    public static ulong Open(Tri step, ulong wait) => step.Truth == Truth.Yes ? 0 : wait;

    /// <summary>A cap less what was paid before, in whole fen, never below 0.</summary>
    /// <param name="cap">The cap in its fraction.</param>
    /// <param name="paidBefore">In fen.</param>
    /// <param name="perFen">Fractions of the cap per fen.</param>
    public static Interval Cap(Interval cap, Int128 paidBefore, Int128 perFen) =>
        (cap - Interval.Of(paidBefore * perFen)).AtLeastZero().Round(RoundingDirection.HalfAwayFromZero, 1, perFen, 1);

    /// <summary>A cap that no fraction holds.</summary>
    public static Interval Cap(ExactInterval cap, Int128 paidBefore) =>
        (cap - ExactInterval.Of((System.Numerics.BigInteger)paidBefore, (System.Numerics.BigInteger)FenPerYuan)).RoundAward(RoundingDirection.HalfAwayFromZero, new(1, 100));
}
