// Rounding of quotients to whole numbers: the one place where money is rounded, in any representation.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dsl.Values.Exact;

/// <summary>Direction of 取整.</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: to the nearest, halves away from zero.</summary>
    HalfAwayFromZero,

    /// <summary>向下: to the lesser.</summary>
    Down,

    /// <summary>向上: to the greater.</summary>
    Up,

    /// <summary>四舍六入五成双: to the nearest, halves to the even one.</summary>
    HalfToEven,
}

/// <summary>Division of whole numbers.</summary>
public static class WholeNumbers
{
    /// <summary>The quotient by a positive divisor, made whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide<T>(T value, T divisor, RoundingMode mode) where T : struct, IBinaryInteger<T>
    {
        var (quotient, remainder) = T.DivRem(value, divisor);
        return mode switch
        {
            RoundingMode.Down => remainder < T.Zero ? quotient - T.One : quotient,
            RoundingMode.Up => remainder > T.Zero ? quotient + T.One : quotient,
            _ when T.Abs(remainder) < divisor - T.Abs(remainder) => quotient,
            RoundingMode.HalfToEven when T.Abs(remainder) == divisor - T.Abs(remainder) && T.IsEvenInteger(quotient) => quotient,
            _ => remainder < T.Zero ? quotient - T.One : quotient + T.One,
        };
    }

    /// <summary>The same in 128 bits, most of which need only 64.</summary>
    public static Int128 Divide(Int128 value, Int128 divisor, RoundingMode mode) =>
        value >= long.MinValue && value <= long.MaxValue && divisor <= long.MaxValue
            ? Divide((long)value, (long)divisor, mode) : Divide<Int128>(value, divisor, mode);
}
