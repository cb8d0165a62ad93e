// Durations: years count as 12 months where a place asks for months.
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Bound;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Units of time, and values brought from one to another.</summary>
internal static class Durations
{
    /// <summary>Whether a type is a length of time in a unit.</summary>
    public static bool Is(DslType type, Unit unit) =>
        type is QuantityType { Dimension: var dimension } && dimension == Dimension.Of(unit);

    /// <summary>Whether a type is a length of time.</summary>
    public static bool Is(DslType type) => type is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Duration, Power: 1 }] };

    /// <summary>The dimension in months that both have when years are counted as 12 months; null where they differ otherwise.</summary>
    public static Dimension? Shared(Dimension left, Dimension right) =>
        InMonths(left) is var a && a == InMonths(right) ? a : null;

    /// <summary>The dimension with its years as months.</summary>
    public static Dimension InMonths(Dimension dimension)
    {
        var (year, month) = (Dimension.Of(Units.Years), Dimension.Of(Units.Months));
        for (var power = YearPower(dimension); power > 0; power--)
            dimension = dimension.Over(year).Times(month);
        for (var power = YearPower(dimension); power < 0; power++)
            dimension = dimension.Times(year).Over(month);
        return dimension;
    }

    private static int YearPower(Dimension dimension) =>
        dimension.Factors.FirstOrDefault(static factor => factor.Unit == Units.Years).Power;

    /// <summary>
    /// Years as months, or months as years:  3年 + 6个月  →  3 × 12 个月 + 6个月. Null where the wanted dimension is not reached so.
    /// </summary>
    public static BoundExpression? Scale(BoundExpression value, Dimension wanted)
    {
        if (value.Type is not QuantityType { Dimension: var dimension } type || InMonths(dimension) != InMonths(wanted))
            return null;
        var power = YearPower(dimension) - YearPower(wanted);
        if (power == 0)
            return dimension == wanted ? value : null;
        Rational factor = 1;
        for (var i = 0; i < Math.Abs(power); i++)
            factor = power > 0 ? factor * 12 : factor / 12;
        var twelve = new BoundConstant(value.Syntax, value.Span, NumberValue.Of(factor), DslType.Number);
        return new BoundArithmetic(value.Syntax, value.Span, ArithmeticOperator.Multiply, value, twelve,
            type with { Dimension = wanted, IsRatio = false });
    }
}
