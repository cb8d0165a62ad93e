// Numbers as officers write them, for messages.
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding;

/// <summary>Writes values with their units.</summary>
public static class ValueText
{
    private static readonly Rational TenThousand = 10_000;
    private static readonly Rational HundredMillion = 100_000_000;

    /// <summary>A number of a type: 100万元, 30%, 50人, 2021-06-21, 2021年度.</summary>
    public static string Of(Rational value, DslType type) => type switch
    {
        QuantityType { IsMoney: true } => Scaled(value) + "元",
        QuantityType { IsRatio: true } => $"{value * 100}%",
        QuantityType { Dimension: var dimension } => Scaled(value) + dimension,
        DateType => CivilDate.Format(CivilDate.FromNumber(value)),
        YearType => $"{value}年度",
        _ => value.ToString(),
    };

    /// <summary>A range of a type: 0元..1万亿元.</summary>
    public static string Range(Bounds range, DslType type) =>
        $"{(range.Low is { } low ? Of(low, type) : "")}..{(range.High is { } high ? Of(high, type) : "")}";

    private static string Scaled(Rational value)
    {
        var size = value.Sign < 0 ? -value : value;
        return size >= HundredMillion * TenThousand && (value / (HundredMillion * TenThousand)).IsInteger ? $"{value / (HundredMillion * TenThousand)}万亿"
            : size >= HundredMillion && (value / HundredMillion * 100).IsInteger ? $"{value / HundredMillion}亿"
            : size >= TenThousand && (value / TenThousand * 100).IsInteger ? $"{value / TenThousand}万"
            : value.ToString();
    }
}
