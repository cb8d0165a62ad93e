// Numbers that stand for all others: one at each place where something may change, one between each two, one beyond the outermost.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>The numbers that an input can be.</summary>
/// <param name="Bounds">Between which ends.</param>
/// <param name="Step">Of what it is a multiple (1 for counts, 1万元 for what is rounded to 万元);
/// null where it may be any number between, 0 for nothing but 0.</param>
internal readonly record struct NumberDomain(Bounds Bounds, Rational? Step)
{
    /// <summary>A known number.</summary>
    public static NumberDomain Of(Rational number) => new(Bounds.Exactly(number), Rational.Max(number, -number));

    /// <summary>Of what sums are multiples.</summary>
    public static Rational? CommonStep(Rational? left, Rational? right) =>
        left is not { } a || right is not { } b ? null
        : a.IsZero ? b
        : b.IsZero ? a
        : new Rational(BigInteger.GreatestCommonDivisor(a.Numerator * b.Denominator, b.Numerator * a.Denominator),
            a.Denominator * b.Denominator);

    /// <summary>Whether a number is one of them.</summary>
    public bool Contains(Rational number) =>
        (Bounds.Low is not { } low || number >= low) && (Bounds.High is not { } high || number <= high)
        && (Step is not { } step || (step.IsZero ? number.IsZero : (number / step).IsInteger));

    /// <summary>Those that lie within as well.</summary>
    public NumberDomain Within(Bounds other) => this with
    {
        Bounds = new(
            Bounds.Low is not { } low ? other.Low : other.Low is { } higher ? Rational.Max(low, higher) : low,
            Bounds.High is not { } high ? other.High : other.High is { } lower ? Rational.Min(high, lower) : high),
    };

    /// <summary>The greatest multiple of the step that is not greater; the number itself where there are no steps.</summary>
    public Rational Floor(Rational number) => Step is { Sign: > 0 } step ? (number / step).Floor() * step : number;

    /// <summary>The least multiple of the step that is not less; the number itself where there are no steps.</summary>
    public Rational Ceiling(Rational number) => Step is { Sign: > 0 } step ? (number / step).Ceiling() * step : number;
}

/// <summary>Samples of numbers.</summary>
internal static class NumberSamples
{
    /// <summary>Ascending samples of a domain, so that between two places nothing is left out.</summary>
    /// <param name="places">The numbers at which something may change.</param>
    /// <param name="domain">What the number can be.</param>
    /// <param name="inMiddle">Whether multiples between two places are taken from the middle rather than next to the lower one.</param>
    public static ImmutableArray<Rational> Of(IEnumerable<Rational> places, NumberDomain domain, bool inMiddle)
    {
        var (least, greatest) = (domain.Bounds.Low, domain.Bounds.High);
        var named = places.Append(least ?? Rational.Zero).Append(greatest ?? least ?? Rational.Zero).Distinct().Order().ToList();
        Rational First(Rational number) => domain.Step is { Sign: > 0 } step ? domain.Ceiling(number) - step : number - 1;
        Rational Last(Rational number) =>
            domain.Step is { Sign: > 0 } step ? domain.Floor(number) + step : number.Sign > 0 ? number * 2 : number + 1;
        var between = named.Zip(named.Skip(1)).Select(pair => Between(pair.First, pair.Second, domain, inMiddle)).OfType<Rational>();
        return [.. named.Concat(between).Append(First(named[0])).Append(Last(named[^1])).Where(domain.Contains).Distinct().Order()];
    }

    private static Rational? Between(Rational low, Rational high, NumberDomain domain, bool inMiddle)
    {
        var middle = domain.Floor((low + high) / 2);
        if (domain.Step is not { Sign: > 0 } step)
            return middle;
        var next = domain.Floor(low) + step;
        return next >= high ? null : inMiddle && middle > next ? middle : next;
    }
}
