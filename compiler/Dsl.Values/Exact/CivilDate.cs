// Calendar days as numbers, so that dates have bounds like every other number.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Values.Text;

namespace Dsl.Values.Exact;

/// <summary>How a date may be written; what could be another day is none.</summary>
public enum DateForms
{
    /// <summary>2023-06-30 and nothing else: the form of machines, read at once.</summary>
    Plain,

    /// <summary>Source text and official prose: 2023-6-30, 2023/6/30, 2023年6月30日, 20230630, in any width.</summary>
    Text,

    /// <summary>Cells, facts and options: also 2023.6.30, 2023年6月30号, spaces between the parts, and midnight after the day.</summary>
    Cell,
}

/// <summary>Conversion between dates (years 1 to 9999) and the day numbers that <see cref="NumberValue"/> carries.</summary>
public static partial class CivilDate
{
    /// <summary>The day number of 9999-12-31.</summary>
    public const int LastDay = 3_652_058;

    private static readonly string[] OfTexts = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] OfCells = [.. OfTexts, "yyyy.M.d", "yyyy年M月d号"];

    /// <summary>The day number of a date: 0 is 0001-01-01.</summary>
    public static Rational ToNumber(DateOnly date) => date.DayNumber;

    /// <summary>The date of a day number, held within 0001-01-01..9999-12-31; fractions of a day are dropped.</summary>
    public static DateOnly FromNumber(Rational number) =>
        DateOnly.FromDayNumber((int)System.Numerics.BigInteger.Min(LastDay, System.Numerics.BigInteger.Max(0, number.Floor())));

    /// <summary>The date of a day number, held within the calendar.</summary>
    public static DateOnly OfDay(long day) => DateOnly.FromDayNumber((int)Math.Clamp(day, 0, LastDay));

    /// <summary>
    /// The date some months later (earlier when negative); where the target month is too short, its last day.
    /// Fractions of a month are dropped; the result is held within the calendar.
    /// </summary>
    public static DateOnly AddMonths(DateOnly date, Rational months)
    {
        var target = date.Year * 12L + (date.Month - 1)
            + (long)System.Numerics.BigInteger.Max(-200_000, System.Numerics.BigInteger.Min(200_000, months.Floor()));
        return target < 12 ? DateOnly.MinValue
            : target > 9999 * 12L + 11 ? DateOnly.MaxValue
            : new DateOnly((int)(target / 12), (int)(target % 12) + 1,
                Math.Min(date.Day, DateTime.DaysInMonth((int)(target / 12), (int)(target % 12) + 1)));
    }

    /// <summary>Reads a date, year first. False for a day that does not exist, and for what the forms leave out.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, DateForms forms, out DateOnly date)
    {
        if (forms == DateForms.Plain)
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        var written = WidthFolding.Fold(text.ToString()).Trim();
        if (forms == DateForms.Cell)
            written = Blanks().Replace(Midnight().Replace(written.Replace('—', '-'), ""), "");
        return DateOnly.TryParseExact(written, forms == DateForms.Cell ? OfCells : OfTexts, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out date);
    }

    /// <summary>2021-06-21.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Database exports append midnight to a date.
    [GeneratedRegex(@"(?:\s|T)0?0:00(?::00(?:\.0+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\s+(?=[-/.年月日号])|(?<=[-/.年月])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
