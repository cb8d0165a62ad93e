// The tables of a comparison over a registry as rows of cells: the same in text and Markdown.
using Dsl.Batch.Results;
using Dsl.Diff;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Comparing;

/// <summary>Makes rows.</summary>
internal static class ComparisonRows
{
    /// <summary>The words of a subject's change, in the order of <see cref="SubjectChange"/>.</summary>
    public static readonly string[] ChangeWords =
        ["金额增加", "金额减少", "金额不变、最高增加", "金额不变、最高减少", "只有状态或条款之间的变化", "没有变化"];

    /// <summary>The heading of <see cref="Totals"/>.</summary>
    public static readonly string[] TotalsHead = ["", "旧版", "新版", "差额"];

    /// <summary>The heading of <see cref="Clauses"/>.</summary>
    public static readonly string[] ClausesHead = ["条款", "旧版金额", "新版金额", "差额", "最高的差额", "增加", "减少", "状态变化"];

    /// <summary>Totals and levels.</summary>
    public static List<string[]> Totals(RegistryComparison comparison)
    {
        var (old, @new) = (comparison.Old.Total, comparison.New.Total);
        var rows = new List<string[]> { Row("金额合计", old.Low, @new.Low), Row("最高合计", old.High, @new.High) };
        if (old.Unbounded + @new.Unbounded > 0)
            rows.Add(["不封顶（项）", $"{old.Unbounded}", $"{@new.Unbounded}", Count(@new.Unbounded - old.Unbounded)]);
        foreach (var level in comparison.Old.Levels.Keys.Union(comparison.New.Levels.Keys).Order(StringComparer.Ordinal))
            rows.Add(Row(level, comparison.Old.Levels.GetValueOrDefault(level)?.Low ?? 0,
                comparison.New.Levels.GetValueOrDefault(level)?.Low ?? 0));
        return rows;
    }

    /// <summary>The clauses under which something differs.</summary>
    public static IEnumerable<string[]> Clauses(RegistryComparison comparison, bool withPolicy) =>
        from clause in comparison.Clauses
        where clause.Differs
        let high = AmountText.Signed(clause.New.High - clause.Old.High)
            + (clause.New.Unbounded == clause.Old.Unbounded ? "" : $"，不封顶 {Count(clause.New.Unbounded - clause.Old.Unbounded)} 项")
        select (string[])
        [
            Name(clause.Pair, withPolicy), AmountText.Figure(clause.Old.Low), AmountText.Figure(clause.New.Low),
            AmountText.Signed(clause.New.Low - clause.Old.Low), high,
            $"{clause.Gainers}", $"{clause.Losers}",
            string.Join("，", Statuses(clause.StatusChanges.Select(static change => (change.Key.Old, change.Key.New, change.Value)))),
        ];

    /// <summary>不符合 → 符合 12, the most frequent first.</summary>
    public static IEnumerable<string> Statuses(IEnumerable<(ClauseStatus? Old, ClauseStatus? New, long Count)> changes) => changes
        .OrderByDescending(static change => change.Count).ThenBy(static change => change.Old).ThenBy(static change => change.New)
        .Select(static change => $"{Word(change.Old)} → {Word(change.New)} {change.Count}");

    /// <summary>测〔2024〕1号 条款 3, with what became of its number.</summary>
    public static string Name(ClausePair pair, bool withPolicy)
    {
        var (old, @new) = (pair.Old?.Number, pair.New?.Number);
        var number = old is null || @new is null || old == @new ? $"条款 {@new ?? old}" : $"条款 {old} → {@new}";
        var remark = old is null ? "（增加）" : @new is null ? "（删去）" : "";
        var policy = withPolicy ? (pair.NewPolicy ?? pair.OldPolicy)?.Number + " " : "";
        return $"{policy}{number} {(pair.New ?? pair.Old)?.LegalBasis.Title}{remark}".TrimEnd();
    }

    /// <summary>A clause for a subject under one version: 符合 100.00 元.</summary>
    public static string Of(ClauseResult? result) => result is null ? "没有这一条款"
        : result.Clause.Entitlement.Length > 0
            || (result.Status is ClauseStatus.NotEligible or ClauseStatus.NotInForce or ClauseStatus.Displaced)
            ? result.Status.Word()
        : $"{result.Status.Word()} {AmountText.Of(result.Amount)}";

    /// <summary>The totals of a subject: 100.00 元（最高 200.00 元）.</summary>
    public static string Of(Totals totals)
    {
        var sum = new AmountSum();
        sum.Add(totals);
        return AmountText.Of(sum);
    }

    /// <summary>One line on how many subjects there are and how they fare.</summary>
    public static string Subjects(RegistryComparison comparison) =>
        $"两版都读入的主体 {comparison.Compared} 个："
        + $"{string.Join("，", ChangeWords.Select((word, index) => $"{word} {comparison.Subjects[index]}"))}。";

    /// <summary>What only one version reads; empty where both read the same.</summary>
    public static string Unread(RegistryComparison comparison)
    {
        var (subjects, rows) = (comparison.OnlyOld + comparison.OnlyNew, comparison.OldRejectedRows + comparison.NewRejectedRows);
        return string.Join("", new[]
        {
            subjects == 0
                ? ""
                : $"只有旧版读入的主体 {comparison.OnlyOld} 个，只有新版读入的 {comparison.OnlyNew} 个（计入各版的合计，不参加比较）。",
            rows == 0 ? "" : $"未读入的行：旧版 {comparison.OldRejectedRows}，新版 {comparison.NewRejectedRows}。",
            comparison.AbsentColumns.IsEmpty ? "" : $"登记数据里没有的列，按未知：{string.Join('、', comparison.AbsentColumns)}。",
        });
    }

    private static string Word(ClauseStatus? status) => status?.Word() ?? "没有";

    private static string[] Row(string name, Rational old, Rational @new) =>
        [name, AmountText.Figure(old), AmountText.Figure(@new), AmountText.Signed(@new - old)];

    private static string Count(long difference) => difference > 0 ? $"+{difference}" : difference < 0 ? $"−{-difference}" : "0";
}
