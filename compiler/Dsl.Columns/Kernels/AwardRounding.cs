// 取整 on what kernels hold, with whole fen as the result.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>n/d yuan in steps of p/q yuan: n·q ÷ (d·p), made whole, times 100·p/q fen.</summary>
/// <param name="Multiplier">q, in lowest terms with the divisor.</param>
/// <param name="Divisor">d·p.</param>
/// <param name="Step">100·p/q; the step is a whole number of fen.</param>
public readonly record struct RoundingSteps(BigInteger Multiplier, BigInteger Divisor, BigInteger Step)
{
    /// <summary>The steps for amounts that are held in a fraction of a yuan.</summary>
    /// <param name="step">The step in yuan.</param>
    /// <param name="denominator">Fractions per yuan.</param>
    public static RoundingSteps Of(Rational step, BigInteger denominator)
    {
        var (multiplier, divisor) = (step.Denominator, denominator * step.Numerator);
        var common = BigInteger.GreatestCommonDivisor(multiplier, divisor);
        return new(multiplier / common, divisor / common, (step * 100).Numerator);
    }
}

/// <summary>取整 of amounts in a fixed fraction; the emitter has proved that nothing in between leaves 128 bits.</summary>
/// <param name="mode">Direction.</param>
/// <param name="steps">What is multiplied and divided by.</param>
public sealed class FixedRounding(RoundingMode mode, RoundingSteps steps)
{
    private readonly Int128 _multiplier = (Int128)steps.Multiplier;
    private readonly Int128 _divisor = (Int128)steps.Divisor;
    private readonly Int128 _step = (Int128)steps.Step;

    /// <summary>A number rounded to whole fen, end by end.</summary>
    public Interval Round(Interval number) => number.Round(mode, _multiplier, _divisor, _step);

    /// <summary>A known number rounded to whole fen.</summary>
    public Interval Round(Lane<long> number) => Round(new Lane<Int128>(number.Value));

    /// <summary>A known number rounded to whole fen.</summary>
    public Interval Round(Lane<Int128> number) => Interval.Of(WholeNumbers.Divide(number.Value * _multiplier, _divisor, mode) * _step);

    /// <summary>Known numbers of at least 0 rounded to whole fen; false where 64 bits might not hold what is in between.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="fen">Takes as many amounts.</param>
    public bool TryRound(ReadOnlySpan<long> numbers, Span<long> fen)
    {
        if (_multiplier > int.MaxValue || _divisor > int.MaxValue || _step > int.MaxValue)
            return false;
        var (multiplier, divisor, step) = ((long)_multiplier, (long)_divisor, (long)_step);
        var most = (Int128)Greatest(numbers);
        if (most * multiplier + divisor > long.MaxValue || most * multiplier / divisor * step + step > long.MaxValue)
            return false;
        if (divisor == 1)
        {
            for (var i = 0; i < numbers.Length; i++)
                fen[i] = numbers[i] * (multiplier * step);
            return true;
        }
        var done = mode == RoundingMode.HalfAwayFromZero && most * multiplier + divisor / 2 < FusedLimit
            ? RoundFused(numbers, fen, multiplier, divisor, step) : 0;
        for (var i = done; i < numbers.Length; i++)
            fen[i] = WholeNumbers.Divide(numbers[i] * multiplier, divisor, mode) * step;
        return true;
    }

    /// <summary>
    /// floor((p·x + h) / q) with h = floor(q / 2) is the whole part of one fused multiply and add, (p/q)·x + (h + 0.5)/q, exactly, while
    /// p·x + h is below 2^51: the exact value lies at least 0.5/q within its unit, and two rounded constants and one rounded result move it
    /// by less. The only place where money meets floating point.
    /// </summary>
    private const long FusedLimit = 1L << 51;

    /// <summary>Rounds whole vectors from the front; returns how many numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int RoundFused(ReadOnlySpan<long> numbers, Span<long> fen, long multiplier, long divisor, long step)
    {
        var rate = new Vector<double>((double)multiplier / divisor);
        var half = new Vector<double>((divisor / 2 + 0.5) / divisor);
        var from = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        var to = MemoryMarshal.Cast<long, Vector<long>>(fen);
        for (var i = 0; i < from.Length; i++)
        {
            var whole = Vector.ConvertToInt64(Vector.FusedMultiplyAdd(Vector.ConvertToDouble(from[i]), rate, half));
            to[i] = step == 1 ? whole : whole * step;
        }
        return from.Length * Vector<long>.Count;
    }

    private static long Greatest(ReadOnlySpan<long> numbers)
    {
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        var greatest = Vector<long>.Zero;
        foreach (var vector in vectors)
            greatest = Vector.Max(greatest, vector);
        var most = 0L;
        for (var i = 0; i < Vector<long>.Count; i++)
            most = Math.Max(most, greatest[i]);
        foreach (var number in numbers[(vectors.Length * Vector<long>.Count)..])
            most = Math.Max(most, number);
        return most;
    }
}

/// <summary>取整 of amounts that no fixed fraction holds.</summary>
/// <param name="mode">Direction.</param>
/// <param name="step">The step in yuan, a whole number of fen.</param>
public sealed class ExactRounding(RoundingMode mode, Rational step)
{
    // Above what a column holds, with room for what is taken off and added up afterwards.
    private static readonly Int128 Beyond = (Int128)1 << 90;

    /// <summary>A number rounded to whole fen, end by end.</summary>
    public Interval Round(ExactInterval number) => new(
        number.Bounds.Low is { } low ? Fen(low) : Interval.MinusInfinity,
        number.Bounds.High is { } high ? Fen(high) : Interval.Infinity, number.Waits);

    private Int128 Fen(Rational end)
    {
        // What no column can hold is marked where the outcome is stored; here it only must not wrap.
        var fen = (end.RoundTo(step, mode) * 100).Numerator;
        return (Int128)BigInteger.Clamp(fen, -Beyond, Beyond);
    }
}
