// A value at run time: what is known of it, and what it still waits for.
namespace Dsl.Values.Exact;

/// <summary>
/// A value of the policy language. A value that is certain carries no unknowns: operations drop the unknowns of operands
/// that no longer matter (否 且 未知 is 否; min of [0, ∞) and 0 is 0).
/// </summary>
public abstract record Value(Unknowns Unknowns)
{
    /// <summary>Whether the value is known completely.</summary>
    public abstract bool IsCertain { get; }
}

/// <summary>
/// A number: money in yuan, a count, a ratio (30% is 3/10), a duration in its own unit, a date as the day number of
/// <see cref="CivilDate"/>, a calendar year as its number. The type in the IR says which.
/// </summary>
public sealed record NumberValue(Bounds Bounds, Unknowns Unknowns) : Value(Bounds.IsPoint ? Unknowns.None : Unknowns)
{
    /// <summary>A known number.</summary>
    public static NumberValue Of(Rational value) => new(Bounds.Exactly(value), Unknowns.None);

    /// <inheritdoc/>
    public override bool IsCertain => Bounds.IsPoint;
}

/// <summary>A three-valued truth.</summary>
public sealed record TruthValue(Truth Truth, Unknowns Unknowns) : Value(Truth == Truth.Unknown ? Unknowns : Unknowns.None)
{
    /// <summary>是.</summary>
    public static TruthValue Yes { get; } = new(Truth.Yes, Unknowns.None);

    /// <summary>否.</summary>
    public static TruthValue No { get; } = new(Truth.No, Unknowns.None);

    /// <summary>A known truth.</summary>
    public static TruthValue Of(bool value) => value ? Yes : No;

    /// <inheritdoc/>
    public override bool IsCertain => Truth != Truth.Unknown;
}

/// <summary>A text or a value out of a list; null when unknown.</summary>
public sealed record TextValue(string? Text, Unknowns Unknowns) : Value(Text is null ? Unknowns : Unknowns.None)
{
    /// <summary>A known text.</summary>
    public static TextValue Of(string text) => new(text, Unknowns.None);

    /// <inheritdoc/>
    public override bool IsCertain => Text is not null;
}
