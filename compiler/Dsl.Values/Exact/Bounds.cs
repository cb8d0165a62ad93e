// Partial knowledge of a number: a closed interval that certainly contains it. Each operation has one fixed rule, so that all back ends
// agree.
namespace Dsl.Values.Exact;

/// <summary>
/// A closed interval; a null end is infinite. Bounds are sound, not tightest: operands are treated as independent and
/// nothing is rearranged first. 0 × ∞ is 0.
/// </summary>
/// <param name="Low">The least possible value; null is −∞.</param>
/// <param name="High">The greatest possible value; null is ∞.</param>
public readonly record struct Bounds(Rational? Low, Rational? High)
{
    /// <summary>Nothing is known.</summary>
    public static Bounds Everything { get; } = new(null, null);

    /// <summary>[0, ∞): what is known of a missing number without a declared 范围.</summary>
    public static Bounds NonNegative { get; } = new(Rational.Zero, null);

    public static Bounds Exactly(Rational value) => new(value, value);

    /// <summary>Whether the number is known.</summary>
    public bool IsPoint => Low is { } low && High is { } high && low == high;

    /// <summary>Whether 0 lies within.</summary>
    public bool HoldsZero => (Low is not { } low || low.Sign <= 0) && (High is not { } high || high.Sign >= 0);

    /// <summary>The least interval that holds both.</summary>
    public Bounds Hull(Bounds other) => new(MinLow(Low, other.Low), MaxHigh(High, other.High));

    public static Bounds operator +(Bounds left, Bounds right) =>
        new(left.Low is { } a && right.Low is { } b ? a + b : null, left.High is { } c && right.High is { } d ? c + d : null);

    public static Bounds operator -(Bounds value) => new(value.High is { } high ? -high : null, value.Low is { } low ? -low : null);

    public static Bounds operator -(Bounds left, Bounds right) => left + -right;

    /// <summary>Product: the extremes of the four products of ends, with 0 × ∞ = 0.</summary>
    public static Bounds operator *(Bounds left, Bounds right)
    {
        var (l, r) = (left.Ends(), right.Ends());
        Extended[] products = [l.Low * r.Low, l.Low * r.High, l.High * r.Low, l.High * r.High];
        return new(products.Min().Finite, products.Max().Finite);
    }

    /// <summary>Quotient. <see cref="Everything"/> where the divisor may be 0; callers report 除数为零.</summary>
    public static Bounds operator /(Bounds left, Bounds right)
    {
        if (right.HoldsZero)
            return Everything;
        // The divisor keeps one sign, so its reciprocal is monotone; 1/∞ is 0.
        static Rational? Reciprocal(Rational? end) => end is { } value ? Rational.One / value : Rational.Zero;
        return left * new Bounds(Reciprocal(right.High), Reciprocal(right.Low));
    }

    public static Bounds Min(Bounds left, Bounds right) => new(MinLow(left.Low, right.Low), MinHigh(left.High, right.High));

    public static Bounds Max(Bounds left, Bounds right) => -Min(-left, -right);

    /// <summary>Applies a function that never decreases to both ends.</summary>
    public Bounds Monotone(Func<Rational, Rational> function) =>
        new(Low is { } low ? function(low) : null, High is { } high ? function(high) : null);

    /// <summary>Whether left is less than right for every pair within, for no pair, or for some.</summary>
    public static Truth Less(Bounds left, Bounds right) =>
        left.High is { } a && right.Low is { } b && a < b ? Truth.Yes
        : left.Low is { } c && right.High is { } d && c >= d ? Truth.No
        : Truth.Unknown;

    /// <summary>Whether both numbers are the same for every pair within, for no pair, or for some.</summary>
    public static Truth Same(Bounds left, Bounds right) =>
        left.IsPoint && right.IsPoint ? (left.Low == right.Low ? Truth.Yes : Truth.No)
        : Less(left, right) == Truth.Yes || Less(right, left) == Truth.Yes ? Truth.No
        : Truth.Unknown;

    private static Rational? MinLow(Rational? left, Rational? right) => left is { } a && right is { } b ? Rational.Min(a, b) : null;

    private static Rational? MaxHigh(Rational? left, Rational? right) => left is { } a && right is { } b ? Rational.Max(a, b) : null;

    private static Rational? MinHigh(Rational? left, Rational? right) =>
        left is not { } a ? right : right is not { } b ? left : Rational.Min(a, b);

    private (Extended Low, Extended High) Ends() => (new(Low, -1), new(High, 1));

    /// <summary>A number or an infinity with its sign.</summary>
    private readonly record struct Extended(Rational? Finite, int InfinitySign) : IComparable<Extended>
    {
        private int Sign => Finite?.Sign ?? InfinitySign;

        public static Extended operator *(Extended left, Extended right) =>
            left.Sign == 0 || right.Sign == 0 ? new(Rational.Zero, 0)
            : left.Finite is { } a && right.Finite is { } b ? new(a * b, 0)
            : new(null, left.Sign * right.Sign);

        public int CompareTo(Extended other) =>
            Finite is { } a && other.Finite is { } b ? a.CompareTo(b)
            : (Finite is null ? InfinitySign : 0).CompareTo(other.Finite is null ? other.InfinitySign : 0);
    }
}
