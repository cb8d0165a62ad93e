// Numbers and truths as a kernel holds them, and the same as the interpreter holds them.
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Values.Exact;

namespace Dsl.Agreement.Tests.Rules;

/// <summary>From what a kernel holds to what the interpreter holds.</summary>
internal static class Held
{
    private const int Bits = 4;

    /// <summary>The truth.</summary>
    public static TruthValue Law(this Tristate truth) => new(truth.Truth, Names(truth.Waits));

    /// <summary>The number.</summary>
    /// <param name="number">As a count of fractions.</param>
    /// <param name="denominator">Fractions per unit.</param>
    public static NumberValue Law(this Interval number, BigInteger denominator) =>
        new(ExactInterval.From(number, denominator).Bounds, Names(number.Waits));

    public static NumberValue Law(this ExactInterval number) => new(number.Bounds, Names(number.Waits));

    /// <summary>A truth that waits for something where it is not known.</summary>
    public static Tristate Truth(this Random random) => new((Truth)random.Next(3), (ulong)random.Next(1, 1 << Bits));

    /// <summary>未知.</summary>
    public static Tristate Unknown(this Random random) => Tristate.Unknown((ulong)random.Next(1, 1 << Bits));

    /// <summary>A number: known, between two ends, or open; small ones meet more often.</summary>
    public static Interval Number(this Random random, long low, long high)
    {
        var (a, b) = (random.NextInt64(low, high + 1), random.NextInt64(low, high + 1));
        var (least, most) = (Math.Min(a, b), Math.Max(a, b));
        var waits = (ulong)random.Next(1, 1 << Bits);
        return random.Next(8) switch
        {
            0 => new(low < 0 ? Interval.MinusInfinity : least, Interval.Infinity, waits),
            1 => new(low < 0 ? Interval.MinusInfinity : 0, most, waits),
            2 => new(least, Interval.Infinity, waits),
            3 or 4 => new(least, most, waits),
            5 => Interval.Of(0),
            _ => Interval.Of(a),
        };
    }

    private static Unknowns Names(ulong waits) => Enumerable.Range(0, 64).Where(bit => (waits >> bit & 1) != 0)
        .Aggregate(Unknowns.None, static (names, bit) => names | Unknowns.Of(UnknownKind.Fact, $"事实{bit}"));
}
