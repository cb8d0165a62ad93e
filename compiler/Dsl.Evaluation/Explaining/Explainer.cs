// From a result and the trace of its evaluation to the explanation.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Explaining;

/// <summary>Explains results.</summary>
public static class Explainer
{
    /// <summary>The explanation of a result that was evaluated with the trace.</summary>
    public static Explanation Explain(SubjectResult result, EvaluationTrace trace) => new(
        result.Key,
        result.AsOf,
        result.Year,
        [.. result.Policies.Select(policy => new PolicyExplanation(
            policy.Policy.Number,
            policy.Policy.Title,
            [.. policy.Clauses.Select(clause => Explain(policy.Policy, clause, trace))],
            Wording.Of(policy.Totals)))],
        Wording.Of(result.Totals),
        result.Notes);

    /// <summary>The explanation of one clause.</summary>
    public static ClauseExplanation Explain(IrPolicy policy, ClauseResult result, EvaluationTrace trace)
    {
        var basis = result.Clause.LegalBasis;
        var work = trace.Find(policy, result);
        var units = new UnitExplainer(trace, policy);
        ImmutableArray<string> steps = work is null ? [] : [.. Steps(work, result)];
        return new()
        {
            Number = basis.Number,
            Title = basis.Title,
            Place = basis.Place,
            Quotes = basis.Quotes,
            Path = basis.Origin.Path,
            Line = basis.Origin.Line,
            Status = result.Status,
            Amount = Wording.Money(result.Amount),
            Units = work is null ? [] : [.. Units(work).Select(unit => units.Explain(work, unit))],
            Steps = steps,
            Entitlement = result.Clause.Entitlement,
            Needs = Needs(result.Unknowns),
            Notes = [.. result.Notes.Except(steps), .. work is null ? [] : SameItemRemarks.Of(work, trace.Works)],
        };
    }

    internal static ImmutableArray<NeedExplanation> Needs(Unknowns unknowns) =>
        [.. unknowns.Items.Select(static item => new NeedExplanation(item, Wording.Need(item)))];

    // Where 每个 has no rows, what holds of any row still shows why not.
    private static IEnumerable<UnitEvaluation> Units(ClauseEvaluation work) => work.AnyRow is { } anyRow ? [anyRow] : work.Units;

    private static IEnumerable<string> Steps(ClauseEvaluation work, ClauseResult result)
    {
        if (work.TableIsMissing)
            yield return $"未提供「{work.Clause.PerRow?.Name}」表，行数未知。";
        else if (work.Clause.PerRow is { } empty && work.Units.IsEmpty)
            yield return $"「{empty.Name}」没有行。";
        else if (work.Clause.PerRow is { } detail)
            yield return $"「{detail.Name}」{work.Units.Length} 行，合计 {Wording.Money(work.Total.Sum.Bounds)}。";
        foreach (var cap in work.Caps)
            yield return OfCap(cap);
        if (work.Procedure.Truth != Truth.Yes)
        {
            var open = work.Procedure.Unknowns.Items
                .Where(static item => item.Kind == UnknownKind.Procedure).Select(static item => item.Name);
            yield return $"程序未确定完成：{string.Join("、", open)}；金额暂为 0元，最高不变。";
        }
        if (work.Received is { } received)
            yield return ReceivedRemarks.Text(received);
        foreach (var place in work.Place is { } standing ? PlaceRemarks.Of(work.Clause, standing) : [])
            yield return place;
        if (work.DisplacedBy is { } by)
            yield return $"让位于 {Name(by)}（{by.Rule}）：单独计算为 {Wording.Money(Alone(work))}。";
        if (work.Group is { } group)
            yield return $"与{SameItemRemarks.NameOf(work.Clause, group)}的其他条款从高不重复，谁高尚未确定：本条款为 0元 至自己的最高，"
                + $"合计中几条一起只算一次 {Wording.Money(group.Amount)}。";
        foreach (var cut in work.JointCuts)
            yield return cut.Text;
        foreach (var payout in PayoutRemarks.Of(work))
            yield return payout;
        if (result.Levels.Length > 1)
            yield return $"分担："
                + $"{string.Join("，", result.Levels.Select(static level => $"{level.Level} {Wording.Money(level.Amount)}"))}。";
        else if (result.Levels is [var only])
            yield return $"资金：{only.Level}。";
        if (result.PaidThisYear is { } paid)
            yield return $"本年已兑现 {Wording.Money(Bounds.Exactly(paid))}，不影响应得。";
    }

    internal static string OfCap(CapOutcome cap)
    {
        var effect = cap.Bites ? $"由 {Wording.Money(cap.Before.Bounds)} 减为 {Wording.Money(cap.After.Bounds)}" : "未超过";
        return $"{cap.Text}：{effect}。";
    }

    private static Bounds Alone(ClauseEvaluation work) => work.Caps is [.., var last] ? last.After.Bounds : work.Total.Sum.Bounds;

    internal static string Name(Displacement by) =>
        by.ClauseNumber.Length == 0 ? by.PolicyNumber : $"{by.PolicyNumber} 条款 {by.ClauseNumber}";
}
