// One row, or the subject as a whole: its conditions with facts, its formula with figures, its steps.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Explaining;

/// <summary>Explains the result of a clause in one frame.</summary>
internal sealed class UnitExplainer(EvaluationTrace trace, IrPolicy policy)
{
    private const string Assumed = "未写，当作满足";

    private readonly FigureRenderer _figures = new(trace);

    /// <summary>The explanation of a row, or of the subject.</summary>
    public UnitExplanation Explain(ClauseEvaluation work, UnitEvaluation unit)
    {
        var clause = work.Clause;
        var formula = clause.Award?.Expression;
        var isRow = !ReferenceEquals(unit, work.AnyRow);
        var isComputed = isRow && formula is not null && unit.Award.Computed is not null;
        return new()
        {
            RowKey = unit.RowKey,
            Status = unit.Status,
            Amount = Wording.Money(unit.Amount.Bounds),
            Conditions = [.. clause.Conditions.Select((condition, index) => Explain(condition, unit.Conditions[index], unit.Frame))
                .Where(condition => isRow || work.TableIsMissing || condition.Truth != Truth.Unknown)],
            Locals = [.. clause.Locals.Where(local => unit.Frame.TryGetLocal(local, out _))
                .Select(local => $"{local.Name} = {_figures.WithValue(local.Value, unit.Frame)}")],
            Frequency = Frequency(clause, unit),
            FormulaLabel = clause.Award is IrApproval ? "最高" : "算式",
            Formula = formula?.Origin.Text ?? "",
            Figures = isComputed && formula is not null ? _figures.WithValue(formula, unit.Frame) : "",
            Steps = isRow ? [.. Steps(clause, unit)] : [],
            Needs = Explainer.Needs(unit.Unknowns),
        };
    }

    private ConditionExplanation Explain(IrCondition condition, TruthValue truth, Frame frame)
    {
        // In an 算例 an unknown condition of the 范围 counts as met: the facts that it lacks were assumed, not found.
        var isAssumed = condition.FromScope && truth.Truth == Truth.Yes
            && trace.TryGetValue(condition.Expression, frame, out var found) && found is TruthValue { Truth: Truth.Unknown };
        return new(condition.Text, truth.Truth, condition.FromScope, condition.IsExclusion,
            isAssumed ? "" : _figures.WithValue(condition.Expression, frame), Facts(condition.Expression, frame, isAssumed));
    }

    private ImmutableArray<FactExplanation> Facts(IrExpression root, Frame frame, bool isAssumed)
    {
        var facts = new List<FactExplanation>();
        foreach (var node in IrWalk.All(root))
        {
            var name = node switch { IrFact fact => fact.Field.Name, IrParameterValue parameter => parameter.Parameter.Name, _ => null };
            if (name is not null && facts.TrueForAll(fact => fact.Name != name) && trace.TryGetValue(node, frame, out var value))
                facts.Add(new(name, isAssumed && !value.IsCertain ? Assumed : Wording.Of(value, node.Type), value.IsCertain));
        }
        return [.. facts];
    }

    private ConditionExplanation? Frequency(IrClause clause, UnitEvaluation unit)
    {
        if (clause.Frequency.Kind == FrequencyKind.Unlimited)
            return null;
        var years = unit.History.Select(static year =>
            new FactExplanation(
                $"{year.Key}年度兑现", Wording.Money(Bounds.Exactly(year.Value))
                + (HistoryRule.IsPaidYear(year.Value) ? "" : "（不计）"), true)).ToList();
        if (clause.Frequency.Anchor is { } anchor && trace.TryGetValue(anchor, unit.Frame, out var value))
            years.Insert(0, new(anchor.Origin.Text, Wording.Of(value, anchor.Type), value.IsCertain));
        return new(Wording.Of(clause.Frequency), unit.Frequency.Truth, false, false, "", [.. years]);
    }

    private IEnumerable<string> Steps(IrClause clause, UnitEvaluation unit)
    {
        if (unit is { InForce.Truth: Truth.No, RowKey: not null })
            yield return $"不在施行期：{CivilDate.Format(policy.EffectiveDate)} "
                + $"起{(policy.ExpiryDate is { } expiry ? $"，至 {CivilDate.Format(expiry)}" : "")}。";
        if (clause.Award?.Floor is { } floor && unit.Award.Floor is not null)
            yield return $"最低 {_figures.WithValue(floor, unit.Frame)}。";
        if (unit.Award.Approved is { } approved)
            yield return $"核定 {Wording.Money(Bounds.Exactly(approved))}。";
        else if (clause.Award is IrApproval or IrCaseByCase && unit.Qualifies.Truth != Truth.No)
            yield return "尚无核定记录。";
        if (Rounded(clause, unit) is { } rounded)
            yield return rounded;
        if (unit is { Counted: { } counted, Quantity: { } taken } && clause.Frequency.Allowance is { } allowance)
            yield return $"计 {_figures.WithValue(allowance.Counted, unit.Frame)}：以前年度以后还余 "
                + $"{Wording.Of(NumberValue.Of(counted.Left), allowance.Type)}，本年计 "
                + $"{Wording.Of(new NumberValue(taken, Unknowns.None), allowance.Type)}。";
        if (unit.RowCap is { } cap)
            yield return Explainer.OfCap(cap);
        if (unit.Received is { } received)
            yield return ReceivedRemarks.Text(received);
        if (unit.Standing.SharedFrom is { } whole)
            yield return Remarks.OfShare(whole, unit.Amount);
        if (unit.DisplacedBy is { } by)
            yield return $"让位于 {Explainer.Name(by)}（{by.Rule}）：单独计算为 {Wording.Money(unit.Award.Amount.Bounds)}，不占用上限。";
        if (unit.Group is { } group)
            yield return $"与{SameItemRemarks.NameOf(clause, group)}的其他行从高不重复，谁高尚未确定："
                + $"合计中只算一次 {Wording.Money(group.Amount)}。";
    }

    private static string? Rounded(IrClause clause, UnitEvaluation unit)
    {
        if (unit.Award.Computed is not { } computed || clause.Award is not IrFormula)
            return null;
        var clamped = computed.AtLeastZero();
        var note = computed.Bounds.High is { Sign: < 0 } ? $"算得 {Wording.Money(computed.Bounds)}，奖补不为负，按 0元 计算。" : null;
        var rounded = unit.RowCap?.Before ?? unit.Award.Amount;
        return clamped.Bounds == rounded.Bounds ? note : $"{Wording.Of(clause.Rounding)}：{Wording.Money(rounded.Bounds)}。";
    }
}
