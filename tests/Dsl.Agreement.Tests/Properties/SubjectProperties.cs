// What holds of every result whatever the engine: sums, levels, statuses, and bounds that known facts only narrow.
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Agreement.Tests.Properties;

/// <summary>Looks at results.</summary>
internal static class SubjectProperties
{
    /// <summary>What is wrong with a result by itself, or null.</summary>
    public static string? FindProblem(SubjectResult result) =>
        result.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => FindProblem(policy.Policy, clause))
            .FirstOrDefault(static problem => problem is not null)
        ?? FindProblemOfSums(result);

    /// <summary>What is wrong with a result beside the result from the same facts with some more known, or null.</summary>
    public static string? FindProblem(SubjectResult before, SubjectResult after)
    {
        var pairs =
            before.Policies.SelectMany(static policy => policy.Clauses).Zip(after.Policies.SelectMany(static policy => policy.Clauses));
        foreach (var (open, known) in pairs)
        {
            var name = $"{open.Clause.Number} {open.Clause.LegalBasis.Title}";
            if (!IsWithin(known.Amount, open.Amount))
                return $"条款 {name}：补齐事实以后 {Text(known)} 不在原来的 {Text(open)} 之内";
            // While it is open whether a clause is still in force, a condition that fails is what is known.
            if (open.Status is ClauseStatus.NotInForce or ClauseStatus.NotEligible
                && known.Status is not (ClauseStatus.NotInForce or ClauseStatus.NotEligible))
                return $"条款 {name}：补齐事实以后 {Text(open)} 变为 {Text(known)}";
            // An award of 0 is certain even while a rival may still displace it.
            if (open.Status == ClauseStatus.Eligible && known.Status != open.Status && open.Amount != Bounds.Exactly(0))
                return $"条款 {name}：补齐事实以后 {Text(open)} 变为 {Text(known)}";
        }
        var (less, more) = (before.Totals, after.Totals);
        return more.Amount.Low < less.Amount.Low || (less.Unbounded == 0 && (more.Unbounded > 0 || more.Amount.High > less.Amount.High))
            ? $"合计 {Text(more.Amount)}（不封顶 {more.Unbounded}）不在原来的 {Text(less.Amount)}（不封顶 {less.Unbounded}）之内" : null;
    }

    private static string? FindProblem(IrPolicy policy, ClauseResult clause)
    {
        var name = $"{policy.Number} 条款 {clause.Clause.Number}：{Text(clause)}";
        if (clause.Amount is not { Low: { } low } || low.Sign < 0 || clause.Amount.High < low)
            return name + " 金额不是下限在前的非负区间";
        if (!IsWholeFen(low) || clause.Amount.High is { } high && !IsWholeFen(high))
            return name + " 不是整分";
        if (clause.Status == ClauseStatus.Eligible && !clause.Amount.IsPoint)
            return name + " 符合而金额不等于最高";
        if (clause.Status is ClauseStatus.NotInForce or ClauseStatus.NotEligible or ClauseStatus.Displaced
            && clause.Amount != Bounds.Exactly(0))
            return name + " 不给而金额不为零";
        if (clause.Status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision == clause.Unknowns.IsNone)
            return $"{name} 与所列的未知「{clause.Unknowns}」不符";
        if (clause.Status == ClauseStatus.MissingFacts && !clause.Unknowns.MissesData
            || clause.Status == ClauseStatus.AwaitingDecision && clause.Unknowns.MissesData)
            return $"{name} 与所列的未知「{clause.Unknowns}」不符";
        if (!clause.Levels.IsEmpty
            && clause.Levels.Select(static level => level.Amount).Aggregate(static (left, right) => left + right) != clause.Amount)
            return name + " 各级之和不等于金额";
        return clause.Rows.Where(static row => row.Status == ClauseStatus.Eligible && !row.Amount.IsPoint)
            .Select(row => $"{name} 的行 {row.Key} 符合而金额不等于最高").FirstOrDefault();
    }

    private static string? FindProblemOfSums(SubjectResult result)
    {
        var counted = result.Policies.SelectMany(static policy => policy.Clauses).Where(static clause => clause.CountsInTotals).ToList();
        if (counted.Exists(static clause => clause.Group is not null || clause.Rows.Any(static row => row.Group is not null)))
            return null;
        var paid = counted.Where(static clause => clause.Clause.Form.Length == 0).Select(static clause => clause.Amount).ToList();
        var (low, high) = (Sum(paid.Select(static amount => amount.Low)), Sum(paid.Select(static amount => amount.High)));
        // Under 合计上限 more is known of the sum than of each clause.
        if (paid.Exists(static amount => !amount.IsPoint) && result.Policies.Any(static policy => !policy.Policy.JointCaps.IsEmpty))
            return result.Totals.Amount.Low < low || (result.Totals.Unbounded == 0 && high < result.Totals.Amount.High)
                ? $"合计 {Text(result.Totals.Amount)} 不在各条款之和 [{low}, {high}] 之内" : null;
        return result.Totals.Amount != new Bounds(low, high) || result.Totals.Unbounded != paid.Count(static amount => amount.High is null)
            ? $"合计 {Text(result.Totals.Amount)}（不封顶 {result.Totals.Unbounded}）不是各条款之和 [{low}, {high}]" : null;
    }

    private static Rational Sum(IEnumerable<Rational?> amounts) =>
        amounts.OfType<Rational>().Aggregate(Rational.Zero, static (left, right) => left + right);

    private static bool IsWholeFen(Rational amount) => (amount * 100).IsInteger;

    private static bool IsWithin(Bounds inner, Bounds outer) =>
        (outer.Low is not { } low || inner.Low >= low) && (outer.High is not { } high || inner.High <= high);

    private static string Text(ClauseResult clause) => $"{clause.Status.Word()} {Text(clause.Amount)}（{clause.Unknowns}）";

    private static string Text(Bounds bounds) => $"[{bounds.Low}, {bounds.High?.ToString() ?? "不封顶"}]";
}
