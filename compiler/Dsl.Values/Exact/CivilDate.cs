// Calendar days as numbers, so that dates have bounds like every other number.
using System.Globalization;

namespace Dsl.Values.Exact;

/// <summary>Conversion between dates (years 1 to 9999) and the day numbers that <see cref="NumberValue"/> carries.</summary>
public static class CivilDate
{
    /// <summary>The day number of 9999-12-31.</summary>
    public const int LastDay = 3_652_058;

    /// <summary>The day number of a date: 0 is 0001-01-01.</summary>
    public static Rational ToNumber(DateOnly date) => date.DayNumber;

    /// <summary>The date of a day number, held within 0001-01-01..9999-12-31; fractions of a day are dropped.</summary>
    public static DateOnly FromNumber(Rational number) =>
        DateOnly.FromDayNumber((int)System.Numerics.BigInteger.Min(LastDay, System.Numerics.BigInteger.Max(0, number.Floor())));

    /// <summary>The date of a day number, held within the calendar.</summary>
    public static DateOnly OfDay(long day) => DateOnly.FromDayNumber((int)Math.Clamp(day, 0, LastDay));

    /// <summary>
    /// The date some months later (earlier when negative); where the target month is too short, its last day (language.md §5).
    /// Fractions of a month are dropped; the result is held within the calendar.
    /// </summary>
    public static DateOnly AddMonths(DateOnly date, Rational months)
    {
        var target = date.Year * 12L + (date.Month - 1) + (long)System.Numerics.BigInteger.Max(-200_000, System.Numerics.BigInteger.Min(200_000, months.Floor()));
        return target < 12 ? DateOnly.MinValue
            : target > 9999 * 12L + 11 ? DateOnly.MaxValue
            : new DateOnly((int)(target / 12), (int)(target % 12) + 1, Math.Min(date.Day, DateTime.DaysInMonth((int)(target / 12), (int)(target % 12) + 1)));
    }

    /// <summary>Reads 2021-06-21 or 2021年6月21日 (full-width digits too). False for a day that does not exist.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        var half = Text.WidthFolding.Fold(text).Trim();
        return DateOnly.TryParseExact(half, ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>2021-06-21.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
