// The shapes of publications, the ledger and approved sets.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Host.Ledger;
using Dsl.Host.Publishing;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>A publication.</summary>
internal sealed record PublicationDocument
{
    /// <summary>Null where there is nothing to publish, so that nothing was kept.</summary>
    [JsonPropertyName("编号")] public required string? Id { get; init; }

    [JsonPropertyName("种类")] public required string Kind { get; init; }

    [JsonPropertyName("状态")] public required string State { get; init; }

    [JsonPropertyName("测算")] public required string? Run { get; init; }

    [JsonPropertyName("年度")] public required long? Year { get; init; }

    [JsonPropertyName("笔数")] public required long Entries { get; init; }

    [JsonPropertyName("提出人")] public required string? ProposedBy { get; init; }

    [JsonPropertyName("提出时间")] public required string? ProposedAt { get; init; }

    [JsonPropertyName("确认人")] public required string? ConfirmedBy { get; init; }

    [JsonPropertyName("确认时间")] public required string? ConfirmedAt { get; init; }

    [JsonPropertyName("台账版本")] public required long? LedgerVersion { get; init; }

    [JsonPropertyName("差额")] public required PublicationSummary? Summary { get; init; }

    public static PublicationDocument Of(Proposal proposal, Masking masking) => proposal.Row is { } row ? Of(row, masking) : new()
    {
        Id = null, Kind = PublicationRow.OfRun, State = "没有差额", Run = null, Year = null, Entries = 0, ProposedBy = null,
        ProposedAt = null, ConfirmedBy = null, ConfirmedAt = null, LedgerVersion = null, Summary = Read(proposal.Summary, masking),
    };

    public static PublicationDocument Of(PublicationRow row, Masking masking) => new()
    {
        Id = row.Id, Kind = row.Kind, State = row.IsConfirmed ? "已公布" : "待确认", Run = OrNull(row.Run),
        Year = row.Year == 0 ? null : row.Year, Entries = row.Entries, ProposedBy = row.ProposedBy, ProposedAt = row.ProposedAt,
        ConfirmedBy = OrNull(row.ConfirmedBy), ConfirmedAt = OrNull(row.ConfirmedAt),
        LedgerVersion = row.IsConfirmed ? row.LedgerVersion : null, Summary = Read(row.Summary, masking),
    };

    // Warnings name subjects, too.
    private static PublicationSummary? Read(string text, Masking masking) =>
        text.Length == 0 || JsonSerializer.Deserialize(text, PublicationSummaryShapes.Of.PublicationSummary) is not { } summary ? null
        : summary with
        {
            Gainers = [.. summary.Gainers.Select(subject => subject with { Key = masking.Text(subject.Key) })],
            Warnings = [.. summary.Warnings.Select(masking.Text)],
        };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>Publications.</summary>
internal sealed record PublicationsDocument(
    [property: JsonPropertyName("公布")] IReadOnlyList<PublicationDocument> Publications);

/// <summary>An entry of the ledger.</summary>
internal sealed record LedgerLine(
    [property: JsonPropertyName("台账版本")] long Version, [property: JsonPropertyName("主键")] string Key,
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("条款")] string ClauseNumber,
    [property: JsonPropertyName("事项行")] string RowKey, [property: JsonPropertyName("年度")] int Year,
    [property: JsonPropertyName("金额")] string Amount)
{
    [JsonPropertyName("数量"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quantity { get; init; }

    [JsonPropertyName("期次"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    public static LedgerLine Of(LedgerEntry entry, Masking masking) => new(entry.Version, masking.Text(entry.Record.Key),
        entry.Record.PolicyNumber, entry.Record.ClauseNumber, entry.Record.RowKey, entry.Record.Year, entry.Record.Amount)
    {
        Quantity = OrNull(entry.Record.Quantity), Part = OrNull(entry.Record.Part),
    };
}

/// <summary>A page of the ledger.</summary>
internal sealed record LedgerDocument(
    [property: JsonPropertyName("台账版本")] long Version, [property: JsonPropertyName("记录")] IReadOnlyList<LedgerLine> Entries);

/// <summary>A set of policies.</summary>
internal sealed record SetLine(
    [property: JsonPropertyName("政策版本")] string Hash, [property: JsonPropertyName("载入时间")] string LoadedAt,
    [property: JsonPropertyName("文号")] IReadOnlyList<string> Numbers, [property: JsonPropertyName("在用")] bool IsServed,
    [property: JsonPropertyName("批准人")] string? ApprovedBy, [property: JsonPropertyName("批准时间")] string? ApprovedAt);

/// <summary>The sets.</summary>
internal sealed record SetsDocument([property: JsonPropertyName("政策")] IReadOnlyList<SetLine> Sets);

[JsonSerializable(typeof(PublicationDocument))]
[JsonSerializable(typeof(PublicationsDocument))]
[JsonSerializable(typeof(LedgerDocument))]
[JsonSerializable(typeof(SetsDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PublicationShapes : JsonSerializerContext
{
    public static PublicationShapes Of { get; } = new(JsonStyle.ForShapes());
}
