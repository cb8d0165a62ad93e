// 取整 of an award as whole fen.
using System.Numerics;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Emitting;

/// <summary>n/d yuan in steps of p/q yuan: n·q ÷ (d·p), made whole, times 100·p/q fen.</summary>
/// <param name="Multiplier">q, in lowest terms with the divisor.</param>
/// <param name="Divisor">d·p.</param>
/// <param name="Step">100·p/q.</param>
/// <param name="Layout">How the result is held, in fen.</param>
internal readonly record struct AwardRounding(BigInteger Multiplier, BigInteger Divisor, BigInteger Step, FixedPointLayout Layout)
{
    /// <summary>The rounding of a clause for an amount; null where no lane holds what it goes through.</summary>
    public static AwardRounding? Of(IrClause clause, FixedPointLayout amount)
    {
        var step = clause.Rounding.Step;
        if (amount.IsExact)
            return null;
        var (multiplier, divisor) = (step.Denominator, amount.Denominator * step.Numerator);
        var common = BigInteger.GreatestCommonDivisor(multiplier, divisor);
        (multiplier, divisor) = (multiplier / common, divisor / common);
        var fen = (step * 100).Numerator;
        var shape = FixedPointLayout.Fixed(100, (amount.Magnitude * multiplier / divisor + 1) * fen);
        return FixedPointLayout.Fixed(divisor, amount.Magnitude * multiplier).IsExact || shape.IsExact ? null : new(multiplier, divisor, fen, shape);
    }
}
