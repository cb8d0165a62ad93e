// A known number and a known truth of a block kernel, as the rules see them.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>A known truth.</summary>
/// <param name="IsYes">Whether it holds.</param>
public readonly record struct Flag(bool IsYes) : ITruthFace<Flag>
{
    /// <inheritdoc/>
    public bool IsNo => !IsYes;

    /// <inheritdoc/>
    public static Flag Of(bool value) => new(value);

    /// <inheritdoc/>
    public static Flag operator &(Flag left, Flag right) => new(left.IsYes & right.IsYes);

    /// <inheritdoc/>
    public static Flag operator |(Flag left, Flag right) => new(left.IsYes | right.IsYes);
}

/// <summary>A known number, as a whole count of fractions.</summary>
/// <typeparam name="T">64 bits, or 128 where the range proof asks for them.</typeparam>
/// <param name="Value">The count.</param>
public readonly record struct Lane<T>(T Value) : IOrderedFace<Lane<T>, Flag> where T : struct, IBinaryInteger<T>
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
    public Lane<T> AtLeastZero() => new(T.Max(Value, T.Zero));

    /// <inheritdoc/>
    public Lane<T> YearOfDay() => Of(Days.DateOf(Int128.CreateTruncating(Value)).Year);

    /// <inheritdoc/>
    public static Flag operator <(Lane<T> left, Lane<T> right) => new(left.Value < right.Value);

    /// <inheritdoc/>
    public static Flag operator >(Lane<T> left, Lane<T> right) => new(left.Value > right.Value);

    /// <inheritdoc/>
    public static Flag operator <=(Lane<T> left, Lane<T> right) => new(left.Value <= right.Value);

    /// <inheritdoc/>
    public static Flag operator >=(Lane<T> left, Lane<T> right) => new(left.Value >= right.Value);
}
