// Random choices from a seed that is printed.
using Dsl.Verification.Sampling;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Draws; the same seed draws the same.</summary>
internal sealed class Draw(ulong seed, string part)
{
    private readonly SplitMix64 _random = SplitMix64.For(seed, part, 0);

    /// <summary>Whether unrealistic figures are drawn: signs, zeros, huge and tiny ones.</summary>
    public bool IsWild { get; init; }

    /// <summary>The unit of what is counted beside 件.</summary>
    public string Counted { get; init; } = "人";

    /// <summary>The unit of what is measured.</summary>
    public string Measured { get; init; } = "平方米";

    /// <summary>A whole number, both ends counted.</summary>
    public int Between(int low, int high) => (int)_random.Between(low, high);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => _random.Chance(percent * 10_000L);

    /// <summary>One of several.</summary>
    public T Pick<T>(params IReadOnlyList<T> choices) => _random.Pick(choices);

    /// <summary>One of several, made only when drawn.</summary>
    public T Make<T>(params IReadOnlyList<Func<T>> choices) => _random.Pick(choices)();

    /// <summary>The same things in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    /// <summary>The generator itself, for samplers of the product.</summary>
    public SplitMix64 Source => _random;
}
