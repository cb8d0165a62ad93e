// Type rules shared by several functions.
using System.Collections.Immutable;
using Dsl.Values.Types;

namespace Dsl.Values.Functions;

/// <summary>Questions that type rules ask about their arguments.</summary>
internal static class ArgumentTypes
{
    /// <summary>
    /// The common type of arguments that can be ordered: numbers of one dimension (the result is a 比率 only if all are, and bare
    /// only if all are), all dates, or all years.
    /// </summary>
    public static FunctionTyping OneOrderedKind(string function, ImmutableArray<DslType> arguments)
    {
        var first = arguments[0];
        if (arguments.FirstOrDefault(type => !IsOrdered(type)) is { } unordered)
            return FunctionTyping.Mismatch($"「{function}」比较的是数、日期或年度，此处有「{unordered}」");
        if (arguments.FirstOrDefault(type => !IsSameKind(first, type)) is { } other)
            return FunctionTyping.Mismatch($"「{function}」的各项应为同一种量，此处有「{first}」和「{other}」");
        return first is QuantityType quantity
            ? quantity with
            {
                IsRatio = arguments.All(type => type is QuantityType { IsRatio: true }),
                IsBare = arguments.All(type => type is QuantityType { IsBare: true }),
            }
            : first;
    }

    /// <summary>Whether both are numbers of one dimension, both dates, or both years.</summary>
    public static bool IsSameKind(DslType left, DslType right) => (left, right) switch
    {
        (QuantityType a, QuantityType b) => a.Dimension == b.Dimension,
        _ => left == right,
    };

    /// <summary>Whether the type is a number without a unit.</summary>
    public static bool IsPureNumber(DslType type) =>
        type is QuantityType { IsRatio: false, Dimension: var dimension } && dimension == Dimension.None;

    private static bool IsOrdered(DslType type) => type is QuantityType or DateType or YearType;
}
