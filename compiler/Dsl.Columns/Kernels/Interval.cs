// What is known of a number in a kernel: the bounds of the language as whole counts of a fraction that the generator has fixed.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>
/// Bounds on a number, in fractions of a unit; which fraction is known where code is generated. Each operation follows the rule of
/// <see cref="Bounds"/> and of the interpreter end by end. Finite ends never overflow: the generator proves that they fit 120 bits, or
/// emits <see cref="ExactInterval"/>.
/// </summary>
public readonly struct Interval : IEquatable<Interval>, ITableValue<Interval>, IBoundsFace<Interval, Tristate>
{
    /// <summary>The upper end of what has none.</summary>
    public static readonly Int128 Infinity = Int128.MaxValue;

    /// <summary>The lower end of what has none.</summary>
    public static readonly Int128 MinusInfinity = -Int128.MaxValue;

    /// <summary>Bounds; a number that is known waits for nothing.</summary>
    public Interval(Int128 low, Int128 high, ulong waits) => (Low, High, Waits) = (low, high, low == high ? 0 : waits);

    /// <summary>The least possible value, or <see cref="MinusInfinity"/>.</summary>
    public Int128 Low { get; }

    /// <summary>The greatest possible value, or <see cref="Infinity"/>.</summary>
    public Int128 High { get; }

    /// <summary>What it waits for; 0 for a known number.</summary>
    public ulong Waits { get; }

    /// <summary>Whether the number is known.</summary>
    public bool IsPoint => Low == High;

    /// <summary>0.</summary>
    public static Interval Zero => default;

    /// <summary>A known number.</summary>
    public static Interval Of(Int128 value) => new(value, value, 0);

    /// <summary>A number of which nothing is known.</summary>
    public static Interval Everything(ulong waits) => new(MinusInfinity, Infinity, waits);

    /// <summary>A number of which only [0, ∞) is known.</summary>
    public static Interval NonNegative(ulong waits) => new(0, Infinity, waits);

    /// <inheritdoc/>
    public Tristate Waiting => IsPoint ? Tristate.Yes : Tristate.Unknown(Waits);

    /// <inheritdoc/>
    public static Interval Between(Interval low, Interval high, Tristate waiting) => new(low.Low, high.High, waiting.Waits);

    static Interval INumberFace<Interval>.Of(long value) => Of(value);

    static Interval IBoundsFace<Interval, Tristate>.Everything(Tristate waiting) => Everything(waiting.Waits);

    static Interval IBoundsFace<Interval, Tristate>.NonNegative(Tristate waiting) => NonNegative(waiting.Waits);

    /// <summary>The sum.</summary>
    public static Interval operator +(Interval left, Interval right) => new(
        left.Low == MinusInfinity || right.Low == MinusInfinity ? MinusInfinity : left.Low + right.Low,
        left.High == Infinity || right.High == Infinity ? Infinity : left.High + right.High,
        left.Waits | right.Waits);

    /// <summary>The negative.</summary>
    public static Interval operator -(Interval value) => new(-value.High, -value.Low, value.Waits);

    /// <summary>The difference.</summary>
    public static Interval operator -(Interval left, Interval right) => left + -right;

    /// <summary>The product, in the product of both fractions: the extremes of the four products of ends, with 0 × ∞ = 0.</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        if (left.IsPoint && right.IsPoint)
            return Of(left.Low * right.Low);
        var (a, b, c, d) = (
            Product(left.Low, right.Low), Product(left.Low, right.High), Product(left.High, right.Low), Product(left.High, right.High));
        return new(Int128.Min(Int128.Min(a, b), Int128.Min(c, d)), Int128.Max(Int128.Max(a, b), Int128.Max(c, d)),
            left.Waits | right.Waits);
    }

    /// <summary>The sum; see the operator.</summary>
    public static Interval Add(Interval left, Interval right) => left + right;

    /// <summary>The difference; see the operator.</summary>
    public static Interval Subtract(Interval left, Interval right) => left - right;

    /// <summary>The negative; see the operator.</summary>
    public static Interval Negate(Interval value) => -value;

    /// <summary>The product; see the operator.</summary>
    public static Interval Multiply(Interval left, Interval right) => left * right;

    /// <summary>The same number in a fraction that is finer by a factor, or a number times a whole constant.</summary>
    public Interval Times(Int128 factor) => IsPoint ? Of(Low * factor)
        : factor < 0 ? new(Product(High, factor), Product(Low, factor), Waits)
        : new(Product(Low, factor), Product(High, factor), Waits);

    /// <summary>The least of some numbers; one that can only be greater does not matter.</summary>
    public static Interval Min(params ReadOnlySpan<Interval> numbers)
    {
        var (low, high) = (numbers[0].Low, numbers[0].High);
        foreach (var number in numbers[1..])
            (low, high) = (Int128.Min(low, number.Low), Int128.Min(high, number.High));
        var waits = 0UL;
        foreach (var number in numbers)
            waits |= number.Low >= high && high != Infinity ? 0 : number.Waits;
        return new(low, high, waits);
    }

    /// <summary>The greatest of some numbers; one that can only be less does not matter.</summary>
    public static Interval Max(params ReadOnlySpan<Interval> numbers)
    {
        var (low, high) = (numbers[0].Low, numbers[0].High);
        foreach (var number in numbers[1..])
            (low, high) = (Int128.Max(low, number.Low), Int128.Max(high, number.High));
        var waits = 0UL;
        foreach (var number in numbers)
            waits |= number.High <= low && low != MinusInfinity ? 0 : number.Waits;
        return new(low, high, waits);
    }

    static Interval INumberFace<Interval>.Min(Interval left, Interval right) => Min(left, right);

    static Interval INumberFace<Interval>.Max(Interval left, Interval right) => Max(left, right);

    /// <inheritdoc/>
    public static Interval Hull(Interval left, Interval right) =>
        new(Int128.Min(left.Low, right.Low), Int128.Max(left.High, right.High), left.Waits | right.Waits);

    /// <inheritdoc/>
    public Interval YearOfDay() => Days.YearOf(this);

    /// <summary>The number, but never below 0; it waits on as long as it is not known.</summary>
    public Interval AtLeastZero() => new(Int128.Max(Low, 0), Int128.Max(High, 0), Waits);

    /// <summary>若 … 则 … 否则: under an unknown condition the hull of both.</summary>
    public static Interval Choose(Tristate condition, Interval whenTrue, Interval whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(
            Int128.Min(whenTrue.Low, whenFalse.Low), Int128.Max(whenTrue.High, whenFalse.High),
            condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <summary>left &lt; right, for every pair within the bounds.</summary>
    public static Tristate operator <(Interval left, Interval right) => new(LessTruth(left, right), left.Waits | right.Waits);

    /// <summary>left &gt; right.</summary>
    public static Tristate operator >(Interval left, Interval right) => right < left;

    /// <summary>left ≤ right.</summary>
    public static Tristate operator <=(Interval left, Interval right) => !(right < left);

    /// <summary>left ≥ right.</summary>
    public static Tristate operator >=(Interval left, Interval right) => !(left < right);

    /// <summary>Whether both are the same number.</summary>
    public static Tristate Same(Interval left, Interval right) => new(
        left.IsPoint && right.IsPoint ? (left.Low == right.Low ? Truth.Yes : Truth.No)
        : LessTruth(left, right) == Truth.Yes || LessTruth(right, left) == Truth.Yes ? Truth.No
        : Truth.Unknown,
        left.Waits | right.Waits);

    /// <summary>
    /// Rounds to whole multiples: end × <paramref name="multiplier"/> ÷ <paramref name="divisor"/>, rounded, times <paramref name="step"/>.
    /// </summary>
    public Interval Round(RoundingMode mode, Int128 multiplier, Int128 divisor, Int128 step)
    {
        var low = RoundEnd(Low, mode, multiplier, divisor, step);
        return IsPoint ? Of(low) : new(low, RoundEnd(High, mode, multiplier, divisor, step), Waits);
    }

    /// <summary>Applies a function that never decreases to both finite ends.</summary>
    public Interval Monotone(Func<Int128, Int128> function) => IsPoint ? Of(function(Low))
        : new(Low == MinusInfinity ? Low : function(Low), High == Infinity ? High : function(High), Waits);

    /// <inheritdoc/>
    public bool Equals(Interval other) => Low == other.Low && High == other.High && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High, Waits);

    /// <summary>Equality of bounds and waits (not of the numbers: see <see cref="Same"/>).</summary>
    public static bool operator ==(Interval left, Interval right) => left.Equals(right);

    /// <summary>Inequality of bounds or waits.</summary>
    public static bool operator !=(Interval left, Interval right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() =>
        IsPoint ? $"{Low}" : $"[{(Low == MinusInfinity ? "-∞" : $"{Low}")}, {(High == Infinity ? "∞" : $"{High}")}]";

    // An infinite end compares as its sign says, so no end needs a question of its own.
    private static Truth LessTruth(Interval left, Interval right) =>
        left.High < right.Low ? Truth.Yes : left.Low >= right.High ? Truth.No : Truth.Unknown;

    private static Int128 Product(Int128 left, Int128 right)
    {
        if (left == 0 || right == 0)
            return 0;
        var isInfinite = left == Infinity || left == MinusInfinity || right == Infinity || right == MinusInfinity;
        return !isInfinite ? left * right : (left < 0) == (right < 0) ? Infinity : MinusInfinity;
    }

    private static Int128 RoundEnd(Int128 end, RoundingMode mode, Int128 multiplier, Int128 divisor, Int128 step) =>
        end == Infinity || end == MinusInfinity ? end : WholeNumbers.Divide(end * multiplier, divisor, mode) * step;
}
