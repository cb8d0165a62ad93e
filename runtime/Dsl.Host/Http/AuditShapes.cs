// The shapes of the audit as auditors read it.
using System.Text.Json.Serialization;
using Dsl.Host.Audit;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>Records, the latest first.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">What <c>before</c> is for the next page; null on the last one.</param>
internal sealed record AuditDocument(
    [property: JsonPropertyName("记录")] IReadOnlyList<AuditLine> Records, [property: JsonPropertyName("下一页")] long? Next);

/// <summary>A record.</summary>
internal sealed record AuditLine
{
    [JsonPropertyName("编号")] public required long Seq { get; init; }

    [JsonPropertyName("时间")] public required DateTimeOffset At { get; init; }

    [JsonPropertyName("谁")] public required string Actor { get; init; }

    [JsonPropertyName("做了什么")] public required string Act { get; init; }

    [JsonPropertyName("主体")] public required string Subject { get; init; }

    [JsonPropertyName("说明")] public required string Detail { get; init; }

    [JsonPropertyName("请求")] public required string Request { get; init; }

    [JsonPropertyName("校验值")] public required string Hash { get; init; }

    public static AuditLine Of(AuditRecord record, Masking masking) => new()
    {
        Seq = record.Seq, At = record.At, Actor = record.Entry.Actor, Act = record.Entry.Act, Subject = masking.Text(record.Entry.Subject),
        Detail = masking.Text(record.Entry.Detail), Request = record.Entry.Request, Hash = record.Hash,
    };
}

/// <summary>Whether the chain is unbroken.</summary>
internal sealed record AuditVerificationDocument(
    [property: JsonPropertyName("完好")] bool IsWhole, [property: JsonPropertyName("条数")] long Count,
    [property: JsonPropertyName("末条的校验值")] string Head, [property: JsonPropertyName("问题")] string? Problem,
    [property: JsonPropertyName("改法")] string? Remedy);

[JsonSerializable(typeof(AuditDocument))]
[JsonSerializable(typeof(AuditVerificationDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AuditShapes : JsonSerializerContext
{
    public static AuditShapes Of { get; } = new(JsonStyle.ForShapes());
}
