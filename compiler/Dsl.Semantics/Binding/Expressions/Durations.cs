// Lengths of time: 年 月 天 岁.
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>What a type says of time.</summary>
internal static class Durations
{
    /// <summary>Whether a type is a length of time in a unit.</summary>
    public static bool Is(DslType type, Unit unit) =>
        type is QuantityType { Dimension: var dimension } && dimension == Dimension.Of(unit);

    /// <summary>Whether a type is a length of time.</summary>
    public static bool Is(DslType type) => type is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Duration, Power: 1 }] };
}
