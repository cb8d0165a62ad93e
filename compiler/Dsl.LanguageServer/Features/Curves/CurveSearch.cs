// Finds where a curve breaks, to the smallest step of its axis: where compared numbers meet, and by halving whatever is left.
using Dsl.Values.Exact;

namespace Dsl.LanguageServer.Features.Curves;

/// <summary>A place at which two compared numbers meet.</summary>
/// <param name="Meeting">Which.</param>
/// <param name="Before">The last sample on one side.</param>
/// <param name="X">Where they are equal; on the axis' steps the first place that is not before it.</param>
/// <param name="After">The first sample on the other side.</param>
internal sealed record Crossing(Meeting Meeting, CurveSample Before, Rational X, CurveSample After);

/// <summary>Searches an interval of an axis.</summary>
/// <param name="samples">Where values come from; what is found is kept in it.</param>
/// <param name="tolerance">How much amounts may depart from a straight line by their rounding, in yuan.</param>
internal sealed class CurveSearch(CurveSamples samples, CurveAxis axis, Rational tolerance)
{
    private const int EvenPoints = 120, MostSplits = 3;

    private Rational _from;
    private Rational _to;

    /// <summary>Where compared numbers meet, in the order in which they were found.</summary>
    public List<Crossing> Crossings { get; } = [];

    /// <summary>Places found by halving at which nothing jumps: the curve turns there.</summary>
    public List<Rational> Turns { get; } = [];

    /// <summary>Samples an interval evenly, then all places at which the curve breaks.</summary>
    /// <param name="from">On a step of the axis.</param>
    /// <param name="to">On a step of the axis, not before <paramref name="from"/>.</param>
    public void Run(Rational from, Rational to)
    {
        (_from, _to) = (from, to);
        var steps = ((to - from) / axis.Step).Floor();
        for (var i = 0; i <= EvenPoints; i++)
            samples.At(from + axis.Step * (steps * i / EvenPoints));
        var even = samples.All;
        for (var i = 0; i + 1 < even.Length; i++)
            FindCrossings(even[i], even[i + 1]);
        var all = samples.All;
        for (var i = 0; i + 1 < all.Length && samples.HasMore; i++)
        {
            if (IsBroken(all[i], all[i + 1]))
                Halve(all[i], all[i + 1], 0);
        }
    }

    private void FindCrossings(CurveSample before, CurveSample after)
    {
        foreach (var meeting in before.Numbers.Keys)
        {
            var (one, other) = (before.SideOf(meeting), after.SideOf(meeting));
            // What meets at the end of an interval is found from the next one.
            if (one is { } from && other is { } to && from != to && from != 0 && Locate(meeting, before, after) is { } found)
                Crossings.Add(found);
            else if (one is 0 && other is not (null or 0) && Neighbour(before, -1) is { } earlier
                && earlier.SideOf(meeting) is not (null or 0))
                Crossings.Add(new(meeting, earlier, before.X, Neighbour(before, 1) ?? after));
        }
    }

    /// <summary>Straight to where the numbers would meet; where they do not move evenly, by halving.</summary>
    private Crossing? Locate(Meeting meeting, CurveSample before, CurveSample after)
    {
        var (side, low, high) = (before.SideOf(meeting), before, after);
        var (here, there) = (Difference(before, meeting), Difference(after, meeting));
        var meets = before.X - here * (after.X - before.X) / (there - here);
        var floor = CurveInterval.OnStep(axis, meets, up: false);
        foreach (var place in (Rational[])[floor - axis.Step, floor, floor + axis.Step])
        {
            if (place > low.X && place < high.X && samples.At(place) is { } sample)
                (low, high) = Narrowed(low, high, sample);
        }
        while (high.X - low.X > axis.Step && samples.Aside(Middle(low.X, high.X)) is { } middle)
        {
            if (middle.SideOf(meeting) is null)
                return null;
            (low, high) = Narrowed(low, high, middle);
        }
        if (high.X - low.X > axis.Step || samples.At(low.X) is null || samples.At(high.X) is null)
            return null;
        // Equal there: the other side begins after it.
        return new(meeting, low, high.X, high.SideOf(meeting) == 0 ? Neighbour(high, 1) ?? high : high);

        (CurveSample, CurveSample) Narrowed(CurveSample low, CurveSample high, CurveSample sample) =>
            sample.SideOf(meeting) == side ? (sample, high) : sample.X < high.X ? (low, sample) : (low, high);
    }

    private CurveSample? Neighbour(CurveSample sample, int direction)
    {
        var place = sample.X + axis.Step * direction;
        return place < _from || place > _to ? null : samples.At(place);
    }

    private static Rational Difference(CurveSample sample, Meeting meeting) => sample.Numbers[meeting].Left - sample.Numbers[meeting].Right;

    private Rational Middle(Rational low, Rational high) => low + axis.Step * (((high - low) / axis.Step).Floor() / 2);

    /// <summary>Whether something happens between two samples: another status, or no straight line.</summary>
    private bool IsBroken(CurveSample low, CurveSample high)
    {
        if (high.X - low.X <= axis.Step)
            return false;
        return low.Status != high.Status
            || samples.Aside(Middle(low.X, high.X)) is { } middle && (middle.Status != low.Status || IsOff(low, middle, high));
    }

    private bool IsOff(CurveSample low, CurveSample middle, CurveSample high)
    {
        var share = (middle.X - low.X) / (high.X - low.X);
        return IsFar(low.Amount.Low, middle.Amount.Low, high.Amount.Low) || IsFar(low.Amount.High, middle.Amount.High, high.Amount.High);

        bool IsFar(Rational? first, Rational? between, Rational? last)
        {
            if (first is not { } a || between is not { } b || last is not { } c)
                return first is null != between is null || between is null != last is null;
            var off = a + (c - a) * share - b;
            return (off.Sign < 0 ? -off : off) > tolerance;
        }
    }

    /// <summary>
    /// Follows the half that is broken. Where both are, the curve bends everywhere, or breaks several times:
    /// it is cut a few times more and then left as the even samples show it.
    /// </summary>
    private void Halve(CurveSample low, CurveSample high, int splits)
    {
        while (high.X - low.X > axis.Step && samples.At(Middle(low.X, high.X)) is { } middle)
        {
            var (isLeft, isRight) = (IsBroken(low, middle), IsBroken(middle, high));
            if (isLeft && isRight)
            {
                if (splits < MostSplits)
                {
                    Halve(low, middle, splits + 1);
                    Halve(middle, high, splits + 1);
                }
                return;
            }
            if (!isLeft && !isRight)
            {
                // Straight on both sides: it turns, or jumps, right here.
                _ = (Neighbour(middle, -1), Neighbour(middle, 1));
                Turns.Add(middle.X);
                return;
            }
            (low, high) = isLeft ? (low, middle) : (middle, high);
        }
        Turns.Add(high.X);
    }
}
