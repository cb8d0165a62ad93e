// A number and a truth at run time, with what they still wait for. An operation keeps only the unknowns that still matter.
namespace Dsl.Values.Exact;

/// <summary>
/// A number: money in yuan, a count, a ratio (30% is 3/10), a duration in its own unit, a date as the day number of
/// <see cref="CivilDate"/>, a calendar year as its number. The type in the IR says which.
/// </summary>
public sealed record NumberValue(Bounds Bounds, Unknowns Unknowns)
    : Value(Bounds.IsPoint ? Unknowns.None : Unknowns), IBoundsFace<NumberValue, TruthValue>
{
    public static NumberValue Zero { get; } = Of(0);

    /// <inheritdoc/>
    public override bool IsCertain => Bounds.IsPoint;

    /// <inheritdoc/>
    public TruthValue Waiting => IsCertain ? TruthValue.Yes : new(Truth.Unknown, Unknowns);

    public static NumberValue Of(Rational value) => new(Bounds.Exactly(value), Unknowns.None);

    static NumberValue INumberFace<NumberValue>.Of(long value) => Of(value);

    /// <inheritdoc/>
    public static NumberValue Between(NumberValue low, NumberValue high, TruthValue waiting) =>
        new(new Bounds(low.Bounds.Low, high.Bounds.High), waiting.Unknowns);

    /// <inheritdoc/>
    public static NumberValue Everything(TruthValue waiting) => new(Bounds.Everything, waiting.Unknowns);

    /// <inheritdoc/>
    public static NumberValue NonNegative(TruthValue waiting) => new(Bounds.NonNegative, waiting.Unknowns);

    public static NumberValue operator +(NumberValue left, NumberValue right) =>
        new(left.Bounds + right.Bounds, left.Unknowns | right.Unknowns);

    public static NumberValue operator -(NumberValue left, NumberValue right) =>
        new(left.Bounds - right.Bounds, left.Unknowns | right.Unknowns);

    public static NumberValue operator -(NumberValue value) => new(-value.Bounds, value.Unknowns);

    /// <inheritdoc/>
    public static NumberValue Min(NumberValue left, NumberValue right)
    {
        var bounds = Bounds.Min(left.Bounds, right.Bounds);
        return NeverBelow(right.Bounds, left.Bounds) ? new(bounds, left.Unknowns)
            : NeverBelow(left.Bounds, right.Bounds) ? new(bounds, right.Unknowns)
            : new(bounds, left.Unknowns | right.Unknowns);
    }

    /// <inheritdoc/>
    public static NumberValue Max(NumberValue left, NumberValue right) => -Min(-left, -right);

    /// <inheritdoc/>
    public static NumberValue Hull(NumberValue left, NumberValue right) =>
        new(left.Bounds.Hull(right.Bounds), left.Unknowns | right.Unknowns);

    /// <inheritdoc/>
    public NumberValue AtLeastZero() => new(Bounds.Max(Bounds, Bounds.Exactly(0)), Unknowns);

    /// <inheritdoc/>
    public NumberValue YearOfDay() => new(Bounds.Monotone(static day => CivilDate.FromNumber(day).Year), Unknowns);

    /// <summary>left &lt; right, for every pair within the bounds.</summary>
    public static TruthValue operator <(NumberValue left, NumberValue right) =>
        new(Bounds.Less(left.Bounds, right.Bounds), left.Unknowns | right.Unknowns);

    /// <summary>left &gt; right.</summary>
    public static TruthValue operator >(NumberValue left, NumberValue right) => right < left;

    /// <summary>left ≤ right.</summary>
    public static TruthValue operator <=(NumberValue left, NumberValue right) => !(right < left);

    /// <summary>left ≥ right.</summary>
    public static TruthValue operator >=(NumberValue left, NumberValue right) => !(left < right);

    /// <summary>Whether both are the same number.</summary>
    public static TruthValue Same(NumberValue left, NumberValue right) =>
        new(Bounds.Same(left.Bounds, right.Bounds), left.Unknowns | right.Unknowns);

    private static bool NeverBelow(Bounds value, Bounds other) => value.Low is { } low && other.High is { } high && low >= high;
}

/// <summary>A three-valued truth.</summary>
public sealed record TruthValue(Truth Truth, Unknowns Unknowns)
    : Value(Truth == Truth.Unknown ? Unknowns : Unknowns.None), ITruthFace<TruthValue>
{
    /// <summary>是.</summary>
    public static TruthValue Yes { get; } = new(Truth.Yes, Unknowns.None);

    /// <summary>否.</summary>
    public static TruthValue No { get; } = new(Truth.No, Unknowns.None);

    /// <inheritdoc/>
    public override bool IsCertain => Truth != Truth.Unknown;

    /// <inheritdoc/>
    public bool IsYes => Truth == Truth.Yes;

    /// <inheritdoc/>
    public bool IsNo => Truth == Truth.No;

    /// <summary>未知, waiting for one thing.</summary>
    public static TruthValue Waiting(UnknownKind kind, string name) => new(Truth.Unknown, Unknowns.Of(kind, name));

    public static TruthValue Of(bool value) => value ? Yes : No;

    /// <summary>且.</summary>
    public static TruthValue operator &(TruthValue left, TruthValue right) =>
        new(left.Truth.And(right.Truth), left.Unknowns | right.Unknowns);

    /// <summary>或.</summary>
    public static TruthValue operator |(TruthValue left, TruthValue right) =>
        new(left.Truth.Or(right.Truth), left.Unknowns | right.Unknowns);

    /// <summary>非.</summary>
    public static TruthValue operator !(TruthValue value) => new(value.Truth.Not(), value.Unknowns);
}
