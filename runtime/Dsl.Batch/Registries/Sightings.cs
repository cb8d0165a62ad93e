// How often something was met, and the first of it in the order of the table: rows may be looked at in another order,
// which depends on threads.
namespace Dsl.Batch.Registries;

/// <summary>What a remark says of many rows.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Line">The line of the first one; 0 for none.</param>
/// <param name="Example">What the first one says.</param>
internal readonly record struct Sightings(long Count, long Line, string Example)
{
    public static Sightings None { get; } = new(0, 0, "");

    /// <summary>With one more.</summary>
    public Sightings Add(long line, string example) =>
        Count == 0 || line < Line ? new(Count + 1, line, example) : this with { Count = Count + 1 };
}
