// Dates in a kernel: day numbers of CivilDate, moved and measured end by end.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>Functions on dates.</summary>
public static class Days
{
    private const int LastDay = 3_652_058;

    /// <summary>A date moved by months; where the target month is too short, its last day.</summary>
    public static Interval AddMonths(Interval date, Interval months) => new(
        date.Low == Interval.MinusInfinity || months.Low == Interval.MinusInfinity ? Interval.MinusInfinity : AddMonths(date.Low, months.Low),
        date.High == Interval.Infinity || months.High == Interval.Infinity ? Interval.Infinity : AddMonths(date.High, months.High),
        date.Waits | months.Waits);

    /// <summary>A date moved by days, held within the calendar.</summary>
    public static Interval AddDays(Interval date, Interval days) => new(
        date.Low == Interval.MinusInfinity || days.Low == Interval.MinusInfinity ? Interval.MinusInfinity : Held(date.Low + days.Low),
        date.High == Interval.Infinity || days.High == Interval.Infinity ? Interval.Infinity : Held(date.High + days.High),
        date.Waits | days.Waits);

    /// <summary>The calendar year of a date.</summary>
    public static Interval YearOf(Interval date) => date.Monotone(static day => DateOf(day).Year);

    /// <summary>Whole periods of some months between two dates, agreeing with 满.</summary>
    public static Interval FullMonths(Interval from, Interval to, int period) => new(
        from.High == Interval.Infinity || to.Low == Interval.MinusInfinity ? Interval.MinusInfinity : FullMonths(from.High, to.Low) / period,
        from.Low == Interval.MinusInfinity || to.High == Interval.Infinity ? Interval.Infinity : FullMonths(from.Low, to.High) / period,
        from.Waits | to.Waits);

    internal static DateOnly DateOf(Int128 day) => DateOnly.FromDayNumber((int)Held(day));

    internal static Int128 Held(Int128 day) => day < 0 ? 0 : day > LastDay ? LastDay : day;

    internal static Int128 AddMonths(Int128 day, Int128 months) => CivilDate.AddMonths(DateOf(day), (System.Numerics.BigInteger)months).DayNumber;

    internal static int FullMonths(Int128 from, Int128 to)
    {
        var (first, last) = (DateOf(from), DateOf(to));
        if (last < first)
            return -FullMonths(to, from);
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        return CivilDate.AddMonths(first, months) <= last ? months : months - 1;
    }
}
