// 所在年度: the calendar year of a date.
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>所在年度(日期).</summary>
public static class YearOf
{
    public static BuiltinFunction Definition { get; } = new("所在年度", "日期所在的年度。")
    {
        Parameters = ["日期"],
        MinArity = 1,
        MaxArity = 1,
        Typing = static arguments => arguments[0] is DateType
            ? DslType.Year
            : FunctionTyping.Mismatch($"「所在年度」的一项应为日期，此处是「{arguments[0]}」"),
        Meaning = new CalendarMeaning(Day, 1, 9999) { Trends = [Trend.Rises] },
        Examples = [new("所在年度(2021-06-21)", "2021年度"), new("所在年度(2021-12-31 + 1天)", "2022年度")],
    };

    /// <summary>The calendar year of a day.</summary>
    public static long Day(long day) => CivilDate.OfDay(day).Year;
}
