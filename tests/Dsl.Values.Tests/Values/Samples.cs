// Generated numbers, intervals and points within them, the same in every run.
using System.Numerics;
using Dsl.Values.Exact;
using FsCheck;
using FsCheck.Fluent;

namespace Dsl.Values.Tests.Values;

/// <summary>Generators with small and large parts, whole numbers and zero often.</summary>
internal static class Samples
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20210621, 17);

    public static Gen<Rational> Rationals { get; } = Gen.OneOf(
        Gen.Constant(Rational.Zero),
        Gen.Choose(-5, 5).Select(whole => (Rational)whole),
        Gen.Choose(-1_000_000, 1_000_000).Select(whole => (Rational)(whole * 10_000L)),
        Gen.Choose(-60, 60).SelectMany(above => Gen.Choose(1, 24).Select(below => new Rational(above, below))));

    /// <summary>Numerators and positive denominators about the powers of two where machines' numbers end, and small ones.</summary>
    public static Gen<(BigInteger Above, BigInteger Below)> Wide { get; } = Gen.OneOf(
            Gen.Choose(-12, 12).Select(static small => (BigInteger)small),
            Gen.Elements(31, 32, 62, 63, 64, 65, 127, 128).SelectMany(static power => Gen.Choose(-3, 3)
                .SelectMany(off => Gen.Elements(-1, 1).Select(sign => sign * (BigInteger.Pow(2, power) + off)))),
            Gen.Choose(15, 20).SelectMany(static power => Gen.Choose(-99, 99).Select(times => times * BigInteger.Pow(10, power))))
        .Two().Select(static parts => (parts.Item1, BigInteger.Max(BigInteger.One, BigInteger.Abs(parts.Item2))));

    /// <summary>Intervals, some of them points, some with an infinite end.</summary>
    public static Gen<Bounds> Intervals { get; } = Rationals.Two().SelectMany(ends => Gen.Choose(0, 9).Select(shape => shape switch
    {
        0 => new Bounds(null, Larger(ends)),
        1 or 2 => new Bounds(Lesser(ends), null),
        3 => Bounds.Everything,
        4 => Bounds.Exactly(Lesser(ends)),
        _ => new Bounds(Lesser(ends), Larger(ends)),
    }));

    /// <summary>An interval with a number that lies in it.</summary>
    public static Gen<(Bounds Interval, Rational Point)> Points { get; } = Intervals.SelectMany(interval =>
        Rationals.SelectMany(free => Gen.Choose(0, 4).Select(quarter => (interval, Within(interval, free, quarter)))));

    public static Gen<(T, T)> Two<T>(this Gen<T> one) => one.SelectMany(a => one.Select(b => (a, b)));

    public static Gen<(T, T, T)> Three<T>(this Gen<T> one) => one.SelectMany(a => one.SelectMany(b => one.Select(c => (a, b, c))));

    public static void Check<T>(Gen<T> samples, Action<T> property) => Prop.ForAll(samples.ToArbitrary(), property).Check(Fixed);

    public static bool Holds(this Bounds interval, Rational value) =>
        (interval.Low is not { } low || low <= value) && (interval.High is not { } high || value <= high);

    private static Rational Within(Bounds interval, Rational free, int quarter) => interval switch
    {
        { Low: { } low, High: { } high } => low + (high - low) * new Rational(quarter, 4),
        { Low: { } low } => low + (free.Sign < 0 ? -free : free),
        { High: { } high } => high - (free.Sign < 0 ? -free : free),
        _ => free,
    };

    private static Rational Lesser((Rational, Rational) ends) => Rational.Min(ends.Item1, ends.Item2);

    private static Rational Larger((Rational, Rational) ends) => Rational.Max(ends.Item1, ends.Item2);
}
