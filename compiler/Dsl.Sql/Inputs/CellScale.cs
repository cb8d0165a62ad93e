// How numbers of a type are counted in the tables of the script, and what range of them is read.
using System.Numerics;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Sql.Inputs;

/// <summary>The fraction of a column.</summary>
internal static class CellScale
{
    /// <summary>What a column holds where no narrower range is declared, in fractions.</summary>
    public static readonly BigInteger Limit = BigInteger.Pow(10, 16);

    /// <summary>Decimal digits: 2 (fen) for money, 6 for pure numbers and ratios, 4 for measures, 0 for what is counted.</summary>
    public static int Digits(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => 2,
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => 6,
        QuantityType { Dimension.Factors: [(var unit, 1)] } => unit.Kind == UnitKind.Measure ? 4 : 0,
        QuantityType => 4,
        _ => 0,
    };

    /// <summary>The range in which a fact is read, in fractions.</summary>
    public static (BigInteger Low, BigInteger High) Range(IrField field, int digits)
    {
        if (field.Type is YearType)
            return (1, 9999);
        Rational scale = BigInteger.Pow(10, digits);
        var range = field.InputRange;
        return (range.Low is { } low ? BigInteger.Max(-Limit, (low * scale).Ceiling()) : -Limit,
            range.High is { } high ? BigInteger.Min(Limit, (high * scale).Floor()) : Limit);
    }
}
