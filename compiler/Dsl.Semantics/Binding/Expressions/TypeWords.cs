// Types in the words of messages.
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>How messages call a type.</summary>
internal static class TypeWords
{
    /// <summary>What a value of the type is.</summary>
    public static string Of(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "金额",
        QuantityType { IsBare: true } => "没有单位的数",
        QuantityType { IsRatio: true } => "比率",
        // 元/件 and 元/平方米·月 are prices; 元·元/平方米 is not a unit in use.
        QuantityType { Dimension: var dimension }
            when dimension.Factors.Count(static factor => factor.Power > 0) > 1
                || dimension.Factors.Any(static factor => Math.Abs(factor.Power) > 1) =>
            $"单位成了「{dimension}」的数",
        QuantityType { Dimension: var dimension } when dimension != Dimension.None => $"以「{dimension}」为单位的数",
        EnumType list => list.Name is { } name ? $"名录 {name} 的取值" : $"{list.DisplayName} 里的一个值",
        TruthType => "「是」或「否」",
        _ => type.DisplayName,
    };

    /// <summary>The unit of a type of numbers; the name of any other type.</summary>
    public static string Unit(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "元",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "“无”",
        QuantityType { Dimension: var dimension } => dimension.ToString(),
        _ => type.DisplayName,
    };
}
