// 取整 on what kernels hold, with whole fen as the result.
using System.Numerics;
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
