// The interval of an axis that is drawn by default: it holds the thresholds and caps.
using Dsl.Facts.Json;
using Dsl.Ir.Nodes;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Curves;

internal static class CurveInterval
{
    private const int MostProbes = 24;
    private static readonly Rational Largest = 10_000_000_000_000;

    /// <summary>The ends, both on a step of the axis, within what the fact may be.</summary>
    /// <param name="samples">Where values come from.</param>
    /// <param name="now">The present value; null where it is not known.</param>
    public static (Rational From, Rational To) Of(TriedClause clause, CurveSamples samples, CurveAxis axis, Rational? now)
    {
        var breaks = Breaks(samples, axis, now ?? Start(clause.Policy, axis));
        var (from, to) = axis.IsCalendar ? OfCalendar(clause.Policy, axis, now, breaks) : OfNumber(axis, now, breaks);
        return (Within(axis, from, up: true), Within(axis, to, up: false));
    }

    private static (Rational, Rational) OfNumber(CurveAxis axis, Rational? now, List<Rational> breaks)
    {
        var usual =
            axis.Type is QuantityType { IsMoney: true } ? 1_000_000 : axis.Type is QuantityType { IsRatio: true } ? Rational.One : 100;
        var most = breaks.Count > 0 ? breaks.Max() * 3 / 2 : now is { Sign: > 0 } present ? present * 2 : usual;
        if (now is { } shown && shown > most)
            most = shown * 5 / 4;
        var least = breaks.Concat(now is { } value ? [value] : []).Where(static place => place.Sign < 0)
            .Select(static place => place * 3 / 2).DefaultIfEmpty(0).Min();
        return (Rational.Max(least, axis.Range.Low ?? least), Round(most));
    }

    private static (Rational, Rational) OfCalendar(IrPolicy policy, CurveAxis axis, Rational? now, List<Rational> breaks)
    {
        var (start, isYear) = (Start(policy, axis), axis.Type is YearType);
        var places = breaks.Where(place => Rational.Max(place - start, start - place) <= (isYear ? 60 : 60 * 366))
            .Append(now ?? start).Append(start).ToList();
        // The policy's own days decide on the day that is computed for.
        if (axis.Label == FactsJson.AsOf && policy.ExpiryDate is { } expiry)
            places.Add(CivilDate.ToNumber(expiry));
        var margin = Rational.Max((places.Max() - places.Min()) / 4, isYear ? 3 : 365);
        return (places.Min() - margin, places.Max() + margin);
    }

    private static Rational Start(IrPolicy policy, CurveAxis axis) => axis.Type switch
    {
        DateType => CivilDate.ToNumber(policy.EffectiveDate),
        YearType => policy.EffectiveDate.Year,
        _ => axis.Range.Low ?? Rational.Zero,
    };

    /// <summary>Where numbers meet, found from a place and then from each such place: beyond a threshold there may be others.</summary>
    private static List<Rational> Breaks(CurveSamples samples, CurveAxis axis, Rational start)
    {
        var (found, left, probes) = (new SortedSet<Rational>(), new Queue<Rational>([start]), 0);
        while (left.TryDequeue(out var place) && probes++ < MostProbes)
        {
            var far = place + axis.Step * 1000;
            if (samples.Aside(place) is not { } one
                || samples.Aside(axis.Range.High is { } high && far > high ? place - axis.Step * 1000 : far) is not { } other)
                break;
            foreach (var (meeting, (leftSide, rightSide)) in one.Numbers)
            {
                if (!other.Numbers.TryGetValue(meeting, out var there))
                    continue;
                var (here, moved) = (leftSide - rightSide, there.Left - there.Right);
                if (here == moved)
                    continue;
                var meets = one.X - here * (other.X - one.X) / (moved - here);
                var isPossible = (axis.Range.Low is not { } least || meets > least) && (axis.Range.High is not { } most || meets <= most)
                    && meets < Largest && meets > -Largest;
                if (isPossible && !meets.IsZero && found.Add(meets))
                    left.Enqueue(OnStep(axis, meets, up: true));
            }
        }
        return [.. found];
    }

    private static Rational Within(CurveAxis axis, Rational value, bool up)
    {
        var low = axis.Type is DateType ? Rational.Zero : axis.Range.Low;
        var high = axis.Type is DateType ? CivilDate.ToNumber(DateOnly.MaxValue) : axis.Range.High;
        var held = low is { } least && value < least ? least : high is { } most && value > most ? most : value;
        return OnStep(axis, held, up);
    }

    /// <summary>The next place on a step of the axis.</summary>
    public static Rational OnStep(CurveAxis axis, Rational value, bool up) =>
        (up ? (value / axis.Step).Ceiling() : (value / axis.Step).Floor()) * axis.Step;

    /// <summary>Up to two leading digits, so that the axis ends at a round number.</summary>
    private static Rational Round(Rational value)
    {
        if (value.Sign <= 0)
            return value;
        var unit = Rational.One;
        while (unit * 100 <= value)
            unit *= 10;
        while (unit * 10 > value)
            unit /= 10;
        return (value / unit).Ceiling() * unit;
    }
}
