// Whether a clause is computed in columns, and why not: answered before anything of it is written.
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;

namespace Dsl.Columns.Emitting;

/// <summary>What of a clause is computed in columns. Where there is no refusal, code can be written, whatever it is.</summary>
public sealed class Vectorizability
{
    // Bits of UnitConditions.Failed.
    private const int MostConditions = 64;

    private readonly IrPolicy _policy;
    private readonly IrClause _clause;
    private readonly RowScope? _row;

    private Vectorizability(IrPolicy policy, IrClause clause)
    {
        (_policy, _clause) = (policy, clause);
        _row = clause.PerRow is { } detail ? new(detail, "", false, null, 0) : null;
        var bounds = new ExpressionForms(isBlock: false, policy, Unknowns);
        Forms = OfKernel(bounds);
        Refusal = bounds.Refusal;
        if (Refusal is not null)
            return;
        var plain = new ExpressionForms(isBlock: true, policy, Unknowns);
        var amount = OfBlock(plain);
        (BlockRefusal, Nodes) = (plain.Refusal, bounds.Nodes + plain.Nodes);
        Forms = Forms with { BlockAmount = BlockRefusal is null ? amount : null };
    }

    /// <summary>Why the interpreter computes the clause; null where code does.</summary>
    public Refusal? Refusal { get; }

    /// <summary>
    /// Why code computes every unit by itself; null where units whose inputs are all known are computed in one loop over a block.
    /// </summary>
    public Refusal? BlockRefusal { get; }

    /// <summary>In which fractions the numbers are held.</summary>
    internal ClauseForms Forms { get; }

    /// <summary>What the clause may wait for.</summary>
    internal UnknownBitTable Unknowns { get; } = new();

    /// <summary>How many expressions are written.</summary>
    internal int Nodes { get; }

    /// <summary>Answers for a clause.</summary>
    public static Vectorizability Of(IrPolicy policy, IrClause clause) => new(policy, clause);

    // In the order of ClauseEmitter, each method by itself.
    private ClauseForms OfKernel(ExpressionForms forms)
    {
        if (_clause.Conditions.Length > MostConditions)
            forms.Refuse($"条件超过 {MostConditions} 个", _clause.LegalBasis.Origin);
        if (!(_clause.Rounding.Step * 100).IsInteger)
            forms.Refuse("取整到不足一分", _clause.LegalBasis.Origin);
        if (_clause.Award?.Floor is { } floor)
            forms.Refuse("核定写了最低", floor);
        if (_clause.Frequency.Times is not null)
            forms.Refuse("频次 累计 最多 几次", _clause.LegalBasis.Origin);
        if (_clause.Payout is not null)
            forms.Refuse("分期兑付", _clause.LegalBasis.Origin);
        if (_clause.Frequency.Allowance is not null)
            forms.Refuse("频次 累计 最多 计数量", _clause.LegalBasis.Origin);
        if (_clause.NeedsPlaces)
            forms.Refuse("名额或总额", _clause.LegalBasis.Origin);
        if (_clause.RowCap is { } rowCap)
            forms.Refuse("累计上限 每行", rowCap);
        if (_clause is { IsSubjectCapShared: true, SubjectCap: { } shared })
            forms.Refuse("单位上限 按比例", shared);
        if (_clause.Frequency.IsStepUp)
            forms.Refuse("竞合 晋级补差", _clause.LegalBasis.Origin);
        if (_clause.PaysOneRow)
            forms.Refuse("竞合 只给一项", _clause.LegalBasis.Origin);
        if (_clause.PerRow is { } detail)
            forms.Bit(UnknownBit.OfTable(detail.Name), _clause.LegalBasis.Origin);
        if (_clause.Award is IrApproval or IrCaseByCase)
            forms.Bit(UnknownBit.OfApproval, _clause.LegalBasis.Origin);
        Conditions(forms);
        Anchor(forms);
        var amount = Amount(forms);
        foreach (var procedure in _policy.ProceduresOf(_clause))
            Procedure(forms, procedure);
        return new()
        {
            Amount = amount,
            SubjectCap = Cap(forms, _clause.SubjectCap),
            CumulativeCap = Cap(forms, _clause.CumulativeCap),
        };
    }

    private void Conditions(ExpressionForms forms)
    {
        forms.Begin(_row);
        foreach (var condition in _clause.Conditions)
            forms.Visit(condition.Expression, _row);
    }

    private void Anchor(ExpressionForms forms)
    {
        if (_clause.Frequency.Anchor is { } anchor
            && forms.Number(anchor, _row) is { IsExact: true } or { Layout.Denominator.IsOne: false })
            forms.Refuse("起始的年度不是整数", anchor);
    }

    private FixedPointLayout Amount(ExpressionForms forms)
    {
        forms.Begin(_row);
        return _clause.Award switch
        {
            IrFormula formula => ClauseForms.Held(_clause.Rounding, forms.Number(formula.Amount, _row).Layout, isCompared: false),
            IrApproval { Ceiling: { } ceiling } =>
                ClauseForms.Held(_clause.Rounding, forms.Number(ceiling, _row).Layout, isCompared: true),
            _ => ClauseForms.Held(_clause.Rounding, new ClauseForms().Amount, isCompared: false),
        };
    }

    private static void Procedure(ExpressionForms forms, IrProcedure procedure)
    {
        forms.Begin(null);
        if (procedure.Applies is { } applies)
            forms.Visit(applies, null);
        foreach (var step in procedure.Steps)
        {
            forms.Bit(UnknownBit.OfStep(step), step.Expression.Origin);
            forms.Begin(null);
            forms.Visit(step.Expression, null);
        }
    }

    private static FixedPointLayout Cap(ExpressionForms forms, IrExpression? cap)
    {
        forms.Begin(null);
        return cap is null ? FixedPointLayout.Exact : ClauseForms.Held(IrRounding.ToFen, forms.Number(cap, null).Layout, isCompared: true);
    }

    // In the order of BlockEmitter: one method.
    private FixedPointLayout OfBlock(ExpressionForms forms)
    {
        Conditions(forms);
        if (_clause.Frequency.Anchor is { } anchor && !forms.Number(anchor, _row).Layout.IsNarrow)
            forms.Refuse("起始的年度可能超过 64 位", anchor);
        if (_clause.Award is not IrFormula formula)
            return FixedPointLayout.Fixed(100, 1);
        var amount = forms.Number(formula.Amount, _row).Layout;
        if (!ClauseForms.Rounded(_clause.Rounding, amount).IsNarrow)
            forms.Refuse("奖补可能超过 64 位", formula.Amount);
        return amount;
    }
}
