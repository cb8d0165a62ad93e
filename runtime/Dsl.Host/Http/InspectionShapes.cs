// The shapes of how the results of a run divide, and of the subjects behind a figure.
using System.Text.Json.Serialization;
using Dsl.Batch.Inspecting;
using Dsl.Batch.Results;
using Dsl.Host.Runs;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Quantities;

namespace Dsl.Host.Http;

/// <summary>Some subjects and what they get.</summary>
internal sealed record GroupLine(
    [property: JsonPropertyName("状态"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status,
    [property: JsonPropertyName("按"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
    [property: JsonPropertyName("值"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value,
    [property: JsonPropertyName("主体数")] long Subjects, [property: JsonPropertyName("金额")] string Amount,
    [property: JsonPropertyName("最高")] string Highest, [property: JsonPropertyName("不封顶")] long Unbounded)
{
    public static GroupLine Of(ClauseStatus status, SubjectGroup? group, GroupSum sum) =>
        Of(status.Word(), group, sum.Subjects, sum.Amount);

    public static GroupLine Of(string? status, SubjectGroup? group, long subjects, AmountSum amount) =>
        new(status, group?.By, group?.Value, subjects, QuantityFormat.Ledger(amount.Low), QuantityFormat.Ledger(amount.High),
            amount.Unbounded);
}

/// <summary>Why subjects do not get a clause.</summary>
internal sealed record ReasonLine(
    [property: JsonPropertyName("原因")] string Kind, [property: JsonPropertyName("说明")] string Text,
    [property: JsonPropertyName("主体数")] long Subjects);

/// <summary>A clause.</summary>
internal sealed record DividedClause
{
    [JsonPropertyName("文号")] public required string PolicyNumber { get; init; }

    [JsonPropertyName("条款")] public required string ClauseNumber { get; init; }

    [JsonPropertyName("标题")] public required string Title { get; init; }

    [JsonPropertyName("对象")] public required string SubjectKind { get; init; }

    [JsonPropertyName("牵头")] public required IReadOnlyList<string> Lead { get; init; }

    [JsonPropertyName("各状态")] public required IReadOnlyList<GroupLine> Statuses { get; init; }

    [JsonPropertyName("各级次")] public required IReadOnlyList<GroupLine> Levels { get; init; }

    [JsonPropertyName("原因")] public required IReadOnlyList<ReasonLine> Reasons { get; init; }

    public static DividedClause Of(ClauseDistribution clause) => new()
    {
        PolicyNumber = clause.PolicyNumber, ClauseNumber = clause.ClauseNumber, Title = clause.Title, SubjectKind = clause.SubjectKind,
        Lead = clause.Lead,
        Statuses = [.. clause.Statuses.Select(static status => GroupLine.Of(status.Key, null, status.Value.All))],
        Levels = [.. clause.Statuses.SelectMany(static status => status.Value.Groups)
            .Where(static group => group.Key.By == SubjectGroup.Level)
            .GroupBy(static group => group.Key, static group => group.Value).Select(LevelOf)],
        Reasons = [.. clause.Reasons.OrderByDescending(static reason => reason.Value)
            .Select(static reason => new ReasonLine(reason.Key.Kind, reason.Key.Text, reason.Value))],
    };

    private static GroupLine LevelOf(IGrouping<SubjectGroup, GroupSum> level)
    {
        var sum = new AmountSum();
        foreach (var part in level)
            sum.Add(part.Amount);
        return GroupLine.Of(null, level.Key, level.Sum(static part => part.Subjects), sum);
    }
}

/// <summary>How a run divides; the parts below a clause only where one is asked for.</summary>
internal sealed record DistributionDocument(
    [property: JsonPropertyName("测算")] string Run, [property: JsonPropertyName("条款")] IReadOnlyList<DividedClause> Clauses,
    [property: JsonPropertyName("分类"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<GroupLine>? Groups)
{
    public static DistributionDocument Of(string run, RunDistribution found, ClauseDistribution? clause) =>
        new(run, [.. (clause is null ? found.Clauses : [clause]).Select(DividedClause.Of)],
            clause is null ? null : [.. clause.Statuses.SelectMany(static status => status.Value.Groups.Select(
                group => GroupLine.Of(status.Key, group.Key, group.Value)))]);
}

/// <summary>A subject behind a figure.</summary>
internal sealed record FoundSubject(
    [property: JsonPropertyName("位置")] string Place, [property: JsonPropertyName("主键")] string Key,
    [property: JsonPropertyName("名称")] string Name, [property: JsonPropertyName("状态")] string Status,
    [property: JsonPropertyName("金额")] string Amount, [property: JsonPropertyName("最高")] string? Highest)
{
    public static FoundSubject Of(PlacedSubject subject, ClauseResult clause, Masking masking)
    {
        // Who has the key of a person is one.
        var (key, shown) = (subject.Facts.Key, masking.Text(subject.Facts.Key));
        return new(new SubjectPlace(subject.Part, subject.Index).ToString(), shown,
            shown == key ? subject.Name : masking.NameOfPerson(subject.Name), clause.Status.Word(),
            QuantityFormat.Ledger(clause.Amount.Low ?? 0), clause.Amount.High is { } high ? QuantityFormat.Ledger(high) : null);
    }
}

/// <summary>A page of subjects.</summary>
internal sealed record SubjectsDocument(
    [property: JsonPropertyName("测算")] string Run, [property: JsonPropertyName("主体数")] long? Count,
    [property: JsonPropertyName("主体")] IReadOnlyList<FoundSubject> Subjects, [property: JsonPropertyName("下一页")] string? Next)
{
    public static SubjectsDocument Of(string run, SubjectPage page, long? count, Masking masking) =>
        new(run, count, [.. page.Subjects.Select(found => FoundSubject.Of(found.Subject, found.Clause, masking))], page.Next?.ToString());
}

[JsonSerializable(typeof(DistributionDocument))]
[JsonSerializable(typeof(SubjectsDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class InspectionShapes : JsonSerializerContext
{
    public static InspectionShapes Of { get; } = new(JsonStyle.ForShapes());
}
