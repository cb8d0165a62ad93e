// Numbers that stand for all others: one at each place where something may change, one between each two, one beyond the outermost.
using System.Collections.Immutable;
using Dsl.Library.Values;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>The numbers that an input can be.</summary>
/// <param name="Bounds">Between which ends.</param>
/// <param name="IsWhole">Whether it has nothing between two neighbours.</param>
internal readonly record struct NumberDomain(Bounds Bounds, bool IsWhole)
{
    /// <summary>Whether a number is one of them.</summary>
    public bool Contains(Rational number) =>
        (Bounds.Low is not { } low || number >= low) && (Bounds.High is not { } high || number <= high) && (!IsWhole || number.IsInteger);
}

/// <summary>Samples of numbers.</summary>
internal static class NumberSamples
{
    /// <summary>Ascending samples of a domain, so that between two places nothing is left out.</summary>
    /// <param name="places">The numbers at which something may change.</param>
    /// <param name="domain">What the number can be.</param>
    /// <param name="inMiddle">Whether whole numbers between two places are taken from the middle rather than next to the lower one.</param>
    public static ImmutableArray<Rational> Of(IEnumerable<Rational> places, NumberDomain domain, bool inMiddle)
    {
        var (least, greatest) = (domain.Bounds.Low, domain.Bounds.High);
        var named = places.Append(least ?? Rational.Zero).Append(greatest ?? least ?? Rational.Zero).Distinct().Order().ToList();
        Rational First(Rational number) => domain.IsWhole ? number.Ceiling() - 1 : number - 1;
        Rational Last(Rational number) => domain.IsWhole ? number.Floor() + 1 : number.Sign > 0 ? number * 2 : number + 1;
        var between = named.Zip(named.Skip(1)).Select(pair => Between(pair.First, pair.Second, domain.IsWhole, inMiddle)).OfType<Rational>();
        return [.. named.Concat(between).Append(First(named[0])).Append(Last(named[^1])).Where(domain.Contains).Distinct().Order()];
    }

    private static Rational? Between(Rational low, Rational high, bool isWhole, bool inMiddle)
    {
        if (!isWhole)
            return (low + high) / 2;
        Rational next = low.Floor() + 1, middle = ((low + high) / 2).Floor();
        return next >= high ? null : inMiddle && middle > next ? middle : next;
    }
}
