// What the search over the cases of a table goes through: samples in order, and for each row the intervals of samples that it takes.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>One input of a table as the search over cases needs it.</summary>
/// <param name="Samples">A value of every case.</param>
/// <param name="Intervals">For each row the first and last sample of every interval that its cells take or may take, ascending,
/// not touching.</param>
internal sealed record TableColumn(ImmutableArray<Value> Samples, ImmutableArray<ImmutableArray<(int First, int Last)>> Intervals)
{
    /// <summary>
    /// A cell can change its mind only at the values that it names: it is asked once at each of them and once in each interval
    /// between them, so that a table of ten thousand rows takes ten thousand such looks and not their square.
    /// </summary>
    /// <param name="places">The samples at which it may change, ascending.</param>
    /// <param name="count">How many samples there are.</param>
    /// <param name="holds">Whether it takes a sample, or may.</param>
    public static ImmutableArray<(int First, int Last)> StretchesOf(IEnumerable<int> places, int count, Func<int, bool> holds)
    {
        var found = ImmutableArray.CreateBuilder<(int First, int Last)>();
        var next = 0;
        foreach (var place in places)
        {
            Look(next, place - 1);
            Look(place, place);
            next = place + 1;
        }
        Look(next, count - 1);
        return found.ToImmutable();

        void Look(int first, int last)
        {
            if (first > last || !holds(first))
                return;
            if (found.Count > 0 && found[^1].Last == first - 1)
                found[^1] = (found[^1].First, last);
            else
                found.Add((first, last));
        }
    }

    /// <summary>What two ascending lists of intervals have in common.</summary>
    public static ImmutableArray<(int First, int Last)> Common(ImmutableArray<(int First, int Last)> left,
        ImmutableArray<(int First, int Last)> right)
    {
        var common = ImmutableArray.CreateBuilder<(int First, int Last)>();
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (first, last) = (Math.Max(left[i].First, right[j].First), Math.Min(left[i].Last, right[j].Last));
            if (first <= last)
                common.Add((first, last));
            if (left[i].Last < right[j].Last)
                i++;
            else
                j++;
        }
        return common.ToImmutable();
    }
}
