// How numbers of the registry stand in columns: whole counts of a fixed fraction of the type's unit, in 64 bits.
using System.Numerics;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Columns.Kernels;

/// <summary>
/// The fixed point of a type. Which numbers fit is part of the range proof: a subject with a number that does not fit (finer than the
/// fraction, or beyond the limit) is left to the interpreter, so that no kernel ever sees it.
/// </summary>
public static class FixedPoint
{
    /// <summary>The greatest magnitude of a number in a column where the field declares no narrower range: 2^53 fractions.</summary>
    public const long Limit = 1L << 53;

    /// <summary>
    /// Fractions per unit: 100 (fen) for money, 1,000,000 for pure numbers and ratios, 1 for what is counted, 10,000 for other units.
    /// </summary>
    public static int Denominator(DslType type) => type switch
    {
        QuantityType { Currency: not null } => 100,
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => 1_000_000,
        QuantityType { Dimension.Factors: [(var unit, 1)] } => unit.Kind == UnitKind.Measure ? 10_000 : 1,
        QuantityType => 10_000,
        _ => 1,
    };

    /// <summary>The number as a count of fractions; false where it is finer than a fraction or beyond <see cref="Limit"/>.</summary>
    public static bool TryConvert(Rational value, int denominator, out long fractions)
    {
        fractions = 0;
        var scaled = value * denominator;
        if (!scaled.IsInteger || BigInteger.Abs(scaled.Numerator) > Limit)
            return false;
        fractions = (long)scaled.Numerator;
        return true;
    }
}
