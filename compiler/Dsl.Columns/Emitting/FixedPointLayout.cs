// The range proof: in which fraction a number is held, and how far its finite ends can lie from 0.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Columns.Emitting;

/// <summary>How a number is held in generated code.</summary>
/// <param name="Denominator">Fractions per unit of the type; meaningless where <paramref name="IsExact"/>.</param>
/// <param name="Magnitude">No finite end lies farther from 0, in fractions.</param>
/// <param name="IsExact">Held as fractions of any size, because no fixed fraction holds it or the magnitude does not fit.</param>
public readonly record struct FixedPointLayout(BigInteger Denominator, BigInteger Magnitude, bool IsExact)
{
    /// <summary>
    /// What fits a 128-bit lane. Seven bits are left so that a factor of rounding, a doubled remainder and the sentinels of infinite
    /// ends never meet a finite value.
    /// </summary>
    public const int LaneBits = 120;

    /// <summary>What fits a 64-bit lane.</summary>
    public const int NarrowLaneBits = 62;

    private static readonly BigInteger Most = BigInteger.One << LaneBits;

    /// <summary>Held as fractions of any size.</summary>
    public static FixedPointLayout Exact { get; } = new(1, 0, IsExact: true);

    /// <summary>
    /// Held in a fixed fraction where that fits, else exactly. The magnitude is at least 1, so that no product with what is always 0 looks
    /// narrower than its factors are.
    /// </summary>
    public static FixedPointLayout Fixed(BigInteger denominator, BigInteger magnitude) =>
        denominator > Most || magnitude > Most ? Exact : new(denominator, BigInteger.Max(1, magnitude), IsExact: false);

    /// <summary>How a day is held.</summary>
    public static FixedPointLayout Day { get; } = Fixed(1, CivilDate.LastDay);

    /// <summary>How a year is held.</summary>
    public static FixedPointLayout Year { get; } = Fixed(1, 9999);

    /// <summary>How a whole number between two ends is held.</summary>
    public static FixedPointLayout Between(BigInteger least, BigInteger most) =>
        Fixed(1, BigInteger.Max(BigInteger.Abs(least), BigInteger.Abs(most)));

    /// <summary>The same number in a finer fraction.</summary>
    public FixedPointLayout In(BigInteger denominator) => IsExact ? this : Fixed(denominator, Magnitude * (denominator / Denominator));

    /// <summary>The fraction in which two numbers can stand side by side.</summary>
    public static BigInteger Common(FixedPointLayout left, FixedPointLayout right) =>
        left.Denominator / BigInteger.GreatestCommonDivisor(left.Denominator, right.Denominator) * right.Denominator;

    /// <summary>Whether it fits a 64-bit lane.</summary>
    public bool IsNarrow => !IsExact && Magnitude.GetBitLength() <= NarrowLaneBits;

    /// <summary>The lane, for the reader of the code.</summary>
    public string Lane => IsExact ? "exact" : IsNarrow ? "64 bits" : "128 bits";
}
