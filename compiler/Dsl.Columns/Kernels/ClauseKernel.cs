// What generated code fills in for a clause: its expressions, per unit (the subject, or a row under 每个). The rules are not generated.
using Dsl.Evaluation.Rules;

namespace Dsl.Columns.Kernels;

/// <summary>The conditions of a unit, collected one by one.</summary>
public struct UnitConditions()
{
    private ConditionRule<Tristate, ulong> _together = new();

    /// <summary>All conditions together.</summary>
    public readonly Tristate All => _together.All;

    /// <summary>Bit i is set where condition i is certainly false.</summary>
    public readonly ulong Failed => _together.Failed;

    /// <summary>Adds a condition.</summary>
    /// <param name="index">Its index in the clause.</param>
    /// <param name="condition">Whether it holds.</param>
    public void Require(int index, Tristate condition) => _together.Require(index, condition);
}

/// <summary>
/// The expressions of one clause. Generated; holds no state, so one instance serves any number of threads. A number is held in the
/// fraction that the plan of the clause says; where no fraction holds it, the method with Exact in its name is asked instead.
/// </summary>
public abstract class ClauseKernel
{
    /// <summary>The conditions of a unit.</summary>
    /// <param name="row">The row under 每个; not read by a clause without it.</param>
    /// <param name="unit">Collects each condition.</param>
    public abstract void Conditions(in SubjectView subject, in RowView row, ref UnitConditions unit);

    /// <summary>X of 频次 自 X: a day number, or a year.</summary>
    public virtual Interval Anchor(in SubjectView subject, in RowView row) => default;

    /// <summary>奖补, or 最高 of 核定, before any rule.</summary>
    public virtual Interval Amount(in SubjectView subject, in RowView row) => default;

    /// <summary>奖补, or 最高 of 核定, before any rule.</summary>
    public virtual ExactInterval ExactAmount(in SubjectView subject, in RowView row) => default;

    /// <summary>
    /// Conditions, anchor and amount of all units of a block whose inputs are known; the others are marked as open. False where
    /// there is no such form.
    /// </summary>
    /// <param name="units">Begun for as many units as the block has.</param>
    public virtual bool Evaluate(ColumnBatch block, UnitColumns units) => false;

    /// <summary>情形 of a procedure (程序) of the clause that has one.</summary>
    public virtual Tristate Applies(in SubjectView subject, int procedure) => Tristate.Yes;

    /// <summary>A step (须经) of a procedure of the clause.</summary>
    public virtual Tristate IsDone(in SubjectView subject, int procedure, int step) => Tristate.Yes;

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
