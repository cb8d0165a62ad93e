// Dates in a kernel: day numbers of CivilDate, moved and measured end by end.
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Columns.Kernels;

/// <summary>Functions on dates.</summary>
public static class Days
{
    /// <summary>A date moved by months; where the target month is too short, its last day.</summary>
    public static Interval AddMonths(Interval date, Interval months) => new(
        date.Low == Interval.MinusInfinity || months.Low == Interval.MinusInfinity
            ? Interval.MinusInfinity
            : AddMonths(date.Low, months.Low),
        date.High == Interval.Infinity || months.High == Interval.Infinity ? Interval.Infinity : AddMonths(date.High, months.High),
        date.Waits | months.Waits);

    /// <summary>A date moved by days, held within the calendar.</summary>
    public static Interval AddDays(Interval date, Interval days) => new(
        date.Low == Interval.MinusInfinity || days.Low == Interval.MinusInfinity ? Interval.MinusInfinity : Held(date.Low + days.Low),
        date.High == Interval.Infinity || days.High == Interval.Infinity ? Interval.Infinity : Held(date.High + days.High),
        date.Waits | days.Waits);

    /// <summary>The calendar year of a date.</summary>
    public static Interval YearOf(Interval date) => Of(Values.Functions.Dates.YearOf.Day, date, Trend.Rises);

    /// <summary>A function of one day or year, end by end.</summary>
    public static Interval Of(Func<long, long> point, Interval number, Trend trend) =>
        number.IsPoint ? Interval.Of(point((long)number.Low))
        : new(
            End(number, trend, Trend.Rises) is { } low ? point(low) : Interval.MinusInfinity,
            End(number, trend, Trend.Falls) is { } high ? point(high) : Interval.Infinity,
            number.Waits);

    /// <summary>A function of two days or years, end by end.</summary>
    public static Interval Of(Func<long, long, long> point, Interval first, Trend firstTrend, Interval second, Trend secondTrend) => new(
        End(first, firstTrend, Trend.Rises) is { } a && End(second, secondTrend, Trend.Rises) is { } b
            ? point(a, b)
            : Interval.MinusInfinity,
        End(first, firstTrend, Trend.Falls) is { } c && End(second, secondTrend, Trend.Falls) is { } d ? point(c, d) : Interval.Infinity,
        first.Waits | second.Waits);

    /// <summary>A function of one day or year that goes up and down: between two ends unless all is known.</summary>
    public static Interval Within(long least, long most, Func<long, long> point, Interval number) =>
        number.IsPoint ? Interval.Of(point((long)number.Low)) : new(least, most, number.Waits);

    /// <summary>The same of two.</summary>
    public static Interval Within(long least, long most, Func<long, long, long> point, Interval first, Interval second) =>
        first.IsPoint && second.IsPoint
            ? Interval.Of(point((long)first.Low, (long)second.Low))
            : new(least, most, first.Waits | second.Waits);

    /// <summary>The end of an argument that one end of the result takes; null for an infinite one.</summary>
    private static long? End(Interval number, Trend trend, Trend lowerEnds)
    {
        var end = trend == lowerEnds ? number.Low : number.High;
        return end == Interval.MinusInfinity || end == Interval.Infinity ? null : (long)end;
    }

    internal static DateOnly DateOf(Int128 day) => DateOnly.FromDayNumber((int)Held(day));

    internal static Int128 Held(Int128 day) => day < 0 ? 0 : day > CivilDate.LastDay ? CivilDate.LastDay : day;

    internal static Int128 AddMonths(Int128 day, Int128 months) =>
        CivilDate.AddMonths(DateOf(day), (System.Numerics.BigInteger)months).DayNumber;
}
