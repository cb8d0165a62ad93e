// In which positions subjects may stand where their scores, and whether they take part, are known only in part.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Places;

/// <summary>Someone who takes part, or may take part.</summary>
/// <param name="Better">The score, turned so that more is better.</param>
/// <param name="IsSure">Whether it certainly takes part.</param>
internal readonly record struct Contender(Bounds Better, bool IsSure);

/// <summary>Orders contenders. Sound and tight: each end is met in some case.</summary>
internal sealed class PlaceOrder
{
    private readonly Rational[] _best;
    private readonly Rational[] _sureWorst;
    private readonly int _count;

    public PlaceOrder(IReadOnlyList<Contender> contenders)
    {
        _count = contenders.Count;
        _best = [.. contenders.Select(static one => one.Better.High).OfType<Rational>().Order()];
        _sureWorst = [.. contenders.Where(static one => one.IsSure).Select(static one => one.Better.Low).OfType<Rational>().Order()];
    }

    /// <summary>The positions of a contender where it takes part.</summary>
    public PlaceRange Of(Contender one)
    {
        // At its best, only those who are certainly better stand before it; it is never better than itself.
        var before = one.Better.High is { } best ? _sureWorst.Length - CountUpTo(_sureWorst, best) : 0;
        // At its worst, everyone who may be as good does.
        var within = one.Better.Low is { } worst ? _count - CountBelow(_best, worst) : _count;
        return new(before + 1, within);
    }

    /// <summary>A score, turned so that more is better.</summary>
    public static Bounds Turned(Bounds score, bool isLowestFirst) => isLowestFirst ? -score : score;

    /// <summary>How many of sorted numbers are less.</summary>
    internal static int CountBelow(Rational[] sorted, Rational limit) => Search(sorted, number => number >= limit);

    /// <summary>How many of sorted numbers are no greater.</summary>
    internal static int CountUpTo(Rational[] sorted, Rational limit) => Search(sorted, number => number > limit);

    // The index of the first number that is past the place.
    private static int Search(Rational[] sorted, Func<Rational, bool> isPast)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isPast(sorted[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
