// 取整: the one rounding of an award.
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Rounding to a step. Every mode never decreases, so bounds are rounded end by end.</summary>
public static class RoundingRule
{
    /// <summary>A number rounded: half away from zero, down (to the lesser) or up (to the greater).</summary>
    public static Rational Round(this IrRounding rounding, Rational value)
    {
        var steps = value / rounding.Step;
        BigInteger whole = rounding.Mode switch
        {
            IrRoundingMode.Down => steps.Floor(),
            IrRoundingMode.Up => steps.Ceiling(),
            _ => steps.RoundHalfAwayFromZero(),
        };
        return whole * rounding.Step;
    }

    /// <summary>A value rounded at both ends.</summary>
    public static NumberValue Round(this IrRounding rounding, NumberValue value) =>
        new(value.Bounds.Monotone(end => rounding.Round(end)), value.Unknowns);
}
