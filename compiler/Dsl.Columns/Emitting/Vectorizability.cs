// Whether a clause is computed in columns, and why not: answered before anything of it is written.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Why something has no code.</summary>
/// <param name="Reason">In Chinese, without a full stop.</param>
/// <param name="Place">The expression, or the clause.</param>
public sealed record Refusal(string Reason, SourceLocation Place)
{
    private const int LongestText = 40;

    /// <summary>The reason with the place.</summary>
    public override string ToString()
    {
        if (Place.Line == 0)
            return Reason;
        var text = Place.Text.Length > LongestText ? $"{Place.Text[..LongestText]}……" : Place.Text;
        return text.Length == 0 ? $"{Reason}（{Place.Path}:{Place.Line}）" : $"{Reason}：「{text}」（{Place.Path}:{Place.Line}）";
    }
}

/// <summary>What of a clause is computed in columns. Where there is no refusal, code can be written, whatever it is.</summary>
public sealed class Vectorizability
{
    // Bits of UnitOutcome.Failed.
    private const int MostConditions = 64;

    private readonly IrPolicy _policy;
    private readonly IrClause _clause;
    private readonly RowScope? _row;

    private Vectorizability(IrPolicy policy, IrClause clause)
    {
        (_policy, _clause) = (policy, clause);
        _row = clause.Each is { } detail ? new(detail, "", false, null, 0) : null;
        var bounds = new ExpressionForms(isBlock: false, policy, Unknowns);
        OfKernel(bounds);
        Refusal = bounds.Refusal;
        if (Refusal is not null)
            return;
        var plain = new ExpressionForms(isBlock: true, policy, Unknowns);
        OfBlock(plain);
        (BlockRefusal, Nodes) = (plain.Refusal, bounds.Nodes + plain.Nodes);
    }

    /// <summary>Why the interpreter computes the clause; null where code does.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Why code computes every unit by itself; null where units whose inputs are all known are computed in one loop over a block.</summary>
    public Refusal? BlockRefusal { get; }

    /// <summary>What the clause may wait for.</summary>
    internal UnknownBitTable Unknowns { get; } = new();

    /// <summary>How many expressions are written.</summary>
    internal int Nodes { get; }

    /// <summary>Answers for a clause.</summary>
    public static Vectorizability Of(IrPolicy policy, IrClause clause) => new(policy, clause);

    // In the order of ClauseEmitter.
    private void OfKernel(ExpressionForms forms)
    {
        if (_clause.Conditions.Length > MostConditions)
            forms.Refuse($"条件超过 {MostConditions} 个", _clause.Basis.Origin);
        if (_clause.Each is { } detail)
            forms.Bit(UnknownBit.OfTable(detail.Name), _clause.Basis.Origin);
        forms.Begin(_row);
        if (_policy.ExpiryDate is not null)
            FirstYear(forms);
        foreach (var condition in _clause.Conditions)
            forms.Visit(condition.Expression, _row);
        FirstYear(forms);
        Award(forms);
        forms.Begin(null);
        foreach (var gate in _policy.GatesOf(_clause))
        {
            if (gate.Applies is { } applies)
                forms.Visit(applies, null);
            foreach (var step in gate.Steps)
            {
                forms.Visit(step.Expression, null);
                forms.Bit(UnknownBit.OfStep(step), step.Expression.Origin);
            }
        }
        foreach (var cap in new[] { _clause.SubjectCap, _clause.CumulativeCap }.OfType<IrExpression>())
        {
            forms.Begin(null);
            var number = forms.Number(cap, null);
            if (!number.IsExact && number.InFen().IsExact)
                forms.Refuse("上限可能超过 120 位", cap);
        }
    }

    /// <summary>自 X 次年起 连续 N年: what X is.</summary>
    private void FirstYear(ExpressionForms forms)
    {
        if (_clause.Frequency is { Kind: FrequencyKind.Consecutive, Anchor: { } anchor } && forms.Number(anchor, _row) is { IsExact: true } or { Layout.Denominator.IsOne: false })
            forms.Refuse("起始的年度不是整数", _clause.Basis.Origin);
    }

    private void Award(ExpressionForms forms)
    {
        if (_clause.Award is not null && !(_clause.Rounding.Step * 100).IsInteger)
            forms.Refuse("取整到不足一分", _clause.Basis.Origin);
        switch (_clause.Award)
        {
            case IrFormula formula:
                forms.Number(formula.Amount, _row);
                break;
            case IrDiscretion { Ceiling: { } ceiling }:
                if (forms.Number(ceiling, _row).InFen().IsExact)
                    forms.Refuse("核定的最高额是相除的结果，或者可能超过 120 位", ceiling);
                forms.Bit(UnknownBit.OfApproval, ceiling.Origin);
                break;
            case IrDiscretion or IrCaseByCase:
                forms.Bit(UnknownBit.OfApproval, _clause.Basis.Origin);
                break;
        }
    }

    // In the order of BlockEmitter.
    private void OfBlock(ExpressionForms forms)
    {
        if (_policy.ExpiryDate is not null && _clause.Frequency is { Kind: FrequencyKind.Consecutive })
            forms.Refuse("政策到期后条款还可能继续执行", _clause.Basis.Origin);
        forms.Begin(_row);
        foreach (var condition in _clause.Conditions)
            forms.Visit(condition.Expression, _row);
        if (_clause.Frequency is { Kind: FrequencyKind.Consecutive, Anchor: { } anchor } && forms.Number(anchor, _row).Layout.IsWide)
            forms.Refuse("起始的年度可能超过 64 位", anchor);
        if (_clause.Award is IrFormula formula && AwardRounding.Of(_clause, forms.Number(formula.Amount, _row).Layout) is null or { Layout.IsWide: true })
            forms.Refuse("奖补可能超过 64 位", formula.Amount);
    }
}
