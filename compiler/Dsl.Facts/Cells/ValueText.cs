// Values as text: in messages for people, and in cells that can be read back exactly.
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Cells;

/// <summary>Writes values.</summary>
public static class ValueText
{
    private static readonly Rational TenThousand = 10_000;
    private static readonly Rational HundredMillion = 100_000_000;

    /// <summary>An amount in yuan with two decimals, such as 600000.00. Amounts of results are whole fen.</summary>
    public static string Money(Rational amount)
    {
        if (amount.IsZero)
            return "0.00";
        // Nearly every amount is small: no need for numbers of any size.
        if (amount.IsInteger && amount.Numerator.GetBitLength() < 63)
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(long)amount.Numerator}.00");
        var fen = (amount * 100).RoundHalfAwayFromZero();
        var digits = System.Numerics.BigInteger.Abs(fen).ToString().PadLeft(3, '0');
        return $"{(fen.Sign < 0 ? "-" : "")}{digits[..^2]}.{digits[^2..]}";
    }

    /// <summary>A cell that <see cref="ValueReader"/> reads back as the same value; empty for a missing or uncertain value.</summary>
    public static string Cell(Value? value, DslType type) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => type is DateType ? CivilDate.Format(CivilDate.FromNumber(number)) : number.ToString(),
        TruthValue { IsCertain: true } truth => truth.Truth.Word(),
        TextValue { Text: { } text } => text,
        _ => "",
    };

    /// <summary>
    /// A value as an officer types it, exactly: 260万元, 10%, 30人, 2021年度. The language and <see cref="ValueReader"/> both read it back as the
    /// same value; empty for a missing or uncertain value.
    /// </summary>
    public static string Written(Value? value, DslType type)
    {
        if (value is not NumberValue { IsCertain: true, Bounds.Low: { } number } || type is not (QuantityType or YearType))
            return Cell(value, type);
        var text = QuantityFormat.Format(number, type).Replace(",", "", StringComparison.Ordinal);
        // What is no short decimal is shown rounded: nobody could type that.
        return ValueReader.Read(text, type, Bounds.Everything).Value is NumberValue { Bounds.Low: { } read } && read == number ? text
            : type is QuantityType { IsRatio: true } ? $"{number * 100}%" : $"{number}{UnitOf(type)}";
    }

    /// <summary>A range in words, such as 0元..1万亿元.</summary>
    public static string Range(Bounds range, DslType type) =>
        range is { Low: { } least, High: null } ? $"不小于 {Show(least, type)}"
        : range is { Low: null, High: { } most } ? $"不大于 {Show(most, type)}"
        : range is { Low: { } low, High: { } high } ? $"{Show(low, type)}..{Show(high, type)}"
        : "不限";

    /// <summary>A number for people: 100万元, 35%, 50人.</summary>
    public static string Show(Rational number, DslType type)
    {
        if (type is not QuantityType quantity)
            return type is DateType ? CivilDate.Format(CivilDate.FromNumber(number)) : number.ToString();
        if (quantity.IsRatio)
            return $"{number * 100}%";
        var size = number.Sign < 0 ? -number : number;
        var unit = UnitOf(type);
        return size >= HundredMillion * TenThousand ? $"{number / (HundredMillion * TenThousand)}万亿{unit}"
            : size >= HundredMillion ? $"{number / HundredMillion}亿{unit}"
            : size >= TenThousand ? $"{number / TenThousand}万{unit}"
            : $"{number}{unit}";
    }

    /// <summary>The unit behind figures of a type; empty for pure numbers and ratios.</summary>
    internal static string UnitOf(DslType type) =>
        type is QuantityType { Dimension: var dimension } && dimension != Dimension.None ? dimension.ToString() : "";

    /// <summary>What a cell of the type should hold, in words: 金额, 比率, 整数，单位“人”.</summary>
    internal static string Expected(QuantityType type) =>
        UnitOf(type) is not { Length: > 0 } unit || type.IsMoney ? type.DisplayName
        : type.IsCount ? $"整数，单位“{unit}”"
        : $"数，单位“{unit}”";

    /// <summary>What could stand in a cell of the type.</summary>
    internal static string Sample(QuantityType type) =>
        type.IsRatio ? "35% 或 0.35" : type.IsMoney ? "2000000 或 200万元" : $"12 或 12{UnitOf(type)}";
}
