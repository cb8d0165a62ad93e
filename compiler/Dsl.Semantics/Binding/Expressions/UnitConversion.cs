// Units that measure the same in other sizes: 年 and 岁 count as 12 月, 吨 as 1000 公斤, wherever they meet.
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Bound;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Brings values from one unit to another.</summary>
internal static class UnitConversion
{
    /// <summary>
    /// The dimension that both come to without a change, else in smaller units; null where they measure different things.
    /// </summary>
    public static Dimension? Shared(Dimension left, Dimension right) =>
        left == right ? left
        : left.InParts != right.InParts ? null
        : left.PartsOfOne == right.PartsOfOne ? left
        : left.InParts;

    /// <summary>3年 + 6个月  →  3 × 12 个月 + 6个月. Null where the wanted dimension is not reached so.</summary>
    public static BoundExpression? Scale(BoundExpression value, Dimension wanted)
    {
        if (value.Type is not QuantityType { Dimension: var dimension } type)
            return null;
        if (dimension == wanted)
            return value;
        if (dimension.InParts != wanted.InParts)
            return null;
        var (factor, scaled) = (dimension.PartsOfOne / wanted.PartsOfOne, type with { Dimension = wanted, IsRatio = false });
        if (factor == Rational.One)
            return value with { Type = scaled };
        var times = new BoundConstant(value.Syntax, value.Span, NumberValue.Of(factor), DslType.Number);
        return new BoundArithmetic(value.Syntax, value.Span, ArithmeticOperator.Multiply, value, times, scaled);
    }

    /// <summary>Where one factor counts in 年 and the other in 月, both count in 月, so that they cancel.</summary>
    public static void Meet(ref BoundExpression left, ref BoundExpression right)
    {
        if (left.Type is not QuantityType { Dimension: var l } || right.Type is not QuantityType { Dimension: var r })
            return;
        var met = l.Factors
            .SelectMany(one => r.Factors.Where(other => other.Unit != one.Unit && other.Unit.Base.Unit == one.Unit.Base.Unit))
            .Select(static factor => factor.Unit.Base.Unit).ToHashSet();
        if (met.Count == 0)
            return;
        left = Scale(left, l.InPartsOf(met.Contains)) ?? left;
        right = Scale(right, r.InPartsOf(met.Contains)) ?? right;
    }
}
