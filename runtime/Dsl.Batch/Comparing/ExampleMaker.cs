// Why a subject gets something else: evaluates it again with a trace under both versions and finds the first thing that differs.
using System.Collections.Immutable;
using Dsl.Diff;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Comparing;

/// <summary>Makes examples of subjects.</summary>
internal sealed class ExampleMaker(Interpreter old, Interpreter @new, ImmutableArray<ClausePair> clauses)
{
    /// <summary>More clauses of one subject would not be read.</summary>
    private const int MostClauses = 3;

    public SubjectExample Make(EvaluatedSubject before, EvaluatedSubject after)
    {
        var (oldTrace, newTrace) = (new EvaluationTrace(), new EvaluationTrace());
        var (left, right) = (Results(old, before.Facts, oldTrace), Results(@new, after.Facts, newTrace));
        var differing =
            from pair in clauses
            let one = pair.Old is null ? null : left.GetValueOrDefault(pair.Old)
            let other = pair.New is null ? null : right.GetValueOrDefault(pair.New)
            where one is not null || other is not null
            let size = ((other?.Amount ?? Amounts.Nothing).Low ?? 0) - ((one?.Amount ?? Amounts.Nothing).Low ?? 0)
            where Amounts.IsOtherStatus(one, other)
                || Amounts.Compare(one?.Amount ?? Amounts.Nothing, other?.Amount ?? Amounts.Nothing) != 0
            orderby size.Sign < 0 ? -size : size descending
            select new ClauseExample(pair, one, other, Reason(pair, one, oldTrace, other, newTrace));
        return new(after.Facts.Subject.Name, after.Facts.Key, before.Result.Totals, after.Result.Totals, [.. differing.Take(MostClauses)]);
    }

    private static Dictionary<IrClause, ClauseResult> Results(Interpreter interpreter, SubjectFacts facts, EvaluationTrace trace) =>
        interpreter.Evaluate(facts, trace).Policies.SelectMany(static policy => policy.Clauses)
            .ToDictionary(static clause => clause.Clause);

    private static string Reason(ClausePair pair, ClauseResult? before, EvaluationTrace oldTrace, ClauseResult? after,
        EvaluationTrace newTrace)
    {
        if (pair is not { OldPolicy: { } oldPolicy, NewPolicy: { } newPolicy } || before is null || after is null)
            return pair.Old is null ? "新版增加的条款" : pair.New is null ? "新版删去的条款" : "对象改变";
        if ((before.Status == ClauseStatus.NotInForce) != (after.Status == ClauseStatus.NotInForce))
            return after.Status == ClauseStatus.NotInForce
                ? $"新版不在施行期（{InForce(newPolicy)}）"
                : $"旧版不在施行期（{InForce(oldPolicy)}）";
        var (one, other) = (Explainer.Explain(oldPolicy, before, oldTrace), Explainer.Explain(newPolicy, after, newTrace));
        return Units(one, other).Select(static units => Of(units.Old, units.New)).OfType<string>().FirstOrDefault()
            ?? Steps("", one.Steps, other.Steps)
                ?? Steps("", Needs(one.Needs), Needs(other.Needs)) ?? Steps("", one.Notes, other.Notes) ?? "";
    }

    private static string InForce(IrPolicy policy) =>
        $"自 {CivilDate.Format(policy.EffectiveDate)} 起{(policy.ExpiryDate is { } expiry ? $"，至 {CivilDate.Format(expiry)}" : "")}";

    private static IEnumerable<(UnitExplanation? Old, UnitExplanation? New)> Units(ClauseExplanation old, ClauseExplanation @new)
    {
        // Only one of them goes by rows: what the clause computes for has changed, and no row has another version.
        var keys = old.Units.Select(static unit => unit.RowKey).Intersect(@new.Units.Select(static unit => unit.RowKey)).ToList();
        return keys.Select(key => (
            (UnitExplanation?)old.Units.First(unit => unit.RowKey == key), (UnitExplanation?)@new.Units.First(unit => unit.RowKey == key)));
    }

    private static string? Of(UnitExplanation? old, UnitExplanation? @new)
    {
        if (old is null || @new is null || (old.Status == @new.Status && old.Amount == @new.Amount))
            return null;
        var row = @new.RowKey is { } key ? $"行 {key}：" : "";
        return Condition(row, old, @new, Truth.No) ?? Condition(row, old, @new, Truth.Unknown)
            ?? (old.Figures != @new.Figures ? $"{row}{@new.FormulaLabel} {Text(old)} → {Text(@new)}" : null)
            ?? Steps(row, old.Steps, @new.Steps) ?? Steps(row, Needs(old.Needs), Needs(@new.Needs));
    }

    private static string Text(UnitExplanation unit) =>
        unit.Figures.Length > 0 ? unit.Figures : unit.Formula.Length > 0 ? unit.Formula : "（没有）";

    /// <summary>The first condition (or 频次) that has this truth under one version only.</summary>
    private static string? Condition(string row, UnitExplanation old, UnitExplanation @new, Truth truth)
    {
        var (before, after) = (With(old, truth), With(@new, truth));
        var word = truth == Truth.No ? "不满足" : "待定";
        return (before.FirstOrDefault(), after.FirstOrDefault()) switch
        {
            (null, { } one) => $"{row}新版{word}：{Text(one)}",
            ({ } one, null) => $"{row}旧版{word}：{Text(one)}",
            _ => null,
        };
    }

    private static List<ConditionExplanation> With(UnitExplanation unit, Truth truth) =>
        [.. unit.Conditions.Append(unit.Frequency).OfType<ConditionExplanation>().Where(condition => condition.Truth == truth)];

    private static string Text(ConditionExplanation condition)
    {
        var facts = string.Join("；", condition.Facts.Select(static fact => $"{fact.Name} = {fact.Value}"));
        return $"{(condition.IsExclusion ? "排除 " : "")}{condition.Text}{(facts.Length == 0 ? "" : $"〔{facts}〕")}";
    }

    private static ImmutableArray<string> Needs(ImmutableArray<NeedExplanation> needs) => [.. needs.Select(static need => need.Text)];

    private static string? Steps(string row, ImmutableArray<string> old, ImmutableArray<string> @new) =>
        (old.Except(@new).FirstOrDefault(), @new.Except(old).FirstOrDefault()) switch
        {
            (null, null) => null,
            (null, { } added) => $"{row}{added.TrimEnd('。')}",
            ({ } gone, null) => $"{row}旧版：{gone.TrimEnd('。')}",
            ({ } before, { } after) => $"{row}{before.TrimEnd('。')} → {after.TrimEnd('。')}",
        };
}
