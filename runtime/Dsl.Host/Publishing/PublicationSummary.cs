// What a publication comes to: by clause, and who gains most.
using System.Text.Json.Serialization;
using Dsl.Batch.Publishing;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Host.Publishing;

/// <summary>A sum.</summary>
internal sealed record PublicationSum(
    [property: JsonPropertyName("笔数")] int Count, [property: JsonPropertyName("主体数")] int Subjects,
    [property: JsonPropertyName("增加")] string Added, [property: JsonPropertyName("收回")] string TakenBack,
    [property: JsonPropertyName("合计")] string Net)
{
    public static PublicationSum Of(IReadOnlyCollection<Payment> payments)
    {
        static Rational Sum(IEnumerable<Payment> some) => some.Aggregate(Rational.Zero, static (sum, payment) => sum + payment.Paid);
        var added = Sum(payments.Where(static payment => payment.Paid.Sign > 0));
        var taken = Sum(payments.Where(static payment => payment.Paid.Sign < 0));
        return new(payments.Count, payments.Select(static payment => Identity.Of(payment.Key)).Distinct(StringComparer.Ordinal).Count(),
            QuantityFormat.Ledger(added), QuantityFormat.Ledger(-taken), QuantityFormat.Ledger(added + taken));
    }
}

/// <summary>A clause.</summary>
internal sealed record PublishedClauseLine(
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("条款")] string ClauseNumber,
    [property: JsonPropertyName("差额")] PublicationSum Sum);

/// <summary>A subject.</summary>
internal sealed record PublishedSubjectLine(
    [property: JsonPropertyName("主体")] string Key, [property: JsonPropertyName("金额")] string Amount);

/// <summary>What a publication comes to.</summary>
internal sealed record PublicationSummary
{
    private const int Named = 20;

    [JsonPropertyName("合计")] public required PublicationSum Total { get; init; }

    [JsonPropertyName("各条款")] public required IReadOnlyList<PublishedClauseLine> Clauses { get; init; }

    [JsonPropertyName("增加最多")] public required IReadOnlyList<PublishedSubjectLine> Gainers { get; init; }

    /// <summary>Records of the year of subjects that the result does not have, left as they are.</summary>
    [JsonPropertyName("结果中没有的记录")] public required long MissingCount { get; init; }

    [JsonPropertyName("结果中没有的金额")] public required string MissingSum { get; init; }

    /// <summary>What is to be minded: subjects whose records are of unknown documents, and the like.</summary>
    [JsonPropertyName("提醒")] public required IReadOnlyList<string> Warnings { get; init; }

    public static PublicationSummary Of(PublishReport report, IEnumerable<DataFinding> findings) => new()
    {
        Warnings = [.. findings.Select(static finding => finding.Problem.Message)],
        Total = PublicationSum.Of(report.Appended),
        Clauses = [.. report.Appended.GroupBy(static payment => (payment.PolicyNumber, payment.ClauseNumber))
            .Select(static clause => new PublishedClauseLine(clause.Key.PolicyNumber, clause.Key.ClauseNumber,
                PublicationSum.Of([.. clause])))],
        Gainers = [.. report.Appended.GroupBy(static payment => payment.Key, Identity.Comparer)
            .Select(static subject => (subject.Key,
                Amount: subject.Aggregate(Rational.Zero, static (sum, payment) => sum + payment.Paid)))
            .Where(static subject => subject.Amount.Sign > 0).OrderByDescending(static subject => subject.Amount)
            .ThenBy(static subject => subject.Key, StringComparer.Ordinal).Take(Named)
            .Select(static subject => new PublishedSubjectLine(subject.Key, QuantityFormat.Ledger(subject.Amount)))],
        MissingCount = report.MissingCount,
        MissingSum = QuantityFormat.Ledger(report.MissingSum),
    };
}

[JsonSerializable(typeof(PublicationSummary))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PublicationSummaryShapes : JsonSerializerContext
{
    public static PublicationSummaryShapes Of { get; } = new(JsonStyle.ForReading());
}
