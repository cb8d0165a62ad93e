// The shapes of what is said of policies.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>The policies that serve a day.</summary>
internal sealed record PoliciesDocument(
    [property: JsonPropertyName("政策版本")] string Hash, [property: JsonPropertyName("载入时间")] DateTimeOffset LoadedAt,
    [property: JsonPropertyName("政策")] IReadOnlyList<PolicyLine> Policies);

/// <summary>A policy in a list.</summary>
internal sealed record PolicyLine(
    [property: JsonPropertyName("文号")] string Number, [property: JsonPropertyName("标题")] string Title,
    [property: JsonPropertyName("施行")] string? Start, [property: JsonPropertyName("失效")] string? End,
    [property: JsonPropertyName("条款数")] int Clauses);

/// <summary>The clauses of a policy.</summary>
internal sealed record ClausesDocument(
    [property: JsonPropertyName("政策版本")] string Hash, [property: JsonPropertyName("文号")] string Number,
    [property: JsonPropertyName("标题")] string Title, [property: JsonPropertyName("条款")] IReadOnlyList<ClauseLine> Clauses,
    [property: JsonPropertyName("全文"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text);

/// <summary>A clause in a list.</summary>
internal sealed record ClauseLine(
    [property: JsonPropertyName("条款")] string Number, [property: JsonPropertyName("标题")] string Title,
    [property: JsonPropertyName("原文")] IReadOnlyList<string> Quotes, [property: JsonPropertyName("对象")] string? Subject,
    [property: JsonPropertyName("牵头")] IReadOnlyList<string> Lead);

/// <summary>The facts that can be given.</summary>
internal sealed record SchemaDocument(
    [property: JsonPropertyName("政策版本")] string Hash, [property: JsonPropertyName("对象")] IReadOnlyList<SchemaTable> Subjects);

/// <summary>A table of facts: a kind of subject with its details, or a detail.</summary>
internal sealed record SchemaTable(
    [property: JsonPropertyName("名称")] string Name, [property: JsonPropertyName("字段")] IReadOnlyList<SchemaField> Fields,
    [property: JsonPropertyName("明细"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SchemaTable>? Details);

/// <summary>A fact.</summary>
internal sealed record SchemaField(
    [property: JsonPropertyName("名称")] string Name, [property: JsonPropertyName("类型")] string Type,
    [property: JsonPropertyName("可取")] IReadOnlyList<string>? Members);

[JsonSerializable(typeof(PoliciesDocument))]
[JsonSerializable(typeof(ClausesDocument))]
[JsonSerializable(typeof(SchemaDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PolicyShapes : JsonSerializerContext
{
    public static PolicyShapes Of { get; } = new(JsonStyle.ForShapes());
}
