// Small samples of values and comparisons per type, for messages.
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>How values of a type are written.</summary>
internal static class TypeSamples
{
    /// <summary>A value of the type.</summary>
    public static string Of(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "100万元",
        QuantityType { IsRatio: true } => "30%",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "2",
        QuantityType quantity => $"10{quantity.Dimension}",
        TruthType => "是",
        DateType => "2021-06-21",
        YearType => "2021年度",
        EnumType { Members: [var first, ..] } => first,
        _ => "“文字”",
    };

    /// <summary>The right half of a comparison with the type.</summary>
    public static string Comparison(DslType type) => type switch
    {
        EnumType or TextType or TruthType => $"= {Of(type)}",
        DateType => "满 3年",
        _ => $"达到 {Of(type)}",
    };
}
