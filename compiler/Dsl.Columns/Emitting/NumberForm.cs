// How the operations on numbers change the way in which they are held. Asked before anything is written, and again while it is written.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>How a number is held, and its value where it is a constant.</summary>
internal readonly record struct NumberForm(FixedPointLayout Layout, Rational? Constant = null)
{
    /// <summary>Whether it is held as fractions of any size.</summary>
    public bool IsExact => Layout.IsExact;

    /// <summary>A constant in its own fraction.</summary>
    public static NumberForm Of(Rational value) => new(FixedPointLayout.Fixed(value.Denominator, BigInteger.Abs(value.Numerator)), value);

    /// <summary>Numbers in one fraction; all exact where none holds them.</summary>
    public static ImmutableArray<NumberForm> SideBySide(ImmutableArray<NumberForm> numbers)
    {
        if (numbers.All(static number => !number.IsExact))
        {
            var common = numbers.Select(static number => number.Layout).Aggregate(
                static (left, right) => new FixedPointLayout(FixedPointLayout.Common(left, right), 0, false)).Denominator;
            ImmutableArray<NumberForm> aligned = [.. numbers.Select(number => number with { Layout = number.Layout.In(common) })];
            if (aligned.All(static number => !number.IsExact))
                return aligned;
        }
        return [.. numbers.Select(static number => number with { Layout = FixedPointLayout.Exact })];
    }

    /// <summary>One of several numbers: in their fraction, as wide as the widest.</summary>
    public static NumberForm OneOf(ImmutableArray<NumberForm> numbers)
    {
        var aligned = SideBySide(numbers);
        return new(aligned[0].Layout with { Magnitude = aligned.Max(static number => number.Layout.Magnitude) });
    }

    /// <summary>The sum, or the difference.</summary>
    public static NumberForm Sum(NumberForm left, NumberForm right, bool isDifference)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return Of(isDifference ? first - second : first + second);
        var aligned = SideBySide([left, right]);
        return new(aligned[0].IsExact ? FixedPointLayout.Exact
            : FixedPointLayout.Fixed(aligned[0].Layout.Denominator, aligned[0].Layout.Magnitude + aligned[1].Layout.Magnitude));
    }

    /// <summary>The product.</summary>
    public static NumberForm Product(NumberForm left, NumberForm right)
    {
        if (left.Constant is { } first && right.Constant is { } second)
            return Of(first * second);
        // Whatever the other is, and however little is known of it.
        if (left.Constant is { IsZero: true } || right.Constant is { IsZero: true })
            return Of(Rational.Zero);
        return new(left.IsExact || right.IsExact ? FixedPointLayout.Exact
            : FixedPointLayout.Fixed(left.Layout.Denominator * right.Layout.Denominator, left.Layout.Magnitude * right.Layout.Magnitude));
    }

    /// <summary>The number in fractions of a date, rounded down to whole days or months; null where 64 bits do not hold it.</summary>
    public NumberForm? Whole() =>
        !Layout.IsNarrow ? null
        : Layout.Denominator.IsOne ? this
        : new(FixedPointLayout.Fixed(1, Layout.Magnitude / Layout.Denominator + 1));

    /// <summary>
    /// Rounded to multiples of a step: x = n/d in steps of p/q is n·q ÷ (d·p), made whole, times p, in fractions of 1/q;
    /// exact where 128 bits do not hold it.
    /// </summary>
    public NumberForm Rounded(Rational step)
    {
        if (IsExact)
            return this;
        var quotient = FixedPointLayout.Fixed(Layout.Denominator * step.Numerator, Layout.Magnitude * step.Denominator);
        return new(quotient.IsExact
            ? quotient
            : FixedPointLayout.Fixed(step.Denominator, Layout.Magnitude * step.Denominator / Layout.Denominator + step.Numerator));
    }
}

/// <summary>What is known of a fact that is missing, in the fraction of its column.</summary>
/// <param name="Low">The lower end; null for none.</param>
/// <param name="High">The upper end; null for none.</param>
/// <param name="Layout">How the fact is held, missing or not; exact where no lane holds its range.</param>
internal readonly record struct FactForm(BigInteger? Low, BigInteger? High, FixedPointLayout Layout)
{
    /// <summary>The form of a fact; null where its declared range is finer than a column.</summary>
    public static FactForm? Of(IrField field)
    {
        var (type, input) = (field.Type, field.InputRange);
        BigInteger denominator = FixedPoint.Denominator(type);
        var missing = field.DeclaredRange ?? (type is DateType or YearType ? Bounds.Everything : Bounds.NonNegative);
        var scaled = new Bounds(missing.Low * (Rational)denominator, missing.High * (Rational)denominator);
        if (scaled is { Low.IsInteger: false } or { High.IsInteger: false })
            return null;
        var magnitude = new[] { scaled.Low, scaled.High, input.Low * (Rational)denominator, input.High * (Rational)denominator }
            .OfType<Rational>().Select(static end => BigInteger.Abs(end.Numerator) / end.Denominator + 1)
            .Append(type switch { DateType => CivilDate.LastDay, YearType => 9999, _ =>
                input.Low is null || input.High is null ? FixedPoint.Limit : 0 })
            .Max();
        return new(scaled.Low?.Numerator, scaled.High?.Numerator, FixedPointLayout.Fixed(denominator, magnitude));
    }

    /// <summary>What a block kernel sees stands in a column, whatever the declared range would allow.</summary>
    public FixedPointLayout InColumn => FixedPointLayout.Fixed(Layout.Denominator, BigInteger.Min(Layout.Magnitude, FixedPoint.Limit));
}
