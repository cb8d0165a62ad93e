// The figures of 目标 and 资金池 over some subjects in their written form.
using System.Text.Json.Serialization;
using Dsl.Evaluation.Interpreting;
using Dsl.Values.Exact;

namespace Dsl.Batch.Partitions;

/// <summary>The figures of a registry.</summary>
internal sealed record WrittenFigures(
    [property: JsonPropertyName("目标")] IReadOnlyList<WrittenAggregate> Aggregates,
    [property: JsonPropertyName("资金池")] IReadOnlyList<WrittenPool> Pools)
{
    [JsonIgnore]
    public RegistryState State => new(
        [.. Aggregates.Select(static aggregate => aggregate.State)],
        [.. Pools.Select(static pool => (pool.Drawn.Bounds, pool.Unbounded))]);

    public static WrittenFigures Of(RegistryState state) => new(
        [.. state.Aggregates.Select(WrittenAggregate.Of)],
        [.. state.Pools.Select(static pool => new WrittenPool(WrittenBounds.Of(pool.Drawn), pool.Unbounded))]);
}

/// <summary>What is drawn from a pool.</summary>
internal sealed record WrittenPool(
    [property: JsonPropertyName("已用")] WrittenBounds Drawn, [property: JsonPropertyName("不封顶")] int Unbounded);

/// <summary>What the rows of an aggregate came to.</summary>
internal sealed record WrittenAggregate
{
    [JsonPropertyName("合计"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WrittenSumOfBounds? Sum { get; init; }

    [JsonPropertyName("合计等待")] public IReadOnlyList<WrittenUnknown> SumWaitsFor { get; init; } = [];

    [JsonPropertyName("数"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WrittenValue? Number { get; init; }

    [JsonPropertyName("是否")] public required WrittenValue Truth { get; init; }
    [JsonPropertyName("未定的行")] public IReadOnlyList<WrittenRows> Uncertain { get; init; } = [];
    [JsonPropertyName("确定的行")] public long CertainRows { get; init; }
    [JsonPropertyName("有未定的行")] public bool HasPossibleRows { get; init; }
    [JsonPropertyName("缺表")] public bool TableIsMissing { get; init; }

    [JsonIgnore]
    public AggregateState State => new()
    {
        Sum = Sum?.State,
        SumWaitsFor = WrittenUnknown.Read(SumWaitsFor),
        Number = Number?.Value as NumberValue,
        Truth = Truth.TruthValue,
        Uncertain = [.. Uncertain.Select(static rows => new UncertainRows(WrittenUnknown.Read(rows.WaitsFor), rows.UpTo.Bounds))],
        CertainRows = CertainRows,
        HasPossibleRows = HasPossibleRows,
        TableIsMissing = TableIsMissing,
    };

    public static WrittenAggregate Of(AggregateState state) => new()
    {
        Sum = state.Sum is { } sum ? WrittenSumOfBounds.Of(sum) : null,
        SumWaitsFor = WrittenUnknown.Of(state.SumWaitsFor),
        Number = state.Number is { } number ? WrittenValue.Of(number) : null,
        Truth = WrittenValue.Of(state.Truth),
        Uncertain =
            [.. state.Uncertain.Select(static rows => new WrittenRows(WrittenUnknown.Of(rows.WaitsFor), WrittenBounds.Of(rows.UpTo)))],
        CertainRows = state.CertainRows,
        HasPossibleRows = state.HasPossibleRows,
        TableIsMissing = state.TableIsMissing,
    };
}

/// <summary>Rows that wait for the same things.</summary>
internal sealed record WrittenRows(
    [property: JsonPropertyName("等待")] IReadOnlyList<WrittenUnknown> WaitsFor, [property: JsonPropertyName("至多")] WrittenBounds UpTo);

/// <summary>A sum of bounds; a side is null where it has no end.</summary>
internal sealed record WrittenSumOfBounds(
    [property: JsonPropertyName("低")] WrittenSumEnd? Low, [property: JsonPropertyName("高的负数")] WrittenSumEnd? High)
{
    [JsonIgnore]
    public SumState State => new(Low?.End, High?.End);

    public static WrittenSumOfBounds Of(SumState state) => new(WrittenSumEnd.Of(state.Low), WrittenSumEnd.Of(state.High));
}

/// <summary>One side of a sum.</summary>
internal sealed record WrittenSumEnd(
    [property: JsonPropertyName("分数")] string? Fraction, [property: JsonPropertyName("舍入")] string Rounded)
{
    [JsonIgnore]
    public SumEnd End => new(Fraction is null ? null : ExactText.Fraction(Fraction), ExactText.Whole(Rounded));

    public static WrittenSumEnd? Of(SumEnd? end) => end is not { } known ? null
        : new(known.Fraction is { } fraction ? ExactText.Of(fraction.Numerator, fraction.Denominator) : null, ExactText.Of(known.Rounded));
}
