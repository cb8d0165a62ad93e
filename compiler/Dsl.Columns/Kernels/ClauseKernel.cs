// What generated code fills in for a clause: its expressions, per unit (the subject, or a row under 每个). The rules are not generated.

namespace Dsl.Columns.Kernels;

/// <summary>What a clause comes to for one unit, before it meets its rivals and the caps of the subject.</summary>
public struct UnitOutcome
{
    /// <summary>Whether the policy is in force.</summary>
    public Tristate InForce { get; private set; }

    /// <summary>In force, every condition and the frequency together.</summary>
    public Tristate Qualifies { get; private set; }

    /// <summary>Bit i is set where condition i is certainly false.</summary>
    public ulong Failed { get; private set; }

    /// <summary>The award as if it qualified, in whole fen, never below 0; 0 where it certainly does not qualify.</summary>
    public Interval Award { get; set; }

    /// <summary>Whether more was approved than the ceiling, whatever is still unknown.</summary>
    public bool IsCut { get; set; }

    /// <summary>Whether nothing can be due, so that the award need not be computed.</summary>
    public readonly bool IsRefused => Qualifies.IsNo;

    /// <summary>Begins with the question whether the policy is in force.</summary>
    public static UnitOutcome Begin(Tristate inForce) => new() { InForce = inForce, Qualifies = inForce };

    /// <summary>A condition.</summary>
    /// <param name="index">Its index in the clause.</param>
    /// <param name="condition">Whether it holds.</param>
    public void Require(int index, Tristate condition)
    {
        Qualifies &= condition;
        Failed |= condition.IsNo ? 1UL << index : 0;
    }

    /// <summary>Conditions of which everything is known.</summary>
    /// <param name="failed">Bit i is set where condition i is false.</param>
    public void Require(ulong failed)
    {
        Qualifies &= Tristate.Of(failed == 0);
        Failed |= failed;
    }

    /// <summary>频次.</summary>
    public void RequireFrequency(Tristate allows) => Qualifies &= allows;
}

/// <summary>
/// The expressions of one clause. Generated; holds no state, so one instance serves any number of threads. A number is held in the
/// fraction that the plan of the clause says; where no fraction holds it, the method with Exact in its name is asked instead.
/// </summary>
public abstract class ClauseKernel
{
    /// <summary>The conditions of a unit.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="row">The row under 每个; not read by a clause without it.</param>
    /// <param name="unit">Told of each condition.</param>
    public abstract void Conditions(in SubjectView subject, in RowView row, ref UnitOutcome unit);

    /// <summary>X of 频次 自 X: a day number, or a year.</summary>
    public virtual Interval Anchor(in SubjectView subject, in RowView row) => default;

    /// <summary>奖补, or 最高 of 核定, before any rule.</summary>
    public virtual Interval Amount(in SubjectView subject, in RowView row) => default;

    /// <summary>奖补, or 最高 of 核定, before any rule.</summary>
    public virtual ExactInterval ExactAmount(in SubjectView subject, in RowView row) => default;

    /// <summary>
    /// Conditions, anchor and amount of all units of a block whose inputs are known; the others are opened. False where
    /// there is no such form.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="units">Begun for as many units as the block has.</param>
    public virtual bool Evaluate(ColumnBatch block, UnitColumns units) => false;

    /// <summary>Whether every gate (程序) lets the subject pass.</summary>
    public virtual Tristate Procedure(in SubjectView subject) => Tristate.Yes;

    /// <summary>单位上限.</summary>
    public virtual Interval SubjectCap(in SubjectView subject) => default;

    /// <summary>单位上限.</summary>
    public virtual ExactInterval ExactSubjectCap(in SubjectView subject) => default;

    /// <summary>累计上限.</summary>
    public virtual Interval CumulativeCap(in SubjectView subject) => default;

    /// <summary>累计上限.</summary>
    public virtual ExactInterval ExactCumulativeCap(in SubjectView subject) => default;
}

/// <summary>The code of all clauses of a program. Generated.</summary>
public abstract class ProgramKernel
{
    /// <summary>One per clause that the generator took, in its order.</summary>
    public abstract ClauseKernel[] Clauses { get; }
}
