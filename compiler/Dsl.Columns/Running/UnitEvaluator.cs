// Units and caps of one clause: chooses who supplies the sequence of rules with values.
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Outcome = Dsl.Evaluation.Rules.UnitOutcome<Dsl.Columns.Kernels.Tristate, Dsl.Columns.Kernels.Interval>;
using Sequence = Dsl.Evaluation.Rules.UnitSequence<Dsl.Columns.Kernels.Tristate, Dsl.Columns.Kernels.Interval>;

namespace Dsl.Columns.Running;

/// <summary>Evaluates units of one clause. Safe on several threads.</summary>
internal sealed class UnitEvaluator
{
    private readonly IrPolicy _policy;
    private readonly IrClause _clause;
    private readonly ClauseKernel _kernel;
    private readonly ClauseProcedures _procedures;
    private readonly EvaluationContext _context;
    private readonly AwardForm _award;
    private readonly FixedRounding? _blockRounding;
    private readonly CapForm _subjectCap;
    private readonly CapForm _cumulativeCap;

    public UnitEvaluator(ClausePlan plan, ClauseKernel kernel, EvaluationContext context)
    {
        (_policy, _clause, _kernel, _context) = (plan.Policy, plan.Clause, kernel, context);
        _procedures = new(plan, kernel);
        _award = new(plan.Forms.Amount, _clause.Rounding, plan.Unknowns.BitOf(UnknownBit.OfApproval));
        _blockRounding = plan.Forms.BlockAmount is { } amount && _clause.Award is not (IrApproval or IrCaseByCase)
            ? AwardForm.RoundingIn(amount, _clause.Rounding) : null;
        HasWideAmounts = plan.Forms.BlockAmount is { IsNarrow: false };
        IsPlain = _blockRounding is not null && !HasWideAmounts && _clause.Award is IrFormula && _clause.Frequency.Anchor is null
            && !plan.Policy.ProceduresOf(_clause).Any();
        (_subjectCap, _cumulativeCap) = (new(plan.Forms.SubjectCap), new(plan.Forms.CumulativeCap));
    }

    /// <summary>Whether amounts of a block kernel need 128 bits.</summary>
    public bool HasWideAmounts { get; }

    /// <summary>
    /// Whether units without records whose inputs are known differ in nothing but the conditions that fail and the amount: everything else
    /// that the rules ask for is the same for all of them.
    /// </summary>
    public bool IsPlain { get; }

    /// <summary>What the block kernel computed as awards in fen; false where 64 bits might not hold them.</summary>
    public bool TryRoundKnown(Span<long> amounts, Span<long> fen)
    {
        KnownAwards.Of(amounts);
        return _blockRounding is { } rounding && rounding.TryRound(amounts, fen);
    }

    /// <summary>The result of a unit with bounds.</summary>
    /// <param name="input">The unit.</param>
    /// <param name="failed">Bit i is set where condition i is certainly false.</param>
    public Outcome Evaluate(in UnitInput input, out ulong failed)
    {
        var conditions = new UnitConditions();
        _kernel.Conditions(input.Subject, input.Row, ref conditions);
        failed = conditions.Failed;
        return WithBounds<BoundsValues, Interval>(new(_kernel, _procedures, input, conditions.All), input);
    }

    /// <summary>The result of a unit whose conditions the block kernel computed.</summary>
    /// <param name="input">The unit.</param>
    /// <param name="columns">What the block kernel computed.</param>
    /// <param name="index">The unit's index in it.</param>
    public Outcome EvaluateKnown(in UnitInput input, UnitColumns columns, int index)
    {
        var unit = new KnownValues(_procedures, input, columns, index);
        return _blockRounding is not { } rounding ? WithBounds<KnownValues, Lane<long>>(unit, input)
            : HasWideAmounts ? Evaluate<KnownValues, Lane<long>, WideAward, Lane<Int128>>(unit, new(columns, index, rounding))
            : Evaluate<KnownValues, Lane<long>, KnownAward, Lane<long>>(unit, new(columns, index, rounding));
    }

    /// <summary>A cap in fen.</summary>
    public Interval Cap(CapKind kind, in SubjectView subject)
    {
        if (kind == CapKind.Subject)
            return _subjectCap.Fixed?.Round(_kernel.SubjectCap(subject)) ?? _subjectCap.Round(_kernel.ExactSubjectCap(subject));
        return _cumulativeCap.Fixed?.Round(_kernel.CumulativeCap(subject)) ?? _cumulativeCap.Round(_kernel.ExactCumulativeCap(subject));
    }

    private Outcome WithBounds<TUnit, TNumber>(in TUnit unit, in UnitInput input)
        where TUnit : struct, IUnitValues<TNumber, Tristate> where TNumber : struct, IOrderedFace<TNumber, Tristate> =>
        _award.Fixed is { } rounding ? Evaluate<TUnit, TNumber, BoundsAward, Interval>(unit, new(_kernel, input, _award, rounding))
            : Evaluate<TUnit, TNumber, ExactAward, ExactInterval>(unit, new(_kernel, input, _award));

    private Outcome Evaluate<TUnit, TNumber, TAward, TAmount>(in TUnit unit, in TAward award)
        where TUnit : struct, IUnitValues<TNumber, Tristate> where TNumber : struct, IOrderedFace<TNumber, Tristate>
        where TAward : struct, IAwarded<TAmount, Interval> where TAmount : struct, IOrderedFace<TAmount, Tristate> =>
        Sequence.Of<TUnit, TNumber, TAward, TAmount>(_policy, _clause, _context.AsOf, _context.Year, unit, award);
}
