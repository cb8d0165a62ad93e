// A small pseudo-random generator (SplitMix64, by Steele, Lea and Flood): the same seed gives the same numbers on every machine and
// runtime.
namespace Dsl.Verification.Sampling;

/// <summary>Pseudo-random numbers.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for a part of a sample: independent of how much other parts draw.</summary>
    public static SplitMix64 For(ulong seed, string part, long index)
    {
        // FNV-1a over the name: string.GetHashCode differs from run to run.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in part)
            hash = (hash ^ character) * 1_099_511_628_211UL;
        return new(new SplitMix64(seed ^ hash).Next() + (ulong)index * 0x9E37_79B9_7F4A_7C15UL);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both counted.</summary>
    public long Between(long low, long high) => low + (long)Math.BigMul(Next(), (ulong)(high - low) + 1, out _);

    /// <summary>True with a probability of <paramref name="partsPerMillion"/> in a million.</summary>
    public bool Chance(long partsPerMillion) => Between(0, 999_999) < partsPerMillion;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[(int)Between(0, choices.Count - 1)];
}
