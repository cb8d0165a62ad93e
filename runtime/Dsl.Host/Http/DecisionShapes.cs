// The shapes of what waits for 核定 and of what officers decide.
using System.Text.Json.Serialization;
using Dsl.Batch.Registries;
using Dsl.Host.Ledger;
using Dsl.Host.Publishing;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>Something that waits in a run.</summary>
internal sealed record AwaitedLine
{
    [JsonPropertyName("主键")] public required string Key { get; init; }

    [JsonPropertyName("名称")] public required string Name { get; init; }

    [JsonPropertyName("文号")] public required string PolicyNumber { get; init; }

    [JsonPropertyName("条款")] public required string ClauseNumber { get; init; }

    [JsonPropertyName("条款标题")] public required string ClauseTitle { get; init; }

    [JsonPropertyName("事项行")] public required string RowKey { get; init; }

    [JsonPropertyName("年度")] public required int Year { get; init; }

    [JsonPropertyName("最高")] public required string Highest { get; init; }

    [JsonPropertyName("等待")] public required string Awaited { get; init; }

    [JsonPropertyName("备注")] public required string Remark { get; init; }

    [JsonPropertyName("校验")] public required string Check { get; init; }

    /// <summary>What was decided since; null where nothing was.</summary>
    [JsonPropertyName("已核定")] public required DecidedLine? Decided { get; init; }

    public static AwaitedLine Of(ApprovalSheetRow row, Decision? decision, Masking masking) => new()
    {
        // Who has the key of a person is one.
        Key = masking.Text(row.Key), Name = masking.Text(row.Key) == row.Key ? row.Name : masking.NameOfPerson(row.Name),
        PolicyNumber = row.PolicyNumber, ClauseNumber = row.ClauseNumber, ClauseTitle = row.ClauseTitle, RowKey = row.RowKey,
        Year = row.Year, Highest = row.Highest, Awaited = row.Awaited, Remark = row.Remark, Check = row.Check,
        Decided = decision is null ? null : new(decision.Record.Amount, decision.By, decision.At),
    };
}

/// <summary>A decision.</summary>
internal sealed record DecidedLine(
    [property: JsonPropertyName("金额")] string Amount, [property: JsonPropertyName("核定人")] string By,
    [property: JsonPropertyName("时间")] string At);

/// <summary>A page of what waits.</summary>
internal sealed record AwaitedDocument(
    [property: JsonPropertyName("测算")] string Run, [property: JsonPropertyName("行数")] long Count,
    [property: JsonPropertyName("待核定")] IReadOnlyList<AwaitedLine> Rows);

/// <summary>Decisions as they are sent.</summary>
internal sealed record SentDecisions
{
    [JsonPropertyName("测算")] public required string Run { get; init; }

    [JsonPropertyName("核定")] public required IReadOnlyList<SentDecisionLine> Decisions { get; init; }
}

/// <summary>A decision as it is sent; without 金额 an earlier one is taken back.</summary>
internal sealed record SentDecisionLine
{
    [JsonPropertyName("主键")] public required string Key { get; init; }

    [JsonPropertyName("文号")] public required string PolicyNumber { get; init; }

    [JsonPropertyName("条款")] public required string ClauseNumber { get; init; }

    [JsonPropertyName("事项行")] public string? RowKey { get; init; }

    [JsonPropertyName("金额")] public string? Amount { get; init; }

    [JsonPropertyName("撤回")] public bool TakesBack { get; init; }

    /// <summary>Whether it says one thing: an amount, or that one is taken back.</summary>
    [JsonIgnore]
    public bool IsClear => TakesBack == (Amount is null);

    [JsonIgnore]
    public SentDecision Decision => new(Key, PolicyNumber, ClauseNumber, RowKey ?? "", Amount);
}

/// <summary>How many were entered.</summary>
internal sealed record EnteredDocument([property: JsonPropertyName("记下")] int Count);

[JsonSerializable(typeof(AwaitedDocument))]
[JsonSerializable(typeof(SentDecisions))]
[JsonSerializable(typeof(EnteredDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DecisionShapes : JsonSerializerContext
{
    public static DecisionShapes Of { get; } = new(JsonStyle.ForReading());
}
