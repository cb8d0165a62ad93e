// The smallest steps in which facts are written.
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Verification.Boundaries;

/// <summary>Steps of facts.</summary>
public static class FactStep
{
    /// <summary>A fen, 0.01%, one person, day or year; null for what is no number.</summary>
    public static Rational? Of(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => new Rational(1, 100),
        QuantityType { IsRatio: true } => new Rational(1, 10_000),
        QuantityType or DateType or YearType => Rational.One,
        _ => null,
    };
}
