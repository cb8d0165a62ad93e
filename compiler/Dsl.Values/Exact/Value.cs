// A value at run time: its known part, and the inputs that it still lacks.
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

/// <summary>A text or a value out of a list; null when unknown.</summary>
public sealed record TextValue(string? Text, Unknowns Unknowns) : Value(Text is null ? Unknowns : Unknowns.None)
{
    public static TextValue Of(string text) => new(text, Unknowns.None);

    /// <inheritdoc/>
    public override bool IsCertain => Text is not null;
}
