// How a number becomes whole.
namespace Dsl.Values.Exact;

/// <summary>How a number becomes whole.</summary>
public enum RoundingDirection
{
    /// <summary>To the nearest, halves away from zero.</summary>
    HalfAwayFromZero,

    /// <summary>To the lesser.</summary>
    Down,

    /// <summary>To the greater.</summary>
    Up,
}
