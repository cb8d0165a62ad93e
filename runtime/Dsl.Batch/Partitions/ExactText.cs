// Exact values as texts: what is written down is read back as the same value.
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Values.Exact;

namespace Dsl.Batch.Partitions;

/// <summary>Writes and reads exact numbers: 3/2.</summary>
internal static class ExactText
{
    public static string Of(Rational value) => Of(value.Numerator, value.Denominator);

    public static string Of(BigInteger numerator, BigInteger denominator) =>
        string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");

    public static string Of(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="JsonException">It is no such number.</exception>
    public static Rational Number(string text)
    {
        var (numerator, denominator) = Fraction(text);
        return new(numerator, denominator);
    }

    /// <summary>The two parts as they were written: a common denominator may be larger than that of the sum.</summary>
    /// <exception cref="JsonException">It is no such number.</exception>
    public static (BigInteger Numerator, BigInteger Denominator) Fraction(string text)
    {
        var at = text.IndexOf('/', StringComparison.Ordinal);
        if (at < 0 || Whole(text[(at + 1)..]) is not { Sign: > 0 } denominator)
            throw new JsonException($"No fraction: {text}");
        return (Whole(text[..at]), denominator);
    }

    /// <exception cref="JsonException">It is no such number.</exception>
    public static BigInteger Whole(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"No whole number: {text}");
}

/// <summary>Bounds; an end is null where there is none.</summary>
internal sealed record WrittenBounds(
    [property: JsonPropertyName("低")] string? Low, [property: JsonPropertyName("高")] string? High)
{
    [JsonIgnore]
    public Bounds Bounds => new(Low is null ? null : ExactText.Number(Low), High is null ? null : ExactText.Number(High));

    public static WrittenBounds Of(Bounds bounds) =>
        new(bounds.Low is { } low ? ExactText.Of(low) : null, bounds.High is { } high ? ExactText.Of(high) : null);
}

/// <summary>Something that is missing.</summary>
internal sealed record WrittenUnknown(
    [property: JsonPropertyName("种类")] string Kind, [property: JsonPropertyName("名称")] string Name)
{
    public static IReadOnlyList<WrittenUnknown> Of(Unknowns unknowns) =>
        [.. unknowns.Items.Select(static item => new WrittenUnknown(item.Kind.ToString(), item.Name))];

    /// <exception cref="JsonException">A kind is not known.</exception>
    public static Unknowns Read(IEnumerable<WrittenUnknown> items) => items.Aggregate(Unknowns.None, static (unknowns, item) =>
        unknowns | Unknowns.Of(Enum.TryParse<UnknownKind>(item.Kind, out var kind) ? kind : throw new JsonException(item.Kind), item.Name));
}

/// <summary>A number, truth or text, and what it waits for.</summary>
internal sealed record WrittenValue
{
    [JsonPropertyName("数"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WrittenBounds? Number { get; init; }

    [JsonPropertyName("是否"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Truth { get; init; }

    [JsonPropertyName("文本"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonPropertyName("等待")] public IReadOnlyList<WrittenUnknown> WaitsFor { get; init; } = [];

    /// <exception cref="JsonException">It is no value.</exception>
    [JsonIgnore]
    public Value Value => Number is { } number ? new NumberValue(number.Bounds, Unknowns)
        : Truth is null ? new TextValue(Text, Unknowns)
        : TruthValue;

    /// <exception cref="JsonException">It is no truth.</exception>
    [JsonIgnore]
    public TruthValue TruthValue =>
        new(Enum.TryParse<Truth>(Truth, out var truth) ? truth : throw new JsonException($"No truth: {Truth}"), Unknowns);

    private Unknowns Unknowns => WrittenUnknown.Read(WaitsFor);

    public static WrittenValue Of(Value value) => new()
    {
        Number = value is NumberValue number ? WrittenBounds.Of(number.Bounds) : null,
        Truth = value is TruthValue truth ? truth.Truth.ToString() : null,
        Text = (value as TextValue)?.Text,
        WaitsFor = WrittenUnknown.Of(value.Unknowns),
    };
}
