// A known number of a block kernel, as the rules see it.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>A known number, as a whole count of fractions.</summary>
/// <typeparam name="T">64 bits, or 128 where the range proof asks for them.</typeparam>
/// <param name="Value">The count.</param>
public readonly record struct Lane<T>(T Value) : IOrderedFace<Lane<T>, Tristate> where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static Lane<T> Of(long value) => new(T.CreateTruncating(value));

    /// <inheritdoc/>
    public static Lane<T> operator +(Lane<T> left, Lane<T> right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Lane<T> operator -(Lane<T> left, Lane<T> right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Lane<T> Min(Lane<T> left, Lane<T> right) => new(T.Min(left.Value, right.Value));

    /// <inheritdoc/>
    public static Lane<T> Max(Lane<T> left, Lane<T> right) => new(T.Max(left.Value, right.Value));

    /// <inheritdoc/>
    public Lane<T> AtLeastZero() => new(T.Max(Value, T.Zero));

    /// <inheritdoc/>
    public Lane<T> YearOfDay() => Of(Days.DateOf(Int128.CreateTruncating(Value)).Year);

    /// <inheritdoc/>
    public static Tristate operator <(Lane<T> left, Lane<T> right) => Tristate.Of(left.Value < right.Value);

    /// <inheritdoc/>
    public static Tristate operator >(Lane<T> left, Lane<T> right) => Tristate.Of(left.Value > right.Value);

    /// <inheritdoc/>
    public static Tristate operator <=(Lane<T> left, Lane<T> right) => Tristate.Of(left.Value <= right.Value);

    /// <inheritdoc/>
    public static Tristate operator >=(Lane<T> left, Lane<T> right) => Tristate.Of(left.Value >= right.Value);
}
