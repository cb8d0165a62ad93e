// What two versions of a list have in common at both ends: an edit replaces what lies between.
using System.Collections.Immutable;

namespace Dsl.Semantics.Bound;

/// <summary>How many things are the very same ones.</summary>
/// <param name="First">At the beginning.</param>
/// <param name="Last">At the end, not counting those at the beginning.</param>
internal readonly record struct SameEnds(int First, int Last)
{
    /// <summary>Compares two lists.</summary>
    public static SameEnds Of<T>(ImmutableArray<T> before, ImmutableArray<T> now)
        where T : class
    {
        var (most, first, last) = (Math.Min(before.Length, now.Length), 0, 0);
        while (first < most && ReferenceEquals(before[first], now[first]))
            first++;
        while (last < most - first && ReferenceEquals(before[^(last + 1)], now[^(last + 1)]))
            last++;
        return new(first, last);
    }

    /// <summary>What lies between.</summary>
    public ImmutableArray<T> Between<T>(ImmutableArray<T> all) => all[First..^Last];

    /// <summary>The list with other things in place of those between.</summary>
    public ImmutableArray<T> Replace<T>(ImmutableArray<T> all, ReadOnlySpan<T> between) =>
        [.. all.AsSpan()[..First], .. between, .. all.AsSpan()[(all.Length - Last)..]];
}
