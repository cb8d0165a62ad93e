// The rules of one clause over what its kernel computes: with bounds, or in plain numbers where everything is known.
using System.Numerics;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Running;

/// <summary>Evaluates units of one clause. Safe on several threads.</summary>
internal sealed class UnitRules
{
    private readonly IrPolicy _policy;
    private readonly IrClause _clause;
    private readonly ClauseKernel _kernel;
    private readonly EvaluationContext _context;
    private readonly ClauseForms _forms;
    private readonly FixedRounding? _rounding;
    private readonly ExactRounding _exactRounding;
    private readonly FixedRounding? _blockRounding;
    private readonly Int128 _perFen;
    private readonly ulong _approvalWait;
    private readonly CapForm _subjectCap;
    private readonly CapForm _cumulativeCap;

    public UnitRules(ClausePlan plan, ClauseKernel kernel, EvaluationContext context)
    {
        (_policy, _clause, _kernel, _context, _forms) = (plan.Policy, plan.Clause, kernel, context, plan.Forms);
        _rounding = RoundingIn(_forms.Amount, _clause.Rounding);
        _blockRounding = _forms.BlockAmount is { } amount ? RoundingIn(amount, _clause.Rounding) : null;
        _exactRounding = new(_clause.Rounding.Mode, _clause.Rounding.Step);
        _perFen = PerFen(_forms.Amount);
        _approvalWait = plan.Unknowns.BitOf(UnknownBit.OfApproval);
        (_subjectCap, _cumulativeCap) = (new(_forms.SubjectCap), new(_forms.CumulativeCap));
    }

    /// <summary>What the clause comes to for one unit.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="row">The row under 每个.</param>
    /// <param name="records">What records say of the unit.</param>
    public UnitOutcome Evaluate(in SubjectView subject, in RowView row, in UnitRecords records)
    {
        var bounds = new BoundsUnit(_kernel, subject, row, Recorded(records.Approved));
        var unit = UnitOutcome.Begin(ForceRule.IsInForce<BoundsUnit, Interval, Tristate>(_policy, _clause.Frequency, _context.AsOf, bounds));
        _kernel.Conditions(subject, row, ref unit);
        unit.RequireFrequency(FrequencyRule.Allows<BoundsUnit, Interval, Tristate>(_clause.Frequency, records.PaidYears, _context.Year, bounds));
        if (unit.IsRefused)
            return unit;
        var exact = new ExactUnit(_kernel, subject, row, bounds.Approved);
        unit.Award = _rounding is { } rounding ? AwardRule.Of<BoundsUnit, Interval, Interval>(_clause.Award, bounds, rounding)
            : AwardRule.Of(_clause.Award, exact, _exactRounding);
        if (records.Approved is not null && _clause.Award is IrApproval { Ceiling: not null })
        {
            unit.IsCut = _rounding is not null ? AwardRule.ExceedsCeiling<Interval, Tristate>(bounds.Amount, bounds.Approved)
                : AwardRule.ExceedsCeiling<ExactInterval, Tristate>(exact.Amount, exact.Approved);
        }
        return unit;
    }

    /// <summary>The same for a unit of which everything is known; false where an authority decides.</summary>
    /// <param name="columns">What the block kernel computed.</param>
    /// <param name="index">The unit.</param>
    /// <param name="paidYears">How many earlier years count as paid.</param>
    /// <param name="unit">What the clause comes to.</param>
    public bool TryEvaluate(UnitColumns columns, int index, int paidYears, out UnitOutcome unit)
    {
        var known = new KnownUnit(columns, index);
        var inForce = ForceRule.IsInForce<KnownUnit, Lane<long>, Flag>(_policy, _clause.Frequency, _context.AsOf, known);
        unit = UnitOutcome.Begin(Tristate.Of(inForce.IsYes));
        unit.Require(columns.Failed[index]);
        var allows = FrequencyRule.Allows<KnownUnit, Lane<long>, Flag>(_clause.Frequency, paidYears, _context.Year, known);
        unit.RequireFrequency(Tristate.Of(allows.IsYes));
        if (unit.IsRefused)
            return true;
        if (_clause.Award is IrApproval or IrCaseByCase || _blockRounding is not { } rounding)
            return false;
        unit.Award = HasWideAmounts ? AwardRule.Of<WideUnit, Lane<Int128>, Interval>(_clause.Award, new(columns, index), rounding)
            : AwardRule.Of<KnownUnit, Lane<long>, Interval>(_clause.Award, known, rounding);
        return true;
    }

    /// <summary>Whether amounts of a block kernel need 128 bits.</summary>
    public bool HasWideAmounts => _forms.BlockAmount is { IsNarrow: false };

    /// <summary>An amount in fen under 单位上限, then 累计上限.</summary>
    /// <param name="amount">The sum of the units.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="entries">Its records.</param>
    public Interval Capped(Interval amount, in SubjectView subject, in SubjectEntries entries)
    {
        if (_clause.SubjectCap is not null)
        {
            amount = CapRule.Cut(amount, _subjectCap.IsExact ? _subjectCap.Left(_kernel.ExactSubjectCap(subject), 0)
                : _subjectCap.Left(_kernel.SubjectCap(subject), 0));
        }
        if (_clause.CumulativeCap is not null)
        {
            var paid = entries.PaidBefore(hasRows: _clause.PerRow is not null);
            amount = CapRule.Cut(amount, _cumulativeCap.IsExact ? _cumulativeCap.Left(_kernel.ExactCumulativeCap(subject), paid)
                : _cumulativeCap.Left(_kernel.CumulativeCap(subject), paid));
        }
        return amount;
    }

    private static Int128 PerFen(FixedPointLayout shape) => shape.IsExact ? 1 : (Int128)BigInteger.Max(1, shape.Denominator / 100);

    private static FixedRounding? RoundingIn(FixedPointLayout shape, IrRounding rounding) =>
        shape.IsExact ? null : new(rounding.Mode, RoundingSteps.Of(rounding.Step, shape.Denominator));

    private Interval Recorded(long? approved) => approved is { } fen ? Interval.Of(fen * _perFen) : Interval.NonNegative(_approvalWait);

    /// <summary>How a cap is held and made whole fen.</summary>
    private sealed class CapForm(FixedPointLayout shape)
    {
        private readonly Int128 _perFen = PerFen(shape);
        private readonly FixedRounding? _rounding = RoundingIn(shape, IrRounding.ToFen);
        private readonly ExactRounding _exact = new(IrRounding.ToFen.Mode, IrRounding.ToFen.Step);

        public bool IsExact => _rounding is null;

        public Interval Left(Interval cap, Int128 paid) => CapRule.LeftOf<Interval, Interval>(
            cap, Interval.Of(paid * _perFen), _rounding ?? throw new InvalidOperationException("An exact cap."));

        public Interval Left(ExactInterval cap, Int128 paid) => CapRule.LeftOf(cap, ExactInterval.From(Interval.Of(paid), 100), _exact);
    }

    private readonly struct BoundsUnit(ClauseKernel kernel, in SubjectView subject, in RowView row, Interval approved)
        : IAnchored<Interval>, IAwarded<Interval>
    {
        private readonly SubjectView _subject = subject;
        private readonly RowView _row = row;

        public Interval Anchor => kernel.Anchor(_subject, _row);

        public Interval Amount => kernel.Amount(_subject, _row);

        public Interval Approved { get; } = approved;
    }

    private readonly struct ExactUnit(ClauseKernel kernel, in SubjectView subject, in RowView row, Interval approved)
        : IAwarded<ExactInterval>
    {
        private readonly SubjectView _subject = subject;
        private readonly RowView _row = row;

        public ExactInterval Amount => kernel.ExactAmount(_subject, _row);

        public ExactInterval Approved => ExactInterval.From(approved, 100);
    }

    private readonly struct KnownUnit(UnitColumns columns, int index) : IAnchored<Lane<long>>, IAwarded<Lane<long>>
    {
        public Lane<long> Anchor => new(columns.Anchor[index]);

        public Lane<long> Amount => new(columns.Amount[index]);

        public Lane<long> Approved => throw new InvalidOperationException("An authority decides.");
    }

    private readonly struct WideUnit(UnitColumns columns, int index) : IAwarded<Lane<Int128>>
    {
        public Lane<Int128> Amount => new(columns.WideAmount[index]);

        public Lane<Int128> Approved => throw new InvalidOperationException("An authority decides.");
    }
}
