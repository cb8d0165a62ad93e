// The summary of a run as text for a terminal or a note.
using System.Globalization;
using System.Text;
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Batch.Running;

/// <summary>Writes the summary of a run as text.</summary>
public static class SummaryText
{
    private const int LongestLine = 2_000;

    /// <summary>The whole summary.</summary>
    public static string Write(BatchResult result, EvaluationContext context)
    {
        var text = new StringBuilder();
        var summary = result.Summary;
        Line(text, $"测算日 {CivilDate.Format(context.AsOf)}，年度 {context.Year}");
        Line(text, $"主体 {summary.SubjectCount}（{Counts(summary.Subjects)}），其中有确定金额的 {summary.PaidSubjects}，明细不全的 "
            + $"{summary.MarkedSubjects}");
        Line(text, $"结果 {result.OutputRows} 行，未读入 {result.RejectedRows} 行");
        Line(text, $"合计 {AmountText.Of(summary.Total)}");
        Sums(text, "按级次", summary.Levels);
        Sums(text, "按牵头部门", summary.Departments());
        Sums(text, "其他形式（不计入合计）", summary.Forms);
        Line(text, "按状态");
        foreach (var status in Enum.GetValues<ClauseStatus>())
            Line(text, $"  {status.Word()} {summary.CountOf(status)}");
        foreach (var policy in summary.Clauses.GroupBy(static clause => clause.Policy))
        {
            Line(text, $"{policy.Key.Number}　{policy.Key.Title}");
            foreach (var clause in policy)
                Clause(text, clause);
        }
        Registry(text, result.Registry);
        return text.ToString();
    }

    private static void Clause(StringBuilder text, ClauseSummary clause)
    {
        var amount = clause.Clause.Kind == ClauseKind.Award
            ? $"：{AmountText.Of(clause.Amount)}{(clause.CountsInTotals && clause.Clause.Form.Length == 0 ? "" : "（不计入合计）")}"
            : "";
        Line(text, $"  {clause.Clause.Number} {clause.Clause.LegalBasis.Title}{amount}");
        var statuses = Enum.GetValues<ClauseStatus>().Where(status => clause.Statuses[(int)status] > 0)
            .Select(status => $"{status.Word()} {clause.Statuses[(int)status]}");
        Line(text, $"    {string.Join('、', statuses.DefaultIfEmpty("没有主体"))}");
        var failed = clause.Failed.Select((count, index) => (clause.Clause.Conditions[index].Text, Count: count))
            .Where(static pair => pair.Count > 0);
        Reasons(text, "不满足", failed.Select(static pair => (pair.Text, pair.Count)));
        Reasons(text, "缺少", clause.Missing.Select(static pair => (pair.Key, pair.Value)));
        Reasons(text, "等待", clause.Awaited.Select(static pair => (pair.Key, pair.Value)));
        if (!clause.PaidThisYear.IsZero)
            Line(text, $"    本年已兑现 {AmountText.Yuan(clause.PaidThisYear)}");
    }

    private static void Registry(StringBuilder text, RegistryResult report)
    {
        if (!report.Targets.IsEmpty)
            Line(text, "目标");
        foreach (var target in report.Targets)
        {
            Line(text, $"  {target.Policy.Number} {target.Target.LegalBasis.Number} {Figure(target.Figure, target.Target.Type)}");
            foreach (var part in target.Parts)
                Line(text, $"    其中 {Figure(part, target.Target.Type)}");
        }
        if (!report.Pools.IsEmpty)
            Line(text, "资金池");
        foreach (var pool in report.Pools)
        {
            var exceeded = pool.IsExceeded switch { Truth.Yes => "，已超出规模", Truth.Unknown => "，是否超出规模未定", _ => "" };
            var open = pool.Unbounded > 0 ? $"，另有 {pool.Unbounded} 项不封顶" : "";
            var drawn = pool.Pool.Clauses.IsEmpty ? "" : $"，已用 {QuantityFormat.Display(pool.Drawn, DslType.Money)}{open}{exceeded}";
            var size = QuantityFormat.Display(pool.Size, DslType.Money);
            var levels = pool.Pool.Levels.IsEmpty ? "" : $"，{string.Join("、", pool.Pool.Levels)}出资";
            Line(text, $"  {pool.Policy.Number} {pool.Pool.LegalBasis.Number} {pool.Pool.LegalBasis.Title}：{size}{levels}{drawn}");
        }
        if (!report.Duties.IsEmpty)
            Line(text, "义务");
        foreach (var duty in report.Duties)
        {
            var deadline =
                duty.Due is { } date ? $"{CivilDate.Format(date)} 前{(duty.IsPast == Truth.Yes ? "（已到期）" : "")}" : "未定期限";
            var basis = duty.Duty.LegalBasis;
            var offices = string.Join('、', basis.Lead.Concat(basis.Responsible));
            Line(text, $"  {duty.Policy.Number} {basis.Number} {basis.Title}：{deadline} {offices}".TrimEnd());
        }
    }

    private static string Figure(TargetFigure figure, DslType type)
    {
        var lacking = figure.Status == TargetStatus.Reached ? "" : $"，差 {QuantityFormat.Display(figure.Shortfall, type)}";
        return $"{figure.Text}：{figure.Status.Word()}，现为 {QuantityFormat.Display(figure.Indicator, type)}，"
            + $"应{Wording.Word(figure.Comparison)} {QuantityFormat.Display(figure.Goal, type)}{lacking}";
    }

    private static void Sums(StringBuilder text, string title, SortedDictionary<string, AmountSum> sums)
    {
        if (sums.Count == 0)
            return;
        Line(text, title);
        foreach (var (name, sum) in sums)
            Line(text, $"  {name} {AmountText.Of(sum)}");
    }

    /// <summary>Reasons with the most frequent first.</summary>
    private static void Reasons(StringBuilder text, string title, IEnumerable<(string Name, long Count)> reasons)
    {
        var all = string.Join("；",
            reasons.OrderByDescending(static reason => reason.Count).ThenBy(static reason => reason.Name, StringComparer.Ordinal)
                .Select(static reason => $"{reason.Name} {reason.Count}"));
        if (all.Length > 0)
            Line(text, $"    {title}：{all}");
    }

    private static string Counts(SortedDictionary<string, long> counts) =>
        string.Join('、', counts.Select(static pair => $"{pair.Key} {pair.Value}").DefaultIfEmpty("无"));

    // A title of a megabyte is in the results; here it would hide everything else.
    private static void Line(StringBuilder text, string line) =>
        text.Append(CultureInfo.InvariantCulture, $"{Excerpt.Start(VisibleText.OneLine(line), LongestLine)}\n");
}
