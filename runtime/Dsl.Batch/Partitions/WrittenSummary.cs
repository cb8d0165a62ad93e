// Totals and counts of some subjects in their written form.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Batch.Results;

namespace Dsl.Batch.Partitions;

/// <summary>A sum of amounts.</summary>
internal sealed record WrittenSum(
    [property: JsonPropertyName("金额")] string Low, [property: JsonPropertyName("最高")] string High,
    [property: JsonPropertyName("不封顶")] long Unbounded)
{
    public static WrittenSum Of(AmountSum sum) => new(ExactText.Of(sum.Low), ExactText.Of(sum.High), sum.Unbounded);

    public void AddTo(AmountSum sum) => sum.Add(ExactText.Number(Low), ExactText.Number(High), Unbounded);
}

/// <summary>A clause over some subjects; which one it is, is its place among the clauses of the program.</summary>
internal sealed record WrittenClause
{
    [JsonPropertyName("金额")] public required WrittenSum Amount { get; init; }
    [JsonPropertyName("状态")] public required IReadOnlyList<long> Statuses { get; init; }
    [JsonPropertyName("不满足的条件")] public required IReadOnlyList<long> Failed { get; init; }
    [JsonPropertyName("缺少")] public required SortedDictionary<string, long> Missing { get; init; }
    [JsonPropertyName("等待")] public required SortedDictionary<string, long> Awaited { get; init; }
    [JsonPropertyName("本年已兑现")] public required string PaidThisYear { get; init; }
    [JsonPropertyName("计入合计")] public required bool CountsInTotals { get; init; }

    public static WrittenClause Of(ClauseSummary clause) => new()
    {
        Amount = WrittenSum.Of(clause.Amount),
        Statuses = clause.Statuses,
        Failed = clause.Failed,
        Missing = clause.Missing,
        Awaited = clause.Awaited,
        PaidThisYear = ExactText.Of(clause.PaidThisYear),
        CountsInTotals = clause.CountsInTotals,
    };

    public void AddTo(ClauseSummary clause)
    {
        if (Statuses.Count != clause.Statuses.Length || Failed.Count != clause.Failed.Length)
            throw new JsonException("The summary is one of another clause.");
        Amount.AddTo(clause.Amount);
        foreach (var (index, count) in Statuses.Index())
            clause.Statuses[index] += count;
        foreach (var (index, count) in Failed.Index())
            clause.Failed[index] += count;
        AddTo(clause.Missing, Missing);
        AddTo(clause.Awaited, Awaited);
        clause.PaidThisYear += ExactText.Number(PaidThisYear);
    }

    private static void AddTo(SortedDictionary<string, long> to, SortedDictionary<string, long> from)
    {
        foreach (var (name, count) in from)
            to[name] = to.GetValueOrDefault(name) + count;
    }
}

/// <summary>Totals and counts.</summary>
internal sealed record WrittenSummary
{
    [JsonPropertyName("主体")] public required SortedDictionary<string, long> Subjects { get; init; }
    [JsonPropertyName("明细不全的主体")] public required long MarkedSubjects { get; init; }
    [JsonPropertyName("有确定金额的主体")] public required long PaidSubjects { get; init; }
    [JsonPropertyName("合计")] public required WrittenSum Total { get; init; }
    [JsonPropertyName("资金")] public required SortedDictionary<string, WrittenSum> Levels { get; init; }
    [JsonPropertyName("形式")] public required SortedDictionary<string, WrittenSum> Forms { get; init; }
    [JsonPropertyName("条款")] public required IReadOnlyList<WrittenClause> Clauses { get; init; }

    public static WrittenSummary Of(RunSummary summary) => new()
    {
        Subjects = summary.Subjects,
        MarkedSubjects = summary.MarkedSubjects,
        PaidSubjects = summary.PaidSubjects,
        Total = WrittenSum.Of(summary.Total),
        Levels = Sums(summary.Levels),
        Forms = Sums(summary.Forms),
        Clauses = [.. summary.Clauses.Select(WrittenClause.Of)],
    };

    /// <exception cref="JsonException">It is a summary of another program.</exception>
    public void AddTo(RunSummary summary)
    {
        if (Clauses.Count != summary.Clauses.Count)
            throw new JsonException("The summary is one of another program.");
        foreach (var (kind, count) in Subjects)
            summary.Subjects[kind] = summary.Subjects.GetValueOrDefault(kind) + count;
        summary.MarkedSubjects += MarkedSubjects;
        summary.PaidSubjects += PaidSubjects;
        Total.AddTo(summary.Total);
        foreach (var (level, sum) in Levels)
            sum.AddTo(RunSummary.Of(summary.Levels, level));
        foreach (var (form, sum) in Forms)
            sum.AddTo(RunSummary.Of(summary.Forms, form));
        foreach (var (written, clause) in Clauses.Zip(summary.Clauses))
            written.AddTo(clause);
    }

    private static SortedDictionary<string, WrittenSum> Sums(SortedDictionary<string, AmountSum> sums) =>
        new(sums.ToDictionary(static sum => sum.Key, static sum => WrittenSum.Of(sum.Value)), StringComparer.Ordinal);
}
