// What a try-out of a 参数 is asked for, and what comes of it, as JSON.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Batch.Inspecting;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Loading.Json;
using Dsl.Values.Quantities;

namespace Dsl.Host.Runs;

/// <summary>What is tried out; the values are texts as a cell has them.</summary>
internal sealed record AskedCurve(
    [property: JsonPropertyName("参数")] string Parameter, [property: JsonPropertyName("文号")] string PolicyNumber,
    [property: JsonPropertyName("值")] IReadOnlyList<string> Values,
    [property: JsonPropertyName("分区"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Parts = null)
{
    /// <summary>As a job keeps it.</summary>
    public string Write() => JsonSerializer.Serialize(this, CurveShapes.Of.AskedCurve);

    /// <summary>What a job keeps; null for a job of another kind.</summary>
    public static AskedCurve? Of(Job job) =>
        job.Asked.Length == 0 ? null : JsonSerializer.Deserialize(job.Asked, CurveShapes.Of.AskedCurve);
}

/// <summary>All subjects together under one value.</summary>
internal sealed record CurveLine
{
    [JsonPropertyName("值")] public required string Value { get; init; }

    [JsonPropertyName("金额")] public required string Amount { get; init; }

    [JsonPropertyName("最高")] public required string Highest { get; init; }

    [JsonPropertyName("不封顶")] public required long Unbounded { get; init; }

    [JsonPropertyName("增加的主体")] public required long Gainers { get; init; }

    [JsonPropertyName("减少的主体")] public required long Losers { get; init; }

    [JsonPropertyName("可能增加的主体")] public required long MayGain { get; init; }

    [JsonPropertyName("可能减少的主体")] public required long MayLose { get; init; }

    public static CurveLine Of(CurvePoint point, string value) => new()
    {
        Value = value, Amount = QuantityFormat.Ledger(point.Total.Low), Highest = QuantityFormat.Ledger(point.Total.High),
        Unbounded = point.Total.Unbounded, Gainers = point.Gainers, Losers = point.Losers, MayGain = point.MayGain,
        MayLose = point.MayLose,
    };
}

/// <summary>A 参数 and what comes of its values.</summary>
internal sealed record CurveDocument(
    [property: JsonPropertyName("参数")] string Parameter, [property: JsonPropertyName("文号")] string PolicyNumber,
    [property: JsonPropertyName("主体数")] long Subjects, [property: JsonPropertyName("分区")] int Parts,
    [property: JsonPropertyName("全部分区")] int AllParts, [property: JsonPropertyName("现在")] CurveLine Current,
    [property: JsonPropertyName("各值")] IReadOnlyList<CurveLine> Lines)
{
    public static CurveDocument Of(AskedCurve asked, IrParameter parameter, ParameterCurve curve, (int Done, int All) parts) =>
        new(asked.Parameter, asked.PolicyNumber, curve.Subjects, parts.Done, parts.All,
            CurveLine.Of(curve.Current, Wording.Of(curve.Now, parameter.Type)),
            [.. curve.Points.Select((point, index) => CurveLine.Of(point, asked.Values[index]))]);
}

[JsonSerializable(typeof(AskedCurve))]
[JsonSerializable(typeof(CurveDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CurveShapes : JsonSerializerContext
{
    public static CurveShapes Of { get; } = new(JsonStyle.ForReading());
}
