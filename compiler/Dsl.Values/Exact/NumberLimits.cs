// How large and how fine numbers may become: beyond that a number is kept as an interval with exact ends.
using System.Numerics;

namespace Dsl.Values.Exact;

/// <summary>
/// The limits of numbers. An operation whose exact result lies within them is exact. Beyond them its result is known between two ends:
/// a finer fraction between the two neighbouring decimals of <see cref="MostPlaces"/> places, a larger number from
/// <see cref="Largest"/> upwards. Every engine applies the same rule after each operation.
/// </summary>
public static class NumberLimits
{
    /// <summary>How many binary digits a denominator may have (a little over 300 decimal ones).</summary>
    public const int MostDenominatorBits = 1024;

    /// <summary>How many places the ends have between which a finer fraction is known.</summary>
    public const int MostPlaces = 100;

    // Less than 10^100 in any case: then the number itself need not be compared.
    private const int SurelySmallBits = 330;

    private static readonly BigInteger Unit = BigInteger.Pow(10, MostPlaces);

    /// <summary>The greatest number that is computed with: 10^100.</summary>
    public static Rational Largest { get; } = BigInteger.Pow(10, 100);

    /// <summary>Whether a number lies within the limits.</summary>
    public static bool Holds(Rational value) => value.FitsInPlace || (IsFineEnough(value) && IsSmallEnough(value));

    /// <summary>What is held of the result of an operation; the same bounds where both ends lie within the limits.</summary>
    public static Bounds Hold(Bounds bounds) =>
        (bounds.Low is not { } low || Holds(low)) && (bounds.High is not { } high || Holds(high)) ? bounds
        : new(bounds.Low is { } least ? LowEnd(least) : null, bounds.High is { } most ? -LowEnd(-most) : null);

    /// <summary>The number as a count of the finest decimals, rounded down.</summary>
    internal static BigInteger Down(Rational value) => value.IsInteger ? value.Numerator * Unit : (value * Unit).Floor();

    /// <summary>A count of the finest decimals as a number.</summary>
    internal static Rational OfUnits(BigInteger units) => new(units, Unit);

    /// <summary>Whether a denominator is within the limit.</summary>
    internal static bool IsFineEnough(BigInteger denominator) => denominator.GetBitLength() <= MostDenominatorBits;

    private static bool IsFineEnough(Rational value) => value.IsInteger || IsFineEnough(value.Denominator);

    private static bool IsSmallEnough(Rational value) =>
        value.Numerator.GetBitLength() <= SurelySmallBits || value <= Largest && value >= -Largest;

    // No greater than the number; null where only −∞ is.
    private static Rational? LowEnd(Rational value) =>
        value < -Largest ? null : value > Largest ? Largest : IsFineEnough(value) ? value : OfUnits(Down(value));
}
