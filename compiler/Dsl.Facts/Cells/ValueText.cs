// Values as text that can be read back exactly, and what messages say of cells. Numbers are written by QuantityFormat.
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Facts.Cells;

/// <summary>Writes values.</summary>
public static class ValueText
{
    /// <summary>A cell that <see cref="ValueReader"/> reads back as the same value; empty for a missing or uncertain value.</summary>
    public static string Cell(Value? value, DslType type) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } =>
            type is DateType ? CivilDate.Format(CivilDate.FromNumber(number)) : number.ToString(),
        TruthValue { IsCertain: true } truth => truth.Truth.Word(),
        TextValue { Text: { } text } => text,
        _ => "",
    };

    /// <summary>
    /// A value as an officer types it, exactly: 260万元, 10%, 30人, 2021年度. The language and <see cref="ValueReader"/> both read it back
    /// as the same value; empty for a missing or uncertain value.
    /// </summary>
    public static string Written(Value? value, DslType type) =>
        value is NumberValue { IsCertain: true, Bounds.Low: { } number } ? QuantityFormat.Typeable(number, type) : Cell(value, type);

    /// <summary>A range in words, such as 0元..1万亿元.</summary>
    public static string Range(Bounds range, DslType type) => range switch
    {
        { Low: { } least, High: null } => $"不小于 {Show(least, type)}",
        { Low: null, High: { } most } => $"不大于 {Show(most, type)}",
        { Low: { } low, High: { } high } => $"{Show(low, type)}..{Show(high, type)}",
        _ => "不限",
    };

    private static string Show(Rational number, DslType type) =>
        type is YearType ? number.ToString() : QuantityFormat.Typeable(number, type);

    /// <summary>The unit written after figures of a type; empty for pure numbers and ratios.</summary>
    internal static string UnitOf(DslType type) =>
        type is QuantityType { Dimension: var dimension } && dimension != Dimension.None ? dimension.ToString() : "";

    /// <summary>What could stand in a cell of the type.</summary>
    internal static string Sample(DslType type) => type is QuantityType quantity ? Sample(quantity) : "12";

    /// <summary>What could stand in a cell of a quantity.</summary>
    internal static string Sample(QuantityType type) =>
        type.IsRatio ? "35% 或 0.35" : type.IsMoney ? "2000000 或 200万元" : $"12 或 12{UnitOf(type)}";
}
