// The shapes of 参数, and of what is asked for of one.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>A 参数 and the values to try: a list, or from, to and step.</summary>
internal sealed record CurveRequest
{
    [JsonPropertyName("参数")] public required string Parameter { get; init; }

    [JsonPropertyName("文号")] public string? PolicyNumber { get; init; }

    [JsonPropertyName("值")] public IReadOnlyList<string>? Values { get; init; }

    [JsonPropertyName("从")] public string? From { get; init; }

    [JsonPropertyName("到")] public string? To { get; init; }

    [JsonPropertyName("步长")] public string? Step { get; init; }

    /// <summary>How many partitions are evaluated; null for all.</summary>
    [JsonPropertyName("分区")] public int? Parts { get; init; }

    /// <summary>Whether it says one of both.</summary>
    [JsonIgnore]
    public bool IsClear => Parts is null or > 0 && (Values is null
        ? From is not null && To is not null && Step is not null
        : From is null && To is null && Step is null && Values.All(static value => value is not null));
}

/// <summary>A value of a 参数 from a day on; from the beginning where there is no day.</summary>
internal sealed record ParameterValueLine(
    [property: JsonPropertyName("起")] string? From, [property: JsonPropertyName("值")] string Value);

/// <summary>A 参数.</summary>
internal sealed record ParameterLine(
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("名称")] string Name,
    [property: JsonPropertyName("类型")] string Type, [property: JsonPropertyName("外部")] bool IsExternal,
    [property: JsonPropertyName("沿革")] IReadOnlyList<ParameterValueLine> History);

/// <summary>The 参数 of a set.</summary>
internal sealed record ParametersDocument(
    [property: JsonPropertyName("政策版本")] string SetHash, [property: JsonPropertyName("参数")] IReadOnlyList<ParameterLine> Parameters);

[JsonSerializable(typeof(CurveRequest))]
[JsonSerializable(typeof(ParametersDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CurveRequestShapes : JsonSerializerContext
{
    public static CurveRequestShapes Of { get; } = new(JsonStyle.ForShapes());
}
