// How often something was met, and the first of it in the order of the table: rows may be looked at in another order,
// which depends on threads.
using System.Text.Json.Serialization;

namespace Dsl.Batch.Registries;

/// <summary>What a remark says of many rows.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Line">The line of the first one; 0 for none.</param>
/// <param name="Example">What the first one says.</param>
internal sealed record Sightings(
    [property: JsonPropertyName("个数")] long Count, [property: JsonPropertyName("行号")] long Line,
    [property: JsonPropertyName("举例")] string Example)
{
    public static Sightings None { get; } = new(0, 0, "");

    /// <summary>With one more.</summary>
    public Sightings Add(long line, string example) => Add(new(1, line, example));

    /// <summary>With others.</summary>
    public Sightings Add(Sightings other)
    {
        if (Count == 0 || other.Count == 0)
            return Count == 0 ? other : this;
        var first = other.Line < Line ? other : this;
        return first with { Count = Count + other.Count };
    }
}
