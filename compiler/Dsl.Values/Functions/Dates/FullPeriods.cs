// 年数 and 月数: how many whole years or months lie between two dates.
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>年数(从, 到) and 月数(从, 到), agreeing with 满: after n full months the n-th month day is not after the end.</summary>
public static class FullPeriods
{
    /// <summary>年数.</summary>
    public static BuiltinFunction YearsBetween { get; } = Of("年数", "年", Units.Years, Years, 10_000) with
    {
        Examples = [new("年数(2018-06-21, 2021-07-21)", "3年"), new("年数(2018-06-21, 2021-06-20)", "2年")],
    };

    /// <summary>月数.</summary>
    public static BuiltinFunction MonthsBetween { get; } = Of("月数", "个月", Units.Months, Months, 120_000) with
    {
        Examples = [new("月数(2018-06-21, 2021-07-21)", "37个月"), new("月数(2018-06-21, 2021-06-20)", "35个月")],
    };

    /// <summary>Whole years between two days.</summary>
    public static long Years(long from, long to) => Months(from, to) / 12;

    /// <summary>Whole months between two days. Negative where the end lies before the start: as many as the other way round.</summary>
    public static long Months(long from, long to)
    {
        if (to < from)
            return -Months(to, from);
        var (first, last) = (CivilDate.OfDay(from), CivilDate.OfDay(to));
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        // Where the last month is too short for the day, its last day counts.
        return Math.Min(first.Day, DateTime.DaysInMonth(last.Year, last.Month)) <= last.Day ? months : months - 1;
    }

    private static BuiltinFunction Of(string name, string period, Unit unit, Func<long, long, long> count, long most) =>
        new(name, $"从一个日期到另一个日期满多少{period}；不足的不计，先后颠倒时为负。")
        {
            Parameters = ["从", "到"],
            MinArity = 2,
            MaxArity = 2,
            Typing = arguments => arguments.FirstOrDefault(static type => type is not DateType) is { } other
                ? FunctionTyping.Mismatch($"「{name}」的两项应为日期，此处有「{other}」")
                : DslType.In(unit),
            // Never fewer for a later end, never more for a later start.
            Meaning = new CalendarMeaning(count, -most, most) { Trends = [Trend.Falls, Trend.Rises] },
            Examples = [],
        };
}
