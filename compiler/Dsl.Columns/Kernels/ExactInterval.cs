// Bounds as fractions of any size: for what no fixed fraction can hold (quotients of facts) and where the range proof does not reach.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>Exact bounds on a number, with what it waits for as bits.</summary>
public readonly struct ExactInterval : IEquatable<ExactInterval>, ITableValue<ExactInterval>, IOrderedFace<ExactInterval, Tristate>
{
    /// <summary>Bounds; a number that is known waits for nothing.</summary>
    public ExactInterval(Bounds bounds, ulong waits) => (Bounds, Waits) = (bounds, bounds.IsPoint ? 0 : waits);

    /// <summary>
    /// The bit that stands for a number beyond <see cref="NumberLimits"/>, in every clause. What still waits for it in the end is left to
    /// the interpreter, which says where it came about.
    /// </summary>
    public const ulong Limit = 1UL << 63;

    /// <summary>The bounds, in the unit of the type.</summary>
    public Bounds Bounds { get; }

    /// <summary>What it waits for; 0 for a known number.</summary>
    public ulong Waits { get; }

    /// <summary>A known number.</summary>
    public static ExactInterval Of(Rational value) => new(Bounds.Exactly(value), 0);

    /// <summary>A known fraction.</summary>
    public static ExactInterval Of(BigInteger numerator, BigInteger denominator) => Of(new Rational(numerator, denominator));

    /// <summary>A number of which nothing is known.</summary>
    public static ExactInterval Everything(ulong waits) => new(Bounds.Everything, waits);

    /// <summary>A number that was held in fractions of a unit.</summary>
    public static ExactInterval From(Interval value, BigInteger denominator) => new(
        new(
            value.Low == Interval.MinusInfinity ? null : new Rational((BigInteger)value.Low, denominator),
            value.High == Interval.Infinity ? null : new Rational((BigInteger)value.High, denominator)),
        value.Waits);

    /// <summary>平均: a number that was held in fractions of a unit, divided.</summary>
    public static ExactInterval Average((Interval Total, long Rows) average, BigInteger denominator) =>
        From(average.Total, denominator * average.Rows);

    /// <summary>The sum.</summary>
    public static ExactInterval operator +(ExactInterval left, ExactInterval right) =>
        Held(left.Bounds + right.Bounds, left.Waits | right.Waits);

    /// <summary>The difference.</summary>
    public static ExactInterval operator -(ExactInterval left, ExactInterval right) =>
        Held(left.Bounds - right.Bounds, left.Waits | right.Waits);

    /// <summary>The negative.</summary>
    public static ExactInterval operator -(ExactInterval value) => new(-value.Bounds, value.Waits);

    /// <summary>The product.</summary>
    public static ExactInterval operator *(ExactInterval left, ExactInterval right) =>
        Held(left.Bounds * right.Bounds, left.Waits | right.Waits);

    /// <summary>The sum; see the operator.</summary>
    public static ExactInterval Add(ExactInterval left, ExactInterval right) => left + right;

    /// <summary>The difference; see the operator.</summary>
    public static ExactInterval Subtract(ExactInterval left, ExactInterval right) => left - right;

    /// <summary>The negative; see the operator.</summary>
    public static ExactInterval Negate(ExactInterval value) => -value;

    /// <summary>The product; see the operator.</summary>
    public static ExactInterval Multiply(ExactInterval left, ExactInterval right) => left * right;

    /// <summary>The quotient; unknown where the divisor may be 0.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="zeroDivisor">The bit that stands for 除数为零.</param>
    public static ExactInterval Divide(ExactInterval left, ExactInterval right, ulong zeroDivisor) => right.Bounds.HoldsZero
        ? new(Bounds.Everything, left.Waits | right.Waits | zeroDivisor)
        : Held(left.Bounds / right.Bounds, left.Waits | right.Waits);

    private static ExactInterval Held(Bounds exact, ulong waits)
    {
        var held = NumberLimits.Hold(exact);
        return new(held, held == exact ? waits : waits | Limit);
    }

    /// <summary>The least; one that can only be greater does not matter.</summary>
    public static ExactInterval Min(params ReadOnlySpan<ExactInterval> numbers)
    {
        var least = numbers[0].Bounds;
        foreach (var number in numbers[1..])
            least = Bounds.Min(least, number.Bounds);
        var waits = 0UL;
        foreach (var number in numbers)
            waits |= number.Bounds.Low is { } low && least.High is { } high && low >= high ? 0 : number.Waits;
        return new(least, waits);
    }

    /// <summary>The greatest; one that can only be less does not matter.</summary>
    public static ExactInterval Max(params ReadOnlySpan<ExactInterval> numbers)
    {
        var greatest = numbers[0].Bounds;
        foreach (var number in numbers[1..])
            greatest = Bounds.Max(greatest, number.Bounds);
        var waits = 0UL;
        foreach (var number in numbers)
            waits |= number.Bounds.High is { } high && greatest.Low is { } low && high <= low ? 0 : number.Waits;
        return new(greatest, waits);
    }

    /// <summary>若 … 则 … 否则: under an unknown condition the hull of both.</summary>
    public static ExactInterval Choose(Tristate condition, ExactInterval whenTrue, ExactInterval whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(whenTrue.Bounds.Hull(whenFalse.Bounds), condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <summary>left &lt; right, for every pair within the bounds.</summary>
    public static Tristate operator <(ExactInterval left, ExactInterval right) =>
        new(Bounds.Less(left.Bounds, right.Bounds), left.Waits | right.Waits);

    /// <summary>left &gt; right.</summary>
    public static Tristate operator >(ExactInterval left, ExactInterval right) => right < left;

    /// <summary>left ≤ right.</summary>
    public static Tristate operator <=(ExactInterval left, ExactInterval right) => !(right < left);

    /// <summary>left ≥ right.</summary>
    public static Tristate operator >=(ExactInterval left, ExactInterval right) => !(left < right);

    /// <summary>Whether both are the same number.</summary>
    public static Tristate Same(ExactInterval left, ExactInterval right) =>
        new(Bounds.Same(left.Bounds, right.Bounds), left.Waits | right.Waits);

    /// <inheritdoc/>
    public ExactInterval AtLeastZero() => new(Bounds.Max(Bounds, Bounds.Exactly(0)), Waits);

    /// <inheritdoc/>
    public ExactInterval YearOfDay() => new(Bounds.Monotone(static day => CivilDate.FromNumber(day).Year), Waits);

    static ExactInterval INumberFace<ExactInterval>.Of(long value) => Of(value);

    static ExactInterval INumberFace<ExactInterval>.Min(ExactInterval left, ExactInterval right) => Min(left, right);

    /// <inheritdoc/>
    static ExactInterval INumberFace<ExactInterval>.Max(ExactInterval left, ExactInterval right) => Max(left, right);

    /// <inheritdoc/>
    public bool Equals(ExactInterval other) => Bounds == other.Bounds && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactInterval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Bounds, Waits);

    /// <summary>Equality of bounds and waits.</summary>
    public static bool operator ==(ExactInterval left, ExactInterval right) => left.Equals(right);

    /// <summary>Inequality of bounds or waits.</summary>
    public static bool operator !=(ExactInterval left, ExactInterval right) => !left.Equals(right);
}
